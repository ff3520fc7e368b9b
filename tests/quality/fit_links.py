"""Fits the weights of `claimcheck.linking.levels.WEIGHTS` on labelled pairs and prints the table.

`python -m tests.quality.fit_links`: pairs of claims of the five articles (linked by a reader or not) and of
the labelled bundles (mentions of one fact or not), weighed so that pairs of two labelled claims of
different facts count most; every fourth ECB+ topic adds pairs across its two sub-events, never linked.
Logistic regression; no weight may fall below zero, since each feature has its sign built in. A regression
puts the standing before anything too low, for nearly all pairs are none: below the table stands how many
links of labelled claims each start gives. Taken is the lowest at which the five articles hold their floors.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
from scipy.optimize import minimize

from claimcheck.compare import _with_one_name
from claimcheck.evaluate import _gold_place, facts, iou
from claimcheck.linking import levels, link
from claimcheck.linking.candidates import candidates
from claimcheck.linking.cluster import cluster
from claimcheck.linking.levels import ALONE, BEFORE, WEIGHTS
from claimcheck.linking.weights import Numbers, weigh
from claimcheck.records import Claim, Document, ReportRecord
from tests.quality import ecb
from tests.quality.bundles import LABELS
from tests.quality.data import OWN, SHARED, article, five, load

NAMES = (*ALONE, "link.best", "link.neighbours")
ROUNDS = 3  # fits, since what is nearest depends on the weights
RIDGE = 1e-5
HARD, PLAIN, SEEDS, EVENTS = 2.0, 0.5, 3.0, 0.3  # weights of kinds of pairs
# No labelled pair turns from and to round (one in 30,000): what every reader holds is given, not fitted.
# The labels name one mention of a fact where headlines repeat it, and the fit would read the rest as no links.
GIVEN = {"link.direction": (6.0, 6.0), "link.only": (2.0, 2.0)}
SHIFTS = np.arange(-0.5, 3.01, 0.25)
Pair = tuple[int, int]


@dataclass
class Sample:
    """The claims of one comparison, their pairs, and which of them are links (weight 0: not known)."""

    name: str
    claims: list[Claim]
    pairs: link.Pairs
    linked: Numbers
    weight: Numbers
    facts: Mapping[int, set[str]]


def claims_of(documents: Sequence[Document]) -> list[Claim]:
    """The claims of documents as `compare` links them."""
    import claimcheck

    return _with_one_name([c for d in documents for c in claimcheck.read(d).claims])


def sample(
    name: str, claims: list[Claim], yes: set[Pair], perhaps: set[Pair], known: Mapping[int, set[str]]
) -> Sample:
    weighing = weigh(claims)
    pairs = link.seen(weighing, *candidates(weighing))
    keys = list(zip(pairs.a.tolist(), pairs.b.tolist(), strict=True))
    linked = np.array([k in yes for k in keys])
    hard = np.array([bool(known.get(a)) and bool(known.get(b)) for a, b in keys])
    weight = np.where(linked, 1.0, np.where([k in perhaps for k in keys], 0.0, np.where(hard, HARD, PLAIN)))
    return Sample(name, claims, pairs, linked, weight, known)


def bundle(name: str) -> Sample:
    """One labelled bundle: the narrowest claims around two mentions of a fact are a link."""
    gold = load(SHARED / LABELS / f"{name}.json")
    ids = sorted({m["doc"] for f in gold["facts"] for m in f["mentions"]})
    documents = [article(id) for id in ids]
    claims = claims_of(documents)
    yes, perhaps, known = set(), set(), defaultdict(set)
    for fact in facts(ReportRecord(documents=tuple(documents)), gold):
        covering = [_covering(claims, m.place) for m in fact.mentions]
        for found in covering:
            for c in found:
                known[c].add(fact.id)
        if fact.verdict in ("agree", "compatible", "conflict", "update", "disputed"):
            for one, two in combinations([c for c in covering if c], 2):
                perhaps |= {(min(a, b), max(a, b)) for a in one for b in two}
                yes.add((min(one[0], two[0]), max(one[0], two[0])))
    return sample(name, claims, yes, perhaps, known)


def _covering(claims: Sequence[Claim], place: tuple[str, int, int]) -> list[int]:
    """The claims around a place, the shortest first."""
    document, start, end = place
    found = [
        i
        for i, c in enumerate(claims)
        if c.document == document and c.span.start <= start and end <= c.span.end
    ]
    return sorted(found, key=lambda i: (claims[i].span.end - claims[i].span.start, i))


def seeds() -> Sample:
    """The five articles: pairs that either reader linked; pairs inside one article are not known."""
    claims = claims_of(five())
    places = [(c.document, c.span.start, c.span.end) for c in claims]
    yes = set()
    for entry in load(OWN / "seeds.json")["links"]:
        sides = [[i for i, p in enumerate(places) if _near(p, entry[s])] for s in "ab"]
        yes |= {(min(a, b), max(a, b)) for a in sides[0] for b in sides[1]}
    made = sample("seeds", claims, yes, set(), {})
    across = np.array(
        [claims[a].document != claims[b].document for a, b in zip(made.pairs.a, made.pairs.b, strict=True)]
    )
    made.weight = SEEDS * across * np.where(made.linked, 1.0, 1.0)
    return made


def _near(place: tuple[str, int, int], places: Sequence[Any]) -> bool:
    return any(iou(place, _gold_place(p)) >= 0.5 for p in places)


def events(topic: str) -> Sample:
    """One ECB+ topic: pairs across its two sub-events are no links, the others are not known."""
    ids = sorted(id for id, t in ecb.texts().items() if t["topic"] == topic)
    claims = claims_of([ecb.document(id) for id in ids])
    made = sample(f"ecb {topic}", claims, set(), set(), {})
    kind = [ecb.texts()[c.document]["subtopic"] for c in claims]
    made.weight = EVENTS * np.array(
        [kind[a] != kind[b] for a, b in zip(made.pairs.a, made.pairs.b, strict=True)]
    )
    return made


def samples() -> Iterator[Sample]:
    """All that is learned from, read once."""
    for path in sorted((SHARED / LABELS).glob("*.json")):
        yield bundle(path.stem)
    yield seeds()
    for topic in sorted({t["topic"] for t in ecb.texts().values()})[::4]:
        yield events(topic)


def columns(made: Sample) -> Numbers:
    """All features of the pairs of a sample, `best` and `near` by the weights as they stand."""
    weighing = weigh(made.claims)
    plain = WEIGHTS[BEFORE] + levels.weigh_up(ALONE, made.pairs.alone)
    a, b = made.pairs.a, made.pairs.b
    around = [link.best(weighing, a, b, plain), link.neighbours(weighing, a, b, plain)]
    return np.concatenate([made.pairs.alone, np.stack(around, axis=1)], axis=1)


def fitted(x: Numbers, y: Numbers, weight: Numbers) -> Numbers:
    """The weights of a logistic regression with none below zero, the standing before anything last."""

    def loss(p: Numbers) -> tuple[float, Numbers]:
        z = x @ p[:-1] + p[-1]
        off = (1 / (1 + np.exp(-z)) - y) * weight / weight.sum()
        value = (np.logaddexp(0, np.where(y, -z, z)) * weight).sum() / weight.sum() + RIDGE * (
            p[:-1] ** 2
        ).sum()
        return value, np.append(x.T @ off + 2 * RIDGE * p[:-1], off.sum())

    bounds = [GIVEN.get(name, (0.0, 6.0)) for name in NAMES] + [(None, None)]
    start = np.array([low for low, _ in bounds[:-1]] + [0.0])
    result = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds)  # type: ignore[no-untyped-call]
    return np.asarray(result.x)


def use(weights: Mapping[str, float]) -> None:
    """Make these the weights that linking uses, for the rest of this process."""
    for module in (levels, link):
        module.WEIGHTS = dict(weights)  # type: ignore[attr-defined]
    globals()["WEIGHTS"] = dict(weights)


def counted(found: Sequence[Sample]) -> tuple[int, int]:
    """Links of labelled claims in clusters: those of one fact, those of different facts."""
    right = wrong = 0
    for made in (m for m in found if m.facts):
        for group in cluster(link.link(made.claims), made.claims):
            for a, b in combinations(group, 2):
                if (
                    made.claims[a].document != made.claims[b].document
                    and made.facts.get(a)
                    and made.facts.get(b)
                ):
                    same = bool(made.facts[a] & made.facts[b])
                    right, wrong = right + same, wrong + (not same)
    return right, wrong


def main() -> None:
    """Fit, move the start, print the table and what each start would give."""
    found = list(samples())
    y = np.concatenate([m.linked for m in found])
    weight = np.concatenate([m.weight for m in found])
    for _ in range(ROUNDS):
        p = fitted(np.concatenate([columns(m) for m in found]), y, weight)
        use({BEFORE: float(p[-1]), **dict(zip(NAMES, map(float, p), strict=False))})
    table = dict(WEIGHTS)
    for name, value in table.items():
        print(f'        "{name}": {value:.2f},')
    for shift in SHIFTS:
        use({**table, BEFORE: table[BEFORE] + shift})
        right, wrong = counted(found)
        print(f"before {WEIGHTS[BEFORE]:.2f}: {right} links of one fact, {wrong} of different facts")


if __name__ == "__main__":
    main()
