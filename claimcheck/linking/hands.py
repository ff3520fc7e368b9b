"""Work in two threads: the products of sparse matrices let another thread run beside them."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

A = TypeVar("A")
R = TypeVar("R")
HANDS = 2


def shared_out(work: Callable[[A], R], parts: Iterable[A]) -> list[R]:
    """The work done on each part, in the order of the parts; one part alone starts no thread.

    >>> shared_out(abs, [-1, 2])
    [1, 2]
    """
    todo = list(parts)
    if len(todo) < HANDS:
        return list(map(work, todo))
    with ThreadPoolExecutor(HANDS) as hands:
        return list(hands.map(work, todo))
