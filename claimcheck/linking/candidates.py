"""Which pairs are worth comparing: those whose questions share enough; among many reports, of two that are alike."""

import numpy as np

from claimcheck.linking.hands import shared_out
from claimcheck.linking.levels import WEIGHTS, apart
from claimcheck.linking.weights import (
    Matrix,
    Numbers,
    Weighing,
    beside,
    distinct,
    moved,
    rarity,
    scaled,
    together,
    unit,
)

LEAST = 0.07  # cosine of the questions; of the links that scoring every pair finds, .97 of ECB+ lie above
SMALL = 8_000  # claims up to which every pair is looked at; twice the reports then cost about twice the time
BLOCK = 1000  # rows multiplied at a time, to bound the memory
ALIKE = 0.18  # cosine of their names and that of their words, added, from which two reports are compared
NEAREST = 150  # reports at most that one is compared with
COMMON = 2000, 300  # a name, and a word, in more reports than this makes none of them alike
MEETINGS = 1024  # pairs of reports multiplied at a time
STRANGE = 0.08  # added to LEAST among many claims, for each 1 that the two reports take from a score


def candidates(weighing: Weighing) -> tuple[Numbers, Numbers]:
    """Pairs of claims (a before b) of different sentences, in order.

    Their questions have a cosine of at least LEAST, or their reports give one answer each to a slot of both. Two
    different rows of tables are no pair. Of more claims than SMALL only those of reports that are alike in what
    they name and say are looked at, and those of one report, or of reports that name others, must share more.

    >>> from claimcheck.linking.weights import weigh
    >>> candidates(weigh([]))
    (array([], dtype=int64), array([], dtype=int64))
    """
    size, row = max(1, len(weighing.row)), weighing.row
    asked = beside(weighing.words, weighing.only)
    found = _of_every(asked, weighing) if len(row) <= SMALL else _of_alike(asked, weighing)
    keys = np.sort(np.concatenate([np.zeros(0, dtype=np.int64), *found]), kind="stable")  # of sorted parts
    a: Numbers = keys // size
    b: Numbers = keys - a * size
    fits = (row[a] == row[b]) | (row[a] < 0) | (row[b] < 0)
    return a[fits], b[fits]


def _of_every(asked: Matrix, weighing: Weighing) -> list[Numbers]:
    """The pairs of all claims, a block at a time, each with those from there on."""
    places = np.arange(asked.shape[0])

    def pairs(start: int) -> Numbers:
        left, right = places[start : start + BLOCK], places[start:]
        return _close(asked[right] @ asked[left].T, weighing, left, right, np.full(len(right), LEAST))

    return shared_out(pairs, range(0, len(places), BLOCK))


def _of_alike(asked: Matrix, weighing: Weighing) -> list[Numbers]:
    """The pairs of the claims of each report with its own and with those of the reports like it, many at a time.

    Each report has columns to itself, so that its claims meet none but those set beside it.
    """
    order = np.argsort(weighing.document, kind="stable")
    starts = np.flatnonzero(np.diff(weighing.document[order], prepend=-1))
    claims, first = np.split(order, starts[1:]), order[starts]
    ones, others = _alike(weighing, first)
    least = _least(weighing, first[ones], first[others])

    def pairs(start: int) -> Numbers:
        meeting = slice(start, start + MEETINGS)
        reports, place = np.unique(ones[meeting], return_inverse=True)
        left, at_left = _joined([claims[report] for report in reports])
        right, at_right = _joined([claims[report] for report in others[meeting]])
        mine = asked[left]
        used = np.unique(mine.indices)
        rows = moved(mine[:, used], at_left, len(reports))
        columns = moved(asked[right][:, used], place[at_right], len(reports))
        return _close(columns @ rows.T, weighing, left, right, least[meeting][at_right])

    return shared_out(pairs, range(0, len(ones), MEETINGS))


def _joined(parts: list[Numbers]) -> tuple[Numbers, Numbers]:
    """All parts in one, and of each number the part that it comes from."""
    return np.concatenate(parts), np.repeat(np.arange(len(parts)), list(map(len, parts)))


def _least(weighing: Weighing, a: Numbers, b: Numbers) -> Numbers:
    """The cosine that claims of two reports need, `a` a claim of the one and `b` of the other."""
    event, inside = apart(weighing, a, b), weighing.document[a] == weighing.document[b]
    least: Numbers = LEAST + STRANGE * (WEIGHTS["link.inside"] * inside - WEIGHTS["link.event"] * event)
    return least


def _close(product: Matrix, weighing: Weighing, left: Numbers, right: Numbers, least: Numbers) -> Numbers:
    """The pairs of one claim of `left` and one of `right` that share enough, each as one number, in order."""
    found = product.tocoo()
    close = found.data >= least[found.row]
    a, b = left[found.col[close]], right[found.row[close]]
    differ = weighing.sentence[a] != weighing.sentence[b]
    keys = np.minimum(a, b) * len(weighing.sentence) + np.maximum(a, b)
    return distinct(keys[differ])


def _alike(weighing: Weighing, first: Numbers) -> tuple[Numbers, Numbers]:
    """Each report with itself and those after it that are like it; `first` is a claim of each."""
    words = together(weighing.words, weighing.document)
    rows = beside(
        _without_common(weighing.event[first], COMMON[0]),
        _without_common(unit(scaled(words, rarity(words))), COMMON[1]),
    ).astype(np.float32)
    turned, reports = rows.T.tocsr(), np.arange(len(first))
    found = [(reports, reports)]
    for start in range(0, len(first), BLOCK):
        near = (rows[start : start + BLOCK] @ turned).tocoo()
        ahead = (near.data >= ALIKE) & (near.col > near.row + start)
        one, other = near.row[ahead] + start, near.col[ahead]
        order = np.lexsort((other, -near.data[ahead], one))
        one, other = one[order], other[order]
        best = np.arange(len(one)) - np.searchsorted(one, one) < NEAREST
        found.append((one[best], other[best]))
    ones, others = (np.concatenate(side) for side in zip(*found, strict=True))
    order = np.lexsort((others, ones))
    return ones[order], others[order]


def _without_common(matrix: Matrix, most: int) -> Matrix:
    counts = np.bincount(matrix.indices, minlength=matrix.shape[1])
    made = matrix.copy()
    made.data = np.where(counts[made.indices] > most, 0.0, made.data)
    made.eliminate_zeros()
    return made
