"""Fits the weights of `claimcheck.linking.levels.WEIGHTS` on links judged by readers and prints the table.

`python -m tests.quality.fit_links [SEED]`: a walk of small random steps from the table as it stands (ten minutes, a
fixed seed). It keeps each step after which the clusters are worth more to a reader: the pairs of links.json and of
drawn_links.json that are linked and right, and the right ones found; the links of the labelled bundles between claims
of one fact, and of different facts; the labelled conflicts with both answers in one cluster; and F of the five
articles where it falls below what it had. What tells that answers differ may weigh only so much, or nothing would be
left to clash.
"""

import random
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np

from claimcheck.compare import _clusters
from claimcheck.evaluate import evaluate, facts
from claimcheck.linking import levels, link
from claimcheck.linking.candidates import candidates
from claimcheck.linking.cluster import cluster
from claimcheck.linking.levels import ALONE, BEFORE, WEIGHTS
from claimcheck.linking.rows import Numbers
from claimcheck.linking.weights import Weighing, weigh
from claimcheck.records import Claim, Document, ReportRecord
from tests.quality import links
from tests.quality.bundles import LABELS
from tests.quality.data import OWN, SHARED, article, bundles, five, load

NAMES = (*ALONE, "link.rivals", "link.neighbours")
STEPS, STRIDE = 600, 0.35
STANDS = frozenset(
    {"link.direction", "link.event", "link.times"}
)  # few judged pairs show them: given, not fitted
MOST = {"link.numbers": 1.0, "link.polarity": 0.6}  # what tells that answers differ
HELD = {"sentence link F": 0.978, "claim link F": 0.924}
FOUND, FELL, SAME, OTHER, CLASHING = (
    0.6,
    2.0,
    0.001,
    0.0005,
    0.03,
)  # what each is worth beside a share that is right
Pair = tuple[int, int]
Place = tuple[str, int, int]


@dataclass
class Sample:
    """The claims of one comparison, their pairs and what those show; of labelled bundles also their facts.

    `facts` are those of each claim, `clashes` the pairs of claims that give different answers to one labelled
    conflict, conflict by conflict.
    """

    name: str
    claims: list[Claim]
    pairs: link.Pairs
    shows: Numbers
    weighing: Weighing
    facts: Mapping[int, set[str]]
    clashes: Sequence[set[Pair]] = ()


def sample(name: str, documents: Sequence[Document]) -> Sample:
    """The claims of documents as `compare` links them."""
    import claimcheck

    claims = list(claimcheck.compare(documents).claims)
    weighing = weigh(claims, link.bundle_events(claims))
    pairs = link.seen(weighing, *candidates(weighing))
    shows = np.stack(list(levels.alone(weighing, pairs.a, pairs.b).values()), axis=1)
    return Sample(name, claims, pairs, shows, weighing, {})


def labelled(name: str) -> Sample:
    """One bundle labelled fact by fact."""
    gold = load(SHARED / LABELS / f"{name}.json")
    documents = [article(id) for id in sorted({m["doc"] for f in gold["facts"] for m in f["mentions"]})]
    made = sample(name, documents)
    known, clashes = defaultdict(set), []
    for fact in facts(ReportRecord(documents=tuple(documents)), gold):
        places = [(_covering(made.claims, mention.place), mention.group) for mention in fact.mentions]
        for c in (c for covering, _ in places for c in covering):
            known[c].add(fact.id)
        if fact.verdict == "conflict":
            clashes.append(
                {
                    (min(a, b), max(a, b))
                    for (one, here), (other, there) in combinations(places, 2)
                    for a in one
                    for b in other
                    if here != there and made.claims[a].document != made.claims[b].document
                }
            )
    made.facts, made.clashes = known, [pairs for pairs in clashes if pairs]
    return made


def _covering(claims: Sequence[Claim], place: Place) -> list[int]:
    document, start, end = place
    return [
        i
        for i, c in enumerate(claims)
        if c.document == document and c.span.start <= start and end <= c.span.end
    ]


def columns(made: Sample) -> Numbers:
    """All features of the pairs of a sample, `rivals` and `near` by the weights as they stand."""
    a, b = made.pairs.a, made.pairs.b
    plain = link.by_themselves(dict(zip(ALONE, made.shows.T, strict=True)))
    around = [link.rivals(made.weighing, a, b, plain), link.neighbours(made.weighing, a, b, plain)]
    return np.concatenate([made.shows, np.stack(around, axis=1)], axis=1)


def use(weights: Mapping[str, float]) -> None:
    """Make these the weights that linking uses, for the rest of this process."""
    for module in (levels, link):
        module.WEIGHTS = dict(weights)  # type: ignore[attr-defined]
    globals()["WEIGHTS"] = dict(weights)


def groups(made: Sample) -> list[tuple[int, ...]]:
    """The clusters that the weights give, as `compare` makes them."""
    scores = WEIGHTS[BEFORE] + columns(made) @ np.array([WEIGHTS[name] for name in NAMES])
    kept = np.flatnonzero(scores >= link.FAINT)
    order = kept[np.argsort(-scores[kept].round(9), kind="stable")]
    rows = zip(
        made.pairs.a[order].tolist(), made.pairs.b[order].tolist(), scores[order].tolist(), strict=True
    )
    return cluster([link.Link(*row) for row in rows], made.claims)


def together(made: Sample) -> set[Pair]:
    """The pairs of claims of different documents in one cluster."""
    return {
        (a, b)
        for group in groups(made)
        for a, b in combinations(group, 2)
        if made.claims[a].document != made.claims[b].document
    }


def by_eye(found: Sequence[Sample]) -> tuple[float, float, float]:
    """Of the judged pairs, as many as they stand for: linked, linked and right, right."""
    linked = right = wanted = 0.0
    for made in (m for m in found if m.name in links.judged()):
        held = together(made)
        for i, j, says, stands in links.pairs(made.name, made.claims):
            linked += stands * ((i, j) in held)
            right += stands * ((i, j) in held and says == "yes")
            wanted += stands * (says == "yes")
    return linked, right, wanted


def of_drawn(found: Sequence[Sample]) -> tuple[float, int]:
    """Of the links that were drawn: how many are right, and how many are links still."""
    held = {made.name: together(made) for made in found}
    place = {made.name: {claim.id: i for i, claim in enumerate(made.claims)} for made in found}
    right, kept = 0.0, 0
    for bundle, a, b, *said in load(links.DRAWN):
        at = place[bundle]
        if a in at and b in at and (min(at[a], at[b]), max(at[a], at[b])) in held[bundle]:
            right, kept = right + said.count("yes") / len(said), kept + 1
    return right, kept


def by_fact(facted: Sequence[Sample]) -> tuple[int, int, int]:
    """Links of labelled claims in clusters: those of one fact, of different facts; and conflicts in one cluster."""
    right = wrong = clashing = 0
    for made in facted:
        held = together(made)
        clashing += sum(bool(pairs & held) for pairs in made.clashes)
        for a, b in held:
            if made.facts.get(a) and made.facts.get(b):
                same = bool(made.facts[a] & made.facts[b])
                right, wrong = right + same, wrong + (not same)
    return right, wrong, clashing


def fell(made: Sample, report: ReportRecord) -> float:
    """By how much the links of the five articles fall below what they had."""
    clusters = _clusters(groups(made), made.claims, report.origins)
    scores = evaluate(report.model_copy(update={"clusters": clusters}), load(OWN / "seeds.json"))
    return sum(max(0.0, least - scores[name]) for name, least in HELD.items())


def worth(found: Sequence[Sample], facted: Sequence[Sample], news: Sample, report: ReportRecord) -> float:
    """What the clusters are worth to a reader; the links in the same words count as right."""
    linked, right, wanted = by_eye(found)
    good, kept = of_drawn(found)
    same, other, clashing = by_fact(facted)
    verbatim = load(links.JUDGED)["verbatim"]
    return (
        (right + verbatim) / (linked + verbatim)
        + good / kept
        + FOUND * right / wanted
        + SAME * same
        - OTHER * other
        + CLASHING * clashing
        - FELL * fell(news, report)
    )


def walked(
    found: Sequence[Sample], facted: Sequence[Sample], news: Sample, report: ReportRecord, seed: int
) -> dict[str, float]:
    """The table after steps of one to three weights at a time, each kept where the clusters are worth more."""
    chance, table = random.Random(seed), dict(WEIGHTS)
    free = [name for name in table if name not in STANDS]
    best = worth(found, facted, news, report)
    for _ in range(STEPS):
        tried = dict(table)
        for name in chance.sample(free, chance.choice((1, 1, 2, 3))):
            value = tried[name] + chance.gauss(0, STRIDE)
            tried[name] = value if name == BEFORE else min(max(0.0, value), MOST.get(name, 10.0))
        use(tried)
        value = worth(found, facted, news, report)
        if value > best:
            best, table = value, tried
    return table


def main() -> None:
    """Walk, print the table and what it gives."""
    import claimcheck

    of_bundle: dict[str, Any] = {b["bundle"]: b["docs"] for b in bundles()}
    names = sorted({*links.judged(), *(row[0] for row in load(links.DRAWN))})
    found = [sample(name, [article(id) for id in of_bundle[name]]) for name in names]
    facted = [labelled(path.stem) for path in sorted((SHARED / LABELS).glob("*.json"))]
    seed = int(sys.argv[1]) if sys.argv[1:] else 0
    use(walked(found, facted, sample("five", five()), claimcheck.compare(five()), seed))
    linked, good, wanted = by_eye(found)
    right, kept = of_drawn(found)
    same, other, clashing = by_fact(facted)
    for name, value in WEIGHTS.items():
        print(f'        "{name}": {value:.2f},')
    print(
        f"judged pairs right {good / linked:.3f}, found {good / wanted:.3f}; drawn right {right / kept:.3f}; "
        f"{same} links of one fact, {other} of others; {clashing} conflicts in one cluster"
    )


if __name__ == "__main__":
    main()
