"""Tokenised text put back together: "at 2: 09 a. m.", "15, 000 people", "Lohan ’ s", "in Calif., ” he said"."""

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.languages import load
from claimcheck.text.clean import Clean, without

LEAST = 3  # marks set apart, of two kinds or more, from which a text is tokenised and not carelessly typed
SLIPS = 10  # marks set apart for each that is not

# A mark that ordinary type does not set apart, and the same mark as ordinary type has it. " - " is a dash in both
# and "in 2011. 15 people" two sentences, so neither counts.
_KINDS = tuple(
    (re.compile(apart), re.compile(closed))
    for apart, closed in (
        (
            r"(?<![0-9.,:])[0-9]{1,3}(?:\. [0-9]{1,2}(?= [a-z-])|, [0-9]{3}(?![0-9])|: [0-9]{2}(?![0-9]))",
            r"[0-9][.,:][0-9]",
        ),
        (r"[0-9] - [a-z]{1,12} - [a-z]", r"[^\W_]-[^\W_]"),
        (r"\b[ap]\. m\.|\bU\. [SKN]\.", r"\b[ap]\.m\.|\bU\.[SKN]\."),
        (r"\w [’'] (?:s|t|re|ve|ll)\b", r"\w’(?:s|t|re|ve|ll)\b"),
        (r"\w[,.!?] [\"”](?=\s|\Z)", r"\w[,.!?][\"”](?=\s|\Z)"),
        (r"\bhttps?: / / ", r"\bhttps?://"),
        (r"\w / (?=\w{1,30} / )", r"\w/\w"),
    )
)
# Each stretch that ordinary type prints without a space.
_WHOLE = re.compile(
    r"\bhttps?: / / \S+(?:(?<=[/_=?&%#~-]) \S+|(?<=\.) [a-z0-9]\S*| [/_=?&%#~-]\S*)*"
    r"|(?<![0-9.,:])[0-9]{1,3}(?P<thousands>(?:, [0-9]{3})+)(?![0-9])"
    r"|(?<![0-9.,:])[0-9]{1,3}\. [0-9]{1,2}(?![0-9])"
    r"|(?<![0-9.,:])[0-9]{1,2}: [0-5][0-9](?![0-9])"
    r"|\b[ap]\. m\.|\b[A-Z]\.(?: [A-Z]\.)+"
    r"|\w [’'] ?(?:s|t|re|ve|ll|m|d)\b"
    r"|(?<=\w)[,.!?] (?P<quote>[\"”])(?=\s|\Z)",
)


def together(made: Clean, language: str) -> Clean:
    """The reading text without the spaces that a tokeniser put inside numbers, hours, abbreviations and clitics.

    A text that is not tokenised throughout comes back as it is.

    >>> text = "The 6. 1 - magnitude quake hit at 2: 09 a. m. and killed 15, 000, the U. S. Survey said."
    >>> together(Clean(text), "en").text
    'The 6.1 - magnitude quake hit at 2:09 a.m. and killed 15,000, the U.S. Survey said.'
    >>> together(Clean("The worst in 2011. 15 people died at 2: 09."), "en").text
    'The worst in 2011. 15 people died at 2: 09.'
    """
    return without(made, list(_spaces(made.text, language))) if _set_apart(made.text) else made


def _set_apart(text: str) -> bool:
    """Whether the text has its marks apart throughout: several of them, of two kinds, and hardly one closed."""
    counts = [(_count(apart, text), _count(closed, text)) for apart, closed in _KINDS]
    apart = sum(count for count, _ in counts)
    return (
        apart >= LEAST
        and sum(count > 0 for count, _ in counts) > 1
        and SLIPS * sum(count for _, count in counts) <= apart
    )


def _count(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))


def _spaces(text: str, language: str) -> Iterator[int]:
    """The places of the spaces that go, in order."""
    opening = set(_opening(text))
    for whole in _WHOLE.finditer(text):
        dated = whole["thousands"] and _dated(language).search(
            text, max(0, whole.start() - 12), whole.start()
        )
        if not dated and whole.start("quote") not in opening:
            yield from (at for at in range(whole.start(), whole.end()) if text[at] == " ")


def _opening(text: str) -> Iterator[int]:
    """The places of straight quotes that open: the first, the third … of a line."""
    opens = True
    for mark in re.finditer(r"[\n\"]", text):
        if mark[0] == '"' and opens:
            yield mark.start()
        opens = mark[0] == "\n" or not opens


@cache
def _dated(language: str) -> re.Pattern[str]:
    """A month before a number: "On May 15, 200 people marched"."""
    months = [month for name in ("month", "month_short") for month in load(language).values[name]]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, months))})\.? \Z")
