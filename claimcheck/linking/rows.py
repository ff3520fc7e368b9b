"""Things as rows of sparse matrices, one column for each that occurs."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence
from itertools import chain, count
from typing import Any, TypeVar

import numpy as np
from scipy.sparse import csr_matrix, hstack

Matrix = Any  # scipy's sparse matrices carry no types
Numbers = np.ndarray[Any, np.dtype[Any]]
T = TypeVar("T", bound=Hashable)


def held(rows: Sequence[Collection[T]]) -> tuple[list[T], Matrix]:
    """All different things as they are met, one a column, and a matrix that tells which a row has, and how often.

    >>> things, ones = held([["b", "a"], [], ["b"]])
    >>> things, ones.toarray().tolist()
    (['b', 'a'], [[1.0, 1.0], [0.0, 0.0], [1.0, 0.0]])
    """
    met: dict[T, int] = defaultdict(count().__next__)
    many = np.fromiter(map(len, rows), dtype=np.int64, count=len(rows))
    cells = np.fromiter(map(met.__getitem__, chain.from_iterable(rows)), dtype=np.int32, count=many.sum())
    return list(met), by_row(np.ones(len(cells)), cells, many, len(met))


def one_hot(rows: Sequence[Collection[str]]) -> tuple[list[str], Matrix]:
    """All terms in order, one a column, and a matrix with a one where a row has a term, however often."""
    met, made = held(rows)
    column = sorted(met)
    place = {term: i for i, term in enumerate(column)}
    rank = np.fromiter(map(place.__getitem__, met), dtype=np.int32, count=len(met))
    made.indices = rank[made.indices]
    made.has_sorted_indices = made.has_canonical_format = False
    return column, present(made)


def through(things: Matrix, terms: Sequence[Collection[str]]) -> tuple[list[str], Matrix]:
    """The same for rows of things that have terms each, so that the terms of each thing are looked up once.

    >>> column, ones = through(held([["visit Rome"], ["visit"]])[1], [["visit", "Rome"], ["visit"]])
    >>> column, ones.toarray().tolist()
    (['Rome', 'visit'], [[1.0, 1.0], [0.0, 1.0]])
    """
    column, ones = one_hot(terms)
    return column, present(things @ ones)


def present(matrix: Matrix) -> Matrix:
    """The matrix with a one for whatever it holds, however often."""
    matrix.sum_duplicates()
    matrix.data[:] = 1
    return matrix


def by_row(data: Numbers, cells: Numbers, many: Numbers, width: int) -> Matrix:
    """The matrix whose rows have so many of the cells each, in order."""
    starts = np.concatenate(([0], np.cumsum(many)))
    return csr_matrix((data, cells, starts), shape=(len(many), width))  # type: ignore[no-untyped-call]


def placed(data: Numbers, row: Numbers, column: Numbers, shape: tuple[int, int]) -> Matrix:
    """The matrix with these numbers at these places, those at one place added."""
    return csr_matrix((data, (row, column)), shape=shape)  # type: ignore[no-untyped-call]


def numbered(keys: Iterable[Hashable]) -> Numbers:
    """Each key as a number, in the order they are met."""
    met: dict[Hashable, int] = defaultdict(count().__next__)
    return np.fromiter(map(met.__getitem__, keys), dtype=np.int64)


def rarity(ones: Matrix, others: int = 0) -> Numbers:
    """The logarithm of how rare each column is among the rows, or among `others` where they are fewer."""
    counts = np.bincount(ones.indices, minlength=ones.shape[1])
    rare: Numbers = np.log(1 + max(ones.shape[0], others) / np.maximum(counts, 1))
    return rare


def scaled(matrix: Matrix, weight: Numbers) -> Matrix:
    """The matrix with each column times its weight."""
    return _with(matrix, matrix.data * weight[matrix.indices] if len(weight) else matrix.data)


def unit(matrix: Matrix) -> Matrix:
    """The matrix with rows of length one."""
    lengths = np.sqrt(sums(_with(matrix, matrix.data * matrix.data)))
    return _with(matrix, matrix.data / np.repeat(np.where(lengths > 0, lengths, 1), np.diff(matrix.indptr)))


def _with(matrix: Matrix, data: Numbers) -> Matrix:
    """The matrix with other numbers in the same places."""
    return csr_matrix((data, matrix.indices, matrix.indptr), shape=matrix.shape)  # type: ignore[no-untyped-call]


def beside(left: Matrix, right: Matrix) -> Matrix:
    """Both matrices as one, row beside row: their products add."""
    return hstack([left, right], format="csr")  # type: ignore[no-untyped-call]


def together(ones: Matrix, group: Numbers) -> Matrix:
    """One row a group, with a one where any of its rows has one."""
    size = int(group.max()) + 1 if len(group) else 0
    member = placed(np.ones(len(group)), group, np.arange(len(group)), (size, len(group)))
    made = (member @ ones).tocsr()
    made.data[:] = 1
    return made


def sums(matrix: Matrix) -> Numbers:
    """The sum of each row."""
    return np.asarray(matrix.sum(axis=1)).ravel()


def sizes(matrix: Matrix, rows: Numbers) -> Numbers:
    """How many columns each of these rows has."""
    many: Numbers = matrix.indptr[rows + 1] - matrix.indptr[rows]
    return many
