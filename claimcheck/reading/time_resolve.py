"""From fields to an interval: the calendar, an anchor day, and EDTF text."""

from calendar import monthrange
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Literal

from claimcheck.reading.time_calendar import (
    DAY,
    PERIODS,
    UNITS,
    Resolved,
    a_day,
    add_months,
    midnight,
    month_of,
    moved_by,
    week,
    years,
)
from claimcheck.reading.time_fields import Fields
from claimcheck.records.claim import Grain

_CLOCK_UNITS = ("second", "minute", "hour")
_SECTIONS = {"early": 0, "mid": 1, "late": 2}


def resolve(f: Fields, anchor: date | None, cue: int = 0, now: datetime | None = None) -> Resolved:
    """The interval of some fields; `cue` is +1 where the words around speak of the future, -1 of the past.

    `now` is the moment of publication: hours and minutes count from it.

    >>> resolve(Fields(year=2023, month=7), None).edtf
    '2023-07'
    >>> resolve(Fields(weekday=1), date(2023, 7, 27)).edtf
    '2023-07-25'
    """
    try:
        if f.unit in _CLOCK_UNITS and f.shift is not None and f.part is None:
            return _minutes_away(f.unit, f.shift, None if f.base else now, f.way)
        return _ranged(f, anchor, cue) if f.until else _single(f, anchor, cue)
    except (ValueError, OverflowError):  # a day that does not exist, a year beyond the calendar
        return Resolved(None, None, _grain(f), None)


def _minutes_away(unit: str, shift: int, now: datetime | None, way: int | None = None) -> Resolved:
    """ "43 minutes ago": from the moment of publication; hours only where its time of day is known.

    With `way` the whole stretch: "dalam 24 jam terakhir" ends when the report was published.
    """
    if now is None or (unit == "hour" and (now.hour, now.minute) == (0, 0)):
        return Resolved(None, None, UNITS[unit], None)
    moment = now.replace(tzinfo=None, second=0, microsecond=0)
    start = moment + timedelta(**{f"{unit}s": shift * (way or 1)})
    if way is not None:
        first, last = sorted((moment, start))
        return Resolved(first, last, UNITS[unit], f"{first:%Y-%m-%dT%H:%M:%S}/{last:%Y-%m-%dT%H:%M:%S}", True)
    if unit == "second":
        edtf = start.strftime("%Y-%m-%dT%H:%M:%S")
        return Resolved(start, start + timedelta(seconds=1), "minute", edtf, True)
    end = start + timedelta(**{"hours" if unit == "hour" else "minutes": 1})
    return Resolved(start, end, UNITS[unit], start.strftime("%Y-%m-%dT%H:%M:00"), True)


def _ranged(f: Fields, anchor: date | None, cue: int) -> Resolved:
    assert f.until is not None
    first = _single(replace(f, until=None), anchor, cue)
    begun = first.earliest.date() if first.earliest else None
    last = _single(f.until, anchor, cue) if f.until.unit else _single(f.until, begun, 1)
    if first.earliest is None or last.latest is None or first.earliest >= last.latest:
        return Resolved(None, None, first.grain, None)
    edtf = None if first.edtf is None or last.edtf is None else f"{first.edtf}/{last.edtf}"
    return Resolved(first.earliest, last.latest, last.grain, edtf, first.relative or last.relative)


def _single(f: Fields, anchor: date | None, cue: int) -> Resolved:
    whole = _whole(f, anchor, cue)
    if whole is None or whole.earliest is None or whole.latest is None:
        return _open(f, whole)
    if f.whole:
        return replace(PERIODS[f.whole](whole.earliest.date()), relative=whole.relative)
    if f.section:
        return _section(whole, f.section)
    if f.hour is not None:
        return _at_hour(whole, f)
    return _in_part(whole, f.part) if f.part else whole


def _open(f: Fields, whole: Resolved | None) -> Resolved:
    """What stays when nothing anchors it: a weekday, a day of an unknown year, a time of day."""
    this_year = f.month is not None and f.year is None and f.shift in (None, 0)
    if whole is not None and not (this_year and whole.edtf is None):
        return whole
    if this_year:
        day = f"-{f.day:02}" if f.day else ""
        return Resolved(None, None, _grain(f), f"XXXX-{f.month:02}{day}")
    return Resolved(None, None, _grain(f), None)


def _grain(f: Fields) -> Grain:
    rows: tuple[tuple[bool, Grain], ...] = (
        (f.minute is not None, "minute"),
        (f.hour is not None, "hour"),
        (f.other and f.day is None, "month"),
        (f.part is not None, "part"),
        (f.week is not None or f.nth is not None, "week"),
        (f.day is not None, "day"),
        (f.weekday is not None, "weekday"),
        (f.month is not None, "month"),
        (f.quarter is not None or f.half is not None, "quarter"),
        (f.season is not None, "season"),
        (f.year is not None, "year"),
        (f.decade is not None, "decade"),
        (f.century is not None, "century"),
    )
    return next((grain for holds, grain in rows if holds), UNITS.get(f.unit or "", "day"))


def _whole(f: Fields, anchor: date | None, cue: int) -> Resolved | None:
    """The calendar period without section, part of day and clock."""
    if f.other:
        return None
    if f.century is not None:
        return years(f.century * 100 - 100, 100, "century", f"{f.century - 1:02}XX")
    if f.decade is not None:
        return years(f.decade * 10, 10, "decade", f"{f.decade}X")
    for step in (_week_of, _quarter, _dated_weekday, _date, _of_week, _shifted):
        found = step(f, anchor, cue)
        if found is not None:
            return found
    if f.year is not None:
        return years(f.year, 1, "year", f"{f.year:04}")
    return None


def _week_of(f: Fields, anchor: date | None, cue: int) -> Resolved | None:
    """An ISO week number, or the Nth or last week of a period: its first and last Thursday count."""
    if f.week is not None:
        year = f.year or (anchor.year if anchor else None)
        return (
            None
            if year is None
            else replace(week(date.fromisocalendar(year, f.week, 1)), relative=f.year is None)
        )
    if f.nth is None:
        return None
    period = _whole(replace(f, nth=None), anchor, cue)
    if period is None or period.earliest is None or period.latest is None:
        return Resolved(None, None, "week", None)
    if f.nth < 0:
        end = (period.latest - DAY).date()
        return replace(week(end - (end.weekday() - 3) % 7 * DAY), relative=period.relative)
    first = period.earliest.date()
    first += (3 - first.weekday()) % 7 * DAY
    return replace(week(first + 7 * (f.nth - 1) * DAY), relative=period.relative)


def _dated_weekday(f: Fields, anchor: date | None, cue: int) -> Resolved | None:
    """ "Tuesday the eleventh": the nearest such day, behind first, that falls on this weekday."""
    if f.weekday is None or f.day is None or f.month is not None or anchor is None:
        return None
    for count in (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6, -7, 7, -8, 8, -9, 9, -10, 10, -11, 11):
        month = add_months(anchor.replace(day=1), count)
        if (
            f.day <= monthrange(month.year, month.month)[1]
            and month.replace(day=f.day).weekday() == f.weekday
        ):
            return replace(a_day(month.replace(day=f.day)), relative=True)
    return None


def _quarter(f: Fields, anchor: date | None, cue: int) -> Resolved | None:
    """Quarters are 33 to 36 and half years 40 and 41 in EDTF level 2; seasons 21 to 24."""
    which = f.quarter or f.half or f.season
    if which is None:
        return None
    year, relative = _year(f, anchor), f.year is None
    if year is None:
        return None
    if relative and f.unit is None and anchor is not None:
        year += _turned(f, anchor, cue)
    if f.season:
        start, end = add_months(date(year, 3, 1), 3 * (which - 1)), 3
        return Resolved(
            midnight(start), midnight(add_months(start, end)), "season", f"{year:04}-{20 + which}", relative
        )
    months, code = (3, 32) if f.quarter else (6, 39)
    start = add_months(date(year, 1, 1), months * (which - 1))
    return Resolved(
        midnight(start), midnight(add_months(start, months)), "quarter", f"{year:04}-{code + which}", relative
    )


def _turned(f: Fields, anchor: date, cue: int) -> int:
    """How many years from the anchor's a quarter, half or season is: news reports on the last one begun."""
    first = 3 * f.season if f.season else 3 * f.quarter - 2 if f.quarter else 6 * (f.half or 1) - 5
    if f.toward is None:
        return -1 if first > anchor.month and cue <= 0 else 0
    ended = first + (6 if f.half else 3) <= anchor.month
    return {-1: 0 if ended else -1, 0: 0, 1: 0 if first > anchor.month else 1}[f.toward]


def _year(f: Fields, anchor: date | None) -> int | None:
    if f.year is not None or anchor is None:
        return f.year
    return anchor.year + (f.shift or 0) if f.unit in (None, "year") else anchor.year


def _date(f: Fields, anchor: date | None, cue: int) -> Resolved | None:
    """A month, or a day of one; a missing year is the one that brings it nearest to the anchor."""
    if f.month is None and f.day is None:
        return None
    if f.month is None:
        return _day_of_month(f, anchor, cue)
    year = f.year if f.year is not None else _nearest_year(f, anchor, cue)
    if year is None:
        return None
    if f.day is not None:
        return replace(a_day(date(year, f.month, f.day)), relative=f.year is None)
    return replace(month_of(date(year, f.month, 1)), relative=f.year is None)


def _nearest_year(f: Fields, anchor: date | None, cue: int) -> int | None:
    if anchor is None:
        return None
    if f.unit == "year" and f.shift is not None:
        return anchor.year + f.shift
    toward = f.toward if f.toward else cue
    reach = 4 if (f.month, f.day) == (2, 29) else 1  # a leap day lies up to four years off
    near = [y for y in range(anchor.year - reach, anchor.year + reach + 1) if _exists(f, y)] or [anchor.year]
    if f.toward == 0:
        return anchor.year
    return min(near, key=lambda y: (_wrong_way(f, y, anchor, toward), _apart(f, y, anchor, toward)))


def _exists(f: Fields, year: int) -> bool:
    return f.day is None or f.month is None or f.day <= monthrange(year, f.month)[1]


def _wrong_way(f: Fields, year: int, anchor: date, toward: int) -> bool:
    """Whether the direction given forbids this year: "Juni lalu" is no later month."""
    assert f.month is not None
    months = (year - anchor.year) * 12 + f.month - anchor.month
    if f.toward and f.day is None:
        return months * toward <= 0
    return months * toward < 0 if toward else False


def _apart(f: Fields, year: int, anchor: date, cue: int) -> int:
    """How far a month lies from the anchor; news looks back: what lies ahead counts double, unless it is a last day."""
    assert f.month is not None
    days = (year - anchor.year) * 360 + (f.month - anchor.month) * 30 + (f.day or 15) - anchor.day
    return 2 * days if days > 0 and not cue and f.mod != "until" else abs(days)


def _day_of_month(f: Fields, anchor: date | None, cue: int) -> Resolved | None:
    if anchor is None or f.day is None:
        return None
    if f.unit == "month" and f.shift is not None:
        return replace(a_day(add_months(anchor.replace(day=1), f.shift).replace(day=f.day)), relative=True)
    months = [add_months(anchor.replace(day=1), n) for n in (-1, 0, 1)]
    days = [m.replace(day=f.day) for m in months if f.day <= monthrange(m.year, m.month)[1]]
    toward = f.toward or cue
    best = min(days, key=lambda d: ((d - anchor).days * toward < 0, abs((d - anchor).days)))
    return replace(a_day(best), relative=True)


def _of_week(f: Fields, anchor: date | None, cue: int) -> Resolved | None:
    """A weekday: the last one up to the anchor, the next one after it where the words look ahead."""
    if f.weekday is None:
        return None
    if anchor is None:
        return Resolved(None, None, "weekday" if f.part is None else "part", None)
    if f.unit == "week" and f.shift is not None:
        monday = anchor - anchor.weekday() * DAY + 7 * f.shift * DAY
        day = monday + f.weekday * DAY
    elif f.unit == "day" and f.shift is not None:
        day = _weekday_near(anchor + f.shift * DAY, f.weekday)
    else:
        day = anchor + _to_weekday(f, anchor, cue) * DAY
    return replace(a_day(day), relative=True)


def _weekday_near(day: date, weekday: int) -> date:
    """ "hari ini, Jumat" printed by a report of Saturday: the weekday is surer than the day counted."""
    off = (weekday - day.weekday()) % 7
    return day + (off if off < 4 else off - 7) * DAY


def _to_weekday(f: Fields, anchor: date, cue: int) -> int:
    assert f.weekday is not None
    ahead = (f.weekday - anchor.weekday()) % 7
    if f.toward is None:
        return ahead if cue > 0 or ahead == 0 else ahead - 7
    if f.toward == 0:
        return ahead if ahead < 4 else ahead - 7
    return (ahead or 7) if f.toward > 0 else ahead - 7


def _shifted(f: Fields, anchor: date | None, cue: int) -> Resolved | None:
    """Units counted from the anchor: yesterday, last week, three years ago, the last three days."""
    if f.unit is None or f.shift is None:
        return None
    if f.year is not None and f.unit == "year":
        return None
    if anchor is None:
        return Resolved(None, None, _grain(f), None)
    if f.way is not None:
        return _stretch(f, anchor)
    found = _period(f.unit, f.shift, anchor, f.exact)
    if found is not None and f.rest and found.latest is not None:
        last = (found.latest - DAY).date()
        return replace(found, earliest=midnight(anchor), edtf=f"{anchor}/{last}", relative=True)
    return None if found is None else replace(found, relative=True)


def _stretch(f: Fields, anchor: date) -> Resolved:
    assert f.unit is not None and f.shift is not None and f.way is not None
    far = moved_by(anchor, f.unit, f.shift * f.way)
    grain = UNITS[f.unit]
    if far is None:
        return Resolved(None, None, grain, None)
    first, last = (far, anchor) if f.way < 0 else (anchor + DAY, far)
    return Resolved(midnight(first), midnight(last + DAY), grain, f"{first}/{last}", True)


def _period(unit: str, shift: int, anchor: date, exact: bool) -> Resolved | None:
    moved = moved_by(anchor, "week" if unit == "weekend" else unit, shift)
    if moved is None:
        return None
    if unit == "day":
        return a_day(moved)
    return PERIODS[unit](moved)


def _section(whole: Resolved, section: str) -> Resolved:
    """Early, middle and late are thirds: of a year January to April, of a month the 1st to the 10th."""
    assert whole.earliest is not None and whole.latest is not None
    if whole.latest - whole.earliest < 3 * DAY:
        return whole
    which = _SECTIONS[section]
    if whole.grain == "year":
        first = add_months(whole.earliest.date(), 4 * which)
        last = add_months(first, 3)
        edtf = f"{first.year:04}-{first.month:02}/{last.year:04}-{last.month:02}"
        return replace(whole, earliest=midnight(first), latest=midnight(add_months(first, 4)), edtf=edtf)
    if whole.grain == "decade":
        first_year = whole.earliest.year + 3 * which
        return years(first_year, 4, "decade", f"{first_year}/{first_year + 3}")
    size = (whole.latest - whole.earliest) // 3
    size = timedelta(days=max(1, size.days))
    start = whole.earliest + which * size
    end = whole.latest if which == 2 else start + size
    edtf = f"{start.date()}/{(end - DAY).date()}"
    return replace(whole, earliest=start, latest=end, edtf=edtf)


def _at_hour(whole: Resolved, f: Fields) -> Resolved:
    assert whole.earliest is not None and f.hour is not None
    hour = _afternoon(f.hour, f.part)
    start = whole.earliest + timedelta(hours=hour, minutes=f.minute or 0)
    if f.part and f.part[1] > 24 and hour < f.part[1] - 24:
        start += DAY
    length, grain = (timedelta(minutes=1), "minute") if f.minute is not None else (timedelta(hours=1), "hour")
    edtf = start.strftime("%Y-%m-%dT%H:%M:00")
    return replace(whole, earliest=start, latest=start + length, grain=_clock_grain(grain), edtf=edtf)


def _clock_grain(grain: str) -> Literal["minute", "hour"]:
    return "minute" if grain == "minute" else "hour"


def _afternoon(hour: int, part: tuple[int, int] | None) -> int:
    """Nine in the evening is 21: the half of the day that the part of day allows."""
    if part is None or hour > 12 or part[0] <= hour < part[1]:
        return hour
    return hour + 12 if part[0] <= hour + 12 < part[1] else hour


def _in_part(whole: Resolved, part: tuple[int, int]) -> Resolved:
    assert whole.earliest is not None
    start = whole.earliest + timedelta(hours=part[0])
    return replace(whole, earliest=start, latest=whole.earliest + timedelta(hours=part[1]), grain="part")
