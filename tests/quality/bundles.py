"""Twelve bundles of Indonesian news labelled fact by fact: links, conflicts, verdicts; every false one
listed.

The rules are those of `claimcheck.evaluate` for facts, summed over the bundles. Besides the shape that a
rule asks, a finding speaks of a fact only when their kinds fit (number and arithmetic, date and calendar,
attribution and quotation, polarity). *Fact pairs in related sentences* counts the same pairs as fact link recall:
found where `Report.related` names the sentence of the one for the other, or the one sentence is linked to the other.
"""

from functools import cache
from itertools import combinations

from claimcheck.evaluate import LINKED_VERDICTS, Score, Scores, evaluate, facts, linked_claims, overlap
from claimcheck.linking.happenings import pairs, tellings
from claimcheck.records import Sentence
from claimcheck.report import Report
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
def reports() -> dict[str, tuple[Report, Scores]]:
    """Each labelled bundle compared and scored."""
    import claimcheck

    found: dict[str, tuple[Report, Scores]] = {}
    for path in sorted((SHARED / LABELS).glob("*.json")):
        gold = load(path)
        documents = sorted({m["doc"] for f in gold["facts"] for m in f["mentions"]})
        report = claimcheck.compare([article(id) for id in documents])
        found[path.stem] = report, evaluate(report, gold)
    return found


def figures() -> list[Result]:
    """The shares over all twelve bundles."""
    return list(missing("bundles", LABELS)) or [
        *(_total(name, asked) for name, asked in ASKED.items()),
        _related(),
    ]


def _total(name: str, asked: float | None) -> Result:
    parts: list[tuple[str, Score]] = [(id, s.score(name)) for id, (_, s) in reports().items()]
    lines = [f"{id} {line}" for id, score in parts for line in score.failed]
    return rate(
        f"bundles {name}", sum(p.right for _, p in parts), sum(p.of for _, p in parts), asked, failures=lines
    )


def _related() -> Result:
    """The labelled pairs of reports that state one fact, by whether their sentences are related or linked."""
    found, wanted = 0, 0
    for id, (report, _) in reports().items():
        told = tellings(report.events, report.claims)
        met = {frozenset(map(_place, pair)) for pair in pairs(told)}
        met |= {frozenset((_place(a.sentence), _place(b.sentence))) for a, b in linked_claims(report)}
        places = {_place(claim.sentence) for claim in report.claims}
        for fact in facts(report, load(SHARED / LABELS / f"{id}.json")):
            stand = [{p for p in places if overlap(p, m.place) >= 0.5} for m in fact.mentions]
            for one, other in combinations(range(len(stand)), 2):
                if (
                    fact.verdict in LINKED_VERDICTS
                    and fact.mentions[one].place[0] != fact.mentions[other].place[0]
                ):
                    wanted += 1
                    found += any(frozenset((a, b)) in met for a in stand[one] for b in stand[other])
    return rate("bundles fact pairs in related sentences", found, wanted)


def _place(sentence: Sentence) -> tuple[str, int, int]:
    return sentence.span.document, sentence.span.start, sentence.span.end


if __name__ == "__main__":
    main(figures)
