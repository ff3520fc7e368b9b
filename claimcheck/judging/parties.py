"""Who speaks or does: the people and the bodies that a claim names for it, offices without a holder left out."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, takewhile

from claimcheck.languages import LANGUAGES, load
from claimcheck.reading.names import read_names
from claimcheck.reading.speech_merge import profile, same_speaker
from claimcheck.records import Attribution, Claim
from claimcheck.text.tokens import tokenize

WORD = re.compile(r"\w+")
OFFICE_WORDS = 4  # words between the first one of an office and its place
SHORT = 2  # letters of an acronym that may be anybody's initials


@dataclass(frozen=True, slots=True)
class Parties:
    """The keys of the people and of the bodies that are named."""

    people: frozenset[str]
    bodies: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """People and bodies together."""
        return self.people | self.bodies


def speaker(said: Attribution, printed: str, language: str, copied: bool) -> Parties:
    """Whom a speaker names; the place in an office is nobody: "Gubernur Jakarta".

    `printed` are the words that stand for the speaker; in a copy they may be a body that no list knows.

    >>> from claimcheck import read
    >>> (said,) = read("“Jalan ditutup,” kata Gubernur Jakarta Pramono Anung.").attributions
    >>> speaker(said, said.source, "id", False)
    Parties(people=frozenset({'pramono anung'}), bodies=frozenset())
    """
    names = names_in(said.source or "", language) | names_in(printed, language)
    if copied and not names:
        names = _named_body(printed, language)
    people = _people(names) - _acronyms(printed, names)
    phrase = said.source_span.text if said.source_span else ""
    office = _office_alone(said.source or "") and not profile(phrase).name
    return Parties(frozenset() if office else people, names - people)


def one_speaker(a: Claim, b: Claim) -> bool:
    """Whether one named person says both: what he says twice he says of one thing."""
    x, y = (c.attribution.source if c.attribution is not None else None for c in (a, b))
    return x is not None and y is not None and same_speaker(x, y) == "same"


def givers(claim: Claim) -> frozenset[str]:
    """The keys of who gives what a claim says: of its speaker, or else of who does it, "BMKG mencatat".

    >>> from claimcheck import read
    >>> texts = "Menurut BMKG dan USGS, gempa itu bermagnitudo 5,9.", "BMKG mencatat gempa bermagnitudo 5,9."
    >>> [sorted(givers(claim)) for text in texts for claim in read(text).claims]
    [['BMKG', 'usgs'], ['BMKG']]
    """
    said = claim.attribution
    named = names_in(said.source, claim.language) if said is not None and said.source else frozenset()
    return named or doers(claim).all


def doers(claim: Claim) -> Parties:
    """The doers that the clause itself names: not those of the sentence before, "rp" before an amount, "motor itu"."""
    text = claim.span.text.lower()
    named = (k for k in (claim.agent or "").split(" & ") if k != k.lower() or _printed(k, text))
    names = frozenset(
        k for k in named if not _pointed_at(k, text, claim.language) and not _of_office(k, claim)
    )
    people = _people(names) - _acronyms(claim.span.text, names)
    return Parties(people, names - people)


@lru_cache(maxsize=10_000)
def names_in(text: str, language: str) -> frozenset[str]:
    """The keys of the names in a speaker as printed.

    >>> sorted(names_in("Kementerian Pertahanan Rusia", "id"))
    ['Kemenhan', 'RU']
    """
    tokens = tokenize(text, language)
    found = read_names(tokens, load(language), [])
    return frozenset(name.item.key for name in found if len(name.item.key) > 1)


@lru_cache(maxsize=10_000)
def _office_alone(source: str) -> bool:
    """Whether a speaker is an office without the person who holds it."""
    words = source.split()
    held = any(load(code).has("role_word", word.lower()) for code in LANGUAGES for word in words[:1])
    return held and not profile(source).name


def kin(claim: Claim) -> dict[str, str]:
    """The word before a name of a claim that makes it another's: "pengacara" in "pengacara Budi Santoso"."""
    pack, found = load(claim.language), dict[str, str]()
    words = WORD.findall(claim.span.text)
    for i in (i for i, word in enumerate(words) if pack.has("kin", word.lower())):
        behind = {word.lower() for word in takewhile(_capital, words[i + 1 :])}
        found |= {
            name: words[i].lower() for name in claim.question.names if not behind.isdisjoint(name.split())
        }
    return found


def _capital(word: str) -> bool:
    return word[:1].isupper()


def _of_office(key: str, claim: Claim) -> bool:
    """Whether a name is, or may be, the place or body of an office without its holder: "Gubernur Jakarta".

    One word behind another name is the holder: "Gubernur DKI Jakarta Sutiyoso".
    """
    words = WORD.findall(claim.span.text)
    name, pack = key.lower().split(), load(claim.language)
    lowers = [w.lower() for w in words]
    at = next((i for i in range(1, len(words)) if lowers[i : i + len(name)] == name), 0)
    start = next((i for i in range(max(0, at - OFFICE_WORDS), at) if pack.has("role_word", lowers[i])), at)
    phrase = words[start : at + len(name)]
    titled = start < at and all(w[0].isupper() or pack.has("role_word", w) for w in phrase)
    if len(name) == 1 and not names_in(" ".join(words[start:at]), claim.language):
        return titled
    return titled and not profile(" ".join(phrase)).name


def _printed(key: str, text: str) -> bool:
    return len(key) > 2 and any(word in text for word in key.split())


def _pointed_at(key: str, text: str, language: str) -> bool:
    """Whether a word that tells what was named before stands behind it: "motor tersebut"."""
    words, names = WORD.findall(text), set(key.lower().split())
    pack = load(language)
    return any(w in names and pack.has("pointing", after) for w, after in pairwise(words))


def _people(found: frozenset[str]) -> frozenset[str]:
    """The keys that are names of people or places; codes of states and bodies have a capital.

    What begins with the word of a body is one: "asosiasi penambang nikel indonesia", "pt gag nikel".
    """
    return frozenset(key for key in found if key == key.lower() and not _of_body(key.split()[0]))


def _of_body(word: str) -> bool:
    return any(
        load(code).has("body_word", word) or load(code).has("company_form", word.upper())
        for code in LANGUAGES
    )


def _acronyms(text: str, found: frozenset[str]) -> frozenset[str]:
    """The keys that the text prints in capitals, and the names that these are short for: bodies, no people."""
    words = set(WORD.findall(text))
    short = {key for key in found if key.upper() in words}
    letters = tuple(key.lower() for key in short if len(key) > SHORT)
    return frozenset(key for key in found if key in short or initials(key).endswith(letters))


def _named_body(printed: str, language: str) -> frozenset[str]:
    """A body that no list knows, by its whole name: "Badan Karantina Pesisir", but no "badan itu"."""
    words = printed.split()
    named = len(words) > 2 and all(w[0].isupper() for w in words)
    known = named and load(language).has("body_word", words[0].lower())
    return frozenset({" ".join(words)}) if known else frozenset()


def is_state(key: str) -> bool:
    """Whether the key of a name is the code of a state.

    >>> is_state("RU"), is_state("UNSC"), is_state("ali")
    (True, False, False)
    """
    return len(key) == 2 and key.isupper()


def initials(name: str) -> str:
    """The first letters of the words of a name.

    >>> initials("Badan Karantina Pesisir")
    'bkp'
    """
    return "".join(word[0] for word in name.split()).lower()
