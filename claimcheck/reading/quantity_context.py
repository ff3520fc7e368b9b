"""From a number with its unit to a quantity: hedge, change, age, rate, what is counted."""

from decimal import Decimal

from claimcheck.languages import Pack
from claimcheck.reading.quantity_atoms import Atom
from claimcheck.reading.quantity_counted import counted, per, role
from claimcheck.reading.quantity_hedges import bounds
from claimcheck.reading.quantity_words import phrases, words
from claimcheck.reading.rules import Found
from claimcheck.records import Quantity, Span
from claimcheck.records.claim import Change, Hedge
from claimcheck.text.tokens import Tokens


def decorated(tokens: Tokens, pack: Pack, document: str, atom: Atom) -> Found[Quantity] | None:
    """The quantity of an atom, or None where the number measures and counts nothing (a year, a list number)."""
    if _is_year(tokens, pack, atom):
        return None
    hedge, start = _hedge(tokens, atom)
    late, end = _hedge_after(tokens, atom)
    noun, after = counted(tokens, atom)
    rate, _ = per(tokens, after if noun else end)
    quantity = _quantity(tokens, document, atom, hedge or late, start, end)
    kind = _age(tokens, atom, start) or quantity.kind
    return Found(
        start,
        end,
        _with(quantity, kind, noun, role(tokens, atom, after), rate, _change(tokens, atom, start)),
    )


def _with(
    quantity: Quantity, kind: str, noun: str | None, role: str | None, rate: str | None, change: Change | None
) -> Quantity:
    from dataclasses import replace

    return replace(quantity, kind=kind, counted=noun, role=role, per=rate, change=change)  # type: ignore[arg-type]


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
        kind=atom.kind,
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


def _is_year(tokens: Tokens, pack: Pack, atom: Atom) -> bool:
    """Four digits without a unit, "Piala Dunia 2026": a year, unless a plain noun follows ("2000 rumah")."""
    number = atom.number
    if atom.unit or atom.kind != "count" or number.end - number.start != 1 or number.spelled:
        return False
    word = tokens.words[number.start]
    if len(word) != 4 or not word.isdigit() or not "1900" <= word <= "2100":
        return False
    return counted(tokens, atom)[0] is None or not tokens.lowers[number.start - 1].isalpha()


# --- hedges --------------------------------------------------------------------------------------------------------


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
    """ "seratus lebih", "17 tahun ke atas", "100 or more"."""
    found = phrases(tokens.language, "hedgeafter").at(tokens, atom.end)
    return (found[0], found[1]) if found is not None else (None, atom.end)


# --- change --------------------------------------------------------------------------------------------------------

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


# --- age -----------------------------------------------------------------------------------------------------------


def _age(tokens: Tokens, atom: Atom, start: int) -> str | None:
    """ "berusia 35 tahun", "Andi (35)": an age."""
    before = tokens.lowers[start - 1] if start else ""
    if before in words(tokens.language, "agebefore") and atom.unit in (None, "year", "month", "week", "day"):
        return "age"
    if before == "(" and tokens.words[atom.end : atom.end + 1] == [")"] and atom.unit in (None, "year"):
        named = start >= 2 and tokens.words[start - 2][:1].isupper()
        return "age" if named and 0 < atom.number.low < 120 else None
    return None
