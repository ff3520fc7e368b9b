"""Conflicts as places to underline: what every editor and build format says, in its own form."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from claimcheck.records import Document, Finding, Side, Span
from claimcheck.rendering import escape
from claimcheck.rendering.index import Index
from claimcheck.rendering.matrix import letter
from claimcheck.rendering.places import Places

MOST = 20  # places of others that one alert names, those that say something else first


@dataclass(frozen=True)
class Other:
    """A place that says something else, or the same elsewhere."""

    span: Span
    message: str


@dataclass(frozen=True)
class Alert:
    """One place of a conflict: what stands there, and where the others stand."""

    finding: Finding
    side: str
    span: Span
    message: str
    rule: str
    others: tuple[Other, ...]


def alerts(index: Index) -> Iterator[Alert]:
    """An alert for each place of each conflict, in the order of the record."""
    for finding in index.record.conflicts:
        rule = next((s.rule for s in reversed(finding.steps) if s.held), finding.kind)
        places = [[_other(index, side, span) for span in side.spans] for side in finding.sides]
        for number, side in enumerate(finding.sides):
            message = _message(index, finding, side)
            near = [o for n, found in enumerate(places) if n != number for o in found[:MOST]]
            for at, here in enumerate(places[number]):
                same = [o for n, o in enumerate(places[number][: MOST + 1]) if n != at]
                yield Alert(finding, letter(number), here.span, message, rule, (*near, *same)[:MOST])


def _other(index: Index, side: Side, span: Span) -> Other:
    wide = index.places(span.document).widened(span)
    return Other(wide, escape.line(f"{index.label(span.document)}: {side.says}"))


def _message(index: Index, finding: Finding, side: Side) -> str:
    elsewhere = "; ".join(
        f"{', '.join(index.label(d) for d in s.documents)}: {s.says}" for s in finding.sides if s is not side
    )
    return escape.line(f"{finding.headline} ({side.says}; {elsewhere})")


def address(document: Document | None, name: str) -> str:
    """The document as a URI: its web address, else a name of its own.

    >>> address(None, "a b.txt")
    'urn:claimcheck:document:a%20b.txt'
    """
    found = escape.link(document.url) if document else None
    return found or "urn:claimcheck:document:" + quote(escape.whole(name), safe="")


def path(document: Document | None, name: str) -> str:
    """The file of a document as a relative path: `meta["path"]` where the caller gave one, else its id."""
    given = document.meta.get("path") if document else None
    return escape.line(given if isinstance(given, str) and given else name)


def fingerprint(alert: Alert) -> str:
    """The finding, the document, the side, and which of its like places there: no line numbers."""
    places = [s for side in alert.finding.sides for s in side.spans if s.document == alert.span.document]
    same = [s for s in places if s.text == alert.span.text and s.start < alert.span.start]
    name = quote(escape.whole(alert.span.document), safe="")
    return escape.whole(f"{alert.finding.id}:{name}:{alert.side}:{len(same)}")


def ends(places: Places, span: Span) -> tuple[tuple[int, int], tuple[int, int]]:
    """Line and column of start and end, from 1, columns in code points, the end exclusive."""
    return places.line(span.start), places.line(span.end)
