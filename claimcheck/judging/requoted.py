"""One saying that two reports quote, in the same words but for a place or two: what stands there in either.

Reports quote what was said at one press conference, each a stretch of it, and each with its own slips: "nggak" for
"enggak". Where so many words in a row are the same that nobody says them twice, a "not" that only one of them has, a
word and its contrary or two names in one place cannot both have been said.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from claimcheck.judging.runs import runs
from claimcheck.judging.swaps import FORM, Line, Part, Swap, Two, about, lines, part
from claimcheck.reading.spelling import same_stretches
from claimcheck.records import Reading

RUN = 5  # words in a row that two reports quote alike only if somebody said them once
BESIDE = 7  # words around a place that both quote, on its two sides together
LONGEST = 3  # words that may stand in a place


def requoted(readings: Sequence[Reading]) -> Iterator[Swap]:
    """The places where two reports quote one saying in other words, never all of it.

    >>> from claimcheck import read
    >>> from claimcheck.records import Document
    >>> texts = ['"Warga {}ikut rapat itu karena jalan ke balai desa ditutup," kata Budi.'] * 2
    >>> texts = [text.format(put) for text, put in zip(texts, ("", "tidak "))]
    >>> two = [read(Document(id=str(i), text=text, language="id")) for i, text in enumerate(texts)]
    >>> [(swap.a.text, swap.b.text) for swap in requoted(two)]
    [('ikut', 'tidak ikut')]
    """
    quoted = [line for reading in readings for line in _quoted(reading)]
    known: dict[tuple[str, str], Two] = {}
    for x, y in _of_one_saying(quoted):
        for a, b in _places(x, y):
            pair = x.document, y.document
            two = known.get(pair) or known.setdefault(pair, about(x.reading, y.reading, whole=True))
            yield Swap(a, b, two)


def _quoted(reading: Reading) -> Iterator[Line]:
    """The sentences of a report as the words of them that are quoted, without signs."""
    said = [(a.content.start, a.content.end) for a in reading.attributions if a.mode == "direct"]
    marked = [(q.start, q.end) for claim in reading.claims for q in claim.quotes]
    quotes = sorted({*said, *marked})
    for line in lines(reading):
        at, whole = line.sentence.span.start, line.sentence.span
        here = [(start, end) for start, end in quotes if start < whole.end and whole.start < end]
        kept = [
            (word, (start, end))
            for word, (start, end) in zip(line.words, line.places, strict=True)
            if word[0].isalnum() and any(s <= at + start and at + end <= e for s, e in here)
        ]
        if len(kept) > RUN:
            yield Line(reading, line.sentence, tuple(w for w, _ in kept), tuple(p for _, p in kept))


def _of_one_saying(quoted: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """The sentences of two reports that quote so many words in a row alike, and others otherwise."""
    owners: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for row, line in enumerate(quoted):
        for run in {*runs(_small(line), RUN)}:
            owners[run].append(row)
    rows = {pair for mine in owners.values() if len(mine) <= FORM for pair in combinations(mine, 2)}
    for i, j in sorted(rows):
        x, y = quoted[i], quoted[j]
        if x.document != y.document and _small(x) != _small(y):
            yield x, y


def _small(line: Line) -> tuple[str, ...]:
    return tuple(word.lower() for word in line.words)


def _places(x: Line, y: Line) -> Iterator[tuple[Part, Part]]:
    """The places where the words differ, with enough words around that are the same."""
    for (i, j, before), (k, n, after) in pairwise(same_stretches(_small(x), _small(y))):
        mine, theirs = (i + before, k), (j + before, n)
        if before and after and before + after >= BESIDE and _longest(mine, theirs) <= LONGEST:
            empty = i + before == k or j + before == n
            yield _part(x, *mine, empty=empty), _part(y, *theirs, empty=empty)


def _longest(*places: tuple[int, int]) -> int:
    return max(end - start for start, end in places)


def _part(line: Line, start: int, end: int, *, empty: bool) -> Part:
    """What stands in the place; the next word with it where the other report has nothing there."""
    return part(line, start, len(line.words) - end - empty)
