"""The strength of shaking in Roman numerals, as seismologists print it: "II-III MMI", "skala MMI IV"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from claimcheck.reading.rules import Found
from claimcheck.records import Quantity, Span
from claimcheck.records.claim import Hedge
from claimcheck.text.tokens import Tokens

_NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ROMAN = {numeral: Decimal(at) for at, numeral in enumerate(_NUMERALS, 1)}
_RANGE = r"(?P<low>[IVX]{1,4})(?: ?(?:-|–|—|hingga|sampai|to) ?(?P<high>[IVX]{1,4}))?"
_BEFORE = re.compile(rf"(?:^|(?<=[ (]))(?P<all>{_RANGE})(?: skala)? ?\Z")
_BEHIND = re.compile(rf" (?P<all>{_RANGE})(?![\w-])")
_NEAR = 5  # tokens on either side of "MMI" that a range can take


def intensities(tokens: Tokens, document: str) -> Iterator[Found[Quantity]]:
    """The intensities of a text on Mercalli's scale, I to XII, unit "MMI"; a range is one quantity.

    >>> from claimcheck.text.tokens import tokenize
    >>> [found] = intensities(tokenize("Gempa terasa II-III MMI di Palu.", "id"), "a")
    >>> str(found.item.low), str(found.item.high), found.item.unit, found.item.hedge
    ('2', '3', 'MMI', 'between')
    """
    at = -1
    for _ in range(tokens.words.count("MMI")):
        at = tokens.words.index("MMI", at + 1)
        found = _read(tokens, document, at)
        if found is not None:
            yield found


def _read(tokens: Tokens, document: str, at: int) -> Found[Quantity] | None:
    first, last = max(at - _NEAR, 0), min(at + 1 + _NEAR, len(tokens))
    before = _BEFORE.search(tokens.slice(first, at)) if at else None
    behind = _BEHIND.match(tokens.slice(at, last)[len("MMI") :]) if before is None else None
    match = before or behind
    if match is None or match["low"] not in _ROMAN or (match["high"] or match["low"]) not in _ROMAN:
        return None
    offset = tokens.starts[first] if before else tokens.ends[at]
    start = (
        next(t for t in range(first, last) if tokens.ends[t] > offset + match.start("all")) if before else at
    )
    end = (
        at + 1
        if before
        else next(t for t in range(at, last) if tokens.ends[t] >= offset + match.end("all")) + 1
    )
    return Found(start, end, _quantity(tokens, document, start, end, match))


def _quantity(tokens: Tokens, document: str, start: int, end: int, match: re.Match[str]) -> Quantity:
    low, high = _ROMAN[match["low"]], _ROMAN[match["high"] or match["low"]]
    span = Span(document, tokens.starts[start], tokens.ends[end - 1], tokens.slice(start, end))
    hedge: Hedge | None = "between" if low != high else None
    low, high = min(low, high), max(low, high)
    return Quantity(span, low, high, unit="MMI", kind="measure", hedge=hedge, step=Decimal(1))
