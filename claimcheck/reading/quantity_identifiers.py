"""Numbers that count nothing: law articles, flights, licence plates, addresses, scores."""

from collections.abc import Sequence

from claimcheck.languages import Pack
from claimcheck.reading.rules import Found
from claimcheck.records import Quantity
from claimcheck.text.tokens import Tokens


def identifiers(
    tokens: Tokens, pack: Pack, document: str, taken: Sequence[tuple[int, int]]
) -> list[Found[Quantity]]:
    """The identifiers of a text, outside what is taken."""
    return []
