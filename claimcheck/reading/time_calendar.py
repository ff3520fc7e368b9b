"""Periods of the calendar as half-open intervals with grain and EDTF text."""

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from claimcheck.records.claim import Grain

DAY = timedelta(days=1)
UNITS: dict[str, Grain] = {
    "second": "minute",
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "week": "week",
    "fortnight": "week",
    "weekend": "week",
    "last weekend": "week",
    "month": "month",
    "quarter": "quarter",
    "half": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "century",
}


@dataclass(frozen=True, slots=True)
class Resolved:
    """An interval of local time with its grain and EDTF text; `relative` where an anchor was needed."""

    earliest: datetime | None
    latest: datetime | None
    grain: Grain
    edtf: str | None
    relative: bool = False


def years(first: int, count: int, grain: Grain, edtf: str) -> Resolved:
    """Some calendar years from the first of January of one."""
    return Resolved(datetime(first, 1, 1), datetime(first + count, 1, 1), grain, edtf)


def moved_by(day: date, unit: str, count: int) -> date | None:
    """The day some units on; None for units shorter than a day."""
    days = {"day": 1, "week": 7, "last weekend": 7, "fortnight": 14}.get(unit)
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}.get(unit)
    if days:
        return day + days * count * DAY
    return add_months(day, months * count) if months else None


def a_day(day: date) -> Resolved:
    """One day, from midnight to midnight."""
    return Resolved(midnight(day), midnight(day + DAY), "day", day.isoformat())


def week(day: date) -> Resolved:
    """The week of a day, from Monday."""
    monday = day - day.weekday() * DAY
    return Resolved(midnight(monday), midnight(monday + 7 * DAY), "week", f"{monday}/{monday + 6 * DAY}")


def weekend(day: date) -> Resolved:
    """The Saturday and Sunday of the week of a day."""
    saturday = day + (5 - day.weekday()) * DAY
    return Resolved(midnight(saturday), midnight(saturday + 2 * DAY), "week", f"{saturday}/{saturday + DAY}")


def month_of(day: date) -> Resolved:
    """The month of a day."""
    first = day.replace(day=1)
    return Resolved(
        midnight(first), midnight(add_months(first, 1)), "month", f"{first.year:04}-{first.month:02}"
    )


def quarter_of(day: date) -> Resolved:
    """The quarter of a day; 33 to 36 in EDTF level 2."""
    which = (day.month - 1) // 3
    first = date(day.year, which * 3 + 1, 1)
    return Resolved(midnight(first), midnight(add_months(first, 3)), "quarter", f"{day.year:04}-{33 + which}")


def half_of(day: date) -> Resolved:
    """The half year of a day; 40 and 41 in EDTF level 2."""
    which = (day.month - 1) // 6
    first = date(day.year, which * 6 + 1, 1)
    return Resolved(midnight(first), midnight(add_months(first, 6)), "quarter", f"{day.year:04}-{40 + which}")


PERIODS: Mapping[str, Callable[[date], Resolved]] = {
    "week": week,
    "fortnight": week,
    "weekend": weekend,
    "last weekend": lambda day: weekend(day - (day.weekday() + 2) % 7 * DAY),
    "month": month_of,
    "quarter": quarter_of,
    "half": half_of,
    "year": lambda day: years(day.year, 1, "year", f"{day.year:04}"),
    "decade": lambda day: years(day.year // 10 * 10, 10, "decade", f"{day.year // 10}X"),
    "century": lambda day: years(day.year // 100 * 100, 100, "century", f"{day.year // 100}XX"),
}


def midnight(day: date) -> datetime:
    """The moment a day begins."""
    return datetime.combine(day, time())


def add_months(day: date, count: int) -> date:
    """The same day some months on, or the last of that month.

    >>> add_months(date(2024, 1, 31), 1)
    datetime.date(2024, 2, 29)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
