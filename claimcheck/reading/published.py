"""The publication time of a document: a date, ISO text, or the line that the outlet prints."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta, timezone
from functools import cache

from claimcheck.errors import DocumentError
from claimcheck.languages import LANGUAGES, load

_ZONES: Mapping[str, int] = {"WIB": 7, "WITA": 8, "WIT": 9, "GMT": 0, "UTC": 0, "Z": 0}
_LONGEST = 200  # characters of an outlet's line
_GIVE = (
    "give a date, a datetime, ISO text such as '2025-06-09T14:13:00+07:00', "
    "or the line as the outlet prints it"
)
_DAY_FIRST = re.compile(r"\b([0-9]{1,2})[ .\-]{1,3}([^\W\d_]{3,10})\.?[ ,\-]{1,3}([0-9]{4})(?![0-9])")
_MONTH_FIRST = re.compile(r"\b([^\W\d_]{3,10})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? {1,2}([0-9]{4})(?![0-9])")
_NUMERIC = re.compile(r"(?<![0-9])([0-9]{1,2})[/.\-]([0-9]{1,2})[/.\-]([0-9]{4})(?![0-9])")
_ISO = re.compile(r"(?<![0-9])([0-9]{4})[/\-]([0-9]{1,2})[/\-]([0-9]{1,2})(?![0-9])")
_ISO_START = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}")
_CLOCK = re.compile(r"(?<![0-9:.])([0-9]{1,2})[:.]([0-9]{2})(?:[:.]([0-9]{2}))?(?![0-9])")
_HALF = re.compile(r"\s?([ap])\.?m\b", re.IGNORECASE)
_ZONE = re.compile(r"\b(WITA|WIB|WIT|GMT|UTC|Z)(?![A-Za-z])|([+\-])([0-9]{2}):?([0-9]{2})\b", re.IGNORECASE)


def normalise(value: str | date | datetime, argument: str = "published") -> str:
    """The publication time as ISO 8601 text: a date, or date and time with the zone where it is known.

    Takes a date, a datetime, ISO text or the outlet's own line; the first date of the line counts, numbers
    stand day first; WIB, WITA and WIT are +07:00, +08:00 and +09:00. Raises DocumentError, naming `argument`,
    for anything that holds no readable date.

    >>> normalise("Diperbarui 09 Jun 2025, 14:13 WIB")
    '2025-06-09T14:13:00+07:00'
    >>> normalise("09 Juni 2025 |10:35 WITA"), normalise("10 Juni 2025")
    ('2025-06-09T10:35:00+08:00', '2025-06-10')
    """
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        raise DocumentError(f"{argument}: {type(value).__name__} is no publication time; {_GIVE}")
    line = value.strip()
    exact = _iso(line)
    return exact if exact is not None else _line(line, argument)


def moment(iso: str) -> datetime:
    """The moment of a text that `normalise` gave; midnight where it holds only a date.

    >>> moment("2025-06-09").isoformat()
    '2025-06-09T00:00:00'
    """
    return datetime.fromisoformat(iso)


def _iso(line: str) -> str | None:
    try:
        if len(line) == 10:
            return date.fromisoformat(line).isoformat()
        return datetime.fromisoformat(line).isoformat() if _ISO_START.match(line) else None
    except ValueError:
        return None


def _line(line: str, argument: str) -> str:
    if len(line) > _LONGEST:
        raise DocumentError(f"{argument}: a line of {len(line)} characters is no publication time; {_GIVE}")
    found = _date(line)
    if found is None:
        raise DocumentError(f"{argument}: no date can be read in {line!r}; {_GIVE}")
    (year, month, day), end = found
    try:
        clock = _clock(line[end:])
        when = date(year, month, day)
        return when.isoformat() if clock is None else datetime.combine(when, clock).isoformat()
    except ValueError as error:
        raise DocumentError(
            f"{argument}: {line!r} names no day of the calendar ({error}); {_GIVE}"
        ) from error


def _date(line: str) -> tuple[tuple[int, int, int], int] | None:
    """Year, month and day of the first date in the line, and where it ends."""
    found = []
    for pattern, order in ((_ISO, "ymd"), (_NUMERIC, "dmy"), (_DAY_FIRST, "dmy"), (_MONTH_FIRST, "mdy")):
        for match in pattern.finditer(line):
            parts = {name: _number(text) for name, text in zip(order, match.groups(), strict=True)}
            if None not in parts.values():
                found.append((match.start(), match.end(), parts))
                break
    if not found:
        return None
    _, end, parts = min(found, key=lambda f: f[:2])
    return (parts["y"] or 0, parts["m"] or 0, parts["d"] or 0), end


def _number(text: str) -> int | None:
    return int(text) if text.isdigit() else _months().get(text.lower())


@cache
def _months() -> Mapping[str, int]:
    tables = [load(code).values.get(name, {}) for code in LANGUAGES for name in ("month_short", "month")]
    return {form.lower(): number for table in tables for form, number in table.items()}


def _clock(rest: str) -> time | None:
    found = _CLOCK.search(rest)
    if found is None:
        return None
    hour, minute, second = (int(g or 0) for g in found.groups())
    half = _HALF.match(rest, found.end())
    if half:
        hour = hour % 12 + (12 if half.group(1).lower() == "p" else 0)
    return time(hour, minute, second, tzinfo=_zone(rest[found.end() :]))


def _zone(rest: str) -> timezone | None:
    found = _ZONE.search(rest.replace("_", " "))
    if found is None:
        return None
    if found.group(1):
        return timezone(timedelta(hours=_ZONES[found.group(1).upper()]))
    offset = timedelta(hours=int(found.group(3)), minutes=int(found.group(4)))
    return timezone(offset if found.group(2) == "+" else -offset)
