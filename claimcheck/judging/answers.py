"""Two linked claims to verdicts: each kind of answer they share, through its own table."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from itertools import islice
from operator import itemgetter
from typing import TypeVar

from claimcheck.judging import attribution, date, number, number_pairs, polarity, quotation, sums
from claimcheck.judging.amounts import rounds
from claimcheck.judging.parties import givers
from claimcheck.judging.quotation import keys
from claimcheck.judging.table import Level, walk
from claimcheck.linking.weights import terms, widest
from claimcheck.reading.quantity_identifiers import identity
from claimcheck.records import Claim, Quantity, Span, Step, Time
from claimcheck.records.finding import FindingKind, Relation

T = TypeVar("T")
COPY = 0.3  # share of the content of the shorter sentence that a copy still has
SAME_THING = (
    0.25  # share of the terms from which two claims of one report with a name in common are of one thing
)
MUCH_NEARER = (
    0.4  # and so much more of the terms of a claim of another report, from which it answers that one
)
Value = tuple[str, str | None, Decimal | None, Decimal | None, str | None]
Values = Mapping[Value, Mapping[str, Sequence[Claim]]]
Sizes = Mapping[tuple[str, str | None], Sequence[tuple[Decimal, Value]]]  # by kind and unit, in order
Beside = Mapping[
    tuple[str, int], Sequence[Quantity]
]  # what the claims of a sentence give, by where it begins
CountedTo = Mapping[str, frozenset[object]]  # for each report the moments up to which it says that it counts
AMOUNTS = frozenset({"count", "money", "measure"})
ROUNDED = 20  # the part of a number by which its rounding may differ


@dataclass(frozen=True, slots=True)
class Judged:
    """One comparison: the kind of answer, how the two stand, the walk, and what each side says."""

    kind: FindingKind
    relation: Relation
    steps: tuple[Step, ...]
    a: Answer
    b: Answer

    @property
    def documents(self) -> frozenset[str]:
        """The ids of the reports of both sides, one where they are of one report."""
        return frozenset((self.a.claim.document, self.b.claim.document))

    def ending(self, relation: Relation, step: Step) -> Judged:
        """The comparison with another end of its walk: what held before does not hold any more."""
        last = replace(self.steps[-1], held=False)
        return replace(self, relation=relation, steps=(*self.steps[:-1], last, step))


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of one claim: what it says, and where, to tell the answers of a claim apart."""

    claim: Claim
    says: str
    at: int

    @property
    def span(self) -> Span:
        """The words of the answer: a number or a time as printed, else the whole claim."""
        if self.at < 0:
            return self.claim.span
        return Span(self.claim.document, self.at, self.at + len(self.says), self.says)

    @property
    def quantity(self) -> Quantity | None:
        """The number that is the answer, None where it is no number."""
        return next((q for q in self.claim.quantities if q.span.start == self.at), None)


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of two claims beside their words: when they were published, and whether one text is behind both."""

    published_a: datetime | None
    published_b: datetime | None
    one_origin: bool
    values: Values = field(default_factory=dict)
    sizes: Sizes = field(default_factory=dict)
    beside: Beside = field(default_factory=dict)
    counted_to: CountedTo = field(default_factory=dict)
    asking: frozenset[str] = frozenset()
    people: attribution.Known = field(default_factory=dict)
    sayings: Set[frozenset[tuple[str, int]]] = (
        frozenset()
    )  # where two days stand that reports give one saying
    states: Mapping[str, frozenset[str]] = field(
        default_factory=dict
    )  # for which the people named hold an office


def judged(a: Claim, b: Claim, setting: Setting) -> Iterator[Judged]:
    """Every kind of answer that two linked claims both give, judged."""
    near, copy = alike(a, b), setting.one_origin and copied(a, b)
    for x, y in number_pairs.pairs(a, b):
        numbers = number.Pair(
            x,
            y,
            a,
            b,
            near,
            copy,
            setting.published_a,
            setting.published_b,
            known=_known(a, x, b, y, setting),
            one_amount=_one_amount(a, x, b, y, setting),
            two_counts=_two_counts(a, b, setting),
        )
        yield _row("number", number.LEVELS, numbers, _printed(a, x), _printed(b, y))
        names = sums.two_names(a, x, b, y, setting.values.get(value(x), {}))
        if names is not None:
            yield _otherwise_named(a, names[0], b, names[1])
    for s, t in date.pairs(a, b):
        yield dated(a, s, b, t, setting)
    for at, named in attribution.pairs(
        a, b, setting.one_origin and (copy or attribution.takes_sides(a, b)), setting.states, setting.people
    ):
        yield _row("attribution", attribution.LEVELS, named, Answer(a, named.x, at), Answer(b, named.y, at))
    quoted = quotation.pair_of(a, b, copy)
    if quoted is not None:
        x_says, y_says = quotation.shown(a), quotation.shown(b)
        yield _row("quotation", quotation.LEVELS, quoted, Answer(a, x_says, -3), Answer(b, y_says, -3))
    opposed = polarity.pair_of(a, b, copy)
    if opposed is not None:
        yield _row(
            "polarity", polarity.LEVELS, opposed, Answer(a, a.span.text, -4), Answer(b, b.span.text, -4)
        )


def dated(a: Claim, s: Time, b: Claim, t: Time, setting: Setting) -> Judged:
    """Two times that two claims give for what may be one thing, judged."""
    said = frozenset(((a.document, s.span.start), (b.document, t.span.start))) in setting.sayings
    near, copy = alike(a, b), setting.one_origin and copied(a, b)
    known = _both_known(a, s, b, t, setting)
    times = date.Pair(s, t, a, b, near, copy, setting.published_a, setting.published_b, known, said)
    return _row("date", date.LEVELS, times, _printed(a, s), _printed(b, t))


def value(q: Quantity) -> Value:
    """What a quantity says, without what it counts."""
    return q.kind, q.unit, q.low, q.high, identity(q)


def by_size(values: Values) -> Sizes:
    """The single numbers and the ranges among the values, by kind and unit and the middle, the smallest first."""
    found: dict[tuple[str, str | None], list[tuple[Decimal, Value]]] = defaultdict(list)
    for known in values:
        kind, unit, low, high, name = known
        if low is not None and high is not None and name is None:
            found[kind, unit].append(((low + high) / 2, known))
    return {key: sorted(rows, key=itemgetter(0)) for key, rows in found.items()}


def moment(t: Time) -> Value:
    """What a time says; one that nothing anchors, the weekday or the month that it names."""
    if t.earliest is None and t.latest is None:
        return "time", None, None, None, f"{t.weekday}/{t.edtf or t.span.text.lower()}"
    return "time", None, None, None, f"{t.earliest}/{t.latest}"


def _both_known(a: Claim, s: Time, b: Claim, t: Time, setting: Setting) -> bool:
    """Whether both reports, or a third one, give both times, each for its own."""
    both = setting.values.get(moment(s), {}).keys() & setting.values.get(moment(t), {}).keys()
    return {a.document, b.document} <= both or bool(both - {a.document, b.document})


def _known(a: Claim, x: Quantity, b: Claim, y: Quantity, setting: Setting) -> bool:
    """Whether a report gives both values, each for its own: in a claim of something else, or nearer to the other's.

    Or both claims give both: "2.733 anak dari kuota 3.158", "2.733 siswa dari kuota 3.158 anak". Not where one body
    gives the values compared, and somebody else the other's: "BMKG mencatat 5,9, sedangkan USGS 6,1".
    """
    if _gives(a, y) and _gives(b, x):
        return True
    with_x, with_y = _givers(x, setting), _givers(y, setting)
    both = (with_x.keys() & with_y.keys()) - ({a.document} if a.document == b.document else set())
    if a.document == b.document:
        return bool(both) or _headline_holds(a, with_x, b) or _headline_holds(b, with_y, a)
    elsewhere = [(c, a, b) for c in with_y.get(a.document, ())] + [
        (c, b, a) for c in with_x.get(b.document, ())
    ]
    elsewhere = [row for row in elsewhere if not _of_another_speaker(*row)]
    if any(_of_one_speaker(*row) for row in elsewhere):
        return True
    if setting.one_origin:
        return len(both) > 1 or any(
            c.sentence == mine.sentence or c.sentence.span.text == theirs.sentence.span.text
            for c, mine, theirs in elsewhere
        )
    return (
        any(
            _nearer(c, mine, theirs) or (c.id not in setting.asking and not _same_thing(c, mine))
            for c, mine, theirs in elsewhere
        )
        or len(both) > 1
        or bool(both - {a.document, b.document})
    )


def _of_another_speaker(c: Claim, mine: Claim, theirs: Claim) -> bool:
    """Whether somebody else gives what a claim says than the two compared, who have a name in common."""
    of_c, of_mine, of_theirs = map(givers, (c, mine, theirs))
    return bool(of_c) and of_c.isdisjoint(of_theirs) and not of_mine.isdisjoint(of_theirs)


def _of_one_speaker(c: Claim, mine: Claim, theirs: Claim) -> bool:
    """Whether who gives the other value in one report gives it in the other too, and somebody else the one compared."""
    of_c, of_mine, of_theirs = map(givers, (c, mine, theirs))
    return bool(of_mine) and of_mine.isdisjoint(of_theirs) and not of_c.isdisjoint(of_theirs)


def _gives(claim: Claim, q: Quantity) -> bool:
    """Whether a claim has a number, whatever it counts, and in no other unit."""
    same = (
        (o.low, o.high) == (q.low, q.high) and len({o.unit, q.unit} - {None}) < 2 for o in claim.quantities
    )
    return q.low is not None and any(same)


def _one_amount(a: Claim, x: Quantity, b: Claim, y: Quantity, setting: Setting) -> bool | None:
    """Whether the sentences of two rises or falls give an amount in common; None where not both give one of a kind."""
    if x.change is None or y.change is None:
        return None
    mine, theirs = (
        [q for q in setting.beside.get(sentence_of(c), ()) if q.kind in AMOUNTS and q.low is not None]
        for c in (a, b)
    )
    of_a_kind = [(m, t) for m in mine for t in theirs if (m.kind, m.unit) == (t.kind, t.unit)]
    if not of_a_kind:
        return None
    return any(value(m) == value(t) or rounds(m, t) for m, t in of_a_kind)


def _two_counts(a: Claim, b: Claim, setting: Setting) -> bool:
    """Whether each report says up to when it counts, and none of these days is the other's: 5 June, 10 June."""
    mine, theirs = (setting.counted_to.get(c.document, frozenset()) for c in (a, b))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def sentence_of(claim: Claim) -> tuple[str, int]:
    """Where the sentence of a claim begins."""
    return claim.document, claim.sentence.span.start


def _givers(q: Quantity, setting: Setting) -> Mapping[str, Sequence[Claim]]:
    """The documents that give a value of something that may be the same, exactly or rounded, with their claims."""
    kept: dict[str, list[Claim]] = defaultdict(list)
    for near in dict.fromkeys((value(q), *_nearby(q, setting.sizes))):
        for document, claims in setting.values.get(near, {}).items():
            kept[document] += [c for c in claims if any(_may_be(q, other) for other in c.quantities)]
    return {d: claims for d, claims in kept.items() if claims}


def _nearby(q: Quantity, sizes: Sizes) -> Iterator[Value]:
    """The values of one kind and unit that lie so near that one may be the other: 24 and 24.2 percent, "about 24"."""
    if q.low is None or q.low != q.high or q.kind == "identifier":
        return
    rows, margin = sizes.get((q.kind, q.unit), ()), abs(q.low) / ROUNDED
    start = bisect_left(rows, q.low - margin, key=itemgetter(0))
    for middle, near in islice(rows, start, None):
        if middle > q.low + margin:
            return
        yield near


def _may_be(q: Quantity, other: Quantity) -> bool:
    """Whether another number of this value may count the same: two spoons are not two kinds, nor two dead two hurt."""
    one_unit = (q.kind, q.unit) == (other.kind, other.unit)
    about = other.hedge == "about" and _within(q, other)
    one_value = value(q) == value(other) or (one_unit and (about or rounds(q, other)))
    if not one_value or (None not in (q.role, other.role) and q.role != other.role):
        return False
    return q.counted is None or other.counted is None or widest(q.counted) == widest(other.counted)


def _within(q: Quantity, other: Quantity) -> bool:
    """Whether a number lies in what another may be: "10 jam", "sekitar 10 jam"."""
    if q.low is None or q.high is None or other.low is None or other.high is None:
        return False
    return other.low <= q.low and q.high <= other.high


def _same_thing(a: Claim, b: Claim) -> bool:
    """Whether two claims of one report are of one thing by name: then it contradicts itself."""
    return bool(set(a.question.names) & set(b.question.names)) and alike(a, b) >= SAME_THING


def _headline_holds(a: Claim, given: Mapping[str, Sequence[Claim]], b: Claim) -> bool:
    """Whether another sentence below a headline gives its number: then the one compared is of something else."""
    if a.sentence.kind != "headline":
        return False
    return any(c.sentence not in (a.sentence, b.sentence) for c in given.get(a.document, ()))


def _nearer(c: Claim, mine: Claim, theirs: Claim) -> bool:
    """Whether a report gives the other's value in a claim much nearer to the other's than the one compared."""
    return alike(c, theirs) - alike(mine, theirs) >= MUCH_NEARER


def _row(kind: FindingKind, levels: Sequence[Level[T]], pair: T, a: Answer, b: Answer) -> Judged:
    relation, steps = walk(levels, pair, a.says, b.says)
    return Judged(kind, relation, steps, a, b)


def _printed(claim: Claim, value: Quantity | Time) -> Answer:
    return Answer(claim, value.span.text, value.span.start)


def _otherwise_named(a: Claim, x: Span, b: Claim, y: Span) -> Judged:
    step = Step(sums.APART, True, f"{x.text} and {y.text} are one amount by two names")
    return Judged("attribution", "conflict", (step,), Answer(a, x.text, x.start), Answer(b, y.text, y.start))


def copied(a: Claim, b: Claim) -> bool:
    """Whether the sentences of two claims have one wording behind them: most of the content of the shorter one."""
    mine, theirs = (
        keys(a.sentence.span.text, a.language).keys(),
        keys(b.sentence.span.text, b.language).keys(),
    )
    return len(mine & theirs) >= COPY * min(len(mine), len(theirs))


def alike(a: Claim, b: Claim) -> float:
    """How much of what either claim is about the other is about too, from 0 to 1."""
    mine, theirs = frozenset(terms(a)), frozenset(terms(b))
    return len(mine & theirs) / max(1, len(mine | theirs))
