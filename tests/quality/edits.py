"""Single edits of one article: each must raise a conflict of its kind, or (kind none) none that was not
there.

Caught: a conflict of the kind has the edited place inside one span of a side, and a document of `against`
on another side. The edited place is all of what was put in; *changed words* is the part of it that differs
from what stood there. A harmless edit fails when a conflict names the edited place (any shared character)
and no conflict of that kind between the same documents named that place before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from claimcheck.judging.runs import around
from claimcheck.records import Document, Finding, ReportRecord, Span, Verdict
from tests.quality.data import OWN, five, load
from tests.quality.figure import Result, count, rate
from tests.quality.seeds import report as before
from tests.quality.show import main


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit: `text[start:end]` of a document, which is `find`, becomes `replace`."""

    document: str
    start: int
    end: int
    find: str
    replace: str
    kind: str
    against: tuple[str, ...]
    note: str

    @property
    def place(self) -> tuple[int, int]:
        """Where the new words stand in the edited text."""
        return self.start, self.start + len(self.replace)

    @property
    def changed(self) -> tuple[int, int]:
        """The part of the new words, in whole words, that differs from the old ones."""
        new, old = self.replace.split(" "), self.find.split(" ")
        head, tail = around(new, old)
        start = min(self.start + sum(len(w) + 1 for w in new[:head]), self.place[1])
        words = new[head : len(new) - tail]
        return start, start + len(" ".join(words).rstrip(",.;:"))


def edits(name: str) -> list[Edit]:
    """The edits of a file in tests/data."""
    return [_edit(entry) for entry in load(OWN / name)["edits"]]


def _edit(entry: dict[str, Any]) -> Edit:
    return Edit(**{**entry, "against": tuple(entry["against"])})


def apply(edit: Edit, documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents with one edited; `ValueError` when the old words do not stand where the edit says."""
    return tuple(_applied(edit, d) if d.id == edit.document else d for d in documents)


def _applied(edit: Edit, document: Document) -> Document:
    if document.text[edit.start : edit.end] != edit.find:
        raise ValueError(f"{edit.document}:{edit.start} does not hold {edit.find!r}")
    text = document.text[: edit.start] + edit.replace + document.text[edit.end :]
    return document.model_copy(update={"text": text})


def _on(finding: Finding, edit: Edit, place: tuple[int, int]) -> list[int]:
    """The sides that hold a place within one of their spans."""
    return [i for i, side in enumerate(finding.sides) if any(_holds(s, edit, place) for s in side.spans)]


def _holds(span: Span, edit: Edit, place: tuple[int, int]) -> bool:
    return span.document == edit.document and span.start <= place[0] and place[1] <= span.end


def catches(report: ReportRecord, edit: Edit, place: tuple[int, int]) -> bool:
    """Whether a conflict of the edit's kind sets the place against one of the documents it contradicts."""
    wanted = set(edit.against)
    return any(
        wanted & set(side.documents)
        for finding in report.conflicts
        if finding.kind == edit.kind
        for at in _on(finding, edit, place)
        for i, side in enumerate(finding.sides)
        if i != at
    )


Key = tuple[str, frozenset[str]]


def _named(report: ReportRecord, document: str, start: int, end: int) -> dict[Key, Finding]:
    """Conflicts with a span that shares a character with a place, by kind and the documents they join."""
    return {
        (f.kind, frozenset(d for side in f.sides for d in side.documents)): f
        for f in report.conflicts
        if any(s.document == document and s.start < end and start < s.end for x in f.sides for s in x.spans)
    }


def flags(old: ReportRecord, new: ReportRecord, edit: Edit) -> list[Finding]:
    """Conflicts that name the edited place and were not there before the edit."""
    known = _named(old, edit.document, edit.start, edit.end)
    now = _named(new, edit.document, *edit.place)
    return [f for key, f in now.items() if key not in known and not _grown(key, known)]


def _grown(key: Key, known: dict[Key, Finding]) -> bool:
    """Whether a conflict of that kind named the place before, with some of the same documents."""
    return any(kind == key[0] and len(documents & key[1]) > 1 for kind, documents in known)


def figures() -> list[Result]:
    """Caught and flagged edits of the given file and of our own; of the hard ones nothing is asked."""
    return [
        *_file("edits", "seeds_edits.json", 1.0),
        *_file("more edits", "more_edits.json", 0.85),
        *_file("hard edits", "hard_edits.json", None),
    ]


def _file(name: str, file: str, asked: float | None) -> list[Result]:
    import claimcheck

    rows = [(e, claimcheck.compare(apply(e, five()))) for e in edits(file)]
    real, harmless = [r for r in rows if r[0].kind != "none"], [r for r in rows if r[0].kind == "none"]
    missed = [_missed(e, r) for e, r in real if not catches(r, e, e.place)]
    words = [e for e, r in real if not catches(r, e, e.changed)]
    flagged = [(e, f) for e, r in harmless for f in flags(before(), r, e)[:1]]
    by_kind = [
        _of_kind(name, kind, real) for kind in ("number", "date", "attribution", "polarity", "quotation")
    ]
    return [
        rate(f"{name} caught", len(real) - len(missed), len(real), asked, failures=missed),
        rate(f"{name} caught, changed words", len(real) - len(words), len(real)),
        *[figure for figure in by_kind if figure],
        count(
            f"{name} harmless flagged",
            len(flagged),
            0,
            of=len(harmless),
            failures=[_flagged(*x) for x in flagged],
        ),
    ]


def _of_kind(name: str, kind: str, rows: Sequence[tuple[Edit, ReportRecord]]) -> Result | None:
    mine = [(e, r) for e, r in rows if e.kind == kind]
    return (
        rate(f"{name} caught, {kind}", sum(catches(r, e, e.place) for e, r in mine), len(mine))
        if mine
        else None
    )


def _missed(edit: Edit, report: ReportRecord) -> str:
    near = "; ".join(f"{f.kind}: {f.headline}" for f in report.conflicts if _on(f, edit, edit.changed))
    told = "; ".join(_told(report, edit)) or "linked with none of them"
    return f"{edit.kind}: {_words(edit)} ({edit.note}) … {told}{near and ' … but ' + near}"


def _told(report: ReportRecord, edit: Edit) -> Iterator[str]:
    """What was made of the edited claims and those of the documents that they contradict."""
    claims = {c.id: c for c in report.claims}
    here = {c.id for c in report.claims if _holds(c.span, edit, edit.changed)}
    for cluster in report.clusters:
        mine = here & set(cluster.claims)
        other = {c for c in cluster.claims if claims[c].document in edit.against}
        if mine and other:
            said = [v for v in report.verdicts if v.kind == edit.kind and _between(v, mine, other)]
            rows = sorted({f"{v.relation} ({v.steps[-1].rule if v.steps else '?'})" for v in said})
            yield f"linked with {len(other)}: {', '.join(rows) or 'no verdict of that kind'}"


def _between(verdict: Verdict, mine: set[str], other: set[str]) -> bool:
    ends = (verdict.a, verdict.b)
    return any(x in mine and y in other for x, y in (ends, ends[::-1]))


def _flagged(edit: Edit, finding: Finding) -> str:
    return f"{_words(edit)} ({edit.note})\n{finding.explain()}"


def _words(edit: Edit) -> str:
    return f"{edit.document[:3]}:{edit.start} “{edit.find}” → “{edit.replace}”"


if __name__ == "__main__":
    main(figures)
