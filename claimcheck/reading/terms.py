"""What each token is about: a name, a shared concept, or the lemma of a word in no concept."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from claimcheck.languages import Pack
from claimcheck.languages.lexicon import lexicon
from claimcheck.reading.names import Name
from claimcheck.reading.rules import Found
from claimcheck.text.tokens import Tokens

SHORTEST = 3  # letters of a word that says something; shorter ones are particles


class Term(NamedTuple):
    """One unit of meaning on tokens `start` to before `end`."""

    start: int
    end: int
    kind: Literal["name", "concept", "lemma"]
    key: str


def read_terms(tokens: Tokens, pack: Pack, names: Sequence[Found[Name]]) -> list[Term]:
    """The terms of a text in order: names first, then concepts, then the lemmas of the other content words.

    >>> from claimcheck.languages import load
    >>> from claimcheck.text.tokens import tokenize
    >>> t = tokenize("gempa mengguncang Zzyzx", "id")
    >>> [(term.kind, term.key) for term in read_terms(t, load("id"), [])][:1]
    [('concept', 'earthquake')]
    """
    named = [Term(n.start, n.end, "name", n.item.key) for n in names]
    taken = bytearray(len(tokens))
    for term in named:
        taken[term.start : term.end] = b"\1" * (term.end - term.start)
    words = lexicon(pack.code)
    blank = [("" if taken[i] else word) for i, word in enumerate(tokens.words)]
    terms = named + [Term(a, b, "concept", key) for a, b, key in words.concepts_in(blank)]
    for term in terms[len(named) :]:
        taken[term.start : term.end] = b"\1" * (term.end - term.start)
    plain = pack.pattern("word").finditer(tokens.classes)
    rest = [m.start() for m in plain if not taken[m.start()]]
    terms += [
        Term(i, i + 1, "lemma", words.lemma(w))
        for i in rest
        if _says(w := tokens.lowers[i], words.is_stop(w))
    ]
    return sorted(terms)


def _says(word: str, stop: bool) -> bool:
    return not stop and len(word) >= SHORTEST
