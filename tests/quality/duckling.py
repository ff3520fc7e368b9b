"""Duckling's phrases for numbers, ordinals, money, measures and durations: the whole phrase read alone.

A phrase is right when one quantity read in it has the value (or the two ends of the range, or the bound) and,
for money and measures, the unit.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.records import Quantity
from tests.quality.data import OWN, load
from tests.quality.figure import Result, rate
from tests.quality.readers import quantities
from tests.quality.show import main
from tests.quality.units import in_seconds, same_measure, same_unit

CASES = OWN / "external" / "duckling.json"
# Right for a chat assistant, wrong or unused in news: each left out with its reason.
LEFT_OUT_ID = {
    "kosong": "kosong is 'empty' in news",
    "3M": "M is miliar (10^9) in Indonesian news",
    "1,2M": "M is miliar (10^9) in Indonesian news",
    "-1,2M": "M is miliar (10^9) in Indonesian news",
    ",0012G": "G is no press abbreviation",
    "-,0012G": "G is no press abbreviation",
    "-0,0012G": "G is no press abbreviation",
}
_VALUE = re.compile(r"^(?:(NumeralValue|OrdinalData) |(simple|between|under|above|DurationData) )(.*)$")
_NUMBER = re.compile(r"-?[0-9]+(?:[.][0-9]+)?(?:e[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Case:
    text: str
    language: str
    group: str
    shape: str
    unit: str | None
    values: tuple[Decimal, ...]


def figures() -> list[Result]:
    """Shares of phrases read right, Indonesian and English, by kind."""
    cases = list(_cases())
    wanted = [
        ("id", ("Numeral", "AmountOfMoney", "Ordinal"), "duckling id numerals, money, ordinals", 0.98),
        ("en", ("Numeral", "Ordinal"), "duckling en numerals, ordinals", None),
        ("en", ("AmountOfMoney",), "duckling en money", None),
        ("en", ("Distance", "Volume", "Quantity", "Temperature"), "duckling en measures", None),
        ("en", ("Duration",), "duckling en durations", None),
    ]
    return [
        _figure(name, [c for c in cases if c.language == l and c.group in g], asked)
        for l, g, name, asked in wanted
    ]


def _figure(name: str, cases: list[Case], asked: float | None) -> Result:
    wrong = [f"{c.text!r}: wants {c.shape} {_plain(c)}, read {_shown(c)}" for c in cases if not right(c)]
    return rate(name, len(cases) - len(wrong), len(cases), asked, failures=wrong)


def _plain(case: Case) -> str:
    return f"{'–'.join(str(v) for v in case.values)} {case.unit or ''}".strip()


def _shown(case: Case) -> str:
    return "; ".join(show(q) for q in quantities(case.text, case.language)) or "nothing"


def show(q: Quantity) -> str:
    """A quantity in one short line."""
    ends = f"{q.low}" if q.low == q.high else f"{q.low}..{q.high}"
    return f"“{q.span.text}” {ends} {q.unit or ''} ({q.kind}{', ' + q.hedge if q.hedge else ''})"


def _cases() -> Iterator[Case]:
    for entry in load(CASES):
        group, language = entry["path"].split("/")[:2]
        if entry["path"].count("/") > 1 or group == "Time":
            continue
        for text in entry["texts"]:
            if not (language == "ID" and text in LEFT_OUT_ID):
                yield from _case(_unescape(text), language.lower(), group, entry["value_expr"])


def _unescape(text: str) -> str:
    return re.sub(r"\\x([0-9a-f]{2,4})", lambda m: chr(int(m.group(1)[:4], 16)), text.replace("\\x00a3", "£"))


def _case(text: str, language: str, group: str, expression: str) -> Iterator[Case]:
    found = _VALUE.match(expression)
    if not found:
        return
    shape = found.group(1) or found.group(2)
    rest = found.group(3).split(" Nothing")[0].split(" (Just")[0]
    values = tuple(Decimal(v) for v in _NUMBER.findall(rest))
    words = [w for w in re.findall(r"[A-Za-z]+", re.sub(_NUMBER, " ", rest)) if w not in ("e", "Unnamed")]
    yield Case(text, language, group, shape, words[0] if words else None, values)


def right(case: Case) -> bool:
    """Whether some quantity read in the phrase is the one wanted."""
    return any(_fits(case, q) for q in quantities(case.text, case.language))


def _fits(case: Case, q: Quantity) -> bool:
    if case.shape == "DurationData":
        return q.low is not None and in_seconds(q.low, q.unit) == in_seconds(case.values[0], case.unit)
    return _SHAPES[case.shape](case, q)


def _is(case: Case, at: int, value: Decimal | None, q: Quantity) -> bool:
    if not case.unit:
        return value == case.values[at]
    return same_measure(case.values[at], case.unit, value, q.unit)


def _exact(case: Case, q: Quantity) -> bool:
    if q.hedge == "about" and q.low is not None and q.high is not None:
        return q.low <= case.values[0] <= q.high and same_unit(case.unit or q.unit, q.unit)
    return q.low == q.high and _is(case, 0, q.low, q)


def _between(case: Case, q: Quantity) -> bool:
    if q.hedge == "about" and q.low is not None and q.high is not None:
        return q.low <= case.values[0] and case.values[-1] <= q.high and same_unit(case.unit, q.unit)
    return _is(case, 0, q.low, q) and _is(case, -1, q.high, q)


_SHAPES: dict[str, Callable[[Case, Quantity], bool]] = {
    "NumeralValue": _exact,
    "OrdinalData": lambda case, q: q.low == q.high == case.values[0] and q.kind == "ordinal",
    "simple": _exact,
    "between": _between,
    "under": lambda case, q: _is(case, 0, q.high, q) and not q.low,
    "above": lambda case, q: _is(case, 0, q.low, q) and q.high is None,
}


if __name__ == "__main__":
    main(figures)
