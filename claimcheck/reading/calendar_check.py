"""The calendar and simple sums check one document against itself: what cannot all be true."""

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise

from claimcheck.languages import Pack
from claimcheck.reading.rules import Found
from claimcheck.reading.time_fields import Fields
from claimcheck.reading.times import fields_at
from claimcheck.records.claim import Quantity, Time
from claimcheck.records.finding import Clash
from claimcheck.records.span import Span
from claimcheck.text.tokens import Tokens

_SOON = 14  # days from the report within which a day without year is of its year
_INFERRED = 60  # days from publication within which a date without year is surely of that year
_WHOLE = Decimal("1.5")  # wholes of two shares that differ by more cannot be one whole


@dataclass(frozen=True, slots=True)
class _Text:
    tokens: Tokens
    pack: Pack
    times: Sequence[Found[Time]]
    quantities: Sequence[Found[Quantity]]
    published: datetime | None
    starts: Sequence[int]

    def line(self, at: int) -> int:
        """The number of the sentence that a token stands in."""
        return bisect_right(self.starts, at)

    def has(self, name: str, start: int, end: int) -> bool:
        """Whether a word or phrase of a class stands between two tokens."""
        return self.pack.pattern(name).search(self.tokens.classes, max(start, 0), end) is not None


def calendar_findings(
    tokens: Tokens,
    pack: Pack,
    times: Sequence[Found[Time]],
    quantities: Sequence[Found[Quantity]] = (),
    published: datetime | None = None,
    sentences: Sequence[tuple[int, int]] = (),
) -> list[Clash]:
    """What clashes inside one document by the calendar or by its own sums, in the order of the checks.

    `times` and `quantities` are those read on `tokens`; `sentences` are token ranges. Only what can be shown
    by the calendar or by adding up counts: everything vague, hedged or planned is let pass.

    >>> from claimcheck.languages import load
    >>> from claimcheck.reading.times import read_times
    >>> from claimcheck.text.tokens import tokenize
    >>> tokens, pack = tokenize("Ia tiba Rabu (16/6/2025).", "id"), load("id")
    >>> [clash] = calendar_findings(tokens, pack, read_times(tokens, pack, "a"))
    >>> clash.rule, dict(clash.values)["true"]
    ('weekday', '0')
    """
    starts = sorted(start for start, _ in sentences) or _lines(tokens, pack)
    text = _Text(tokens, pack, times, quantities, published, starts)
    return [clash for check in _CHECKS for clash in check(text)]


def _lines(tokens: Tokens, pack: Pack) -> list[int]:
    return [0, *(m.end() for m in pack.pattern("end|nl").finditer(tokens.classes))]


def _weekdays(text: _Text) -> Iterator[Clash]:
    """A weekday printed beside a date that falls on another: "Rabu (16/6/2025)" was a Monday."""
    late = {clash.sides[0][1] for clash in _after_report(text)}
    for start, end, time in text.times:
        if time.weekday is None or time.earliest is None or time.span in late:
            continue
        stretch = time.edtf is not None and "/" in time.edtf
        if time.earliest.weekday() == time.weekday and not stretch:
            continue
        whole = fields_at(start, end, text.tokens, text.pack)
        for f, begin in _ends(text, whole, start, end):
            day = _printed_day(f, time, text.published)
            if day is None or day.weekday() == f.weekday or f.eve:
                continue
            values = ("date", day.isoformat()), ("printed", str(f.weekday)), ("true", str(day.weekday()))
            yield Clash("calendar", "weekday", _halves(text, begin, end, time), values)


def _ends(text: _Text, f: Fields, start: int, end: int) -> Iterator[tuple[Fields, int]]:
    """The day of a time with the token it begins at; of "Minggu (8/6) hingga Senin (10/6)" both days."""
    yield replace(f, until=None), start
    last = f.until
    if last is None or last.weekday is None or (last.day, last.month) == (f.day, f.month):
        return  # an end without a weekday of its own, or two hours of one day
    weekdays = list(text.pack.pattern("weekday|weekday_short").finditer(text.tokens.classes, start, end))
    if len(weekdays) == 2:
        yield last, weekdays[1].start()


def _printed_day(f: Fields, time: Time, published: datetime | None) -> date | None:
    """The date printed; one without year only near to the publication, and if not very near, where no year before fits.

    Days within a fortnight of their report that fit a year before were slips, wherever they were read: "Minggu (4/6)".
    """
    if f.day is None or f.month is None or f.weekday is None or time.earliest is None:
        return None
    last = _last_day(f)
    if last is None or f.day > last:
        return None
    if f.year is not None:
        return date(f.year, f.month, f.day)
    day = date(time.earliest.year, f.month, f.day)
    if published is None or abs((day - published.date()).days) > _INFERRED:
        return None
    leap = (f.month, f.day) == (2, 29)
    fits = not leap and any(day.replace(year=day.year - n).weekday() == f.weekday for n in (1, 2))
    return day if not fits or abs((day - published.date()).days) <= _SOON else None


def _halves(text: _Text, start: int, end: int, time: Time) -> tuple[tuple[str, Span], ...]:
    """The weekday and the date as two sides."""
    classes, find = text.tokens.classes, text.pack.pattern
    weekday = find("weekday|weekday_short").search(classes, start, end)
    middle = weekday.start() if weekday else start
    date_tokens = find("day (slash|hyphen|dash|month|month_short|comma|int|year){1,6}")
    found = date_tokens.search(classes, middle, end) or date_tokens.search(classes, start, end)
    a, b = found.span() if found else (start, end)
    first, second = _span(text, middle, middle + 1, time), _span(text, a, b, time)
    return (first.text, first), (second.text, second)


def _span(text: _Text, start: int, end: int, near: Time | Quantity) -> Span:
    a, b = text.tokens.starts[start], text.tokens.ends[end - 1]
    return Span(near.span.document, a, b, text.tokens.text[a:b])


def _no_such_day(text: _Text) -> Iterator[Clash]:
    """A day that its month does not have: 31 Juni 2025, 30 Februari; 29 Februari only with its year."""
    for start, end, time in text.times:
        if time.earliest is not None or time.grain not in ("day", "part", "hour", "minute"):
            continue
        f = fields_at(start, end, text.tokens, text.pack)
        last = _last_day(f)
        if last is None or f.day is None or f.day <= last:
            continue
        values = (
            ("year", str(f.year or "")),
            ("month", str(f.month)),
            ("day", str(f.day)),
            ("last", str(last)),
        )
        yield Clash("calendar", "no such day", ((time.span.text, time.span),), values)


def _last_day(f: Fields) -> int | None:
    if f.month is None or f.until is not None:
        return None
    if f.year is None:
        return monthrange(2024, f.month)[1]
    return monthrange(f.year, f.month)[1] if f.year <= 9999 else None


def _after_report(text: _Text) -> Iterator[Clash]:
    """A statement dated after the report that carries it; two days are left for zones and later edits."""
    if text.published is None:
        return
    limit = text.published.replace(tzinfo=None) + timedelta(days=2)
    for start, _, time in text.times:
        said = time.role == "statement" and time.anchor == "explicit" and time.mod is None
        if said and time.earliest and time.earliest > limit and not _ahead(text, start):
            day, report = time.earliest.date().isoformat(), text.published.date().isoformat()
            yield Clash(
                "calendar",
                "after the report",
                ((time.span.text, time.span),),
                (("date", day), ("published", report)),
            )


def _ahead(text: _Text, at: int) -> bool:
    line = text.starts[text.line(at) - 1] if text.line(at) else 0
    return text.has("future_cue", max(line, at - 30), at)


def _ages(text: _Text) -> Iterator[Clash]:
    """An age that no birthday makes of the birth year printed in the same sentence."""
    if text.published is None:
        return
    for start, end, age in text.quantities:
        born = _birth(text, start) if age.kind == "age" and age.low == age.high and age.low else None
        if born is None or age.low is None or born[1].earliest is None:
            continue
        wanted = text.published.year - born[1].earliest.year
        if wanted - 2 <= age.low <= wanted + 1 or text.has("not_now_age", min(born[0], start) - 6, end):
            continue
        values = ("born", str(born[1].edtf)), ("age", str(age.low)), ("wanted", str(wanted))
        yield Clash("calendar", "age", ((born[1].span.text, born[1].span), (age.span.text, age.span)), values)


def _birth(text: _Text, at: int) -> tuple[int, Time] | None:
    """The one explicit time of the sentence, where a word of birth stands shortly before it."""
    here = [(s, t) for s, _, t in text.times if text.line(s) == text.line(at)]
    if len(here) != 1 or here[0][1].anchor != "explicit" or here[0][1].grain not in ("day", "year"):
        return None
    return here[0] if text.has("born_word", here[0][0] - 6, here[0][0]) else None


def _parts(text: _Text) -> Iterator[Clash]:
    """Parts that do not make their whole: "12 orang, terdiri dari tujuh laki-laki dan enam perempuan"."""
    counts = [q for q in text.quantities if _exact(q.item)]
    for i, (start, end, whole) in enumerate(counts):
        parts = _list_of_parts(text, end, counts[i + 1 :])
        if len(parts) < 2 or text.has("open_parts", start - 4, parts[-1].end + 6):
            continue
        total = sum((p.item.low for p in parts if p.item.low is not None), Decimal(0))
        if total == whole.low or not _alike(whole, parts):
            continue
        sides = (whole.span.text, whole.span), *((p.item.span.text, p.item.span) for p in parts)
        yield Clash("arithmetic", "parts", sides, (("whole", f"{whole.low:f}"), ("sum", f"{total:f}")))


def _exact(q: Quantity) -> bool:
    return q.kind == "count" and q.low is not None and q.low == q.high and q.hedge is None and q.per is None


def _list_of_parts(text: _Text, end: int, after: Sequence[Found[Quantity]]) -> list[Found[Quantity]]:
    """The counts after "terdiri dari" in one sentence, close to each other, the last behind an "and"."""
    marker = text.pack.pattern("parts_word").search(text.tokens.classes, end, end + 9)
    if marker is None:
        return []
    parts: list[Found[Quantity]] = []
    at = marker.end()
    for found in after:
        if text.line(found.start) != text.line(end - 1) or found.start - at > (0 if not parts else 9):
            break
        parts.append(found)
        at = found.end
    closed = len(parts) > 1 and text.has("and", parts[-2].end, parts[-1].start)
    return parts if closed else []


def _alike(whole: Quantity, parts: Sequence[Found[Quantity]]) -> bool:
    """Whether all count the same kind of thing: one unit, and one word counted where there is no unit."""
    if whole.unit == "person":
        return all(p.item.unit in ("person", None) for p in parts)
    return all(p.item.unit == whole.unit and p.item.counted == whole.counted for p in parts)


def _durations(text: _Text) -> Iterator[Clash]:
    """ "selama lima hari, 10-17 Juni": the dates make eight days, or seven where the first does not count."""
    for start, end, length in text.quantities:
        if length.kind != "duration" or length.unit != "day" or length.low != length.high or not length.low:
            continue
        stretch = _stretch_after(text, start, end)
        if stretch is None or stretch.earliest is None or stretch.latest is None:
            continue
        days = (stretch.latest - stretch.earliest).days
        if days - 1 <= length.low <= days:
            continue
        sides = (length.span.text, length.span), (stretch.span.text, stretch.span)
        yield Clash("arithmetic", "duration", sides, (("printed", f"{length.low:f}"), ("days", str(days))))


def _stretch_after(text: _Text, start: int, end: int) -> Time | None:
    if not text.has("lasting_word", start - 2, start) or text.has("last_or_next", start - 1, end + 2):
        return None
    near = [
        t
        for s, _, t in text.times
        if end <= s <= end + 4 and text.line(s) == text.line(start) and not text.has("time_mod", end, s)
    ]
    several = near and near[0].grain == "day" and near[0].edtf and "/" in near[0].edtf
    return near[0] if several and near[0].mod is None else None


def _shares(text: _Text) -> Iterator[Clash]:
    """Counts and shares compared that can be of no one whole: 838 million or 10.5%, 134 million or 27.3%."""
    pairs = list(_count_and_share(text))
    for (i, whole_a), (j, whole_b) in pairwise(pairs):
        apart = max(whole_a, whole_b) > _WHOLE * min(whole_a, whole_b)
        if not apart or not _compared(text, text.quantities[i], text.quantities[j]):
            continue
        spans = [_pair_span(text, k) for k in (i, j)]
        values = ("first", f"{whole_a:.0f}"), ("second", f"{whole_b:.0f}")
        yield Clash("arithmetic", "shares", tuple((s.text, s) for s in spans), values)


def _compared(text: _Text, a: Found[Quantity], b: Found[Quantity]) -> bool:
    """Whether one sentence sets two counts of one thing against each other."""
    alike = a.item.counted == b.item.counted and a.item.unit == b.item.unit
    return alike and text.line(a.start) == text.line(b.start) and text.has("compared_word", a.start, b.start)


def _count_and_share(text: _Text) -> Iterator[tuple[int, Decimal]]:
    """Neighbours "<count> atau <percent>", and the whole that they imply; changes are no shares."""
    for i, (a, b) in enumerate(pairwise(text.quantities)):
        count, share = a.item.low, b.item.low
        if not count or not share or not _exact(a.item) or not _is_share(b.item):
            continue
        if b.start - a.end <= 2 and text.has("or_word", a.end, b.start):
            yield i, count * 100 / share


def _is_share(q: Quantity) -> bool:
    return q.kind == "percent" and q.change not in ("up", "down", "by") and q.low == q.high


def _pair_span(text: _Text, i: int) -> Span:
    return _span(text, text.quantities[i].start, text.quantities[i + 1].end, text.quantities[i].item)


_CHECKS: tuple[Callable[[_Text], Iterator[Clash]], ...] = (
    _weekdays,
    _no_such_day,
    _after_report,
    _ages,
    _parts,
    _durations,
    _shares,
)
