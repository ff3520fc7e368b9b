"""One finding side by side: a column for each source, its sentence between its neighbours."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.records import Finding, ReportRecord
from claimcheck.rendering.html import part
from claimcheck.rendering.index import Index
from claimcheck.rendering.shown import Shown
from claimcheck.rendering.text import finding_lines, plain
from claimcheck.rendering.view import FindingView, Quote, finding_view

_AROUND = 160


@dataclass(frozen=True)
class Column:
    """What one document says: its side, its sentences, and a little of the text around them."""

    letter: str
    says: str
    label: str
    published: str | None
    link: str | None
    quotes: tuple[tuple[str, Quote, str], ...]


def side_by_side(record: ReportRecord, finding: Finding) -> Shown:
    """The finding with a column for each source."""
    index = Index(record)
    view = finding_view(index, finding)
    text = "\n".join(finding_lines(view, index.words, plain, 88)).lstrip("\n") + "\n"
    columns = list(_columns(index, view))
    return part("columns.html.j2", record.language, text, view=view, columns=columns)


def _columns(index: Index, view: FindingView) -> Iterator[Column]:
    for side in view.sides:
        for document in dict.fromkeys(q.document for q in side.quotes):
            quotes = [q for q in side.quotes if q.document == document]
            framed = tuple((_before(index, q), q, _after(index, q)) for q in quotes)
            first = quotes[0]
            yield Column(side.letter, side.says, first.label, first.published, first.link, framed)


def _before(index: Index, quote: Quote) -> str:
    text = index.places(quote.document).text[max(0, quote.start - _AROUND) : quote.start].strip()
    return ("… " if quote.start > _AROUND else "") + _from_blank(text, quote.start > _AROUND)


def _after(index: Index, quote: Quote) -> str:
    whole = index.places(quote.document).text
    text = whole[quote.end : quote.end + _AROUND].strip()
    cut = quote.end + _AROUND < len(whole)
    return (text.rsplit(" ", 1)[0] if cut else text) + (" …" if cut else "")


def _from_blank(text: str, cut: bool) -> str:
    return text.split(" ", 1)[-1] if cut else text
