"""Clashes of 168 unlabelled bundles, read by eye: what a careful reader marks, and how much of it is found.

Readers went through every article of the bundles and marked each two places whose answers to one question cannot
both be true as printed ("conflict"), those one could defend ("arguable"), growing figures ("update"), and the
differences of scope that a hasty tool takes for a clash ("scope"). clashes.json keeps ids and offsets, no press
text. A conflict is found when a finding has one side on the one place and another side on the other; inside one
article, when it stands on both, or when the calendar is told of either. An update or a scope that a conflict joins is
counted as wrong. The readers were language models in one pass: a mark may be missing or debatable.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

from claimcheck.evaluate import Place, overlap
from claimcheck.records import Finding, ReportRecord
from tests.quality.data import article, bundles, load, missing
from tests.quality.figure import Result, count, rate
from tests.quality.show import main

MARKED = Path(__file__).with_name("clashes.json")
Mark = tuple[str, str, str, Place, Place]  # bundle, kind, verdict, and the two answers


@cache
def marks() -> tuple[Mark, ...]:
    """What the readers marked."""
    return tuple((b, kind, verdict, _place(x), _place(y)) for b, kind, verdict, x, y in load(MARKED))


def _place(text: str) -> Place:
    document, _, ends = text.rpartition(":")
    start, end = map(int, ends.split("-"))
    return document, start, end


@cache
def reports() -> dict[str, ReportRecord]:
    """The bundles that hold marks, compared."""
    import claimcheck

    marked = {mark[0] for mark in marks()}
    return {
        b["bundle"]: claimcheck.compare([article(id) for id in b["docs"]])
        for b in bundles()
        if b["bundle"] in marked
    }


def figures() -> list[Result]:
    """How many marked conflicts are found, across reports and inside one, and how many others are taken for one."""
    return list(missing("clashes", "id_news/bundles.jsonl")) or list(_figures())


def _figures() -> Iterator[Result]:
    found: dict[tuple[str, bool], list[tuple[Mark, bool]]] = defaultdict(list)
    for mark in marks():
        _, _, verdict, x, y = mark
        hit = any(shows(f, x, y) for f in reports()[mark[0]].conflicts)
        found[verdict, x[0] == y[0]].append((mark, hit))
    for inside, name in ((False, "between reports"), (True, "inside one report")):
        rows = found["conflict", inside]
        for kinds, what in ((("number", "date"), "numbers and dates "), ((), "")):
            of_kind = [row for row in rows if not kinds or row[0][1] in kinds]
            lost = [_line(mark) for mark, hit in of_kind if not hit]
            hits = len(of_kind) - len(lost)
            yield rate(f"clashes found {what}{name}", hits, len(of_kind), failures=lost if not kinds else ())
    wrong = [
        _line(mark)
        for (verdict, _), rows in found.items()
        if verdict in ("update", "scope")
        for mark, hit in rows
        if hit
    ]
    of = sum(len(rows) for (verdict, _), rows in found.items() if verdict in ("update", "scope"))
    yield count("clashes that are updates or of another scope", len(wrong), 0, of=of, failures=wrong)


def shows(finding: Finding, x: Place, y: Place) -> bool:
    """Whether a finding tells of two answers: on two sides, or in one report on both, or of its calendar."""
    sides = [[(s.document, s.start, s.end) for s in side.spans] for side in finding.sides]
    on = [
        (any(overlap(p, x) >= 0.5 for p in side), any(overlap(p, y) >= 0.5 for p in side)) for side in sides
    ]
    if x[0] == y[0]:
        both = any(a for a, _ in on) and any(b for _, b in on)
        return both or (finding.kind == "calendar" and any(a or b for a, b in on))
    return any((a[0] and b[1]) or (a[1] and b[0]) for a, b in combinations(on, 2))


def _line(mark: Mark) -> str:
    bundle, kind, verdict, *places = mark
    said = " ↔ ".join(f"{d}:{s}-{e} “{article(d).text[max(0, s - 60) : e + 30]}”" for d, s, e in places)
    return f"{bundle} [{kind}, {verdict}] {said}".replace("\n", " ")


if __name__ == "__main__":
    main(figures)
