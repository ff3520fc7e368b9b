"""Claims to links: every pair worth comparing is scored; between two documents each claim has one partner."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimcheck.linking.candidates import candidates
from claimcheck.linking.levels import features, score
from claimcheck.linking.weights import cosine, weigh
from claimcheck.records import Claim

SURE = 0.0  # score from which two claims are linked
NEAR = 2  # claims before and after that count as neighbours


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims (by position) that ask the same question, and how strongly."""

    a: int
    b: int
    score: float


def link(claims: Sequence[Claim]) -> list[Link]:
    """The links among claims, best first: one partner for each claim in each other document.

    >>> link([])
    []
    """
    weighing = weigh(claims)
    pairs = candidates(weighing.claims, [claim.document for claim in claims])
    plain = {pair: _score(pair, claims, weighing.claims, weighing.contexts, 0.0) for pair in pairs}
    first = _partners(plain, claims)
    beside = {(ln.a, ln.b) for ln in first}
    near = {pair: _beside(pair, beside) for pair, value in plain.items() if value > SURE - 1.5}
    again = {
        pair: _score(pair, claims, weighing.claims, weighing.contexts, value) if value else plain[pair]
        for pair, value in near.items()
    }
    return _partners(again, claims)


def _score(
    pair: tuple[int, int],
    claims: Sequence[Claim],
    rows: Sequence[Mapping[str, float]],
    sentences: Sequence[Mapping[str, float]],
    neighbours: float,
) -> float:
    a, b = pair
    words, context = cosine(rows[a], rows[b]), cosine(sentences[a], sentences[b])
    return score(features(claims[a], claims[b], words, context, neighbours))


def _beside(pair: tuple[int, int], linked: set[tuple[int, int]]) -> float:
    a, b = pair
    near = ((a + i, b + j) for i in range(-NEAR, NEAR + 1) for j in range(-NEAR, NEAR + 1) if i and j)
    return 1.0 if any(other in linked for other in near) else 0.0


def _partners(scores: Mapping[tuple[int, int], float], claims: Sequence[Claim]) -> list[Link]:
    """The best pairs first; a claim already paired with a document takes no second claim of it."""
    taken: set[tuple[int, tuple[str, bool]]] = set()
    kept = []
    for (a, b), value in sorted(scores.items(), key=lambda row: (-row[1], row[0])):
        if value < SURE:
            break
        ends = ((a, shelf(claims[b])), (b, shelf(claims[a])))
        if taken.isdisjoint(ends):
            taken.update(ends)
            kept.append(Link(a, b, value))
    return kept


def shelf(claim: Claim) -> tuple[str, bool]:
    """Where a claim has no rival: its document, headlines and bullets apart, since they repeat the body."""
    return claim.document, claim.sentence.kind == "sentence"
