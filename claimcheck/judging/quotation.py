"""Quotations: the words between the marks, the same, reworded, or with another meaning."""

from dataclasses import dataclass
from functools import lru_cache

from claimcheck.judging.table import Level, otherwise
from claimcheck.languages import load
from claimcheck.languages.lexicon import lexicon
from claimcheck.reading.names import read_names
from claimcheck.reading.terms import read_terms
from claimcheck.records import Claim
from claimcheck.text.tokens import tokenize

LONG = 6  # content words of two quotations together from which one may be cut from the other
SIGNS = "“”„«»\"'‘’.,;:!?()[]…–—-"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two quotations: the content keys inside the marks that the other's whole sentence does not have."""

    only_x: frozenset[str]
    only_y: frozenset[str]
    both: int
    size: int
    hedges: frozenset[str]
    one_origin: bool


def pair_of(a: Claim, b: Claim, one_origin: bool) -> Pair | None:
    """The quoted words of two linked claims, or None where one of them quotes nothing."""
    if not a.quotes or not b.quotes:
        return None
    x, y = quoted(a), quoted(b)
    if not x or not y:
        return None
    around_a, around_b = keys(a.sentence.span.text, a.language), keys(b.sentence.span.text, b.language)
    only_x = frozenset(k for k in x.keys() - around_b.keys() if not _glued(x[k], b.sentence.span.text))
    only_y = frozenset(k for k in y.keys() - around_a.keys() if not _glued(y[k], a.sentence.span.text))
    both = len(x.keys() & around_b.keys()) + len(y.keys() & around_a.keys())
    hedges = frozenset(_hedges(a.language) | _hedges(b.language))
    return Pair(only_x, only_y, both, len(x) + len(y), hedges, one_origin)


def _hedges(language: str) -> set[str]:
    """Concepts and lemmas whose loss changes what was promised: "membantu", "mungkin", "tidak"."""
    words = lexicon(language)
    return {words.concept(w) or words.lemma(w) for w in load(language).values.get("quote_hedge", {})}


def _glued(word: str, sentence: str) -> bool:
    """Whether a word is there after all, run together with its neighbours by scraping ("prospekeksporyang")."""
    return len(word) > 3 and word.lower() in sentence.lower().replace(" ", "")


def quoted(claim: Claim) -> dict[str, str]:
    """The content keys of the quoted words that lie inside a claim, each with its word."""
    inside = (_inside(claim, q.start, q.end) for q in claim.quotes)
    return {key: word for text in inside for key, word in keys(text, claim.language).items()}


def shown(claim: Claim) -> str:
    """The quoted words of a claim as printed."""
    return " … ".join(filter(None, (_inside(claim, q.start, q.end).strip(SIGNS + " ") for q in claim.quotes)))


def _inside(claim: Claim, start: int, end: int) -> str:
    at = claim.span.start
    return claim.span.text[max(0, start - at) : max(0, end - at)]


@lru_cache(maxsize=4096)
def keys(text: str, language: str) -> dict[str, str]:
    """The content of a text: names, concepts, lemmas, each with the word it was read from; function words left out.

    >>> sorted(keys("akan membantu memperkuat hubungan", "id"))
    ['help', 'relation', 'strengthen']
    """
    tokens, pack = tokenize(text, language), load(language)
    names = read_names(tokens, pack, [(0, len(tokens))])
    terms = read_terms(tokens, pack, names)
    return {t.key: tokens.words[t.start] for t in terms if not pack.has("digits", tokens.words[t.start])}


def unlike(pair: Pair) -> bool:
    """They share too little to be one quotation: two statements, each quoted."""
    return pair.size > 4 and pair.both * 2 < pair.size


def same(pair: Pair) -> bool:
    """The same content in the same or other forms: punctuation, spelling, inflection, function words."""
    return not pair.only_x and not pair.only_y


def cut(pair: Pair) -> bool:
    """One quotes more of the statement than the other, and nothing they both quote differs."""
    return not (pair.only_x and pair.only_y) and pair.size >= LONG


def hedged(pair: Pair) -> bool:
    """One has a word that the other lacks and that changes what was promised: to help, perhaps, not."""
    return bool((pair.only_x | pair.only_y) & pair.hedges)


def reworded(pair: Pair) -> bool:
    """Two translations or renderings by two origins: other words, and none of them a hedge or a negation."""
    return not pair.one_origin


LEVELS: tuple[Level[Pair], ...] = (
    Level("quotation.same", "same", "the words are the same: {a}", same),
    Level("quotation.unlike", "unsure", "{a} and {b} may be two statements", unlike),
    Level("quotation.hedge", "conflict", "one promises what the other does not: {a} and {b}", hedged),
    Level("quotation.cut", "compatible", "{a} and {b} are longer and shorter cuts of one statement", cut),
    Level("quotation.reworded", "compatible", "{a} and {b} are two renderings", reworded),
    Level("quotation.drift", "conflict", "the words differ inside one origin: {a} and {b}", otherwise),
)
