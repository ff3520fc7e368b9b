"""Money: the sign before a number or the name behind it, and the scale letters of the press."""

from decimal import Decimal
from functools import cache

from claimcheck.reading.quantity_records import Atom, Number
from claimcheck.reading.quantity_signs import signed
from claimcheck.reading.quantity_words import phrases
from claimcheck.reading.units import currency_codes, currency_names
from claimcheck.text.tokens import Tokens


def money(tokens: Tokens, read: Number, done: int) -> Atom | None:
    before = phrases(tokens.language, "moneybefore").before(tokens, read.start) or _stopped(
        tokens, read.start
    )
    if before is not None and before[1] >= done:
        return _priced(tokens, _short_scale(tokens, read), before[1], before[0])
    at = _money_start(tokens, read)
    after = phrases(tokens.language, "moneyafter", "moneybefore").at(tokens, at) or _foreign(tokens, at)
    if after is None:
        return None
    number = signed(tokens, read, done)
    return Atom(number.start, after[1], number, "money", after[0])


def _money_start(tokens: Tokens, read: Number) -> int:
    """Where the currency stands: behind a hyphen ("one-yen bid"), behind the of of "billions of dollars"."""
    after = tokens.lowers[read.end : read.end + 1]
    skip = after == ["-"] or (after == ["of"] and read.vague)
    return read.end + (tokens.language == "en" and skip)


def _foreign(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """A currency that only CLDR knows: an ISO code, "Ukrainian hryvnias", "dinar Kuwait"."""
    word = tokens.words[at] if at < len(tokens.words) else ""
    if len(word) == 3 and word.isupper() and word in currency_codes():
        return word, at + 1
    heads = _foreign_heads(tokens.language)
    for size in heads.get(word.lower(), ()):
        code = currency_names(tokens.language).get(" ".join(tokens.lowers[at : at + size]))
        if code is not None:
            return code, at + size
    return None


@cache
def _foreign_heads(language: str) -> dict[str, tuple[int, ...]]:
    """The first words of CLDR's longer currency names, with the lengths of the names, longest first."""
    sizes: dict[str, set[int]] = {}
    for name in currency_names(language):
        if " " in name:
            sizes.setdefault(name.split()[0], set()).add(len(name.split()))
    return {head: tuple(sorted(found, reverse=True)) for head, found in sizes.items()}


def _stopped(tokens: Tokens, start: int) -> tuple[str, int] | None:
    """As in "Rp.5000", "UAH 3.04": the stop stays at the money sign; any ISO code may stand before."""
    word = tokens.words[start - 1] if start else ""
    if word.endswith("."):
        code = phrases(tokens.language, "moneybefore").exact.get(word[:-1])
    else:
        code = word if len(word) == 3 and word.isupper() and word in currency_codes() else None
    return (code, start - 1) if code else None


def _priced(tokens: Tokens, read: Number, start: int, code: str) -> Atom:
    """Money with its sign before the number; a currency word behind it ("US$ 5 dolar") goes along."""
    after = phrases(tokens.language, "moneyafter").at(tokens, read.end)
    end = after[1] if after is not None and after[0] == code else read.end
    return Atom(start, end, read, "money", code)


def _short_scale(tokens: Tokens, read: Number) -> Number:
    """As in "Rp 2,2 M", "$3m": the scale letters of the press, read only with money."""
    if read.spelled or read.scale != 1 or read.end >= len(tokens.words):
        return read
    found = phrases(tokens.language, "moneyscale").at(tokens, read.end)
    return read.times(Decimal(found[0]), found[1]) if found is not None else read
