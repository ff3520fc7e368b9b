"""quantulum3's English sentences: every quantity listed for a sentence must be read with its value and
unit.

Left out by `reason`, counted by running this module: bare years, read as times; digits inside a name or code
that the case file itself calls dimensionless ("SCP 06F6", "South 32 Ltd"); formulas and powers (8x2^10 bits,
2.48×10−5, -1e-3, 9.83e-3 +/- 1e-5, km^3); units of the laboratory that a paper explains in words (joule second,
inverse femtobarn, candela second, attometre); units named without a number ("a kibibyte", "a gross", "absolute
zero"), which define and do not count; losses in brackets, as a balance sheet prints them.

A range is given as middle and uncertainty; "rose from $350 to $680" is two quantities, and both must be read.
"A dozen" counts as twelve; a rate is unit and per; years and months are one duration.
"""

import re
from collections import Counter
from decimal import Decimal
from typing import Any

from claimcheck.records import Quantity
from tests.quality.data import OWN, load
from tests.quality.duckling import show
from tests.quality.figure import Result, rate
from tests.quality.readers import quantities
from tests.quality.show import main
from tests.quality.units import in_seconds, same_measure, same_unit

CASES = OWN / "external" / "quantulum3.json"


def figures() -> list[Result]:
    """Share of listed quantities read with value and unit, and with the value alone."""
    wanted = [row for row in _listed() if prose(*row)]
    wrong = [w for w in wanted if not read(*w, unit=True)]
    bad_value = [w for w in wrong if not read(*w, unit=False)]
    size = len(wanted)
    return [
        rate("quantulum3 value and unit", size - len(wrong), size, 0.90, failures=map(_say, wrong)),
        rate("quantulum3 value", size - len(bad_value), size, failures=map(_say, bad_value)),
    ]


def _say(row: tuple[str, dict[str, Any]]) -> str:
    text, gold = row
    read = "; ".join(show(q) for q in quantities(text, "en")) or "nothing"
    return f"{text[:90]!r} wants {gold['value']} {gold['unit']} “{gold['surface']}”, read {read}"


def _listed() -> list[tuple[str, dict[str, Any]]]:
    return [(case["req"], gold) for case in load(CASES) for gold in case["res"]]


def read(text: str, gold: dict[str, Any], *, unit: bool) -> bool:
    """Whether a listed result is read: as one quantity, as the two ends of a change, or as part of a duration."""
    found = quantities(text, "en")
    if any(fits(gold, q, unit=unit) for q in found):
        return True
    value, around = Decimal(str(gold["value"])), Decimal(str(gold.get("uncertainty") or 0))
    ends = (value - around, value + around)
    changed = around and re.search(r"\bfrom\b", text)
    return bool(changed) and all(
        any(_same(gold, end, q.low, q, unit) for q in found if q.low) for end in ends
    )


def prose(text: str, gold: dict[str, Any]) -> bool:
    """Whether a listed result is a quantity that prose states: no bare year, which is read as a time.

    >>> prose("Voyager 2 in 1979", {"surface": "1979", "unit": "dimensionless", "value": 1979})
    False
    """
    return reason(text, gold) is None


def reason(text: str, gold: dict[str, Any]) -> str | None:
    """Why a listed result is no quantity as prose states it, or `None`."""
    surface, unit = gold["surface"], gold["unit"]
    bare = unit == "dimensionless"
    rows = (
        ("bare year", bare and bool(re.fullmatch(r"(1[0-9]|20)[0-9]{2}", surface))),
        ("digits in a name or code", bare and bool(_NAMED.search(text))),
        ("formula or power", bool(_FORMULA.search(surface))),
        ("laboratory", bool(_LABORATORY.search(unit))),
        ("unit without a number", bool(_UNCOUNTED.match(surface))),
        ("loss in brackets", gold["value"] < 0 and "($" in text),
    )
    return next((why for why, holds in rows if holds), None)


_NAMED = re.compile(r"SCP 06F6|South 32")
_FORMULA = re.compile(r"[0-9]e-?[0-9]|\^|×|\+/-|[0-9]x[0-9]|cubed", re.I)
_LABORATORY = re.compile(r"inverse|joule second|candela second|per square metre|picomet|attomet|gigayear")
_UNCOUNTED = re.compile(r"(?:an?|absolute) (?!dozen|hundred|thousand|million|half|third|quarter|few)", re.I)


def fits(gold: dict[str, Any], q: Quantity, *, unit: bool) -> bool:
    """Whether a quantity read has the listed value (the ends of a listed range) and, if asked, its unit."""
    value, around = Decimal(str(gold["value"])), Decimal(str(gold.get("uncertainty") or 0))
    low, high = (q.high if q.low is None else q.low), (q.low if q.high is None else q.high)
    if low is None or high is None:
        return False
    ends = low, high
    inside = q.hedge == "about" and ends[0] <= value <= ends[1]
    wanted = zip((value - around, value + around), ends, strict=True)
    return inside or all(_same(gold, want, got, q, unit) for want, got in wanted)


def _same(gold: dict[str, Any], want: Decimal, got: Decimal, q: Quantity, unit: bool) -> bool:
    if not unit or gold["unit"] == "dimensionless":
        return abs(want - got) <= abs(want) * Decimal("1e-9")
    if gold["unit"] == "dozen":
        return q.unit is None and want * 12 == got
    if q.per and " per " in gold["unit"]:
        thing, _, rate = gold["unit"].partition(" per ")
        counted = thing == "count" and want == got
        return same_unit(rate, q.per) and (counted or same_measure(want, thing, got, q.unit))
    seconds = in_seconds(want, gold["unit"])
    return same_measure(want, gold["unit"], got, q.unit) or (
        seconds is not None and seconds == in_seconds(got, q.unit)
    )


def left_out() -> dict[str, int]:
    """How many results each reason leaves out."""
    return dict(sorted(Counter(why for row in _listed() if (why := reason(*row))).items()))


if __name__ == "__main__":
    main(figures)
    print("\nleft out:", *(f"{why}: {size}" for why, size in left_out().items()), sep="\n  ")
