"""A small HTTP service, as a WSGI application that any server can mount: what `claimcheck serve` runs.

POST /v2/check     a text, asked and answered as LanguageTool does: held against the sources given at the start
POST /v1/compare   documents as JSON, answered with the report as JSON
GET  /v1/schema    the JSON Schema of that report
GET  /v2/languages, GET /healthz
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from socketserver import ThreadingMixIn
from threading import Lock
from typing import Any
from urllib.parse import parse_qs
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from claimcheck.compare import compare
from claimcheck.errors import ClaimcheckError, LimitError
from claimcheck.languages import LANGUAGES
from claimcheck.records import Document, Reading
from claimcheck.rendering.canonical import dumps
from claimcheck.report import Report
from claimcheck.text.door import documents
from claimcheck.text.html import in_place, is_page
from claimcheck.version import __version__

Environ = Mapping[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]
NEAR = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True)
class Limits:
    """What one request may ask for."""

    body: int = 2_000_000  # bytes
    text: int = 200_000  # characters of one document
    wait: float = 20.0  # seconds for those before; then 503


@dataclass(frozen=True)
class Answer:
    """What goes back: a status line and a body of JSON."""

    status: str
    body: str
    more: tuple[tuple[str, str], ...] = ()


class _RefusedError(Exception):
    """A request that is answered with a status and a reason."""

    def __init__(self, status: str, why: str, *more: tuple[str, str]) -> None:
        super().__init__(why)
        self.answer = Answer(status, _error(why), more)


def _error(why: str) -> str:
    return dumps({"error": why}) + "\n"


def application(
    sources: Sequence[Reading] = (),
    *,
    origin: str | None = None,
    hosts: Sequence[str] | None = NEAR,
    limits: Limits | None = None,
) -> Application:
    """The service over these sources.

    `origin` is the one web page that may read answers in a browser; `hosts` are the names that it may be called
    by, so that no page of the web reaches it by a name of its own (`None`: any); `limits` are those of one
    request. One request is worked on at a time.

    >>> found = application()({"PATH_INFO": "/healthz", "REQUEST_METHOD": "GET"}, lambda status, heads: None)
    >>> json.loads(b"".join(found))["status"]
    'ok'
    """
    desk = _Desk(tuple(sources), limits or Limits(), Lock())

    def called(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        answer = _guarded(desk, environ, hosts)
        body = answer.body.encode()
        allowed = [("Access-Control-Allow-Origin", origin), ("Vary", "Origin")] if origin else []
        heads = [("Content-Type", "application/json; charset=utf-8"), ("Content-Length", str(len(body)))]
        start_response(answer.status, [*heads, ("X-Content-Type-Options", "nosniff"), *allowed, *answer.more])
        return [body]

    return called


@dataclass(frozen=True)
class _Desk:
    sources: tuple[Reading, ...]
    limits: Limits
    busy: Lock


def _guarded(desk: _Desk, environ: Environ, hosts: Sequence[str] | None) -> Answer:
    try:
        if hosts is not None and _host(environ) not in hosts:
            raise _RefusedError(
                "403 Forbidden", "this service answers to localhost only; name another address with --host"
            )
        return _routed(desk, environ)
    except _RefusedError as refused:
        return refused.answer
    except LimitError as error:
        return Answer("413 Content Too Large", _error(str(error)))
    except ClaimcheckError as error:
        return Answer("400 Bad Request", _error(str(error)))
    except Exception:
        return Answer("500 Internal Server Error", _error("a fault of claimcheck itself"))


def _host(environ: Environ) -> str:
    """The name in the Host header without its port."""
    name = str(environ.get("HTTP_HOST", "localhost")).lower()
    return name if name.endswith("]") else name.rpartition(":")[0] or name


def _routed(desk: _Desk, environ: Environ) -> Answer:
    path, method = environ.get("PATH_INFO", ""), environ.get("REQUEST_METHOD", "GET")
    ways = _ROUTES.get(path)
    if ways is None:
        raise _RefusedError("404 Not Found", f"nothing is here; there are {', '.join(sorted(_ROUTES))}")
    if method == "OPTIONS":
        heads = ("Access-Control-Allow-Methods", ways[0]), ("Access-Control-Allow-Headers", "Content-Type")
        return Answer("204 No Content", "", heads)
    if method != ways[0]:
        raise _RefusedError("405 Method Not Allowed", f"{path} takes {ways[0]}", ("Allow", ways[0]))
    return Answer("200 OK", ways[1](desk, environ))


def _body(desk: _Desk, environ: Environ) -> str:
    length = str(environ.get("CONTENT_LENGTH") or "")
    if not (length.isascii() and length.isdigit()):
        raise _RefusedError("411 Length Required", "give a Content-Length")
    if int(length) > desk.limits.body:
        raise _RefusedError("413 Content Too Large", f"{length} bytes; the limit is {desk.limits.body}")
    try:
        return str(environ["wsgi.input"].read(int(length)).decode("utf-8"))
    except UnicodeDecodeError as error:
        raise _RefusedError("400 Bad Request", "the body is not UTF-8") from error


def _json(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _RefusedError("400 Bad Request", f"{where} is no JSON: {error}") from error


def _compare(desk: _Desk, environ: Environ) -> str:
    given = _json(_body(desk, environ), "the body")
    if not isinstance(given, dict) or not isinstance(given.get("documents"), list):
        raise _RefusedError(
            "400 Bad Request", "give an object with documents, a list of texts or of objects with text"
        )
    unknown = sorted(set(given) - {"documents", "language"})
    if unknown:
        raise _RefusedError(
            "400 Bad Request", f"unknown key {unknown[0]!r}; there are documents and language"
        )
    for document in documents(given["documents"])[0]:
        _short(desk, document.text, f"document {document.id!r}")
    return _worked(desk, given["documents"], given.get("language")).to_json()


def _short(desk: _Desk, text: str, where: str) -> None:
    if len(text) > desk.limits.text:
        raise _RefusedError(
            "413 Content Too Large", f"{where}: {len(text)} characters; the limit is {desk.limits.text}"
        )


def _worked(desk: _Desk, docs: list[Any], language: str | None) -> Report:
    """The report, made while nobody else's is: no two requests read at once."""
    if not desk.busy.acquire(timeout=desk.limits.wait):
        raise _RefusedError("503 Service Unavailable", "busy with another request", ("Retry-After", "5"))
    try:
        return compare(docs, language=language)
    finally:
        desk.busy.release()


def _check(desk: _Desk, environ: Environ) -> str:
    """What `/v2/check` answers for the text: places where it clashes with a source, or with itself."""
    form = {key: values[-1] for key, values in parse_qs(_body(desk, environ), keep_blank_values=True).items()}
    if "text" not in form and "data" not in form:
        raise _RefusedError("400 Bad Request", "give text, or data with annotation, and language")
    text = form["text"] if "text" in form else _plain(_json(form["data"], "data"))
    _short(desk, text, "text")
    text = in_place(text) if is_page(text) else text
    taken = {source.document.id for source in desk.sources}
    name = next(n for n in ("draft", *(f"draft {i}" for i in range(1, len(taken) + 2))) if n not in taken)
    spoken = form.get("language", "auto").partition("-")[0]
    draft = Document(id=name, text=text, language=None if spoken == "auto" else spoken)
    return dumps(_worked(desk, [*desk.sources, draft], None).to_languagetool()[name]) + "\n"


def _plain(data: Any) -> str:
    """The text of LanguageTool's `data`, markup as blanks: every place stays where it is in the source.

    >>> _plain({"annotation": [{"text": "Tiga "}, {"markup": "<b>"}, {"text": "orang"}]})
    'Tiga    orang'
    """
    try:
        parts = data["annotation"]
        return "".join(
            p["text"] if "text" in p else _blank(p["markup"], p.get("interpretAs", "")) for p in parts
        )
    except (TypeError, KeyError, AttributeError) as error:
        raise _RefusedError("400 Bad Request", "data takes annotation, a list of text and markup") from error


def _blank(markup: str, means: str) -> str:
    """As many UTF-16 code units as the markup, a line break first where it means one."""
    units = len(markup.encode("utf-16-le", "surrogatepass")) // 2
    return ("\n" + " " * (units - 1)) if "\n" in means and units else " " * units


def _languages(desk: _Desk, environ: Environ) -> str:
    names = {"id": "Indonesian", "en": "English"}
    return dumps([{"name": names.get(c, c), "code": c, "longCode": c} for c in sorted(LANGUAGES)]) + "\n"


def _schema(desk: _Desk, environ: Environ) -> str:
    from claimcheck.schema import text

    return text()


def _health(desk: _Desk, environ: Environ) -> str:
    return dumps({"status": "ok", "version": __version__, "sources": len(desk.sources)}) + "\n"


_ROUTES: Mapping[str, tuple[str, Callable[[_Desk, Environ], str]]] = {
    "/v2/check": ("POST", _check),
    "/v2/languages": ("GET", _languages),
    "/v1/compare": ("POST", _compare),
    "/v1/schema": ("GET", _schema),
    "/healthz": ("GET", _health),
}


class _Server(ThreadingMixIn, WSGIServer):
    """A thread for each connection, so that a slow one holds up nobody."""

    daemon_threads = True


class _Handler(WSGIRequestHandler):
    """Silent, and done with a caller who says nothing for ten seconds."""

    timeout = 10

    def log_message(self, format: str, *args: Any) -> None: ...


def server(app: Application, host: str, port: int) -> WSGIServer:
    """A server of the standard library for the application; port 0 takes a free one.

    >>> with server(application(), "127.0.0.1", 0) as made:
    ...     made.server_port > 0
    True
    """
    return make_server(host, port, app, server_class=_Server, handler_class=_Handler)
