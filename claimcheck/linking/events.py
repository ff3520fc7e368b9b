"""Which reports tell of one event: those that name the same people, places, days and numbers."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from types import MappingProxyType

import numpy as np

from claimcheck.linking.rows import Matrix, one_hot, rarity, scaled, unit
from claimcheck.linking.weights import REPORTS, numbers_of, terms
from claimcheck.records import Claim

# Chosen on the topics of ECB+, two events each (`python -m tests.quality ecb`), and looked at on Indonesian bundles.
ALIKE = 0.07  # mean likeness of two groups of reports from which they may tell of one event
DENSE = 0.52  # share of the likeness within the two groups that they must have to each other
DENSE_LARGE = (
    0.58  # the same of two large groups: what only looks like one event tells itself by being so many
)
COPIES = 0.3  # likeness within a group that counts at most: copies of one text do not shut out the others
# What a name, another word, a concept, a day and a number weigh, and what stands in the first sentences of a report.
WEIGHT = MappingProxyType({"n": 1.0, "w": 1.0, "c": 0.2, "d": 1.5, "q": 1.0})
LEAD = 1.5
FAINT = 0.02  # likeness that is not kept
MANY = 6  # reports in a group from which on a name that all of them give, and none of another group, tells it apart
FULL_NAME = 2  # words from which on a speaker is one of few events; an agency of one word speaks in many
LEADS = 3  # sentences that tell what a report is about
DAYS = frozenset({"day", "part", "hour", "minute"})  # grains of times that tell a day


def events(documents: Collection[str], claims: Sequence[Claim]) -> tuple[tuple[str, ...], ...]:
    """The documents (ids) in groups that tell of one event each, in order of their first.

    A report is its names, its words that are no concepts, its days and its numbers, rare ones more. The two groups
    that are most alike on the mean become one, as long as they are about half as alike as the reports within
    each of them are, and neither has a person or place in all its reports that the other, large as well, never names.

    >>> events(["b", "a"], [])
    (('a',), ('b',))
    """
    told = sorted({claim.document for claim in claims})
    whole, lead = _terms({id: i for i, id in enumerate(told)}, claims)
    names = [{term for term in terms if term[0] == "n"} for terms in whole]
    groups = [tuple(told[i] for i in group) for group in _Groups(_likeness(whole, lead), names).merged()]
    return tuple(sorted([*groups, *((id,) for id in set(documents).difference(told))]))


def _likeness(whole: Sequence[Collection[str]], lead: Sequence[Collection[str]]) -> Matrix:
    """How alike each two reports are, from 0 to 1, by their terms and those of their first sentences."""
    column, rows = one_hot([*whole, *lead])
    kind = np.array([WEIGHT[term[0]] for term in column])
    all_of, first = rows[: len(whole)], rows[len(whole) :]
    weighed = unit(scaled(all_of + (LEAD - 1) * first, kind * rarity(all_of, REPORTS)))
    return (weighed @ weighed.T).tocsr()


def _terms(place: Mapping[str, int], claims: Sequence[Claim]) -> tuple[list[set[str]], list[set[str]]]:
    """The terms of each report, and those of its first sentences."""
    whole: list[set[str]] = [set() for _ in place]
    lead: list[set[str]] = [set() for _ in place]
    sentences: dict[int, set[int]] = defaultdict(set)
    for claim in claims:
        at, identity = place[claim.document], set(_identity(claim))
        whole[at] |= identity
        sentences[at].add(claim.sentence.span.start)
        if len(sentences[at]) <= LEADS:
            lead[at] |= identity
    return whole, lead


def _identity(claim: Claim) -> Iterator[str]:
    """What tells events apart: names, of speakers too, words that are no concepts, days, numbers of something."""
    yield from (term for term in terms(claim) if term[0] in WEIGHT)
    source = (claim.attribution.source if claim.attribution is not None else None) or ""
    if len(source.split()) >= FULL_NAME:
        yield f"n:{source.lower()}"
    for time in claim.times:
        if time.earliest is not None and time.grain in DAYS:
            yield f"d:{time.earliest:%m-%d}"
        elif time.weekday is not None:
            yield f"d:{time.weekday}"
    yield from (f"q:{slot} {q.low} {q.high}" for slot, q in numbers_of(claim))


class _Groups:
    """Groups of reports while they grow: members, names that all or any of them give, and how alike their pairs are."""

    def __init__(self, alike: Matrix, names: Sequence[set[str]]) -> None:
        size = alike.shape[0]
        self.members = {i: [i] for i in range(size)}
        self.all_give, self.any_gives = dict(enumerate(names)), dict(enumerate(names))
        self.within = dict.fromkeys(range(size), 0.0)
        self.between: dict[int, dict[int, float]] = {i: {} for i in range(size)}
        rows, columns = alike.nonzero()
        for a, b, value in zip(rows.tolist(), columns.tolist(), alike.data.tolist(), strict=True):
            if a != b and value >= FAINT:
                self.between[a][b] = value

    def merged(self) -> list[list[int]]:
        """The groups, once no two of them may become one."""
        heap = [row for a in self.members for row in self._worth(a) if row[1] == a]
        heapify(heap)
        while heap:
            value, a, b = heappop(heap)
            if b in self.between.get(a, ()) and -self._mean(a, b) == value and self._one(a, b):
                self._join(a, b)
                for row in self._worth(a):
                    heappush(heap, row)
        return [sorted(group) for group in self.members.values()]

    def _worth(self, a: int) -> list[tuple[float, int, int]]:
        """The groups that are alike enough to one, the most alike first in a heap."""
        return [(-mean, min(a, b), max(a, b)) for b in self.between[a] if (mean := self._mean(a, b)) >= ALIKE]

    def _mean(self, a: int, b: int) -> float:
        return round(self.between[a][b] / (len(self.members[a]) * len(self.members[b])), 9)

    def _one(self, a: int, b: int) -> bool:
        """Whether two groups are about half as alike as the reports within each, large ones more than half.

        One report tells no such measure.
        """
        if self._of_others(a, b):
            return False
        pairs = [(i, len(self.members[i]) * (len(self.members[i]) - 1) / 2) for i in (a, b)]
        if not all(n for _, n in pairs):
            return True
        large = min(len(self.members[a]), len(self.members[b])) >= MANY
        inside = sum(min(COPIES, self.within[i] / n) for i, n in pairs) / 2
        return self._mean(a, b) >= (DENSE_LARGE if large else DENSE) * inside

    def _of_others(self, a: int, b: int) -> bool:
        """Whether all reports of one large group name what none of the other does: Jamal Williams, arrested as well."""
        if min(len(self.members[a]), len(self.members[b])) < MANY:
            return False
        return any(not self.all_give[x] <= self.any_gives[y] for x, y in ((a, b), (b, a)))

    def _join(self, a: int, b: int) -> None:
        """Both groups as one, under the smaller number."""
        self.all_give[a] = self.all_give[a] & self.all_give.pop(b)
        self.any_gives[a] = self.any_gives[a] | self.any_gives.pop(b)
        self.within[a] += self.within.pop(b) + self.between[a].pop(b)
        self.members[a] += self.members.pop(b)
        for c, value in self.between.pop(b).items():
            if c != a:
                del self.between[c][b]
                self.between[a][c] = self.between[c][a] = self.between[a].get(c, 0.0) + value
