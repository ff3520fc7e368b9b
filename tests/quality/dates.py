"""Date cases: dateparser's Indonesian and English ones, Recognizers-Text's dates, ranges and durations.

A date is right when a time read in the text covers exactly the wanted interval; a moment is right when a
time starts at it (to the grain printed). Recognizers-Text gives two readings of "Friday" (past and
coming): either counts. Its range "from 4 to 6 October" ends at the start of the 6th ("Jan–Feb" of
February); ours at its end: both count.

With "since", "after", "before" and "until" ours names the moment and the direction apart; the bound that both
say is what is compared. "Two months ago" holds the day counted back to: ours gives the month that was meant,
theirs the day. The "end" of a year is its second half for them, its last third for ours, and ends where it ends.

Left out of Recognizers-Text, counted by running this module; what is left has an absolute or anchored
resolution and could stand in a newspaper: results marked unsupported for Python, recurring times, clock times
without a date, file names and web addresses, dates that resolve to nothing, and every case of the flags that
its own runner sets; talk to an assistant ("otd", "EOD", fiscal year codes, "find us a time", "show me sales",
"I'm blocked for", "The range is from 2015 and 2016", "Coffee date - Starbucks on 29th"); codes and slashes
of a form ("Oct/2", "2015-3", "12-2015", "2020/23/Sep", "mar3", "10D", "3Y");
stretches without a size, to which the cases give one by agreement ("a few minutes" 3, "some days" 3); "the day",
"the week" of no date ("partner of the month"); feasts whose day a reader must know ("independence day").
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from claimcheck.records import Time
from tests.quality.data import OWN, load
from tests.quality.figure import Result, rate
from tests.quality.readers import quantities, times
from tests.quality.show import main
from tests.quality.units import in_seconds

EXTERNAL = OWN / "external"
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Case:
    """A text, its publication time, and the readings of which one must be found: (start, end or None)."""

    text: str
    language: str
    published: str | None
    surface: str
    wanted: tuple[tuple[datetime | None, datetime | None], ...]
    seconds: Decimal | None = None
    kind: str = "date"


def figures() -> list[Result]:
    """Shares of cases read right."""
    cases = list(recognizers())
    by_kind = {kind: [c for c in cases if c.kind == kind] for kind in _KINDS}
    return [
        _figure("dateparser id", list(dateparser("id")), 1.0),
        _figure("dateparser en", list(dateparser("en")), None),
        _figure("recognizers dates", by_kind["date"] + by_kind["daterange"] + by_kind["duration"], 0.85),
        _figure("recognizers dates alone", by_kind["date"], None),
        _figure("recognizers date ranges alone", by_kind["daterange"], None),
        _figure("recognizers durations alone", by_kind["duration"], None),
        _figure("recognizers moments", by_kind["datetime"] + by_kind["datetimerange"], None),
    ]


def _figure(name: str, cases: list[Case], asked: float | None) -> Result:
    wrong = [c for c in cases if not right(c)]
    return rate(name, len(cases) - len(wrong), len(cases), asked, failures=[_say(c) for c in wrong])


def _say(case: Case) -> str:
    want = " or ".join(f"{_iso(a)}..{_iso(b)}" for a, b in case.wanted) or f"{case.seconds} s"
    return f"{case.text[:100]!r} ({case.published}) wants “{case.surface}” {want}, read {_read(case)}"


def _read(case: Case) -> str:
    found = times(case.text, case.language, case.published)
    shown = [f"“{t.span.text}” {_iso(t.earliest)}..{_iso(t.latest)}" for t in found]
    if case.seconds is not None:
        shown += [f"“{q.span.text}” {q.low} {q.unit}" for q in quantities(case.text, case.language)]
    return "; ".join(shown) or "nothing"


def _iso(moment: datetime | None) -> str:
    return "" if moment is None else moment.isoformat(timespec="minutes").removesuffix("T00:00")


def right(case: Case) -> bool:
    """Whether some time (or, for a duration, some quantity) read in the text is one wanted."""
    found = times(case.text, case.language, case.published)
    if any(_fits(want, t) for want in case.wanted for t in found):
        return True
    amounts = (in_seconds(q.low, q.unit) for q in quantities(case.text, case.language) if q.low is not None)
    return case.seconds is not None and case.seconds in amounts


def _fits(want: tuple[datetime | None, datetime | None], time: Time) -> bool:
    start, end = want
    if time.mod in _BOUNDED and (start is None or end is None):
        return _bounded(want, time)
    if start is not None and end is not None and (_counted_back(start, end, time) or _late(end, time)):
        return True
    if end is None and start is not None and not start.hour and time.grain in ("day", "week"):
        return _holds(time, start)  # "three weeks ago": the day, or the week it falls in
    if start is not None and start not in (_plain(time.earliest), _to_the_second(time.earliest)):
        return False
    if end is None:
        return start is None or time.latest is None or _short(time)
    return _plain(time.latest) in (end, end + DAY, _month_after(end))


_BOUNDED = ("since", "after", "before", "until")
_AGO_OR_IN = re.compile(r"\b(?:weeks?|months?|years?)(?: ago|$)", re.I)


def _bounded(want: tuple[datetime | None, datetime | None], time: Time) -> bool:
    """Whether "since 2018", "before 2018" bounds time where the case does: at either end of what is named."""
    bound = want[0] or want[1]
    opens = time.mod in ("since", "after")
    return opens == (want[0] is not None) and bound in (_plain(time.earliest), _plain(time.latest))


def _late(end: datetime, time: Time) -> bool:
    """As in "end of this year": theirs is its second half, ours its last third; both end where the year does."""
    return time.mod == "late" and _plain(time.latest) == end


def _counted_back(start: datetime, end: datetime, time: Time) -> bool:
    """Whether a day counted back or ahead by weeks, months or years lies in the stretch that was read."""
    coarse = time.grain in ("week", "month", "year") and end - start == DAY
    return coarse and bool(_AGO_OR_IN.search(time.span.text)) and _holds(time, start)


def _plain(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.replace(tzinfo=None, second=0, microsecond=0)


def _to_the_second(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.replace(tzinfo=None, microsecond=0)


def _month_after(end: datetime) -> datetime | None:
    if end.day > 1:
        return None
    return datetime(end.year + end.month // 12, end.month % 12 + 1, 1)


def _holds(time: Time, moment: datetime) -> bool:
    earliest, latest = _plain(time.earliest), _plain(time.latest)
    return earliest is not None and latest is not None and earliest <= moment < latest


def _short(time: Time) -> bool:
    if time.latest is None or time.earliest is None:
        return False
    return time.latest - time.earliest <= timedelta(hours=1)


# --- dateparser: the moment is what its own English translation of the phrase says, against this base
BASE = datetime(2012, 11, 13)
_AGO = re.compile(r"^(in )?([0-9.]+) (second|minute|hour|day|week|month|year|decade)s?( ago)?$")


def dateparser(language: str) -> Iterator[Case]:
    """Cases whose expected value can be taken from the case itself."""
    for case in load(EXTERNAL / "dateparser.json")[language]:
        args = case["args"]
        text = args[1] if len(args) > 1 else case["kw"].get("text")
        if isinstance(text, str) and text.strip():
            yield from _dateparser(case, text.strip(), language)


def _dateparser(case: dict[str, Any], text: str, language: str) -> Iterator[Case]:
    expected = case["args"][2] if len(case["args"]) > 2 else case["kw"].get("expected")
    if case["test"] == "test_splitting_of_not_parsed" or "@" in text or "_" in text:
        return
    for surface, start, end, seconds in _expected(case["test"], text, expected):
        wanted = () if start is None and end is None else ((start, end),)
        yield Case(text, language, BASE.date().isoformat(), surface, wanted, seconds)


Expected = tuple[str, datetime | None, datetime | None, Decimal | None]


def _expected(test: str, text: str, expected: object) -> Iterator[Expected]:
    if isinstance(expected, dict):
        yield from _moments(expected["__src__"])
    elif test in ("test_translation", "test_freshness_translation") and isinstance(expected, str):
        yield from _translated(text, expected)
    elif test in ("test_applicable_languages", "test_search_date_string", "test_detection", "test_split"):
        yield from _translated(text, text)


def _moments(source: str) -> Iterator[Expected]:
    if "today." in source:
        return
    pattern = r"\('([^']+)', datetime\.datetime\(([0-9, ]+)"
    for surface, numbers in re.findall(pattern, source):
        parts = [int(n) for n in numbers.split(",") if n.strip()]
        if len(parts) > 2 and re.search("(19|20)[0-9]{2}", surface):
            start = datetime(*parts[:5])  # type: ignore[arg-type]
            yield surface, start, None if ":" in surface else start + DAY, None


_MONTHS = (
    "jan january januari|feb february februari|mar march maret|apr april|may mei|jun june juni|jul july juli"
    "|aug august agustus agu|sep september sept|oct october oktober okt"
    "|nov november|dec december desember des"
)
_MONTH_NAMES = {name: number for number, names in enumerate(_MONTHS.split("|"), 1) for name in names.split()}
_DMY = re.compile(
    r"(?P<d>[0-9]{1,2})(?:st|nd|rd|th)? (?P<m>[a-z]+),? (?P<y>[0-9]{4})"
    r"(?:[ ,]+(?P<h>[0-9]{1,2}):(?P<min>[0-9]{2}))?",
    re.I,
)
_MDY = re.compile(r"(?P<m>[a-z]+) (?P<d>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<y>[0-9]{4})", re.I)
_ISO = re.compile(
    r"(?P<y>[0-9]{4})-(?P<mm>[0-9]{2})-(?P<d>[0-9]{2})(?:T(?P<h>[0-9]{2}):(?P<min>[0-9]{2}))?", re.I
)


def _translated(text: str, english: str) -> Iterator[Expected]:
    ago = _AGO.match(english)
    if ago:
        yield from _relative(text, ago)
        return
    for pattern in (_DMY, _MDY, _ISO):
        found = pattern.search(english)
        start = _date(found.groupdict()) if found else None
        if start is not None:
            if start.hour or ":" not in english:
                yield text, start, None if start.hour else start + DAY, None
            return


def _relative(text: str, found: re.Match[str]) -> Iterator[Expected]:
    coming, amount, unit, ago = found.groups()
    seconds = in_seconds(Decimal(amount), unit)
    if not ago and not coming:
        yield text, None, None, seconds
    elif unit in ("day", "week"):
        start = BASE + timedelta(seconds=int(seconds or 0)) * (1 if coming else -1)
        yield text, *((start, start + DAY) if unit == "day" else (start, None)), None
    elif unit in ("second", "minute", "hour"):
        start = BASE + timedelta(seconds=int(seconds or 0)) * (1 if coming else -1)
        yield text, start, None, seconds
    elif unit in ("month", "year") and ago:
        yield text, *_back(unit, int(amount)), None


def _back(unit: str, amount: int) -> tuple[datetime, datetime]:
    if unit == "year":
        return datetime(BASE.year - amount, 1, 1), datetime(BASE.year - amount + 1, 1, 1)
    months = BASE.year * 12 + BASE.month - 1 - amount
    return datetime(months // 12, months % 12 + 1, 1), datetime((months + 1) // 12, (months + 1) % 12 + 1, 1)


def _date(parts: dict[str, str | None]) -> datetime | None:
    month = int(parts.get("mm") or _MONTH_NAMES.get(str(parts.get("m")).lower()) or 0)
    year, day, hour, minute = (int(parts.get(key) or 0) for key in ("y", "d", "h", "min"))
    return datetime(year, month, day, hour, minute) if month else None


# --- Recognizers-Text
_KINDS = ("date", "daterange", "duration", "datetime", "datetimerange")
_NOT_PROSE = re.compile(
    r"cortana|www\.|\.xlsx|https?:|[0-9a-z]_|^-|-$"
    r"|[=<>@#\\\\]|\botd\b|\beo[dmy]\b|\beow\b|\bfy ?[0-9]|\b[0-9]{8}\b"
    r"|schedule|book |skype|set up|alarm|remind|[0-9]/[0-9]+ ?\|", re.I,
)  # fmt: skip


_TALK = re.compile(
    r"find (?:us )?a? ?time|time to meet|available|show (?:me |sales)|sales for|rating where|year is greater"
    r"|don't forget|let's meet|blocked|i'm away|dinner with|coffee date|why don't you|\$[A-Z]{3}\b"
    r"|^The (?:range|period) is\b|valid date|do you know the date|may i|can i |can you",
    re.I,
)
_FORM = re.compile(
    r"^[a-z]{3,9}/[0-9]|^[a-z]{3}[0-9]|^[0-9]{4}-[0-9]{1,2}$|^[0-9]{1,2}-[0-9]{4}$|^[0-9]+[dwmyh]$"
    r"|^[a-z]+-[0-9]+(?:-[0-9]+)?$|^[0-9]+[/-][0-9]+[/-][a-z]+|^[0-9]{1,2}\.[0-9]{1,2}$|^[0-9]{4} [0-9]+ [0-9]+$"
    r"|[0-9]/[0-9]+-[0-9]",
    re.I,
)
_SIZELESS = re.compile(r"\b(?:few|some|several|all|another)\b", re.I)
_THE_DAY = re.compile(r"(?:the |in the |for the )?(?:day|week|month|year|weekend)", re.I)
_FEAST = re.compile(r"\b(?:independence|workers|christmas|easter|thanksgiving|memorial|labor)\b", re.I)


def recognizers() -> Iterator[Case]:
    """Listed dates, ranges and durations as a newspaper could print them."""
    for case in load(EXTERNAL / "recognizers_text.json")["DateTimeModel"]:
        for result in case["Results"]:
            if not reason(case, result):
                yield _recognizers(case, result)


def reason(case: dict[str, Any], result: dict[str, Any]) -> str | None:
    """Why a result is left out, or `None`."""
    marks = (case.get("NotSupported", "") + case.get("NotSupportedByDesign", "")).lower()
    kind = (result.get("TypeName") or "?").split(".")[-1]
    values = (result.get("Resolution") or {}).get("values") or []
    rows = (
        ("unsupported for Python", "python" in marks),
        (f"kind {kind}", kind not in _KINDS),
        ("talk to an assistant, file names, codes", bool(_NOT_PROSE.search(case["Input"]))),
        ("talk to an assistant, file names, codes", bool(_TALK.search(case["Input"]))),
        ("codes and slashes of a form", bool(_FORM.search(result["Text"]))),
        ("stretch without a size", kind == "duration" and bool(_SIZELESS.search(result["Text"]))),
        ("no date: the day, the month", bool(_THE_DAY.fullmatch(result["Text"]))),
        ("feast", bool(_FEAST.search(result["Text"]))),
        ("no resolution", not any(_ends(v) for v in values)),
        ("now", any("REF" in v.get("timex", "") for v in values)),
    )
    return next((why for why, holds in rows if holds), None)


def _ends(value: dict[str, str]) -> bool:
    return any(value.get(k, "not") not in ("not resolved", "not") for k in ("value", "start", "end"))


def _recognizers(case: dict[str, Any], result: dict[str, Any]) -> Case:
    values, kind = result["Resolution"]["values"], result["TypeName"].split(".")[-1]
    published = (case.get("Context") or {}).get("ReferenceDateTime")
    if kind == "duration":
        return Case(case["Input"], "en", published, result["Text"], (), Decimal(values[0]["value"]), kind)
    wanted = tuple(_interval(v) for v in values if _ends(v))
    return Case(case["Input"], "en", published, result["Text"], wanted, None, kind)


def _interval(value: dict[str, str]) -> tuple[datetime | None, datetime | None]:
    if value["type"] == "date":
        start = datetime.fromisoformat(value["value"])
        return start, start + DAY
    if "value" in value:
        return datetime.fromisoformat(value["value"]), None
    start_text, end_text = value.get("start"), value.get("end")
    return (
        datetime.fromisoformat(start_text) if start_text else None,
        datetime.fromisoformat(end_text) if end_text else None,
    )


def left_out() -> dict[str, int]:
    """How many results each reason leaves out."""
    cases = load(EXTERNAL / "recognizers_text.json")["DateTimeModel"]
    return dict(sorted(Counter(r for c in cases for x in c["Results"] if (r := reason(c, x))).items()))


if __name__ == "__main__":
    main(figures)
    print("\nleft out:", *(f"{why}: {size}" for why, size in left_out().items()), sep="\n  ")
