""" "Seorang warga tewas", "menewaskan seorang": the word for one person, where it counts dead or hurt."""

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.languages import Pack
from claimcheck.reading.quantity_counted import concept, is_noun
from claimcheck.reading.quantity_words import phrases
from claimcheck.reading.rules import Found
from claimcheck.records import Quantity, Span
from claimcheck.text.tokens import Tokens

_HARM = frozenset({"death", "injury", "severe injury", "slight injury", "missing"})
_OTHER = frozenset({"lain", "lainnya"})
_NOUN = 2  # words of the noun between "seorang" and what happened: "seorang pengendara motor tewas"


def ones(tokens: Tokens, pack: Pack, document: str) -> Iterator[Found[Quantity]]:
    """One person each, where the next words or the word before say that the person died, was hurt or is missed.

    >>> from claimcheck.languages import load
    >>> from claimcheck.text.tokens import tokenize
    >>> [str(f.item.low) for f in ones(tokenize("Seorang warga tewas.", "id"), load("id"), "a")]
    ['1']
    >>> list(ones(tokenize("Seorang warga pergi.", "id"), load("id"), "a"))
    []
    """
    if "oneperson" not in pack.values:
        return
    for match in pack.pattern("oneperson").finditer(tokens.classes):
        start, end = match.span()
        role = _behind(tokens, end) or _before(tokens, start)
        if role is not None:
            yield Found(start, end, _one(tokens, document, start, end, role))


def _one(tokens: Tokens, document: str, start: int, end: int, role: str) -> Quantity:
    span = Span(document, tokens.starts[start], tokens.ends[end - 1], tokens.slice(start, end))
    named = end < len(tokens) and is_noun(tokens.words[end], tokens.language) and tokens.words[end].islower()
    noun = concept(tokens.words[end], tokens.language) if named else "person"
    one = Decimal(1)
    return Quantity(span, one, one, unit="person", counted=noun, role=role, step=one)


def _behind(tokens: Tokens, end: int) -> str | None:
    """What happened, right behind the noun: "tewas", "meninggal dunia", "mengalami luka"."""
    for at in range(end, min(end + _NOUN + 1, len(tokens))):
        found = phrases(tokens.language, "roleword").at(tokens, at)
        if found is not None:
            intransitive = not tokens.lowers[at].startswith("me") or tokens.lowers[at] == "meninggal"
            return _harm(str(found[0])) if intransitive else None
        if not is_noun(tokens.words[at], tokens.language) and tokens.lowers[at] not in _OTHER:
            return None
    return None


def _before(tokens: Tokens, start: int) -> str | None:
    """What was done, right before: "menewaskan seorang warga", "melukai seorang"."""
    found = phrases(tokens.language, "roleword").before(tokens, start)
    done = found is not None and tokens.lowers[found[1]].startswith("me") and found[1] + 1 == start
    return _harm(str(found[0])) if found is not None and done else None


def _harm(role: str) -> str | None:
    return role if role in _HARM else None
