"""What stands glued to a number: a minus sign, a scale letter, a missing zero, the number again in words."""

from dataclasses import replace
from decimal import Decimal

from claimcheck.reading.quantity_numbers import number
from claimcheck.reading.quantity_records import Number
from claimcheck.reading.quantity_words import phrases
from claimcheck.text.tokens import Tokens


def exponent(tokens: Tokens, at: int) -> bool:
    """Whether an exponent hangs on the digits at token `at`: "1e999999" is no quantity."""
    after = at + 1
    if after >= len(tokens.words) or tokens.starts[after] != tokens.ends[at]:
        return False
    word, following = tokens.words[after], tokens.words[after + 1 : after + 2]
    return word[0] in "eE" and (
        word[1:2].isdigit() or (len(word) == 1 and following in (["-"], ["+"], ["−"]))
    )


def glued_scale(tokens: Tokens, read: Number) -> Number:
    """As in "100K", "35k": a scale letter right at the digits; "24K" is the gold of jewellers."""
    at = read.end
    if read.spelled or read.scale != 1 or at >= len(tokens.words):
        return read
    after = tokens.words[at + 1] if at + 1 < len(tokens.words) else ""
    if tokens.starts[at] != tokens.ends[at - 1] and (tokens.words[at] != "k" or after[:1].isalpha()):
        return read
    table = phrases(tokens.language, "gluedscale")
    found = table.exact.get(tokens.words[at]) or table.folded.get(tokens.words[at])
    if not found or (tokens.words[at] == "K" and tokens.language == "id" and read.low <= 24):
        return read
    return read.times(Decimal(found), at + 1)


def stray(tokens: Tokens, at: int) -> bool:
    """Whether digits begin with a point behind a gap in Indonesian: "1 .600 meter" is a grouped number torn apart."""
    pointed = at > 1 and tokens.words[at - 1] == "." and tokens.ends[at - 1] == tokens.starts[at]
    return pointed and tokens.language == "id" and tokens.ends[at - 2] < tokens.starts[at - 1]


def pointed(tokens: Tokens, read: Number, done: int) -> Number:
    """As in ",77" and ".08": a fraction without its zero, at the beginning of a word."""
    at = read.start - 1
    if at < done or tokens.words[at] not in (".", ",") or tokens.ends[at] != tokens.starts[read.start]:
        return read
    glued = at > done and tokens.ends[at - 1] == tokens.starts[at] and tokens.words[at - 1] not in _OPENING
    if glued or not tokens.words[read.start].isdigit():
        return read
    shown = len(tokens.words[read.start])
    size = Decimal((0, (1,), -shown))
    return replace(read, start=at, low=read.low * size, high=read.high * size, step=size * read.step)


_OPENING = frozenset("([\"“”'‘-–—~$£€")


def spelled_again(tokens: Tokens, read: Number) -> Number:
    """As in "20 (dua puluh) tahun": the same number in words and brackets, as laws write it."""
    at = read.end
    if read.spelled or tokens.words[at : at + 1] != ["("]:
        return read
    again = number(tokens, at + 1) if at + 1 < len(tokens.words) else None
    if (
        again is None
        or not again.spelled
        or again.low != read.low
        or tokens.words[again.end : again.end + 1] != [")"]
    ):
        return read
    return replace(read, end=again.end + 1)


def signed(tokens: Tokens, read: Number, done: int) -> Number:
    """A minus sign that stands at the number and after a space, or the word minus."""
    at = read.start - 1
    if at < done or tokens.words[at] not in _MINUS or read.low != read.high:
        return read
    if read.spelled and not tokens.words[at].isalpha():
        return read  # "Wina -Delapan orang tewas": the dash behind the place
    if not tokens.words[at].isalpha() and not _opens(tokens, at, read.start):
        return read
    value = -read.low
    return Number(at, read.end, value, value, read.step, read.scale)


_MINUS = frozenset({"-", "−", "–", "minus", "negatif", "negative"})


def _opens(tokens: Tokens, at: int, start: int) -> bool:
    glued = tokens.ends[at] == tokens.starts[start]
    if at and tokens.words[at - 1][-1:].isdigit():
        return False
    return at == 0 or (glued and (tokens.ends[at - 1] < tokens.starts[at] or tokens.words[at - 1] in "(:,"))
