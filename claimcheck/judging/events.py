"""Two events of one kind: reports that clash on everything they both count tell of two things."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from claimcheck.judging.amounts import is_long
from claimcheck.judging.answers import Answer, Judged
from claimcheck.judging.parties import names_in
from claimcheck.judging.words import points_back
from claimcheck.languages import load
from claimcheck.linking.weights import terms
from claimcheck.records import Claim, Step
from claimcheck.records.finding import Relation

OPENING = 350  # characters of a report in which it says what it is about
VALUES = frozenset({"number", "date"})
APART = frozenset({"conflict", "differs in scope", "updates"})
TOLD = frozenset({"c", "w"})  # concepts and words of a question
IN_COMMON = 0.3  # share of those that two reports of one event begin with
SAID = "date.quoted"
LABEL = 2  # words beside a value up to which a sentence is a line of a table
WORDS = re.compile(r"\w+")
LISTED = 3  # names of a list of speakers each of whom speaks for itself; and speakers in all
SEVERAL = 3  # clashes of two documents from which they may be about two events
RULES = {
    "events.claims": "Two sentences clash on several answers at once: they tell of two things.",
    "events.documents": "Two reports clash more often than they agree: they tell of two events.",
    "events.places": "The two values are of two places or times in other sentences of the reports.",
    "events.topics": "Each report begins with names that the other never has, and shares few others with it.",
    "events.pointed": "Both sentences point at a thing told before, and the reports begin with different things.",
    "events.names": "Two numbers stand in sentences that each name something, and nothing in common.",
    "events.several": "A report says that several said or did it, so that others may have too.",
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
TWO_NAMED = Step("events.names", True, "the sentences name things, and nothing in common")
TWO_POINTED = Step(
    "events.pointed", True, "both point at a thing told before, and the reports begin with different things"
)
BY_SEVERAL = Step("events.several", True, "several said or did it by one report, so others may have too")
FAINT = Step("events.faint", True, "the claims are of one question, but not linked to each other")
COPIES = frozenset({"number.copy", "date.copy"})
FAR = "number.far"
ELSEWHERE = frozenset({"number.names", "number.scope", "number.planned"})
Place = tuple[str, int]  # a sentence: its document and where it starts
Places = frozenset[Place]


class Topic(NamedTuple):
    """The names that a report begins with, each as its words, what it tells there, and the words of all its names."""

    first: frozenset[frozenset[str]]
    told: frozenset[str]
    words: frozenset[str]


def told_apart(clusters: Sequence[Sequence[Judged]], claims: Sequence[Claim]) -> list[list[Judged]]:
    """The rows of every cluster; a clash is none where sentences or documents clash on several answers at once.

    Two sentences that give one long number tell of one thing, however much else differs: "8.910 dari 9.204 (96,8%)".
    Nor is there one between reports of which each begins with names that the other never has, and not with most of
    the other's; and no two compared claims have a name in common: the kick-off of two matches, told in one wording.
    Lines of a table name nothing, whatever else the reports share: "Kick-off: 18.00 WIB". Two numbers are of two things
    where each sentence names something, and nothing of the other's.
    Sentences that only point back, "akun itu mengunggahnya", tell of what their reports begin with.
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
    agreeing: dict[Place, set[Place]] = defaultdict(set)
    named = _named(claims)
    for row in (row for rows in clusters for row in rows if row.kind in VALUES):
        if (row.relation in APART or row.steps[-1].rule == FAR) and _sentences(row) not in one_thing:
            sentences[_sentences(row)].add((row.kind, row.a.says, row.b.says))
        if row.steps[-1].rule in ELSEWHERE:
            elsewhere[_values(row)].add(_sentences(row))
        if row.relation == "same" and row.a.claim.document == row.b.claim.document:
            for place in _sentences(row):
                again[place] |= _sentences(row)
        if row.relation == "same":
            agreeing[row.a.claim.document, row.a.at].add(_place(row.b.claim))
            agreeing[row.b.claim.document, row.b.at].add(_place(row.a.claim))
        if row.relation == "conflict":
            clashes[_documents(row)] += 1
        agreed[_documents(row)] += row.relation == "same"
    return [
        [
            _settled(row, sentences, clashes, agreed, elsewhere, again, agreeing, topics, met, named)
            for row in rows
        ]
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


def told_of_several(rows: Sequence[Judged]) -> list[Judged]:
    """The rows of a cluster; where a claim has several speakers, and two others have it too, nobody is a rival.

    "Persib, Persija dan Arema sudah mengumumkan pemain barunya", "Persebaya sudah mengumumkan pemain barunya".
    """
    answers = [x for r in rows if _apart_by_name(r) for x in (r.a, r.b)]
    if len({x.says for x in answers}) < LISTED or not any(_by_several(x.claim) for x in answers):
        return list(rows)
    return [_with_step(r, "unsure", BY_SEVERAL) if _apart_by_name(r) else r for r in rows]


def _apart_by_name(row: Judged) -> bool:
    return row.relation == "conflict" and row.steps[-1].rule == "attribution.apart"


def _by_several(claim: Claim) -> bool:
    """Whether the speaker of a claim is printed as a list of three names or more, not as one "Badan Klimatologi dan …".

    Two speak as one: "dibantah Pyongyang dan Moskow".
    """
    place = claim.attribution.source_span if claim.attribution is not None else None
    if place is None or "," not in place.text:
        return False
    pack, words = load(claim.language), WORDS.findall(place.text)
    listed = any(pack.has("and", w) for w in words) and not any(pack.has("portfolio", w) for w in words)
    return listed and len(names_in(place.text, claim.language)) >= LISTED


def _claims(row: Judged) -> frozenset[str]:
    return frozenset((row.a.claim.id, row.b.claim.id))


def _settled(
    row: Judged,
    sentences: Mapping[Places, set[object]],
    clashes: Counter[frozenset[str]],
    agreed: Counter[frozenset[str]],
    elsewhere: Mapping[object, Set[Places]],
    again: Mapping[Place, Set[Place]],
    agreeing: Mapping[Place, Set[Place]],
    topics: Mapping[str, Topic],
    met: Set[frozenset[str]],
    named: Mapping[Place, Set[str]],
) -> Judged:
    if row.relation != "conflict" or row.kind not in VALUES:
        return row
    if (_documents(row) not in met or _labels(row)) and _of_two_topics(row, topics):
        return _apart(row, TWO_TOPICS)
    if _of_two_pointed(row, topics, agreeing):
        return _apart(row, TWO_POINTED)
    if row.steps[-1].rule in COPIES:
        return row
    if row.kind == "number" and _of_two_named(row, named):
        return _apart(row, TWO_NAMED)
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
    told: dict[str, set[str]] = defaultdict(set)
    words: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        names = [frozenset(name.lower().split()) for name in claim.question.names]
        words[claim.document].update(chain.from_iterable(names))
        if claim.sentence.span.start < OPENING:
            first[claim.document].update(names)
            told[claim.document].update(term for term in terms(claim) if term[0] in TOLD)
    return {id: Topic(frozenset(first[id]), frozenset(told[id]), frozenset(words[id])) for id in words}


def _named(claims: Iterable[Claim]) -> Mapping[Place, Set[str]]:
    """The words of the names of each sentence."""
    found: dict[Place, set[str]] = defaultdict(set)
    for claim in claims:
        found[_place(claim)].update(word for name in claim.question.names for word in name.lower().split())
    return found


def _of_two_named(row: Judged, named: Mapping[Place, Set[str]]) -> bool:
    """Whether two claims are of sentences that name something, and nothing in common, not even somewhere in a name."""
    mine, theirs = (named.get(_place(x.claim), frozenset()) for x in (row.a, row.b))
    return bool(mine and theirs) and mine.isdisjoint(theirs) and row.a.claim.document != row.b.claim.document


def _share_a_name(a: Claim, b: Claim) -> bool:
    return not set(a.question.names).isdisjoint(b.question.names)


def _labels(row: Judged) -> bool:
    """Whether both sentences are a label and a value: "Kick-off: 18.00 WIB"."""
    return all(_is_label(x.claim.sentence.span.text, x.says) for x in (row.a, row.b))


def _is_label(sentence: str, says: str) -> bool:
    return len(WORDS.findall(sentence.replace(says, " "))) <= LABEL


def _of_two_topics(row: Judged, topics: Mapping[str, Topic]) -> bool:
    """Whether each report begins with a name that the other never has, and does not share most of its first ones."""
    a, b = row.a.claim, row.b.claim
    if a.document == b.document:
        return False
    mine, theirs = topics[a.document], topics[b.document]
    both = ((mine.first, theirs.words), (theirs.first, mine.words))
    new = all(any(name.isdisjoint(words) for name in first) for first, words in both)
    return new and not all(2 * sum(name <= words for name in first) > len(first) for first, words in both)


def _of_two_pointed(row: Judged, topics: Mapping[str, Topic], agreeing: Mapping[Place, Set[Place]]) -> bool:
    """Whether both sentences point at what was told before, and their reports begin with two topics, or share little.

    Or one sentence, which names nobody, agrees with another of the report: a list of things of one sort. The words of
    one saying are one thing, whatever their reports begin with.
    """
    a, b = row.a.claim, row.b.claim
    if a.document == b.document or row.steps[-1].rule == SAID:
        return False
    if not all(map(points_back, (a, b))):
        return False
    named = any(claim.question.names or claim.attribution for claim in (a, b))
    if not named and (_agrees_elsewhere(row.a, b, agreeing) or _agrees_elsewhere(row.b, a, agreeing)):
        return True
    return _of_two_topics(row, topics) or _share_little(topics[a.document], topics[b.document])


def _agrees_elsewhere(answer: Answer, claim: Claim, agreeing: Mapping[Place, Set[Place]]) -> bool:
    """Whether an answer is the same as one that the report of the claim gives in another sentence."""
    places = agreeing.get((answer.claim.document, answer.at), frozenset())
    return any(document == claim.document for document, _ in places - {_place(claim)})


def _share_little(a: Topic, b: Topic) -> bool:
    """Whether two reports begin with no name in common, and with hardly any other word in common."""
    names = [frozenset(chain.from_iterable(topic.first)) for topic in (a, b)]
    few = min(len(a.told), len(b.told))
    return any(names) and names[0].isdisjoint(names[1]) and len(a.told & b.told) < IN_COMMON * few


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
