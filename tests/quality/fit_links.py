"""Fits the weights of `claimcheck.linking.levels.WEIGHTS` on pairs judged by readers and prints the table.

`python -m tests.quality.fit_links`: the pairs of links.json, the pairs of the five articles (linked by a reader or
not), and pairs across the two sub-events of every fourth ECB+ topic, never linked. First a logistic regression; no
weight may fall below zero, since each feature has its sign built in. A regression sees pairs, a reader sees
clusters: so then a walk of small random steps (ten minutes, fixed seed) keeps each step after which the clusters
are worth more: the judged pairs linked rightly and found, the links of the labelled bundles between claims of one
fact and of different facts, and F of the five articles where it falls below what they had. The table in
`levels.py` began as such a walk's and was then set by hand, for which `python -m tests.quality links bundles seeds`
told how many links are right and found.
"""

import math
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
from scipy.optimize import minimize

from claimcheck.compare import _clusters
from claimcheck.evaluate import _gold_place, evaluate, facts, iou
from claimcheck.linking import levels, link
from claimcheck.linking.candidates import candidates
from claimcheck.linking.cluster import cluster
from claimcheck.linking.levels import ALONE, BEFORE, WEIGHTS
from claimcheck.linking.weights import Numbers, Weighing, weigh
from claimcheck.records import Claim, Document, ReportRecord
from tests.quality import ecb, links
from tests.quality.bundles import LABELS
from tests.quality.data import OWN, SHARED, article, bundles, five, load

NAMES = (*ALONE, "link.rivals", "link.neighbours")
ROUNDS = 3  # fits, since what is nearest depends on the weights
RIDGE = 1e-4
SEEDS, EVENTS, PARTLY = 2.0, 0.3, 0.5  # weights of kinds of pairs
# What every reader holds but few or no judged pairs show is given, not fitted: from and to turned round; a number
# of which each report gives one; other people and places; one report twice.
GIVEN = {"link.direction": 10.0, "link.only": 1.0, "link.event": 3.6, "link.inside": 3.0}
STEPS, STRIDE = 700, 0.35
HELD = {"sentence link F": 0.974, "claim link F": 0.9166}
FACTS = 272  # links of one fact under which each counts against a step
Pair = tuple[int, int]


@dataclass
class Sample:
    """The claims of one comparison, their pairs, and which of them are links (weight 0: not known)."""

    name: str
    claims: list[Claim]
    pairs: link.Pairs
    shows: Numbers
    weighing: Weighing
    linked: Numbers
    weight: Numbers
    facts: Mapping[int, set[str]]


def claims_of(documents: Sequence[Document]) -> list[Claim]:
    """The claims of documents as `compare` links them."""
    import claimcheck

    return list(claimcheck.compare(documents).claims)


def sample(name: str, claims: list[Claim], known: Mapping[Pair, tuple[bool, float]]) -> Sample:
    """A comparison whose pairs are known: linked or not, and how much each weighs."""
    weighing = weigh(claims)
    pairs = link.seen(weighing, *candidates(weighing))
    told = [known.get(k, (False, 0.0)) for k in zip(pairs.a.tolist(), pairs.b.tolist(), strict=True)]
    linked, weight = np.array([yes for yes, _ in told]), np.array([w for _, w in told])
    shows = levels.alone(weighing, pairs.a, pairs.b)
    return Sample(name, claims, pairs, shows, weighing, linked, weight, {})


def judged(name: str, ids: Sequence[str]) -> Sample:
    """One bundle with pairs read by eye; each weighs as the root of how many it stands for."""
    claims = claims_of([article(id) for id in ids])
    known = {
        (i, j): (says == "yes", stands**0.5 * (PARTLY if says == "partly" else 1.0))
        for i, j, says, stands in links.pairs(name, claims)
    }
    return sample(name, claims, known)


def labelled(name: str) -> Sample:
    """One bundle labelled fact by fact, for counting only: its mentions are a part of what could be linked."""
    gold = load(SHARED / LABELS / f"{name}.json")
    ids = sorted({m["doc"] for f in gold["facts"] for m in f["mentions"]})
    documents = [article(id) for id in ids]
    made = sample(name, claims_of(documents), {})
    known = defaultdict(set)
    for fact in facts(ReportRecord(documents=tuple(documents)), gold):
        for mention in fact.mentions:
            for c in _covering(made.claims, mention.place):
                known[c].add(fact.id)
    made.facts = known
    return made


def _covering(claims: Sequence[Claim], place: tuple[str, int, int]) -> list[int]:
    document, start, end = place
    return [
        i
        for i, c in enumerate(claims)
        if c.document == document and c.span.start <= start and end <= c.span.end
    ]


def seeds() -> Sample:
    """The five articles: pairs that either reader linked; pairs inside one article are not known."""
    claims = claims_of(five())
    places = [(c.document, c.span.start, c.span.end) for c in claims]
    yes = set()
    for entry in load(OWN / "seeds.json")["links"]:
        sides = [[i for i, p in enumerate(places) if _near(p, entry[s])] for s in "ab"]
        yes |= {(min(a, b), max(a, b)) for a in sides[0] for b in sides[1]}
    across = [(a, b) for a, b in combinations(range(len(claims)), 2) if places[a][0] != places[b][0]]
    return sample("seeds", claims, {pair: (pair in yes, SEEDS) for pair in across})


def _near(place: tuple[str, int, int], places: Sequence[Any]) -> bool:
    return any(iou(place, _gold_place(p)) >= 0.5 for p in places)


def events(topic: str) -> Sample:
    """One ECB+ topic: pairs across its two sub-events are no links, the others are not known."""
    ids = sorted(id for id, t in ecb.texts().items() if t["topic"] == topic)
    claims = claims_of([ecb.document(id) for id in ids])
    kind = [ecb.texts()[c.document]["subtopic"] for c in claims]
    apart = [(a, b) for a, b in combinations(range(len(claims)), 2) if kind[a] != kind[b]]
    return sample(f"ecb {topic}", claims, dict.fromkeys(apart, (False, EVENTS)))


def samples() -> Iterator[Sample]:
    """All that is learned from, read once."""
    yield from (judged(b["bundle"], b["docs"]) for b in bundles() if b["bundle"] in links.judged())
    yield seeds()
    yield from (events(topic) for topic in sorted({t["topic"] for t in ecb.texts().values()})[::4])


def columns(made: Sample) -> Numbers:
    """All features of the pairs of a sample, `rivals` and `near` by the weights as they stand."""
    a, b = made.pairs.a, made.pairs.b
    plain = link.by_themselves(made.shows)
    around = [link.rivals(made.weighing, a, b, plain), link.neighbours(made.weighing, a, b, plain)]
    return np.concatenate([made.shows, np.stack(around, axis=1)], axis=1)


def fitted(x: Numbers, y: Numbers, weight: Numbers) -> Numbers:
    """The weights of a logistic regression with none below zero, the standing before anything last."""

    def loss(p: Numbers) -> tuple[float, Numbers]:
        z = x @ p[:-1] + p[-1]
        off = (1 / (1 + np.exp(-z)) - y) * weight / weight.sum()
        value = (np.logaddexp(0, np.where(y, -z, z)) * weight).sum() / weight.sum() + RIDGE * (
            p[:-1] ** 2
        ).sum()
        return value, np.append(x.T @ off + 2 * RIDGE * p[:-1], off.sum())

    bounds = [(GIVEN[n], GIVEN[n]) if n in GIVEN else (0.0, 8.0) for n in NAMES] + [(None, None)]
    start = np.array([low for low, _ in bounds[:-1]] + [0.0])
    result = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds)  # type: ignore[no-untyped-call]
    return np.asarray(result.x)


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


def by_fact(found: Sequence[Sample]) -> tuple[int, int]:
    """Links of labelled claims in clusters: those of one fact, those of different facts."""
    right = wrong = 0
    for made in found:
        for a, b in together(made):
            if made.facts.get(a) and made.facts.get(b):
                same = bool(made.facts[a] & made.facts[b])
                right, wrong = right + same, wrong + (not same)
    return right, wrong


def held(made: Sample, report: ReportRecord) -> float:
    """By how much the links of the five articles fall below what they had."""
    clusters = _clusters(groups(made), made.claims, report.origins)
    scores = evaluate(report.model_copy(update={"clusters": clusters}), load(OWN / "seeds.json"))
    return sum(max(0.0, least - scores[name]) for name, least in HELD.items())


def worth(found: Sequence[Sample], facted: Sequence[Sample], report: ReportRecord) -> float:
    """What the clusters are worth to a reader; the links in the same words count as right."""
    linked, right, wanted = by_eye(found)
    same, other = by_fact(facted)
    verbatim = load(links.JUDGED)["verbatim"]
    fell = held(next(m for m in found if m.name == "seeds"), report)
    return (
        (right + verbatim) / (linked + verbatim)
        + 0.5 * right / wanted
        - 2 * fell
        - 0.004 * max(0, FACTS - same)
        - 0.0005 * other
    )


def walked(table: dict[str, float], found: Sequence[Sample], facted: Sequence[Sample]) -> dict[str, float]:
    """The table after steps of one to three weights at a time, each kept where the clusters are worth more."""
    import claimcheck

    report = claimcheck.compare(five())
    chance, best = random.Random(0), -math.inf
    free = [name for name in table if name not in ("link.direction", "link.event")]
    for step in range(STEPS):
        tried = dict(table)
        for name in chance.sample(free, chance.choice((1, 1, 2, 3)) if step else 0):
            tried[name] += chance.gauss(0, STRIDE)
            tried[name] = tried[name] if name == BEFORE else max(0.0, tried[name])
        use(tried)
        value = worth(found, facted, report)
        if value > best:
            best, table = value, tried
    return table


def main() -> None:
    """Fit, walk, print the table and what it gives."""
    found = list(samples())
    facted = [labelled(path.stem) for path in sorted((SHARED / LABELS).glob("*.json"))]
    y = np.concatenate([m.linked for m in found])
    weight = np.concatenate([m.weight for m in found])
    for _ in range(ROUNDS):
        p = fitted(np.concatenate([columns(m) for m in found]), y, weight)
        use({BEFORE: float(p[-1]), **dict(zip(NAMES, map(float, p), strict=False))})
    for table in (
        dict(WEIGHTS),
        walked(dict(WEIGHTS), [m for m in found if not m.name.startswith("ecb")], facted),
    ):
        use(table)
        linked, good, wanted = by_eye(found)
        right, wrong = by_fact(facted)
        for name, value in table.items():
            print(f'        "{name}": {value:.2f},')
        print(
            f"judged pairs P {good / linked:.3f} R {good / wanted:.3f}; {right} links of one fact, {wrong} of others"
        )


if __name__ == "__main__":
    main()
