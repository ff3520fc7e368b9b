"""The one door to claimcheck's readers: a phrase or a text in, its records out."""

from functools import lru_cache

from claimcheck.records import Attribution, Document, Quantity, Reading, Time


@lru_cache(maxsize=4096)
def reading(text: str, language: str, published: str | None = None) -> Reading:
    """All that claimcheck reads in one text."""
    import claimcheck

    return claimcheck.read(Document(id="t", text=text, language=language, published=published))


def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """The quantities of a text."""
    return reading(text, language).quantities


def times(text: str, language: str, published: str | None = None) -> tuple[Time, ...]:
    """The times of a text, resolved against its publication time."""
    return reading(text, language, published).times


def attributions(text: str, language: str) -> tuple[Attribution, ...]:
    """The attributions of a text."""
    return reading(text, language).attributions
