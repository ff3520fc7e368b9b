"""What hangs on a number: "and a half", "koma dua", "-an"; and numbers without digits, puluhan ribu."""

from dataclasses import replace
from decimal import Decimal

from claimcheck.reading.quantity_records import ONE, ZERO, Number
from claimcheck.reading.quantity_sum import number_words
from claimcheck.reading.quantity_words import Phrases, phrases
from claimcheck.text.tokens import Tokens


def with_tail(tokens: Tokens, read: Number) -> Number:
    """What may hang on a number: "two and a half million", "two point zero three", "satu koma dua"."""
    if read.end >= len(tokens.lowers) or read.fraction:
        return read
    half = _and_fraction(tokens, read) if tokens.language == "en" else None
    return half or _point(tokens, read) or read


def of_scale(tokens: Tokens, read: Number) -> Number:
    """As in "two thirds of a million"."""
    if not read.fraction or tokens.lowers[read.end : read.end + 2] != ["of", "a"]:
        return read
    what, factor = (
        number_words("en").get(tokens.lowers[read.end + 2], ("", ONE))
        if has(tokens, read.end + 2)
        else ("", ONE)
    )
    return read.times(factor, read.end + 3) if what == "scale" else read


def has(tokens: Tokens, at: int) -> bool:
    return at < len(tokens.lowers)


def _and_fraction(tokens: Tokens, read: Number) -> Number | None:
    lowers, table = tokens.lowers, number_words("en")
    if lowers[read.end] != "and" or read.end + 2 >= len(lowers):
        return None
    above = ONE if lowers[read.end + 1] in ("a", "an") else table.get(lowers[read.end + 1], ("", ZERO))[1]
    at = read.end + 2 + (lowers[read.end + 2] == "-")
    what, below = table.get(lowers[at], ("", ZERO)) if at < len(lowers) else ("", ZERO)
    if what not in ("denominator", "semi") or not 0 < above < 10:
        return None
    share = above * (below if what == "semi" else ONE / below)
    after = table.get(lowers[at + 1], ("", ZERO)) if at + 1 < len(lowers) else ("", ZERO)
    smaller = after[0] == "scale" and read.scale > after[1]  # "one billion and a half million"
    part = share * (after[1] if smaller else read.scale)
    whole = replace(read, end=at + 1, low=read.low + part, high=read.high + part, step=part, alternative=None)
    if smaller:
        return replace(whole, end=at + 2)
    return whole.times(after[1], at + 2) if after[0] == "scale" else whole


_POINT = {"en": "point", "id": "koma"}


def _point(tokens: Tokens, read: Number) -> Number | None:
    table, at = number_words(tokens.language), read.end + 1
    if tokens.lowers[read.end] != _POINT.get(tokens.language) or not read.spelled:
        return None
    shown = ""
    while (
        at < len(tokens.lowers) and len(shown) < 15 and table.get(tokens.lowers[at], ("", ZERO))[0] == "unit"
    ):
        shown += str(table[tokens.lowers[at]][1])
        at += 1
    if not shown:
        return None
    value = read.low + Decimal(f"0.{shown}")
    whole = replace(read, end=at, low=value, high=value, step=Decimal((0, (1,), -len(shown))))
    what, factor = table.get(tokens.lowers[at], ("", ONE)) if at < len(tokens.lowers) else ("", ONE)
    return whole.times(factor, at + 1) if what == "scale" else whole


# --- vague ----------------------------------------------------------------------------------------


def vague(tokens: Tokens, start: int) -> Number | None:
    found = phrases(tokens.language, "vague").at(tokens, start)
    if found is None:
        return None
    (low, high), end = found
    first = Number(start, end, Decimal(low), Decimal(high), vague=True, spelled=True)
    return _scaled(tokens, first)


def _scaled(tokens: Tokens, read: Number) -> Number:
    """Scale words behind a vague word: puluhan ribu, beberapa ratus juta, hundreds of thousands."""
    table, plural = number_words(tokens.language), phrases(tokens.language, "roundscale")
    for _ in range(3):
        at = read.end + (tokens.lowers[read.end : read.end + 1] == ["of"])
        factor = _factor(tokens, at, table, plural if at > read.end else None)
        if factor is None:
            return read
        high = (read.high + 1) * factor - 1
        read = replace(read, end=at + 1, low=read.low * factor, high=high, scale=read.scale * factor)
    return read


def _factor(
    tokens: Tokens, at: int, table: dict[str, tuple[str, Decimal]], plural: Phrases | None
) -> Decimal | None:
    if at >= len(tokens.lowers):
        return None
    if plural is not None:
        found = plural.folded.get(tokens.lowers[at])
        return Decimal(found) if found else None
    what, value = table.get(tokens.lowers[at], ("", ZERO))
    return value if what in ("scale", "hundred", "timesten", "pack") else None


def rounded(tokens: Tokens, read: Number) -> Number:
    """As in "16 jutaan", "lima puluhan", "100-an": from the number to below the next of its size."""
    lowers, end = tokens.lowers, read.end
    found = phrases(tokens.language, "roundscale").folded.get(lowers[end]) if end < len(lowers) else None
    if found and tokens.language == "id":
        factor = Decimal(found)
        width = _place(read.low) if read.step == 1 else read.step
        high = (read.high + width) * factor - 1
        round = replace(read, end=end + 1, low=read.low * factor, high=high, step=factor, vague=True)
        return _scaled(tokens, round)
    if lowers[end : end + 2] == ["-", "an"] and tokens.language == "id" and read.low == int(read.low):
        return _scaled(tokens, replace(read, end=end + 2, high=read.low + _place(read.low) - 1, vague=True))
    return read


def _place(value: Decimal) -> Decimal:
    """The size of the last digit that is not zero.

    >>> _place(Decimal(1250))
    Decimal('10')
    """
    if not value:
        return ONE
    shown = str(int(value))
    return Decimal(10) ** (len(shown) - len(shown.rstrip("0")))
