"""Sentences of two reports that differ in one place: what stands there, and what else the reports say of it.

Reports that have nearly all their sentences word for word are copies as wholes; others may share single sentences.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from claimcheck.judging.runs import around
from claimcheck.judging.verbatim import Place
from claimcheck.languages import Pack, load
from claimcheck.languages.lexicon import lexicon
from claimcheck.linking.aliases import nicknames
from claimcheck.reading.spelling import folded
from claimcheck.records import Quantity, Reading, Sentence, Time

WORD = re.compile(r"\w+(?:[.,:/’'-]\w+)*|[^\w\s]")
LINE = 5  # words and signs from which a sentence that two reports share is no chance
SHORT = 3  # the same for a sentence of two copies that differs in one place
COPIED = 0.7  # share of the sentences of the shorter report that a copy has word for word
LEAST = 3  # and so many of them
SHARED = 2  # sentences that two reports share from which another one of both is copied too
RUN = 10  # words around the one place in a sentence of two reports that are no copies of each other
AROUND = 0.5  # share of a sentence that stands around the one place
LONGEST = 9  # words that may stand in the one place
FORM = 40  # reports that share a sentence, above which it is of the page: "SCROLL TO CONTINUE WITH CONTENT"
OFTEN = 12  # sentences that begin or end alike, above which they are a form


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of a report as words, with what is read in it."""

    reading: Reading
    sentence: Sentence
    words: tuple[str, ...]
    places: tuple[Place, ...]

    @property
    def document(self) -> str:
        """The id of its report."""
        return self.reading.document.id


@dataclass(frozen=True, slots=True)
class Part:
    """What one of two copies has in the one place: its words, those around it, and what is read there."""

    line: Line
    start: int
    end: int
    words: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words as printed."""
        whole = self.line.sentence.span
        return whole.text[self.start - whole.start : self.end - whole.start]

    @property
    def times(self) -> list[Time]:
        """The times that stand in the place, or reach into it."""
        return [t for t in self.line.reading.times if t.span.start < self.end and self.start < t.span.end]

    @property
    def quantities(self) -> list[Quantity]:
        """The numbers that stand in the place, or reach into it."""
        return [
            q for q in self.line.reading.quantities if q.span.start < self.end and self.start < q.span.end
        ]


@dataclass(frozen=True, slots=True)
class Two:
    """Two reports with sentences in common, `whole` where they are copies, `later` where one is of another time.

    `people` are the names of two words or more that they give, `bynames` what else they call somebody.
    """

    whole: bool
    later: bool
    people: frozenset[tuple[str, ...]]
    bynames: frozenset[str]
    pack: Pack


@dataclass(frozen=True)
class Swap:
    """Two copies of a sentence that differ in one place, what stands there, and whether it is quoted."""

    a: Part
    b: Part
    two: Two

    @property
    def parts(self) -> tuple[Part, Part]:
        """Both sides."""
        return self.a, self.b

    @cached_property
    def quoted(self) -> bool:
        """Whether the place stands between quotation marks on both sides."""
        return all(_in_quotes(part) for part in self.parts)

    @cached_property
    def content(self) -> tuple[list[str], list[str]]:
        """The words of content of either side that the other side does not have."""
        mine, theirs = (content(p.words, self.two.pack) for p in self.parts)
        both = {w.lower() for w in mine} & {w.lower() for w in theirs}
        return [w for w in mine if w.lower() not in both], [w for w in theirs if w.lower() not in both]


def swaps(readings: Sequence[Reading]) -> Iterator[Swap]:
    """The sentences of two reports that differ in one place, where the reports share others word for word."""
    lines_of = {r.document.id: list(lines(r)) for r in readings}
    by_id = {r.document.id: r for r in readings}
    for x, y in _sharing(lines_of):
        texts = [{line.words for line in lines_of[d]} for d in (x, y)]
        mine, theirs = (
            [line for line in lines_of[d] if line.words not in texts[0] & texts[1]] for d in (x, y)
        )
        both = {words for words in texts[0] & texts[1] if len(words) >= LINE}
        short = min(sum(len(words) >= LINE for words in text) for text in texts)
        whole = len(both) >= max(LEAST, COPIED * short)
        one_language = len({by_id[d].claims[0].language for d in (x, y)}) == 1
        if (whole or len(both) >= SHARED) and one_language:
            yield from _of_two(mine, theirs, about(by_id[x], by_id[y], whole=whole))


def _sharing(lines: Mapping[str, Sequence[Line]]) -> list[tuple[str, str]]:
    """The pairs of reports that share so many sentences as copied ones do."""
    owners: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for document, mine in lines.items():
        for line in mine:
            if len(line.words) >= LINE:
                owners[line.words].add(document)
    told = (sorted(ids) for ids in owners.values() if len(ids) <= FORM)
    shared = Counter(pair for ids in told for pair in combinations(ids, 2))
    return sorted(pair for pair, n in shared.items() if n >= SHARED)


def lines(reading: Reading) -> Iterator[Line]:
    """The sentences of a report that make claims, as words."""
    told = {claim.sentence.span.start for claim in reading.claims}
    for sentence in reading.sentences:
        found = list(WORD.finditer(sentence.span.text))
        if len(found) >= SHORT and sentence.span.start in told:
            yield Line(
                reading, sentence, tuple(w[0] for w in found), tuple((w.start(), w.end()) for w in found)
            )


def _of_two(mine: Sequence[Line], theirs: Sequence[Line], two: Two) -> Iterator[Swap]:
    ends: dict[tuple[object, ...], list[Line]] = defaultdict(list)
    for line in theirs:
        for key in _ends(line):
            ends[key].append(line)
    for line in mine:
        near = [other for key in _ends(line) if len(ends[key]) <= OFTEN for other in ends[key]]
        found = {id(other): parts for other in near if (parts := _parts(line, other, two.whole)) is not None}
        if found:
            yield Swap(*min(found.values(), key=lambda p: len(p[0].words) + len(p[1].words)), two)


def _ends(line: Line) -> tuple[tuple[object, ...], tuple[object, ...]]:
    """What a sentence begins with, and what it ends on."""
    return ("head", *line.words[:2]), ("tail", *line.words[-2:])


def _parts(x: Line, y: Line, whole: bool) -> tuple[Part, Part] | None:
    """The one place where two sentences differ, where they are one sentence."""
    head, tail = around(x.words, y.words)
    same = head + tail
    if same >= min(len(x.words), len(y.words)):  # one has nothing there: the next word stands beside it
        head, tail = (head, tail - 1) if tail else (head - 1, tail)
    a, b = (part(line, head, tail) for line in (x, y))
    least = SHORT if whole else RUN
    if max(len(a.words), len(b.words)) > LONGEST or same < least:
        return None
    return (a, b) if same >= AROUND * max(len(x.words), len(y.words)) else None


def part(line: Line, head: int, tail: int) -> Part:
    """What a sentence has between its first and its last words."""
    last = len(line.words) - tail
    start, end = line.places[head][0], line.places[last - 1][1]
    at = line.sentence.span.start
    words = line.words
    return Part(line, at + start, at + end, words[head:last], words[:head], words[last:])


def about(x: Reading, y: Reading, *, whole: bool) -> Two:
    """What two reports have in common, as far as it tells what two words of theirs stand for."""
    published = {r.document.published for r in (x, y)} - {None}
    others = nicknames(r.document.text for r in (x, y))
    return Two(
        whole,
        later=len(published) > 1,
        people=frozenset(name for r in (x, y) for name in _full_names(r)),
        bynames=frozenset(name.lower() for names in others.values() for name in names),
        pack=load(x.claims[0].language),
    )


def _full_names(reading: Reading) -> Iterator[tuple[str, ...]]:
    """The names of two words or more that a report gives, folded."""
    for name in {name for claim in reading.claims for name in claim.question.names if " " in name}:
        yield folded(name)


def _in_quotes(part: Part) -> bool:
    quotes = (q for claim in part.line.reading.claims for q in claim.quotes)
    return any(q.start <= part.start and part.end <= q.end for q in quotes)


def content(words: Sequence[str], pack: Pack) -> list[str]:
    known = lexicon(pack.code)
    return [w for w in words if w[0].isalnum() and not known.is_stop(w)]
