"""What a time expression says, before anything anchors it: its fields, from the slots of a rule."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from claimcheck.languages import Pack


@dataclass(frozen=True, slots=True)
class Fields:
    """What the words give: a calendar date in full or in part, a part of day, a shift from an anchor."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: int | None = None
    decade: int | None = None
    century: int | None = None
    part: tuple[int, int] | None = None
    hour: int | None = None
    minute: int | None = None
    zone: str | None = None
    unit: str | None = None  # with `shift`: counted from the anchor in these units
    shift: int | None = None
    exact: bool = False  # "two weeks ago" keeps the day, "last week" is the whole week
    way: int | None = None  # "the last three days": a stretch of `shift` units up to (or from) the anchor
    base: str | None = None  # "text": counted from another time of the text
    toward: int | None = None
    section: str | None = None
    mod: str | None = None
    eve: bool = False
    weak: bool = False  # holds only beside another part
    bare: bool = False  # a year with nothing that says so
    other: bool = False  # a month of another calendar
    week: int | None = None  # ISO week of the year
    nth: int | None = None  # which week of the period, -1 the last
    whole: str | None = None  # "the week of April 10th": the period around the day
    rest: bool = False  # "later this week": what is left of it
    until: "Fields | None" = None


def read_slots(gives: Mapping[str, str], slots: Mapping[str, str], pack: Pack) -> Fields | None:
    """The fields that a rule gives and its slots hold; None where a word has no such value."""
    got: dict[str, Any] = {}
    for name, words in slots.items():
        value = _SLOTS[name](pack, words)
        if value is None:
            return None
        got |= value
    return _settled(got, gives)


def _settled(got: dict[str, Any], gives: Mapping[str, str]) -> Fields | None:
    """Fields from the slots: counts become shifts, second ends become `until`."""
    got |= {name: True for name in ("weak", "bare", "other", "eve", "rest") if name in gives}
    got |= {name: gives[name] for name in ("unit", "base", "mod", "section", "whole") if name in gives}
    got |= next(({"part": hours} for name, hours in _EDGES.items() if name in gives), {})
    got |= {"shift": int(gives["shift"])} if "shift" in gives else {}
    got |= {"weekday": (got["weekday"] - 1) % 7, "part": _NIGHT} if "eve" in gives else {}
    number, ends = got.pop("n", 1), {k[3:]: got.pop(k) for k in sorted(got) if k.startswith("to_")}
    if "way" in gives:
        got |= {"way": int(gives["way"]), "shift": number}
    elif "count" in gives:
        got |= {"shift": number * int(gives.get("ahead", 0) or got.pop("toward", 1)), "exact": True}
    elif "unit" in got and "toward" in got:
        got["shift"] = got.pop("toward") + got.pop("shift", 0)
    plain = Fields(**got)
    if not ends or not _possible(plain):
        return _checked(plain)
    last = _second(plain, ends)
    return replace(_begun(plain, last), until=last)


# "early Thursday", "late Thursday": no part of day is named
_EDGES = {"dawn": (0, 10), "dusk": (17, 30)}
_NIGHT = (18, 30)  # "malam Minggu" is the night before Sunday


def _second(first: Fields, ends: Mapping[str, Any]) -> Fields:
    """The other end of a range: "9-11 Juni 2025" lends its month and year to both."""
    return replace(first, **ends)


def _begun(first: Fields, last: Fields) -> Fields:
    """The first end; "November-Februari 2025" begins the year before."""
    turned = first.year is not None and first.year == last.year and (first.month or 0) > (last.month or 12)
    return replace(first, year=(first.year or 1) - 1) if turned else first


def _checked(found: Fields) -> Fields | None:
    return found if _possible(found) else None


def _possible(f: Fields) -> bool:
    """Whether the numbers can be what the rule takes them for; 31 June can: the calendar tells."""
    month = f.month is None or 1 <= f.month <= 12
    day = f.day is None or 1 <= f.day <= 31
    hour = f.hour is None or 0 <= f.hour <= 24
    return (
        month and day and hour and (f.minute is None or f.minute < 60) and (f.year is None or f.year >= 1000)
    )


def _number(pack: Pack, words: str) -> int | None:
    """Digits, or number words added up: "dua puluh lima"; a mark "*10" or "+10" acts on those before."""
    if words.isdigit():
        return int(words) if len(words) < 5 else None
    total = 0
    for word in words.replace("-", " ").split():
        value = pack.value("small_number", word)
        if value is None:
            return None
        total = _counted(total, value)
    return total or None


def _counted(total: int, value: int | str) -> int:
    if isinstance(value, int):
        return total + value
    return total * int(value[1:]) if value[0] == "*" else total + int(value[1:])


def _full_year(words: str) -> int | None:
    if len(words) == 2:
        return 2000 + int(words) if int(words) < 70 else 1900 + int(words)
    return int(words) if len(words) == 4 else None


def _of(name: str, field: str | None = None) -> Callable[[Pack, str], dict[str, Any] | None]:
    def read(pack: Pack, words: str) -> dict[str, Any] | None:
        value = pack.value(name, words)
        return None if value is None else {field or name: value}

    return read


def _month(pack: Pack, words: str) -> dict[str, Any] | None:
    value = pack.value("month", words) or pack.value("month_short", words)
    return {"month": value} if value else None


def _weekday(pack: Pack, words: str) -> dict[str, Any] | None:
    value = pack.value("weekday", words)
    value = pack.value("weekday_short", words) if value is None else value
    return None if value is None else {"weekday": value}


def _day(pack: Pack, words: str) -> dict[str, Any] | None:
    value = pack.value("day_word", words) or (int(words) if words.isdigit() and len(words) < 3 else None)
    return {"day": value} if value else None


def _int(field: str) -> Callable[[Pack, str], dict[str, Any] | None]:
    def read(pack: Pack, words: str) -> dict[str, Any] | None:
        value = _number(pack, words)
        return None if value is None else {field: value}

    return read


def _year(pack: Pack, words: str) -> dict[str, Any] | None:
    value = _full_year(words)
    return None if value is None else {"year": value}


def _clock(pack: Pack, words: str) -> dict[str, Any] | None:
    hour, minute = re.split("[.:]", words)[:2]
    return {"hour": int(hour), "minute": int(minute)} if int(hour) < 25 else None


def _to(read: Callable[[Pack, str], dict[str, Any] | None]) -> Callable[[Pack, str], dict[str, Any] | None]:
    def second(pack: Pack, words: str) -> dict[str, Any] | None:
        value = read(pack, words)
        return None if value is None else {f"to_{k}": v for k, v in value.items()}

    return second


def _part(pack: Pack, words: str) -> dict[str, Any] | None:
    hours = pack.value("daypart", words)
    return None if hours is None else {"part": (hours[0], hours[1])}


def _deixis(pack: Pack, words: str) -> dict[str, Any] | None:
    value = pack.value("deixis", words)
    return None if value is None else {**value, **(_part(pack, value.get("part", "")) or {})}


def _one(pack: Pack, words: str) -> dict[str, Any] | None:
    unit = pack.value("one_unit", words)
    return None if unit is None else {"unit": unit, "n": 1}


def _unit(pack: Pack, words: str) -> dict[str, Any] | None:
    unit = pack.value("timeunit", words) or pack.value("timeunit_short", words)
    return None if unit is None else {"unit": unit}


def _toward(pack: Pack, words: str) -> dict[str, Any] | None:
    for name in ("away", "before_unit", "ago", "ago_only", "from_text"):
        value = pack.value(name, words)
        if value is not None:
            return {"toward": value}
    return None


def _half_day(pack: Pack, words: str) -> dict[str, Any] | None:
    hours = pack.value("half_day", words)
    return None if hours is None else {"part": (hours[0], hours[1])}


def _nth(pack: Pack, words: str) -> dict[str, Any] | None:
    value = pack.value("week_edge", words) or pack.value("which", words)
    return {"nth": value} if value else None


def _half(pack: Pack, words: str) -> dict[str, Any] | None:
    value = pack.value("which", words) or pack.value("half_code", words)
    return {"half": value} if value in (1, 2) else None


def _military(pack: Pack, words: str) -> dict[str, Any] | None:
    return {"hour": int(words[:2]), "minute": int(words[2:])} if len(words) == 4 else None


def _decade(pack: Pack, words: str) -> dict[str, Any] | None:
    named = pack.value("decade_name", words)
    if named is not None:
        return {"decade": named}
    if len(words) == 2 and words[1] == "0" and words > "20":
        return {"decade": 190 + int(words[0])}
    value = int(words) if len(words) == 4 else 0
    if 1000 <= value < 2000 and value % 100 == 0:
        return {"century": value // 100 + 1}  # "sejak 1600-an"
    return {"decade": value // 10} if value and value % 10 == 0 else None


_ROMAN = {"I": 1, "V": 5, "X": 10}


def _century(pack: Pack, words: str) -> dict[str, Any] | None:
    if words.isdigit():
        value = int(words)
    elif pack.value("which_century", words):
        value = pack.value("which_century", words)
    else:
        digits = [_ROMAN.get(c, 99) for c in words]
        value = sum(-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True))
    return {"century": value} if 1 <= value <= 21 else None


def _dotted(pack: Pack, words: str) -> dict[str, Any] | None:
    parts = re.split("[.:]", words)
    if len(parts) != 3 or "." not in words or sorted(map(len, parts))[-1] != 4:
        return None
    day, month, year = reversed(parts) if len(parts[0]) == 4 else parts
    if pack.value("order", "numeric") == "mdy" and len(parts[0]) != 4:
        day, month = month, day
    return {"day": int(day), "month": int(month), "year": int(year)}


_SLOTS: Mapping[str, Callable[[Pack, str], dict[str, Any] | None]] = {
    "year": _year,
    "month": _month,
    "mon": _int("month"),
    "day": _day,
    "weekday": _weekday,
    "quarter": _of("which", "quarter"),
    "half": _half,
    "season": _of("season"),
    "decade": _decade,
    "century": _century,
    "part": _part,
    "clock": _clock,
    "hour": _int("hour"),
    "zone": _of("zone"),
    "week": _int("week"),
    "nth": _nth,
    "half_day": _half_day,
    "military": _military,
    "code": _of("which_code", "quarter"),
    "unit": _unit,
    "near": _of("timeunit_near", "unit"),
    "unitonly": _unit,
    "one": _one,
    "n": _int("n"),
    "toward": _toward,
    "section": _of("section"),
    "mod": _of("time_mod", "mod"),
    "deixis": _deixis,
    "dotted": _dotted,
    "todate": _to(_int("day")),
    "tomon": _to(_int("month")),
    "tomonth": _to(_month),
    "toyear": _to(_year),
    "toweekday": _to(_weekday),
    "toclock": _to(_clock),
}
