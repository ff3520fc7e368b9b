"""The phrases of a language by which a line is known: furniture, links, credits, captions."""

import re
from functools import cache
from typing import Any

from claimcheck.languages import load


@cache
def words_of(language: str, table: str) -> frozenset[str]:
    """The words of one table of sentences.toml.

    >>> "dari" in words_of("id", "open")
    True
    """
    content: dict[str, Any] = load(language).data["sentences.toml"].get(table, {})
    return frozenset(content.get("words", ()))


@cache
def opening(language: str, *tables: str) -> re.Pattern[str]:
    """Any of the tables' phrases at the start of a line, in small letters or capitals; the longest first.

    >>> opening("id", "link").match("Baca Juga: Harga Naik") is not None
    True
    """
    words = sorted(
        {word for table in tables for word in words_of(language, table)}, key=lambda w: (-len(w), w)
    )
    if not words:
        return re.compile(r"(?!)")
    return re.compile(rf"[\[(]?(?:{'|'.join(map(re.escape, words))})(?:(?<!\w)|(?!\w))", re.IGNORECASE)


@cache
def words_of_stamps(language: str) -> frozenset[str]:
    """The words that a line has which only says when the page was put out, in small letters.

    >>> words_of_stamps("en").issuperset(["updated", "june", "pm", "edt"])
    True
    """
    pack = load(language)
    named = [
        pack.values.get(name, {}) for name in ("month", "month_short", "weekday", "weekday_short", "zone")
    ]
    return words_of(language, "stamp") | {word.lower() for table in named for word in table}


_STAMP = 14  # words of a line that says when the page was put out
_CLOCK = re.compile(r"(?<![0-9])[0-9]{1,2}[:.] ?[0-9]{2}(?![0-9])")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_LETTERS = re.compile(r"[^\W\d_]+")


def is_stamp(line: str, language: str) -> bool:
    """Whether a line says when the page was put out: a date, a clock time or a word of publishing, nothing else.

    >>> is_stamp("Updated: June 13, 2013 4:59 PM EDT", "en"), is_stamp("It rained until 4:59 PM.", "en")
    (True, False)
    """
    if len(line.split()) > _STAMP or not any(map(str.isdigit, line)):
        return False
    dated = _YEAR.search(line) is not None and opening(language, "dated").match(line) is not None
    if not dated and _CLOCK.search(line) is None and opening(language, "published").match(line) is None:
        return False
    words = _LETTERS.findall(line.lower())
    return len(words) > 0 and words_of_stamps(language).issuperset(words)


def _longest_first(word: str) -> tuple[int, str]:
    return -len(word), word


@cache
def captions(language: str) -> re.Pattern[str]:
    """ "Foto: Budi" and its like, anywhere in a line."""
    listed = "|".join(re.escape(word) for word in sorted(words_of(language, "caption")))
    return re.compile(rf"(?:^|[\s(/])(?:{listed})\s?:\s?(?=\S)", re.IGNORECASE)
