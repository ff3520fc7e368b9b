"""What was read on the tokens of one document, by its place there."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from claimcheck.languages import Pack
from claimcheck.reading.clauses import Clause
from claimcheck.reading.names import Name
from claimcheck.reading.rules import Found
from claimcheck.reading.terms import Term
from claimcheck.records import Attribution, Quantity, Sentence, Span, Time
from claimcheck.text.tokens import Tokens

F = TypeVar("F", bound=Found[Any] | Term)


@dataclass(frozen=True, slots=True)
class Notes:
    """Everything read on the tokens of one document, each list in the order of the text."""

    tokens: Tokens
    pack: Pack
    sentences: Sequence[tuple[int, int, Sentence]]
    names: Sequence[Found[Name]]
    terms: Sequence[Term]
    quantities: Sequence[Found[Quantity]]
    times: Sequence[Found[Time]]
    speech: Sequence[Found[Attribution]]
    quotes: Sequence[Found[Span]]


def inside(clause: Clause, found: Sequence[F]) -> Sequence[F]:
    """What begins inside a clause, of a list in the order of the text."""
    first = bisect_left(found, clause.start, key=begins)
    return found[first : bisect_left(found, clause.end, first, key=begins)]


def begins(found: Found[Any] | Term) -> int:
    """The token that something found begins on."""
    return found.start


def tokens_of(place: Span, said: Found[Attribution], notes: Notes) -> range:
    """The tokens of a part of an attribution: its cue, its speaker, what was said."""
    starts = notes.tokens.starts
    first = next((i for i in range(said.start, said.end) if starts[i] >= place.start), said.end)
    last = next((i for i in range(first, said.end) if starts[i] >= place.end), said.end)
    return range(first, last)


def marks(name: str, start: int, end: int, notes: Notes) -> Iterator[re.Match[str]]:
    """Where a pattern of the language stands on tokens `start` to before `end`."""
    return notes.pack.pattern(name).finditer(notes.tokens.classes, start, end)
