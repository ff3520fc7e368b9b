"""A number with what stands right at it: its sign, its money, its unit, the word "ke-" of an ordinal."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Literal

from claimcheck.languages import Pack
from claimcheck.reading.quantity_numbers import Number, number
from claimcheck.reading.quantity_words import phrases, words
from claimcheck.reading.units import currency_codes, currency_names
from claimcheck.records.claim import QuantityKind
from claimcheck.text.tokens import Tokens

_STARTS = "digits|numword|vague|ordinalword|ratioword"


@dataclass(frozen=True, slots=True)
class Atom:
    """A number with its unit: tokens `start` to before `end`; the number alone is `number`."""

    start: int
    end: int
    number: Number
    kind: QuantityKind | Literal["times"] = "count"
    unit: str | None = None
    second: Number | None = None
    between: bool = False


def atoms(tokens: Tokens, pack: Pack, blocked: bytearray) -> Iterator[Atom]:
    """The numbers of a text in order, none of them inside a blocked place."""
    done = 0
    for match in pack.pattern(_STARTS).finditer(tokens.classes):
        at = match.start()
        if at < done or blocked[at]:
            continue
        found = atom(tokens, at, done) if not exponent(tokens, at) else None
        if found is not None and not any(blocked[found.start : found.end]):
            yield found
            done = found.end


def exponent(tokens: Tokens, at: int) -> bool:
    """Whether an exponent hangs on the digits at token `at`: "1e999999" is no quantity."""
    after = at + 1
    if after >= len(tokens.words) or tokens.starts[after] != tokens.ends[at]:
        return False
    word, following = tokens.words[after], tokens.words[after + 1 : after + 2]
    return word[0] in "eE" and (
        word[1:2].isdigit() or (len(word) == 1 and following in (["-"], ["+"], ["−"]))
    )


def atom(tokens: Tokens, at: int, done: int = 0) -> Atom | None:
    """The number at token `at` with its unit; nothing before token `done` belongs to it."""
    named = _ordinal(tokens, at) or _definite(tokens, at) or _ratio(tokens, at)
    if named is not None:
        return named
    begin = _with_article(tokens, at, done)
    read = number(tokens, begin) or (number(tokens, at) if begin < at else None)
    if read is None:
        return None
    read = _pointed(tokens, _glued_scale(tokens, read), done)
    money = _money(tokens, read, done)
    if money is not None:
        return money
    return (
        _ordinal_digits(tokens, read, done)
        or _magnitude(tokens, read, done)
        or _measured(tokens, _signed(tokens, _spelled_again(tokens, read), done))
    )


def _with_article(tokens: Tokens, at: int, done: int) -> int:
    """As in "a hundred", "a dozen": the article counts one."""
    article = at > done and tokens.language == "en" and tokens.lowers[at - 1] in ("a", "an")
    return at - 1 if article and not tokens.words[at][:1].isdigit() else at


# --- money ----------------------------------------------------------------------------------------


def _money(tokens: Tokens, read: Number, done: int) -> Atom | None:
    before = phrases(tokens.language, "moneybefore").before(tokens, read.start) or _stopped(
        tokens, read.start
    )
    if before is not None and before[1] >= done:
        return _priced(tokens, _short_scale(tokens, read), before[1], before[0])
    at = _money_start(tokens, read)
    after = phrases(tokens.language, "moneyafter", "moneybefore").at(tokens, at) or _foreign(tokens, at)
    if after is None:
        return None
    signed = _signed(tokens, read, done)
    return Atom(signed.start, after[1], signed, "money", after[0])


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


def _glued_scale(tokens: Tokens, read: Number) -> Number:
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


def _pointed(tokens: Tokens, read: Number, done: int) -> Number:
    """As in ",77" and ".08": a fraction without its zero, at the beginning of a word."""
    at = read.start - 1
    if at < done or tokens.words[at] not in (".", ",") or tokens.ends[at] != tokens.starts[read.start]:
        return read
    if (at and tokens.ends[at - 1] == tokens.starts[at]) or not tokens.words[read.start].isdigit():
        return read
    shown = len(tokens.words[read.start])
    size = Decimal((0, (1,), -shown))
    return replace(read, start=at, low=read.low * size, high=read.high * size, step=size * read.step)


def _short_scale(tokens: Tokens, read: Number) -> Number:
    """As in "Rp 2,2 M", "$3m": the scale letters of the press, read only with money."""
    if read.spelled or read.scale != 1 or read.end >= len(tokens.words):
        return read
    found = phrases(tokens.language, "moneyscale").at(tokens, read.end)
    return read.times(Decimal(found[0]), found[1]) if found is not None else read


def _spelled_again(tokens: Tokens, read: Number) -> Number:
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


def _magnitude(tokens: Tokens, read: Number, done: int) -> Atom | None:
    """As in "magnitudo 4,3", "M 5,1": the strength of an earthquake."""
    found = phrases(tokens.language, "magnitudeword").before(tokens, read.start)
    if found is None or found[1] < done or not 0 < read.low < 10 or read.spelled:
        return None
    unit = phrases(tokens.language, "unitword").at(tokens, read.end)
    end = unit[1] if unit is not None and unit[0][1] == "magnitude" else read.end
    return Atom(read.start, end, read, "measure", "magnitude")


# --- units ----------------------------------------------------------------------------------------


def _signed(tokens: Tokens, read: Number, done: int) -> Number:
    """A minus sign that stands at the number and after a space, or the word minus."""
    at = read.start - 1
    if at < done or tokens.words[at] not in _MINUS or read.low != read.high:
        return read
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


def _measured(tokens: Tokens, read: Number) -> Atom:
    at = _unit_start(tokens, read)
    found = (
        phrases(tokens.language, "unitword").at(tokens, at)
        or _bracketed(tokens, at)
        or _karat(tokens, read)
        or _inches(tokens, read)
    )
    if found is not None and _fits_case(tokens, at):
        (kind, unit), end = found
        return _aged(tokens, Atom(read.start, end, read, kind, unit))
    if at < len(tokens.lowers) and tokens.lowers[at] in words(tokens.language, "personword"):
        return Atom(read.start, at + 1, read, "count", "person")
    kind = "ratio" if read.fraction else "count"
    return Atom(read.start, read.end, read, kind)


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


# --- ordinals -------------------------------------------------------------------------------------


def _ordinal(tokens: Tokens, at: int) -> Atom | None:
    """As in "putaran kedua", "pertama kali": after a word that can be ranked, or before kali."""
    value = phrases(tokens.language, "ordinalword").folded.get(tokens.lowers[at])
    if value is None:
        return _compound_ordinal(tokens, at) if tokens.language == "en" else None
    if tokens.lowers[at + 1 : at + 3] == ["of", "a"] or (
        value > 1 and tokens.lowers[at - 1 : at] in (["a"], ["one"])
    ):
        return None
    before = tokens.lowers[at - 1] if at else ""
    after = tokens.lowers[at + 1] if at + 1 < len(tokens.lowers) else ""
    sure = value == 1 or tokens.language == "en" or before in words(tokens.language, "rankable")
    alone = after in ("", ".", "\n", ")", "”", '"') or (after == "," and before not in ("", ".", "\n"))
    if not (sure or after in ("kali", "kalinya") or (alone and value > 2) or (alone and not before)):
        return None
    return Atom(at, at + 1, _exactly(at, at + 1, value), "ordinal")


def _ratio(tokens: Tokens, at: int) -> Atom | None:
    """As in "doubled", "halved", "berlipat ganda": a ratio in one word."""
    found = phrases(tokens.language, "ratioword").at(tokens, at)
    if found is None:
        return None
    value = Decimal(found[0])
    return Atom(at, found[1], Number(at, found[1], value, value, spelled=True), "ratio", "times")


def _compound_ordinal(tokens: Tokens, at: int) -> Atom | None:
    """As in "twenty-fifth", "one hundred and first"."""
    read = number(tokens, at)
    if read is None or not read.spelled or read.scale != 1:
        return None
    after = read.end + (tokens.lowers[read.end : read.end + 1] in (["-"], ["and"], ["—"]))
    last = (
        phrases("en", "ordinalword").folded.get(tokens.lowers[after]) if after < len(tokens.lowers) else None
    )
    if last is not None and last >= 100 and after == read.end:
        return Atom(
            at, after + 1, replace(read, end=after + 1, low=read.low * last, high=read.low * last), "ordinal"
        )
    if last is None or last >= 10 or read.low % 10 or tokens.lowers[after + 1 : after + 2] == ["s"]:
        return None
    value = read.low + last
    return Atom(at, after + 1, Number(at, after + 1, value, value, spelled=True), "ordinal")


def _definite(tokens: Tokens, at: int) -> Atom | None:
    """As in "ketiga korban": all three of them, where no ordinal is meant and a noun follows."""
    value = phrases(tokens.language, "definite").folded.get(tokens.lowers[at])
    if value is None or at + 1 >= len(tokens.lowers) or not tokens.lowers[at + 1].isalpha():
        return None
    if tokens.lowers[at + 1] in words(tokens.language, "nocount"):
        return None
    person = tokens.lowers[at + 1] in words(tokens.language, "personword")
    return Atom(at, at + 1 + person, _exactly(at, at + 1, value), "count", "person" if person else None)


def _ordinal_digits(tokens: Tokens, read: Number, done: int) -> Atom | None:
    """As in "ke-70", "1st"."""
    start, end = read.start, read.end
    hyphened = start - 2 >= done and tokens.lowers[start - 2 : start] == ["ke", "-"]
    if hyphened and _touch(tokens, start - 2, start):
        return Atom(start - 2, end, read, "ordinal")
    suffixes = words(tokens.language, "ordinalsuffix")
    if (
        end < len(tokens.words)
        and tokens.lowers[end] in suffixes
        and tokens.starts[end] == tokens.ends[end - 1]
    ):
        return Atom(start, end + 1, read, "ordinal")
    return None


def _touch(tokens: Tokens, start: int, end: int) -> bool:
    """Whether no space stands between the tokens from `start` to `end`."""
    return all(tokens.ends[at] == tokens.starts[at + 1] for at in range(start, end))


def _exactly(start: int, end: int, value: int) -> Number:
    return Number(start, end, Decimal(value), Decimal(value), spelled=True)
