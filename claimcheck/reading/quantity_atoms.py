"""A number with what stands right at it: its sign, its money, its unit, the word "ke-" of an ordinal."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from claimcheck.languages import Pack
from claimcheck.reading.quantity_money import money
from claimcheck.reading.quantity_numbers import number
from claimcheck.reading.quantity_ordinals import definite, ordinal, ordinal_digits, ratio
from claimcheck.reading.quantity_records import Atom, Number
from claimcheck.reading.quantity_signs import exponent, glued_scale, pointed, signed, spelled_again, stray
from claimcheck.reading.quantity_words import phrases, words
from claimcheck.records.claim import QuantityKind
from claimcheck.text.tokens import Tokens

_STARTS = "digits|numword|vague|ordinalword|ratioword"


def atoms(tokens: Tokens, pack: Pack, blocked: bytearray) -> Iterator[Atom]:
    """The numbers of a text in order, none of them inside a blocked place."""
    done = 0
    for match in pack.pattern(_STARTS).finditer(tokens.classes):
        at = match.start()
        if at < done or blocked[at]:
            continue
        found = atom(tokens, at, done) if not exponent(tokens, at) and not stray(tokens, at) else None
        if found is not None and not any(blocked[found.start : found.end]):
            yield found
            done = found.end


def atom(tokens: Tokens, at: int, done: int = 0) -> Atom | None:
    """The number at token `at` with its unit; nothing before token `done` belongs to it."""
    named = ordinal(tokens, at) or definite(tokens, at) or ratio(tokens, at)
    if named is not None:
        return named
    begin = _with_article(tokens, at, done)
    read = number(tokens, begin) or (number(tokens, at) if begin < at else None)
    if read is None:
        return None
    read = pointed(tokens, glued_scale(tokens, read), done)
    priced = money(tokens, read, done)
    if priced is not None:
        return priced
    return (
        ordinal_digits(tokens, read, done)
        or _magnitude(tokens, read, done)
        or _measured(tokens, signed(tokens, spelled_again(tokens, read), done))
    )


def _with_article(tokens: Tokens, at: int, done: int) -> int:
    """As in "a hundred", "a dozen": the article counts one."""
    article = at > done and tokens.language == "en" and tokens.lowers[at - 1] in ("a", "an")
    return at - 1 if article and not tokens.words[at][:1].isdigit() else at


def _magnitude(tokens: Tokens, read: Number, done: int) -> Atom | None:
    """As in "magnitudo 4,3", "M 5,1", "a 4.2-magnitude quake": the strength of an earthquake."""
    if not 0 < read.low < 10 or read.spelled:
        return None
    found = phrases(tokens.language, "magnitudeword").before(tokens, read.start)
    if found is None or found[1] < done:
        return _of_magnitude(tokens, read)
    unit = phrases(tokens.language, "unitword").at(tokens, read.end)
    end = unit[1] if unit is not None and unit[0][1] == "magnitude" else read.end
    return Atom(read.start, end, read, "measure", "magnitude")


def _of_magnitude(tokens: Tokens, read: Number) -> Atom | None:
    at = read.end + (tokens.words[read.end : read.end + 1] == ["-"])
    found = phrases(tokens.language, "magnitudeafter").at(tokens, at)
    return None if found is None else Atom(read.start, found[1], read, "measure", "magnitude")


def _measured(tokens: Tokens, read: Number) -> Atom:
    at = _unit_start(tokens, read)
    found = (
        phrases(tokens.language, "unitword").at(tokens, at)
        or _bracketed(tokens, at)
        or _karat(tokens, read)
        or _inches(tokens, read)
    )
    crossed = _crossed(tokens, read, found)
    if crossed is not None:
        return crossed
    if found is not None and _fits_case(tokens, at) and not _is_other(tokens, read, at):
        (kind, unit), end = found
        return _aged(tokens, _and_half(tokens, Atom(read.start, end, read, kind, unit)))
    if at < len(tokens.lowers) and tokens.lowers[at] in words(tokens.language, "personword"):
        return Atom(read.start, at + 1, _unsigned(tokens, read), "count", "person")
    kind = "ratio" if read.fraction else "count"
    return Atom(read.start, read.end, read, kind)


def _is_other(tokens: Tokens, read: Number, at: int) -> bool:
    """As in "3 HP milik tersangka": telephones, where an engine has more than a dozen horses or a fraction; or
    "satu kaki": a foot to stand on, where a length has digits."""
    if tokens.language != "id" or read.low not in range(1, 13):
        return False
    return tokens.words[at] == "HP" or (tokens.lowers[at] == "kaki" and read.spelled and read.low < 9)


def _unsigned(tokens: Tokens, read: Number) -> Number:
    """As in "Jakarta -12 orang tewas": the dash behind the place is no minus."""
    if read.low >= 0 or tokens.words[read.start].isalpha():
        return read
    return replace(read, start=read.start + 1, low=-read.high, high=-read.low)


def _crossed(tokens: Tokens, read: Number, found: tuple[tuple[QuantityKind, str], int] | None) -> Atom | None:
    """As in "17 x 10 meter": the unit behind the last side stands for all; square metres are of the whole."""
    at = read.end
    if tokens.words[at : at + 1] not in (["x"], ["×"]):
        return None
    other = number(tokens, at + 1) if at + 1 < len(tokens.words) else None
    if other is None or other.spelled:
        return None
    unit = phrases(tokens.language, "unitword").at(tokens, other.end)
    if unit is None or unit[0][0] != "measure" or found == unit:
        return Atom(read.start, read.end, read, "count")
    return Atom(read.start, read.end, read, "measure", _SIDES.get(unit[0][1], unit[0][1]))


_SIDES = {"m2": "m", "km2": "km", "ft2": "ft"}


def _bracketed(tokens: Tokens, at: int) -> tuple[tuple[QuantityKind, str], int] | None:
    """As in "20 (kg)": the unit in brackets."""
    if tokens.words[at : at + 1] not in (["("], ["["]):
        return None
    found = phrases(tokens.language, "unitword").at(tokens, at + 1)
    closed = found is not None and tokens.words[found[1] : found[1] + 1] in ([")"], ["]"])
    return (found[0], found[1] + 1) if found is not None and closed else None


def _inches(tokens: Tokens, read: Number) -> tuple[tuple[QuantityKind, str], int] | None:
    """As in "2 1/2 in thick", "2 in.": the preposition that is a unit."""
    after = tokens.lowers[read.end : read.end + 2]
    if tokens.language != "en" or read.spelled or after[:1] != ["in"]:
        return None
    stands = len(after) == 1 or after[1] in _BESIDE_INCHES
    return (("measure", "in"), read.end + 1) if stands else None


_BESIDE_INCHES = frozenset([".", ")", ",", ";", "thick", "wide", "tall", "long", "high", "deep"])


def _karat(tokens: Tokens, read: Number) -> tuple[tuple[QuantityKind, str], int] | None:
    """As in "8K hingga 10K": the gold of jewellers, K right at a number up to 24."""
    at = read.end
    glued = at < len(tokens.words) and tokens.words[at] == "K" and tokens.starts[at] == tokens.ends[at - 1]
    return (("measure", "karat"), at + 1) if glued and tokens.language == "id" else None


def _unit_start(tokens: Tokens, read: Number) -> int:
    """Where the unit stands: behind a hyphen ("27-kilometer"), behind the article of "half an hour"."""
    at = read.end
    after = tokens.lowers[read.end : read.end + 2]
    if tokens.language != "en" or len(after) < 2:
        return at
    if after[0] == "-" and after[1].isalpha():
        return at + 1
    if not read.fraction or after[0] not in ("a", "an", "of"):
        return at
    at += 1 + (after[0] == "of" and after[1] in ("a", "an"))
    return at if phrases("en", "unitword").at(tokens, at) is not None else read.end


def _and_half(tokens: Tokens, atom: Atom) -> Atom:
    """As in "one hour and a half": the half of the unit that stands before it."""
    found = phrases(tokens.language, "andhalf").at(tokens, atom.end)
    if (
        found is None
        or atom.kind != "duration"
        or atom.number.vague
        or "hour" in tokens.lowers[found[1] : found[1] + 1]
    ):
        return atom
    part = Decimal(found[0])
    number = replace(atom.number, low=atom.number.low + part, high=atom.number.high + part, step=part)
    return replace(atom, end=found[1], number=number)


def _aged(tokens: Tokens, atom: Atom) -> Atom:
    """As in "35-year-old", "eighteen months of age": the words that make a duration an age."""
    found = phrases(tokens.language, "ageafter").at(tokens, atom.end)
    if found is None or atom.kind != "duration":
        return atom
    return replace(atom, end=found[1], kind="age")


def _fits_case(tokens: Tokens, at: int) -> bool:
    """A one-letter unit stands at a number in digits: "5 m", never "lima m"."""
    word = tokens.words[at]
    if len(word) > 1 or not word.isalpha():
        return True
    listed = phrases(tokens.language, "unitword")
    if word == "K":
        return True
    return tokens.words[at - 1][-1:].isdigit() and (word in listed.exact or word in listed.folded)
