"""The HTTP service: LanguageTool's question and answer, documents compared, and every limit."""

import http.client
import io
import json
import threading
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlencode

import pytest

import claimcheck
from claimcheck.records import Document
from claimcheck.report import Report
from claimcheck.service import Application, Limits, application, server
from tests import forms

WIRE = Document(id="wire", source="Antara", text="Gempa di Palu menewaskan 12 orang.", language="id")
DRAFT = "😀 Gempa di Palu menewaskan 15 orang."


def ask(
    app: Application, method: str, path: str, body: bytes = b"", **more: Any
) -> tuple[int, dict[str, str], Any]:
    """Status, heads and JSON of one request."""
    found: dict[str, Any] = {}

    def start(status: str, heads: list[tuple[str, str]]) -> None:
        found.update(status=int(status[:3]), heads=dict(heads))

    environ = {
        "REQUEST_METHOD": method, "PATH_INFO": path, "CONTENT_LENGTH": str(len(body)),
        "HTTP_HOST": "localhost:8081", "wsgi.input": io.BytesIO(body), **more,
    }  # fmt: skip
    answer = b"".join(app(environ, start))
    assert found["heads"]["Content-Length"] == str(len(answer))
    return found["status"], found["heads"], json.loads(answer) if answer else None


def checked(app: Application, **form: str) -> tuple[int, Any]:
    status, _, found = ask(app, "POST", "/v2/check", urlencode(form).encode())
    return status, found


@pytest.fixture(scope="module")
def app() -> Application:
    return application([claimcheck.read(WIRE)])


def _words(text: str, match: dict[str, int]) -> str:
    units = text.encode("utf-16-le")
    return units[2 * match["offset"] : 2 * (match["offset"] + match["length"])].decode("utf-16-le")


def test_check_answers_as_languagetool_does(app: Application) -> None:
    status, answer = checked(app, text=DRAFT, language="id-ID")
    forms.fits(forms.LtAnswer, answer)
    (match,) = answer["matches"]
    assert status == 200 and _words(DRAFT, match) == DRAFT
    assert "Antara" in match["message"] and match["rule"]["id"] == "NUMBER_APART"
    assert checked(app, text=WIRE.text, language="auto")[1]["matches"] == []
    assert checked(app, text="", language="auto")[1]["matches"] == []


def test_markup_keeps_its_place(app: Application) -> None:
    parts = [{"markup": "<p class='😀'>", "interpretAs": "\n\n"}, {"text": "Gempa di "}, {"markup": "<b>"}]
    parts += [{"text": "Palu"}, {"markup": "</b>"}, {"text": " menewaskan 15 orang."}]
    whole = "".join(p.get("text") or p["markup"] for p in parts)
    status, answer = checked(app, data=json.dumps({"annotation": parts}), language="id")
    assert status == 200
    assert _words(whole, answer["matches"][0]) == "Gempa di <b>Palu</b> menewaskan 15 orang."


def test_what_is_marked_in_a_web_page_is_marked_where_it_stands(app: Application) -> None:
    text = "<!doctype html><p title='😀'>Warga mengungsi.</p><p>Gempa di <b>Palu</b> menewaskan 15 orang."
    (match,) = checked(app, text=text, language="id")[1]["matches"]
    assert _words(text, match) == "Gempa di <b>Palu</b> menewaskan 15 orang."


def test_a_source_called_draft_is_no_hindrance() -> None:
    app = application([claimcheck.read(WIRE.model_copy(update={"id": "draft"}))])
    assert len(checked(app, text=DRAFT, language="id")[1]["matches"]) == 1


def test_compare_answers_with_the_report(app: Application) -> None:
    documents = [{"id": "a", "text": WIRE.text}, {"id": "b", "text": DRAFT}]
    body = json.dumps({"documents": documents, "language": "id"}).encode()
    status, _, found = ask(app, "POST", "/v1/compare", body)
    assert status == 200
    assert Report.model_validate(found) == claimcheck.compare(documents, language="id")


def test_what_else_there_is(app: Application) -> None:
    assert ask(app, "GET", "/v1/schema")[2]["$id"] == "urn:claimcheck:report:1"
    assert [row["code"] for row in ask(app, "GET", "/v2/languages")[2]] == ["en", "id"]
    assert ask(app, "GET", "/healthz")[2]["sources"] == 1


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "says"),
    [
        ("GET", "/", b"", 404, "/v2/check"),
        ("GET", "/v2/check", b"", 405, "takes POST"),
        ("POST", "/v1/schema", b"", 405, "takes GET"),
        ("POST", "/v2/check", b"language=id", 400, "give text"),
        ("POST", "/v2/check", b"text=Satu.&language=xx", 400, "'xx'"),
        ("POST", "/v2/check", b"data=%7B&language=id", 400, "data is no JSON"),
        ("POST", "/v2/check", b"data=%7B%7D&language=id", 400, "annotation"),
        ("POST", "/v2/check", b"text=\xff", 400, "UTF-8"),
        ("POST", "/v1/compare", b"[]", 400, "documents"),
        ("POST", "/v1/compare", b'{"documents": ["a"], "colour": 1}', 400, "colour"),
        ("POST", "/v1/compare", b'{"documents": [3]}', 400, "docs"),
        ("POST", "/v1/compare", b'{"documents": [{"id": "a"}]}', 400, "no 'text'"),
        (
            "POST",
            "/v1/compare",
            b'{"documents": ["%b"]}' % (b"a" * 501),
            413,
            "501 characters; the limit is 500",
        ),
        (
            "POST",
            "/v1/compare",
            b'{"documents": [{"blocks": [{"id": "p", "text": "%b"}]}]}' % (b"a" * 501),
            413,
            "501",
        ),
        ("POST", "/v2/check", b"text=" + b"a" * 501, 413, "501 characters"),
        ("POST", "/v2/check", b"a" * 10_001, 413, "10001 bytes"),
        ("POST", "/v1/compare", b'{"documents": [%b]}' % b",".join([b'"a"'] * 201), 413, "200"),
    ],
)
def test_every_limit_is_told(method: str, path: str, body: bytes, status: int, says: str) -> None:
    small = application(limits=Limits(body=10_000, text=500))
    found = ask(small, method, path, body)
    assert found[0] == status and says in found[2]["error"]


def test_a_length_is_needed(app: Application) -> None:
    for length in ("", "-1", "x", "²"):
        assert ask(app, "POST", "/v2/check", b"text=a", CONTENT_LENGTH=length)[0] == 411


def test_only_this_machine_by_its_own_name(app: Application) -> None:
    assert ask(app, "GET", "/healthz", HTTP_HOST="evil.example")[0] == 403
    for name in ("127.0.0.1:8081", "[::1]:8081", "[::1]", "LOCALHOST"):
        assert ask(app, "GET", "/healthz", HTTP_HOST=name)[0] == 200
    assert ask(application(hosts=None), "GET", "/healthz", HTTP_HOST="desk.example")[0] == 200


def test_no_page_reads_answers_unless_it_is_named(app: Application) -> None:
    assert "Access-Control-Allow-Origin" not in ask(app, "GET", "/healthz")[1]
    named = application(origin="https://cms.example")
    assert ask(named, "GET", "/healthz")[1]["Access-Control-Allow-Origin"] == "https://cms.example"
    status, heads, _ = ask(named, "OPTIONS", "/v2/check")
    assert status == 204 and heads["Access-Control-Allow-Methods"] == "POST"


def test_a_fault_is_told_without_its_inside(app: Application, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimcheck.service.compare", lambda *_, **__: 1 / 0)
    status, _, found = ask(app, "POST", "/v2/check", b"text=a")
    assert (status, found) == (500, {"error": "a fault of claimcheck itself"})


def test_one_request_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    app, here, go = application(limits=Limits(wait=0.05)), threading.Event(), threading.Event()

    def slow(*_: Any, **__: Any) -> Report:
        here.set()
        go.wait(10)
        return Report(documents=())

    monkeypatch.setattr("claimcheck.service.compare", slow)
    body = b'{"documents": []}'
    first = threading.Thread(target=ask, args=(app, "POST", "/v1/compare", body))
    first.start()
    assert here.wait(10)
    status, heads, _ = ask(app, "POST", "/v1/compare", body)
    go.set()
    first.join()
    assert status == 503 and heads["Retry-After"] == "5"
    assert ask(app, "POST", "/v1/compare", body)[0] == 200


@pytest.fixture
def call(app: Application) -> Iterator[Callable[..., Any]]:
    with server(app, "127.0.0.1", 0) as running:
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()

        def called(method: str, path: str, body: str = "") -> tuple[int, Any]:
            line = http.client.HTTPConnection("127.0.0.1", running.server_port, timeout=20)
            line.request(method, path, body.encode(), {"Content-Type": "application/x-www-form-urlencoded"})
            answer = line.getresponse()
            return answer.status, json.loads(answer.read())

        yield called
        running.shutdown()
        thread.join()


def test_over_a_real_connection(call: Callable[..., Any], capfd: pytest.CaptureFixture[str]) -> None:
    status, answer = call("POST", "/v2/check", urlencode({"text": DRAFT, "language": "id"}))
    assert status == 200 and len(answer["matches"]) == 1
    assert call("GET", "/healthz")[0] == 200 and call("GET", "/nowhere")[0] == 404
    assert capfd.readouterr().err == ""
