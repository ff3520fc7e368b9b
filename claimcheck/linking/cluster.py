"""Links to clusters that do not chain: two groups merge while their pairs, taken together, ask one question."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import chain
from typing import TypeVar

from claimcheck.linking.link import SURE, Link
from claimcheck.records import Claim

MISSING = -4.0  # what a pair counts that was never close enough to be kept

T = TypeVar("T")
Decision = tuple[str, str, str]


def cluster(
    links: Sequence[Link], claims: Sequence[Claim], decisions: Iterable[Decision] = ()
) -> list[tuple[int, ...]]:
    """Groups of claims (positions) of one question, two or more each, in order of their first claim.

    Linked claims in the same words count as one claim, so that copies outvote nobody. The two groups whose
    pairs score highest on the mean merge first, as long as that mean is at least SURE and no sentence would
    stand in the group twice. What a person decided comes before: "same" joins, "different" and "unsure" keep
    apart.
    """
    group = _Groups(claims, links, decisions)
    group.decide()
    return group.merge()


class _Groups:
    """Groups while they grow: their members, and the sum and number of the links between each two of them."""

    def __init__(self, claims: Sequence[Claim], links: Sequence[Link], decisions: Iterable[Decision]) -> None:
        said = list(decisions)
        at = {claim.id: i for i, claim in enumerate(claims)} if said else {}
        known = sorted((at[a], at[b], says) for a, b, says in said if a in at and b in at)
        self.joined = [(a, b) for a, b, says in known if says == "same"]
        self.apart = {(x, y) for a, b, says in known if says != "same" for x, y in ((a, b), (b, a))}
        decided = {i for a, b, _ in known for i in (a, b)}
        near = _reachable(links, self.joined)
        twin = _twins(near, claims, decided)
        found = {i for a, b, _ in near for i in (a, b)} | decided
        self.of = {i: twin.get(i, i) for i in found}
        self.members: dict[int, list[int]] = defaultdict(list)
        self.places: dict[int, set[tuple[str, int]]] = defaultdict(set)
        for i in sorted(found):
            self.members[self.of[i]].append(i)
            self.places[self.of[i]].add(_sentence(claims[i]))
        self.size = dict.fromkeys(self.members, 1)
        self.sums = _sums(near, self.of)
        self.sure = [(a, b) for a, b, score in near if score >= SURE]

    def decide(self) -> None:
        """Join what a person called the same."""
        for a, b in self.joined:
            if self.of[a] != self.of[b]:
                self._join(self.of[a], self.of[b])

    def merge(self) -> list[tuple[int, ...]]:
        """Join the best groups until none is worth joining."""
        pairs = {_ordered(self.of[a], self.of[b]) for a, b in self.sure if self.of[a] != self.of[b]}
        heap: list[tuple[float, int, int]] = [
            (-mean, a, b) for a, b in pairs if (mean := self._mean(a, b)) >= SURE
        ]
        heapify(heap)
        while heap:
            value, a, b = heappop(heap)
            if b in self.sums.get(a, ()) and -self._mean(a, b) == value and self._may(a, b):
                for row in self._again(self._join(a, b)):
                    heappush(heap, row)
        return sorted(tuple(sorted(found)) for found in self.members.values() if len(found) > 1)

    def _again(self, a: int) -> list[tuple[float, int, int]]:
        """The pairs of a grown group that are worth joining."""
        mine, size = self.size[a], self.size
        means = [(_mean(*between, mine * size[b]), b) for b, between in self.sums[a].items()]
        return [(-mean, *_ordered(a, b)) for mean, b in means if mean >= SURE]

    def _mean(self, a: int, b: int) -> float:
        return _mean(*self.sums[a][b], self.size[a] * self.size[b])

    def _may(self, a: int, b: int) -> bool:
        if not self.places[a].isdisjoint(self.places[b]):
            return False
        return not self.apart or not any(
            (x, y) in self.apart for x in self.members[a] for y in self.members[b]
        )

    def _join(self, a: int, b: int) -> int:
        """Both groups as one, under the smaller number."""
        a, b = min(a, b), max(a, b)
        mine = self.sums[a]
        mine.pop(b, None)
        for c, (total, linked) in self.sums.pop(b, {}).items():
            self.sums[c].pop(b, None)
            if c != a:
                more, others = mine.get(c, (0.0, 0))
                mine[c] = self.sums[c][a] = (total + more, linked + others)
        self.of.update(dict.fromkeys(self.members[b], a))
        self.members[a] += self.members.pop(b)
        self.places[a] |= self.places.pop(b)
        self.size[a] += self.size.pop(b)
        return a


def _mean(total: float, linked: int, pairs: int) -> float:
    return round((total + MISSING * (pairs - linked)) / pairs, 9)


def _reachable(links: Sequence[Link], joined: Iterable[tuple[int, int]]) -> list[Link]:
    """The links between claims that a chain of sure ones joins: the mean of two groups is never SURE without one."""
    parent: dict[int, int] = {}
    for a, b in chain(joined, ((a, b) for a, b, score in links if score >= SURE)):
        parent[root(parent, a)] = root(parent, b)
    group = {member: root(parent, member) for member in list(parent)}
    return [ln for ln in links if group.get(ln[0], -1) == group.get(ln[1])]


def _ordered(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)


def root(parent: dict[T, T], member: T) -> T:
    """The member that stands for a group; the paths are halved on the way, so that they stay short."""
    above = parent.setdefault(member, member)
    while above != member:
        parent[member] = parent[above]
        member, above = above, parent[above]
    return member


def _sums(links: Sequence[Link], of: Mapping[int, int]) -> dict[int, dict[int, tuple[float, int]]]:
    """The score between each two groups, the least where twins have several, links being sorted best first.

    A copy of a report must not lend one of its claims to another as if it were a second report.
    """
    found: dict[int, dict[int, tuple[float, int]]] = defaultdict(dict)
    for one, other, score in links:
        a, b = of[one], of[other]
        if a != b:
            found[a][b] = found[b][a] = (score, 1)
    return found


def _twins(links: Sequence[Link], claims: Sequence[Claim], decided: set[int]) -> dict[int, int]:
    """The first of the linked claims in the same words, for each of them; what a person decided stays alone."""
    first: dict[int, int] = {}
    alike = ((a, b) for a, b, score in links if score >= SURE and claims[a].span.text == claims[b].span.text)
    for a, b in sorted(alike):
        if a not in decided and b not in decided:
            first.setdefault(b, first.get(a, a))
    return first


def _sentence(claim: Claim) -> tuple[str, int]:
    return claim.document, claim.sentence.span.start
