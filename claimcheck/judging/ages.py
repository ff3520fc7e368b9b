"""Ages of one person: "JHP (69)" here and "JHP yang berusia 52 tahun" there cannot both be right."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from claimcheck.judging.answers import Answer, Judged
from claimcheck.judging.offices import FULL, WORD, one_person
from claimcheck.languages import Pack, load
from claimcheck.languages.lexicon import lexicon
from claimcheck.reading.spelling import folded
from claimcheck.records import Claim, Quantity, Step

APART, SAME = "ages.apart", "ages.same"
RULES = {
    APART: "Two reports give one person two ages, more than a birthday apart.",
    SAME: "Both reports give the person the same age.",
}
BIRTHDAY = 1  # years by which the age of one person may differ from report to report
UNDATED = 4  # the same where nothing tells from when a report is: a crime, and the trial for it
YEAR = 365
BETWEEN = 4  # words and signs between a name and the age: "Rina, perempuan berusia"
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aged:
    """One age that a report gives a person by name."""

    person: Words
    years: int
    answer: Answer


def two_ages(claims: Sequence[Claim], published: Mapping[str, datetime]) -> list[list[Judged]]:
    """For each person whose age two reports give, the pairs of them; a report that gives both ages knows both.

    A name of one word may be another's: its reports must share a full name beside it.

    >>> from claimcheck import read
    >>> from claimcheck.records import Document
    >>> texts = ("Polisi menahan Rina Kusuma (34) di Solo.", "Rina Kusuma yang berusia 43 tahun ditahan polisi.")
    >>> two = [read(Document(id=str(i), text=text, language="id")) for i, text in enumerate(texts)]
    >>> [(row.a.says, row.b.says) for (row,) in two_ages([c for r in two for c in r.claims], {})]
    [('34', '43 tahun')]
    """
    people: dict[str, list[Aged]] = defaultdict(list)
    seen: set[tuple[str, int]] = set()
    for claim in claims:
        for q in claim.quantities:
            place = claim.document, q.span.start
            if place not in seen and (row := aged(claim, q)) is not None:
                seen.add(place)
                people[row.person[0]].append(row)
    full = _full_names(claims)
    return [rows for name in sorted(people) if (rows := list(_rows(people[name], full, published)))]


def aged(claim: Claim, q: Quantity) -> Aged | None:
    """Whose age a number is: the name right before it, in brackets, between commas or by a word for age."""
    if q.kind != "age" or q.low is None or q.low != q.high or q.unit != "year" or q.hedge is not None:
        return None
    whole, pack = claim.sentence.span, load(claim.language)
    words = WORD.findall(whole.text[: max(0, q.span.start - whole.start)])
    name = _name(words, pack)
    return Aged(name, int(q.low), Answer(claim, q.span.text, q.span.start)) if name else None


def _name(words: Sequence[str], pack: Pack) -> Words:
    """The run of capitals that the words end on, but for the words for age and sex and the signs behind it."""
    end = len(words)
    while end and len(words) - end < BETWEEN and not words[end - 1][0].isupper():
        between = words[end - 1].lower()
        if between not in ",(" and not any(pack.has(name, between) for name in ("of_age", "agedword")):
            return ()
        end -= 1
    start = end
    while start and words[start - 1][0].isupper():
        start -= 1
    last = max((i + 1 for i in range(start, end) if pack.has("rank_word", words[i].lower())), default=start)
    known, first = lexicon(pack.code), words[last:end][:1]
    ordinary = any(
        known.concept(word) or known.is_stop(word) for word in first
    )  # "Pemain berusia 31 tahun itu"
    return () if ordinary and end - last < FULL else tuple(folded(" ".join(words[last:end])))


def _full_names(claims: Sequence[Claim]) -> Mapping[str, Set[str]]:
    """The names of two words or more that each report gives."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        found[claim.document] |= {name for name in claim.question.names if " " in name}
    return found


def _rows(
    rows: Sequence[Aged], full: Mapping[str, Set[str]], published: Mapping[str, datetime]
) -> Iterator[Judged]:
    for a, b in combinations(rows, 2):
        x, y = a.answer.claim.document, b.answer.claim.document
        if x == y or not one_person(a.person, b.person) or not (len(a.person) >= FULL or full[x] & full[y]):
            continue
        if a.years == b.years:
            yield Judged(
                "number", "same", (Step(SAME, True, f"both say {a.answer.says}"),), a.answer, b.answer
            )
        elif abs(a.years - b.years) > _grown(published.get(x), published.get(y)) and not (
            _knows(rows, a, b) or _knows(rows, b, a)
        ):
            says = f"{a.answer.says} and {b.answer.says} are two ages"
            yield Judged("number", "conflict", (Step(APART, True, says),), a.answer, b.answer)


def _grown(a: datetime | None, b: datetime | None) -> int:
    """The years that a person may have aged between two reports."""
    return UNDATED if a is None or b is None else BIRTHDAY + abs((a - b).days) // YEAR


def _knows(rows: Sequence[Aged], a: Aged, b: Aged) -> bool:
    """Whether the report of the one gives the other's age too."""
    return any(
        row.answer.claim.document == a.answer.claim.document
        and row.years == b.years
        and one_person(row.person, b.person)
        for row in rows
    )
