"""MEANTIME (Wikinews): time expressions and values of the first six sentences, which are all that is
annotated.

Text is rebuilt from tokens, one sentence a line; the creation time is the publication date. TIMEX3: our
times and our quantities of kind duration, matched one to one by any shared character (relaxed). Value: a
matched date whose interval is the annotated value's (a year, month, quarter, season, week, weekend, day or
moment), a matched duration whose amount is the annotated one; annotated references without value
(PRESENT_REF, XXXX) are left out of the value score on both sides. VALUE: money and percent found by any
shared character with the right kind.
"""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from claimcheck.records import Quantity, Time
from tests.quality.data import SHARED, missing
from tests.quality.figure import Result, f_figure, iou, overlap, pair_off
from tests.quality.readers import quantities, times
from tests.quality.show import main
from tests.quality.units import in_seconds

FOLDER = "meantime/intra_cross-doc_annotation"
LAST_SENTENCE = 5
Place = tuple[int, int]
Bounds = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Mark:
    place: Place
    kind: str
    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    text: str
    published: str | None
    times: tuple[Mark, ...]
    values: tuple[Mark, ...]


def figures() -> list[Result]:
    """Recognition and value of times; recognition of money and percent."""
    skipped = missing("meantime", FOLDER)
    if skipped:
        return list(skipped)
    parts = [_times(a) for a in articles()]
    found, wanted, right, valued, right_value, found_value = (_total(parts, i) for i in range(6))
    money = [_values(a) for a in articles()]
    hit, read, marked = (_total(money, i) for i in range(3))
    name, value = "meantime TIMEX3 F, relaxed", "meantime TIMEX3 value F"
    return [
        f_figure(name, right, found, wanted, 0.90, failures=_lines(parts, 6)),
        f_figure(value, right_value, found_value, valued, 0.80, failures=_lines(parts, 7)),
        f_figure("meantime VALUE F", hit, read, marked, 0.90, failures=_lines(money, 3)),
    ]


def _total(parts: Sequence[tuple[Any, ...]], at: int) -> float:
    return float(sum(p[at] for p in parts))


def _lines(parts: Sequence[tuple[Any, ...]], at: int) -> list[str]:
    return [line for p in parts for line in p[at]]


Read = tuple[Place, Time | Quantity]


def _read(article: Article) -> list[Read]:
    spans: list[Read] = [
        ((t.span.start, t.span.end), t) for t in times(article.text, "en", article.published)
    ]
    lengths = [q for q in quantities(article.text, "en") if q.kind == "duration"]
    spans += [
        ((q.span.start, q.span.end), q)
        for q in lengths
        if not any(overlap((q.span.start, q.span.end), s) for s, _ in spans)
    ]
    return sorted(spans, key=lambda s: s[0])


def _times(article: Article) -> tuple[int, int, int, int, int, int, list[str], list[str]]:
    read, wanted = _read(article), article.times
    pairs = pair_off([w.place for w in wanted], [p for p, _ in read], _touch, 0.01)
    hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
    lines = [f"missed “{w.text}” {w.value}" for i, w in enumerate(wanted) if i not in hit]
    lines += [
        f"extra “{article.text[slice(*read[j][0])]}” in {_near(article.text, read[j][0])}"
        for j in range(len(read))
        if j not in used
    ]
    empty = {j for i, j in pairs if not _has_value(wanted[i])}
    right = [(i, j) for i, j in pairs if _has_value(wanted[i]) and _same_value(wanted[i], read[j][1])]
    bad = [
        _say(wanted[i], read[j][1], article)
        for i, j in pairs
        if _has_value(wanted[i]) and (i, j) not in right
    ]
    valued = sum(_has_value(w) for w in wanted)
    return len(read), len(wanted), len(pairs), valued, len(right), len(read) - len(empty), lines, bad


def _touch(a: Place, b: Place) -> float:
    return iou(a, b) if overlap(a, b) else 0.0


def _near(text: str, place: Place) -> str:
    return text[max(0, place[0] - 40) : place[1] + 30].replace("\n", " / ")


def _say(mark: Mark, read: Time | Quantity, article: Article) -> str:
    got = f"{read.earliest}..{read.latest}" if isinstance(read, Time) else f"{read.low} {read.unit}"
    near = _near(article.text, mark.place)
    return f"“{mark.text}” wants {mark.value}, read {got} ({article.published}) … {near}"


def _has_value(mark: Mark) -> bool:
    return bounds(mark.value) is not None or length(mark.value) is not None


def _same_value(mark: Mark, read: Time | Quantity) -> bool:
    if isinstance(read, Quantity):
        wanted = length(mark.value)
        return wanted is not None and read.low is not None and in_seconds(read.low, read.unit) == wanted
    wanted_bounds = bounds(mark.value)
    if wanted_bounds is None or read.earliest is None:
        return False
    start = read.earliest.replace(tzinfo=None)
    end = read.latest.replace(tzinfo=None) if read.latest else None
    if "T" in mark.value:
        return start.date() == wanted_bounds[0].date() and (
            start.hour == wanted_bounds[0].hour or "T" + mark.value[-2:] in _PARTS
        )
    return (start, end) == wanted_bounds


_LENGTH = re.compile(r"^P(T?)([0-9.]+)([YMWDHQS])$")
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour", "Q": "quarter", "S": "second"}
_PARTS = {"TMO", "TNI", "TAF", "TEV"}


def length(value: str) -> Decimal | None:
    """An ISO duration in seconds.

    >>> length("P2W"), length("PXD")
    (Decimal('1209600'), None)
    """
    found = _LENGTH.match(value)
    if not found:
        return None
    unit = "minute" if found[1] and found[3] == "M" else _UNITS[found[3]]
    return in_seconds(Decimal(found[2]), unit)


_DAY = re.compile(r"^([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T(?:([0-9]{2}):([0-9]{2})Z?|[A-Z]{2}))?$")
_MONTH = re.compile(r"^([0-9]{4})-([0-9]{2})$")
_QUARTER = re.compile(r"^([0-9]{4})-Q([1-4])$")
_WEEK = re.compile(r"^([0-9]{4})-W([0-9]{2})(-WE)?$")
_YEAR = re.compile(r"^(?:FY)?([0-9]{4})$")
_DECADE = re.compile(r"^([0-9]{3})X?$")


def bounds(value: str) -> Bounds | None:
    """The half-open interval of a TIMEX3 date.

    >>> bounds("2008-Q1")[1].isoformat()
    '2008-04-01T00:00:00'
    """
    for pattern, build in _BUILD:
        found = pattern.match(value)
        if found:
            return build(*found.groups())
    return None


def _of_day(year: str, month: str, day: str, hour: str | None, minute: str | None) -> Bounds:
    start = datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0))
    return start, start + (timedelta(minutes=1) if hour else timedelta(days=1))


def _of_months(year: int, month: int, count: int) -> Bounds:
    after = year * 12 + month - 1 + count
    return datetime(year, month, 1), datetime(after // 12, after % 12 + 1, 1)


def _of_week(year: str, week: str, end: str | None) -> Bounds:
    monday = datetime.fromisocalendar(int(year), max(int(week), 1), 1)
    return (monday + timedelta(days=5) if end else monday), monday + timedelta(days=7)


_BUILD = (
    (_DAY, _of_day),
    (_MONTH, lambda y, m: _of_months(int(y), int(m), 1)),
    (_QUARTER, lambda y, q: _of_months(int(y), int(q) * 3 - 2, 3)),
    (_WEEK, _of_week),
    (_YEAR, lambda y: _of_months(int(y), 1, 12)),
    (_DECADE, lambda d: (datetime(int(d) * 10, 1, 1), datetime(int(d) * 10 + 10, 1, 1))),
)


def _values(article: Article) -> tuple[int, int, int, list[str]]:
    kinds = {"money": "MONEY", "percent": "PERCENT", "percentage_points": "PERCENT"}
    read = [
        (kinds[q.kind], (q.span.start, q.span.end)) for q in quantities(article.text, "en") if q.kind in kinds
    ]
    wanted = [(m.kind, m.place) for m in article.values if m.kind in ("MONEY", "PERCENT")]
    pairs = pair_off(wanted, read, lambda w, r: _touch(w[1], r[1]) if w[0] == r[0] else 0.0, 0.01)
    hit, used = {i for i, _ in pairs}, {j for _, j in pairs}
    lines = [f"missed {k} {_near(article.text, p)}" for i, (k, p) in enumerate(wanted) if i not in hit]
    lines += [f"extra {k} {_near(article.text, p)}" for j, (k, p) in enumerate(read) if j not in used]
    return len(pairs), len(read), len(wanted), lines


@cache
def articles() -> tuple[Article, ...]:
    """Every article, its first six sentences."""
    return tuple(_article(path) for path in sorted((SHARED / FOLDER).glob("*/*.xml")))


def _article(path: Path) -> Article:
    root = ElementTree.parse(path).getroot()
    text, places = _rebuild(root)
    marks = [m for element in root.iter("TIMEX3") if (m := _mark(element, text, places))]
    values = [m for element in root.iter("VALUE") if (m := _mark(element, text, places))]
    created = [
        e.get("value", "") for e in root.iter("TIMEX3") if e.get("functionInDocument") == "CREATION_TIME"
    ]
    published = created[0] if created and _DAY.match(created[0]) else None
    return Article(text, published, tuple(sorted(marks, key=lambda m: m.place)), tuple(values))


_CLOSE = set(",.;:?!)]%'") | {"'s", "n't", "'re", "'ve", "'ll", "''"}


def _rebuild(root: ElementTree.Element) -> tuple[str, dict[str, Place]]:
    text, places, sentence, previous = "", {}, "0", ""
    for token in root.iter("token"):
        if int(token.get("sentence", "0")) > LAST_SENTENCE:
            break
        word, line = token.text or "", token.get("sentence", "0")
        close = word in _CLOSE or previous in ("(", "[", "$", "€", "£", "``", "US$", "")
        text += "" if not text else "\n" if line != sentence else "" if close else " "
        places[token.get("t_id", "")] = (len(text), len(text) + len(word))
        text, sentence, previous = text + word, line, word
    return text, places


def _mark(element: ElementTree.Element, text: str, places: dict[str, Place]) -> Mark | None:
    anchors = [
        places[a.get("t_id", "")] for a in element if a.tag == "token_anchor" and a.get("t_id") in places
    ]
    if not anchors:
        return None
    place = min(a[0] for a in anchors), max(a[1] for a in anchors)
    return Mark(place, element.get("type", ""), element.get("value", ""), text[slice(*place)])


if __name__ == "__main__":
    main(figures)
