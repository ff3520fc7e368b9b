"""What a number counts, what happened to it, and per what: read from the words around it."""

from functools import lru_cache

from claimcheck.reading.quantity_atoms import Atom
from claimcheck.reading.quantity_words import phrases, words
from claimcheck.text.tokens import Tokens

_NEAR = 4  # tokens after the noun in which "tewas" still belongs to the number
_BACK = 6  # tokens before the number in which "menewaskan" or "korban tewas" does


@lru_cache(maxsize=1 << 15)
def concept(word: str, language: str) -> str:
    """The concept of a noun where the lexicon has one, else its plain form in lower case."""
    try:
        from claimcheck.languages.lexicon import lexicon

        shelf = lexicon(language)
        return shelf.concept(word) or (shelf.lemma(word) if language == "en" else _bare(word))
    except (ImportError, KeyError, OSError):
        return _bare(word)


def _bare(word: str) -> str:
    """The word in lower case, without doubling and "-nya".

    >>> _bare("Anak-anak"), _bare("rumahnya")
    ('anak', 'rumah')
    """
    left, _, right = word.lower().partition("-")
    once = left if right.startswith(left) else word.lower()
    return once[:-3] if once.endswith("nya") and len(once) > 6 else once


def counted(tokens: Tokens, atom: Atom) -> tuple[str | None, int]:
    """The concept or lemma of the noun counted, and the token after it."""
    at = atom.end
    if atom.kind not in ("count", "ordinal"):
        return None, at
    at = _after_classifier(tokens, at)
    if at < len(tokens.words) and _is_noun(tokens, at):
        return concept(tokens.words[at], tokens.language), at + 1
    return ("person" if atom.unit == "person" else None), at


def _after_classifier(tokens: Tokens, at: int) -> int:
    skipped = words(tokens.language, "classifier")
    return at + 1 if at < len(tokens.words) and tokens.lowers[at] in skipped else at


def _is_noun(tokens: Tokens, at: int) -> bool:
    word = tokens.lowers[at]
    if not word[:1].isalpha() or word in words(tokens.language, "nocount"):
        return False
    return phrases(tokens.language, "roleword").at(tokens, at) is None


def role(tokens: Tokens, atom: Atom, after: int) -> str | None:
    """What happened to those counted: the nearest role word behind the noun, else the last one before the number."""
    table = phrases(tokens.language, "roleword")
    for at in range(after, min(after + _NEAR, len(tokens.words))):
        if tokens.words[at] in _ENDS:
            break
        found = table.at(tokens, at)
        if found is not None:
            return str(found[0])
    return _role_before(tokens, atom.start)


def _role_before(tokens: Tokens, start: int) -> str | None:
    table = phrases(tokens.language, "roleword")
    for end in range(start, max(start - _BACK, 0), -1):
        if tokens.words[end - 1] in _ENDS:
            return None
        found = table.before(tokens, end)
        if found is not None:
            return str(found[0])
    return None


_ENDS = frozenset({".", ",", ";", ":", "!", "?", "\n", "(", ")", '"', "“", "”", "dan", "and", "–", "—"})


def per(tokens: Tokens, end: int) -> tuple[str | None, int]:
    """The unit of a rate behind a quantity that ends before token `end`, and where the rate ends."""
    whole = phrases(tokens.language, "perwhole").at(tokens, end)
    if whole is not None:
        return str(whole[0]), whole[1]
    if end + 1 >= len(tokens.words) or tokens.lowers[end] not in words(tokens.language, "perword"):
        return None, end
    unit = phrases(tokens.language, "unitword").at(tokens, end + 1)
    if unit is not None:
        return str(unit[0][1]), unit[1]
    if not tokens.words[end + 1][:1].isalpha():
        return None, end
    return concept(tokens.words[end + 1], tokens.language), end + 2
