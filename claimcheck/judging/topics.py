"""What a report begins with: whether two reports are of one thing, as far as that tells."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import NamedTuple

from claimcheck.linking.weights import terms
from claimcheck.records import Claim

OPENING = 350  # characters of a report in which it says what it is about
TOLD = frozenset({"c", "w"})  # concepts and words of a question
IN_COMMON = 0.3  # share of those that two reports of one event begin with


class Topic(NamedTuple):
    """The names that a report begins with, each as its words, what it tells there, and the words of all its names."""

    first: frozenset[frozenset[str]]
    told: frozenset[str]
    words: frozenset[str]


def topics(claims: Iterable[Claim]) -> Mapping[str, Topic]:
    """What each report begins with, by its id.

    >>> from claimcheck import read
    >>> found = topics(read({"id": "a", "text": "Bupati Garut meninjau pasar di Solo."}).claims)
    >>> sorted(found["a"].words)
    ['garut', 'solo']
    """
    first: dict[str, set[frozenset[str]]] = defaultdict(set)
    told: dict[str, set[str]] = defaultdict(set)
    words: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        names = [frozenset(name.lower().split()) for name in claim.question.names]
        words[claim.document].update(chain.from_iterable(names))
        if claim.sentence.span.start < OPENING:
            first[claim.document].update(names)
            told[claim.document].update(term for term in terms(claim) if term[0] in TOLD)
    return {id: Topic(frozenset(first[id]), frozenset(told[id]), frozenset(words[id])) for id in words}


def are_two(a: Topic, b: Topic) -> bool:
    """Whether each report begins with a name that the other never has, and does not share most of its first ones."""
    both = ((a.first, b.words), (b.first, a.words))
    new = all(any(name.isdisjoint(words) for name in first) for first, words in both)
    return new and not all(2 * sum(name <= words for name in first) > len(first) for first, words in both)


def share_little(a: Topic, b: Topic) -> bool:
    """Whether two reports begin with no name in common, and with hardly any other word in common."""
    names = [frozenset(chain.from_iterable(topic.first)) for topic in (a, b)]
    few = min(len(a.told), len(b.told))
    return any(names) and names[0].isdisjoint(names[1]) and len(a.told & b.told) < IN_COMMON * few
