"""Which pairs are worth comparing: those whose questions share enough, best first beyond a bundle."""

import numpy as np

from claimcheck.linking.weights import Matrix, Numbers

LEAST = 0.2  # cosine of the questions under which pairs of one fact are lost in the others (labelled bundles)
SMALL = 3000  # claims up to which every pair is looked at
TOP = 16  # partners a claim is compared with beyond that
COMMON = 250  # a term in more claims than this finds no candidates beyond that
BLOCK = 2000  # rows multiplied at a time, to bound the memory


def candidates(words: Matrix, sentence: Numbers, row: Numbers) -> tuple[Numbers, Numbers]:
    """Pairs of claims (a before b) of different sentences with a cosine of at least LEAST, in order.

    `row` tells the rows of tables apart (-1 for other claims): two different rows are no pair.

    >>> from claimcheck.linking.weights import csr_matrix
    >>> words = csr_matrix([[1.0, 0], [1, 0], [0, 1]])
    >>> [found.tolist() for found in candidates(words, np.array([0, 1, 2]), np.array([-1, -1, -1]))]
    [[0], [1]]
    """
    size = words.shape[0]
    large = size > SMALL
    matrix = _without_common(words) if large else words
    turned = matrix.T.tocsr()
    keys = [
        _block(matrix[start : start + BLOCK] @ turned, start, sentence, large)
        for start in range(0, size, BLOCK)
    ]
    found = np.unique(np.concatenate(keys)) if keys else np.zeros(0, dtype=np.int64)
    left: Numbers = found // max(size, 1)
    right: Numbers = found % max(size, 1)
    fits = (row[left] == row[right]) | (row[left] < 0) | (row[right] < 0)
    return left[fits], right[fits]


def _block(product: Matrix, start: int, sentence: Numbers, large: bool) -> Numbers:
    """The pairs of one block of rows, each as one number."""
    product = product.tocoo()
    close = product.data >= LEAST
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
    order = np.argsort(left - cosine)
    first = np.searchsorted(left, left)
    best: Numbers = order[np.arange(len(order)) - first < TOP]
    return best


def _without_common(matrix: Matrix) -> Matrix:
    counts = np.bincount(matrix.indices, minlength=matrix.shape[1])
    made = matrix.copy()
    made.data = np.where(counts[made.indices] > COMMON, 0.0, made.data)
    made.eliminate_zeros()
    return made
