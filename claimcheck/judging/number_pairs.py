"""Which numbers of two linked claims may answer one question: each taken once, nearest values first."""

from collections.abc import Iterator

from claimcheck.judging.amounts import (
    comparable,
    equal_values,
    gap,
    in_one_unit,
    in_two_units,
    is_long,
    may_meet,
    middle,
    of_people,
    once_more,
    rival,
)
from claimcheck.judging.words import before
from claimcheck.languages.lexicon import broader, lexicon
from claimcheck.records import Claim, Quantity

OF_A_SIZE = 3  # times one number may be the other that stands behind the same word
SLIPPING = ("count", "duration", "money")  # kinds of which a figure may slip into another unit


def pairs(a: Claim, b: Claim) -> Iterator[tuple[Quantity, Quantity]]:
    """The quantities of two linked claims that count the same thing, each taken once, nearest values first.

    Where one of them has several and some meet, only what meets is paired: "naik dari 2,15 menjadi 3" against
    "menjadi 3" is no difference of 2.15 and 3. But what stands behind one word of its own is: "reklamasi 120 hektare".
    And so are people left over on both sides, beside one long number: "Rp 1.923,8 miliar untuk 488.248 pegawai".
    """
    rows = [
        (x, y, *in_one_unit(x, y)) for x in a.quantities for y in b.quantities if comparable(x, y)
    ]  # each as printed and in one unit
    rows.sort(
        key=lambda r: (
            not equal_values(*r[2:]),
            not may_meet(*r[2:]),
            gap(*r[2:]),
            r[0].span.start,
            r[1].span.start,
        )
    )
    left: set[Quantity] = set()
    right: set[Quantity] = set()
    for x, y, mine, theirs in rows:
        if x in left or y in right:
            continue
        if may_meet(mine, theirs) or _alone(x, y, a, b, left, right) or _behind_one_word(x, y, a, b):
            left.add(x)
            right.add(y)
            yield mine, theirs
    yield from ((x, y) for x, y in _one_figure(a, b) if x not in left and y not in right)
    ones, others = (
        [q for q in c.quantities if q not in used and of_people(q)] for c, used in ((a, left), (b, right))
    )
    if len(ones) == len(others) == 1 and any(is_long(x) and equal_values(x, y) for x in left for y in right):
        yield ones[0], others[0]


def _one_figure(a: Claim, b: Claim) -> Iterator[tuple[Quantity, Quantity]]:
    """The one number of a kind in each claim, where it is one figure in two units: "5 tahun" and "5 bulan"."""
    for sort in SLIPPING:
        mine, theirs = ([q for q in c.quantities if q.kind == sort] for c in (a, b))
        if len(mine) == len(theirs) == 1 and in_two_units(mine[0], theirs[0]):
            yield mine[0], theirs[0]


def _behind_one_word(x: Quantity, y: Quantity, a: Claim, b: Claim) -> bool:
    """Whether one word that tells something stands just before two numbers of a size, and before no other of theirs."""
    low, high = sorted((abs(middle(x)), abs(middle(y))))
    mine, theirs = ([_word_before(c, q) for q in c.quantities] for c in (a, b))
    word = _word_before(a, x)
    if word is None or word != _word_before(b, y) or high > OF_A_SIZE * low:
        return False
    return mine.count(word) == theirs.count(word) == 1


def _word_before(claim: Claim, q: Quantity) -> str | None:
    """What the word before a number tells, None where it tells that something changed: "menjadi 1,9 juta"."""
    words = lexicon(claim.language)
    word = "".join(before(claim, q, 1)).lower()
    return None if q.change is not None or words.is_stop(word) else words.concept(word)


def _alone(x: Quantity, y: Quantity, a: Claim, b: Claim, left: set[Quantity], right: set[Quantity]) -> bool:
    """Whether nothing else in either claim could be what the other one counts."""
    told = x.counted is not None and x.counted == y.counted
    rivals_x = [q for q in a.quantities if q not in left and rival(q, y, told) and not once_more(q, x)]
    rivals_y = [q for q in b.quantities if q not in right and rival(q, x, told) and not once_more(q, y)]
    return not (rivals_x or rivals_y or _one_of_kinds(x, y, a) or _one_of_kinds(y, x, b))


def _one_of_kinds(x: Quantity, y: Quantity, claim: Claim) -> bool:
    """Whether a claim counts several kinds of what the other counts as one: two women and a man, three people."""
    if y.counted is None or y.counted != broader(x.counted or ""):
        return False
    return any(q.counted != x.counted and y.counted == broader(q.counted or "") for q in claim.quantities)
