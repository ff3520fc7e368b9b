"""Two linked claims to verdicts: each kind of answer they share, through its own table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from claimcheck.judging import attribution, date, number, polarity, quotation
from claimcheck.judging.table import Level, walk
from claimcheck.linking.weights import terms
from claimcheck.records import Claim, Quantity, Step, Time
from claimcheck.records.finding import FindingKind, Relation

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Judged:
    """One comparison: the kind of answer, how the two stand, the walk, and what each side says."""

    kind: FindingKind
    relation: Relation
    steps: tuple[Step, ...]
    a: Answer
    b: Answer


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of one claim: what it says, and where, to tell the answers of a claim apart."""

    claim: Claim
    says: str
    at: int


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of two claims beside their words: when they were published, and whether one text is behind both."""

    published_a: datetime | None
    published_b: datetime | None
    one_origin: bool


def judged(a: Claim, b: Claim, setting: Setting) -> Iterator[Judged]:
    """Every kind of answer that two linked claims both give, judged."""
    near = alike(a, b)
    for x, y in number.pairs(a, b):
        numbers = number.Pair(x, y, a, b, near, setting.one_origin, setting.published_a, setting.published_b)
        yield _row("number", number.LEVELS, numbers, _printed(a, x), _printed(b, y))
    for s, t in date.pairs(a, b):
        yield _row(
            "date",
            date.LEVELS,
            date.Pair(s, t, a, b, near, setting.one_origin),
            _printed(a, s),
            _printed(b, t),
        )
    for named in attribution.pairs(a, b, setting.one_origin):
        yield _row("attribution", attribution.LEVELS, named, Answer(a, named.x, -1), Answer(b, named.y, -1))
    quoted = quotation.pair_of(a, b, setting.one_origin)
    if quoted is not None:
        x_says, y_says = quotation.shown(a), quotation.shown(b)
        yield _row("quotation", quotation.LEVELS, quoted, Answer(a, x_says, -2), Answer(b, y_says, -2))
    opposed = polarity.pair_of(a, b)
    if opposed is not None:
        yield _row(
            "polarity", polarity.LEVELS, opposed, Answer(a, a.span.text, -3), Answer(b, b.span.text, -3)
        )


def _row(kind: FindingKind, levels: Sequence[Level[T]], pair: T, a: Answer, b: Answer) -> Judged:
    relation, steps = walk(levels, pair, a.says, b.says)
    return Judged(kind, relation, steps, a, b)


def _printed(claim: Claim, value: Quantity | Time) -> Answer:
    return Answer(claim, value.span.text, value.span.start)


def alike(a: Claim, b: Claim) -> float:
    """How much of what either claim is about the other is about too, from 0 to 1."""
    mine, theirs = frozenset(terms(a)), frozenset(terms(b))
    return len(mine & theirs) / max(1, len(mine | theirs))
