"""The report as HTML: in a notebook and as one page, without script, with nothing fetched."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from claimcheck.records import ReportRecord
from claimcheck.rendering import escape
from claimcheck.rendering.matrix import Matrix
from claimcheck.rendering.shown import Shown
from claimcheck.rendering.view import Page, page, when
from claimcheck.rendering.words import words
from claimcheck.version import __version__


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("claimcheck.rendering"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=False,
        auto_reload=False,
    )
    environment.globals.update(link=escape.link, when=when)
    return environment


def _shown(value: Any) -> Any:
    """Every string that is not a template of ours has its control characters shown."""
    return escape.shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _style() -> Markup:
    """The style sheet; it holds no text of anybody else."""
    source, _, _ = _environment().loader.get_source(_environment(), "style.css")  # type: ignore[union-attr]
    return Markup(" ".join(source.split()))


def filled(template: str, language: str, **values: Any) -> str:
    """One template, filled; every string is escaped on the way."""
    made = _environment().get_template(template)
    return made.render(say=words(language), style=_style(), **values)


def html(record: ReportRecord) -> str:
    """The whole report as one page."""
    return _whole("page.html.j2", record, most=500, rows=500, version=__version__) + "\n"


def notebook(record: ReportRecord) -> str:
    """The report for a notebook cell: at most 20 conflicts and 30 questions."""
    return _whole("notebook.html.j2", record, most=20, rows=30)


def _whole(template: str, record: ReportRecord, **values: Any) -> str:
    shown = page(record)
    return filled(
        template, record.language, page=shown, headline=_headline(shown), kinds=_kinds(shown), **values
    )


def _headline(shown: Page) -> str:
    say, clashes = shown.index.words, len(shown.record.conflicts)
    return say.count("conflicts", clashes) if clashes else say.count("no_conflicts", 0)


def _kinds(shown: Page) -> list[tuple[str, int]]:
    kinds = [v.kind for v in (*shown.conflicts, *shown.others)]
    return [(k, kinds.count(k)) for k in dict.fromkeys(kinds)]


def matrix_html(table: Matrix) -> str:
    """The matrix alone."""
    return filled("matrix.html.j2", table.language, matrix=table, rows=200)


def part(template: str, language: str, text: str, **values: Any) -> Shown:
    """A template for a notebook cell beside its text."""
    return Shown(filled(template, language, **values), text)
