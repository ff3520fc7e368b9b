"""Numbers that name one thing: a road marker, a flight, a law or a letter that two places spell nearly alike."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import combinations

from claimcheck.judging.answers import Answer, Judged, sentence_of
from claimcheck.judging.quotation import keys
from claimcheck.languages import load
from claimcheck.reading.spelling import one_sign_apart
from claimcheck.records import Claim, Quantity, Step

NAMING = frozenset({"road", "flight", "law", "number", "plate"})
LONG = 4  # digits from which a slip of one is no other thing
YEAR = 4  # digits of the year at the end of a law's name
SHORT = re.compile(r"\(([^\W\d_]+)\)")  # "Peraturan Menteri Ketenagakerjaan (Permenaker) Nomor 5 Tahun 2025"
LETTERS = re.compile(r"[^\W\d_]+")
MANY = 40  # different numbers of one kind above which nothing is compared
TITLED = frozenset({"law", "number"})  # of which there are many with numbers one apart
IN_COMMON, LEAST = 3, 2  # words beside two such numbers that say that one is meant, and of sentences with few
TITLE = 8  # words behind "tentang" that may be the title of a law

SLIP, SAME = "identity.slip", "identity.same"
RULES = {
    SLIP: "Two long numbers that name one thing by their title or sentences differ in one digit: one is a slip.",
    SAME: "Both name the same road marker, flight, law or letter.",
}


def slip(x: str, y: str) -> bool:
    """The digits differ in one place: one put in, left out, or another, and both are long.

    >>> slip("01200", "014200"), slip("01200", "05900"), slip("12", "13")
    (True, False, False)
    """
    return min(len(x), len(y)) >= LONG and one_sign_apart(x, y)


def misnamed(claims: Sequence[Claim]) -> list[list[Judged]]:
    """For each kind of naming number the places that spell it nearly alike, each pair a conflict."""
    found: dict[tuple[str, str], dict[str, list[Answer]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        for q in claim.quantities:
            if q.kind == "identifier" and q.unit in NAMING:
                found[q.unit, _sort(claim, q)][digits(q)].append(Answer(claim, q.span.text, q.span.start))
    return [rows for key in sorted(found) if (rows := list(_rows(key[0], found[key])))]


def _sort(claim: Claim, q: Quantity) -> str:
    """The sort of a law, by its short name, or the letters of a plate or a flight: "B … XYZ" is no "N … XY".

    An act is no regulation that stands for one ("Undang-Undang", "Perppu"), and "PP" is of the government, not of a
    president.
    """
    if q.unit == "road":
        return ""
    pack = load(claim.language)
    short = SHORT.search(q.span.text) if q.unit == "law" else None
    named = q.span.text if short is None else short[1]
    sort = " ".join(word for word in LETTERS.findall(named.lower()) if not pack.has("number_word", word))
    return str(pack.value("law_sort", sort) or sort)


def _one_meant(a: Answer, b: Answer) -> bool:
    """Whether what stands beside two laws says that they are one: the same title, or else the same words.

    "UU No. 7 Tahun 2004 tentang Sumber Daya Air" is not "UU No. 17 Tahun 2004 tentang Kesehatan Hewan".
    """
    titles = [_title(x) for x in (a, b)]
    if all(titles):
        return 2 * len(titles[0] & titles[1]) > min(map(len, titles))
    beside = [_words(x.claim, x.claim.sentence.span.text.replace(x.says, " ")) for x in (a, b)]
    return len(beside[0] & beside[1]) >= min(IN_COMMON, max(LEAST, *map(len, beside)))


def _title(x: Answer) -> Set[str]:
    """What a law is about, where its number is followed by that."""
    whole = x.claim.sentence.span
    behind = whole.text[x.span.end - whole.start :].split()
    opens = bool(behind) and load(x.claim.language).has("of_title", behind[0])
    return _words(x.claim, " ".join(behind[1 : 1 + TITLE])) if opens else frozenset()


def _words(claim: Claim, text: str) -> Set[str]:
    return frozenset(keys(text, claim.language))


def _two_decades(x: str, y: str) -> bool:
    """Whether two laws have one number and the same year of two decades; laws of two years in a row are two."""
    return len(x) == len(y) > YEAR and slip(x, y) and x[-2] != y[-2]


def digits(q: Quantity) -> str:
    """The digits of a number that names something."""
    return "".join(c for c in q.span.text if c.isdigit())


def _documents(answers: Sequence[Answer]) -> set[str]:
    return {x.claim.document for x in answers}


def _rows(unit: str, values: dict[str, list[Answer]]) -> Iterator[Judged]:
    """A report that gives two laws or road markers knows both; a marker with a digit too many is a slip anywhere.

    So is the decade of a law: "Permenaker Nomor 5 Tahun 2015" where "Nomor 5 Tahun 2025" follows.
    """
    if len(values) > MANY:
        return
    for x, y in combinations(sorted(values), 2):
        two_places = unit != "road" or len(x) == len(y)  # a report may tell of KM 92+200 and of KM 92+600
        if slip(x, y) and not (two_places and _documents(values[x]) & _documents(values[y])):
            both = ((a, b) for a in values[x] for b in values[y])
            yield from (_row(a, b, "conflict") for a, b in both if unit not in TITLED or _one_meant(a, b))
        elif unit == "law" and _two_decades(x, y):
            apart = (
                (a, b) for a in values[x] for b in values[y] if sentence_of(a.claim) != sentence_of(b.claim)
            )
            yield from (_row(a, b, "conflict") for a, b in apart)
    for same in values.values():
        yield from (_row(same[0], other, "same") for other in same[1:])


def _row(a: Answer, b: Answer, relation: str) -> Judged:
    words = f"{a.says} and {b.says} differ in one digit" if relation == "conflict" else f"both say {a.says}"
    rule = SLIP if relation == "conflict" else SAME
    return Judged("number", relation, (Step(rule, True, words),), a, b)  # type: ignore[arg-type]
