"""The one door to claimcheck's readers: a phrase or a text in, its records out; no claims are built."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from claimcheck.reading.claim_notes import Notes
from claimcheck.reading.read import _placer, read_notes
from claimcheck.records import Attribution, Document, Quantity, Time
from claimcheck.text.page import page


@lru_cache(maxsize=4096)
def notes(text: str, language: str, published: str | None = None) -> tuple[Notes, Callable[[Any], Any]]:
    """What every reader notes in one text, and what leads a record back into the text as given."""
    made = page(Document(id="t", text=text, language=language, published=published))
    return read_notes(made), _placer(made)


def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """The quantities of a text."""
    noted, given = notes(text, language)
    return tuple(given(found.item) for found in noted.quantities)


def times(text: str, language: str, published: str | None = None) -> tuple[Time, ...]:
    """The times of a text, resolved against its publication time."""
    noted, given = notes(text, language, published)
    return tuple(given(found.item) for found in noted.times)


def attributions(text: str, language: str) -> tuple[Attribution, ...]:
    """The attributions of a text."""
    noted, given = notes(text, language)
    return tuple(given(found.item) for found in noted.speech)
