"""Neighbouring pieces of one time become one: "Selasa (25/7/2023) malam", "9 Juni 2025 pukul 09.30 WIB"."""

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from claimcheck.languages import Pack
from claimcheck.reading.time_fields import Fields
from claimcheck.reading.time_grammar import Atom
from claimcheck.text.tokens import Tokens

_DAY = frozenset({"year", "month", "day", "weekday", "unit", "shift", "base", "toward"})
_GLUE = 4  # tokens between two pieces at the most
_BESIDE = "rpar? comma? time_glue{0,2} lpar? date_glue? | slash | hyphen"  # between pieces of one time
_BETWEEN = "(hyphen|dash|range_word|and) date_glue?"  # between the ends of a stretch
_ALL = tuple(f.name for f in fields(Fields))


def join(atoms: list[Atom], tokens: Tokens, pack: Pack) -> list[Atom]:
    """The atoms, those put together that stand side by side and fit; brackets closed, weak ones dropped."""
    joined = _folded(atoms, lambda a, b: _merged(a, b, tokens, pack))
    closed = [_closed(a, tokens, pack) for a in joined]
    return _ranges([a for a in closed if _stands(a, tokens, pack)], tokens, pack)


def _stands(atom: Atom, tokens: Tokens, pack: Pack) -> bool:
    """Whether it is a time by itself; a phrase that is all the text says what it can."""
    if atom.fields.weak:
        return atom.end - atom.start == len(tokens)
    return not _no_year(atom, tokens, pack)


def _ranges(atoms: list[Atom], tokens: Tokens, pack: Pack) -> list[Atom]:
    """Two dates with "to" or a dash between them are one stretch: "1 Juli 2024 hingga 30 Juni 2025"."""
    return _folded(atoms, lambda a, b: _range(a, b, tokens, pack))


def _folded(atoms: list[Atom], merge: Callable[[Atom, Atom], Atom | None]) -> list[Atom]:
    """The atoms in order, each put into the one before it where they merge."""
    made: list[Atom] = []
    for atom in atoms:
        merged = merge(made[-1], atom) if made else None
        if merged is None:
            made.append(atom)
        else:
            made[-1] = merged
    return made


def _range(a: Atom, b: Atom, tokens: Tokens, pack: Pack) -> Atom | None:
    if not 0 < b.start - a.end <= 3 or not _day_or_month(a.fields) or not _day_or_month(b.fields):
        return None
    if not pack.pattern(_BETWEEN).fullmatch(tokens.classes, a.end, b.start):
        return None
    lead = a.start > 0 and pack.pattern("range_lead").match(tokens.classes, a.start - 1)
    if pack.pattern("and").match(tokens.classes, a.end) and not lead:
        return None
    later = {
        n: getattr(b.fields, n)
        for n in ("year", "month")
        if getattr(a.fields, n) is None and not a.fields.unit
    }
    return Atom(a.start - bool(lead), b.end, replace(a.fields, **later, until=b.fields))


def _day_or_month(f: Fields) -> bool:
    if f.unit == "day" and f.base is None and not f.exact and f.way is None:
        return f.part is None
    known = f.month is not None and f.unit is None and f.until is None and f.section is None
    return (
        known
        and f.nth is None
        and not f.other
        and f.whole is None
        and (f.day is not None) >= (f.weekday is not None)
    )


def _merged(a: Atom, b: Atom, tokens: Tokens, pack: Pack) -> Atom | None:
    if b.start - a.end > _GLUE:
        return None
    glue = tokens.classes[a.end : b.start]
    if not pack.pattern(_BESIDE).fullmatch(glue):
        return None
    found = _together(a.fields, b.fields, _kind_of_glue(glue, pack))
    return None if found is None else Atom(a.start, b.end, found)


def _kind_of_glue(glue: str, pack: Pack) -> str:
    for name, mark in (("lpar", "("), ("rpar", ")"), ("comma", ",")):
        if pack.pattern(name).search(glue):
            return mark
    return " " if glue else ""


# first, second, and the marks that may stand between them
_PAIRS: tuple[tuple[str, str, str], ...] = (
    ("weekday", "date", "(, "),
    ("date", "weekday", "("),
    ("weekday", "part", ")"),
    ("date", "part", "),"),
    ("month", "part", ")"),
    ("deixis", "part", ")"),
    ("part", "date", "( "),
    ("part", "weekday", "( "),
    ("part", "deixis", "( "),
    ("weekday", "clock", "), "),
    ("date", "clock", "), "),
    ("deixis", "clock", "), "),
    ("part", "clock", ", "),
    ("clock", "part", ", "),
    ("clock", "date", "(, "),
    ("clock", "weekday", "(, "),
    ("clock", "deixis", "(, "),
    ("date", "deixis", ""),
    ("date", "shift year", " "),
    ("month", "shift year", " "),
    ("bare day", "shift month", " "),
    ("quarter", "shift year", " ("),
    ("quarter", "year", " (,"),
    ("season", "shift year", " "),
    ("weekday", "shift week", " "),
    ("shift week", "weekday", " "),
    ("weekday", "deixis", " ,"),
    ("deixis", "weekday", "(, "),
    ("deixis", "date", "(, "),
    ("shift week", "date", "("),
    ("shift month", "month", "("),
    ("shift year", "year", "("),
    ("weekday", "weak date", "(, "),
)


def _together(a: Fields, b: Fields, glue: str) -> Fields | None:
    first, second = _kinds(a), _kinds(b)
    for one, two, marks in _PAIRS:
        if one in first and two in second and (glue == "" or glue in marks):
            return _union(a, b)
    return None


def _kinds(f: Fields) -> frozenset[str]:
    """What a piece brings to a neighbour; stretches bring nothing, hours of opening their clock."""
    if f.other or f.way is not None or f.nth is not None:
        return frozenset()
    if f.until is not None:
        return frozenset({"clock"}) if f.hour is not None and f.day is None else frozenset()
    shift = f.unit is not None and f.shift is not None and not f.exact
    rows = (
        ("weekday", f.weekday is not None and f.day is None),
        ("date", f.day is not None),
        ("bare day", f.day is not None and f.month is None),
        ("month", f.month is not None and f.day is None and f.year is None),
        ("quarter", (f.quarter or f.half) is not None and f.year is None),
        ("season", f.season is not None and f.year is None),
        ("year", f.year is not None and f.month is None),
        ("part", f.part is not None and f.unit is None and f.weekday is None and f.day is None),
        ("clock", f.hour is not None and f.day is None and f.weekday is None),
        ("deixis", shift and f.unit == "day"),
        ("shift week", shift and f.unit == "week"),
        ("shift month", shift and f.unit == "month"),
        ("shift year", shift and f.unit == "year"),
    )
    return frozenset(name for name, holds in rows if holds)


def _union(a: Fields, b: Fields) -> Fields | None:
    """Both pieces in one; None where they fill the same field differently."""
    new, old = _given(b), _given(a)
    shared = set(new) & set(old) - {"weak", "bare"}
    if any(new[n] != old[n] for n in shared):
        return None
    both = {**old, **new, "weak": a.weak and b.weak, "bare": False}
    if "weekday" in both and both.get("base") == "text":
        both = {k: v for k, v in both.items() if k not in ("unit", "shift", "base")}
    if "day" in both or "part" in both:
        both.pop("mod", None)  # "kemarin (9/6)" is no vague yesterday
    if both.get("until") is not None:
        both["until"] = replace(both["until"], **{n: v for n, v in (old | new).items() if n in _DAY})
    if "day" in both or ("month" in both and "year" in both):
        both = {
            k: v for k, v in both.items() if k not in ("unit", "shift") or both["unit"] in ("year", "month")
        }
    return Fields(**both)


def _given(f: Fields) -> dict[str, Any]:
    return {n: v for n in _ALL if (v := getattr(f, n)) is not None and v is not False}


def _closed(atom: Atom, tokens: Tokens, pack: Pack) -> Atom:
    """With the closing bracket that belongs to one opened inside."""
    inside = tokens.classes[atom.start : atom.end]
    opened = len(pack.pattern("lpar").findall(inside)) - len(pack.pattern("rpar").findall(inside))
    follows = atom.end < len(tokens) and pack.pattern("rpar").match(tokens.classes, atom.end)
    return atom._replace(end=atom.end + 1) if opened > 0 and follows else atom


def _no_year(atom: Atom, tokens: Tokens, pack: Pack) -> bool:
    """Whether a lone number of four digits is something else: a count, a code, part of a longer number."""
    if not atom.fields.bare:
        return False
    if not 1800 <= (atom.fields.year or 0) <= 2100:
        return True
    before, after = atom.start - 1, atom.end
    if (
        before >= 0
        and pack.pattern("approx").match(tokens.classes, before)
        and not _settled_after(after, tokens, pack)
    ):
        return True
    odd = pack.pattern("not_a_year_before|currency|hyphen|slash|dash|plus|tilde|digits|stop")
    late = pack.pattern("not_a_year_after|percent|hyphen|slash|degree|currency|digits")
    if after < len(tokens) and late.match(tokens.classes, after):
        return True
    if before < 0 or tokens.words[before] == "." or _numbers_a_name(tokens, pack, before):
        return False
    return odd.match(tokens.classes, before) is not None


def _numbers_a_name(tokens: Tokens, pack: Pack, at: int) -> bool:
    """As in "Liga 1 2024/2025": one or two digits that belong to the name before them."""
    short = len(tokens.words[at]) < 3 and tokens.words[at].isdigit() and at > 0
    named = short and tokens.words[at - 1][:1].isupper() and len(tokens.words[at - 1]) > 2
    return named and not pack.pattern("currency|month|month_short").match(tokens.classes, at - 1)


def _settled_after(after: int, tokens: Tokens, pack: Pack) -> bool:
    """Whether nothing that could be counted follows: "sekitar 2015 di Bali", not "sekitar 2000 pohon"."""
    follows = pack.pattern("preposition|end|comma|rpar|nl")
    return after >= len(tokens) or follows.match(tokens.classes, after) is not None
