"""Times as printed, read as half-open intervals of local time."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise
from typing import Literal, NamedTuple

from claimcheck.languages import Pack
from claimcheck.reading.clauses import attributive
from claimcheck.reading.rules import Found, phrase
from claimcheck.reading.time_calendar import UNITS, Resolved
from claimcheck.reading.time_fields import Fields
from claimcheck.reading.time_grammar import Atom, find
from claimcheck.reading.time_join import join
from claimcheck.reading.time_resolve import resolve
from claimcheck.reading.time_role import is_statement
from claimcheck.records.claim import Time
from claimcheck.records.span import Span
from claimcheck.text.phrases import is_stamp
from claimcheck.text.tokens import Tokens

_LINE = 120  # characters of a line that says when a page was put out, beside the time
_CUES = 20  # tokens before a time in which a word may turn it to the future
_QUOTED = 80  # tokens of a quotation between "besok" and the day it was said
_TOLD = 12  # times back that "two days later" may count from
_WITHIN_A_DAY = ("minute", "hour", "part", "day")
_MONTHLY = (*_WITHIN_A_DAY, "week", "month")
_FINE = {
    "week": (*_WITHIN_A_DAY, "week"),
    "month": _MONTHLY,
    "quarter": (*_MONTHLY, "quarter"),
    "year": (*_MONTHLY, "quarter", "season", "year"),
}


class _Anchor(NamedTuple):
    day: date | None
    kind: Literal["published", "text"] | None
    sure: bool = True  # the day itself, good for "yesterday"; else only near to it, good for a weekday


class _Text(NamedTuple):
    """What every time of one text is read against."""

    tokens: Tokens
    pack: Pack
    document: str
    published: datetime | None
    anchor: _Anchor
    weekdays: dict[int, date]
    recurring: frozenset[int]
    spoken: dict[int, date]


def read_times(
    tokens: Tokens,
    pack: Pack,
    document: str,
    published: datetime | None = None,
    sentences: Sequence[tuple[int, int]] = (),
) -> list[Found[Time]]:
    """The times of a text, in its order, none overlapping another.

    `published` anchors weekdays, dates without a year and "yesterday"; without it an explicit date of the
    same text does, and where there is none they stay open (both ends `None`, the weekday kept). With `mod`
    "since", "until", "before" or "after" the interval is of the moment named, not of the stretch it bounds.
    `sentences` are token ranges; a word of one sentence never dates another.

    >>> from claimcheck.languages import load
    >>> from claimcheck.text.tokens import tokenize
    >>> text = tokenize("Delegasi tiba pada Selasa (25/7/2023) malam.", "id")
    >>> [(f.item.span.text, f.item.edtf, f.item.grain) for f in read_times(text, load("id"), "a")]
    [('Selasa (25/7/2023) malam', '2023-07-25', 'part')]
    """
    atoms = [_with_mod(atom, tokens, pack) for atom in join(list(find(tokens, pack)), tokens, pack)]
    starts = _line_starts(tokens, pack, sentences)
    lines = [_start_of(starts, atom.start) for atom in atoms]
    statements = [is_statement(a, tokens, pack, line) for a, line in zip(atoms, lines, strict=True)]
    dated = [said or _alone(a, tokens, pack) for a, said in zip(atoms, statements, strict=True)]
    anchor = _anchor(atoms, dated, published)
    text = _Text(
        tokens,
        pack,
        document,
        published,
        anchor,
        _weekdays(atoms),
        _recurring(atoms, tokens),
        _spoken([a for a, said in zip(atoms, statements, strict=True) if said], atoms, tokens, pack, anchor),
    )
    found: list[Found[Time]] = []
    for atom, line, said in zip(atoms, lines, statements, strict=True):
        found.append(_found(atom, line, said, text, found))
    return found


def _with_mod(atom: Atom, tokens: Tokens, pack: Pack) -> Atom:
    """With the word before it that makes it a bound: sejak, hingga, since, about."""
    if atom.start == 0 or atom.fields.mod or atom.fields.until:
        return atom
    for size in (2, 1):
        value = pack.value("time_mod", phrase(tokens, max(0, atom.start - size), atom.start))
        if value is not None:
            return atom._replace(fields=replace(atom.fields, mod=value))
    return atom


def _line_starts(tokens: Tokens, pack: Pack, sentences: Sequence[tuple[int, int]]) -> list[int]:
    if sentences:
        return sorted(start for start, _ in sentences)
    return [0, *(m.end() for m in re.finditer(pack.table.any_of("end", "nl"), tokens.classes))]


def _start_of(starts: list[int], at: int) -> int:
    index = bisect_right(starts, at) - 1
    return starts[index] if index >= 0 else 0


def _anchor(atoms: list[Atom], statements: list[bool], published: datetime | None) -> _Anchor:
    """The day that relative times count from: of publication, else of the last statement, else the last date.

    Without publication a date counts only if it dates a statement or stands alone on its line, or if its right
    weekday is printed with it: so news prints what is of these days.
    """
    if published is not None:
        return _Anchor(published.date(), "published")
    days = [
        (said, a.fields.weekday, _explicit_day(a.fields)) for a, said in zip(atoms, statements, strict=True)
    ]
    right = [(said, weekday, day) for said, weekday, day in days if day and weekday in (None, day.weekday())]
    told = [day for said, _, day in right if said]
    near = [day for _, weekday, day in right if weekday is not None]
    if told:
        return _Anchor(max(told), "text")
    return _Anchor(max(near), "text", sure=False) if near else _Anchor(None, None)


def _alone(atom: Atom, tokens: Tokens, pack: Pack) -> bool:
    """Whether a line says only when the page was put out: "10 April 2025", "Published: April 10, 2025 4:59 PM"."""
    text, first, last = tokens.text, tokens.starts[atom.start], tokens.ends[atom.end - 1]
    _, begun, left = text[max(0, first - _LINE) : first].rpartition("\n")
    right, ended, _ = text[last : last + _LINE].partition("\n")
    if (not begun and first > _LINE) or (not ended and last + _LINE < len(text)):
        return False
    return not (left + right).strip() or is_stamp(f"{left}{text[first:last]}{right}", pack.code)


def _explicit_day(f: Fields) -> date | None:
    if f.year is None or f.month is None or f.day is None or f.mod in ("before", "until"):
        return None
    found = resolve(Fields(year=f.year, month=f.month, day=f.day), None).earliest
    return found.date() if found else None


def _spoken(
    said: Sequence[Atom], atoms: Sequence[Atom], tokens: Tokens, pack: Pack, anchor: _Anchor
) -> dict[int, date]:
    """The days that "today" and "tomorrow" inside a quotation count from: «"Besok kami main," kata Budi, Senin»."""
    starts = [a.start for a in said]
    days: dict[int, date] = {}
    for atom in atoms:
        if not _day_of_speech(atom.fields):
            continue
        at = bisect_right(starts, atom.start)
        if at == len(said) or starts[at] - atom.end > _QUOTED:
            continue
        between = tokens.classes[atom.end : starts[at]]
        inside = len(pack.pattern("quote").findall(between)) % 2 == 1 and not pack.pattern("nl").search(
            between
        )
        f = said[at].fields
        day = resolve(Fields(year=f.year, month=f.month, day=f.day), anchor.day).earliest if f.day else None
        if inside and day is not None:
            days[atom.start] = day.date()
    return days


def _day_of_speech(f: Fields) -> bool:
    """Whether a time is "today", "yesterday", "tonight" and the like alone."""
    counted = f.unit == "day" and f.base is None and f.way is None and not f.exact
    return counted and f.shift is not None and f.day is None and f.weekday is None


def _found(atom: Atom, line: int, said: bool, text: _Text, before: list[Found[Time]]) -> Found[Time]:
    f, tokens = _dated(_lent(atom.fields, line, before), before), text.tokens
    open_weekday = atom.start in text.recurring
    anchor = _Anchor(None, None) if open_weekday else _anchor_for(f, text, before)
    if atom.start in text.spoken:
        anchor = _Anchor(text.spoken[atom.start], "text")
    got = resolve(f, anchor.day, 0 if said else _cue(atom, line, text), text.published)
    start, end = tokens.starts[atom.start], tokens.ends[atom.end - 1]
    time = Time(
        span=Span(text.document, start, end, tokens.text[start:end]),
        earliest=got.earliest,
        latest=got.latest,
        grain=got.grain,
        edtf=_edtf(got, f),
        anchor=_anchored(got, anchor.kind),
        role="statement" if said else "event",
        weekday=f.weekday,
        zone=f.zone,
        mod=f.mod or f.section,  # type: ignore[arg-type]
    )
    return Found(atom.start, atom.end, time)


def _lent(f: Fields, line: int, before: list[Found[Time]]) -> Fields:
    """A time of day on its own takes the last day named before it in its sentence."""
    if f.hour is None or f.day or f.weekday is not None or f.unit:
        return f
    day = _last_told(before, _WITHIN_A_DAY, line)
    return replace(_on(f, day), until=_on(f.until, day) if f.until else None) if day else f


def _dated(f: Fields, before: list[Found[Time]]) -> Fields:
    """A day without its year is of the year told just before, if that was of that season: a story of 1998.

    Its weekday must be right in that year: "Juli 2024 … Kamis (5/6)" is of 2025.
    """
    if f.month is None or f.day is None or f.year is not None or f.toward or f.unit or f.until:
        return f
    told = _last_told([b for b in before[-_TOLD:] if b.item.anchor == "explicit"], ("day", "month", "part"))
    if told is None or not -1 <= f.month - told.month <= 2:
        return f
    day = resolve(Fields(year=told.year, month=f.month, day=f.day), None).earliest
    right = day is None or f.weekday is None or day.weekday() == f.weekday
    return replace(f, year=told.year) if right else f


def _last_told(before: list[Found[Time]], grains: Sequence[str], line: int = 0) -> datetime | None:
    """When the nearest time before was that is of a fine enough grain; none where that one is itself open."""
    for found in before[: -_TOLD - 1 : -1]:
        if found.start < line:
            return None
        if found.item.grain in grains or found.item.grain == "weekday":
            return found.item.earliest
    return None


def _on(f: Fields, day: datetime) -> Fields:
    return replace(f, year=day.year, month=day.month, day=day.day)


def _anchor_for(f: Fields, text: _Text, before: list[Found[Time]]) -> _Anchor:
    """A weekday that stands with its date elsewhere in the text means that date; "two days later" counts from
    the time told before it, if that is as fine as the unit."""
    if f.base == "text":
        fine = _FINE.get(f.unit or "day", _WITHIN_A_DAY)
        told = _last_told(before, fine)
        if told:
            return _Anchor(told.date(), "text")
        return text.anchor if f.shift == 0 else _Anchor(None, None)
    if f.weekday is not None and text.anchor.kind != "published" and f.day is None and f.toward is None:
        same = text.weekdays.get(f.weekday)
        return _Anchor(same, "text") if same else text.anchor
    counted = f.unit is not None and UNITS.get(f.unit) in ("day", "week") and f.weekday is None
    return _Anchor(None, None) if counted and not text.anchor.sure else text.anchor


def _weekdays(atoms: list[Atom]) -> dict[int, date]:
    """The explicit dates of the text by the weekday printed with them, where it is theirs."""
    days = [(a.fields.weekday, _explicit_day(a.fields)) for a in atoms if a.fields.weekday is not None]
    return {weekday: day for weekday, day in days if weekday is not None and day and day.weekday() == weekday}


def _recurring(atoms: list[Atom], tokens: Tokens) -> frozenset[int]:
    """Where weekdays stand in a range or a list: opening hours, days of the week, no day that can be told."""
    bare = [_bare_weekday(a) for a in atoms]
    found = {a.start for a, plain in zip(atoms, bare, strict=True) if plain and a.fields.until is not None}
    for (a, b), both in zip(pairwise(atoms), pairwise(bare), strict=True):
        comma = b.start - a.end == 1 and tokens.words[a.end] == ","
        if all(both) and comma:
            found |= {a.start, b.start}
    return frozenset(found)


def _bare_weekday(atom: Atom) -> bool:
    f = atom.fields
    return f.weekday is not None and f.day is None and f.toward is None and f.unit is None and f.part is None


def _cue(atom: Atom, line: int, text: _Text) -> int:
    """+1 where a word before it looks ahead ("akan … Senin"), or one right before it ("until Friday")."""
    classes, pattern = text.tokens.classes, text.pack.pattern
    ahead = pattern("future_cue").search(classes, max(line, atom.start - _CUES), atom.start)
    limit = atom.start > line and pattern("future_limit").match(classes, atom.start - 1)
    of_a_noun = ahead is not None and attributive(ahead.start(), text.tokens, text.pack)  # "a planned vigil"
    return 1 if (ahead and not of_a_noun) or limit else 0


def _anchored(
    got: Resolved, kind: Literal["published", "text"] | None
) -> Literal["explicit", "published", "text"] | None:
    if got.earliest is None:
        return None
    return kind if got.relative else "explicit"


def _edtf(got: Resolved, f: Fields) -> str | None:
    if got.edtf is None or got.earliest is None:
        return got.edtf
    if f.mod == "about":
        return f"{got.edtf}~"
    first, last = got.edtf.split("/")[0], got.edtf.split("/")[-1]
    if f.mod in ("since", "after"):
        return f"{first}/.."
    return f"../{last}" if f.mod in ("until", "before") else got.edtf


def fields_at(start: int, end: int, tokens: Tokens, pack: Pack) -> Fields:
    """What a time that was read on these tokens says, unresolved."""
    found = join(list(find(tokens, pack, start, end)), tokens, pack)
    return found[0].fields if found else Fields()
