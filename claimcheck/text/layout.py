"""The lines of a report: sentences with their kind, and the datelines that stand before them."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from claimcheck.languages import load
from claimcheck.records.span import SentenceKind
from claimcheck.text.sentences import split


@dataclass(frozen=True, slots=True)
class Cut:
    """One sentence or line: a half-open place in the clean text and its kind."""

    start: int
    end: int
    kind: SentenceKind


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place and outlet printed before the first sentence ("Bisnis.com, JAKARTA –"), as printed."""

    start: int
    end: int
    outlet: str | None
    place: str | None


@dataclass(frozen=True, slots=True)
class Layout:
    """The sentences and lines of a clean text in order, and its datelines."""

    cuts: tuple[Cut, ...]
    datelines: tuple[Dateline, ...] = ()


def layout(text: str, language: str) -> Layout:
    """Cut a clean text into sentences and lines with their kinds.

    >>> [(c.start, c.end, c.kind) for c in layout("Ia datang. Ia pulang.", "id").cuts]
    [(0, 10, 'sentence'), (11, 21, 'sentence')]
    """
    cuts: list[Cut] = []
    at = 0
    for line in text.split("\n"):
        cuts.extend(Cut(a, b, "sentence") for a, b in split(text, at, at + len(line), language))
        at += len(line) + 1
    return Layout(tuple(cuts))
