"""Two linked claims to verdicts: each kind of answer they share, through its own table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from claimcheck.judging import attribution, date, number, polarity, quotation
from claimcheck.judging.table import walk
from claimcheck.records import Claim, Step
from claimcheck.records.finding import FindingKind, Relation


@dataclass(frozen=True, slots=True)
class Judged:
    """One comparison: the kind of answer, how the two stand, the walk, and what each side says."""

    kind: FindingKind
    relation: Relation
    steps: tuple[Step, ...]
    a: Claim
    b: Claim
    a_says: str
    b_says: str


def judged(a: Claim, b: Claim, published: Mapping[str, datetime]) -> Iterator[Judged]:
    """Every kind of answer that two linked claims both give, judged."""
    yield from _numbers(a, b, published)
    yield from _dates(a, b)
    yield from _attributions(a, b)
    yield from _quotations(a, b)
    yield from _polarities(a, b)


def _numbers(a: Claim, b: Claim, published: Mapping[str, datetime]) -> Iterator[Judged]:
    for x, y in number.pairs(a, b):
        pair = number.Pair(x, y, a, b, published.get(a.document), published.get(b.document))
        relation, steps = walk(number.LEVELS, pair, x.span.text, y.span.text)
        yield Judged("number", relation, steps, a, b, x.span.text, y.span.text)


def _dates(a: Claim, b: Claim) -> Iterator[Judged]:
    for x, y in date.pairs(a, b):
        relation, steps = walk(date.LEVELS, date.Pair(x, y, a, b), x.span.text, y.span.text)
        yield Judged("date", relation, steps, a, b, x.span.text, y.span.text)


def _attributions(a: Claim, b: Claim) -> Iterator[Judged]:
    for pair in attribution.pairs(a, b):
        relation, steps = walk(attribution.LEVELS, pair, pair.x, pair.y)
        yield Judged("attribution", relation, steps, a, b, pair.x, pair.y)


def _quotations(a: Claim, b: Claim) -> Iterator[Judged]:
    pair = quotation.pair_of(a, b)
    if pair is not None:
        x, y = quotation.shown(a), quotation.shown(b)
        relation, steps = walk(quotation.LEVELS, pair, x, y)
        yield Judged("quotation", relation, steps, a, b, x, y)


def _polarities(a: Claim, b: Claim) -> Iterator[Judged]:
    pair = polarity.pair_of(a, b)
    if pair is not None:
        x, y = a.span.text, b.span.text
        relation, steps = walk(polarity.LEVELS, pair, x, y)
        yield Judged("polarity", relation, steps, a, b, x, y)
