"""Words in a row that two texts have in common: those they begin with, those they end on, and runs of any length."""

from collections.abc import Iterator, Sequence


def runs(words: Sequence[str], long: int) -> Iterator[tuple[str, ...]]:
    """All the stretches of so many words in a row.

    >>> list(runs("air surut lagi".split(), 2))
    [('air', 'surut'), ('surut', 'lagi')]
    """
    return (tuple(words[i : i + long]) for i in range(len(words) - long + 1))


def around(a: Sequence[str], b: Sequence[str]) -> tuple[int, int]:
    """How many words two texts both begin with, and how many of the others both end on.

    >>> around("air surut pada malam hari".split(), "air naik malam hari".split())
    (1, 2)
    """
    head = _both_begin(a, b)
    return head, _both_begin(a[head:][::-1], b[head:][::-1])


def _both_begin(a: Sequence[str], b: Sequence[str]) -> int:
    same = (x == y for x, y in zip(a, b, strict=False))
    return next((i for i, equal in enumerate([*same, False]) if not equal), 0)
