"""From a number with its unit to a quantity: hedge, change, age, rate, what is counted."""

from dataclasses import replace
from decimal import Decimal

from claimcheck.languages import Pack
from claimcheck.reading.quantity_atoms import Atom
from claimcheck.reading.quantity_counted import counted, is_noun, is_person, per, role, shelf
from claimcheck.reading.quantity_hedges import bounds
from claimcheck.reading.quantity_words import phrases, words
from claimcheck.reading.rules import Found
from claimcheck.records import Quantity, Span
from claimcheck.records.claim import Change, Hedge, QuantityKind
from claimcheck.text.tokens import Tokens


def decorated(tokens: Tokens, pack: Pack, document: str, atom: Atom) -> Found[Quantity] | None:
    """The quantity of an atom, or None where the number says nothing (a year, a list number)."""
    if _is_bare(tokens, atom):
        return None
    hedge, start = _hedge(tokens, atom)
    late, end = _hedge_after(tokens, atom)
    atom = _with_people(tokens, replace(atom, end=end))
    end = atom.end
    noun, after = counted(tokens, atom)
    rate, _ = per(tokens, after if noun else end)
    quantity = _quantity(tokens, document, atom, hedge or late, start, end)
    change = _change(tokens, atom, start)
    kind = _age(tokens, atom, start) or quantity.kind
    if atom.kind == "times":
        kind, noun = ("ratio", None) if change else ("count", "time")
    what = None if kind in ("age", "ordinal") else role(tokens, atom, after)
    return Found(start, end, _with(quantity, kind, noun, what, rate, change))


def _with_people(tokens: Tokens, atom: Atom) -> Atom:
    """As in "100 lebih orang": the people stand behind the hedge."""
    people = atom.unit is None and tokens.lowers[atom.end - 1] == "lebih" and atom.end < len(tokens.lowers)
    if not people or tokens.lowers[atom.end] not in words(tokens.language, "personword"):
        return atom
    return replace(atom, end=atom.end + 1, unit="person")


def _with(
    quantity: Quantity,
    kind: QuantityKind,
    noun: str | None,
    role: str | None,
    rate: str | None,
    change: Change | None,
) -> Quantity:
    unit = quantity.unit
    if unit is None and kind == "age":
        unit = "year"
    if unit is None and kind == "count" and (is_person(noun) or (noun is None and role in _OF_PEOPLE)):
        unit = "person"
    return replace(quantity, unit=unit, kind=kind, counted=noun, role=role, per=rate, change=change)


_OF_PEOPLE = frozenset(
    {
        "death",
        "injury",
        "severe injury",
        "slight injury",
        "displacement",
        "arrest",
        "detain",
        "survive",
        "dismiss",
    }
)


def _quantity(
    tokens: Tokens, document: str, atom: Atom, hedge: Hedge | None, start: int, end: int
) -> Quantity:
    number, second = atom.number, atom.second or atom.number
    shown = hedge or ("between" if atom.second else "vague" if number.vague else None)
    found = bounds(number.low, second.high, hedge, min(number.step, second.step))
    span = Span(document, tokens.starts[start], tokens.ends[end - 1], tokens.slice(start, end))
    return Quantity(
        span,
        _tidy(found.low),
        _tidy(found.high),
        found.low_open,
        found.high_open,
        atom.unit,
        kind="count" if atom.kind == "times" else atom.kind,
        hedge=shown,
        step=_tidy(min(number.step, second.step)),
        alternative=_tidy(number.alternative) if atom.second is None else None,
    )


def _tidy(value: Decimal | None) -> Decimal | None:
    """The same value without zeros that say nothing: 2500000.0 is 2500000, 1.50 is 1.5."""
    if value is None:
        return None
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


# --- numbers that say nothing ---------------------------------------------------------------------


def _is_bare(tokens: Tokens, atom: Atom) -> bool:
    """Whether a number without a unit counts nothing: a year, a list number, a cell, part of a name."""
    if atom.unit or atom.kind != "count":
        return False
    if atom.number.vague and _is_idiom(tokens, atom):
        return True
    if atom.second or atom.number.vague:
        return False
    if atom.start == 0 and atom.end == len(tokens.words):
        return False
    number = atom.number
    if _is_clock(tokens, atom):
        return True
    if _is_idiom(tokens, atom) or _is_marked(tokens, atom) or _is_hyphened(tokens, atom):
        return True
    if number.spelled:
        return number.low == 1 and number.end - number.start == 1 and _is_pronoun(tokens, atom)
    word = tokens.words[number.end - 1]
    if number.end - number.start != 1 or not word.isdigit():
        return False
    return _is_year(tokens, atom, word) or _is_line_number(tokens, atom) or _is_part_of_name(tokens, atom)


def _is_clock(tokens: Tokens, atom: Atom) -> bool:
    """As in "pukul 10 pagi", "berdurasi 03.20": a clock time that no time was made of."""
    word = tokens.words[atom.number.start]
    if len(word) == 5 and word[0] == "0" and word[2] in ".:":
        return True
    return atom.start > 0 and tokens.lowers[atom.start - 1] in words(tokens.language, "clockbefore")


def _is_idiom(tokens: Tokens, atom: Atom) -> bool:
    """As in "roda empat", "kaki lima", "lima tahunan"."""
    before = tokens.lowers[atom.start - 1] if atom.start else ""
    after = tokens.lowers[atom.end] if atom.end < len(tokens.lowers) else ""
    spelled = atom.number.spelled and before in words(tokens.language, "idiombefore")
    return spelled or after in words(tokens.language, "idiomafter")


def _is_hyphened(tokens: Tokens, atom: Atom) -> bool:
    """As in "COVID-19di", "D-3": digits that a hyphen ties to letters."""
    at = atom.start - 1
    if at < 1 or tokens.words[at] != "-" or tokens.ends[at] != tokens.starts[atom.start]:
        return False
    return tokens.words[at - 1][-1:].isalpha() and tokens.ends[at - 1] == tokens.starts[at]


def _is_marked(tokens: Tokens, atom: Atom) -> bool:
    """A mark or a capital letter glued to the digits: "(58’)", the minute of a goal, "seri 1000X"."""
    if atom.end >= len(tokens.words) or tokens.starts[atom.end] != tokens.ends[atom.end - 1]:
        return False
    after = tokens.words[atom.end]
    return after in "’'′" or (len(after) == 1 and after.isalpha() and after.isupper())


def _is_pronoun(tokens: Tokens, atom: Atom) -> bool:
    """As in "salah satu", "yang satu ini", "one of them": no count."""
    if atom.start and tokens.lowers[atom.start - 1] in words(tokens.language, "beforepronoun"):
        return True
    return counted(tokens, atom)[0] is None or tokens.lowers[atom.end] in words(
        tokens.language, "afterpronoun"
    )


def _is_year(tokens: Tokens, atom: Atom, word: str) -> bool:
    """Four digits that no plain noun follows, or that stand behind a name ("Piala Dunia 2026")."""
    if len(word) != 4 or not "1900" <= word <= "2100":
        return False
    before = tokens.words[atom.start - 1] if atom.start else ""
    return before[:1].isupper() or counted(tokens, atom)[0] is None


def _is_line_number(tokens: Tokens, atom: Atom) -> bool:
    """As in "1. Punya bangunan …" at the beginning of a line; or alone on its line, as in a table."""
    if tokens.words[atom.start - 1] == ":" and atom.number.low == 1 and atom.start:
        return tokens.words[atom.end : atom.end + 1] == ["."]
    opens = atom.start == 0 or tokens.words[atom.start - 1] in _LINE_ENDS
    if not opens or atom.end >= len(tokens.words):
        return opens and atom.start > 0 and tokens.words[atom.start - 1] == "\n"
    after = tokens.words[atom.end]
    return (after == "\n" and (atom.start == 0 or tokens.words[atom.start - 1] == "\n")) or (
        after in (".", ")") and tokens.starts[atom.end] == tokens.ends[atom.end - 1]
    )


_LINE_ENDS = frozenset(["\n", ".", "”", '"', "!", "?"])


def _is_part_of_name(tokens: Tokens, atom: Atom) -> bool:
    """A small whole number right behind a name, with no known noun behind it: "Honda PCX 160"."""
    if atom.start == 0 or len(tokens.words[atom.number.start]) > 4:
        return False
    before = tokens.words[atom.start - 1]
    if not (before[:1].isupper() and before[:1].isalpha()):
        return False
    if tokens.words[atom.end : atom.end + 1] == ["\n"]:
        return True
    return not _opens_sentence(tokens, atom.start - 1) and not _known_noun(tokens, atom.end)


def _opens_sentence(tokens: Tokens, at: int) -> bool:
    return at == 0 or tokens.words[at - 1] in (".", "\n", ":", "“", '"', "?", "!")


def _known_noun(tokens: Tokens, at: int) -> bool:
    """A noun in lower case, or one in capitals that the lexicon knows (headlines are printed in capitals)."""
    if at >= len(tokens.words) or not is_noun(tokens.words[at], tokens.language):
        return False
    word, listed = tokens.words[at], shelf(tokens.language)
    return word.islower() or (listed is not None and listed.concept(word) is not None)


# --- hedges ---------------------------------------------------------------------------------------


def _hedge(tokens: Tokens, atom: Atom) -> tuple[Hedge | None, int]:
    """The hedge before the number, and the token where it begins."""
    if (
        atom.second is not None
        and atom.start
        and tokens.lowers[atom.start - 1] in words(tokens.language, "betweenword")
    ):
        return "between", atom.start - 1
    found = phrases(tokens.language, "hedgebefore").before(tokens, atom.start)
    return (found[0], found[1]) if found is not None and atom.kind != "ordinal" else (None, atom.start)


def _hedge_after(tokens: Tokens, atom: Atom) -> tuple[Hedge | None, int]:
    """As in "seratus lebih", "17 tahun ke atas", "100 or more"."""
    found = phrases(tokens.language, "hedgeafter").at(tokens, atom.end)
    if found is not None and tokens.lowers[found[1] : found[1] + 1] not in (["dari"], ["than"]):
        return found[0], found[1]
    more = tokens.lowers[atom.end : atom.end + 1] == ["lebih"] and _more(tokens, atom)
    return ("more than", atom.end + 1) if more else (None, atom.end)


def _more(tokens: Tokens, atom: Atom) -> bool:
    """Whether "lebih" means more: "826 ribu jiwa lebih.", but not "20 persen lebih tinggi"."""
    at = atom.end + 1
    if at >= len(tokens.words) or not tokens.words[at][:1].isalpha():
        return True
    if atom.unit:
        return tokens.lowers[at].startswith(("ter", "di", "me", "ber"))
    return is_noun(tokens.words[at], "id") and atom.number.low >= 10


# --- change ---------------------------------------------------------------------------------------

_WINDOW = 7  # tokens before a number in which "naik" still says that it rose


def _change(tokens: Tokens, atom: Atom, start: int) -> Change | None:
    """Whether the number is an end (to), a start (from) or the size of a rise or fall."""
    if atom.kind in ("ordinal", "age"):
        return None
    end = phrases(tokens.language, "changeto").before(tokens, start)
    begin = phrases(tokens.language, "changefrom").before(tokens, start)
    way = _direction(tokens, start)
    if end is not None:
        return f"{way} to" if way else "to"  # type: ignore[return-value]
    if begin is not None:
        return "from" if way else None
    by = phrases(tokens.language, "changeby").before(tokens, start)
    return way if way and (by is not None or _just_before(tokens, start)) else None


def _direction(tokens: Tokens, start: int) -> Change | None:
    up, down = words(tokens.language, "changeup"), words(tokens.language, "changedown")
    for at in range(start - 1, max(start - 1 - _WINDOW, -1), -1):
        if tokens.words[at] in ".;!?\n":
            return None
        if tokens.lowers[at] in up:
            return "up"
        if tokens.lowers[at] in down:
            return "down"
    return None


def _just_before(tokens: Tokens, start: int) -> bool:
    word = tokens.lowers[start - 1] if start else ""
    return word in words(tokens.language, "changeup") or word in words(tokens.language, "changedown")


# --- age ------------------------------------------------------------------------------------------


def _age(tokens: Tokens, atom: Atom, start: int) -> QuantityKind | None:
    """As in "berusia 35 tahun", "Andi (35)": an age."""
    before = tokens.lowers[start - 1] if start else ""
    if before in words(tokens.language, "agebefore") and atom.kind in ("count", "duration"):
        return "age"
    apposed = before == "," and tokens.words[atom.end : atom.end + 1] == [","]
    if before in words(tokens.language, "agedword") and atom.unit == "year" and atom.number.low < 120:
        return "age"
    bare = atom.unit is None and 9 < atom.number.low < 110 and not atom.number.spelled
    aged = bare or atom.unit == "year"
    if apposed and aged and start >= 2 and tokens.words[start - 2][:1].isupper():
        return "age"
    if before == "(" and tokens.words[atom.end : atom.end + 1] == [")"] and atom.unit in (None, "year"):
        named = start >= 2 and tokens.words[start - 2][:1].isupper()
        return "age" if named and 0 < atom.number.low < 120 else None
    return None
