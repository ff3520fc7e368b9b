"""What a question weighs: its terms, rarer ones more, as rows of one sparse matrix."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log, sqrt

from claimcheck.languages.lexicon import broader, opposite
from claimcheck.records import Claim

OF_KIND = {"n": 1.2, "c": 1.0, "l": 0.8, "b": 0.6}  # a name says more about a question than a word


def terms(claim: Claim) -> tuple[str, ...]:
    """The terms of a claim's question: names, concepts, broader concepts (a delegation is a group), lemmas.

    A concept and its opposite are one term: a question has no answer.

    >>> from claimcheck.records import Question, Sentence, Span
    >>> place = Span("a", 0, 1, "x")
    >>> terms(Claim("a:0-1", place, Sentence(place), Question(("visit",), ("RU",), ("foto",))))
    ('n:RU', 'c:visit', 'b:visit', 'l:foto')
    """
    question = claim.question
    return (
        *(f"n:{name}" for name in question.names),
        *(f"c:{neutral(concept)}" for concept in question.concepts),
        *(f"b:{broader(concept) or concept}" for concept in question.concepts),
        *(f"l:{lemma}" for lemma in question.lemmas),
    )


def neutral(concept: str) -> str:
    """A concept, or the first of it and its opposite: rise and fall answer one question."""
    other = opposite(concept)
    return concept if other is None else min(concept, other)


@dataclass(frozen=True, slots=True)
class Weighing:
    """The weight of each term among the claims at hand, and each claim's terms with unit length."""

    weight: Mapping[str, float]
    claims: tuple[Mapping[str, float], ...]
    contexts: tuple[Mapping[str, float], ...]


def weigh(claims: Sequence[Claim]) -> Weighing:
    """Weigh the terms of all claims: the logarithm of their rarity, times the weight of their kind."""
    listed = [terms(claim) for claim in claims]
    counts = Counter(term for row in listed for term in set(row))
    weight = {t: OF_KIND[t[0]] * log(1 + len(claims) / n) for t, n in counts.items()}
    return Weighing(
        weight, tuple(_unit(row, weight) for row in listed), tuple(_contexts(claims, listed, weight))
    )


def _contexts(
    claims: Sequence[Claim], listed: Sequence[tuple[str, ...]], weight: Mapping[str, float]
) -> Iterator[Mapping[str, float]]:
    """For each claim the terms of its sentence, and of the sentence before it at half their weight."""
    sentences: dict[tuple[str, int], dict[str, None]] = {}
    for claim, row in zip(claims, listed, strict=True):
        sentences.setdefault(_sentence(claim), {}).update(dict.fromkeys(row))
    order = sorted(sentences)
    before = {key: sentences[last] for last, key in pairwise(order) if last[0] == key[0]}
    made = {
        key: _scaled({t: weight[t] * (1.0 if t in row else 0.5) for t in (*before.get(key, ()), *row)})
        for key, row in sentences.items()
    }
    return (made[_sentence(claim)] for claim in claims)


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """The cosine of two rows of unit length."""
    if len(b) < len(a):
        a, b = b, a
    return sum(value * b[term] for term, value in a.items() if term in b)


def _sentence(claim: Claim) -> tuple[str, int]:
    return claim.document, claim.sentence.span.start


def _unit(row: Iterable[str], weight: Mapping[str, float]) -> dict[str, float]:
    return _scaled({t: weight[t] for t in row})


def _scaled(row: Mapping[str, float]) -> dict[str, float]:
    length = sqrt(sum(value**2 for value in row.values())) or 1.0
    return {t: value / length for t, value in row.items()}
