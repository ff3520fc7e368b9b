"""Single-fact edits by `claimcheck.testing.inject` in real articles, compared with the original and a third.

The first 500 articles of the bundles (one edit of each kind an article, seed = its number) are taken with
the next article of their bundle. Caught: a conflict of the kind has the edited words inside one span of a
side and the original on another side. A harmless rewrite is flagged when any conflict sets the rewritten
words against the original.
"""

from collections.abc import Iterator

from claimcheck.records import Document, Finding, ReportRecord
from claimcheck.testing import HARMLESS, REAL, Injected, Kind, inject
from tests.quality.data import article, bundles, missing
from tests.quality.figure import Result, count, rate
from tests.quality.show import main

SIZE = 500
ASKED: dict[str, float] = {"number": 0.95, "date": 0.95, "attribution": 0.85}


def figures(size: int = SIZE) -> list[Result]:
    """Edits caught by kind, and the share of harmless rewrites flagged."""
    return list(missing("inject", "id_news/bundles.jsonl")) or _measure(size)


def _pairs(size: int) -> Iterator[tuple[str, str]]:
    """Articles of the bundles, each once, with the next article of the bundle."""
    seen: set[str] = set()
    for bundle in bundles():
        ids = bundle["docs"]
        for i, id in enumerate(ids):
            if id not in seen and len(seen) < size:
                seen.add(id)
                yield id, ids[(i + 1) % len(ids)]


def _measure(size: int) -> list[Result]:
    rows = [(kind, *row) for kind in (*REAL, *HARMLESS) for row in _edited(kind, size)]
    return [
        *(_caught(kind, rows) for kind in REAL),
        _flagged(rows),
        *(_flagged_of(kind, rows) for kind in HARMLESS),
    ]


Row = tuple[Kind, str, Injected, ReportRecord]


def _edited(kind: Kind, size: int) -> Iterator[tuple[str, Injected, ReportRecord]]:
    import claimcheck

    for seed, (id, other) in enumerate(_pairs(size)):
        original = article(id)
        edit = inject(original, kind=kind, seed=seed)
        if edit:
            edited: Document = edit.document.model_copy(update={"id": id + "~"})
            yield id, edit, claimcheck.compare([original, edited, article(other)])


def names(finding: Finding, id: str, edit: Injected, *, whole: bool) -> bool:
    """Whether one side stands on the edited words and another side holds the original."""
    for i, side in enumerate(finding.sides):
        here = [s for s in side.spans if s.document == id + "~" and s.start < edit.end and edit.start < s.end]
        if whole:
            here = [s for s in here if s.start <= edit.start and edit.end <= s.end]
        apart = whole or id not in side.documents
        if here and apart and any(id in other.documents for j, other in enumerate(finding.sides) if i != j):
            return True
    return False


def _caught(kind: str, rows: list[Row]) -> Result:
    mine = [r for r in rows if r[0] == kind]
    missed = [
        f"{id} {_said(edit)}"
        for _, id, edit, report in mine
        if not any(f.kind == kind and names(f, id, edit, whole=True) for f in report.conflicts)
    ]
    return rate(f"inject {kind} caught", len(mine) - len(missed), len(mine), ASKED[kind], failures=missed)


def _flags(rows: list[Row]) -> list[str]:
    return [
        f"{kind}: {id} {_said(edit)}\n{f.explain()}"
        for kind, id, edit, report in rows
        for f in [f for f in report.conflicts if names(f, id, edit, whole=False)][:1]
    ]


def _flagged(rows: list[Row]) -> Result:
    mine = [r for r in rows if r[0] in HARMLESS]
    lines = _flags(mine)
    return count("inject harmless flagged, share", len(lines) / (len(mine) or 1), 0.005, failures=lines)


def _flagged_of(kind: str, rows: list[Row]) -> Result:
    mine = [r for r in rows if r[0] == kind]
    return count(f"inject {kind} flagged", len(_flags(mine)), of=len(mine))


def _said(edit: Injected) -> str:
    text = edit.document.text
    around = text[max(0, edit.start - 70) : edit.start], text[edit.end : edit.end + 50]
    return f"{around[0]}[{edit.before} → {edit.after}]{around[1]}".replace("\n", " / ")


if __name__ == "__main__":
    main(figures)
