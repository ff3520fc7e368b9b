"""The command line: documents in, a report out, an exit code that a build can act on.

0 done; 1 findings at or above `--fail-on`; 2 wrong use, or an unreadable input; 3 a fault of our own.
"""

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcheck.checked import near, one_of, share
from claimcheck.errors import ClaimcheckError, MissingExtraError, OptionError
from claimcheck.version import __version__

if TYPE_CHECKING:
    from claimcheck.report import Report
    from claimcheck.settings import Settings

app = typer.Typer(
    name="claimcheck",
    help="Cross-check what several news reports claim: where they agree, and where they cannot all be right.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)

Paths = Annotated[
    list[str], typer.Argument(help="Files or folders; - reads documents as JSON Lines from standard input.")
]
Formats = Annotated[
    list[str] | None,
    typer.Option("--format", "-f", help="Format, or FORMAT=FILE; may be repeated. See `claimcheck doctor`."),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="Write there, not to standard output.")]
FailOn = Annotated[
    str | None, typer.Option(help="Exit with 1 for any conflict, or for high, medium, low ones and graver.")
]
Kinds = Annotated[list[str] | None, typer.Option("--kind", help="Only findings of this kind; repeatable.")]
Confidence = Annotated[float | None, typer.Option(help="Only findings at least this sure, 0 to 1.")]
Language = Annotated[str | None, typer.Option(help="id or en; found by reading where not given.")]
Decisions = Annotated[
    Path | None,
    typer.Option("--decided", help="A file of findings to let pass and of links decided by a person."),
]
Since = Annotated[Path | None, typer.Option(help="An older report as JSON: only what is new or changed.")]


def main() -> None:
    """The console script."""
    if sys.argv[1:] == ["--version"]:
        print(f"claimcheck {__version__}")
        return
    try:
        app()
    except (ClaimcheckError, OSError) as error:
        sys.exit(_refused(error))
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception:
        sys.excepthook(*sys.exc_info())
        sys.exit(3)


def _refused(error: Exception) -> int:
    from claimcheck.rendering.escape import terminal

    print(f"claimcheck: {terminal(str(error))}", file=sys.stderr)
    return 2


def _version(wanted: bool) -> None:
    if wanted:
        print(f"claimcheck {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Cross-check what several news reports claim."""


@app.command()
def compare(
    paths: Paths,
    format: Formats = None,
    output: Output = None,
    fail_on: FailOn = None,
    kind: Kinds = None,
    min_confidence: Confidence = None,
    language: Language = None,
    since: Since = None,
    decided: Decisions = None,
) -> None:
    """Compare documents and print the report."""
    settled = _settled(fail_on, kind, min_confidence, language, format)
    targets = _targets(settled.format, output)
    from claimcheck.compare import compare as compare_documents

    docs = _given(paths)
    report = compare_documents(
        docs,
        language=settled.language,
        progress=sys.stderr.isatty(),
        min_confidence=settled.min_confidence,
        **_decisions(docs, decided or settled.decided),
    )
    code = _finish(_narrowed(report, settled.kind, since), targets, settled.fail_on)
    if not report.complete:
        print("claimcheck: stopped; the report holds what was read until then", file=sys.stderr)
    raise typer.Exit(code if report.complete else 130)


@app.command()
def show(
    report: Annotated[Path, typer.Argument(help="A report saved as JSON.")],
    format: Formats = None,
    output: Output = None,
    fail_on: FailOn = None,
    kind: Kinds = None,
    min_confidence: Confidence = None,
    since: Since = None,
) -> None:
    """Print a saved report again, in any format."""
    settled = _settled(fail_on, kind, min_confidence, None, format)
    targets = _targets(settled.format, output)
    saved = _loaded(report).filter(min_confidence=settled.min_confidence)
    raise typer.Exit(_finish(_narrowed(saved, settled.kind, since), targets, settled.fail_on))


@app.command()
def read(
    path: Annotated[str, typer.Argument(help="A file; - reads text from standard input.")],
    format: Annotated[str, typer.Option("--format", "-f", help="text or json")] = "text",
    language: Language = None,
) -> None:
    """Show what is read in one document: claims, numbers, times, who says what."""
    from claimcheck.compare import read as read_document
    from claimcheck.rendering.reading import reading_json
    from claimcheck.rendering.text import reading_text
    from claimcheck.text.door import document

    made = {"text": reading_text, "json": reading_json}[one_of(format, ("text", "json"), "--format")]
    given: Any = sys.stdin.buffer.read() if path == "-" else Path(path)
    found, _ = document(given)
    named = found if language is None else found.model_copy(update={"language": language})
    _print(made(read_document(named)))


@app.command()
def explain(rule: Annotated[str | None, typer.Argument(help="A rule, such as number.apart.")] = None) -> None:
    """Say what a rule of judging means; without a rule, list them."""
    from claimcheck.judging import rules

    table = dict(rules())
    if rule is None:
        _print("".join(f"{name}: {_first(told)}\n" for name, told in sorted(table.items())))
        return
    if rule not in table:
        raise OptionError(f"no rule {rule!r}{near(rule, sorted(table))}; `claimcheck explain` lists them")
    _print(f"{rule}\n\n{table[rule].strip()}\n")


def _first(told: str) -> str:
    return (told.strip().splitlines() or [""])[0]


@app.command()
def serve(
    sources: Annotated[
        list[str] | None, typer.Argument(help="Files or folders that a text is held against.")
    ] = None,
    host: Annotated[
        str, typer.Option(help="The address to listen on; beyond this machine only where named.")
    ] = ("127.0.0.1"),
    port: Annotated[int, typer.Option(help="The port; that of LanguageTool, for which editors look.")] = 8081,
    allow_origin: Annotated[
        str | None, typer.Option(help="The web page that may read answers, such as https://cms.example.")
    ] = None,
    language: Language = None,
) -> None:
    """Answer like LanguageTool's /v2/check, and compare documents, over HTTP."""
    from claimcheck.service import NEAR, application, server

    made = application(_sources(sources, language), origin=allow_origin, hosts=NEAR if host in NEAR else None)
    with server(made, host, port) as running:
        print(f"http://{host}:{running.server_port}", file=sys.stderr, flush=True)
        running.serve_forever()


@app.command()
def lsp(
    sources: Annotated[
        list[str] | None, typer.Argument(help="Files or folders that open texts are held against.")
    ] = None,
    language: Language = None,
) -> None:
    """Be a language server on standard input and output: marks in any editor that speaks LSP."""
    try:
        from claimcheck.language_server import addresses, language_server
    except ImportError as error:
        raise MissingExtraError("pygls is not installed: pip install 'claimcheck-news[lsp]'") from error
    paths = [Path(p) for p in sources or ()]
    language_server(_sources(sources, language), addresses(paths), language).start_io()


def _sources(paths: list[str] | None, language: str | None) -> list[Any]:
    """The files named, read once."""
    from claimcheck.compare import read as read_document
    from claimcheck.text.door import documents

    found = documents(_given(paths))[0] if paths else []
    spoken = [
        d if d.language or language is None else d.model_copy(update={"language": language}) for d in found
    ]
    return [read_document(d) for d in spoken]


@app.command()
def schema() -> None:
    """Print the JSON Schema of the report."""
    from claimcheck.schema import text

    _print(text())


@app.command()
def doctor() -> None:
    """Print versions, languages, formats and the settings that hold here."""
    from claimcheck.doctor import lines
    from claimcheck.settings import settings

    _print("\n".join(lines(settings(Path.cwd(), os.environ))) + "\n")


def _settled(
    fail_on: str | None,
    kind: list[str] | None,
    min_confidence: float | None,
    language: str | None,
    format: list[str] | None,
) -> "Settings":
    """The settings of the project with those of the command line on top."""
    from claimcheck.records.finding import KINDS
    from claimcheck.settings import LEVELS, Settings, settings

    base = settings(Path.cwd(), os.environ)
    sure = base.min_confidence if min_confidence is None else share(min_confidence, "--min-confidence")
    return Settings(
        format=tuple(format or base.format or ["text"]),
        fail_on=one_of(fail_on, LEVELS, "--fail-on") if fail_on else base.fail_on,
        kind=tuple(one_of(k, KINDS, "--kind") for k in kind or base.kind),
        min_confidence=sure,
        language=language or base.language,
        decided=base.decided,
    )


def _decisions(docs: list[Any], path: Path | None) -> dict[str, Any]:
    """What a person has decided about these documents, as options of `compare`; days run out by the calendar."""
    if path is None:
        return {}
    from datetime import date

    from claimcheck.decided import decided
    from claimcheck.text.door import documents

    found = decided(path)
    return {
        "suppressed": found.suppressed,
        "today": date.today().isoformat(),
        "decisions": found.about(d.id for d in documents(docs)[0]) if found.decisions else (),
    }


def _given(paths: list[str]) -> Any:
    """The documents named on the command line, as `compare` takes them."""
    if paths == ["-"]:
        from claimcheck.text.door import from_jsonl

        return list(from_jsonl(sys.stdin.buffer.read().decode("utf-8", "replace")))
    if "-" in paths:
        raise OptionError("- stands for standard input and cannot stand beside paths")
    for path in paths:
        if not Path(path).exists():
            raise OptionError(f"no such file or folder: {path}")
    return [Path(p) for p in paths]


def _targets(formats: Iterable[str], output: Path | None) -> list[tuple[str, Path | None]]:
    """Each format with its file; `None` is standard output, which takes one at most."""
    from claimcheck.rendering.formats import format_named

    targets: list[tuple[str, Path | None]] = []
    for given in formats:
        name, _, file = given.partition("=")
        format_named(name)
        targets.append((name, Path(file) if file else output))
    if sum(path == output for _, path in targets) > 1:
        raise OptionError("one place takes one format; give the others a file: --format sarif=out.sarif")
    return targets


def _loaded(path: Path) -> "Report":
    from pydantic import ValidationError

    from claimcheck.report import Report

    try:
        return Report.model_validate_json(path.read_bytes())
    except OSError as error:
        raise OptionError(f"{str(path)!r} cannot be read ({error.strerror})") from error
    except ValidationError as error:
        raise OptionError(f"{path.name} is not a claimcheck report: {error.errors()[0]['msg']}") from error


def _narrowed(report: "Report", kinds: tuple[str, ...], since: Path | None) -> "Report":
    findings = report.findings
    if kinds:
        findings = tuple(f for f in findings if f.kind in kinds)
    if since is not None:
        changes = report.diff(_loaded(since))
        fresh = {f.id for f in (*changes.new, *changes.changed)}
        findings = tuple(f for f in findings if f.id in fresh)
    return report.model_copy(update={"findings": findings})


def _finish(report: "Report", targets: list[tuple[str, Path | None]], fail_on: str | None) -> int:
    """Write every format; the code that the findings call for."""
    from claimcheck.rendering.files import write

    for name, path in targets:
        if path is None:
            _print(_on_screen(report) if name == "text" else _written(report, name))
        else:
            write(_written(report, name), path)
    return 1 if fail_on and _grave(report, fail_on) else 0


def _written(report: "Report", name: str) -> str:
    from claimcheck.rendering.formats import written

    return written(report, name)


def _on_screen(report: "Report") -> str:
    color = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    width = min(shutil.get_terminal_size((88, 24)).columns, 100) if sys.stdout.isatty() else 88
    return report.to_text(width=width, color=color)


def _grave(report: "Report", level: str) -> bool:
    order = ("high", "medium", "low", "note")
    worst = len(order) if level == "conflict" else order.index(level) + 1
    return any(f.severity in order[:worst] for f in report.conflicts)


def _print(text: str) -> None:
    """Text to standard output as UTF-8, whatever the locale; a reader that went away is no error."""
    from claimcheck.rendering.escape import whole

    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(whole(text).encode())
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
