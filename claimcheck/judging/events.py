"""Two events of one kind: reports that clash on everything they both count tell of two things."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from claimcheck.judging.amounts import is_long
from claimcheck.judging.answers import Judged
from claimcheck.records import Claim, Step
from claimcheck.records.finding import Relation

OPENING = 350  # characters of a report in which it says what it is about
VALUES = frozenset({"number", "date"})
APART = frozenset({"conflict", "differs in scope", "updates"})
SEVERAL = 3  # clashes of two documents from which they may be about two events
RULES = {
    "events.claims": "Two sentences clash on several answers at once: they tell of two things.",
    "events.documents": "Two reports clash more often than they agree: they tell of two events.",
    "events.places": "The two values are of two places or times in other sentences of the reports.",
    "events.topics": "Each report begins with names that the other never has, and shares few others with it.",
    "events.faint": "The claims are of one question, but not linked to each other.",
}
TWO_CLAIMS = Step("events.claims", True, "the claims clash on more than one answer: they tell of two things")
TWO_EVENTS = Step(
    "events.documents", True, "the reports clash more often than they agree: they tell of two events"
)
TWO_PLACES = Step(
    "events.places", True, "other sentences of the reports tell the two values of two places or times"
)
TWO_TOPICS = Step("events.topics", True, "each report begins with names that the other never has")
FAINT = Step("events.faint", True, "the claims are of one question, but not linked to each other")
COPIES = frozenset({"number.copy", "date.copy"})
FAR = "number.far"
ELSEWHERE = frozenset({"number.names", "number.scope", "number.planned"})
Place = tuple[str, int]  # a sentence: its document and where it starts
Places = frozenset[Place]


class Topic(NamedTuple):
    """The names that a report begins with, each as its words, and the words of all its names."""

    first: frozenset[frozenset[str]]
    words: frozenset[str]


def told_apart(clusters: Sequence[Sequence[Judged]], claims: Iterable[Claim]) -> list[list[Judged]]:
    """The rows of every cluster; a clash is none where sentences or documents clash on several answers at once.

    Two sentences that give one long number tell of one thing, however much else differs: "8.910 dari 9.204 (96,8%)".
    Nor is there one between reports of which each begins with names that the other never has, and not with most of
    the other's; and no two compared claims have a name in common: the kick-off of two matches, told in one wording.
    """
    topics = _topics(claims)
    met = {_documents(row) for rows in clusters for row in rows if _share_a_name(row.a.claim, row.b.claim)}
    sentences: dict[Places, set[object]] = defaultdict(set)
    one_thing = {
        _sentences(row)
        for rows in clusters
        for row in rows
        if row.relation == "same" and row.a.quantity is not None and is_long(row.a.quantity)
    }
    clashes: Counter[frozenset[str]] = Counter()
    agreed: Counter[frozenset[str]] = Counter()
    elsewhere: dict[object, set[Places]] = defaultdict(set)
    again: dict[Place, set[Place]] = defaultdict(set)
    for row in (row for rows in clusters for row in rows if row.kind in VALUES):
        if (row.relation in APART or row.steps[-1].rule == FAR) and _sentences(row) not in one_thing:
            sentences[_sentences(row)].add((row.kind, row.a.says, row.b.says))
        if row.steps[-1].rule in ELSEWHERE:
            elsewhere[_values(row)].add(_sentences(row))
        if row.relation == "same" and row.a.claim.document == row.b.claim.document:
            for place in _sentences(row):
                again[place] |= _sentences(row)
        if row.relation == "conflict":
            clashes[_documents(row)] += 1
        agreed[_documents(row)] += row.relation == "same"
    return [
        [_settled(row, sentences, clashes, agreed, elsewhere, again, topics, met) for row in rows]
        for rows in clusters
    ]


def linked_themselves(
    rows: Sequence[Judged], direct: Set[frozenset[str]], origin: Mapping[str, str]
) -> list[Judged]:
    """The rows of a cluster; a kind of answer clashes only where two that clash are linked, or of one text."""
    near = {
        r.kind
        for r in rows
        if r.relation == "conflict"
        and (_claims(r) in direct or origin[r.a.claim.document] == origin[r.b.claim.document])
    }
    return [
        _with_step(r, "unsure", FAINT) if r.relation == "conflict" and r.kind not in near else r for r in rows
    ]


def _claims(row: Judged) -> frozenset[str]:
    return frozenset((row.a.claim.id, row.b.claim.id))


def _settled(
    row: Judged,
    sentences: Mapping[Places, set[object]],
    clashes: Counter[frozenset[str]],
    agreed: Counter[frozenset[str]],
    elsewhere: Mapping[object, Set[Places]],
    again: Mapping[Place, Set[Place]],
    topics: Mapping[str, Topic],
    met: Set[frozenset[str]],
) -> Judged:
    if row.relation != "conflict" or row.kind not in VALUES:
        return row
    if _documents(row) not in met and _of_two_topics(row, topics):
        return _apart(row, TWO_TOPICS)
    if row.steps[-1].rule in COPIES:
        return row
    if len(sentences[_sentences(row)]) > 1:
        return _apart(row, TWO_CLAIMS)
    told_again = _sentences(row).union(*(again.get(place, ()) for place in _sentences(row)))
    if row.kind == "number" and any(not told <= told_again for told in elsewhere.get(_values(row), ())):
        return _apart(row, TWO_PLACES)
    both = _documents(row)
    if clashes[both] >= SEVERAL and clashes[both] > agreed[both]:
        return _apart(row, TWO_EVENTS)
    return row


def _topics(claims: Iterable[Claim]) -> dict[str, Topic]:
    """For each report the names it begins with, and the words of all its names."""
    first: dict[str, set[frozenset[str]]] = defaultdict(set)
    words: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        names = [frozenset(name.lower().split()) for name in claim.question.names]
        words[claim.document].update(chain.from_iterable(names))
        if claim.sentence.span.start < OPENING:
            first[claim.document].update(names)
    return {document: Topic(frozenset(first[document]), frozenset(words[document])) for document in words}


def _share_a_name(a: Claim, b: Claim) -> bool:
    return not set(a.question.names).isdisjoint(b.question.names)


def _of_two_topics(row: Judged, topics: Mapping[str, Topic]) -> bool:
    """Whether each report begins with a name that the other never has, and does not share most of its first ones."""
    a, b = row.a.claim, row.b.claim
    if a.document == b.document:
        return False
    mine, theirs = topics[a.document], topics[b.document]
    both = ((mine.first, theirs.words), (theirs.first, mine.words))
    new = all(any(name.isdisjoint(words) for name in first) for first, words in both)
    return new and not all(2 * sum(name <= words for name in first) > len(first) for first, words in both)


def _apart(row: Judged, step: Step) -> Judged:
    return _with_step(row, "differs in scope", step)


def _with_step(row: Judged, relation: Relation, step: Step) -> Judged:
    """The row with another end of its walk."""
    return replace(row, relation=relation, steps=(*row.steps[:-1], replace(row.steps[-1], held=False), step))


def _documents(row: Judged) -> frozenset[str]:
    return frozenset((row.a.claim.document, row.b.claim.document))


def _sentences(row: Judged) -> Places:
    return frozenset((_place(row.a.claim), _place(row.b.claim)))


def _values(row: Judged) -> object:
    """Two numbers and the reports that give them."""
    numbers = ((x.claim.document, x.quantity) for x in (row.a, row.b))
    return frozenset((document, q.low, q.high) for document, q in numbers if q is not None)


def _place(claim: Claim) -> Place:
    return claim.document, claim.sentence.span.start
