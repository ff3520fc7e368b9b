"""quantulum3's English sentences: every quantity listed for a sentence must be read with its value and
unit.

Left out: results that are no statement of quantity in news ("A2", "SCP 06F6": digits inside a name or code
that the case file itself calls dimensionless), and bare years. A range is given as middle and uncertainty.
"""

import re
from decimal import Decimal
from typing import Any

from claimcheck.records import Quantity
from tests.quality.data import OWN, load
from tests.quality.duckling import show
from tests.quality.figure import Result, rate
from tests.quality.readers import quantities
from tests.quality.show import main
from tests.quality.units import in_seconds, same_measure

CASES = OWN / "external" / "quantulum3.json"


def figures() -> list[Result]:
    """Share of listed quantities read with value and unit, and with the value alone."""
    wanted = [(case["req"], gold) for case in load(CASES) for gold in case["res"] if prose(case["req"], gold)]
    wrong = [w for w in wanted if not any(fits(w[1], q, unit=True) for q in quantities(w[0], "en"))]
    bad_value = [w for w in wrong if not any(fits(w[1], q, unit=False) for q in quantities(w[0], "en"))]
    size = len(wanted)
    return [
        rate("quantulum3 value and unit", size - len(wrong), size, 0.90, failures=map(_say, wrong)),
        rate("quantulum3 value", size - len(bad_value), size, failures=map(_say, bad_value)),
    ]


def _say(row: tuple[str, dict[str, Any]]) -> str:
    text, gold = row
    read = "; ".join(show(q) for q in quantities(text, "en")) or "nothing"
    return f"{text[:90]!r} wants {gold['value']} {gold['unit']} “{gold['surface']}”, read {read}"


def prose(text: str, gold: dict[str, Any]) -> bool:
    """Whether a listed result is a quantity that prose states: no bare year, which is read as a time.

    >>> prose("Voyager 2 in 1979", {"surface": "1979", "unit": "dimensionless", "value": 1979})
    False
    """
    if gold["unit"] != "dimensionless":
        return True
    return not re.fullmatch(r"(1[0-9]|20)[0-9]{2}", gold["surface"])


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
    if not unit:
        return want == got
    if gold["unit"] == "dimensionless":
        return want == got
    seconds = in_seconds(want, gold["unit"])
    return same_measure(want, gold["unit"], got, q.unit) or (
        seconds is not None and seconds == in_seconds(got, q.unit)
    )


if __name__ == "__main__":
    main(figures)
