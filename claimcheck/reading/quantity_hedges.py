"""What a hedge makes of a number: the interval of values that the words allow."""

from decimal import Decimal
from typing import NamedTuple

from claimcheck.records.claim import Hedge

# about 100 is 90 to 110, about 1,250 is 1,225 to 1,275: the more digits are shown, the less is left open
_TOLERANCE = {1: Decimal("0.10"), 2: Decimal("0.05"), 3: Decimal("0.02")}
_FINE = Decimal("0.01")


class Bounds(NamedTuple):
    """The ends of an interval; `None` is no bound."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False


def bounds(low: Decimal, high: Decimal, hedge: Hedge | None, step: Decimal = Decimal(1)) -> Bounds:
    """The values that a number from `low` to `high` allows under a hedge.

    >>> bounds(Decimal(100), Decimal(100), "about")
    Bounds(low=Decimal('90.00'), high=Decimal('110.00'), low_open=False, high_open=False)
    >>> bounds(Decimal(100), Decimal(100), "more than")
    Bounds(low=Decimal('100'), high=None, low_open=True, high_open=False)
    """
    if hedge is None:
        return Bounds(low, high)
    below, above = tolerance(low, step), tolerance(high, step)
    by_hedge = {
        "about": Bounds(low - below, high + above),
        "nearly": Bounds(low - below, high, False, low == high),
        "just over": Bounds(low, high + above, low == high, False),
        "at least": Bounds(low, None),
        "more than": Bounds(low, None, True),
        "at most": Bounds(None, high),
        "less than": Bounds(None, high, False, True),
    }
    return by_hedge.get(hedge, Bounds(low, high))


def tolerance(value: Decimal, step: Decimal) -> Decimal:
    """How far "about" reaches to either side of a value: never less than half of a last digit up to one.

    >>> tolerance(Decimal(1250), Decimal(1)), tolerance(Decimal(3), Decimal(1))
    (Decimal('25.00'), Decimal('0.5'))
    """
    if not value:
        return step
    share = abs(value) * _TOLERANCE.get(significant(value), _FINE)
    return max(share, min(step / 2, abs(value) / 4)) if step <= 1 else share


def significant(value: Decimal) -> int:
    """How many digits stand before the zeros at the end.

    >>> significant(Decimal(1200)), significant(Decimal("0.25"))
    (2, 2)
    """
    return len("".join(map(str, value.as_tuple().digits)).strip("0")) or 1
