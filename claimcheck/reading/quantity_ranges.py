"""Two numbers that are one range: 10–15, 10 hingga 15, antara 10 dan 15, with unit and scale shared."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from claimcheck.languages import Pack
from claimcheck.reading.quantity_records import Atom, Number
from claimcheck.reading.quantity_words import phrases, words
from claimcheck.reading.units import convert, larger
from claimcheck.text.tokens import Tokens

_SHARING = (["dan"], ["and"], ["atau"], ["or"], ["banding"])
_PRICES = frozenset({"money", "percent", "measure"})  # may fall in a range: "Rp 1.940.000-1.904.000"
_DASHES = frozenset({"-", "–", "—", "−"})


def ranged(tokens: Tokens, pack: Pack, found: Iterable[Atom]) -> Iterator[Atom]:
    """The atoms, with each two that are the ends of a range made one."""
    waiting: Atom | None = None
    for atom in found:
        both = (_range(tokens, waiting, atom) or _sum(tokens, waiting, atom)) if waiting is not None else None
        if waiting is not None and both is None:
            yield _with_unit_of(tokens, waiting, atom)
        waiting = both or atom
    if waiting is not None:
        yield waiting


def _with_unit_of(tokens: Tokens, first: Atom, last: Atom) -> Atom:
    """As in "berusia 15 dan 17 tahun", "45 and 50 mg": the unit stands for both."""
    joined = tokens.lowers[first.end : last.start] in _SHARING
    if not joined or first.unit or first.kind != "count" or not last.unit or last.kind == "money":
        return first
    return first if _year_like(tokens, first) else replace(first, unit=last.unit, kind=last.kind)


def _range(tokens: Tokens, first: Atom, last: Atom) -> Atom | None:
    """The range from `first` to `last`, when a joining word alone stands between them and both fit."""
    if first.second is not None or not _joined(tokens, first, last) or not _same_kind(first, last):
        return None
    between = tokens.lowers[first.end : last.start]
    dashed = len(between) == 1 and between[0] in _DASHES
    if between in (["atau"], ["or"]) and first.unit and first.unit != last.unit:
        return None  # "naik tiga kali lipat atau 1.491 penumpang"
    if not dashed and _changes(tokens, first):
        return None
    if _year_like(tokens, first) and not _year_like(tokens, last):
        return None
    low = _shared_scale(first.number, last.number)
    if low.low < 0 and last.number.low < low.low:  # "from -18 °C to -34 °C"
        return replace(first, end=last.end, number=last.number, second=low)
    kind, unit = (last.kind, last.unit) if last.unit or last.kind != "count" else (first.kind, first.unit)
    glued = dashed and tokens.ends[first.end - 1] == tokens.starts[first.end]
    if glued and kind in _PRICES and low.low > last.number.high > low.low / 2:
        return replace(first, end=last.end, number=last.number, second=low, kind=kind, unit=unit)
    if low.low >= last.number.high or last.kind == "ordinal":
        return None
    return replace(first, end=max(first.end, last.end), number=low, second=last.number, kind=kind, unit=unit)


def _sum(tokens: Tokens, first: Atom, last: Atom) -> Atom | None:
    """As in "5 tahun 6 bulan", "7 feet 10 inches": one quantity in the smaller unit."""
    if first.second or not larger(first.unit, last.unit) or first.kind != last.kind or first.number.vague:
        return None
    between = tokens.lowers[first.end : last.start]
    if between and between not in (["dan"], ["and"]):
        return None
    if last.kind == "money":
        return _with_cents(first, last)
    value = convert(first.number.low, str(first.unit), str(last.unit))
    if value is None or first.number.low != first.number.high or last.number.vague:
        return None
    whole = replace(
        last.number,
        start=first.number.start,
        low=value + last.number.low,
        high=value + last.number.high,
        alternative=None,
    )
    return replace(last, start=first.start, number=whole)


def _changes(tokens: Tokens, first: Atom) -> bool:
    """As in "rose from $14 to $15", "rose 5 percent to 20 percent": a start or a change and an end, not a range."""
    moving = words(tokens.language, "changeup") | words(tokens.language, "changedown")
    found = phrases(tokens.language, "changefrom").before(tokens, first.start)
    if found is None:
        unit = tokens.language == "en" and first.unit is not None
        return unit and tokens.lowers[max(0, first.start - 1)] in moving
    return not moving.isdisjoint(tokens.lowers[max(0, found[1] - 4) : found[1]])


def _year_like(tokens: Tokens, atom: Atom) -> bool:
    word = tokens.words[atom.number.start]
    return len(word) == 4 and "1900" <= word <= "2100" and atom.number.scale == 1


def _with_cents(first: Atom, last: Atom) -> Atom:
    """As in "3 dollars 50 cents": one sum of money in the larger unit."""
    part = convert(last.number.low, str(last.unit), str(first.unit)) or last.number.low
    value, size = first.number.low + part, last.number.step / 100
    return replace(first, end=last.end, number=replace(first.number, low=value, high=value, step=size))


def _joined(tokens: Tokens, first: Atom, last: Atom) -> bool:
    between = tokens.lowers[first.end : last.start]
    if len(between) == 1 and between[0] in _DASHES:
        return True
    if len(between) > 1 and phrases(tokens.language, "hedgebefore").before(tokens, last.start) == (
        "about",
        last.start - 1,
    ):
        between = between[:-1]
    if " ".join(between) in phrases(tokens.language, "rangeword").folded:
        return True
    return (between == ["dan"] and _between(tokens, first)) or (
        between == ["and"] and _between(tokens, first)
    )


def _between(tokens: Tokens, first: Atom) -> bool:
    return first.start > 0 and tokens.lowers[first.start - 1] in words(tokens.language, "betweenword")


def _same_kind(first: Atom, last: Atom) -> bool:
    if "ordinal" in (first.kind, last.kind):
        return False
    if first.unit is None or last.unit is None:
        return first.kind in ("count", last.kind) or last.kind == "count"
    return first.unit == last.unit


def _shared_scale(low: Number, high: Number) -> Number:
    """The scale word of "2–3 juta" stands for both where the first number is the smaller as printed."""
    if low.scale == 1 and high.scale != 1 and not low.vague and low.low * high.scale < high.high:
        return low.times(high.scale, low.end)
    return low
