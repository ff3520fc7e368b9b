"""What a number counts, what happened to it, and per what: read from the words around it."""

from functools import lru_cache

from claimcheck.languages.lexicon import Lexicon, broader, kind, lexicon
from claimcheck.reading.quantity_numbers import number
from claimcheck.reading.quantity_records import Atom
from claimcheck.reading.quantity_words import phrases, words
from claimcheck.reading.units import SIZES
from claimcheck.text.tokens import Tokens

_NEAR = 4  # tokens after the noun in which "tewas" still belongs to the number
_BACK = 6  # tokens before the number in which "menewaskan" or "korban tewas" does
_HEAD = 5  # tokens after an English number in which its noun must stand
_NOUNS = frozenset({"role", "object", "place", "institution"})
_VERBAL = {"id": ("di", "me", "ber", "ter"), "en": ()}


def shelf(language: str) -> Lexicon | None:
    """The lexicon of a language, or None for a language without one."""
    try:
        return lexicon(language)
    except (KeyError, OSError):
        return None


_MARKS = ".,;:!?\"”“’'"


@lru_cache(maxsize=1 << 15)
def concept(word: str, language: str) -> str:
    """The concept of a noun where the lexicon has one, else its plain form in lower case.

    >>> concept("tentara", "id"), concept("Anak-anak", "id")
    ('soldier', 'child')
    """
    if word.lower() in words(language, "personword"):
        return "person"
    listed = shelf(language)
    word = _unglued(word) if language == "id" else word
    found = listed.concept(word) if listed else None
    if found is not None and kind(found) == "act" and _is_agent(word.lower(), language):
        return _bare(word)
    return found or (listed.lemma(word) if listed and language == "en" else _bare(word))


def _is_agent(word: str, language: str) -> bool:
    """ "pengikut", "pendaftar": people who do what the root says, not the act."""
    return language == "id" and word.startswith("pe") and not word.endswith("an")


def _bare(word: str) -> str:
    """The word in lower case, without doubling and "-nya".

    >>> _bare("Anak-anak"), _bare("rumahnya")
    ('anak', 'rumah')
    """
    left, _, right = _unglued(word).lower().partition("-")
    once = (left if right.startswith(left) else word.lower()).strip(_MARKS)
    return once[:-3] if once.endswith("nya") and len(once) > 6 else once


def _unglued(word: str) -> str:
    """The first word where scraping lost the space: "mahasiswaProspek"; "WhatsApp" begins with a capital.

    >>> _unglued("mahasiswaProspek"), _unglued("WhatsApp")
    ('mahasiswa', 'WhatsApp')
    """
    cut = next((i for i, c in enumerate(word) if c.isupper()), 0) if word[:1].islower() else 0
    return word[:cut] if cut > 2 else word


@lru_cache(maxsize=1 << 15)
def is_noun(word: str, language: str) -> bool:
    """Whether a word can be what is counted: letters, no function word, no verb by its prefix."""
    if len(word) < 2 or not word[:1].isalpha() or word.lower() in words(language, "nocount") or "." in word:
        return False
    listed = shelf(language)
    if listed is None:
        return True
    return not listed.is_stop(word) and not _is_verb(word.lower(), language, listed)


@lru_cache(maxsize=1 << 14)
def is_thing(word: str, language: str) -> bool:
    """Whether the lexicon knows a word as a thing or as the noun of an act: no person, no verb, no quality.

    >>> is_thing("perjanjian", "id"), is_thing("pertemuan", "id"), is_thing("pelaku", "id")
    (True, True, False)
    """
    listed = shelf(language)
    found = listed.concept(word) if listed is not None else None
    if found is None:
        return False
    return kind(found) == "object" or (word.startswith(("pe", "ke")) and word.endswith("an"))


def _is_verb(word: str, language: str, listed: Lexicon) -> bool:
    if not word.startswith(_VERBAL[language]):
        return False
    found = listed.concept(word)
    passive = language == "id" and word.startswith("di") and word not in listed.words
    if found is not None and kind(found) in _NOUNS and not passive:
        return False
    return kind(found or "") == "act" or any(root in listed.words for root in listed.rules.roots(word))


def counted(tokens: Tokens, atom: Atom) -> tuple[str | None, int]:
    """The concept or lemma of the noun counted, and the token after it."""
    if atom.kind not in ("count", "ordinal"):
        return None, atom.end
    if atom.kind == "ordinal" and tokens.language == "id":
        return _ranked(tokens, atom), atom.end
    if _of_a_parent(tokens, atom):
        return "child", atom.end
    if atom.unit == "person" and tokens.language == "en" and tokens.lowers[atom.end : atom.end + 1] != ["of"]:
        return "person", atom.end
    at = _after_whole(tokens, atom, _after_classifier(tokens, atom.end))
    head = _head(tokens, at) if tokens.language == "en" and atom.kind == "count" else at
    if head is not None and _noun_at(tokens, head) and not (atom.unit and _act(tokens, head)):
        return _concept_at(tokens, head)
    if atom.unit == "person":
        return "person", at
    return (_named_before(tokens, atom.start), at) if atom.kind == "count" else (None, at)


def _of_a_parent(tokens: Tokens, atom: Atom) -> bool:
    """Whether a number tells whose father or mother somebody is: "ibu tiga anak tewas", "the mother of two"."""
    listed = shelf(tokens.language)
    if listed is None or phrases(tokens.language, "parentof").before(tokens, atom.start) is None:
        return False
    at = _after_classifier(tokens, atom.end)
    child = at < len(tokens.words) and listed.concept(tokens.lowers[at]) in _CHILDREN
    bare = not _noun_at(tokens, at) or tokens.words[at][:1].isupper()  # "mother of two Ann Vance"
    return child or (tokens.language == "en" and bare)


_CHILDREN = frozenset({"child", "son", "daughter"})


def _ranked(tokens: Tokens, atom: Atom) -> str | None:
    """The noun before an Indonesian ordinal, "gol kedua", else the one behind it, "pertama kali"."""
    around = (*tokens.lowers[max(atom.start - 1, 0) : atom.start], *tokens.lowers[atom.end : atom.end + 1])
    if "kali" in around or "kalinya" in around:
        return "time"
    before = _before_name(tokens, atom.start)
    for at in (before, atom.end) if before is not None else ():
        if 0 <= at < len(tokens.words) and is_noun(tokens.words[at], tokens.language):
            named = phrases(tokens.language, "countedphrase").folded.get(tokens.lowers[at])
            return str(named) if named else concept(tokens.words[at], tokens.language)
    return None


def _before_name(tokens: Tokens, start: int) -> int | None:
    """Where the noun before an ordinal stands: right there, before a name ("tim Asia pertama") or in brackets."""
    at = start - 1
    if at < 2:
        return at
    if tokens.words[at] == ")":
        return at - 1  # "Hari Ulang Tahun (HUT) ke-74"
    if _adjective(tokens.lowers[at]) and is_noun(tokens.words[at - 1], "id"):
        return at - 1  # "hasil negatif pertama", "ekonomi terbesar kedua"
    if tokens.words[at][:1].isupper() and tokens.words[at - 1][:1].isupper() and not _listed(tokens, at):
        return at - 1 if _listed(tokens, at - 1) else None  # "Presiden RI ke-7", "Francesco Bagnaia ke-12"
    listed, word = shelf(tokens.language), tokens.words[at]
    found = listed.concept(word) if listed is not None else None
    named = word[:1].isupper() and (found is None or kind(found) == "place")
    return at - 1 if named and tokens.words[at - 1].islower() and is_noun(tokens.words[at - 1], "id") else at


def _adjective(word: str) -> bool:
    return word in words("id", "adjective") or (word.startswith("ter") and len(word) > 5)


def _listed(tokens: Tokens, at: int) -> bool:
    listed = shelf(tokens.language)
    return listed is not None and listed.concept(tokens.words[at]) is not None


@lru_cache(maxsize=1 << 12)
def is_person(noun: str | None) -> bool:
    """Whether a concept is a kind of person, as far as the lexicon says.

    >>> is_person("student"), is_person("house"), is_person(None)
    (True, False, False)
    """
    for _ in range(4):
        if noun is None or noun == "person":
            return noun is not None
        noun = broader(noun)
    return False


def _after_classifier(tokens: Tokens, at: int) -> int:
    skipped = words(tokens.language, "classifier") | words(tokens.language, "quality")
    return at + 1 if at < len(tokens.words) and tokens.lowers[at] in skipped else at


def _concept_at(tokens: Tokens, at: int) -> tuple[str, int]:
    """The concept of the noun at a token, and where it ends; "kepala keluarga" is one noun."""
    found = phrases(tokens.language, "countedphrase").at(tokens, at) or _listed_phrase(tokens, at)
    if found is not None:
        return str(found[0]), found[1]
    return concept(tokens.words[at], tokens.language), at + 1


def _listed_phrase(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """A noun of several words that the lexicon has: "mata uang", "tenaga kerja", "kapal perang"."""
    listed = shelf(tokens.language) if tokens.language == "id" else None
    if (
        listed is None
        or tokens.lowers[at] not in listed.phrases
        or tokens.lowers[at] in words("id", "victimword")
    ):
        return None
    first = next(iter(listed.concepts_in(tokens.words[at : at + _LONGEST])), None)
    if first is None or first[0] or first[1] < 2 or kind(first[2]) not in _NOUNS:
        return None
    return first[2], at + first[1]


_LONGEST = 4  # words of a noun at the most


def _after_whole(tokens: Tokens, atom: Atom, at: int) -> int:
    """As in "5 di antaranya anak-anak", "sepuluh dari 12 penumpang", "four in 10 adults": where the noun stands."""
    found = phrases(tokens.language, "ofwhom").at(tokens, at)
    if found is not None:
        return found[1]
    link = tokens.lowers[at : at + 2] == ["out", "of"]
    share = tokens.language == "en" and tokens.lowers[at : at + 1] == ["in"]
    if not link and not share and tokens.lowers[at : at + 1] not in (["dari"], ["of"]):
        return at
    whole = number(tokens, at + 1 + link) if at + 1 + link < len(tokens.words) else None
    if whole is None or (share and not (atom.number.low < whole.low and whole.low in WHOLES)):
        return at
    noun = _after_classifier(tokens, whole.end)
    people = noun < len(tokens.words) and is_person(concept(tokens.words[noun], tokens.language))
    return at if atom.unit == "person" and not people else noun  # "lima orang dari 10 desa"


WHOLES = frozenset({3, 4, 5, 10, 20, 100, 1000})  # "four in 10 adults", but not "12 in 7 attacks"


def _act(tokens: Tokens, at: int) -> bool:
    """As in "442 jemaah tiba": what people do is not what is counted."""
    listed = shelf(tokens.language)
    found = listed.concept(tokens.words[at]) if listed is not None else None
    return found is not None and kind(found) == "act"


def _noun_at(tokens: Tokens, at: int) -> bool:
    if at >= len(tokens.words) or not is_noun(tokens.words[at], tokens.language):
        return False
    if phrases(tokens.language, "roleword").at(tokens, at) is None:
        return True
    if tokens.lowers[at] in words(tokens.language, "victimword"):
        return True
    listed = shelf(tokens.language)  # "5 tersangka": a role word that is also a person
    return listed is not None and kind(listed.concept(tokens.words[at]) or "") == "role"


def _head(tokens: Tokens, at: int) -> int | None:
    """The noun behind English adjectives: the first plural, else the last word before a function word."""
    last = None
    at += tokens.lowers[at : at + 1] == ["of"]
    at += tokens.lowers[at : at + 1] == ["the"]
    for here in range(at, min(at + _HEAD, len(tokens.words))):
        if not is_noun(tokens.words[here], tokens.language):
            break
        if _plural(tokens.words[here]):
            return here
        last = here if last is None else last
    return last


def _plural(word: str) -> bool:
    lower = word.lower()
    return lower in _PLURALS or (
        lower.endswith("s") and not lower.endswith(("ss", "us", "is")) and len(lower) > 3
    )


_PLURALS = frozenset(
    [
        "people",
        "men",
        "women",
        "children",
        "police",
        "troops",
        "personnel",
        "staff",
        "aircraft",
        "crew",
        "cattle",
        "fish",
    ]
)


def _named_before(tokens: Tokens, start: int) -> str | None:
    """The noun behind the word for a number: "jumlah penumpang mencapai 442"."""
    for at in range(start - 1, max(start - 9, -1), -1):
        if tokens.words[at] in _ENDS:
            return None
        found = phrases(tokens.language, "totalword").at(tokens, at)
        if found is not None and found[1] < start and _noun_at(tokens, found[1]):
            return concept(tokens.words[found[1]], tokens.language)
        if found is None and tokens.lowers[at] in words(tokens.language, "victimword"):
            return concept(tokens.words[at], tokens.language)
    return None


def role(tokens: Tokens, atom: Atom, after: int) -> str | None:
    """What happened to those counted: the next role word behind the noun, else the last before the number."""
    if _of_a_parent(tokens, atom):
        return "offspring"
    table = phrases(tokens.language, "roleword")
    for at in range(after, min(after + _NEAR, len(tokens.words))):
        if tokens.words[at] in _ENDS:
            break
        found = table.at(tokens, at)
        if found is not None:
            return str(found[0]) or None
    return _role_before(tokens, atom.start)


def _role_before(tokens: Tokens, start: int) -> str | None:
    table = phrases(tokens.language, "roleword")
    for end in range(start, max(start - _BACK, 0), -1):
        if tokens.words[end - 1] in _ENDS or tokens.lowers[end - 1] in words(tokens.language, "rolestop"):
            return None
        found = table.before(tokens, end)
        if found is not None:
            noun = found[0] == "suspect" and start > end  # "tersangka mencuri 2 motor"
            return None if noun else str(found[0]) or None
    return None


def dimension(tokens: Tokens, atom: Atom) -> str | None:
    """What a measure measures, by the word near it: "kedalaman 10 km", "sejauh 5 km", "10 km deep", "5 km dari"."""
    table = phrases(tokens.language, "measured")
    for end in range(atom.start, max(atom.start - _MEASURED, 0), -1):
        if tokens.words[end - 1] in _ENDS or tokens.words[end - 1][0].isdigit():
            break
        found = table.before(tokens, end)
        if found is not None and _measures(found[0], atom):
            return str(found[0])
    behind = phrases(tokens.language, "measured_behind").at(tokens, atom.end)
    return str(behind[0]) if behind is not None and _measures(behind[0], atom) else None


def _measures(what: str, atom: Atom) -> bool:
    """Whether a unit is one of that: "2 kg dari gudang" is no distance."""
    of = _UNITS_OF.get(what)
    return of is None or (atom.unit is not None and atom.unit in SIZES and SIZES[atom.unit][0] == of)


_UNITS_OF = {
    **dict.fromkeys(("depth", "distance", "length", "width", "height"), "length"),
    "area": "area",
    "weight": "mass",
    "speed": "speed",
}
_MEASURED = 4  # tokens from "kedalaman" to its number: "kedalaman hanya sekitar 10 km"
_ENDS = frozenset([".", ",", ";", ":", "!", "?", "(", ")", '"', "“", "”", "–", "—", "dan", "and"]) | {"\n"}


def per(tokens: Tokens, end: int, priced: bool = True) -> tuple[str | None, int]:
    """The unit of a rate behind a quantity that ends before token `end`, and where the rate ends."""
    whole = phrases(tokens.language, "perwhole").at(tokens, end)
    if whole is not None:
        return str(whole[0]), whole[1]
    if end + 1 >= len(tokens.words) or tokens.lowers[end] not in words(tokens.language, "perword"):
        return None, end
    unit = phrases(tokens.language, "unitword").at(tokens, end + 1)
    if unit is not None and tokens.lowers[unit[1] : unit[1] + 1] == ["ini"]:
        return None, end  # "100 kasus per hari ini" counts up to today
    if unit is not None:
        return str(unit[0][1]), unit[1]
    if tokens.words[end] == "/" and (tokens.words[end + 1].isupper() or not priced):
        return None, end  # "18 tim/SSB", "22 kabupaten/kota" names it twice
    dated = any(tokens.lowers[end + 1] in words(tokens.language, name) for name in ("month", "weekday"))
    if dated or not tokens.words[end + 1][:1].isalpha():
        return None, end  # "Rp 286 juta per Juni 2025", "per Senin" are no rates
    at = _after_classifier(tokens, end + 1)  # "per lembar saham"
    at = at if _noun_at(tokens, at) else end + 1
    return concept(tokens.words[at], tokens.language), at + 1
