"""Which pairs are worth comparing: those whose questions share enough, best first beyond a bundle."""

import numpy as np

from claimcheck.linking.weights import Matrix, Numbers, Weighing

LEAST = 0.2  # cosine of the questions under which pairs of one fact are lost in the others (labelled bundles)
SMALL = 3000  # claims up to which every pair is looked at
TOP = 16  # partners a claim is compared with beyond that
COMMON = 250  # a term in more claims than this finds no candidates beyond that
BLOCK = 2000  # rows multiplied at a time, to bound the memory


def candidates(weighing: Weighing) -> tuple[Numbers, Numbers]:
    """Pairs of claims (a before b) of different sentences, in order.

    Their questions have a cosine of at least LEAST, or their reports give one answer each to a slot of both. Two
    different rows of tables are no pair.

    >>> from claimcheck.linking.weights import weigh
    >>> candidates(weigh([]))
    (array([], dtype=int64), array([], dtype=int64))
    """
    row, size = weighing.row, len(weighing.row)
    found = np.unique(
        np.concatenate([_keys(weighing.words, weighing, LEAST), _keys(weighing.only, weighing, 1.0)])
    )
    left: Numbers = found // max(size, 1)
    right: Numbers = found % max(size, 1)
    fits = (row[left] == row[right]) | (row[left] < 0) | (row[right] < 0)
    return left[fits], right[fits]


def _keys(rows: Matrix, weighing: Weighing, least: float) -> Numbers:
    """The pairs of rows whose product is large enough, each as one number."""
    size, large = rows.shape[0], rows.shape[0] > SMALL
    matrix = _without_common(rows) if large else rows
    turned = matrix.T.tocsr()
    keys = [
        _block(matrix[start : start + BLOCK] @ turned, start, weighing.sentence, least, large)
        for start in range(0, size, BLOCK)
    ]
    return np.concatenate(keys) if keys else np.zeros(0, dtype=np.int64)


def _block(product: Matrix, start: int, sentence: Numbers, least: float, large: bool) -> Numbers:
    """The pairs of one block of rows."""
    product = product.tocoo()
    close = product.data >= least
    left, right = product.row[close].astype(np.int64) + start, product.col[close].astype(np.int64)
    keep = (sentence[left] != sentence[right]) & ((left != right) if large else (left < right))
    left, right, cosine = left[keep], right[keep], product.data[close][keep]
    if large:
        best = _best(left, cosine)
        left, right = left[best], right[best]
    keys: Numbers = np.minimum(left, right) * len(sentence) + np.maximum(left, right)
    return keys


def _best(left: Numbers, cosine: Numbers) -> Numbers:
    """Where the TOP largest of each row stand; `left` comes in order."""
    order = np.lexsort((-cosine, left))
    first = np.searchsorted(left, left)
    best: Numbers = order[np.arange(len(order)) - first < TOP]
    return best


def _without_common(matrix: Matrix) -> Matrix:
    counts = np.bincount(matrix.indices, minlength=matrix.shape[1])
    made = matrix.copy()
    made.data = np.where(counts[made.indices] > COMMON, 0.0, made.data)
    made.eliminate_zeros()
    return made
