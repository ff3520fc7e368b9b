""" "Tidak ada korban jiwa", "no one was hurt": nobody at all, which is a number too."""

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.languages import Pack
from claimcheck.reading.quantity_words import phrases
from claimcheck.reading.rules import Found
from claimcheck.records import Quantity, Span
from claimcheck.text.tokens import Tokens


def nobody(tokens: Tokens, pack: Pack, document: str) -> Iterator[Found[Quantity]]:
    """No person, where a phrase says that nobody died or was hurt; "belum ada korban" is not yet a number.

    >>> from claimcheck.languages import load
    >>> from claimcheck.text.tokens import tokenize
    >>> found = nobody(tokenize("Tidak ada korban jiwa dalam kebakaran itu.", "id"), load("id"), "a")
    >>> [(f.item.span.text, str(f.item.high), f.item.role) for f in found]
    [('Tidak ada korban jiwa', '0', 'death')]
    """
    listed = phrases(pack.code, "nobody")
    for start in (match.start() for match in pack.pattern("nobody").finditer(tokens.classes)):
        found = listed.at(tokens, start)
        if found is not None:
            yield Found(start, found[1], _none(tokens, document, start, found[1], str(found[0])))


def _none(tokens: Tokens, document: str, start: int, end: int, role: str) -> Quantity:
    span = Span(document, tokens.starts[start], tokens.ends[end - 1], tokens.slice(start, end))
    return Quantity(span, Decimal(0), Decimal(0), unit="person", counted="person", role=role, step=Decimal(1))
