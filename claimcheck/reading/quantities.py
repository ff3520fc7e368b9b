"""Quantities: every number of a text as the values it allows, with its unit and what is counted."""

import re
from collections.abc import Sequence
from functools import cache

from claimcheck.languages import Pack, load
from claimcheck.reading.quantity_atoms import atoms
from claimcheck.reading.quantity_context import decorated
from claimcheck.reading.quantity_digits import MOST_DIGITS, digits
from claimcheck.reading.quantity_identifiers import identifiers
from claimcheck.reading.quantity_intensity import intensities
from claimcheck.reading.quantity_lone import lone
from claimcheck.reading.quantity_none import nobody
from claimcheck.reading.quantity_one import ones
from claimcheck.reading.quantity_ranges import ranged
from claimcheck.reading.quantity_shared import shared
from claimcheck.reading.quantity_signs import exponent
from claimcheck.reading.rules import Found
from claimcheck.records import Quantity, Span, Unread
from claimcheck.text.tokens import Tokens


def read_quantities(
    tokens: Tokens, pack: Pack, document: str, taken: Sequence[tuple[int, int]] = ()
) -> list[Found[Quantity]]:
    """The quantities of a text in its order, none inside the token ranges `taken` by times.

    Spans are code points of the text of `tokens`, end exclusive; ranges such as "10–15" are one quantity.
    Identifiers (flight and licence numbers, law articles, scores) come with their kind, so that nobody
    compares them with counts; years, clock times and list numbers do not come at all.

    >>> from claimcheck.languages import load
    >>> from claimcheck.text.tokens import tokenize
    >>> found = read_quantities(tokenize("Lebih dari 12 orang tewas.", "id"), load("id"), "a")
    >>> [(str(f.item.low), f.item.hedge, f.item.unit, f.item.role) for f in found]
    [('12', 'more than', 'person', 'death')]
    """
    named = identifiers(tokens, pack, document, taken)
    blocked = _blocked(len(tokens), [*taken, *((f.start, f.end) for f in named)])
    words = [
        f
        for f in (
            *intensities(tokens, document),
            *nobody(tokens, pack, document),
            *ones(tokens, pack, document),
        )
        if not any(blocked[f.start : f.end])
    ]
    for word in words:
        blocked[word.start : word.end] = b"\x01" * (word.end - word.start)
    units = list(lone(tokens, pack, blocked))
    for unit in units:
        blocked[unit.start] = 1
    numbers = [*ranged(tokens, pack, atoms(tokens, pack, blocked)), *units]
    read = [decorated(tokens, pack, document, atom) for atom in sorted(numbers, key=lambda a: a.start)]
    counts = shared(tokens, [f for f in read if f is not None])
    return sorted([*named, *words, *counts], key=lambda f: (f.start, f.end))


def unread_quantities(
    tokens: Tokens, pack: Pack, document: str, found: Sequence[tuple[int, int]] = ()
) -> list[Unread]:
    """The places with digits that no rule could read as a number, and why, in the order of the text.

    Digits of other scripts and of mixed scripts, more than 28 digits, exponents, marks of no number format; what
    stands in one of the ranges of tokens `found` was read.

    >>> from claimcheck.languages import load
    >>> from claimcheck.text.tokens import tokenize
    >>> [u.why for u in unread_quantities(tokenize("1e999999 dan 1.2.3.4", "id"), load("id"), "a")]
    ['digits with an exponent', 'marks of no number format']
    """
    covered = _blocked(len(tokens), found)
    places = re.finditer(_strange(pack), tokens.classes)
    rows = ((at, _why(tokens, at)) for at in (m.start() for m in places) if not covered[at])
    return [Unread(_span(tokens, document, at, why), why) for at, why in rows if why]


@cache
def _strange_of(language: str) -> str:
    table = load(language).table
    return f"{table.any_of('sequence', 'digits')[:-1]}{table.char(_OTHER_DIGIT)}]"


def _strange(pack: Pack) -> str:
    return _strange_of(pack.code)


_OTHER_DIGIT = "\u0663"  # an Arabic digit has no class: the character of all tokens without one


def _why(tokens: Tokens, at: int) -> str | None:
    word = tokens.words[at]
    if exponent(tokens, at):
        return "digits with an exponent"
    if not any(c.isnumeric() for c in word) or digits(word, tokens.language):
        return None
    if not word.isascii():
        return "digits of another script"
    if sum(c.isdigit() for c in word) > MOST_DIGITS:
        return f"more than {MOST_DIGITS} digits"
    return "marks of no number format"


def _span(tokens: Tokens, document: str, at: int, why: str) -> Span:
    end = at + 1 + (why == "digits with an exponent")
    return Span(document, tokens.starts[at], tokens.ends[end - 1], tokens.slice(at, end))


def _blocked(size: int, ranges: Sequence[tuple[int, int]]) -> bytearray:
    blocked = bytearray(size)
    for start, end in ranges:
        blocked[start:end] = b"\x01" * (end - start)
    return blocked
