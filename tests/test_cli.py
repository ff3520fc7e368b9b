"""The command line as a shell sees it: output, errors, exit codes."""

import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

from claimcheck import __version__, cli, compare
from claimcheck.errors import OptionError
from claimcheck.report import Report
from claimcheck.settings import Settings, settings
from tests.rendering.samples import sample

SENTENCES = {
    "a.txt": "Gempa di Palu menewaskan 12 orang pada Senin, kata BNPB.",
    "b.txt": "Gempa di Palu menewaskan 12 orang pada Senin, kata BNPB.",
}


Run = Callable[..., tuple[int, str, str]]


class _Out:
    """Standard output or input with a buffer of bytes, as a process has it."""

    def __init__(self, given: bytes = b"") -> None:
        self.buffer = io.BytesIO(given)

    def write(self, text: str) -> int:
        return self.buffer.write(text.encode())

    def flush(self) -> None: ...

    def isatty(self) -> bool:
        return False


@pytest.fixture(autouse=True)
def hears() -> Iterator[None]:
    """A job that a shell starts behind "&" is deaf to interrupts, and its children are."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(tmp_path)

    def called(*arguments: str, given: bytes = b"") -> tuple[int, str, str]:
        out = _Out()
        monkeypatch.setattr(sys, "argv", ["claimcheck", *arguments])
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stdin", _Out(given))
        code: object = 0
        try:
            cli.main()
        except SystemExit as stop:
            code = stop.code
        return int(str(code or 0)), out.buffer.getvalue().decode(), capsys.readouterr().err

    return called


@pytest.fixture
def saved(tmp_path: Path) -> str:
    sample().to_json(tmp_path / "report.json")
    return "report.json"


def _documents(folder: Path) -> list[str]:
    for name, text in SENTENCES.items():
        (folder / name).write_text(text, "utf-8")
    return list(SENTENCES)


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"claimcheck {__version__}\n", "")


def test_compare_prints_the_report_and_nothing_else(run: Run, tmp_path: Path) -> None:
    code, out, err = run("compare", *_documents(tmp_path), "--format", "json")
    assert (code, err) == (0, "")
    assert [d.id for d in Report.model_validate_json(out).documents] == list(SENTENCES)


def test_compare_reads_json_lines_from_standard_input(run: Run) -> None:
    lines = "\n".join(json.dumps({"id": k, "text": v}) for k, v in SENTENCES.items())
    code, out, _ = run("compare", "-", "--format", "json", given=lines.encode())
    assert code == 0
    assert [d.id for d in Report.model_validate_json(out).documents] == list(SENTENCES)


def test_a_copy_is_no_failure(run: Run, tmp_path: Path) -> None:
    assert run("compare", *_documents(tmp_path), "--fail-on", "conflict")[0] == 0


@pytest.mark.parametrize(
    ("level", "kind", "code"),
    [
        ("conflict", None, 1),
        ("high", None, 1),
        ("high", "date", 0),
        ("medium", "date", 1),
        ("low", "polarity", 0),
    ],
)
def test_fail_on(run: Run, saved: str, level: str, kind: str | None, code: int) -> None:
    kinds = ["--kind", kind] if kind else []
    assert run("show", saved, "--fail-on", level, *kinds)[0] == code


def test_min_confidence(run: Run, saved: str) -> None:
    _, out, _ = run("show", saved, "--min-confidence", "0.9", "--format", "json")
    assert {f.confidence >= 0.9 for f in Report.model_validate_json(out).findings} == {True}


def test_since_shows_only_what_is_new(run: Run, saved: str, tmp_path: Path) -> None:
    report = sample()
    report.model_copy(update={"findings": report.findings[1:]}).to_json(tmp_path / "old.json")
    code, out, _ = run("show", saved, "--since", "old.json", "--format", "json", "--fail-on", "conflict")
    assert code == 1
    assert [f.id for f in Report.model_validate_json(out).findings] == [report.findings[0].id]
    assert run("show", saved, "--since", saved, "--fail-on", "conflict")[0] == 0


CLASH = {"a.txt": "Gempa di Palu menewaskan 12 orang.", "b.txt": "Gempa di Palu menewaskan 15 orang."}


def _clash(folder: Path) -> list[str]:
    for name, text in CLASH.items():
        (folder / name).write_text(text, "utf-8")
    return list(CLASH)


def test_a_finding_is_let_pass_until_its_day(run: Run, tmp_path: Path) -> None:
    names = _clash(tmp_path)
    shown = run("compare", *names)[1]
    (found,) = Report.model_validate_json(run("compare", *names, "-f", "json")[1]).conflicts
    assert found.id in shown
    entry = f'[[suppressed]]\nid = "{found.id}"\nreason = "BNPB membetulkan"\n'
    (tmp_path / "desk.toml").write_text(entry, "utf-8")
    assert run("compare", *names, "--decided", "desk.toml", "--fail-on", "conflict")[0] == 0
    (tmp_path / "desk.toml").write_text(
        f'{entry}until = 2023-01-31\n[[suppressed]]\nid="x"\nreason="y"', "utf-8"
    )
    code, out, _ = run("compare", *names, "--decided", "desk.toml", "--fail-on", "conflict", "-f", "json")
    told = [d.message for d in Report.model_validate_json(out).diagnostics if d.code == "stale-suppression"]
    assert code == 1 and told == [
        f"the suppression of {found.id} (BNPB membetulkan) held until 2023-01-31",
        "the suppression of x (y) is of no finding",
    ]


def test_decisions_in_the_settings_hold_for_the_documents_that_they_name(run: Run, tmp_path: Path) -> None:
    names = _clash(tmp_path)
    one, two = Report.model_validate_json(run("compare", *names, "-f", "json")[1]).claims
    other = '[[decisions]]\na = "x.txt:0-9"\nb = "a.txt:0-33"\nsays = "same"\n'
    rows = (
        f'{other}[[decisions]]\na = "{one.id}"\nb = "{two.id}"\nsays = "different"\nreason = "two quakes"\n'
    )
    (tmp_path / "desk.toml").write_text(rows, "utf-8")
    (tmp_path / "claimcheck.toml").write_text('decided = "desk.toml"\n', "utf-8")
    assert run("compare", *names, "--fail-on", "conflict")[0] == 0
    assert "decided = " in run("doctor")[1]
    (tmp_path / "same.toml").write_text(rows.replace("different", "same"), "utf-8")
    assert run("compare", *names, "--fail-on", "conflict", "--decided", "same.toml")[0] == 1


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ("[[supressed]]", "did you mean 'suppressed'"),
        ('[[suppressed]]\nid = "a"', "suppressed.0. lacks reason"),
        ('[[suppressed]]\nid = "a"\nreason = "b"\nuntill = 2026-01-01', "did you mean 'until'"),
        ('[[suppressed]]\nid = 3\nreason = "b"', "id takes text"),
        ('suppressed = "a"', r"headed \[\[suppressed\]\]"),
        ('[[decisions]]\na = "a.txt:0-33"', "lacks b and says"),
        (
            '[[decisions]]\na = "a.txt:0-33"\nb = "b.txt:0-33"\nsays = "equal"',
            "not one of same, different, unsure",
        ),
        ('[[decisions]]\na = "a.txt:0-9"\nb = "b.txt:0-33"\nsays = "same"', "no claim 'a.txt:0-9'"),
        ("a b", "desk.toml: "),
    ],
)
def test_a_file_of_decisions_refuses_what_it_does_not_know(
    run: Run, tmp_path: Path, lines: str, says: str
) -> None:
    (tmp_path / "desk.toml").write_text(lines, "utf-8")
    code, out, err = run("compare", *_clash(tmp_path), "--decided", "desk.toml")
    assert (code, out) == (2, "") and re.search(says, err), err


def test_an_interrupt_leaves_a_valid_report_of_what_was_read(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        sys.modules["claimcheck.options"], "bar", lambda: lambda *_: signal.raise_signal(signal.SIGINT)
    )
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    code, out, err = run("compare", *_clash(tmp_path), "-f", "json")
    report = Report.model_validate_json(out)
    assert code == 130 and "stopped" in err
    assert not report.complete and len(report.documents) == 2
    assert {c.document for c in report.claims} == {"a.txt"}
    assert (
        "terpotong" in report.to_text()
        and "terpotong" in report.to_markdown()
        and "terpotong" in report.to_html()
    )


def test_progress_is_a_bar_on_standard_error_and_gone_when_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    docs = [*CLASH.values()]
    assert compare(docs, progress=True) == compare(docs)
    out, err = capsys.readouterr()
    assert out == "" and "read" in err and "2/2" not in err.rstrip("\r ").rsplit("\r", 1)[-1]
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    compare(docs, progress=True)
    assert capsys.readouterr().err == "\r\x1b[Kread 1/2\r\x1b[K"
    compare(docs, progress=False)
    assert capsys.readouterr().err == ""


def test_several_formats_at_once(run: Run, saved: str, tmp_path: Path) -> None:
    code, out, _ = run("show", saved, "-f", "md", "-f", "sarif=out.sarif", "-f", "html=out.html")
    assert code == 0 and out == sample().to_markdown()
    assert json.loads((tmp_path / "out.sarif").read_text("utf-8")) == sample().to_sarif()
    assert (tmp_path / "out.html").read_text("utf-8") == sample().to_html()


def test_output_file(run: Run, saved: str, tmp_path: Path) -> None:
    assert run("show", saved, "-f", "md", "-o", "out.md") == (0, "", "")
    assert (tmp_path / "out.md").read_text("utf-8") == sample().to_markdown()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("compare", "nowhere.txt"), "no such file or folder: nowhere.txt"),
        (("show", "report.json", "-f", "texxt"), "did you mean 'text'"),
        (("show", "report.json", "--fail-on", "hihg"), "did you mean 'high'"),
        (("show", "report.json", "--kind", "numbers"), "did you mean 'number'"),
        (("show", "report.json", "--min-confidence", "2"), "0 to 1"),
        (("show", "report.json", "-f", "md", "-f", "json"), "one place takes one format"),
        (("show", "report.json", "-f", "md=no/such/folder.md"), "No such file"),
        (("show", "broken.json"), "is not a claimcheck report"),
        (("compare", "-", "report.json"), "standard input"),
        (("nonsense",), "No such command"),
    ],
)
def test_wrong_use_is_said_in_a_line(
    run: Run, saved: str, tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    (tmp_path / "broken.json").write_text("{}", "utf-8")
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert says in err and "Traceback" not in err


def test_read_shows_what_is_understood(run: Run, tmp_path: Path) -> None:
    _documents(tmp_path)
    assert "12" in run("read", "a.txt")[1]
    assert json.loads(run("read", "a.txt", "--format", "json")[1])["document"]["id"] == "a.txt"


def test_schema_and_doctor(run: Run) -> None:
    assert json.loads(run("schema")[1])["$id"] == "urn:claimcheck:report:1"
    code, out, _ = run("doctor")
    assert code == 0 and "web-annotation" in out and "settings: none found" in out


def test_serve_holds_a_text_against_sources_and_stops_when_told(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(CLASH["a.txt"], "utf-8")
    command = [sys.executable, "-m", "claimcheck", "serve", "wire.txt", "--port", "0", "--language", "id"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr is not None
        address = running.stderr.readline().strip()
        body = urlencode({"text": CLASH["b.txt"], "language": "id"}).encode()
        answer = json.load(urlopen(f"{address}/v2/check", body, timeout=30))
        running.send_signal(signal.SIGINT)
        rest = running.stderr.read()
    assert address.startswith("http://127.0.0.1:") and [m["rule"]["id"] for m in answer["matches"]] == [
        "NUMBER_APART"
    ]
    assert (running.returncode, rest) == (130, "")


def test_an_extra_that_is_absent_is_named_in_a_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "claimcheck.language_server", None)
    code, out, err = run("lsp")
    assert (code, out) == (2, "")
    assert err == "claimcheck: pygls is not installed: pip install 'claimcheck-news[lsp]'\n"


def test_language_is_that_of_documents_that_name_none(run: Run, tmp_path: Path) -> None:
    names = _clash(tmp_path)
    for language in ("en", "id"):
        out = run("compare", *names, "--language", language, "-f", "json")[1]
        assert {d.language for d in Report.model_validate_json(out).documents} == {language}
    code, out, err = run("compare", *names, "--language", "xx")
    assert (code, out) == (2, "") and "give one of: id, en" in err


def test_settings_from_the_nearest_file(run: Run, saved: str, tmp_path: Path) -> None:
    (tmp_path / "claimcheck.toml").write_text('format = "md"\nfail-on = "high"\nkind = ["number"]\n', "utf-8")
    code, out, _ = run("show", saved)
    assert code == 1 and out.startswith("# ")
    assert "fail-on = high" in run("doctor")[1]


def test_settings_in_pyproject(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.claimcheck]\nmin-confidence = 0.5\n", "utf-8")
    (tmp_path / "deep").mkdir()
    assert settings(tmp_path / "deep", {}).min_confidence == 0.5
    other = tmp_path / "other.toml"
    other.write_text('language = "en"\n', "utf-8")
    assert settings(tmp_path, {"CLAIMCHECK_CONFIG": str(other)}) == Settings(language="en", path=str(other))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('fail_on = "high"', "did you mean 'fail-on'"),
        ('fail-on = "hi"', "is none of"),
        ("min-confidence = true", "a number from 0 to 1"),
        ('kind = "weather"', "is none of"),
        ("format = 3", "text or a list"),
        ("a b", "claimcheck.toml"),
    ],
)
def test_settings_refuse_what_they_do_not_know(tmp_path: Path, line: str, says: str) -> None:
    (tmp_path / "claimcheck.toml").write_text(line, "utf-8")
    with pytest.raises(OptionError, match=says):
        settings(tmp_path, {})


def test_a_fault_is_not_a_finding(run: Run, saved: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Report, "filter", lambda *_, **__: 1 / 0)
    code, out, err = run("show", saved)
    assert (code, out) == (3, "") and "ZeroDivisionError" in err


def test_version_needs_no_spacy_and_little_time() -> None:
    code = "import sys; sys.argv = ['claimcheck', '--version']; from claimcheck.cli import main; main(); "
    code += "assert not {'spacy', 'networkx', 'jinja2', 'pydantic', 'numpy'} & set(sys.modules)"
    began = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert time.perf_counter() - began < 2


def test_a_closed_pipe_is_no_error(saved: str, tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "claimcheck", "show", saved, "--format", "html"]
    done = subprocess.run(command, cwd=tmp_path, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert done.returncode == 0 and done.stderr == b""
