"""A measured figure, and the small arithmetic of right, found and asked."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True, slots=True)
class Figure:
    """One number: `name` is stable, `value` counts up when `more` is better, `failures` show every miss.

    A figure that `informs` is printed and never pinned: how many conflicts a set raises, say.
    """

    name: str
    value: float
    hits: float
    of: float
    asked: float | None = None
    more: bool = True
    failures: tuple[str, ...] = ()
    informs: bool = False


@dataclass(frozen=True, slots=True)
class Skipped:
    """A measure that cannot be taken here, and why, in a sentence."""

    name: str
    why: str


Result = Figure | Skipped


def rate(
    name: str, hits: float, of: float, asked: float | None = None, *, failures: Iterable[str] = ()
) -> Figure:
    """A share of right ones; an empty set is wholly right.

    >>> rate("a", 1, 2).value
    0.5
    """
    return Figure(name, hits / of if of else 1.0, hits, of, asked, True, tuple(failures))


def part(name: str, hits: float, of: float, *, failures: Iterable[str] = ()) -> Figure:
    """A share that another figure already weighs, as precision and recall are weighed by F: it only informs."""
    return replace(rate(name, hits, of, failures=failures), informs=True)


def count(
    name: str, hits: float, asked: float | None = None, *, of: float = 0, failures: Iterable[str] = ()
) -> Figure:
    """A number of wrong ones: less is better; without a bound it only informs."""
    return Figure(name, float(hits), hits, of, asked, False, tuple(failures), asked is None)


def f_score(right: float, found: float, wanted: float) -> float:
    """The harmonic mean of right/found and right/wanted.

    >>> f_score(1, 2, 2)
    0.5
    """
    return 2 * right / (found + wanted) if found + wanted else 1.0


def f_figure(
    name: str,
    right: float,
    found: float,
    wanted: float,
    asked: float | None = None,
    *,
    failures: Iterable[str] = (),
) -> Figure:
    """An F score with twice the right ones over found plus wanted."""
    return Figure(
        name, f_score(right, found, wanted), 2 * right, found + wanted, asked, True, tuple(failures)
    )


def pair_off(
    wanted: Sequence[T], found: Sequence[U], score: Callable[[T, U], float], least: float
) -> list[tuple[int, int]]:
    """Pairs of indexes (wanted, found), one to one, best score first, none below `least`.

    >>> pair_off([1, 5], [5, 1], lambda a, b: float(a == b), 1.0)
    [(0, 1), (1, 0)]
    """
    scored = [(score(w, f), i, j) for i, w in enumerate(wanted) for j, f in enumerate(found)]
    taken: dict[int, int] = {}
    for value, i, j in sorted(scored, key=lambda row: (-row[0], row[1], row[2])):
        if value >= least and i not in taken and j not in taken.values():
            taken[i] = j
    return sorted(taken.items())


def shared(a: tuple[int, int], b: tuple[int, int]) -> int:
    """Characters that two half-open places share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def overlap(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Shared characters over the shorter place.

    >>> overlap((0, 10), (5, 9))
    1.0
    """
    shorter = min(a[1] - a[0], b[1] - b[0])
    return shared(a, b) / shorter if shorter > 0 else 0.0


def iou(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Shared characters over all that either place covers.

    >>> iou((0, 10), (5, 15))
    0.3333333333333333
    """
    both = shared(a, b)
    union = (a[1] - a[0]) + (b[1] - b[0]) - both
    return both / union if union else 0.0
