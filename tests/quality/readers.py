"""The one door to claimcheck's readers: a phrase or a text in, its records out; no claims are built."""

from functools import lru_cache

from claimcheck.reading.claims import Notes
from claimcheck.reading.read import read_notes
from claimcheck.records import Attribution, Document, Quantity, Time
from claimcheck.text.page import page


@lru_cache(maxsize=4096)
def notes(text: str, language: str, published: str | None = None) -> Notes:
    """What every reader notes in one text."""
    return read_notes(page(Document(id="t", text=text, language=language, published=published)))


def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """The quantities of a text."""
    return tuple(found.item for found in notes(text, language).quantities)


def times(text: str, language: str, published: str | None = None) -> tuple[Time, ...]:
    """The times of a text, resolved against its publication time."""
    return tuple(found.item for found in notes(text, language, published).times)


def attributions(text: str, language: str) -> tuple[Attribution, ...]:
    """The attributions of a text."""
    return tuple(found.item for found in notes(text, language).speech)
