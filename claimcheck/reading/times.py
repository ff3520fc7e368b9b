"""Times as printed, read as half-open intervals of local time."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Literal, NamedTuple

from claimcheck.languages import Pack
from claimcheck.reading.rules import Found, phrase
from claimcheck.reading.time_fields import Atom, Fields, find
from claimcheck.reading.time_join import join
from claimcheck.reading.time_resolve import Resolved, resolve
from claimcheck.reading.time_role import is_statement
from claimcheck.records.claim import Time
from claimcheck.records.span import Span
from claimcheck.text.tokens import Tokens

_CUES = 6  # tokens before a weekday or a date without year in which a word may turn it to the future


class _Anchor(NamedTuple):
    day: date | None
    kind: Literal["published", "text"] | None


def read_times(
    tokens: Tokens,
    pack: Pack,
    document: str,
    published: datetime | None = None,
    sentences: Sequence[tuple[int, int]] = (),
) -> list[Found[Time]]:
    """The times of a text, in its order, none overlapping another.

    `published` anchors weekdays, dates without a year and "yesterday"; without it an explicit date of the same
    text does, and where there is none they stay open (both ends `None`, the weekday kept). With `mod` "since",
    "until", "before" or "after" the interval is that of the moment named, not of the stretch it bounds.
    `sentences` are token ranges; a word of one sentence never dates another.

    >>> from claimcheck.languages import load
    >>> from claimcheck.text.tokens import tokenize
    >>> text = tokenize("Delegasi tiba pada Selasa (25/7/2023) malam.", "id")
    >>> [(f.item.span.text, f.item.edtf, f.item.grain) for f in read_times(text, load("id"), "a")]
    [('Selasa (25/7/2023) malam', '2023-07-25', 'part')]
    """
    atoms = [_with_mod(atom, tokens, pack) for atom in join(list(find(tokens, pack)), tokens, pack)]
    starts = _line_starts(tokens, pack, sentences)
    statements = [is_statement(a, tokens, pack, _start_of(starts, a.start)) for a in atoms]
    anchor = _anchor(atoms, statements, published)
    return [
        _found(atom, said, anchor, atoms, tokens, pack, document)
        for atom, said in zip(atoms, statements, strict=True)
    ]


def _with_mod(atom: Atom, tokens: Tokens, pack: Pack) -> Atom:
    """With the word before it that makes it a bound: sejak, hingga, since, about."""
    if atom.start == 0 or atom.fields.mod:
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
    """The day that relative times count from: that of publication, else of the last statement, else the last date."""
    if published is not None:
        return _Anchor(published.date(), "published")
    days = [(said, _explicit_day(a.fields)) for a, said in zip(atoms, statements, strict=True)]
    told = [day for said, day in days if day and said]
    any_day = [day for _, day in days if day]
    if told:
        return _Anchor(max(told), "text")
    return _Anchor(max(any_day), "text") if any_day else _Anchor(None, None)


def _explicit_day(f: Fields) -> date | None:
    if f.year is None or f.month is None or f.day is None or f.mod in ("before", "until"):
        return None
    found = resolve(Fields(year=f.year, month=f.month, day=f.day), None).earliest
    return found.date() if found else None


def _found(
    atom: Atom, said: bool, anchor: _Anchor, atoms: list[Atom], tokens: Tokens, pack: Pack, document: str
) -> Found[Time]:
    f = atom.fields
    day, kind = _anchor_for(atom, anchor, atoms)
    got = resolve(f, day, _cue(atom, tokens, pack))
    start, end = tokens.starts[atom.start], tokens.ends[atom.end - 1]
    time = Time(
        span=Span(document, start, end, tokens.text[start:end]),
        earliest=got.earliest,
        latest=got.latest,
        grain=got.grain,
        edtf=_edtf(got, f),
        anchor=_anchored(got, kind),
        role="statement" if said else "event",
        weekday=f.weekday,
        zone=f.zone,
        mod=f.mod or f.section,  # type: ignore[arg-type]
    )
    return Found(atom.start, atom.end, time)


def _anchor_for(atom: Atom, anchor: _Anchor, atoms: list[Atom]) -> _Anchor:
    """A weekday that stands with its date elsewhere in the text means that date; "two days later" counts from
    the last full date before it."""
    f = atom.fields
    if f.base == "text":
        before = [d for a in atoms if a.start < atom.start and (d := _explicit_day(a.fields))]
        return _Anchor(before[-1], "text") if before else _Anchor(None, None)
    if f.weekday is not None and anchor.kind != "published" and f.day is None and f.toward is None:
        same = [d for a in atoms if a.fields.weekday == f.weekday and (d := _explicit_day(a.fields))]
        near = [d for d in same if d.weekday() == f.weekday]
        return _Anchor(near[-1], "text") if near else anchor
    return anchor


def _cue(atom: Atom, tokens: Tokens, pack: Pack) -> int:
    """+1 where a word shortly before (or the word after) looks ahead: "akan … Senin", "Rabu mendatang"."""
    classes, cue = tokens.classes, pack.pattern("future_cue")
    window = classes[max(0, atom.start - _CUES) : atom.start]
    last_end = max((m.end() for m in re.finditer(pack.table.any_of("end", "nl"), window)), default=0)
    return 1 if cue.search(window, last_end) else 0


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
