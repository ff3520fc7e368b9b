"""Sums by name: one amount that is a fine in one report and a restitution in another."""

from collections.abc import Mapping, Sequence

from claimcheck.judging.words import before
from claimcheck.languages import load
from claimcheck.records import Claim, Quantity, Span

APART = "sums.apart"
RULES = {APART: "Two reports call one amount of the same person differently: a fine, and a restitution."}
LONGEST = 5  # words of a name with what may stand between it and the amount: "uang pengganti sebesar"


def sum_name(claim: Claim, q: Quantity) -> tuple[str, Span] | None:
    """What an amount of money is called just before it, and the name with the amount; None where nothing names it.

    >>> from claimcheck import read
    >>> (claim,) = read("Jaksa menuntut Budi membayar denda sebesar Rp300 juta.").claims
    >>> name, place = sum_name(claim, claim.quantities[0])
    >>> name, place.text
    ('fine', 'denda sebesar Rp300 juta')
    """
    names = load(claim.language).values["sum_name"]
    words = before(claim, q, LONGEST)
    kept = len(words)
    while kept and load(claim.language).has("of_sum", words[kept - 1].lower()):
        kept -= 1
    for size in range(kept, 0, -1):
        found = names.get(" ".join(words[kept - size : kept]).lower())
        if found is not None:
            text = claim.span.text[: q.span.end - claim.span.start]
            start = text.rindex(words[kept - size], 0, q.span.start - claim.span.start)
            return found, Span(claim.document, claim.span.start + start, q.span.end, text[start:])
    return None


def two_names(
    a: Claim, x: Quantity, b: Claim, y: Quantity, of_amount: Mapping[str, Sequence[Claim]]
) -> tuple[Span, Span] | None:
    """The two names with their amount, where one amount has two names; `of_amount` has the claims that give it.

    Both claims name one person or body, and neither report gives its amount by the name of the other too.
    """
    whose = set(a.question.names) & set(b.question.names)
    if x.kind != "money" or (x.low, x.high) != (y.low, y.high) or not whose:
        return None
    mine, theirs = sum_name(a, x), sum_name(b, y)
    if mine is None or theirs is None or mine[0] == theirs[0]:
        return None
    for name, claim in ((theirs[0], a), (mine[0], b)):
        own = [c for c in of_amount.get(claim.document, ()) if whose & set(c.question.names)]
        if _called(name, x, own):
            return None
    return mine[1], theirs[1]


def _called(name: str, amount: Quantity, claims: Sequence[Claim]) -> bool:
    """Whether one of the claims gives an amount by a name."""
    named = (
        sum_name(c, q) for c in claims for q in c.quantities if (q.low, q.high) == (amount.low, amount.high)
    )
    return any(found is not None and found[0] == name for found in named)
