"""Quotations: the words between the marks, the same, reworded, or with another meaning."""

from dataclasses import dataclass

from claimcheck.judging.table import Level, otherwise
from claimcheck.languages.lexicon import lexicon
from claimcheck.records import Claim

SIGNS = "“”„«»\"'‘’.,;:!?()[]…–—-"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two quotations, each as the content keys inside the marks and those of the whole sentence around them."""

    x: frozenset[str]
    y: frozenset[str]
    x_around: frozenset[str]
    y_around: frozenset[str]

    @property
    def only_x(self) -> frozenset[str]:
        """What stands in the first quotation and nowhere in the other sentence."""
        return self.x - self.y_around

    @property
    def only_y(self) -> frozenset[str]:
        """What stands in the second quotation and nowhere in the other sentence."""
        return self.y - self.x_around


def pair_of(a: Claim, b: Claim) -> Pair | None:
    """The quoted words of two linked claims, or None where one of them quotes nothing."""
    if not a.quotes or not b.quotes:
        return None
    return Pair(
        quoted(a), quoted(b), keys(a.sentence.span.text, a.language), keys(b.sentence.span.text, b.language)
    )


def quoted(claim: Claim) -> frozenset[str]:
    """The content keys of the quoted words that lie inside a claim."""
    inside = (_inside(claim, q.start, q.end) for q in claim.quotes)
    return frozenset(key for text in inside for key in keys(text, claim.language))


def shown(claim: Claim) -> str:
    """The quoted words of a claim as printed."""
    return " … ".join(filter(None, (_inside(claim, q.start, q.end).strip(SIGNS + " ") for q in claim.quotes)))


def _inside(claim: Claim, start: int, end: int) -> str:
    at = claim.span.start
    return claim.span.text[max(0, start - at) : max(0, end - at)]


def keys(text: str, language: str) -> frozenset[str]:
    """The content of a text: the concepts and lemmas of its words, function words and marks left out.

    >>> sorted(keys("akan membantu memperkuat hubungan", "id"))
    ['help', 'relation', 'strengthen']
    """
    words = lexicon(language)
    plain = [w for w in (word.strip(SIGNS) for word in text.replace("-", " ").split()) if w]
    found = words.concepts_in(plain)
    taken = {i for start, end, _ in found for i in range(start, end)}
    rest = (w for i, w in enumerate(plain) if i not in taken and not words.is_stop(w.lower()))
    return frozenset(concept for _, _, concept in found) | frozenset(words.lemma(w) for w in rest)


def unlike(pair: Pair) -> bool:
    """They share too little to be one quotation: two statements, each quoted."""
    both = len(pair.x & pair.y_around) + len(pair.y & pair.x_around)
    return both == 0 and (len(pair.x) > 2 or len(pair.y) > 2)


def same(pair: Pair) -> bool:
    """The same content in the same or other forms: punctuation, spelling, inflection, function words."""
    return not pair.only_x and not pair.only_y


def cut(pair: Pair) -> bool:
    """One quotes more of the statement than the other, and nothing they both quote differs."""
    return not (pair.only_x and pair.only_y) and len(pair.only_x | pair.only_y) > 2


LEVELS: tuple[Level[Pair], ...] = (
    Level("quotation.unlike", "unsure", "{a} and {b} may be two statements", unlike),
    Level("quotation.same", "same", "the words are the same: {a}", same),
    Level("quotation.cut", "compatible", "{a} and {b} are longer and shorter cuts of one statement", cut),
    Level("quotation.drift", "conflict", "the words differ in meaning: {a} and {b}", otherwise),
)
