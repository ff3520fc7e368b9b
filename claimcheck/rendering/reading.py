"""One document's claims as rows that people can read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from claimcheck.records import Attribution, Claim, Interval, Quantity, Reading, Time
from claimcheck.rendering import escape
from claimcheck.rendering.words import Words


@dataclass(frozen=True)
class ClaimRow:
    """A claim in one line, and a line for each of its answers."""

    head: str
    answers: tuple[str, ...]


def rows(reading: Reading, say: Words) -> Iterator[ClaimRow]:
    """The claims of a reading, in the order of the text."""
    for claim in reading.claims:
        yield ClaimRow(f"{claim.id}  {escape.line(claim.span.text)}", tuple(answers(claim, say)))


def answers(claim: Claim, say: Words) -> Iterator[str]:
    """What the claim answers: its numbers, times, speaker, quoted words and polarity."""
    yield from (f"{say.say('quantities')}: {quantity(q)}" for q in claim.quantities)
    yield from (f"{say.say('times')}: {time(t)}" for t in claim.times)
    if claim.attribution is not None:
        yield f"{say.say('attributions')}: {speaker(claim.attribution, say)}"
    yield from (f"{say.of('kind', 'quotation')}: “{escape.line(q.text)}”" for q in claim.quotes)
    if claim.polarity == "-":
        yield f"{say.of('kind', 'polarity')}: {say.say('not_held')}"


def quantity(q: Quantity) -> str:
    """A quantity as printed and as understood.

    >>> from decimal import Decimal; from claimcheck.records import Span
    >>> quantity(Quantity(Span("a", 0, 9, "100 lebih"), Decimal(100), None, unit="person", role="death"))
    '“100 lebih” = 100… person death'
    """
    what = [q.unit, q.counted if q.counted != q.unit else None, q.role, f"/ {q.per}" if q.per else None]
    return " ".join([f"“{escape.line(q.span.text)}” =", bounds(q.interval), *(w for w in what if w)])


def time(t: Time) -> str:
    """A time as printed and as understood."""
    known = t.edtf or (f"{t.earliest or ''}…{t.latest or ''}" if t.earliest or t.latest else t.grain)
    return f"“{escape.line(t.span.text)}” = {known} ({t.role})"


def speaker(a: Attribution, say: Words) -> str:
    """Who says it and through whom, with the cue."""
    chain = " ← ".join(a.chain) or a.source or say.say("nobody")
    return f"{escape.line(chain)} “{escape.line(a.cue.text)}” ({a.mode}, {a.stance})"


def bounds(interval: Interval[Any]) -> str:
    """An interval in the notation of people: one value, a range, or an open end.

    >>> bounds(Interval(3, 3)), bounds(Interval(3, 5)), bounds(Interval(None, 5, high_open=True))
    ('3', '3–5', '<5')
    """
    low, high = interval.low, interval.high
    if low is None and high is None:
        return "?"
    if high is None:
        return f">{low}" if interval.low_open else f"{low}…"
    if low is None:
        return f"<{high}" if interval.high_open else f"…{high}"
    return f"{low}" if low == high else f"{low}–{high}"


def reading_json(reading: Reading) -> str:
    """One document read, as canonical JSON."""
    from pydantic import TypeAdapter

    from claimcheck.rendering.canonical import dumps

    return dumps(TypeAdapter(Reading).dump_python(reading, mode="json")) + "\n"
