"""Reports met two at a time: what all rows of the one share with all rows of the other, in few products."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from claimcheck.linking.rows import Matrix, Numbers, by_row

CELLS = 1 << 20  # pairs of rows multiplied at a time, to bound the memory


@dataclass(frozen=True, slots=True)
class Shelf:
    """Rows in the order of their reports, ready to be multiplied.

    `first` says where the rows of each report begin and end. `term` has the terms of each report, report by report, and
    `begins` says where those of each begin and end; `holder` has the rows with each term, counted from the first of the
    report, `value` what they have of it, and `starts` says where those of each term begin and end.
    """

    rows: Matrix
    first: Numbers
    term: Numbers
    begins: Numbers
    holder: Numbers
    value: Numbers
    starts: Numbers


@dataclass(frozen=True, slots=True)
class Meetings:
    """Reports, in order, each with the one that it meets.

    `right` are the rows of the reports in `other`, one after the other; `of` says in which meeting each is, `facing`
    where the rows begin that it meets, `begins` where those of each meeting begin.
    """

    one: Numbers
    other: Numbers
    right: Numbers
    of: Numbers
    facing: Numbers
    begins: Numbers


@dataclass(frozen=True, slots=True)
class Shared:
    """What the rows on the right of some meetings and those that they face have to do with each other.

    `rows` are the former over the terms of the reports they face. `term` says which those are, `holder` has the rows
    with each, counted from the first of the report, `value` what they have of it, `many` says how many have it. The
    first term is none: it stands for what only one side has. `wide` is how many rows a report has at most.
    """

    rows: Matrix
    term: Numbers
    holder: Numbers
    value: Numbers
    many: Numbers
    wide: int


def shelved(rows: Matrix, report: Numbers) -> Shelf:
    """The rows with what finds them; `report` is the number of each row's report, in order from 0 on."""
    reports, width = np.arange(int(report.max(initial=-1)) + 2), rows.shape[1]
    first, sizes = np.searchsorted(report, reports), np.diff(rows.indptr)
    keys = np.repeat(report * width, sizes) + rows.indices
    order = np.argsort(keys)
    keys = keys[order]
    starts = np.append(np.flatnonzero(np.diff(keys, prepend=-1)), len(keys))
    met = keys[starts[:-1]]
    holder = np.repeat(np.arange(len(report)) - first[report], sizes)[order]
    return Shelf(
        rows, first, met % width, np.searchsorted(met, reports * width), holder, rows.data[order], starts
    )


def blocks(first: Numbers, one: Numbers, other: Numbers) -> Iterator[slice]:
    """The meetings cut into runs of some CELLS pairs of rows."""
    sizes = np.diff(first)
    full = np.cumsum(sizes[one] * sizes[other]) // CELLS
    cuts = np.flatnonzero(np.diff(full, prepend=-1, append=-1)).tolist()
    yield from map(slice, cuts, cuts[1:])


def meetings(first: Numbers, one: Numbers, other: Numbers) -> Meetings:
    """The reports in `one` with those beside them in `other`; `first` says where the rows of each begin and end."""
    sizes = np.diff(first)[other]
    of = np.repeat(np.arange(len(one)), sizes)
    return Meetings(one, other, ranges(first[other], sizes), of, first[one][of], np.cumsum(sizes) - sizes)


def ranges(starts: Numbers, sizes: Numbers) -> Numbers:
    """So many numbers from each start on.

    >>> ranges(np.array([5, 1]), np.array([2, 3])).tolist()
    [5, 6, 1, 2, 3]
    """
    ends = np.cumsum(sizes)
    every: Numbers = np.arange(ends[-1] if len(ends) else 0) + np.repeat(starts - (ends - sizes), sizes)
    return every


def cleared(shelves: Iterable[Shelf], met: Meetings) -> Numbers:
    """A desk to look terms up on, with a zero for each of each report, whichever of the shelves they are from."""
    width = max(shelf.rows.shape[1] for shelf in shelves)
    return np.zeros((int(met.one[-1] - met.one[0]) + 1) * width, dtype=np.int32)


def shared(shelf: Shelf, met: Meetings, desk: Numbers) -> Shared:
    """What there is to multiply in some meetings; the desk is cleared afterwards."""
    low, high, width = int(met.one[0]), int(met.one[-1]) + 1, shelf.rows.shape[1]
    begins = shelf.begins[low : high + 1]
    term, starts = shelf.term[begins[0] : begins[-1]], shelf.starts[begins[0] : begins[-1] + 1]
    places = np.repeat(np.arange(high - low) * width, np.diff(begins)) + term
    desk[places] = np.arange(1, len(term) + 1)
    rows = shelf.rows[met.right]
    sizes = np.diff(rows.indptr)
    cells = desk[np.repeat((met.one[met.of] - low) * width, sizes) + rows.indices]
    desk[places] = 0
    here = slice(starts[0], starts[-1])
    return Shared(
        by_row(rows.data, cells, sizes, len(term) + 1),
        np.concatenate(([-1], term)),
        shelf.holder[here],
        shelf.value[here],
        np.concatenate(([0], np.diff(starts))),
        int(np.diff(shelf.first[low : high + 1]).max()),
    )


def products(both: Shared) -> Numbers:
    """The product of each row on the right with each that it faces, `wide` numbers a row."""
    faced = np.zeros((len(both.many), both.wide))
    faced[np.repeat(np.arange(len(both.many)), both.many), both.holder] = both.value
    return np.ravel(both.rows @ faced)


def highest(both: Shared, weight: Numbers) -> Numbers:
    """For the same the highest weight of a term that both rows have, 0 where they have none."""
    value = np.where(both.term >= 0, weight[both.term], 0.0)[both.rows.indices]
    told = np.flatnonzero(value)
    term = both.rows.indices[told]
    many, starts = both.many[term], np.cumsum(both.many) - both.many
    row = np.repeat(np.arange(both.rows.shape[0]) * both.wide, np.diff(both.rows.indptr))[told]
    found = np.zeros(both.rows.shape[0] * both.wide)
    np.maximum.at(
        found, np.repeat(row, many) + both.holder[ranges(starts[term], many)], np.repeat(value[told], many)
    )
    return found
