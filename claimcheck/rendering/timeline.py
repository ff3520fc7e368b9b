"""When each source places what happened: one line for each time and question, earliest first."""

from dataclasses import dataclass

from claimcheck.records import Claim, ReportRecord, Time
from claimcheck.rendering import escape
from claimcheck.rendering.html import part
from claimcheck.rendering.index import Index
from claimcheck.rendering.matrix import clipped
from claimcheck.rendering.shown import Shown
from claimcheck.rendering.words import Words

_MOST = 200


@dataclass(frozen=True)
class Moment:
    """A time, what it dates, and who dates it so."""

    when: str
    what: str
    labels: tuple[str, ...]
    clashes: bool


def timeline(record: ReportRecord) -> Shown:
    """The moments of a report."""
    index = Index(record)
    found = moments(index)
    text = "\n".join(_line(m) for m in found[:_MOST]) + ("\n" if found else "")
    more = max(0, len(found) - _MOST)
    return part("timeline.html.j2", record.language, text, moments=found[:_MOST], more=more)


def moments(index: Index) -> list[Moment]:
    """The moments in the order of time; those nothing anchors come last."""
    groups: dict[tuple[str, str], list[tuple[Claim, Time]]] = {}
    for claim in index.record.claims:
        cluster = index.cluster_of.get(claim.id)
        for time in claim.times:
            if time.role == "event":
                groups.setdefault((label(time, index.words), cluster.id if cluster else claim.id), []).append(
                    (claim, time)
                )
    clashing = {c for f in index.record.conflicts if f.kind == "date" for s in f.sides for c in s.claims}
    rows = [
        (_order(found[0][1]), _moment(index, when, found, clashing)) for (when, _), found in groups.items()
    ]
    return [moment for _, moment in sorted(rows, key=lambda row: (row[0], row[1].when, row[1].what))]


def label(time: Time, words: Words) -> str:
    """A time in short: as people write it, its bounds, or the words printed where nothing anchors it."""
    if time.edtf:
        return escape.line(words.date(time.edtf))
    ends = [e.isoformat(" ", "minutes") for e in (time.earliest, time.latest) if e]
    return " – ".join(ends) if ends else f"“{escape.line(time.span.text)}”"


def _order(time: Time) -> tuple[bool, str]:
    known = time.earliest or time.latest
    return known is None, known.isoformat() if known else ""


def _moment(index: Index, when: str, found: list[tuple[Claim, Time]], clashing: set[str]) -> Moment:
    text = min((escape.line(c.span.text) for c, _ in found), key=len)
    labels = tuple(dict.fromkeys(index.label(c.document) for c, _ in found))
    return Moment(when, clipped(text), labels, any(c.id in clashing for c, _ in found))


def _line(moment: Moment) -> str:
    return f"{moment.when:<27} {'✗ ' if moment.clashes else ''}{moment.what}  ({', '.join(moment.labels)})"
