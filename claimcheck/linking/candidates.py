"""Which pairs are worth comparing: those whose questions share enough; among many reports, of two that are alike."""

from collections.abc import Iterator

import numpy as np

from claimcheck.linking.weights import (
    Matrix,
    Numbers,
    Weighing,
    beside,
    distinct,
    rarity,
    scaled,
    together,
    unit,
)

LEAST = 0.13  # cosine of the questions; of the links that scoring every pair finds, .97 of ECB+ lie above
SMALL = 20_000  # claims up to which every pair is looked at
BLOCK = 1000  # rows multiplied at a time, to bound the memory
ALIKE = 0.2  # cosine of their names and that of their words, added, from which two reports are compared
NEAREST = 150  # reports at most that one is compared with
COMMON = 2000, 300  # a name, and a word, in more reports than this makes none of them alike


def candidates(weighing: Weighing) -> tuple[Numbers, Numbers]:
    """Pairs of claims (a before b) of different sentences, in order.

    Their questions have a cosine of at least LEAST, or their reports give one answer each to a slot of both. Two
    different rows of tables are no pair. Of more claims than SMALL only those of reports that are alike in what
    they name and say are looked at.

    >>> from claimcheck.linking.weights import weigh
    >>> candidates(weigh([]))
    (array([], dtype=int64), array([], dtype=int64))
    """
    size, row = max(1, len(weighing.row)), weighing.row
    asked = beside(weighing.words, weighing.only)
    meetings = _every(len(row)) if size <= SMALL else _of_alike(weighing)
    found = [np.zeros(0, dtype=np.int64), *(_close(asked, weighing, *meeting) for meeting in meetings)]
    keys = distinct(np.concatenate(found))
    a: Numbers = keys // size
    b: Numbers = keys % size
    fits = (row[a] == row[b]) | (row[a] < 0) | (row[b] < 0)
    return a[fits], b[fits]


def _close(asked: Matrix, weighing: Weighing, left: Numbers, right: Numbers) -> Numbers:
    """The pairs of one claim of `left` and one of `right` that share enough, each as one number."""
    product = (asked[right] @ asked[left].T).tocoo()
    close = product.data >= LEAST
    a, b = left[product.col[close]], right[product.row[close]]
    apart = weighing.sentence[a] != weighing.sentence[b]
    keys: Numbers = (np.minimum(a, b) * len(weighing.sentence) + np.maximum(a, b))[apart]
    return keys


def _every(size: int) -> Iterator[tuple[Numbers, Numbers]]:
    """All claims, a block at a time, each with those from there on."""
    places = np.arange(size)
    for start in range(0, size, BLOCK):
        yield places[start : start + BLOCK], places[start:]


def _of_alike(weighing: Weighing) -> Iterator[tuple[Numbers, Numbers]]:
    """The claims of each report, and those of the reports like it, itself among them."""
    order = np.argsort(weighing.document, kind="stable")
    starts = np.flatnonzero(np.diff(weighing.document[order], prepend=-1))
    claims = np.split(order, starts[1:])
    for report, others in enumerate(_alike(weighing, order[starts])):
        yield claims[report], np.concatenate([claims[other] for other in others])


def _alike(weighing: Weighing, first: Numbers) -> Iterator[Numbers]:
    """For each report those like it from itself on; `first` is a claim of each."""
    words = together(weighing.words, weighing.document)
    rows = beside(
        _without_common(weighing.event[first], COMMON[0]),
        _without_common(unit(scaled(words, rarity(words))), COMMON[1]),
    ).astype(np.float32)
    turned, reports = rows.T.tocsr(), np.arange(len(first))
    for start in range(0, len(first), BLOCK):
        near = rows[start : start + BLOCK] @ turned
        for i, report in enumerate(reports[start : start + BLOCK]):
            inside = slice(near.indptr[i], near.indptr[i + 1])
            others, cosine = near.indices[inside], near.data[inside]
            ahead = (cosine >= ALIKE) & (others > report)
            best = np.argsort(-cosine[ahead], kind="stable")[:NEAREST]
            yield np.append(report, np.sort(others[ahead][best]))


def _without_common(matrix: Matrix, most: int) -> Matrix:
    counts = np.bincount(matrix.indices, minlength=matrix.shape[1])
    made = matrix.copy()
    made.data = np.where(counts[made.indices] > most, 0.0, made.data)
    made.eliminate_zeros()
    return made
