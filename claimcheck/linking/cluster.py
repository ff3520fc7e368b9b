"""Links to clusters that do not chain: a claim joins only where most of the members ask its question."""

from collections.abc import Mapping, Sequence

from claimcheck.linking.link import Link, shelf
from claimcheck.records import Claim

AGREE = 0.5  # share of the pairs across two clusters that must be linked before they merge


def cluster(links: Sequence[Link], claims: Sequence[Claim]) -> list[tuple[int, ...]]:
    """Groups of claims (positions) of one question, two or more each, in order of their first claim.

    The strongest link merges first; two groups merge only while at least AGREE of their pairs are linked and
    no document would stand in the group with two claims.
    """
    group: dict[int, tuple[int, ...]] = {i: (i,) for ln in links for i in (ln.a, ln.b)}
    linked = {(ln.a, ln.b) for ln in links}
    for ln in sorted(links, key=lambda x: (-x.score, x.a, x.b)):
        left, right = group[ln.a], group[ln.b]
        if left is not right and _fit(left, right, linked, claims):
            merged = tuple(sorted((*left, *right)))
            group.update(dict.fromkeys(merged, merged))
    return sorted({members for members in group.values() if len(members) > 1})


def _fit(
    left: Sequence[int], right: Sequence[int], linked: set[tuple[int, int]], claims: Sequence[Claim]
) -> bool:
    shelves = {shelf(claims[i]) for i in left}
    if any(shelf(claims[j]) in shelves for j in right):
        return False
    pairs = [(min(i, j), max(i, j)) for i in left for j in right if claims[i].document != claims[j].document]
    return bool(pairs) and sum(pair in linked for pair in pairs) >= AGREE * len(pairs)


def members(groups: Sequence[tuple[int, ...]]) -> Mapping[int, int]:
    """The group each claim is in."""
    return {claim: at for at, group in enumerate(groups) for claim in group}
