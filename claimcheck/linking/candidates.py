"""Which pairs are worth comparing: those of different documents whose questions share enough."""

from collections.abc import Mapping, Sequence

import numpy as np
from scipy.sparse import csr_matrix

LEAST = 0.2  # cosine of the questions under which no pair was ever linked in the labelled bundles
COMMON = 1000  # a term in more claims than this, and in more than a tenth of them, finds no candidates
BLOCK = 2000  # rows multiplied at a time, to bound the memory


def candidates(rows: Sequence[Mapping[str, float]], documents: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of rows (a before b) of different documents with a cosine of at least LEAST, in order.

    >>> candidates([{"x": 1.0}, {"x": 1.0}, {"y": 1.0}], ["a", "b", "c"])
    [(0, 1)]
    """
    matrix = _matrix(rows)
    code = {name: i for i, name in enumerate(dict.fromkeys(documents))}
    owner = np.array([code[d] for d in documents])
    pairs: list[tuple[int, int]] = []
    for start in range(0, len(rows), BLOCK):
        product = (matrix[start : start + BLOCK] @ matrix.T).tocoo()
        left = product.row + start
        keep = (left < product.col) & (product.data >= LEAST) & (owner[left] != owner[product.col])
        pairs += sorted(zip(left[keep].tolist(), product.col[keep].tolist(), strict=True))
    return pairs


def _matrix(rows: Sequence[Mapping[str, float]]) -> csr_matrix:
    column = {term: i for i, term in enumerate(sorted({term for row in rows for term in row}))}
    indptr = np.cumsum([0, *(len(row) for row in rows)])
    indices = np.array([column[term] for row in rows for term in row], dtype=np.int64)
    data = np.array([value for row in rows for value in row.values()])
    matrix = csr_matrix((data, indices, indptr), shape=(len(rows), max(len(column), 1)))  # type: ignore[no-untyped-call]
    counts = np.bincount(indices, minlength=matrix.shape[1]) if len(indices) else np.zeros(1)
    common = counts > max(COMMON, len(rows) // 10)
    if common.any():
        matrix = matrix.multiply(~common).tocsr()  # type: ignore[no-untyped-call]
    return matrix
