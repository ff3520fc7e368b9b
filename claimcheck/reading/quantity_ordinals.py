"""Ordinals, words for all of them, and ratios in one word: ke-70, putaran kedua, ketiga korban, doubled."""

from dataclasses import replace
from decimal import Decimal

from claimcheck.reading.quantity_counted import concept, is_noun, is_person, is_thing
from claimcheck.reading.quantity_numbers import number
from claimcheck.reading.quantity_records import Atom, Number
from claimcheck.reading.quantity_words import phrases, words
from claimcheck.text.tokens import Tokens


def ordinal(tokens: Tokens, at: int) -> Atom | None:
    """As in "putaran kedua", "pertama kali": after a word that can be ranked, or before kali."""
    value = phrases(tokens.language, "ordinalword").folded.get(tokens.lowers[at])
    if value is None:
        return _compound_ordinal(tokens, at) if tokens.language == "en" else None
    if tokens.lowers[at] in words(tokens.language, "smallordinal") and not tokens.words[at].islower():
        return None
    if tokens.language == "id" and tokens.lowers[at + 1 : at + 2] in (["belas"], ["puluh"]):
        return _of_two_words(tokens, at, value)
    if tokens.lowers[at + 1 : at + 3] == ["of", "a"] or (
        value > 1 and tokens.lowers[at - 1 : at] in (["a"], ["one"])
    ):
        return None
    if tokens.language == "en" and tokens.lowers[at + 1 : at + 3] in (
        ["-", "degree"],
        ["-", "hand"],
        ["-", "class"],
    ):
        return None
    before = tokens.lowers[at - 1] if at else ""
    after = tokens.lowers[at + 1] if at + 1 < len(tokens.lowers) else ""
    sure = value == 1 or tokens.language == "en" or _ranked(tokens, at) or _ranks(tokens, at)
    uncounted = not after.isalpha() or after in words(tokens.language, "nocount")  # "yang kedua di dunia"
    if before in words(tokens.language, "maybeordinal") and uncounted:
        sure = True
    alone = after in ("", ".", "\n", ")", "”", '"') or (after == "," and before not in ("", ".", "\n"))
    if not (sure or after in ("kali", "kalinya") or (alone and value > 2) or (alone and not before)):
        return None
    return Atom(at, at + 1, _exactly(at, at + 1, value), "ordinal")


def _ranked(tokens: Tokens, at: int) -> bool:
    """Whether a word that can be ranked stands before, or before its adjective: "kunjungan publik kelima"."""
    before = at - 2 if at > 1 and tokens.lowers[at - 1] in words(tokens.language, "adjective") else at - 1
    return before >= 0 and tokens.lowers[before] in words(tokens.language, "rankable")


def _of_two_words(tokens: Tokens, at: int, value: int) -> Atom:
    """As in "gaji ketiga belas", "ulang tahun kedua puluh"; "Ketiga belas pemain itu" counts them."""
    value = value + 10 if tokens.lowers[at + 1] == "belas" else value * 10
    counts = at == 0 or not tokens.words[at - 1][:1].isalpha()
    return Atom(at, at + 2, _exactly(at, at + 2, value), "count" if counts else "ordinal")


def _ranks(tokens: Tokens, at: int) -> bool:
    """As in "perjanjian ketiga memberikan", "gelar ketiga Tim Matador": a noun before, and no noun behind."""
    if tokens.language != "id" or at == 0 or at + 1 >= len(tokens.words):
        return False
    before, after = tokens.words[at - 1], tokens.words[at + 1]
    opens = at == 1 or tokens.words[at - 2] in (".", "\n", '"', "“")
    if not (before.islower() or opens) or not is_noun(before, "id"):
        return False
    named = after[:1].isupper() and after[1:].islower()
    if named and is_person(concept(before, "id")):
        return True  # "raja ketiga Mataram"
    if not is_thing(before, "id"):
        return False
    return named or (after.islower() and after not in _SKIPPED and not is_noun(after, "id"))


_SKIPPED = frozenset({"terduga", "orang", "buah", "unit", "mantan", "eks"})


def ratio(tokens: Tokens, at: int) -> Atom | None:
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


def definite(tokens: Tokens, at: int) -> Atom | None:
    """As in "ketiga korban": all three of them, where no ordinal is meant and a noun follows."""
    value = phrases(tokens.language, "definite").folded.get(tokens.lowers[at])
    if value is None or at + 1 >= len(tokens.lowers) or not tokens.lowers[at + 1].isalpha():
        return None
    if tokens.lowers[at + 1] in words(tokens.language, "nocount") or _ranks(tokens, at):
        return None
    person = tokens.lowers[at + 1] in words(tokens.language, "personword")
    return Atom(at, at + 1 + person, _exactly(at, at + 1, value), "count", "person" if person else None)


def ordinal_digits(tokens: Tokens, read: Number, done: int) -> Atom | None:
    """As in "ke-70", "1st"."""
    start, end = read.start, read.end
    hyphened = start - 2 >= done and tokens.lowers[start - 2 : start] == ["ke", "-"]
    ranked = start > 2 and tokens.lowers[start - 3] in words(tokens.language, "rankable")  # "menit ke -14"
    if hyphened and (ranked or _touch(tokens, start - 2, start)):
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
