"""What a number and a number with its unit are, between reading and judging what they count."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from claimcheck.records.claim import QuantityKind

ZERO, ONE = Decimal(0), Decimal(1)


@dataclass(frozen=True, slots=True)
class Number:
    """A number read from token `start` to before `end`: all values from `low` to `high`.

    `step` is the size of the last digit shown; `scale` the multiplier its last word gave; `alternative` the
    other value that an ambiguous spelling allows; `vague` marks words such as belasan.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    step: Decimal = ONE
    scale: Decimal = ONE
    alternative: Decimal | None = None
    vague: bool = False
    spelled: bool = False
    fraction: bool = False

    def times(self, factor: Decimal, end: int) -> "Number":
        """The same digits with a scale word behind them, which also settles an ambiguous spelling."""
        return replace(
            self,
            end=end,
            low=self.low * factor,
            high=self.high * factor,
            step=self.step * factor,
            scale=self.scale * factor,
            alternative=None,
        )


@dataclass(frozen=True, slots=True)
class Atom:
    """A number with its unit: tokens `start` to before `end`; the number alone is `number`."""

    start: int
    end: int
    number: Number
    kind: QuantityKind | Literal["times"] = "count"
    unit: str | None = None
    second: Number | None = None
    between: bool = False
