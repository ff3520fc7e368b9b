"""Digits with their marks, read in the convention of a language, ambiguity kept."""

import re
from decimal import Decimal
from functools import lru_cache

from claimcheck.reading.quantity_records import ONE

DECIMAL_MARK = {"id": ",", "en": "."}
MOST_DIGITS = 28  # all that Decimal keeps exactly; longer runs are no quantities
_DIGITS = re.compile(r"[0-9]{1,40}(?:[.,'][0-9]{1,15}){0,12}\Z")
_GROUPED = re.compile(r"[0-9]{1,3}(?:([.,'])[0-9]{3})(?:\1[0-9]{3}){0,11}\Z")


@lru_cache(maxsize=1 << 14)
def digits(text: str, language: str) -> tuple[Decimal, Decimal, Decimal | None] | None:
    """The value of a run of digits and marks, the size of its last digit, and the other value it may have.

    `None` for what is no number in any convention, and for more than 28 digits.

    >>> digits("1.200", "id"), digits("1,5", "id")
    ((Decimal('1200'), Decimal('1'), None), (Decimal('1.5'), Decimal('0.1'), None))
    >>> digits("5,000", "id")
    (Decimal('5000'), Decimal('1'), Decimal('5.000'))
    """
    if not _DIGITS.match(text) or sum(c.isdigit() for c in text) > MOST_DIGITS:
        return None
    marks = [c for c in text if c in ".,'"]
    if not marks:
        return _plain(text, None)
    if (len(set(marks)) == 1 and len(marks) > 1) or marks[0] == "'":
        return _plain(text, marks[0]) if _GROUPED.match(text) else None
    if len(marks) == 1:
        return _one_mark(text, marks[0], DECIMAL_MARK.get(language, "."))
    return _two_marks(text, marks)


def _plain(text: str, mark: str | None) -> tuple[Decimal, Decimal, None]:
    return Decimal(text.replace(mark, "") if mark else text), ONE, None


def _fractional(text: str, mark: str) -> tuple[Decimal, Decimal]:
    whole, _, rest = text.partition(mark)
    return Decimal(f"{whole}.{rest}"), Decimal((0, (1,), -len(rest)))


def _one_mark(text: str, mark: str, decimal_mark: str) -> tuple[Decimal, Decimal, Decimal | None]:
    """One mark: thousands or a fraction; sure in the language's own convention, otherwise both are kept.

    Zeros at the end speak for thousands: "1,500 orang" is an English spelling in an Indonesian text.
    "US$ 3.00" in Indonesian is a fraction all the same: two digits cannot be thousands; nor can "0.125".
    """
    value, step = _fractional(text, mark)
    if not _GROUPED.match(text) or text.startswith("0"):
        return value, step, None
    grouped = Decimal(text.replace(mark, ""))
    if mark != decimal_mark:
        return grouped, ONE, None
    if text.endswith("00" if decimal_mark == "," else "000"):
        return grouped, ONE, value
    return value, step, grouped


def _two_marks(text: str, marks: list[str]) -> tuple[Decimal, Decimal, None] | None:
    """Two kinds of marks: the last one, if it stands once, is the decimal mark."""
    last = marks[-1]
    whole, _, rest = text.rpartition(last)
    if marks.count(last) != 1 or not _GROUPED.match(whole):
        return None
    return Decimal(f"{whole.replace(marks[0], '')}.{rest}"), Decimal((0, (1,), -len(rest))), None
