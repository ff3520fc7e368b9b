"""Links of unlabelled bundles, read by eye: 2,000 pairs of claims of different reports, each judged.

A pair is judged "yes" where the two claims state one fact, up to their answers and their detail; "partly" where
the fact of one is a side part of the other; "no" otherwise. The pairs were drawn at random, in four strata of
the score they had on the day (linked; scored as links but not in one cluster; down to one below; down to 2.5
below), claims with four fifths of their words in common left out: `verbatim` is their number among the links of that
day, and they count as right. links.json keeps ids and offsets, no press text, and how many pairs each stratum had
and how many were drawn, so that every judged pair stands for several. A claim that is cut
otherwise today counts where it shares four fifths of its letters with the one that was read.

fresh_links.json holds 400 links, drawn evenly by `draw_links` after the weights were fitted, each judged by two readers
who did not see each other's judgements; drawn_links.json holds 400 that were drawn before, and that the fit has seen.
Counted are those that are links still, each by the share of the readers who say "yes", or at least "partly": what a
link that is shown is worth.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from claimcheck.records import Claim, ReportRecord
from tests.quality.data import article, bundles, load, missing
from tests.quality.figure import Result, iou, rate
from tests.quality.show import main

SAME = 0.8  # intersection over union from which two cuts are one claim
JUDGED = Path(__file__).with_name("links.json")
FRESH = Path(__file__).with_name("fresh_links.json")
DRAWN = Path(__file__).with_name("drawn_links.json")
Pair = tuple[str, str]


@cache
def judged() -> dict[str, dict[Pair, tuple[str, float]]]:
    """For each bundle its judged pairs of claim ids: what was said, and for how many pairs each stands."""
    kept: dict[str, Any] = load(JUDGED)
    stands = {stratum: of / drawn for stratum, (of, drawn) in kept["strata"].items()}
    found: dict[str, dict[Pair, tuple[str, float]]] = defaultdict(dict)
    for bundle, a, b, says, stratum in kept["pairs"]:
        found[bundle][a, b] = says, stands[stratum]
    return found


@cache
def reports() -> dict[str, ReportRecord]:
    """The bundles that hold judged pairs, compared."""
    import claimcheck

    return {
        b["bundle"]: claimcheck.compare([article(id) for id in b["docs"]])
        for b in bundles()
        if b["bundle"] in judged()
    }


def figures() -> list[Result]:
    """How many of the pairs that are linked are right, and how many of the right ones are linked."""
    return list(missing("links", "id_news/bundles.jsonl")) or [
        *_of_drawn(FRESH, "links drawn", 0.93),
        *_of_drawn(DRAWN, "links drawn before the fit"),
        *_read_by_eye(),
    ]


def pairs(name: str, claims: Sequence[Claim]) -> Iterator[tuple[int, int, str, float]]:
    """The judged pairs of a bundle: two of its claims by position, what was said, for how many pairs it stands."""
    by_document: dict[str, list[int]] = defaultdict(list)
    for i, claim in enumerate(claims):
        by_document[claim.document].append(i)

    def at(place: str) -> int | None:
        document, _, ends = place.partition(":")
        start, end = map(int, ends.split("-"))
        shares = [
            (iou((claims[i].span.start, claims[i].span.end), (start, end)), -i) for i in by_document[document]
        ]
        best, i = max(shares, default=(0.0, 0))
        return -i if best >= SAME else None

    for (a, b), (says, stands) in judged()[name].items():
        i, j = at(a), at(b)
        if i is not None and j is not None:
            yield min(i, j), max(i, j), says, stands


def _of_drawn(path: Path, name: str, asked: float | None = None) -> list[Result]:
    kept = right = partly = 0.0
    for bundle, a, b, *said in load(path):
        owner = _owner(bundle)
        if a in owner and owner[a] == owner.get(b):
            kept += 1
            right += said.count("yes") / len(said)
            partly += (len(said) - said.count("no")) / len(said)
    return [
        rate(f"{name}, right", right, kept, asked),
        rate(f"{name}, right at least in part", partly, kept),
    ]


@cache
def _owner(bundle: str) -> dict[str, str]:
    """The cluster of each claim of a bundle."""
    import claimcheck

    ids = next(b["docs"] for b in bundles() if b["bundle"] == bundle)
    report = reports().get(bundle) or claimcheck.compare([article(id) for id in ids])
    return {claim: cluster.id for cluster in report.clusters for claim in cluster.claims}


def _read_by_eye() -> list[Result]:
    right = partly = linked = wanted = 0.0
    for name, report in reports().items():
        owner = {claim: cluster.id for cluster in report.clusters for claim in cluster.claims}
        for i, j, says, stands in pairs(name, report.claims):
            mine, theirs = owner.get(report.claims[i].id), owner.get(report.claims[j].id)
            together = mine is not None and mine == theirs
            wanted += stands * (says == "yes")
            linked += stands * together
            right += stands * (says == "yes" and together)
            partly += stands * (says == "partly" and together)
    verbatim = load(JUDGED)["verbatim"]
    return [
        rate("links read by eye, right", round(right + verbatim), round(linked + verbatim), 0.93),
        rate(
            "links read by eye, right at least in part",
            round(right + partly + verbatim),
            round(linked + verbatim),
        ),
        rate("links read by eye, right among those in other words", round(right), round(linked)),
        rate("right links found, in other words", round(right), round(wanted)),
    ]


if __name__ == "__main__":
    main(figures)
