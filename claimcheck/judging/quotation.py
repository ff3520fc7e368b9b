"""Quotations: the words between the marks, the same, reworded, or with another meaning."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from claimcheck.judging.table import Level, otherwise
from claimcheck.languages import LANGUAGES, load
from claimcheck.languages.lexicon import kind, lexicon
from claimcheck.reading.names import read_names
from claimcheck.reading.terms import read_terms
from claimcheck.records import Claim
from claimcheck.text.tokens import tokenize

NEARLY = 3  # content words that only one of two renderings has, where a hedge among them still counts
SINGLE = 2  # content words of two quotations of a word each: "keras" and "ketat"
FEW = 2  # content words that may stand for others
SPELLED = 0.65  # share of the letters that two spellings of one word have in common
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
    replaced: bool = False
    turned: bool = False


def pair_of(a: Claim, b: Claim, one_origin: bool) -> Pair | None:
    """The quoted words of two linked claims, or None where one of them quotes nothing."""
    if not a.quotes or not b.quotes:
        return None
    x, y = quoted(a), quoted(b)
    if not x or not y:
        return None
    around_a, around_b = keys(a.sentence.span.text, a.language), keys(b.sentence.span.text, b.language)
    only_x = frozenset(k for k in x if not has(around_b, k, x[k], b.sentence.span.text))
    only_y = frozenset(k for k in y if not has(around_a, k, y[k], a.sentence.span.text))
    both = len(x.keys() & around_b.keys()) + len(y.keys() & around_a.keys())
    hedges = frozenset(_hedges(a.language) | _hedges(b.language))
    turned = any(_same_place(x, k, y, m) for k in only_x for m in only_y if _opposed(x[k], y[m]))
    return Pair(only_x, only_y, both, len(x) + len(y), hedges, one_origin, _replaced(x, y), turned)


def has(around: Mapping[str, str], key: str, word: str, sentence: str) -> bool:
    """Whether a sentence has a word, in a longer or shorter form of its name, or run together with others."""
    return key in around or any(_one_name(key, k) for k in around) or _glued(word, sentence)


def _one_name(k: str, m: str) -> bool:
    """Whether one key is a part of the other in whole words: "gag" of "pt gag"."""
    mine, theirs = set(k.split()), set(m.split())
    return len(mine) != len(theirs) and (mine < theirs or theirs < mine)


def _replaced(x: Mapping[str, str], y: Mapping[str, str]) -> bool:
    """Whether a word or two stand for other ones of the same place: "keras" for "ketat"."""
    mine, theirs = list(x), list(y)
    for tag, a, b, c, d in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        short = tag == "replace" and max(b - a, d - c) <= FEW
        framed = (a > 0 or b < len(mine)) or len(mine) <= FEW
        if (
            short
            and framed
            and not _spelled_alike({k: x[k] for k in mine[a:b]}, {k: y[k] for k in theirs[c:d]})
        ):
            return True
    return False


def _spelled_alike(mine: Mapping[str, str], theirs: Mapping[str, str]) -> bool:
    """Two spellings of one word, spoken or mistyped: "temen" and "teman"; never two words that are both known."""
    few, many = sorted((mine, theirs), key=len)
    return all(any(_one_word(k, few[k], m, many[m]) for m in many) for k in few)


def _one_word(k: str, word: str, m: str, other: str) -> bool:
    if _one_name(k, m):
        return True
    if any(w.isupper() and len(w) > FEW for w in (word, other)):  # labels: "UPDATE"
        return True
    if kind(k) and kind(m):
        return False
    return SequenceMatcher(None, word.lower(), other.lower(), False).ratio() >= SPELLED


def _opposed(word: str, other: str) -> bool:
    """Whether two words are the two ends of one matter: on the way and arrived, to rise and to fall."""
    ends = [_end(w) for w in (word, other)]
    return None not in ends and ends[0] != ends[1] and ends[0][0] == ends[1][0]  # type: ignore[index]


def _end(word: str) -> tuple[str, str] | None:
    """The matter a word is of and which end of it: "menuju" is ("arrive", "before")."""
    values = (load(code).value("quote_turn", word.lower()) for code in LANGUAGES)
    found = next((value for value in values if value is not None), None)
    return None if found is None else (found.split()[0], found.split()[1])


def _same_place(x: Mapping[str, str], k: str, y: Mapping[str, str], m: str) -> bool:
    """Whether two words stand in the same place: what follows them, or stands before them, is the same."""
    mine, theirs = list(x), list(y)
    i, j = mine.index(k), theirs.index(m)
    return mine[i + 1 : i + 2] == theirs[j + 1 : j + 2] != [] or mine[i - 1 : i] == theirs[j - 1 : j] != []


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
    half = pair.size > 4 and pair.both * 2 < pair.size
    return half or (SINGLE < pair.size <= 4 and pair.both * 2 <= pair.size)


def same(pair: Pair) -> bool:
    """The same content in the same or other forms: punctuation, spelling, inflection, function words."""
    return not pair.only_x and not pair.only_y


def cut(pair: Pair) -> bool:
    """One quotes more of the statement than the other, and nothing they both quote differs."""
    return not (pair.only_x and pair.only_y) and pair.size >= LONG


def turned(pair: Pair) -> bool:
    """A word has become its opposite in the same place, no negation beside it: "menuju" and "mencapai"."""
    return pair.turned and not (pair.only_x | pair.only_y) & pair.hedges


def hedged(pair: Pair) -> bool:
    """One has a word that the other lacks and that changes what was promised: to help, perhaps, not."""
    if not pair.one_origin and len(pair.only_x) + len(pair.only_y) > NEARLY:
        return False
    return bool((pair.only_x | pair.only_y) & pair.hedges)


def reworded(pair: Pair) -> bool:
    """Two translations or renderings by two origins: other words, and none of them a hedge or a negation."""
    return not pair.one_origin


def added(pair: Pair) -> bool:
    """Words are left out, put in or spelled otherwise, and none stands for another."""
    return not pair.replaced


LEVELS: tuple[Level[Pair], ...] = (
    Level("quotation.same", "same", "the words are the same: {a}", same),
    Level("quotation.unlike", "unsure", "{a} and {b} may be two statements", unlike),
    Level("quotation.turned", "conflict", "a word has become its opposite: {a} and {b}", turned),
    Level("quotation.hedge", "conflict", "one promises what the other does not: {a} and {b}", hedged),
    Level("quotation.cut", "compatible", "{a} and {b} are longer and shorter cuts of one statement", cut),
    Level("quotation.reworded", "compatible", "{a} and {b} are two renderings", reworded),
    Level("quotation.added", "compatible", "{a} and {b} differ in what they leave out", added),
    Level("quotation.drift", "conflict", "the words differ inside one origin: {a} and {b}", otherwise),
)
