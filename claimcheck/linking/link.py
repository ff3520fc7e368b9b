"""Claims to links: every pair worth comparing is scored, by itself and among its rivals and neighbours."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from claimcheck.linking.candidates import SMALL, Close, met
from claimcheck.linking.events import events
from claimcheck.linking.hands import shared_out
from claimcheck.linking.levels import BEFORE, WEIGHTS, alone, weigh_up
from claimcheck.linking.rows import Numbers
from claimcheck.linking.weights import Weighing, weigh
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
    pairs = _together(weighing, met(weighing, lambda close: _among_rivals(weighing, close, least)))
    scores = pairs.scores()
    kept = np.flatnonzero(scores >= least)
    order = kept[np.lexsort((pairs.b[kept], pairs.a[kept], -scores[kept].round(9)))]
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


def seen(weighing: Weighing, a: Numbers, b: Numbers) -> Pairs:
    """The pairs with all that is looked at; `rivals` and `near` come from their scores by themselves."""

    def shown(start: int) -> Numbers:
        one, other = a[start : start + TAKEN], b[start : start + TAKEN]
        return by_themselves(alone(weighing, one, other))

    plain = np.concatenate(shared_out(shown, range(0, max(1, len(a)), TAKEN)))
    return _together(weighing, [(a, b, plain, rivals(weighing, a, b, plain))])


def _among_rivals(weighing: Weighing, close: Close, least: float) -> tuple[Numbers, ...]:
    """All pairs of some reports, each with its score by itself and its rivals.

    Left out are those that can score less than `least` only, and make no claims beside them score more.
    """
    plain, most = by_themselves(alone(weighing, close.a, close.b, close.both)), WEIGHTS["link.neighbours"]
    able = plain >= least - most - NEARLY
    a, b, plain = close.a[able], close.b[able], plain[able]
    fewer = rivals(weighing, a, b, plain)
    kept = (plain + WEIGHTS["link.rivals"] * fewer + most >= least) | (plain >= SURE)
    return a[kept], b[kept], plain[kept], fewer[kept]


def _together(weighing: Weighing, parts: Sequence[tuple[Numbers, ...]]) -> Pairs:
    """The pairs of all parts, and whether the claims beside them are linked."""
    a, b, plain, fewer = map(np.concatenate, zip(*parts, strict=True))
    return Pairs(a, b, plain, fewer, neighbours(weighing, a, b, plain))


def by_themselves(shows: Mapping[str, Numbers]) -> Numbers:
    """The scores of pairs by what each shows, its surroundings unseen."""
    return WEIGHTS[BEFORE] + weigh_up(shows)


def rivals(weighing: Weighing, a: Numbers, b: Numbers, plain: Numbers) -> Numbers:
    """0 where each claim is alone the other's nearest in its document, the lower the more come as near."""
    document = weighing.document
    across = np.flatnonzero(document[a] != document[b])
    a, b, near = a[across], b[across], plain[across]
    fewer = np.zeros(len(plain))
    fewer[across] = -np.log((_as_near(a, document[b], near) + _as_near(b, document[a], near)) / 2)
    return fewer


def _as_near(claim: Numbers, document: Numbers, plain: Numbers) -> Numbers:
    """For each pair how many claims of that document its claim scores with as high, or hardly lower: one at least."""
    if not len(plain):
        return plain
    both = claim * (int(document.max()) + 1) + document
    order = np.argsort(both)
    starts = np.flatnonzero(np.diff(both[order], prepend=-1))
    sizes = np.diff(starts, append=len(both))
    step = float(plain.max() - plain.min() + NEARLY + 1)
    line = np.repeat(np.arange(len(starts)) * step, sizes) + plain[order]
    rising = np.sort(line)  # a step for each claim and document, so that one search serves all
    count = np.empty(len(both))
    count[order] = np.repeat(starts + sizes, sizes) - np.searchsorted(rising, line - NEARLY)
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
