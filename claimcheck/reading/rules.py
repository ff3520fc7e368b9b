"""Running the rules of a stage over the class string of a text."""

from collections.abc import Iterator
from re import Match
from typing import Generic, NamedTuple, TypeVar

from claimcheck.languages import Pack
from claimcheck.languages.patterns import Rule
from claimcheck.text.tokens import Tokens

T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """Something read, with the tokens it stands on: `start` to before `end`."""

    start: int
    end: int
    item: T


def matches(stage: str, tokens: Tokens, pack: Pack) -> Iterator[tuple[Rule, Match[str]]]:
    """All places where a rule of the stage holds, rule by rule in the order of the folder, spans in tokens.

    >>> from claimcheck.languages import load
    >>> from claimcheck.text.tokens import tokenize
    >>> list(matches("no such stage", tokenize("Ia datang.", "id"), load("id")))
    []
    """
    for rule in pack.rules.get(stage, ()):
        for match in pack.pattern(rule.pattern).finditer(tokens.classes):
            yield rule, match


def phrase(tokens: Tokens, start: int, end: int) -> str:
    """The words from token `start` to before `end`, one space between them, as the language folder writes phrases."""
    return " ".join(tokens.words[start:end])
