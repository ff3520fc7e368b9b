"""Twelve bundles of Indonesian news labelled fact by fact: links, conflicts, verdicts; every false one
listed.

The rules are those of `claimcheck.evaluate` for facts, summed over the bundles. Besides the shape that a
rule asks, a finding speaks of a fact only when their kinds fit (number and arithmetic, date and calendar,
attribution and quotation, polarity).
"""

from functools import cache

from claimcheck.evaluate import Score, Scores, evaluate
from claimcheck.records import ReportRecord
from tests.quality.data import SHARED, article, load, missing
from tests.quality.figure import Result, rate
from tests.quality.show import main

LABELS = "id_news/labels"
ASKED = {
    "fact link recall": 0.85,
    "fact link recall, claims inside a value too": None,
    "conflict recall": 0.80,
    "intra recall": 0.80,
    "strict precision": 0.70,
    "lenient precision": 0.90,
    "verdicts told": None,
    "verdicts right": 0.85,
    "verdicts right, same and compatible as one": None,
}


@cache
def reports() -> dict[str, tuple[ReportRecord, Scores]]:
    """Each labelled bundle compared and scored."""
    import claimcheck

    found: dict[str, tuple[ReportRecord, Scores]] = {}
    for path in sorted((SHARED / LABELS).glob("*.json")):
        gold = load(path)
        documents = sorted({m["doc"] for f in gold["facts"] for m in f["mentions"]})
        report = claimcheck.compare([article(id) for id in documents])
        found[path.stem] = report, evaluate(report, gold)
    return found


def figures() -> list[Result]:
    """The shares over all twelve bundles."""
    return list(missing("bundles", LABELS)) or [_total(name, asked) for name, asked in ASKED.items()]


def _total(name: str, asked: float | None) -> Result:
    parts: list[tuple[str, Score]] = [(id, s.score(name)) for id, (_, s) in reports().items()]
    lines = [f"{id} {line}" for id, score in parts for line in score.failed]
    return rate(
        f"bundles {name}", sum(p.right for _, p in parts), sum(p.of for _, p in parts), asked, failures=lines
    )


if __name__ == "__main__":
    main(figures)
