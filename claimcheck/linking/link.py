"""Claims to links: every pair worth comparing is scored, by itself and among its rivals and neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from claimcheck.linking.candidates import SMALL, candidates
from claimcheck.linking.events import events
from claimcheck.linking.hands import shared_out
from claimcheck.linking.levels import ALONE, BEFORE, WEIGHTS, alone, weigh_up
from claimcheck.linking.weights import Numbers, Weighing, weigh
from claimcheck.records import Claim

SURE = 0.0  # score from which two claims are linked
FAINT = -2.5  # score down to which a pair is kept, since it counts when clusters are weighed
FAINTER = -1.5  # the same among many claims, where they are most of the pairs and change few clusters
HOPEFUL = -3.0  # score of a pair by itself from which its neighbours are looked at
NEARLY = 1.0  # a claim that scores less below another comes as near
TAKEN = 32_768  # pairs looked at at a time, to bound the memory
BUNDLE = 100  # reports from which on their events are not looked for, which takes the square of their number
NEAR = 2  # claims before and after that count as neighbours


class Link(NamedTuple):
    """Two claims (by position) and how strongly they ask the same question: from SURE on, they do."""

    a: int
    b: int
    score: float


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of claims by position, what each scores by itself, and what its surroundings show."""

    a: Numbers
    b: Numbers
    plain: Numbers
    rivals: Numbers
    near: Numbers

    def scores(self) -> Numbers:
        """The sum of all weights of each pair."""
        around: Numbers = WEIGHTS["link.rivals"] * self.rivals + WEIGHTS["link.neighbours"] * self.near
        return self.plain + around


def link(claims: Sequence[Claim]) -> list[Link]:
    """The pairs of claims that may ask the same question, best first, those below SURE included.

    >>> link([])
    []
    """
    if not claims:
        return []
    weighing, least = weigh(claims, bundle_events(claims)), FAINT if len(claims) <= SMALL else FAINTER
    pairs = seen(weighing, *candidates(weighing), least)
    scores = pairs.scores()
    kept = np.flatnonzero(scores >= least)
    order = kept[np.argsort(-scores[kept].round(9), kind="stable")]
    rows = zip(pairs.a[order].tolist(), pairs.b[order].tolist(), scores[order].tolist(), strict=True)
    return list(map(Link._make, rows))


def bundle_events(claims: Sequence[Claim]) -> Sequence[Sequence[str]]:
    """The reports that tell of one event each; none are known where there are more reports than a bundle has.

    >>> bundle_events([])
    ()
    """
    reports = {claim.document for claim in claims}
    return events(reports, claims) if len(reports) <= BUNDLE else ()


def linked(links: Sequence[Link], claims: Sequence[Claim]) -> frozenset[frozenset[str]]:
    """The ids of the claims that are linked to each other, pair by pair.

    >>> linked([], [])
    frozenset()
    """
    return frozenset(frozenset((claims[ln.a].id, claims[ln.b].id)) for ln in links if ln.score >= SURE)


def seen(weighing: Weighing, a: Numbers, b: Numbers, least: float = -np.inf) -> Pairs:
    """The pairs with all that is looked at; `rivals` and `near` come from their scores by themselves.

    Pairs that can neither score `least` nor be rivals of one that does are left out; so are some rivals of the others.
    """
    able = least - WEIGHTS["link.neighbours"] - NEARLY

    def shown(start: int) -> tuple[Numbers, ...]:
        part = slice(start, start + TAKEN)
        return _shown(weighing, a[part], b[part], able)

    parts = shared_out(shown, range(0, max(1, len(a)), TAKEN))
    a, b, plain = map(np.concatenate, zip(*parts, strict=True))
    return Pairs(a, b, plain, rivals(weighing, a, b, plain), neighbours(weighing, a, b, plain))


def _shown(weighing: Weighing, a: Numbers, b: Numbers, least: float) -> tuple[Numbers, ...]:
    """The pairs that score as much by themselves, and the score."""
    plain = by_themselves(alone(weighing, a, b))
    kept = plain >= least
    return a[kept], b[kept], plain[kept]


def by_themselves(shows: Numbers) -> Numbers:
    """The scores of pairs by what each shows, its surroundings unseen."""
    return WEIGHTS[BEFORE] + weigh_up(ALONE, shows)


def rivals(weighing: Weighing, a: Numbers, b: Numbers, plain: Numbers) -> Numbers:
    """0 where each claim is alone the other's nearest in its document, the lower the more come as near."""
    document = weighing.document
    across = np.flatnonzero(document[a] != document[b])
    a, b, near = a[across], b[across], plain[across]
    fewer = np.zeros(len(plain))
    one, other = shared_out(lambda side: _as_near(*side, near), [(a, document[b]), (b, document[a])])
    fewer[across] = -np.log((one + other) / 2)
    return fewer


def _as_near(claim: Numbers, document: Numbers, plain: Numbers) -> Numbers:
    """For each pair how many claims of that document its claim scores with as high, or hardly lower: one at least."""
    if not len(plain):
        return plain
    both = claim * (int(document.max()) + 1) + document
    order = np.argsort(both, kind="stable")
    starts = np.flatnonzero(np.diff(both[order], prepend=-1))
    sizes = np.diff(starts, append=len(both))
    step = float(plain.max() - plain.min() + NEARLY + 1)
    steps = np.repeat(np.arange(len(starts)) * step, sizes)
    line = steps + plain[order]  # a step for each claim and document, so that one search serves all
    rising = np.argsort(line, kind="stable")
    line = line[rising]
    count = np.empty(len(both))
    count[order[rising]] = np.repeat(starts + sizes, sizes) - np.searchsorted(line, line - NEARLY)
    return count


def neighbours(weighing: Weighing, a: Numbers, b: Numbers, plain: Numbers) -> Numbers:
    """1 where some claim beside one and some claim beside the other would be linked by themselves."""
    size, document = len(weighing.document), weighing.document
    x, y = a[plain >= SURE], b[plain >= SURE]
    hopeful = np.flatnonzero(plain >= HOPEFUL)
    keys = (a * size + b)[hopeful]
    order = np.argsort(keys, kind="stable")
    hopeful, keys = hopeful[order], keys[order]
    beside = np.zeros(len(keys))
    for i in _BESIDE:
        for j in _BESIDE:
            first, second = x + i, y + j
            inside = (first >= 0) & (second >= 0) & (first < size) & (second < size)
            first, second = first[inside], second[inside]
            stays = (document[first] == document[x[inside]]) & (document[second] == document[y[inside]])
            near = np.minimum(first, second) * size + np.maximum(first, second)
            beside[_places(near[stays], keys)] = 1.0
    found = np.zeros(len(a))
    found[hopeful] = beside
    return found


def _places(keys: Numbers, ordered: Numbers) -> Numbers:
    """Where those of the keys stand that are among the ordered ones."""
    at = np.searchsorted(ordered, keys)
    inside = at < len(ordered)
    found: Numbers = at[inside][ordered[at[inside]] == keys[inside]]
    return found


_BESIDE = [i for i in range(-NEAR, NEAR + 1) if i]
