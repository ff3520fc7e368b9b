"""Reports of two things: on one pattern about two matches or two songs, of what happened again, each of its own day."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from claimcheck.judging.answers import Judged
from claimcheck.judging.swaps import WORD
from claimcheck.judging.words import sentence_says
from claimcheck.languages import Pack, load
from claimcheck.reading.spelling import folded, same_stretches, same_word
from claimcheck.records import Reading, Step, Time

LEADS = 6  # sentences in which a report says what it is about, its headline with them
OFTEN = 2  # of them in which a name stands in the place of another: in one it may be a mistake
ALIKE = 0.4  # share of the words of two sentences from which they are on one pattern
DAYS = 2  # between two reports, from which what happened again is not what the earlier one tells
# What is printed with a capital and is no name.
ORDINARY = ("weekday", "month", "title", "role_word", "body_word")
RULES = {
    "events.series": "The reports are on one pattern, each about a thing that the other never names.",
    "events.again": "A report says that it happened again, and the other was published on another day.",
    "events.today": "Each report is of its own day, by its headline.",
}
SERIES = Step("events.series", True, "the reports are on one pattern, and each is about another thing")
AGAIN = Step("events.again", True, "it happened again, and the reports are of two days")
TODAY = Step("events.today", True, "the headlines say of which day each report is")

OWN_DAY = {"unit": "day", "shift": 0}
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """The first sentences of a report as small words, the words of its names, and all its words.

    `again` is whether they say that it happened again, `today` the days that the headline calls its own.
    """

    sentences: tuple[Words, ...]
    names: Set[str]
    words: Set[str]
    again: bool = False
    today: Set[date] = frozenset()
    published: date | None = None


def of_two_things(rows_of: Sequence[Sequence[Judged]], readings: Sequence[Reading]) -> list[list[Judged]]:
    """The rows of every cluster; what two reports say of two things is no clash."""
    clashing = {row.documents for rows in rows_of for row in rows if row.relation == "conflict"}
    met = frozenset().union(*clashing)
    opens = {r.document.id: opening(r) for r in readings if r.document.id in met}
    apart = {
        pair: step
        for pair in clashing
        if len(pair) > 1 and (step := _step(*(opens.get(id) for id in sorted(pair)))) is not None
    }
    return [[_apart(row, apart) for row in rows] for rows in rows_of]


def _step(a: Opening | None, b: Opening | None) -> Step | None:
    """Why two reports are of two things, None where they may be of one."""
    if a is None or b is None:
        return None
    return next((step for step, test in GATES if test(a, b)), None)


def _apart(row: Judged, apart: Mapping[frozenset[str], Step]) -> Judged:
    step = apart.get(row.documents)
    if row.relation != "conflict" or step is None:
        return row
    return row.ending("differs in scope", step)


def opening(reading: Reading) -> Opening:
    """What a report begins with; its names are words with a capital behind a small one.

    >>> from claimcheck import read
    >>> opening(read("Harga cabai di Garut naik.")).names
    frozenset({'garut'})
    """
    words = WORD.findall(reading.document.text)
    pack = load(reading.claims[0].language if reading.claims else "id")
    first = [sentence.span for sentence in reading.sentences[:LEADS]]
    end, headline = (first[-1].end, first[0].end) if first else (0, 0)
    published = reading.document.published
    return Opening(
        tuple(tuple(word.lower() for word in WORD.findall(span.text)) for span in first),
        frozenset(_names(words, pack)),
        frozenset(word.lower() for word in words),
        any(sentence_says(c, "of_again") for c in reading.claims if c.sentence.span.start < end),
        frozenset(
            t.earliest.date()
            for t in reading.times
            if t.span.start < headline and t.earliest and _is_today(t, pack)
        ),
        datetime.fromisoformat(published).date() if published else None,
    )


def _is_today(time: Time, pack: Pack) -> bool:
    """Whether a time is a day that the report calls its own: "hari ini, 8 Juni 2025"."""
    text = time.span.text.lower()
    own = [words for words, value in pack.values["deixis"].items() if value == OWN_DAY]
    return time.grain == "day" and any(text.startswith(words) for words in own)


def _names(words: Sequence[str], pack: Pack) -> Iterator[str]:
    """The words with a capital behind a small word, a comma or another name."""
    inside = False
    for word in words:
        capital = word[0].isupper() and len(word) > 1
        if capital and inside and not _is_ordinary(word, pack):
            yield word.lower()
        inside = word[0].islower() or (inside and (capital or word == ","))


def _is_ordinary(word: str, pack: Pack) -> bool:
    return any(pack.has(name, form) for name in ORDINARY for form in (word, word.lower()))


def on_one_pattern(a: Opening, b: Opening) -> bool:
    """Whether two or more first sentences of both are on one pattern, each with a name that the other report never has.

    >>> bread = Opening((("harga", "roti", "naik"), ("roti", "dijual", "di", "pasar")), {"roti"}, {"roti"})
    >>> milk = Opening((("harga", "susu", "naik"), ("susu", "dijual", "di", "pasar")), {"susu"}, {"susu"})
    >>> on_one_pattern(bread, milk), on_one_pattern(bread, bread)
    (True, False)
    """
    mine, theirs = a.names - b.words, b.names - a.words
    if not mine or not theirs:
        return False
    places = [
        (x, y, names) for x in a.sentences for y in b.sentences if (names := _swapped(x, y, mine, theirs))
    ]
    return _often((x, p) for x, _, (p, _) in places) and _often((y, q) for _, y, (_, q) in places)


def _often(places: Iterable[tuple[Words, Words]]) -> bool:
    """Whether one name stands in the place of another in more than one sentence."""
    holds: dict[str, set[Words]] = defaultdict(set)
    for sentence, names in places:
        for name in names:
            holds[name].add(sentence)
    return any(len(sentences) >= OFTEN for sentences in holds.values())


def _swapped(x: Words, y: Words, mine: Set[str], theirs: Set[str]) -> tuple[Words, Words] | None:
    """The names that two sentences on one pattern have in the same places, where each is of one report alone."""
    if mine.isdisjoint(x) or theirs.isdisjoint(y):
        return None
    same = same_stretches(x, y)
    if 2 * sum(words for _, _, words in same) < ALIKE * (len(x) + len(y)):
        return None
    for (i, j, words), (k, n, _) in pairwise([(0, 0, 0), *same]):
        names = (
            tuple(w for w in x[i + words : k] if w in mine),
            tuple(w for w in y[j + words : n] if w in theirs),
        )
        if _two_names(*names):
            return names
    return None


def _two_names(x: Words, y: Words) -> bool:
    """Whether names stand on both sides, and none is another spelling of one: "Landasan Ulin", "Landasanulin"."""
    p, q = folded(" ".join(x)), folded(" ".join(y))
    if not p or not q or same_word("".join(p), "".join(q)):
        return False
    return not any(same_word(v, w) for v in p for w in q)


def _again(a: Opening, b: Opening) -> bool:
    """Whether a report begins with that it happened again, and the other was published some days before or after."""
    if not (a.again or b.again) or a.published is None or b.published is None:
        return False
    return abs((a.published - b.published).days) >= DAYS


def _of_two_days(a: Opening, b: Opening) -> bool:
    """Whether both headlines say of which day the report is, and it is not the same: the prices of today."""
    return bool(a.today) and bool(b.today) and a.today.isdisjoint(b.today)


GATES: tuple[tuple[Step, Callable[[Opening, Opening], bool]], ...] = (
    (SERIES, on_one_pattern),
    (AGAIN, _again),
    (TODAY, _of_two_days),
)
