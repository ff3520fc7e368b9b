"""Dictionary lemmas of words that no rule of ours knows: the one door for simplemma."""

from functools import lru_cache

CASED = frozenset(
    {"en"}
)  # whose dictionary writes names alone with a capital; the Indonesian one has "Rp" so


@lru_cache(maxsize=1 << 17)
def lemma(word: str, language: str) -> str:
    """The dictionary form of `word`, lower-cased; the word itself when the dictionary has none.

    `language` is an ISO 639-1 code that simplemma knows; with any other the word comes back lower-cased.

    >>> lemma("Mengunjungi", "id"), lemma("elections", "en"), lemma("Qwertzy", "id")
    ('kunjung', 'election', 'qwertzy')
    """
    import simplemma  # 0.1 s: paid only by texts with words outside the lists

    lowered = word.lower()
    try:
        return str(simplemma.lemmatize(lowered, lang=language)).lower()
    except ValueError:  # simplemma's answer to a language it does not have
        return lowered


@lru_cache(maxsize=1 << 17)
def listed(word: str, language: str) -> bool:
    """Whether a dictionary of the language has `word` in small letters, and not as a name alone ("Maurice").

    >>> listed("Seorang", "id"), listed("Shoigu", "id"), listed("Yesterday", "en"), listed("Maurice", "en")
    (True, False, True, False)
    """
    import simplemma

    lowered = word.lower()
    try:
        known = simplemma.is_known(lowered, lang=language)
        return bool(known) and not (language in CASED and _name_alone(lowered, language))
    except ValueError:
        return False


def _name_alone(lowered: str, language: str) -> bool:
    import simplemma

    return str(simplemma.lemmatize(lowered, lang=language))[:1].isupper()
