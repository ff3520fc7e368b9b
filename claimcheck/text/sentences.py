"""Sentence ends within a line: a rule at each full stop, question mark, exclamation mark and ellipsis."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from claimcheck.languages import load

Abbreviation = Literal["title", "name", "number", "within", "closing"]

_STOP = re.compile(r"[.!?…]+(?: [.!?…]+(?=\s|$)){0,3}[\"”’»')\]]{0,4}(?: [”»])?")
_OPENERS = " \t\"“”„«‘’'([{-–—•*¿¡"
_LOOK_BACK = 40  # characters of the word before a stop; longer runs are no abbreviation
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_JOINED = re.compile(r"\b[A-Z][a-z]{2,20}([A-Z][a-z]{1,14})(?= )")
_MEASURE = re.compile(r"[0-9] ?[A-Za-z]{2}\Z")  # "70 Km.Baca juga"
_NET = frozenset({"Com", "Co", "Id", "Net", "Org", "Tv", "TV", "ID", "COM", "CO", "NET", "ORG", "Go", "Ac"})


@dataclass(frozen=True, slots=True)
class Marks:
    """What a language knows of its full stops.

    Abbreviations by kind, words that begin a sentence, words before a letter that is no initial.
    """

    abbreviations: dict[str, Abbreviation]
    starters: frozenset[str]
    lettered: frozenset[str]


@cache
def marks(language: str) -> Marks:
    """The sentence marks of a language folder (sentences.toml).

    >>> marks("id").abbreviations["prof"]
    'title'
    """
    data = load(language).data["sentences.toml"]
    kinds = data["abbreviation"]
    words: dict[str, Abbreviation] = {
        word: kind for kind, listed in kinds.items() for word in listed["words"]
    }
    return Marks(words, *(frozenset(data[table]["words"]) for table in ("starters", "lettered")))


def split(text: str, start: int, end: int, language: str) -> list[tuple[int, int]]:
    """The sentences of one line of clean text, [start, end), as half-open places without outer spaces.

    >>> line = "Prof. Budi datang. Ia pulang."
    >>> [line[a:b] for a, b in split(line, 0, len(line), "id")]
    ['Prof. Budi datang.', 'Ia pulang.']
    """
    known = marks(language)
    places = []
    for cut in sorted({*_cuts(text, start, end, known), *_joints(text, start, end, known)}):
        places.append((start, cut))
        start = cut
    places.append((start, end))
    return [place for place in (_trimmed(text, a, b) for a, b in places) if place[0] < place[1]]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return start + left, start + max(left, len(piece.rstrip()))


def _cuts(text: str, start: int, end: int, known: Marks) -> Iterator[int]:
    quotes, counted = 0, start
    for stop in _STOP.finditer(text, start, end):
        quotes += text.count('"', counted, stop.start())
        counted = stop.start()
        cut = _cut(text, start, end, stop, quotes % 2 == 1, known)
        if cut is not None:
            yield cut
            start = cut


def _joints(text: str, start: int, end: int, known: Marks) -> Iterator[int]:
    """Two lines run together: a name, and a word that begins sentences ("TiongkokKelompok dari")."""
    for word in _JOINED.finditer(text, start, end):
        if word[1] in known.starters:
            yield word.start(1)


def _cut(text: str, start: int, end: int, stop: re.Match[str], quoting: bool, known: Marks) -> int | None:
    """Where the sentence ends at this stop, or None where it goes on."""
    after = stop.end()
    if after >= end:
        return None
    if not text[after].isspace():
        return _glued(text, start, end, stop, quoting, known)
    first = _first(text, after, end)
    if first is None or not _may_begin(text[first]):
        return None
    ends = stop[0] not in (".", ".)") or _full_stop(text, start, stop.start(), first, end, known)
    return after if ends else None


def _first(text: str, at: int, end: int) -> int | None:
    """The first character after `at` that is no space, quote, bracket or dash; looked for in few."""
    for i in range(at, min(end, at + 12)):
        if text[i] not in _OPENERS:
            return i
    return None


def _may_begin(char: str) -> bool:
    return char.isdigit() or (char.isalpha() and not char.islower())


def _full_stop(text: str, start: int, dot: int, first: int, end: int, known: Marks) -> bool:
    """Whether a single full stop ends the sentence, by the word before it and the word after it."""
    word = _before(text, start, dot)
    kind = _kind(word, known)
    if kind == "closing":
        return True
    if kind == "number":
        return not text[first].isdigit()
    if kind in ("title", "name"):
        return False
    if kind == "within" or _initial(word):
        return _next_word(text, first, end) in known.starters or _lettered(text, start, dot, word, known)
    return not (_list_mark(word) and _opens(text, start, dot - len(word)))


def _before(text: str, start: int, dot: int) -> str:
    words = text[max(start, dot - _LOOK_BACK) : dot].replace("…", " ").split()
    return words[-1].lstrip("\"“”‘’'([{/-–—") if words and not text[dot - 1].isspace() else ""


def _kind(word: str, known: Marks) -> Abbreviation | None:
    kind = known.abbreviations.get(word)
    return kind if kind or len(word) < 2 else known.abbreviations.get(word.lower())


def _initial(word: str) -> bool:
    """One capital, or several with stops between them: H, H.M, U.S."""
    return all(len(part) == 1 and part.isupper() for part in word.split(".")) if word else False


def _lettered(text: str, start: int, dot: int, word: str, known: Marks) -> bool:
    """A letter that names a group or kind and is no initial: "Grup C. Jepang"."""
    words = text[max(start, dot - _LOOK_BACK) : dot].split()
    return len(word) == 1 and len(words) > 1 and words[-2].lower() in known.lettered


def _list_mark(word: str) -> bool:
    return (len(word) <= 3 and word.isdigit()) or len(word) == 1


def _opens(text: str, start: int, at: int) -> bool:
    """Whether the sentence, or an item after a colon, begins here."""
    lead = text[start:at].rstrip() if at - start < _LOOK_BACK else text[at - 3 : at].rstrip()
    return not lead.strip(_OPENERS) or lead[-1:] in ":;,"


def _next_word(text: str, first: int, end: int) -> str:
    word = _WORD.match(text, first, min(end, first + _LOOK_BACK))
    return word[0] if word else ""


def _glued(text: str, start: int, end: int, stop: re.Match[str], quoting: bool, known: Marks) -> int | None:
    """A sentence end with no space after it: "pulang.Ia datang", "(10/6).Polisi", 'pulang."Kami'."""
    if "…" in stop[0] or ".." in stop[0]:
        return None
    after = stop.end()
    if not quoting and stop[0][-1] == '"':
        after -= 1
    word = _before(text, start, stop.start())
    measured = _MEASURE.search(text, max(start, stop.start() - 8), stop.start()) is not None
    if not (_closed(word) or measured) or _kind(word, known) not in (None, "closing"):
        return None
    first = _first(text, after, end)
    return after if first is not None and _begins(text, first, end, after) else None


def _closed(word: str) -> bool:
    """A word that can be the last: letters or a bracket at its end, a year; no domain, initial or item."""
    if word[-1:] in ')”"':
        return True
    if word[-1:].isdigit():
        return len(word) > 2
    return len(word) > 2 and "." not in word and word[-3:].isalpha()


def _begins(text: str, first: int, end: int, after: int) -> bool:
    word = _next_word(text, first, end)
    if word[:1].isdigit():
        return not text[after - 2].isdigit() and not text[after - 2].isupper()
    follows = text[first + len(word) : first + len(word) + 1]
    capital = word[:1].isupper() and len(word) > 1 and (word[1].islower() or text[after - 2].islower())
    return capital and word not in _NET and follows not in (".", "/", "@")
