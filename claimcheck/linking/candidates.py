"""Which pairs are worth comparing: those whose questions share enough; among many reports, of two that are alike."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from claimcheck.linking.hands import shared_out
from claimcheck.linking.levels import WEIGHTS, Common, apart, in_both
from claimcheck.linking.meetings import (
    Shared,
    Shelf,
    blocks,
    cleared,
    highest,
    meetings,
    products,
    shared,
    shelved,
)
from claimcheck.linking.rows import Matrix, Numbers, beside, rarity, scaled, together, unit
from claimcheck.linking.weights import Weighing

R = TypeVar("R")
LEAST = 0.045  # cosine of the questions; of the links that scoring every pair finds, .97 of ECB+ lie above
SMALL = 8_000  # claims up to which every pair is looked at; twice the reports then cost about twice the time
BLOCK = 400  # reports multiplied at a time, to bound the memory
ALIKE = 0.18  # cosine of their names and that of their words, added, from which two reports are compared
NEAREST = 100  # reports at most that one is compared with
COMMON = 2000, 300  # a name, and a word, in more reports than this makes none of them alike
STRANGE = 0.08  # added to LEAST among many claims, for each 1 that the two reports take from a score


@dataclass(frozen=True, slots=True)
class Close:
    """Pairs of claims that share enough, and what they have in common."""

    a: Numbers
    b: Numbers
    both: Common


def candidates(weighing: Weighing) -> tuple[Numbers, Numbers]:
    """Pairs of claims (a before b) of different sentences, in order.

    Their questions have a cosine of at least LEAST, or their reports give one answer each to a slot of both. Two
    different rows of tables are no pair. Of more claims than SMALL only those of reports that are alike in what
    they name and say are looked at, and those of one report, or of reports that name others, must share more.

    >>> from claimcheck.linking.weights import weigh
    >>> candidates(weigh([]))
    (array([], dtype=int64), array([], dtype=int64))
    """
    found = [np.zeros((2, 0), dtype=np.int64), *met(weighing, lambda close: np.stack((close.a, close.b)))]
    a, b = np.concatenate(found, axis=1)
    order = np.lexsort((b, a))
    return a[order], b[order]


def met(weighing: Weighing, look: Callable[[Close], R]) -> list[R]:
    """What a look at the candidates gives, those of some meetings of two reports at a time."""
    if not len(weighing.document):
        return []
    room = _room(weighing)
    return shared_out(lambda here: look(_close(room, here)), blocks(room.asked.first, room.one, room.other))


@dataclass(frozen=True, slots=True)
class _Room:
    """Claims and sentences on shelves, the reports with few claims first, and which reports meet.

    `claim` says which claim each row is, `sentence` which row each sentence is; `one` meets `other`, and their claims
    need the cosine `least`. `asked` is what claims ask and, beside it, `only`; `rare` says how rare the former is.
    """

    weighing: Weighing
    asked: Shelf
    acts: Shelf
    context: Shelf
    wording: Shelf
    claim: Numbers
    sentence: Numbers
    one: Numbers
    other: Numbers
    least: Numbers
    only: Matrix
    rare: Numbers


def _room(weighing: Weighing) -> _Room:
    rank = _places(np.argsort(np.bincount(weighing.document), kind="stable"))
    report = rank[weighing.document]
    told = np.zeros(weighing.context.shape[0], dtype=np.int64)  # the report of each sentence
    told[weighing.sentence] = report
    claim, sentence = np.argsort(report, kind="stable"), np.argsort(told, kind="stable")
    only = weighing.counted("only")
    rows = (
        (beside(weighing.words, only)[claim], report[claim]),
        (weighing.acts[claim], report[claim]),
        (weighing.context[sentence], told[sentence]),
        (weighing.wording[sentence], told[sentence]),
    )
    hands = shared_out if len(report) > SMALL else map  # for few claims a thread costs more than it saves
    asked, acts, context, wording = hands(lambda side: shelved(*side), rows)
    one, other, least = _meetings(weighing)
    one, other = np.maximum(rank[one], rank[other]), np.minimum(rank[one], rank[other])
    order = np.argsort(one, kind="stable")
    return _Room(
        weighing=weighing,
        asked=asked,
        acts=acts,
        context=context,
        wording=wording,
        claim=claim,
        sentence=_places(sentence),
        one=one[order],
        other=other[order],
        least=least[order],
        only=only,
        rare=np.concatenate((weighing.rare, np.zeros(only.shape[1]))),
    )


def _places(order: Numbers) -> Numbers:
    """Where each number stands in an order of all."""
    places = np.empty_like(order)
    places[order] = np.arange(len(order))
    return places


def _close(room: _Room, here: slice) -> Close:
    """The pairs of some meetings, and what they have in common."""
    claims = meetings(room.asked.first, room.one[here], room.other[here])
    sentences = meetings(room.context.first, claims.one, claims.other)
    desk = cleared((room.asked, room.acts, room.context, room.wording), claims)
    asked = shared(room.asked, claims, desk)
    cells, cosine = _near(asked, room.least[here][claims.of])
    row = cells // asked.wide
    left, right = room.claim[claims.facing[row] + cells - row * asked.wide], room.claim[claims.right[row]]
    fits = _fit(room.weighing, left, right)
    cells, cosine, left, right, meeting = (
        side[fits] for side in (cells, cosine, left, right, claims.of[row])
    )
    about, printed = (shared(shelf, sentences, desk) for shelf in (room.context, room.wording))
    mine, theirs = (room.sentence[room.weighing.sentence[side]] for side in (left, right))
    there = sentences.begins[meeting] + theirs - room.context.first[claims.other[meeting]]
    places = there * about.wide + mine - sentences.facing[there]
    both = Common(
        words=cosine - in_both(room.only, room.only, left, right),
        rarest=highest(asked, room.rare)[cells],
        context=products(about)[places],
        wording=products(printed)[places],
        acts=products(shared(room.acts, claims, desk))[cells],
    )
    return Close(np.minimum(left, right), np.maximum(left, right), both)


def _near(asked: Shared, least: Numbers) -> tuple[Numbers, Numbers]:
    """The cells that share as much as each row on the right needs at least, and how much."""
    cosine = products(asked)
    cells = np.flatnonzero(cosine >= np.repeat(least, asked.wide))
    return cells, cosine[cells]


def _meetings(weighing: Weighing) -> tuple[Numbers, Numbers, Numbers]:
    """Each report with itself and those after it that it is compared with, and the cosine that their claims need."""
    first = np.unique(weighing.document, return_index=True)[1]
    if len(weighing.document) <= SMALL:
        one, other = np.triu_indices(len(first))
        return one, other, np.full(len(one), LEAST)
    one, other = _alike(weighing)
    return one, other, _least(weighing, first[one], first[other])


def _fit(weighing: Weighing, left: Numbers, right: Numbers) -> Numbers:
    """Whether two claims, met as those of two reports or as the first and the second of one, may be a pair."""
    row, document, sentence = weighing.row, weighing.document, weighing.sentence
    fits = (row[left] == row[right]) | (row[left] < 0) | (row[right] < 0)
    fits &= sentence[left] != sentence[right]
    fits &= (document[left] != document[right]) | (left < right)
    return np.asarray(fits)


def _least(weighing: Weighing, a: Numbers, b: Numbers) -> Numbers:
    """The cosine that claims of two reports need, `a` a claim of the one and `b` of the other."""
    event, inside = apart(weighing, a, b), weighing.document[a] == weighing.document[b]
    least: Numbers = LEAST + STRANGE * (WEIGHTS["link.inside"] * inside - WEIGHTS["link.event"] * event)
    return least


def _alike(weighing: Weighing) -> tuple[Numbers, Numbers]:
    """Each report with itself and those after it that are like it."""
    words = together(weighing.words, weighing.document)
    rows = beside(
        _without_common(weighing.event, COMMON[0]),
        _without_common(unit(scaled(words, rarity(words))), COMMON[1]),
    ).astype(np.float32)
    turned, reports = rows.T.tocsr(), np.arange(rows.shape[0])

    def nearest(start: int) -> tuple[Numbers, Numbers]:
        near = (rows[start : start + BLOCK] @ turned[:, start:]).tocoo()
        ahead = (near.data >= ALIKE) & (near.col > near.row)
        one, other = near.row[ahead] + start, near.col[ahead] + start
        order = np.lexsort((other, -near.data[ahead], one))
        one, other = one[order], other[order]
        best = np.arange(len(one)) - np.searchsorted(one, one) < NEAREST
        return one[best], other[best]

    found = [(reports, reports), *shared_out(nearest, range(0, len(reports), BLOCK))]
    ones, others = (np.concatenate(side) for side in zip(*found, strict=True))
    order = np.lexsort((others, ones))
    return ones[order], others[order]


def _without_common(matrix: Matrix, most: int) -> Matrix:
    counts = np.bincount(matrix.indices, minlength=matrix.shape[1])
    made = matrix.copy()
    made.data = np.where(counts[made.indices] > most, 0.0, made.data)
    made.eliminate_zeros()
    return made
