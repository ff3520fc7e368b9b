"""Names: states and bodies by their gazetteer, and runs of capitals that are people, places, bodies."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from claimcheck.languages import Pack, load
from claimcheck.languages.cldr import territories
from claimcheck.languages.lemmas import listed
from claimcheck.languages.lexicon import kind as kind_of
from claimcheck.languages.lexicon import lexicon
from claimcheck.reading.rules import Found
from claimcheck.reading.speech_names import headline
from claimcheck.text.tokens import Tokens

NameKind = Literal["state", "capital", "government", "province", "organisation", "name"]
GAZETTEER: tuple[NameKind, ...] = ("state", "capital", "government", "province", "organisation")
NOT_TERRITORIES = frozenset({"AS", "Dunia", "Jersey", "Chad", "Georgia", "Jordan", "Guinea"})
LONGEST = 7  # words of one name; a longer run of capitals is a headline
MIDDLE = re.compile(r"(?<=\w )[A-Z]\. ?(?=\w)")  # "Samuel «L.» Jackson" and "Samuel Jackson" are one
PHRASE = 2  # unknown words from which on capitals may be a phrase: "Idul Adha", no "Perang Korea"
INITIALS = 2  # capitals that may be somebody's initials; more of them are a body: "TNBTS"
CRY = 2  # words of a cry that begins a line
ROMAN = frozenset("IVX")
JOINTS = 2  # tokens between two parts of an office: ", dan"
SYLLABLES = 2  # words of a name from which on a small part may follow: "Kim Sang-sik", no "Ganda-campuran"


@dataclass(frozen=True, slots=True)
class Name:
    """A name as printed, and its key: an ISO code, a body's code, or the folded words."""

    kind: NameKind
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class _View:
    """What a run of capitals is looked at with.

    The tokens whose capital says nothing (`firsts`), those of headlines among them, all words printed, and what stands
    in capitals below the headlines, by itself and in pairs.
    """

    tokens: Tokens
    pack: Pack
    firsts: set[int]
    headlines: set[int]
    printed: frozenset[str]
    below: frozenset[str]
    beside: frozenset[tuple[str, str]]


def read_names(
    tokens: Tokens,
    pack: Pack,
    sentences: Sequence[tuple[int, int]],
    entities: Sequence[tuple[int, int]] = (),
    titles: Sequence[tuple[int, int]] = (),
) -> list[Found[Name]]:
    """All names of a text in order; sentences are token ranges, since their first capital says nothing.

    `entities` are places (code points of the text, half-open) where a pipeline of the caller's sees a name: they
    are added where no state or body of the gazetteer stands. `titles` are the token ranges of headlines, whose
    capitals say nothing either.

    >>> from claimcheck.text.tokens import tokenize
    >>> t = tokenize("Kata Menteri Pertahanan Sergei Shoigu, Korut aman.", "id")
    >>> [(n.item.kind, n.item.key) for n in read_names(t, load("id"), [(0, len(t))])]
    [('name', 'sergei shoigu'), ('state', 'KP')]
    """
    opening = pack.pattern("lquote|squote|colon").finditer(tokens.classes)
    firsts = {start for start, _ in sentences} | {mark.end() for mark in opening}
    headlines = {at for start, end in titles for at in range(start, end)}
    capitals = ((run.start(), run.end()) for run in _runs(pack.code).finditer(tokens.classes))
    begins = {start for start, _ in sentences}
    runs = [piece for start, end in capitals for piece in _cut(start, end, begins, tokens)]
    running = [tokens.words[a + (a in firsts) : b] for a, b in runs if a not in headlines]
    below = frozenset(word for words in running for word in words)
    beside = frozenset(pair for words in running for pair in pairwise(words))
    view = _View(tokens, pack, firsts | headlines, headlines, frozenset(tokens.words), below, beside)
    runs = _without_ordinary(runs, view)
    sure = [name for start, end in runs for name in _names_of(start, end, view)]
    sure = _with_entities(sure, entities, tokens)
    return sorted([*sure, *_again(runs, sure, tokens, pack)])


def _cut(start: int, end: int, begins: Collection[int], tokens: Tokens) -> Iterator[tuple[int, int]]:
    """A run of capitals cut where a sentence begins, and at a dash: "JAKARTA - Gubernur Pramono", "Kim Won-ho"."""
    at = start
    for i in range(start + 1, end):
        if i in begins or _dash(i, tokens):
            yield at, i
            at = i + _dash(i, tokens)
    yield at, end


def _without_ordinary(runs: Sequence[tuple[int, int]], view: _View) -> list[tuple[int, int]]:
    """The runs, those of a headline parted at ordinary words: "Wuling «Tawarkan» DP", "Fadli Zon «Resmikan» Museum"."""
    found = []
    for start, end in runs:
        at = start
        for i in range(start + 1, end - 1):
            if i in view.headlines and _ends_name(i, start, end, view):
                found.append((at, i))
                at = i + 1
        found.append((at, end))
    return [(start, end) for start, end in found if start < end]


def _ends_name(at: int, start: int, end: int, view: _View) -> bool:
    """Whether a word inside capitals of a headline is none of a name there.

    It is of the name that has it beside the same capital below the headline ("Museum Majapahit"), and a title is read
    with the name behind it.
    """
    words = view.tokens.words
    if {(words[at - 1], words[at]), (words[at], words[at + 1])} & view.beside or _is_title(at, view):
        return False
    known = ((i, _known_at(i, end, view)) for i in range(max(start, at - PHRASE), at + 1))
    return _of_headline(at, view) and not any(found and i <= at < found[0] for i, found in known)


def _dash(at: int, tokens: Tokens) -> bool:
    """Whether a hyphen has a space on one side at least."""
    if tokens.words[at] != "-":
        return False
    return tokens.ends[at - 1] < tokens.starts[at] or tokens.ends[at] < tokens.starts[at + 1]


def _with_entities(
    names: list[Found[Name]], entities: Sequence[tuple[int, int]], tokens: Tokens
) -> list[Found[Name]]:
    """The names, those of the caller's pipeline in the place of plain runs of capitals that they touch."""
    seen = [(bisect_left(tokens.starts, first), bisect_left(tokens.starts, last)) for first, last in entities]
    listed = {i for n in names if n.item.kind != "name" for i in range(n.start, n.end)}
    kept = [(start, end) for start, end in seen if start < end and listed.isdisjoint(range(start, end))]
    covered = {i for start, end in kept for i in range(start, end)}
    rest = [n for n in names if covered.isdisjoint(range(n.start, n.end))]
    made = [Found(a, b, Name("name", fold(tokens.slice(a, b)), tokens.slice(a, b))) for a, b in kept]
    return sorted([*rest, *made])


def _again(
    runs: Sequence[tuple[int, int]], sure: Sequence[Found[Name]], tokens: Tokens, pack: Pack
) -> Iterator[Found[Name]]:
    """Capitals that are words or begin a sentence, where the text has them in a full name elsewhere: "Indra"."""
    parts = {
        tokens.words[i]
        for n in sure
        if n.item.kind == "name" and n.end > n.start + 1
        for i in range(n.start, n.end)
        if _alone_enough(i, n, tokens, pack)
    }
    beside = {pair for n in sure if n.item.kind == "name" for pair in pairwise(tokens.words[n.start : n.end])}
    named = {i for n in sure for i in range(n.start, n.end)}
    for start, end in runs:
        at = start
        while at < end:
            stop = at + 1
            if at not in named and tokens.words[at] in parts and len(tokens.words[at]) > 2:
                while stop < end and stop not in named and tuple(tokens.words[stop - 1 : stop + 1]) in beside:
                    stop += 1
                text = tokens.slice(at, stop)
                yield Found(at, stop, Name("name", fold(text), text))
            at = stop


def _alone_enough(at: int, name: Found[Name], tokens: Tokens, pack: Pack) -> bool:
    """Whether a word of a name may stand for it: no word of the lexicon, or a first name ("Indra Sukmono").

    "Haji" is none for "Asrama Haji Rajabasa", "Tanah" for "Tanah Suci", "Jalan" for "Jalan Braga" nor "Kementerian" for
    "Kementerian ESDM". In English, where
    surnames are words and places stand in front ("West Papua"), the last word too: "Cheeks" for "Maurice Cheeks".
    """
    if not _known(tokens.words[at], pack):
        return tokens.words[at][0].isupper()
    if pack.has("body_word", tokens.words[at]):
        return False
    if kind_of(lexicon(pack.code).concept(tokens.words[at]) or "") == "place":
        return False
    if pack.code == "en" and at == name.end - 1 and not _known(tokens.words[name.start], pack):
        return True
    rest = tokens.words[at + 1 : name.end]
    return at == name.start and not any(_known(w, pack) or listed(w, pack.code) for w in rest)


@cache
def _runs(language: str) -> re.Pattern[str]:
    """Runs of capitals, hyphens and "van der" inside; months, days and currencies are no names: "Budi Rp 5 juta".

    A short month before another capital is a first name: "Agus Gumiwang".
    """
    table = load(language).table
    capital = table.any_of("cap", "code", without=("month", "month_short", "weekday", "moneybefore"))
    first = f"(?:{capital}|{table.any_of('month_short')}(?={capital}))" if language == "id" else capital
    joined = f"{table.any_of('hyphen')}{capital}|{table.any_of('nobiliary')}{{1,2}}{capital}"
    initial = f"{table.any_of('initial', 'roman')}{table.any_of('stop')}(?={capital})"
    return re.compile(f"{first}(?:{initial}|{capital}|{joined}){{0,12}}")


def _names_of(start: int, end: int, view: _View) -> Iterator[Found[Name]]:
    at = rest = start
    while at < end:
        known = _known_at(at, end, view)
        if known is None or _first_name(known, at, end, view) or _of_a_body(known, at, start, view):
            at += 1
            continue
        stop, kind, key = known
        body = _body_of_state(rest, at, view) if kind == "state" and stop == end else None
        yield from _plain(rest, at if body is None else body, view)
        if body is None:
            yield Found(at, stop, Name(kind, key, view.tokens.slice(at, stop)))
        else:
            text = view.tokens.slice(body, stop)
            yield Found(body, stop, Name("name", fold(text), text))
        at = rest = stop
    yield from _plain(rest, end, view)


def _body_of_state(start: int, at: int, view: _View) -> int | None:
    """Where a body begins whose name ends in that of a state: "Rektor «Universitas Indonesia»"; not "Timnas"."""
    return next((i for i in range(start, at) if view.pack.has("state_body", view.tokens.words[i])), None)


def _of_a_body(known: tuple[int, NameKind, str], at: int, start: int, view: _View) -> bool:
    """Whether a province is part of a longer name: "Bank Jatim"; not "Gubernur Jawa Barat", "Rawa Buaya Jakbar"."""
    if known[1] != "province" or at == start or _is_title(at - 1, view):
        return False
    before = lexicon(view.pack.code).concept(view.tokens.words[at - 1])
    return before is not None and kind_of(before) in ("role", "institution")


def _first_name(known: tuple[int, NameKind, str], at: int, end: int, view: _View) -> bool:
    """Whether a city or a province begins another name: "Paris Hilton", "Jawa Timur Park"; not "Jakarta Selatan".

    Behind an office it is of that: "Gubernur Jawa Barat Dedi Mulyadi".
    """
    stop, kind, _ = known
    return (
        (kind == "capital" or (kind == "province" and not (at and _is_title(at - 1, view))))
        and stop < end
        and view.tokens.words[stop] != "-"
        and not _known(view.tokens.words[stop], view.pack)
    )


def _plain(start: int, end: int, view: _View) -> Iterator[Found[Name]]:
    """The name that a run of capitals holds: behind the word that begins the sentence, behind titles."""
    while start in view.firsts and end > start and (known := _ordinary_from(start, end, view)):
        start += known
    while end > start and not _ends_known(start, end, view) and _of_headline(end - 1, view):
        end -= 1
    end = _before_rank(start, end, view)
    start = _after_titles(start, end, view)
    while end > start and view.tokens.words[end - 1] in ("-", "."):
        end -= 1
    end = _with_small_part(start, end, view)
    if not 0 < end - start <= LONGEST or _in_lexicon(start, end, view) or _no_name(start, end, view):
        return
    yield Found(start, end, Name("name", _whole_key(start, end, view), view.tokens.slice(start, end)))


def _whole_key(start: int, end: int, view: _View) -> str:
    """The key of a name, without middle initials; a province at its end by its long form: "polda sumatera utara".

    A bank or a company has its name as printed: "Bank Jatim".
    """
    owned = any(view.pack.has("state_body", word) for word in view.tokens.words[start:end])
    known = ((at, _known_at(at, end, view)) for at in range(start, end))
    place = next(((at, found) for at, found in known if found and found[:2] == (end, "province")), None)
    if owned or place is None:
        return fold(MIDDLE.sub("", view.tokens.slice(start, end)))
    return fold(f"{view.tokens.slice(start, place[0])} {place[1][2]}")


def _before_rank(start: int, end: int, view: _View) -> int:
    """Where a run ends before the ranks that a full stop ends: "Kapolda Sumut «Irjen Pol». Whisnu Hermawan"."""
    words = view.tokens.words
    if words[end : end + 1] != ["."] or end + 1 in view.firsts or end + 1 == len(words):
        return end
    while end > start and _is_title(end - 1, view):
        end -= 1
    return end


def _ordinary_from(start: int, end: int, view: _View) -> int:
    """How many words of the language a run begins with where its capital says nothing: "Ganjil Genap Jakarta" two.

    None where the text has the first two in a name elsewhere: "Ria Ricis menikah", behind "kata Ria Ricis".
    """
    if tuple(view.tokens.words[start : min(start + 2, end)]) in view.beside:
        return 0
    phrases = lexicon(view.pack.code).concepts_in(view.tokens.lowers[start:end])
    phrase = next((b for a, b, _ in phrases if a == 0 and b >= PHRASE), 0)
    return phrase if phrase and not _is_title(start, view) else int(_ordinary(start, view))


def _of_headline(at: int, view: _View) -> bool:
    """Whether the capital of a word that ends a run says nothing: a verb, or an ordinary word of a headline."""
    return _verb(at, view) or (at in view.firsts and _ordinary(at, view)) or _strays(at, view)


def _strays(at: int, view: _View) -> bool:
    """Whether a headline alone has a word in capitals, behind a name of the text below it: "Luna Maya «Tepergok»"."""
    words = view.tokens.words
    told = at in view.headlines and tuple(words[max(at - 2, 0) : at]) in view.beside
    return told and words[at] not in view.below


def _ends_known(start: int, end: int, view: _View) -> bool:
    """Whether a name of the gazetteer ends a run: "Ketua DPRD «Jawa Timur» Mengaku"."""
    known = (_known_at(at, end, view) for at in range(start, end - 1))
    return any(found is not None and found[0] == end for found in known)


def _no_name(start: int, end: int, view: _View) -> bool:
    """Whether one capital is a mere form of company, a Roman number or a cry that begins a line.

    "PT", "Komisi III", "Duh! Harga Mobil Anjlok", "Breaking News! Izin Dicabut".
    """
    words = view.tokens.words
    if start in view.firsts and words[end : end + 1] == ["!"] and end - start <= CRY:
        return True
    if end - start > 1:
        return False
    roman = len(words[start]) > 1 and set(words[start]) <= ROMAN
    return roman or view.pack.has("company_form", words[start])


def _in_lexicon(start: int, end: int, view: _View) -> bool:
    """Whether capitals are words that the lexicon has, or end in a phrase of words that it has only so: "Idul Adha"."""
    unknown = next((i for i in range(start, end) if not _known(view.tokens.words[i], view.pack)), end)
    rest = view.tokens.lowers[unknown:end]
    if len(rest) < PHRASE or any(_known(word, view.pack) for word in rest):
        return not rest
    return [(a, b) for a, b, _ in lexicon(view.pack.code).concepts_in(rest)] == [(0, len(rest))]


def _with_small_part(start: int, end: int, view: _View) -> int:
    """The end of a name with the part in small letters that a hyphen ties to it: "Kim Sang-sik"; not "Anak-anak"."""
    words = view.tokens.words
    if end - start < SYLLABLES or words[end : end + 1] != ["-"] or end + 1 >= len(words):
        return end
    part, tied = words[end + 1], view.tokens.ends[end - 1] == view.tokens.starts[end + 1] - 1
    same = part.lower() == view.tokens.lowers[end - 1]
    return end + 2 if tied and part.islower() and not same and not _known(part, view.pack) else end


def _verb(at: int, view: _View) -> bool:
    """Whether a capital begins a verb: "Ganjil Genap di Jakarta Ditiadakan"."""
    return headline([view.tokens.lowers[at]], view.pack.code)


def _known(word: str, pack: Pack) -> bool:
    words = lexicon(pack.code)
    return words.concept(word) is not None or words.is_stop(word.lower())


def _after_titles(start: int, end: int, view: _View) -> int:
    """Where the name proper begins: behind titles and the words of the office ("Menteri Pertahanan Sergei").

    Nor is the place of an office part of a name: "Kapolres Bogor AKBP Rio".
    """
    at = _after_portfolio(start, end, view)
    while at < end and (_is_title(at, view) or view.tokens.words[at] == "-"):
        at += 1
    titled = at > 0 and _is_title(at - 1, view)
    ranks = [i for i in range(at, end - 1) if titled and _is_title(i, view)]
    if ranks:
        return ranks[-1] + 1
    if not titled:
        return at
    words = lexicon(view.pack.code)
    unknown = next((i for i in range(at, end) if words.concept(view.tokens.words[i]) is None), end)
    at = unknown if unknown < end else at
    if view.pack.code == "en":  # the place stands before the office: "California Governor"
        return at
    person = next((i for i in range(at, end) if not _of_office(view.tokens.words[i], view.pack)), end)
    if person + 1 < end and _body_before_holder(person, view):
        person += 1
    return person if person < end else at


def _after_portfolio(start: int, end: int, view: _View) -> int:
    """Where the rest of an office ends that a run begins with: "Energi dan «Sumber Daya Mineral» Bahlil Lahadalia"."""
    words, pack = view.tokens.words, view.pack
    at = start - 1
    while at > 0 and start - at <= JOINTS and pack.has("portfolio_joint", words[at]):
        at -= 1
    if at + 1 == start or at < 0 or not pack.has("portfolio", words[at]):
        return start
    return next((i for i in range(start, end) if not pack.has("portfolio", words[i])), end)


def _body_before_holder(at: int, view: _View) -> bool:
    """Whether a word in capitals stands before one that is not: "Balai Besar «TNBTS» Septi Eka Wardhani"."""
    word, after = view.tokens.words[at : at + 2]
    return len(word) > INITIALS and word.isupper() and not after.isupper()


def _of_office(word: str, pack: Pack) -> bool:
    """Whether a word is of an office and not of a name: "Kepala «Dinas Perhubungan DKI Jakarta» Syafrin Liputo"."""
    return pack.has("office_word", word) or pack.has("body_word", word)


def fold(text: str) -> str:
    """The key of a name: lower case, one space between words.

    >>> fold("Sergei  Shoigu")
    'sergei shoigu'
    """
    return " ".join(text.lower().split())


def _ordinary(at: int, view: _View) -> bool:
    """Whether the first word of a sentence has its capital from there: a word of the language, or printed small.

    Some are first names where another capital follows: "Budi Santoso", "Mark Hurd".
    """
    word = view.tokens.words[at]
    if view.pack.has("first_name", word) and _unknown_capital(at + 1, view):
        return False
    if view.pack.has("ordinary_word", word) or _known(word, view.pack):
        return True
    if word != word.upper() and listed(word, view.pack.code):
        return True
    return word != word.upper() and view.tokens.lowers[at] in view.printed


def _unknown_capital(at: int, view: _View) -> bool:
    after = view.tokens.words[at : at + 1]
    return bool(after) and after[0][0].isupper() and not _known(after[0], view.pack)


def _is_title(at: int, view: _View) -> bool:
    """Whether a word is a title; not where a place begins with it: "Raja Ampat"."""
    words = view.tokens.words
    return view.pack.has("title", words[at]) and not _known_at(at, len(words), view)


def _known_at(at: int, end: int, view: _View) -> tuple[int, NameKind, str] | None:
    for words, kind, key in _gazetteer(view.pack.code).get(view.tokens.words[at], ()):
        stop = at + len(words)
        if tuple(view.tokens.words[at:stop]) == words:
            return stop, kind, key
    return None


@cache
def _gazetteer(language: str) -> dict[str, list[tuple[tuple[str, ...], NameKind, str]]]:
    pack = load(language)
    rows: dict[str, tuple[NameKind, str]] = {
        name: ("state", code) for name, code in territories(language).items() if name not in NOT_TERRITORIES
    }
    listed = [(form, kind, key) for kind in GAZETTEER for form, key in pack.values.get(kind, {}).items()]
    rows |= {key: (kind, key) for _, kind, key in listed if kind == "organisation"}
    rows |= {form: (kind, key) for form, kind, key in listed}
    table: dict[str, list[tuple[tuple[str, ...], NameKind, str]]] = {}
    for form, (kind, key) in sorted(rows.items(), key=lambda row: (-len(row[0].split()), row[0])):
        words = tuple(form.split())
        table.setdefault(words[0], []).append((words, kind, key))
    return table
