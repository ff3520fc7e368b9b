"""Tests for a desk of its own: documents that must agree, and single-fact edits that must be caught."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Literal

import claimcheck
from claimcheck.checked import one_of, short
from claimcheck.errors import OptionError
from claimcheck.languages import load
from claimcheck.languages.pack import Pack
from claimcheck.reading.names import read_names
from claimcheck.records import Attribution, Document, Quantity, Reading, Span, Time
from claimcheck.text.tokens import tokenize

Kind = Literal["number", "date", "attribution", "digits", "date form", "spelling", "capital"]
REAL: tuple[Kind, ...] = ("number", "date", "attribution")
HARMLESS: tuple[Kind, ...] = ("digits", "date form", "spelling", "capital")

# speakers nobody quotes, people and bodies: put in place of the one who is
_NOBODY = {
    "id": ("Bram Sutedja", "Ratna Wulandari", "Tegar Hidayatullah"),
    "en": ("Laura Whitcombe", "Piers Oakden", "Imogen Tarrant"),
}
_NO_BODY = {"id": ("Komisi Pangan Rakyat", "Badan Karantina Pesisir"), "en": ("Harbour Safety Board",)}
_MARKS = '"“”„‟«»'


@dataclass(frozen=True, slots=True)
class Injected:
    """An edited document: `document.text[start:end]` now reads `after` where `before` stood."""

    document: Document
    kind: Kind
    start: int
    end: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    after: str


def assert_consistent(docs: Any, **options: Any) -> None:
    """Compares documents and raises `AssertionError`, with every conflict explained, when any of them clash.

    `docs` and `options` are whatever `claimcheck.compare` takes: `suppressed` lets settled findings pass.

    >>> assert_consistent(["Gempa itu menewaskan 12 orang.", "Gempa itu menewaskan dua belas orang."])
    """
    conflicts = claimcheck.compare(docs, **options).conflicts
    if conflicts:
        raise AssertionError("\n\n".join(finding.explain() for finding in conflicts))


def inject(doc: Any, *, kind: Kind, seed: int = 0) -> Injected | None:
    """Makes one edit of a kind in a text, or returns `None` where the text offers no place for it.

    "number", "date" and "attribution" change one fact: the result contradicts the text given. "digits" (for
    words, and words for digits), "date form", "spelling" (of a state) and "capital" (for its state, as a
    speaker) say the same thing otherwise. `seed` chooses among the places, the same one every time; words
    inside quotation marks and hedged or unread values are left alone. Raises `OptionError` for any other kind.

    >>> inject("Gempa itu menewaskan 12 orang.", kind="number").document.text
    'Gempa itu menewaskan 62 orang.'
    >>> inject("Gempa itu menewaskan dua orang.", kind="digits").document.text
    'Gempa itu menewaskan 2 orang.'
    """
    one_of(kind, _EDITS, "kind")
    if not isinstance(seed, int):
        raise OptionError(f"seed takes a whole number, not {short(seed)}")
    reading = claimcheck.read(doc)
    text = reading.document.text
    edits = [e for e in _EDITS[kind](reading) if text[e.start : e.end] != e.after and not _quoted(text, e)]
    unique = sorted({(e.start, e.end, e.after) for e in edits})
    return _made(reading.document, kind, _Edit(*unique[seed % len(unique)])) if unique else None


def _made(document: Document, kind: Kind, edit: _Edit) -> Injected:
    text = document.text[: edit.start] + edit.after + document.text[edit.end :]
    changed = document.model_copy(update={"text": text, "blocks": ()})
    before = document.text[edit.start : edit.end]
    return Injected(changed, kind, edit.start, edit.start + len(edit.after), before, edit.after)


def _quoted(text: str, edit: _Edit) -> bool:
    """Whether an odd number of quotation marks stands before the place on its line."""
    line = text.rfind("\n", 0, edit.start) + 1
    return sum(text.count(mark, line, edit.start) for mark in _MARKS) % 2 == 1


def _language(reading: Reading) -> str:
    return next((c.language for c in reading.claims), reading.document.language or "id")


def _in_claims(reading: Reading, span: Span) -> bool:
    return any(c.span.start <= span.start and span.end <= c.span.end for c in reading.claims)


# --- numbers

_DIGITS = re.compile(r"(?<![0-9.,/:-])[1-9][0-9.,]{0,18}(?![0-9:/-])")
_NUMBERS = ("count", "measure", "money", "percent", "ratio", "age")


def _exact(reading: Reading) -> Iterator[Quantity]:
    for q in reading.quantities:
        if (
            q.kind in _NUMBERS
            and q.low is not None
            and q.low == q.high
            and not q.hedge
            and _in_claims(reading, q.span)
        ):
            yield q


def _numbers(reading: Reading) -> Iterator[_Edit]:
    for q in _exact(reading):
        found = _DIGITS.search(q.span.text)
        if found:
            at = q.span.start + found.start()
            yield _Edit(at, at + 1, str((int(found[0][0]) + 4) % 9 + 1))
        else:
            yield from _other_word(reading, q)


def _other_word(reading: Reading, q: Quantity) -> Iterator[_Edit]:
    words = _units(_language(reading))
    found = re.search(r"[A-Za-z]+", q.span.text)
    value = words.get(found[0].lower()) if found else None
    if found and value and q.low == value:
        other = next(word for word, v in words.items() if v == (value + 4) % 9 + 1)
        at = q.span.start + found.start()
        yield _Edit(at, at + len(found[0]), _cased(other, found[0]))


def _units(language: str) -> dict[str, int]:
    """Number words for one to nine."""
    entries: Mapping[str, Any] = load(language).values.get("numword", {})
    return {
        word: int(value[1])
        for word, value in entries.items()
        if value[0] == "unit" and 0 < int(value[1]) < 10
    }


def _cased(word: str, like: str) -> str:
    return word[0].upper() + word[1:] if like[0].isupper() else word


def _digits(reading: Reading) -> Iterator[_Edit]:
    words = _units(_language(reading))
    back = {value: word for word, value in reversed(list(words.items()))}
    for q in _exact(reading):
        start = re.match(r"([A-Za-z]+|[1-9](?![0-9.,]))(?= )", q.span.text + " ")
        if start and q.low in (words.get(start[0].lower()), *_small(start[0])):
            after = back[int(start[0])] if start[0].isdigit() else str(words[start[0].lower()])
            yield _Edit(q.span.start, q.span.start + len(start[0]), after)


def _small(text: str) -> tuple[Decimal, ...]:
    return (Decimal(text),) if text.isdigit() else ()


# --- dates

_DAY_MONTH_YEAR = re.compile(r"([0-9]{1,2})( )([A-Za-z]{3,9})( )([12][0-9]{3})")
_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})(?:/([12][0-9]{3}))?")
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_WORD = re.compile(r"[A-Za-z’']+")


def _dates(reading: Reading) -> Iterator[_Edit]:
    text = reading.document.text
    for time in reading.times:
        if _in_claims(reading, time.span) and time.mod is None and not _label(text, time.span):
            changed = _moved(time, _language(reading))
            if changed:
                yield _Edit(time.span.start, time.span.end, changed)


_RANGE = re.compile(r"[0-9A-Za-z] ?[-–] ?[0-9A-Z]|[0-9]{4}/| (?:hingga|sampai|dan|to|and|until) ")


def _label(text: str, span: Span) -> bool:
    """Whether a time is part of a name or a range: Piala Dunia 2026, 2019-2021, Senin-Kamis, No 12/1998."""
    before, word = text[: span.start].rstrip(" "), span.text
    name = re.search(r"[A-Z][A-Za-z]*$", before[-20:]) and word[:1].isdigit() and len(word) == 4
    range_ = _RANGE.search(word) or re.search(r"[-–/]$", before[-1:])
    return bool(name or range_ or text[span.end : span.end + 1] in "-–/")


def _moved(time: Time, language: str) -> str | None:
    """The words of a time with another day, month, weekday or year; a weekday moves with its date."""
    text = time.span.text
    if time.grain in ("day", "part", "minute", "hour") and time.earliest:
        return _other_day(text, time.earliest.date(), language)
    if time.grain == "weekday" and time.weekday is not None:
        return _named(text, language, "weekday", (time.weekday + 3) % 7)
    if time.grain == "month" and time.earliest:
        return _named(text, language, "month", (time.earliest.month + 3) % 12 + 1)
    year = _YEAR.search(text)
    if time.grain == "year" and year:
        return text.replace(year[0], str(int(year[0]) - 4), 1)
    return None


def _other_day(text: str, day: date, language: str) -> str | None:
    """Nine days on, or back where the month ends; words without a day number move by their weekday."""
    new = day + timedelta(days=9 if day.day < 20 else -9)
    number = re.search(rf"(?<![0-9:.]){day.day}(?![0-9:.])|(?<![0-9:.])0{day.day}(?![0-9:.])", text)
    if not number:
        return _named(text, language, "weekday", (day.weekday() + 3) % 7)
    moved = text[: number.start()] + str(new.day).zfill(len(number[0])) + text[number.end() :]
    return _named(moved, language, "weekday", new.weekday()) or moved


def _named(text: str, language: str, group: str, value: int) -> str | None:
    """The text with its word of a class put to another value, or `None` where it has none."""
    pack = load(language)
    for found in _WORD.finditer(text):
        if pack.value(group, found[0]) is not None:
            entries = pack.values[group]
            other = next(word for word, v in entries.items() if v == value)
            return text[: found.start()] + _cased(other, found[0]) + text[found.end() :]
    return None


def _date_forms(reading: Reading) -> Iterator[_Edit]:
    pack = load(_language(reading))
    for time in reading.times:
        text, start = time.span.text, time.span.start
        written, slashed = _DAY_MONTH_YEAR.search(text), _SLASHED.search(text)
        if written and pack.value("month", written[3]):
            form = f"{written[1]}/{pack.value('month', written[3])}/{written[5]}"
            yield _Edit(start + written.start(), start + written.end(), form)
        elif slashed and slashed[3] and time.earliest and pack.code == "id":
            month = next(w for w, v in pack.values["month"].items() if v == time.earliest.month)
            form = f"{time.earliest.day} {month.capitalize()} {time.earliest.year}"
            yield _Edit(start + slashed.start(), start + slashed.end(), form)


# --- speakers and names


def _speakers(reading: Reading) -> Iterator[_Edit]:
    pack = load(_language(reading))
    for a in reading.attributions:
        span = a.source_span
        if span and _named_source(a, span):
            others = _rivals(span.text, pack)
            if others:
                yield _Edit(span.start, span.end, others[span.start % len(others)])


def _rivals(words: str, pack: Pack) -> tuple[str, ...]:
    """Others of the same sort, a person for a person, a body for a body; none for an office without name."""
    tokens = tokenize(words, pack.code)
    names = [found.item for found in read_names(tokens, pack, [])]
    if not names:
        return ()
    coded = names[-1].kind != "name" or names[-1].text.isupper()  # "Pelatih Timnas Jepang Hajime Moriyasu"
    return (_NO_BODY if coded or pack.has("body_word", words.split()[0]) else _NOBODY)[pack.code]


def _named_source(a: Attribution, span: Span) -> bool:
    """Whether the speaker is named where it stands: no pronoun, no enclitic, outside its own words."""
    inside = a.content.start <= span.start < a.content.end
    return not inside and span.text[:1].isupper() and len(span.text) > 3 and not a.anonymous


def _spellings(reading: Reading) -> Iterator[_Edit]:
    states = load(_language(reading)).values.get("state", {})
    forms = [w for w, code in states.items() if sum(c == code for c in states.values()) > 1]
    pattern = re.compile(
        r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(forms, key=len, reverse=True))) + r")(?!\w)"
    )
    for claim in reading.claims:
        for found in pattern.finditer(claim.span.text) if forms else ():
            other = next(w for w in forms if states[w] == states[found[0]] and w != found[0])
            yield _Edit(claim.span.start + found.start(), claim.span.start + found.end(), other)


def _capitals(reading: Reading) -> Iterator[_Edit]:
    values = load(_language(reading)).values
    capitals = {code: name for name, code in reversed(list(values.get("capital", {}).items()))}
    for a in reading.attributions:
        code = values.get("state", {}).get(a.source_span.text) if a.source_span else None
        if a.source_span and code in capitals:
            yield _Edit(a.source_span.start, a.source_span.end, capitals[code])


_EDITS: dict[str, Callable[[Reading], Iterable[_Edit]]] = {
    "number": _numbers,
    "date": _dates,
    "attribution": _speakers,
    "digits": _digits,
    "date form": _date_forms,
    "spelling": _spellings,
    "capital": _capitals,
}
