"""One name in two spellings, and one text in two wordings: the one door for rapidfuzz and anyascii."""

from collections.abc import Sequence
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import OSA, LCSseq, Levenshtein

SHORT = 3  # letters of a word that must be spelled the same: Kim, Jong, Un
LONG = 7  # letters from which two of them may differ
TURNED = 5  # letters from which two neighbours that have changed places are one slip: Donald, Doanld; not Dian, Dina
_SOUNDS = (("oe", "u"), ("dj", "j"), ("tj", "c"), ("w", "v"), ("q", "g"), ("y", "i"), ("ph", "f"))


@lru_cache(maxsize=1 << 14)
def folded(name: str) -> tuple[str, ...]:
    """The words of a name in small Latin letters, without marks.

    >>> folded("Сергей Шойгу"), folded("Sri-Mulyani")
    (('sergey', 'shoygu'), ('sri', 'mulyani'))
    """
    kept = "".join(c if c.isalnum() else " " for c in anyascii(name).lower().replace("'", ""))
    return tuple(kept.split())


def same_word(a: str, b: str) -> bool:
    """Whether two folded words are one word in two spellings: Soeharto and Suharto, Sergei and Sergey.

    Words of up to three letters must be equal, two letters may differ from seven on, else one, not the first; two that
    have changed places count as one from five on; digits tell things apart.

    >>> same_word("soeharto", "suharto"), same_word("jong", "jung"), same_word("kerry", "kirby")
    (True, True, False)
    >>> same_word("moto3", "moto2"), same_word("martin", "matrin"), same_word("dian", "dina")
    (False, True, False)
    """
    if a == b:
        return True
    if min(len(a), len(b)) <= SHORT or _digits(a) != _digits(b):
        return False
    short = min(len(a), len(b))
    long, slips = short >= LONG, OSA if short >= TURNED else Levenshtein
    if not long and _sound(a)[0] != _sound(b)[0]:
        return False
    most = 2 if long else 1
    return bool(slips.distance(_sound(a), _sound(b), score_cutoff=most) <= most)


def same_name(a: str, b: str) -> bool:
    """Whether each word of the shorter name stands, perhaps spelled otherwise, in the longer one.

    >>> same_name("Sergey Shoigu", "Sergei Shoigu"), same_name("Patel", "Vedant Patel")
    (True, True)
    >>> same_name("Kim Jong Un", "Kim Jong Il"), same_name("", "Patel")
    (False, False)
    """
    shorter, longer = sorted((folded(a), folded(b)), key=len)
    rest = list(longer)
    for word in shorter:
        match = next((other for other in rest if same_word(word, other)), None)
        if match is None:
            return False
        rest.remove(match)
    return bool(shorter)


def one_sign_apart(a: str, b: str) -> bool:
    """Whether one sign is put in, left out, or another.

    >>> one_sign_apart("01200", "014200"), one_sign_apart("01200", "01300"), one_sign_apart("01200", "02100")
    (True, True, False)
    """
    return Levenshtein.distance(a, b, score_cutoff=1) == 1


def same_stretches(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, int]]:
    """Where two texts have the same words in a row: the start in either, and how many; the last is their empty end.

    >>> same_stretches("air surut pada malam hari".split(), "air itu surut malam hari".split())
    [(0, 0, 1), (1, 2, 1), (3, 3, 2), (5, 5, 0)]
    """
    return [(m.a, m.b, m.size) for m in LCSseq.editops(a, b).as_matching_blocks()]


def _digits(word: str) -> str:
    return "".join(filter(str.isdigit, word))


@lru_cache(maxsize=1 << 14)
def _sound(word: str) -> str:
    for spelled, plain in _SOUNDS:
        word = word.replace(spelled, plain)
    return word
