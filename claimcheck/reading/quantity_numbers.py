"""Numbers as printed: digits, number words, and both mixed."""

import re
from decimal import Decimal

from claimcheck.reading.quantity_digits import digits
from claimcheck.reading.quantity_records import ONE, ZERO, Number
from claimcheck.reading.quantity_sum import Sum, number_words
from claimcheck.reading.quantity_tails import has, of_scale, rounded, vague, with_tail
from claimcheck.text.tokens import Tokens


def number(tokens: Tokens, start: int) -> Number | None:
    """The longest number that begins at token `start`, or None.

    >>> from claimcheck.text.tokens import tokenize
    >>> number(tokenize("dua setengah juta orang", "id"), 0).low
    Decimal('2500000.0')
    >>> number(tokenize("puluhan ribu kasus", "id"), 0).high
    Decimal('99999')
    """
    loose = vague(tokens, start)
    if loose is not None:
        return loose
    read = _in_digits(tokens, start) or _in_words(tokens, start)
    return read and rounded(tokens, of_scale(tokens, with_tail(tokens, read)))


def _in_digits(tokens: Tokens, start: int) -> Number | None:
    """A number that begins with digits, with the scale words behind it: "1,5 juta", "2 juta 300 ribu"."""
    end, shown = _spaced(tokens, start)
    found = digits(shown, tokens.language)
    if found is None:
        return _over(tokens, start, ZERO)
    value, step, alternative = found
    parts = _over(tokens, start, ZERO) or (value == int(value) and _over(tokens, start + 1, value)) or None
    if parts:
        return parts
    sum = Sum()
    sum.put(value, 1)
    sum.step = step
    first = end
    end = _continue(tokens, end, sum)
    settled = alternative if end == first else None
    return _number(sum, start, end, settled, False)


def _spaced(tokens: Tokens, start: int) -> tuple[int, str]:
    """Groups of three after single spaces, "1 414 021 100": where they end, and the digits together.

    Two groups are taken only when the second is 000 or the space is narrow: "Redmi 13 256 GB" is no number.
    """
    words, end = tokens.words, start + 1
    while end < len(words) and _is_group(tokens, end) and end - start < 8:
        end += 1
    if end == start + 1 or len(words[start]) > 3 or words[start].startswith("0"):
        return start + 1, words[start]
    sure = end - start > 2 or words[start + 1] == "000" or tokens.text[tokens.ends[start]] in _NARROW
    return (end, "".join(words[start:end])) if sure else (start + 1, words[start])


_NARROW = "\u00a0\u2009\u202f"
_GROUP = re.compile(r"[0-9]{3}(?:[.,][0-9]{1,15})?\Z")


def _is_group(tokens: Tokens, at: int) -> bool:
    gap = tokens.text[tokens.ends[at - 1] : tokens.starts[at]]
    return len(gap) == 1 and gap.isspace() and gap != "\n" and _GROUP.match(tokens.words[at]) is not None


def _over(tokens: Tokens, start: int, whole: Decimal) -> Number | None:
    """A fraction in digits, "1/4" or "2 1/2": the denominator is one that people write, so a date is none."""
    words = tokens.words[start : start + 3]
    if len(words) < 3 or words[1] != "/" or words[2] not in _DENOMINATORS or len(words[0]) > 2:
        return None
    if not words[0].isascii() or not words[0].isdigit() or int(words[0]) >= int(words[2]):
        return None
    if tokens.words[start + 3 : start + 4] == ["/"]:
        return None
    value = whole + Decimal(words[0]) / Decimal(words[2])
    begin = start - 1 if whole else start
    return Number(begin, start + 3, value, value, ONE / Decimal(words[2]), fraction=not whole)


_DENOMINATORS = frozenset({"2", "3", "4", "5", "8", "10", "16", "20", "32", "40", "100"})


def _in_words(tokens: Tokens, start: int) -> Number | None:
    if tokens.lowers[start] == "quarter" and tokens.language == "en":
        return _quarter(tokens, start)
    sum = Sum()
    end = _continue(tokens, start, sum)
    return None if end == start or (sum.empty and sum.fresh != ZERO) else _number(sum, start, end, None, True)


def _quarter(tokens: Tokens, start: int) -> Number | None:
    """As in "quarter million": without an article a quarter is a fraction only before a scale word."""
    at = start + 1 + (tokens.lowers[start + 1 : start + 2] == ["-"])
    what, factor = number_words("en").get(tokens.lowers[at], ("", ONE)) if has(tokens, at) else ("", ONE)
    quarter = ONE / 4
    return Number(start, at, quarter, quarter, quarter).times(factor, at + 1) if what == "scale" else None


def _continue(tokens: Tokens, at: int, sum: Sum) -> int:
    """Take words while they fit; where the number ends."""
    table, lowers = number_words(tokens.language), tokens.lowers
    what = "digits" if not sum.empty else ""
    while at < len(lowers):
        skip = _joined(lowers, at, what, table)
        if not what and skip and _counts_one(lowers, at, table):
            sum.take("unit", ONE)
        found = table.get(lowers[at + skip]) if at + skip < len(lowers) else None
        if found is None or not sum.take(*found):
            return _more_digits(tokens, at, sum, what)
        what, at = found[0], at + skip + 1
    return at


def _counts_one(lowers: list[str], at: int, table: dict[str, tuple[str, Decimal]]) -> bool:
    """As in "a hundred", "a third": the article is one of them; "a half" is none."""
    return table[lowers[at + 1]][0] != "semi"


def _more_digits(tokens: Tokens, at: int, sum: Sum, what: str) -> int:
    """As in "2 juta 300 ribu": digits behind a scale word, with a smaller scale word behind them."""
    if what in ("hundred", "scale") and tokens.lowers[at : at + 1] == ["and"]:
        return _and_digits(tokens, at, sum)
    if what not in ("scale", "scales") or at + 1 >= len(tokens.lowers):
        return at
    following = number_words(tokens.language).get(tokens.lowers[at + 1])
    found = digits(tokens.words[at], tokens.language)
    if not found or not following or following[0] != "scale" or following[1] >= sum.last or found[0] >= 1000:
        return at
    sum.put(found[0], 1)
    sum.step = found[1]
    return _continue(tokens, at + 1, sum)


def _and_digits(tokens: Tokens, at: int, sum: Sum) -> int:
    """As in "3 hundred and 21": digits below the last place."""
    found = digits(tokens.words[at + 1], "en") if at + 1 < len(tokens.words) else None
    if (
        found is None
        or sum.floor <= 10
        or not 0 < found[0] < 100
        or found[1] != 1
        or tokens.words[at - 1] == "and"
    ):
        return at
    sum.put(found[0], 1)
    return at + 2


def _joined(lowers: list[str], at: int, what: str, table: dict[str, tuple[str, Decimal]]) -> int:
    """How many joining words stand before the next number word: twenty-five, hundred and two."""
    for joiners, last, following in _JOINS.get(lowers[at], ()):
        end = at + len(joiners)
        if what in last and end < len(lowers) and tuple(lowers[at:end]) == joiners:
            found = table.get(lowers[end])
            if found and found[0] in following and not _fraction_at(lowers, end, table):
                return len(joiners)
    return 0


def _fraction_at(lowers: list[str], at: int, table: dict[str, tuple[str, Decimal]]) -> bool:
    """Whether "three quarters" begins here: "one hundred and three quarters" is 100.75."""
    after = at + 1 + (lowers[at + 1 : at + 2] == ["-"])
    following = table.get(lowers[after]) if after < len(lowers) else None
    return (
        table[lowers[at]][0] == "unit" and following is not None and following[0] in ("denominator", "semi")
    )


_SMALL = frozenset({"unit", "teen", "tens"})
_JOINS: dict[str, tuple[tuple[tuple[str, ...], frozenset[str], frozenset[str]], ...]] = {
    "-": (
        (("-",), frozenset({"tens"}), frozenset({"unit"})),
        (("-",), frozenset({"digits"}), frozenset({"scale"})),  # "a $137-million robbery"
        (("-",), frozenset({"unit"}), frozenset({"denominator", "semi", "hundred", "scale"})),
    ),
    "and": ((("and",), frozenset({"hundred", "scale"}), _SMALL),),
    "&": ((("&",), frozenset({"hundred", "scale"}), _SMALL),),
    "a": (
        (("a",), frozenset({""}), frozenset({"hundred", "scale", "pack", "denominator", "semi"})),
        (("a",), frozenset({"semi"}), frozenset({"scale", "pack", "hundred"})),
    ),
    "an": ((("an",), frozenset({""}), frozenset({"denominator"})),),
}


def _number(sum: Sum, start: int, end: int, alternative: Decimal | None, spelled: bool) -> Number:
    value = sum.total + (sum.group or ZERO)
    scale = sum.scale if sum.group is None else ONE
    return Number(start, end, value, value, sum.step, scale, alternative, False, spelled, sum.fraction)
