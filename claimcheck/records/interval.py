"""The one piece of mathematics: an interval with open or closed, finite or missing ends."""

from dataclasses import dataclass
from typing import Generic, Protocol, Self, TypeVar


class _Ordered(Protocol):
    def __lt__(self, other: Self, /) -> bool: ...


T = TypeVar("T", bound=_Ordered)


@dataclass(frozen=True, slots=True)
class Interval(Generic[T]):
    """All values from `low` to `high`; `None` is no bound; an open end is not itself inside.

    >>> Interval(100, None, low_open=True).meets(Interval(100, 100))
    False
    >>> Interval(100, None).meets(Interval(100, 100))
    True
    """

    low: T | None
    high: T | None
    low_open: bool = False
    high_open: bool = False

    def before(self, other: "Interval[T]") -> bool:
        """Whether every value here is smaller than every value there."""
        if self.high is None or other.low is None:
            return False
        if self.high < other.low:
            return True
        return not other.low < self.high and (self.high_open or other.low_open)

    def meets(self, other: "Interval[T]") -> bool:
        """Whether some value lies in both."""
        return not self.before(other) and not other.before(self)

    def within(self, other: "Interval[T]") -> bool:
        """Whether every value here lies there too."""
        return _starts_after(self, other) and _ends_before(self, other)


def _starts_after(a: Interval[T], b: Interval[T]) -> bool:
    if b.low is None:
        return True
    if a.low is None or a.low < b.low:
        return False
    return b.low < a.low or a.low_open or not b.low_open


def _ends_before(a: Interval[T], b: Interval[T]) -> bool:
    if b.high is None:
        return True
    if a.high is None or b.high < a.high:
        return False
    return a.high < b.high or a.high_open or not b.high_open
