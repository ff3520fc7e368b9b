"""Where scraping has lost the space around a link: "kontraTimnas", "Angelesdan", "kurbanyang"."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from claimcheck.languages.lexicon import lexicon
from claimcheck.text.phrases import words_of

# Not within addresses, handles and tags ("lihat.diSini", "@timnasIndonesia"); iPhone begins with one small letter, mmHg
# is a unit.
_CAPITAL = re.compile(
    r"(?<![\w@#./_-])[^\W\d_A-Z]{2,}?(?=(?:i(?:Phone|Pad|OS|Cloud|Mac)|[A-Z][a-z](?:[a-z]|\s[A-Z])|(?!OS)[A-Z]{2,}(?!\w)))(?!\w*[@/_]|\w*\.\w)"
)
_WORD = re.compile(r"[^\W\d_]+")
_REST = re.compile(r"[a-z]{4,}(?![\w@/_])")
_LONG = re.compile(r"(?<![\w@#./-])[^\W\d_]{9,40}(?![\w@/]|\.\w)")
_TWO_CAPITALS = re.compile(r"(?<![\w@#./-])([A-Z][a-z]{4,}|[A-Z]{2,6})([A-Z][a-z]{2,})(?![\w@/]|\.\w)")
_ACRONYM = re.compile(r"(?<![\w@#./-])([A-Z]{2,})(?!nya\b)([a-z]{3,})(?![\w@/]|\.\w)")
PART = 5  # letters of each of two words run together: "mencatatcadangan"; of a name before one, one less
STEM = 4  # letters that a word has beside a small one run on to it; one more beside "di": "awandi", "trendi"


def seams(text: str, language: str) -> list[int]:
    """The places, in order, where a space is missing between two words.

    A capital inside a word that begins with two small letters starts another one (WhatsApp begins with a capital).
    A small word of the language at the end of a word, or at its start, is another one where the rest is printed by
    itself elsewhere in the text, or known to the lexicon while the whole is not. So are two long words of the language,
    or a name of the text and one of them, where the whole stands there but once.

    >>> seams("Kerusuhan di Los Angelesdan sekitarnya; polisi Los Angeles menahan warga diIndonesia.", "id")
    [24, 75]
    >>> seams("Presiden Trumpmengerahkan pasukan; Trump bilang perlu.", "id")
    [14]
    >>> seams("PelatihTimnas memuji KapanLagi. Timnas dan RMdan V menang.", "id")
    [7, 45]
    """
    openings, endings = _small(language)
    if openings is None or endings is None:
        return []
    found = {seam.end() for seam in _CAPITAL.finditer(text)}
    for opening in openings.finditer(text):
        rest = _REST.match(text, opening.end())
        if rest and _known(rest[0], language) and not _known(opening[0] + rest[0], language):
            found.add(opening.end())
    found |= set(_two_words(text, language)) | set(_two_capitals(text, language))
    printed: frozenset[str] = frozenset()
    for ending in endings.finditer(text):
        printed = printed or frozenset(_WORD.findall(text))
        start = _start(text, ending.start(), found)
        if _run_on(text[start : ending.start()], text[start : ending.end()], printed, language):
            found.add(ending.start())
    return sorted(found)


def _two_words(text: str, language: str) -> Iterator[int]:
    """Where two long words are run together: "mencatatcadangan", "Trumpmengerahkan"; "antarnegara" is one."""
    longer = [m for m in _LONG.finditer(text) if not _known(m[0].lower(), language)]
    printed = Counter(_WORD.findall(text)) if longer else Counter()
    names = frozenset(word.lower() for word in printed if word[0].isupper())
    for word in longer:
        cuts = list(_cuts(word[0], names, language)) if printed[word[0]] == 1 else []
        if len(cuts) == 1:
            yield word.start() + cuts[0]


def _two_capitals(text: str, language: str) -> Iterator[int]:
    """Where a word with a capital is run on to another one or to or from an acronym: "PelatihTimnas", "ESDMBahlil"."""
    both = [m for m in _TWO_CAPITALS.finditer(text) if m[1].isupper() or _known(m[1].lower(), language)]
    printed = Counter(_WORD.findall(text)) if both else Counter()
    for word in both:
        left, right = word[1] in printed, word[2] in printed or _known(word[2].lower(), language)
        alone = printed[word[0]] == 1 and not _whole(word[1], language)
        if alone and right and (left or not word[1].isupper()):
            yield word.start(2)
    for word in _ACRONYM.finditer(text):
        if _known(word[2], language) and not _whole(word[1], language):
            yield word.start(2)


def _whole(word: str, language: str) -> bool:
    """Whether a word begins the names printed as one word: KapanLagi, JPMorgan."""
    return word.lower() in words_of(language, "whole")


def _cuts(word: str, names: frozenset[str], language: str) -> Iterator[int]:
    """Where a word may be cut into a name of the text, or a word of the language, and another word."""
    named = word[0].isupper()
    for cut in range(PART - named, len(word) - PART + 1):
        stem, rest = word[:cut].lower(), word[cut:]
        begins = (named and stem in names) or (len(stem) >= PART and _known(stem, language))
        one_word = stem in words_of(language, "prefix") or not rest.islower()
        if begins and not one_word and _known(rest, language):
            yield cut


def _start(text: str, at: int, seams: set[int]) -> int:
    """Where the letters begin that end at a place, or the last seam among them."""
    while at and text[at - 1].isalpha() and at not in seams:
        at -= 1
    return at


def _run_on(stem: str, word: str, printed: frozenset[str], language: str) -> bool:
    """Whether a word is another one with a small word run on to it: "Sudan" and "bikini" are none."""
    if len(stem) < STEM + (len(word) - len(stem) < 3) or not stem[1:].islower() or _known(word, language):
        return False
    return stem in printed if stem[0].isupper() else _known(stem, language)


@cache
def _known(word: str, language: str) -> bool:
    words = lexicon(language)
    return words.concept(word) is not None or words.is_stop(word)


@cache
def _small(language: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """The small words at the start of a longer word, and at the end of one."""
    before = sorted(words_of(language, "run_on_before"), key=lambda w: (-len(w), w))
    after = sorted(words_of(language, "run_on"), key=lambda w: (-len(w), w))
    if not before or not after:
        return None, None
    return (
        re.compile(rf"\b(?<![@#./-])(?:{'|'.join(before)})(?=[a-z]{{4}})"),
        re.compile(rf"\B(?:{'|'.join(after)})\b(?!@)"),
    )
