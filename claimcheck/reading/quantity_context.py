"""From a number with its unit to a quantity: hedge, change, age, rate, what is counted."""

from dataclasses import replace
from decimal import Decimal

from claimcheck.languages import Pack
from claimcheck.languages.cldr import territories
from claimcheck.reading.quantity_bare import is_bare
from claimcheck.reading.quantity_counted import concept, counted, dimension, is_noun, is_person, per, role
from claimcheck.reading.quantity_hedges import bounds
from claimcheck.reading.quantity_records import Atom
from claimcheck.reading.quantity_words import phrases, words
from claimcheck.reading.rules import Found
from claimcheck.records import Quantity, Span
from claimcheck.records.claim import Change, Hedge, QuantityKind
from claimcheck.text.tokens import Tokens


def decorated(tokens: Tokens, pack: Pack, document: str, atom: Atom) -> Found[Quantity] | None:
    """The quantity of an atom, or None where the number says nothing (a year, a list number)."""
    if is_bare(tokens, atom):
        return None
    hedge, start = _hedge(tokens, atom)
    late, end = _hedge_after(tokens, atom)
    atom = _with_people(tokens, replace(atom, end=end))
    end = atom.end
    noun, after = counted(tokens, atom)
    rate = _rate(tokens, atom, (after, after + 1) if noun else (end, after))
    quantity = _quantity(tokens, document, atom, hedge or late, start, end)
    change = _change(tokens, atom, start)
    kind = _age(tokens, atom, start) or quantity.kind
    if atom.kind == "times":
        kind, noun = ("ratio", None) if change in _SIZES_OF_CHANGE else ("count", "time")
    what = None if kind in _WITHOUT_ROLE or atom.unit == "magnitude" else role(tokens, atom, after)
    if kind == "measure" and atom.unit != "magnitude":
        what = dimension(tokens, atom) or what
    if what in _BEFALLS_PEOPLE and kind != "count":
        what = None  # "laba ditahan USD 2 miliar", "mengamankan 3 poin"
    return Found(start, end, _with(quantity, kind, noun, what, rate, change))


def _rate(tokens: Tokens, atom: Atom, places: tuple[int, ...]) -> str | None:
    """Per what a number is: right behind it or its noun, or a word further: "unit per tahun", "kasus baru per hari"."""
    near, *more = places
    spelled = [at for at in more if tokens.lowers[at : at + 1] == ["per"]]
    rates = (per(tokens, at, atom.kind != "count")[0] for at in (near, *spelled))
    return next((rate for rate in rates if rate is not None), None)


_SIZES_OF_CHANGE = frozenset({"up", "down", "by"})  # "naik dua kali", not "menjadi 21 kali"
_WITHOUT_ROLE = frozenset({"age", "ordinal", "ratio"})


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
_BEFALLS_PEOPLE = _OF_PEOPLE | {
    "suspect",
    "missing",
    "rescue",
    "trapped",
    "recovery",
    "infection",
    "summon",
    "questioning",
}


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
    from_to = atom.second is not None and found is not None and tokens.lowers[found[1]] == "mulai"
    if found is None or atom.kind == "ordinal" or from_to or _spans(tokens, atom, found[1]):
        return None, atom.start
    return found[0], found[1]


def _spans(tokens: Tokens, atom: Atom, at: int) -> bool:
    """As in "$5 million over 10 years": how long it takes, not more than ten."""
    if atom.kind != "duration" or tokens.lowers[at] != "over":
        return False
    return at > 0 and tokens.lowers[at - 1] not in (
        "for",
        "after",
        "lasted",
        "took",
        "takes",
        "in",
        "of",
        "is",
        "was",
    )


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
    if atom.kind == "duration":
        return tokens.lowers[at] not in words(
            tokens.language, "comparable"
        )  # "7 bulan lebih bekerja", "lebih lama"
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
        if way is None:
            return "to" if tokens.lowers[start - 1] in words(tokens.language, "becomes") else None
        return "up to" if way == "up" else "down to"
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
    adverb = start > 1 and tokens.lowers[start - 1] in words(
        tokens.language, "changeadverb"
    )  # "naik tipis 2%"
    word = tokens.lowers[start - 1 - adverb] if start else ""
    return word in words(tokens.language, "changeup") or word in words(tokens.language, "changedown")


# --- age ------------------------------------------------------------------------------------------


def _age(tokens: Tokens, atom: Atom, start: int) -> QuantityKind | None:
    """As in "berusia 35 tahun", "gadis 20 tahun", "Andi (35)", "Andi, 35 tahun,": an age."""
    if atom.unit not in (None, "year", "month", "week", "day") or atom.kind not in ("count", "duration"):
        return None
    if phrases(tokens.language, "agebefore").before(tokens, start) is not None:
        return "age"
    if atom.unit not in (None, "year") or not 0 < atom.number.low < 120 or start == 0:
        return None
    before = tokens.lowers[start - 1]
    if before in words(tokens.language, "agedword") and atom.unit == "year":
        return "age"
    if _apposed(tokens, atom, start) or _of_him(tokens, atom, start) or _of_somebody(tokens, atom, start):
        return "age"
    return None


def _apposed(tokens: Tokens, atom: Atom, start: int) -> bool:
    """As in "Andi (35)", "Andi, 35 tahun,", "Ann Lee, 20 was": behind a name, in brackets or between commas."""
    around = (tokens.words[start - 1], *tokens.words[atom.end : atom.end + 1])
    named = start >= 2 and tokens.words[start - 2][:1].isupper() and not _is_country(tokens, start - 2)
    behind = "".join(tokens.lowers[atom.end : atom.end + 1])
    closed = behind == "," or behind in words(tokens.language, "agebehind")
    between = (
        around[0] == ","
        and closed
        and (atom.unit == "year" or (atom.number.low > 9 and not atom.number.spelled))
    )
    return named and (around == ("(", ")") or between)


def _of_somebody(tokens: Tokens, atom: Atom, start: int) -> bool:
    """As in "model 25 tahun itu", "(perempuan, 53 tahun)": years of a person, so set apart from how long."""
    if atom.unit != "year" or atom.number.spelled or not tokens.words[start - 1 : start]:
        return False
    after, before = tokens.lowers[atom.end : atom.end + 1], tokens.words[start - 1]
    if before in ("(", ",") and start >= 2:
        aged = is_person(concept(tokens.words[start - 2], tokens.language))
        return aged and after in ([")"], [","])
    return after in (["itu"], ["berinisial"]) and is_person(concept(before, tokens.language))


def _is_country(tokens: Tokens, at: int) -> bool:
    """As in "Jepang (3) dan Australia (6)": how many a country won."""
    return tokens.lowers[at] in words(tokens.language, "state") or tokens.words[at] in territories(
        tokens.language
    )


def _of_him(tokens: Tokens, atom: Atom, start: int) -> bool:
    """As in "He was 77.": a bare number that a person is."""
    if tokens.lowers[start - 1] not in words(tokens.language, "agelink") or atom.unit or atom.number.low < 10:
        return False
    stands = tokens.words[atom.end : atom.end + 1] in ([], ["."], [","], ["\n"])
    return stands and start >= 2 and tokens.lowers[start - 2] in words(tokens.language, "agedone")
