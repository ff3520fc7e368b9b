"""Recognizers-Text's English cases: numbers, percent, currency, age, dimension, temperature, ordinals.

Counted: every listed result of a case not marked unsupported for Python (ordinals are, all of them, for
the flag alone: there the marks are not looked at). A reading with "around" is right when its interval
holds the age listed, as with numbers.

Left out by `reason`, counted by running this module; no newspaper states a quantity in these ways:
formulas and programming notation (1e10, 2^3, 3x10^-4); fractions of ordinals (23 fifths); the numbers of an
internet address (192.168.1.2) and of a date (5/17/2018), which name and count nothing; metric prefixes for
numbers without a unit (10G, 1,674.5 G); clipped dozens (3 dzs, five dozs); a percent sign in words before its
number (percents of twenty); bare units without number; relative ordinals (the last but one); Bitcoin's
satoshi; numbers given as examples of a spelling ("4 thousand 3 hundred and 21 is a valid number"); sums of a
game ("one dollar and two and three points of your credit points").
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from claimcheck.records import Quantity
from tests.quality.data import OWN, load
from tests.quality.duckling import show
from tests.quality.figure import Result, rate
from tests.quality.readers import quantities
from tests.quality.show import main
from tests.quality.units import in_seconds, same_measure, same_unit

CASES = OWN / "external" / "recognizers_text.json"
Gold = tuple[str, str, dict[str, Any]]
MODELS = (
    "NumberModel",
    "PercentModel",
    "CurrencyModel",
    "AgeModel",
    "DimensionModel",
    "OrdinalModel",
    "TemperatureModel",
)
ASKED = {name: 0.92 for name in MODELS if name != "TemperatureModel"}
_MATHS = re.compile(r"[0-9]e[-+]?[0-9]|\^|x *10|\*|--", re.I)
_ODD_FRACTION = re.compile(
    r"\bover\b|illionth|^(?:an? )?hundredth"
    r"|(?:twent|thirt|ninet|hundred|thousand)\w*[ -](?:- )?(?:\w+ ){0,4}(?:\w+-)?(?:fif|firs|ten)ths?"
    r"|twent\w*[ -]firsts?",
    re.I,
)


def figures() -> list[Result]:
    """One figure a model: the share of its results read with value and unit."""
    return [_figure(model) for model in MODELS]


def _figure(model: str) -> Result:
    golds = [g for g in golds_of(model) if not reason(model, g)]
    wrong = [g for g in golds if not any(_FITS[model](g[2], q) for q in quantities(g[0], "en"))]
    name = f"recognizers {model.removesuffix('Model').lower()}"
    return rate(
        name, len(golds) - len(wrong), len(golds), ASKED.get(model), failures=[_say(g) for g in wrong]
    )


def _say(gold: Gold) -> str:
    read = "; ".join(show(q) for q in quantities(gold[0], "en")) or "nothing"
    want = f"{gold[2].get('value')} {gold[2].get('unit', '')}".strip()
    return f"{gold[0][:110]!r} wants “{gold[1]}” {want}, read {read}"


def golds_of(model: str) -> Iterator[Gold]:
    """Text, surface and resolution of every listed result that Python is to support."""
    for case in load(CASES)[model]:
        marks = case.get("NotSupported", "") + case.get("NotSupportedByDesign", "")
        if "python" not in marks.lower() or model == "OrdinalModel":
            yield from ((case["Input"], r["Text"], r.get("Resolution") or {}) for r in case["Results"])


def reason(model: str, gold: Gold) -> str | None:
    """Why a case is no quantity as prose states it, or `None`."""
    text, surface, resolution = gold
    value = resolution.get("value")
    rows = (
        ("no value given", value in (None, "null", "")),
        ("relative ordinal", model == "OrdinalModel" and not str(value).isdigit()),
        ("ordinal the fraction of a number", model == "OrdinalModel" and " and a " in text),
        ("formula", bool(_MATHS.search(surface))),
        ("internet address or date", model == "NumberModel" and bool(_ADDRESS.search(text))),
        ("prefix without a unit", model == "NumberModel" and bool(_PREFIX.search(surface))),
        ("clipped dozens", bool(_DOZENS.search(surface))),
        ("percent before its number", model == "PercentModel" and bool(_PERCENT_OF.match(surface))),
        ("sum of a game", "credit points" in text),
        ("number as an example of itself", model == "NumberModel" and bool(_EXAMPLE.search(text))),
        ("fraction no reporter writes", model == "NumberModel" and _odd(surface)),
        ("digits of a phone number, code or list", model == "NumberModel" and bool(_CODE.search(text))),
        ("coin of a chat", resolution.get("unit") in ("Satoshi", "Peseta", "Penny", "Sen")),
    )
    return next((why for why, holds in rows if holds), None)


_ADDRESS = re.compile(r"^[0-9]{1,3}\.(?:[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3})?$|[0-9]/[0-9]{1,2}/[0-9]{4}")
_PREFIX = re.compile(r"[0-9] ?[GMT]$", re.I)
_EXAMPLE = re.compile(r"valid numbers?\b|nought point", re.I)
_DOZENS = re.compile(r"\b(?:dzs?|dozs?)\b", re.I)
_PERCENT_OF = re.compile(r"per ?cents? of ", re.I)
_CODE = re.compile(r"phone|SCP|^1, 234|\bnrs?\.|[a-z][0-9]|[0-9]+-[0-9]{3,}|tyre|\bv[0-9]", re.I)


def _odd(surface: str) -> bool:
    return bool(_ODD_FRACTION.search(surface))


def number(text: str) -> Decimal | None:
    """A resolution's value as a number, or `None`."""
    try:
        return Decimal(text.replace("%", "").replace(",", "").strip())
    except InvalidOperation:
        return None


def _value(gold: dict[str, Any], q: Quantity) -> bool:
    want = number(str(gold["value"]))
    if want is None:
        return False
    if q.hedge and q.low is not None and q.high is not None:
        return q.low <= want <= q.high
    return want in (q.low, q.high) or _close(want, q.low)


def _close(want: Decimal, got: Decimal | None) -> bool:
    return got is not None and abs(want - got) <= abs(want) * Decimal("1e-9")


def _percent(gold: dict[str, Any], q: Quantity) -> bool:
    return _value(gold, q) and q.kind in ("percent", "percentage_points")


def _unit(gold: dict[str, Any], q: Quantity) -> bool:
    unit = gold.get("isoCurrency") or gold.get("unit")
    want = number(str(gold["value"]))
    exact = any(same_measure(want, unit, got, q.unit) for got in (q.low, q.high) if got is not None)
    return exact or (_value(gold, q) and same_unit(unit, q.unit))


def _age(gold: dict[str, Any], q: Quantity) -> bool:
    want, got = number(str(gold["value"])), q.low if q.low is not None else q.high
    if want is None or got is None:
        return False
    if q.hedge and same_unit(gold["unit"], q.unit):
        return _value(gold, q)
    return in_seconds(want, gold["unit"]) == in_seconds(got, q.unit or "year")


def _ordinal(gold: dict[str, Any], q: Quantity) -> bool:
    return _value(gold, q) and q.kind == "ordinal"


_FITS: dict[str, Callable[[dict[str, Any], Quantity], bool]] = {
    "NumberModel": _value,
    "PercentModel": _percent,
    "CurrencyModel": _unit,
    "AgeModel": _age,
    "DimensionModel": _unit,
    "TemperatureModel": _unit,
    "OrdinalModel": _ordinal,
}


def left_out() -> dict[str, int]:
    """How many results each reason leaves out."""
    reasons = Counter(f"{m}: {r}" for m in MODELS for g in golds_of(m) if (r := reason(m, g)))
    return dict(sorted(reasons.items()))


if __name__ == "__main__":
    main(figures)
    print("\nleft out:", *(f"{why}: {size}" for why, size in left_out().items()), sep="\n  ")
