"""Quantities: every number of a text as the interval of values it allows, with its unit and what is counted."""

from collections.abc import Sequence

from claimcheck.languages import Pack
from claimcheck.reading.quantity_atoms import atoms
from claimcheck.reading.quantity_context import decorated
from claimcheck.reading.quantity_identifiers import identifiers
from claimcheck.reading.quantity_ranges import ranged
from claimcheck.reading.rules import Found
from claimcheck.records import Quantity
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
    read = [
        decorated(tokens, pack, document, atom) for atom in ranged(tokens, pack, atoms(tokens, pack, blocked))
    ]
    return sorted([*named, *(f for f in read if f is not None)], key=lambda f: (f.start, f.end))


def _blocked(size: int, ranges: Sequence[tuple[int, int]]) -> bytearray:
    blocked = bytearray(size)
    for start, end in ranges:
        blocked[start:end] = b"\x01" * (end - start)
    return blocked
