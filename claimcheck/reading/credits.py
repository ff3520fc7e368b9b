"""Whose text a report is or cites: agencies and other outlets, at its head, at its foot and inside."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from claimcheck.languages import load
from claimcheck.reading.rules import matches, phrase
from claimcheck.text.tokens import tokenize

CLASSES = ("agency", "outlet", "outlet_initials")
LONGEST = 2000  # characters of a line that is looked at


class Credit(NamedTuple):
    """An outlet by its key and its name; whether the text is credited to it or cites it; if it is an agency."""

    outlet: str
    name: str
    kind: str
    agency: bool


def read_credits(text: str, language: str) -> tuple[Credit, ...]:
    """The outlets that a text is credited to or cites, each way once, in order of the rules.

    >>> found = read_credits("WASHINGTON (Reuters) - Utusan itu tiba, dikutip dari CNN.", "id")
    >>> [(credit.outlet, credit.kind, credit.agency) for credit in found]
    [('reuters', 'credit', True), ('cnn', 'cited', False)]
    """
    found: dict[tuple[str, str], Credit] = {}
    for line in text.splitlines():
        if len(line) <= LONGEST and _named(language).search(line):
            for credit in _in_line(line.strip(), language):
                found.setdefault((credit.outlet, credit.kind), credit)
    return tuple(sorted(found.values(), key=lambda credit: (credit.kind != "credit", credit.outlet)))


def outlet(name: str, language: str) -> str | None:
    """The key of an outlet by its name in any case, or None.

    >>> outlet("KOMPAS.com", "id"), outlet("Harian Kita", "id")
    ('kompas', None)
    """
    return _keys(language).get(" ".join(name.lower().split()))


def _in_line(line: str, language: str) -> Iterator[Credit]:
    tokens, pack = tokenize(f"\n{line}\n", language), load(language)
    for rule, match in matches("credit", tokens, pack):
        printed = phrase(tokens, *match.span("outlet"))
        key = next((str(v) for name in CLASSES if (v := pack.value(name, printed)) is not None), None)
        if key is not None:
            yield Credit(key, _names(language)[key], dict(rule.gives)["kind"], key in _agencies(language))


@cache
def _keys(language: str) -> dict[str, str]:
    values = load(language).values
    return {form.lower(): str(key) for name in CLASSES[:2] for form, key in values[name].items()}


@cache
def _names(language: str) -> dict[str, str]:
    """The first name of each outlet in the folder: ANTARA for "(ant/abc)"."""
    values = load(language).values
    listed = [(str(key), form) for name in CLASSES for form, key in values[name].items()]
    return dict(reversed(listed))


@cache
def _agencies(language: str) -> frozenset[str]:
    return frozenset(map(str, load(language).values["agency"].values()))


@cache
def _named(language: str) -> re.Pattern[str]:
    """An outlet anywhere, or initials in brackets: what a line needs to be worth reading."""
    values = load(language).values
    listed = "|".join(re.escape(form.replace(" - ", "-")) for name in CLASSES[:2] for form in values[name])
    initials = "|".join(map(re.escape, values["outlet_initials"]))
    return re.compile(rf"(?i:(?<!\w)(?:{listed})(?!\w)|\((?:{initials})(?!\w))")
