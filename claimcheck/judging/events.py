"""Two events of one kind: reports that clash on everything they both count tell of two things."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain

from claimcheck.judging.amounts import is_long
from claimcheck.judging.answers import Answer, Judged
from claimcheck.judging.topics import Topic, are_two, share_little, topics
from claimcheck.judging.words import points_back
from claimcheck.records import Claim, Step

VALUES = frozenset({"number", "date"})
APART = frozenset({"conflict", "differs in scope", "updates"})
SAID = "date.quoted"
COPIES = frozenset({"number.copy", "date.copy"})
FAR = "number.far"
ELSEWHERE = frozenset({"number.names", "number.scope", "number.planned"})
LABEL = 2  # words beside a value up to which a sentence is a line of a table
SEVERAL = 3  # clashes of two documents from which they may be about two events
WORDS = re.compile(r"\w+")
RULES = {
    "events.claims": "Two sentences clash on several answers at once: they tell of two things.",
    "events.documents": "Two reports clash more often than they agree: they tell of two events.",
    "events.places": "The two values are of two places or times in other sentences of the reports.",
    "events.topics": "Each report begins with names that the other never has, and shares few others with it.",
    "events.pointed": "Both sentences point at a thing told before, and the reports begin with different things.",
}
Place = tuple[str, int]  # a sentence: its document and where it starts
Places = frozenset[Place]


@dataclass(frozen=True, slots=True)
class Told:
    """What all claims and comparisons tell together.

    By report: its topic, and `met`, the pairs of them of which two compared claims share a name; how often two reports
    `clash` and `agree`. By sentence: those of its report that `repeat` an answer of it. By two sentences: on how many
    answers they are apart. By two values: the sentences that tell them of two places or times (`elsewhere`); by an
    answer: the sentences that give the same (`agreeing`).
    """

    topics: Mapping[str, Topic]
    met: Set[frozenset[str]]
    clash: Counter[frozenset[str]]
    agree: Counter[frozenset[str]]
    repeat: Mapping[Place, Places]
    apart: Mapping[Places, int]
    elsewhere: Mapping[object, Set[Places]]
    agreeing: Mapping[Place, Set[Place]]


def told_apart(clusters: Sequence[Sequence[Judged]], claims: Sequence[Claim]) -> list[list[Judged]]:
    """The rows of every cluster; a clash is none where the reports or the sentences tell of two things.

    What tells that stands in two tables, the first of them also for sentences that are copies but for a value.
    """
    told = _told(list(chain.from_iterable(clusters)), claims)
    return [[_settled(row, told) for row in rows] for rows in clusters]


def _settled(row: Judged, told: Told) -> Judged:
    if row.relation != "conflict" or row.kind not in VALUES:
        return row
    gates = COPIED if row.steps[-1].rule in COPIES else (*COPIED, *NOT_COPIED)
    step = next((step for step, test in gates if test(row, told)), None)
    return row if step is None else row.ending("differs in scope", step)


def _told(rows: Sequence[Judged], claims: Sequence[Claim]) -> Told:
    values = [row for row in rows if row.kind in VALUES]
    one_thing = {_sentences(row) for row in rows if _gives_one_long_number(row)}
    apart: dict[Places, set[object]] = defaultdict(set)
    elsewhere: dict[object, set[Places]] = defaultdict(set)
    repeat: dict[Place, Places] = defaultdict(frozenset)
    agreeing: dict[Place, set[Place]] = defaultdict(set)
    for row in values:
        both = _sentences(row)
        if (row.relation in APART or row.steps[-1].rule == FAR) and both not in one_thing:
            apart[both].add((row.kind, row.a.says, row.b.says))
        if row.steps[-1].rule in ELSEWHERE:
            elsewhere[_values(row)].add(both)
        if row.relation == "same":
            agreeing[row.a.claim.document, row.a.at].add(_place(row.b.claim))
            agreeing[row.b.claim.document, row.b.at].add(_place(row.a.claim))
            for place in both if len(row.documents) == 1 else ():
                repeat[place] |= both
    return Told(
        topics(claims),
        {row.documents for row in rows if _share_a_name(row.a.claim, row.b.claim)},
        Counter(row.documents for row in values if row.relation == "conflict"),
        Counter(row.documents for row in values if row.relation == "same"),
        repeat,
        {both: len(answers) for both, answers in apart.items()},
        elsewhere,
        agreeing,
    )


def _gives_one_long_number(row: Judged) -> bool:
    """Whether two sentences tell of one thing, however much else differs: "8.910 dari 9.204 (96,8%)"."""
    return row.relation == "same" and row.a.quantity is not None and is_long(row.a.quantity)


def _share_a_name(a: Claim, b: Claim) -> bool:
    return not set(a.question.names).isdisjoint(b.question.names)


def two_topics(row: Judged, told: Told) -> bool:
    """Whether two reports begin with two topics, and no two compared claims of them share a name.

    Lines of a table name nothing, whatever else the reports share: "Kick-off: 18.00 WIB".
    """
    return (row.documents not in told.met or _labels(row)) and _of_two_topics(row, told)


def _labels(row: Judged) -> bool:
    """Whether both sentences are a label and a value: "Kick-off: 18.00 WIB"."""
    return all(_is_label(x.claim.sentence.span.text, x.says) for x in (row.a, row.b))


def _is_label(sentence: str, says: str) -> bool:
    return len(WORDS.findall(sentence.replace(says, " "))) <= LABEL


def _of_two_topics(row: Judged, told: Told) -> bool:
    a, b = row.a.claim.document, row.b.claim.document
    return a != b and are_two(told.topics[a], told.topics[b])


def two_pointed(row: Judged, told: Told) -> bool:
    """Whether both sentences point at what was told before, and their reports begin with two topics, or share little.

    Or one sentence, which names nobody, agrees with another of the report: a list of things of one sort. The words of
    one saying are one thing, whatever their reports begin with. "Akun itu mengunggahnya" points back.
    """
    a, b = row.a.claim, row.b.claim
    if a.document == b.document or row.steps[-1].rule == SAID or not (points_back(a) and points_back(b)):
        return False
    named = any(claim.question.names or claim.attribution for claim in (a, b))
    if not named and (_agrees_elsewhere(row.a, b, told) or _agrees_elsewhere(row.b, a, told)):
        return True
    return _of_two_topics(row, told) or share_little(told.topics[a.document], told.topics[b.document])


def _agrees_elsewhere(answer: Answer, claim: Claim, told: Told) -> bool:
    """Whether an answer is the same as one that the report of the claim gives in another sentence."""
    places = told.agreeing.get((answer.claim.document, answer.at), frozenset())
    return any(document == claim.document for document, _ in places - {_place(claim)})


def two_sentences(row: Judged, told: Told) -> bool:
    """Whether the two sentences are apart on several answers at once."""
    return told.apart.get(_sentences(row), 0) > 1


def two_places(row: Judged, told: Told) -> bool:
    """Whether other sentences tell the two numbers of two places or times."""
    here = _sentences(row).union(*(told.repeat.get(place, ()) for place in _sentences(row)))
    return row.kind == "number" and any(not both <= here for both in told.elsewhere.get(_values(row), ()))


def two_reports(row: Judged, told: Told) -> bool:
    """Whether two reports clash often, and more often than they agree."""
    both = row.documents
    return told.clash[both] >= SEVERAL and told.clash[both] > told.agree[both]


def _sentences(row: Judged) -> Places:
    return frozenset((_place(row.a.claim), _place(row.b.claim)))


def _values(row: Judged) -> object:
    """Two numbers and the reports that give them."""
    numbers = ((x.claim.document, x.quantity) for x in (row.a, row.b))
    return frozenset((document, q.low, q.high) for document, q in numbers if q is not None)


def _place(claim: Claim) -> Place:
    return claim.document, claim.sentence.span.start


def _gate(
    rule: str, says: str, test: Callable[[Judged, Told], bool]
) -> tuple[Step, Callable[[Judged, Told], bool]]:
    return Step(rule, True, says), test


COPIED = (
    _gate("events.topics", "each report begins with names that the other never has", two_topics),
    _gate(
        "events.pointed",
        "both point at a thing told before, and the reports begin with different things",
        two_pointed,
    ),
)
NOT_COPIED = (
    _gate(
        "events.claims", "the claims clash on more than one answer: they tell of two things", two_sentences
    ),
    _gate(
        "events.places",
        "other sentences of the reports tell the two values of two places or times",
        two_places,
    ),
    _gate(
        "events.documents",
        "the reports clash more often than they agree: they tell of two events",
        two_reports,
    ),
)
