"""Work on arrays, part by part on two threads: numpy and scipy let others run while they count."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

THREADS = 2

T = TypeVar("T")
U = TypeVar("U")


def side_by_side(work: Callable[[T], U], parts: Iterable[T]) -> list[U]:
    """What the work makes of each part, in their order.

    >>> side_by_side(abs, [-1, 2, -3])
    [1, 2, 3]
    """
    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(work, parts))
