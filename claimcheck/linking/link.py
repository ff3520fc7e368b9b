"""Claims to links: every pair worth comparing is scored, by itself and among its rivals and neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from claimcheck.linking.candidates import SMALL, candidates
from claimcheck.linking.levels import ALONE, BEFORE, WEIGHTS, alone, weigh_up
from claimcheck.linking.weights import Numbers, Weighing, weigh
from claimcheck.records import Claim

SURE = 0.0  # score from which two claims are linked
CLOSE = 1.2  # score from which two claims are linked closely enough to clash (conflicts of 180 bundles read by eye)
FAINT = -2.5  # score down to which a pair is kept, since it counts when clusters are weighed
FAINTER = -1.5  # the same among many claims, where they are most of the pairs and change few clusters
HOPEFUL = -3.0  # score of a pair by itself from which its neighbours are looked at
NEARLY = 1.0  # a claim that scores less below another comes as near
NEAR = 2  # claims before and after that count as neighbours


class Link(NamedTuple):
    """Two claims (by position) and how strongly they ask the same question: from SURE on, they do."""

    a: int
    b: int
    score: float


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of claims by position, what each shows by itself, and what its surroundings add."""

    a: Numbers
    b: Numbers
    alone: Numbers
    rivals: Numbers
    near: Numbers

    def scores(self) -> Numbers:
        """The sum of all weights of each pair."""
        around = WEIGHTS["link.rivals"] * self.rivals + WEIGHTS["link.neighbours"] * self.near
        scores: Numbers = WEIGHTS[BEFORE] + weigh_up(ALONE, self.alone) + around
        return scores


def link(claims: Sequence[Claim]) -> list[Link]:
    """The pairs of claims that may ask the same question, best first, those below SURE included.

    >>> link([])
    []
    """
    if not claims:
        return []
    weighing = weigh(claims)
    pairs = seen(weighing, *candidates(weighing))
    scores = pairs.scores()
    kept = np.flatnonzero(scores >= (FAINT if len(claims) <= SMALL else FAINTER))
    order = kept[np.argsort(-scores[kept].round(9), kind="stable")]
    rows = zip(pairs.a[order].tolist(), pairs.b[order].tolist(), scores[order].tolist(), strict=True)
    return list(map(Link._make, rows))


def close(links: Sequence[Link], claims: Sequence[Claim]) -> frozenset[frozenset[str]]:
    """The ids of the claims that are linked closely, pair by pair.

    >>> close([], [])
    frozenset()
    """
    return frozenset(frozenset((claims[ln.a].id, claims[ln.b].id)) for ln in links if ln.score >= CLOSE)


def seen(weighing: Weighing, a: Numbers, b: Numbers) -> Pairs:
    """The pairs with all that is looked at; `rivals` and `near` come from their scores by themselves."""
    shows = alone(weighing, a, b)
    plain = WEIGHTS[BEFORE] + weigh_up(ALONE, shows)
    return Pairs(a, b, shows, rivals(weighing, a, b, plain), neighbours(weighing, a, b, plain))


def rivals(weighing: Weighing, a: Numbers, b: Numbers, plain: Numbers) -> Numbers:
    """0 where each claim is alone the other's nearest in its document, the lower the more come as near."""
    document = weighing.document
    across = document[a] != document[b]
    both = _as_near(a, document[b], plain) + _as_near(b, document[a], plain)
    fewer: Numbers = -np.log(both / 2) * across
    return fewer


def _as_near(claim: Numbers, document: Numbers, plain: Numbers) -> Numbers:
    """For each pair how many claims of that document its claim scores with as high, or hardly lower: one at least."""
    both = claim * (int(document.max()) + 1 if len(document) else 1) + document
    order = np.lexsort((plain, both))
    keys, values = both[order], plain[order]
    step = float(values.max() - values.min() + NEARLY + 1) if len(values) else 1.0
    line = np.unique(keys, return_inverse=True)[1] * step + values  # one rising line, a step for each key
    ends = np.searchsorted(keys, keys, side="right")
    count = np.empty(len(both))
    count[order] = ends - np.searchsorted(line, line - NEARLY, side="left")
    return count


def neighbours(weighing: Weighing, a: Numbers, b: Numbers, plain: Numbers) -> Numbers:
    """1 where some claim beside one and some claim beside the other would be linked by themselves."""
    size, document = len(weighing.document), weighing.document
    linked = np.sort((a * size + b)[plain >= SURE])
    found = np.zeros(len(a))
    hopeful = np.flatnonzero(plain >= HOPEFUL)
    for i in _BESIDE:
        for j in _BESIDE:
            first, second = a[hopeful] + i, b[hopeful] + j
            inside = (first >= 0) & (second >= 0) & (first < size) & (second < size)
            at, first, second = hopeful[inside], first[inside], second[inside]
            stays = (document[first] == document[a[at]]) & (document[second] == document[b[at]])
            key = np.minimum(first, second) * size + np.maximum(first, second)
            found[at[stays & _among(key, linked)]] = 1.0
    return found


def _among(keys: Numbers, ordered: Numbers) -> Numbers:
    """Which of the keys are among those that stand in order."""
    if not len(ordered):
        return np.zeros(len(keys), dtype=bool)
    at = np.minimum(np.searchsorted(ordered, keys), len(ordered) - 1)
    return np.asarray(ordered[at] == keys)


_BESIDE = [i for i in range(-NEAR, NEAR + 1) if i]
