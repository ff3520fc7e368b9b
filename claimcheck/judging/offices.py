"""Offices: two reports that give one person an office of two places, or two people one office, cannot both be right."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, takewhile

from claimcheck.judging.answers import Answer, Judged
from claimcheck.judging.parties import is_state, names_in
from claimcheck.languages import LANGUAGES, Pack, load
from claimcheck.linking.weights import own_years
from claimcheck.reading.spelling import folded, same_name, same_word
from claimcheck.records import Claim, Step
from claimcheck.records.finding import Relation

HOLDER = -50  # the same for the holder of an office
OFFICE = -5  # what tells the answer from the other answers of its claim; ranks are counted down from here
DEPUTY_OF = "deputy of "
OF_BODY = " of a body"  # who holds such an office may hold another: chairman of a party and of parliament
FULL = 2  # words of a name that is enough to be one person's
OF_STATE = 2  # words before an office that may name its state: "North Korean leader"
NOBODYS = ("office_link", "body_word", "number_word")  # of no person: "Fraksi Rakyat", "Nomor VI Tahun"
REACH = 14  # words behind an office in which its place and its holder stand
APART, SAME, HELD, DEPUTY = "offices.apart", "offices.same", "offices.held", "offices.deputy"
RULES = {
    DEPUTY: "Two reports make one person the holder of an office and the deputy: governor and deputy governor.",
    HELD: "Two reports give one office of one place or body to two people: police chief of Bogor, by two names.",
    APART: "Two reports give one person the same office, of two places: police chief of Bogor and of Depok.",
    SAME: "Both reports give the person the same office.",
}
WORD = re.compile(r"[\w’'-]+|[^\w\s]")
NUMERAL = re.compile(r"[ivxl]+|[0-9]+")
BRACKETED = re.compile(r"\s*\(\s*[^()\s]+\s*\)")  # "Dinas Perhubungan (Dishub) Jakarta"
Words = tuple[str, ...]
Known = Mapping[str, Sequence[Words]]  # people by each word of their names


@dataclass(frozen=True, slots=True)
class Held:
    """One office as a sentence gives it: who holds it, which, of which place, and the answer as printed."""

    person: Words
    office: str
    place: Words
    answer: Answer


def two_offices(claims: Sequence[Claim]) -> list[list[Judged]]:
    """For each office the people whom two reports give it, once for two places: those pairs are conflicts.

    A report that itself gives both places knows both. What tells of a change of office, or of an earlier year ("tahun
    1992 antara Gubernur Aceh Ibrahim Hasan dan …"), is not heard.
    """
    known, own = known_people(claims), own_years(claims)
    past = {_sentence(claim) for claim in claims if _earlier(claim, own)}
    found: dict[tuple[str, str], list[Held]] = defaultdict(list)
    for claim in {_sentence(c): c for c in reversed(claims) if _sentence(c) not in past}.values():
        for row in held(claim, known):
            found[row.office, row.person[0][:2]].append(row)
    rows = [rows for key in sorted(found) if (rows := list(_rows(found[key])))]
    given = [row for mine in found.values() for row in mine]
    return [*rows, *_and_deputies(found), *_two_holders(given)]


def _sentence(claim: Claim) -> tuple[str, int]:
    return claim.document, claim.sentence.span.start


def _earlier(claim: Claim, own: Mapping[str, int]) -> bool:
    """Whether a claim gives a year before its report's own."""
    years = (time.earliest.year for time in claim.times if time.earliest is not None)
    return any(year < own.get(claim.document, year) for year in years)


def _two_holders(rows: Sequence[Held]) -> Iterator[list[Judged]]:
    """For each office of a place its holders, where no report knows two: each two of them are a conflict."""
    offices: dict[tuple[str, Words], list[Held]] = defaultdict(list)
    for row in rows:
        offices[row.office, row.place].append(row)
    for office in sorted(offices):
        holders = offices[office]
        pairs = list(combinations(holders, 2))
        two = [(a, b) for a, b in pairs if not one_person(a.person, b.person)]
        short = any(len(row.person) < FULL for row in holders)
        if two and not short and not any(a.answer.claim.document == b.answer.claim.document for a, b in two):
            yield [
                _row(_with_name(a), _with_name(b), *_verdict(a, b))
                for a, b in pairs
                if a.answer.claim.document != b.answer.claim.document
            ]


def _and_deputies(found: Mapping[tuple[str, str], Sequence[Held]]) -> Iterator[list[Judged]]:
    """For each deputy of an office the reports that give him the office itself, where none gives him both."""
    for office, name in sorted(key for key in found if key[0].startswith(DEPUTY_OF)):
        deputies, holders = found[office, name], found.get((office.removeprefix(DEPUTY_OF), name), ())
        pairs = [
            (a, b)
            for a in holders
            for b in deputies
            if one_person(a.person, b.person) and not _apart(a.place, b.place)
        ]
        both = {a.answer.claim.document for a, _ in pairs} & {b.answer.claim.document for _, b in pairs}
        if pairs and not both:
            yield [
                _row(a, b, "conflict", DEPUTY, f"one holds {a.answer.says} or is its deputy")
                for a, b in pairs
            ]


def _verdict(a: Held, b: Held) -> tuple[Relation, str, str]:
    if one_person(a.person, b.person):
        return "same", SAME, "both give the office to one person"
    return "conflict", HELD, f"{a.answer.says} has two names"


def _with_name(row: Held) -> Held:
    """The office with its holder, an answer of its own."""
    says = f"{row.answer.says} {' '.join(row.person).title()}"
    return replace(row, answer=Answer(row.answer.claim, says, HOLDER))


def known_people(claims: Iterable[Claim]) -> Known:
    """The people whom the claims name in full, by each word of their names."""
    found: dict[str, list[Words]] = defaultdict(list)
    for name in sorted({name for claim in claims for name in _people(claim)}):
        for word in dict.fromkeys(name):
            found[word].append(name)
    return found


def held(claim: Claim, known: Known) -> Iterator[Held]:
    """The offices that a sentence says some people hold, who are known by each word of their names.

    >>> from claimcheck import read
    >>> (claim,) = read("Kapolres Bogor, AKBP Rio Wahyu, menutup jalan.").claims
    >>> known = {"rio": [("rio", "wahyu")], "wahyu": [("rio", "wahyu")]}
    >>> [(row.person, row.office, row.place) for row in held(claim, known)]
    [(('rio', 'wahyu'), 'kapolres', ('bogor',))]
    """
    pack = load(claim.language)
    if claim.sentence.kind in (
        "headline",
        "heading",
    ):  # "Kecantikan Gubernur Sherly Bikin Dedi dan Putrinya Terpesona"
        return
    words = _spelled_out(WORD.findall(BRACKETED.sub("", claim.sentence.span.text)), pack)
    lowers = [word.lower() for word in words]
    if any(pack.has("office_moves", word) for word in lowers):
        return
    for i, word in enumerate(lowers):
        least = pack.value("body_office", word)
        office = pack.value("place_office", word) or (least and word + OF_BODY)
        deputy = i > 0 and pack.has("deputy", lowers[i - 1])
        if office is None or (i and not deputy and pack.has("office_not_held", lowers[i - 1])):
            continue
        if deputy and (
            least is not None or (i > 1 and (lowers[i - 2] in "-/," or pack.has("and", lowers[i - 2])))
        ):
            continue
        start = next(
            j for j in range(i + 1, len(words) + 1) if not pack.has("office_link", "".join(lowers[j : j + 1]))
        )
        place, person = _named(_pieces(words, start, pack), _before(words, i), known)
        of = folded(" ".join(place))
        if least is not None:
            of = tuple(word for word in of if not pack.has("body_filler", word))
        if person and len(of) >= int(least or 1) and not _of_each_place(of, pack):
            printed = " ".join([*words[i - deputy : start], *place])
            yield Held(person, DEPUTY_OF * deputy + office, of, Answer(claim, printed, OFFICE))


def _of_each_place(body: Words, pack: Pack) -> bool:
    """Whether a body is of a place that is not read, or an office of an office: "Kanit Polsek", "Presiden Direktur"."""
    return pack.has("of_each_place", body[-1]) or all(pack.has("role_word", word) for word in body)


def states_of(claims: Sequence[Claim]) -> Mapping[str, frozenset[str]]:
    """The states for which the people of some reports hold an office, by name: "pemimpin Korea Utara Kim Jong Un".

    >>> from claimcheck import read
    >>> states_of(read("Pemimpin Korea Utara Kim Jong Un bertemu delegasi di Pyongyang.").claims)
    {'kim jong un': frozenset({'KP'})}
    """
    known, found = known_people(claims), dict[str, frozenset[str]]()
    for claim in {_sentence(claim): claim for claim in claims}.values():
        pack, words = load(claim.language), WORD.findall(claim.sentence.span.text)
        for i in (i for i, word in enumerate(words) if pack.has("role_word", word.lower())):
            place, person = _named(_pieces(words, i + 1, pack), _before(words, i), known)
            state = " ".join(place or words[max(0, i - OF_STATE) : i])
            mine = frozenset(filter(is_state, names_in(state, claim.language)))
            if mine and person is not None and len(person) >= FULL:
                name = " ".join(person)
                found[name] = found.get(name, mine) | mine
    return found


def _spelled_out(words: Sequence[str], pack: Pack) -> list[str]:
    """The words with the short forms of offices in full: "Kadishub" is "Kepala Dinas Perhubungan"."""
    return [part for word in words for part in (pack.value("office_short", word.lower()) or word).split()]


def _people(claim: Claim) -> Iterator[Words]:
    """The people whom a claim names in full, and its speaker where that is one; ranks are left out.

    >>> from claimcheck import read
    >>> (claim,) = read("Menurut Rio Wahyu, PT Maju Jaya melanggar TAP MPR Nomor VI Tahun 2001.").claims
    >>> set(_people(claim))
    {('rio', 'wahyu')}
    """
    pack = load(claim.language)
    names = [name for name in claim.question.names if name == name.lower() and " " in name]
    for words in map(folded, (*names, *_speakers(claim))):
        last = max((i + 1 for i, w in enumerate(words) if pack.has("rank_word", w)), default=0)
        if words[last:] and not any(_nobodys(word, pack) for word in words):
            yield words[last:]


def _speakers(claim: Claim) -> list[str]:
    """The speaker of a claim, if it is somebody: "Kemlu RI" is a body."""
    source = claim.attribution.source if claim.attribution is not None else None
    keys = names_in(source, claim.language) if source else frozenset()
    return [source] if source and any(key == key.lower() for key in keys) else []


def _nobodys(word: str, pack: Pack) -> bool:
    """Whether a word is of no person's name: of a place, a body, a company or the number of a law."""
    return any(pack.has(name, word) for name in NOBODYS) or pack.has("company_form", word.upper())


def _pieces(words: Sequence[str], start: int, pack: Pack) -> list[list[str]]:
    """The runs of capitals behind an office, cut at commas, brackets and ranks, as far as nothing else stands there."""
    found: list[list[str]] = [[]]
    for word in words[start : start + REACH]:
        if word in ",()." or pack.has("rank_word", word.lower()):
            found.append([])
        elif word[0].isupper():
            found[-1].append(word)
        else:
            break
    return [piece for i, piece in enumerate(found) if piece or not i]


def _before(words: Sequence[str], at: int) -> list[str]:
    """The run of capitals before an office that a comma sets apart: «Rio Wahyu», Kapolres Bogor."""
    if words[at - 1 : at] != [","]:
        return []
    start = at - 1
    while start and words[start - 1][0].isupper():
        start -= 1
    return list(words[start : at - 1])


def _named(pieces: list[list[str]], before: list[str], known: Known) -> tuple[list[str], Words | None]:
    """The place of an office and its holder: in one run, in the next one, or before it; no place in a mere name."""
    first = pieces[0]
    longer = any(holder(first[i:], known) == folded(" ".join(first[i:])) for i in range(1, len(first) - 1))
    if holder(first, known) and not longer:
        return [], None
    person = next((p for i in range(1, len(first)) if (p := holder(first[i:], known))), None)
    if person:
        return list(takewhile(lambda word: not set(folded(word)) & set(person), first)), person
    behind = holder(pieces[1], known) if len(pieces) > 1 else None
    return first, behind or holder(before, known)


def holder(words: Sequence[str], known: Known) -> Words | None:
    """The shortest full name that these words are, or are a part of; "utara bobby nasution" is a misread one.

    None where two people have them in their names: "Deputy Ortiz", of Jerry and Art Ortiz.
    """
    name = folded(" ".join(words))
    fits = [person for person in known.get(name[0], ()) if set(name) <= set(person)] if name else []
    if not fits:
        return None
    shortest = min(fits, key=lambda p: (len(p) < FULL, len(p), p))
    return shortest if all(one_person(shortest, p) for p in fits if len(p) >= FULL) else None


def _rows(rows: Sequence[Held]) -> Iterator[Judged]:
    for a, b in combinations(rows, 2):
        if a.answer.claim.document == b.answer.claim.document or not one_person(a.person, b.person):
            continue
        if a.office.endswith(OF_BODY):
            if _numbered_apart(a.place, b.place) and not _knows(rows, a, b) and not _knows(rows, b, a):
                yield _row(a, b, "conflict", APART, f"{a.answer.says} and {b.answer.says} are two offices")
        elif not _apart(a.place, b.place):
            yield _row(a, b, "same", SAME, f"both say {a.answer.says}")
        elif not _knows(rows, a, b) and not _knows(rows, b, a):
            yield _row(a, b, "conflict", APART, f"{a.answer.says} and {b.answer.says} are two offices")


def _row(a: Held, b: Held, relation: Relation, rule: str, says: str) -> Judged:
    return Judged("attribution", relation, (Step(rule, True, says),), a.answer, b.answer)


def _knows(rows: Sequence[Held], a: Held, b: Held) -> bool:
    """Whether the report of the one gives the other's place too."""
    mine = [row for row in rows if row.answer.claim.document == a.answer.claim.document]
    return any(one_person(row.person, b.person) and not _apart(row.place, b.place) for row in mine)


def one_person(a: Words, b: Words) -> bool:
    """Whether two names are one person's, by some of its words or an initial: "Markus O. Mansnembra".

    >>> one_person(("markus", "o", "mansnembra"), ("markus", "oktovianus", "mansnembra"))
    True
    """
    if min(len(a), len(b)) < FULL:
        return a == b
    initials = len(a) == len(b) and all(
        v == w or min((v, w), key=len) == max((v, w), key=len)[0] for v, w in zip(a, b, strict=True)
    )
    return initials or same_name(" ".join(a), " ".join(b))


def _apart(a: Words, b: Words) -> bool:
    """Whether two places are two: neither is a part, a spelling or a short form of the other.

    >>> _apart(("bogor",), ("depok",)), _apart(("jakarta",), ("dki", "jakarta")), _apart(("jabar",), ("jawa", "barat"))
    (True, False, False)
    >>> _apart(("china",), ("tiongkok",)), _apart(("as", "serikat"), ("amerika", "serikat"))
    (False, False)
    """
    if _states(a) & _states(b):
        return False
    short, long = sorted((a, b), key=len)
    if all(any(same_word(v, w) for w in long) for v in short):
        return False
    return not (_short_for("".join(a), "".join(b)) or _short_for("".join(b), "".join(a)))


def _states(place: Words) -> frozenset[str]:
    """The codes of the states that a place names in any language: "AS", "Amerika Serikat"."""
    forms = (" ".join(place).title(), " ".join(place).upper())
    return frozenset(
        key for form in forms for code in LANGUAGES for key in names_in(form, code) if is_state(key)
    )


def _numbered_apart(a: Words, b: Words) -> bool:
    """Whether two bodies differ in their number alone: "Komisi VI DPR", "Komisi XI DPR".

    >>> _numbered_apart(("komisi", "vi", "dpr"), ("komisi", "xi", "dpr")), _numbered_apart(("dpr",), ("dpr", "xi"))
    (True, False)
    """
    numbers = [[word for word in body if NUMERAL.fullmatch(word)] for body in (a, b)]
    names = [[word for word in body if not NUMERAL.fullmatch(word)] for body in (a, b)]
    return len(numbers[0]) == len(numbers[1]) == 1 and numbers[0] != numbers[1] and names[0] == names[1]


def _short_for(short: str, long: str) -> bool:
    """Whether the letters of the one stand in the other in their order, the first one first: Jabar, Jawa Barat."""
    rest = iter(long)
    return short[0] == long[0] and all(letter in rest for letter in short)
