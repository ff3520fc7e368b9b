"""Numbers as printed: digits in the convention of a language, number words, and both mixed."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from claimcheck.reading.quantity_words import Phrases, phrases
from claimcheck.text.tokens import Tokens

DECIMAL_MARK = {"id": ",", "en": "."}
MOST_DIGITS = 28  # all that Decimal keeps exactly; longer runs are no quantities
_DIGITS = re.compile(r"[0-9]{1,40}(?:[.,'][0-9]{1,15}){0,12}\Z")
_GROUPED = re.compile(r"[0-9]{1,3}(?:([.,'])[0-9]{3})(?:\1[0-9]{3}){0,11}\Z")
ZERO, ONE = Decimal(0), Decimal(1)
_NEVER = Decimal("1e30")


@dataclass(frozen=True, slots=True)
class Number:
    """A number read from token `start` to before `end`: all values from `low` to `high`.

    `step` is the size of the last digit shown; `scale` the multiplier its last word gave; `alternative` the
    other value that an ambiguous spelling allows; `vague` marks words such as belasan.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    step: Decimal = ONE
    scale: Decimal = ONE
    alternative: Decimal | None = None
    vague: bool = False
    spelled: bool = False
    fraction: bool = False

    def times(self, factor: Decimal, end: int) -> "Number":
        """The same digits with a scale word behind them, which also settles an ambiguous spelling."""
        return replace(
            self,
            end=end,
            low=self.low * factor,
            high=self.high * factor,
            step=self.step * factor,
            scale=self.scale * factor,
            alternative=None,
        )


@lru_cache(maxsize=1 << 14)
def digits(text: str, language: str) -> tuple[Decimal, Decimal, Decimal | None] | None:
    """The value of a run of digits and marks, the size of its last digit, and the other value it may have.

    `None` for what is no number in any convention, and for more than 28 digits.

    >>> digits("1.200", "id"), digits("1,5", "id")
    ((Decimal('1200'), Decimal('1'), None), (Decimal('1.5'), Decimal('0.1'), None))
    >>> digits("5,000", "id")
    (Decimal('5000'), Decimal('1'), Decimal('5.000'))
    """
    if not _DIGITS.match(text) or sum(c.isdigit() for c in text) > MOST_DIGITS:
        return None
    marks = [c for c in text if c in ".,'"]
    if not marks:
        return _plain(text, None)
    if (len(set(marks)) == 1 and len(marks) > 1) or marks[0] == "'":
        return _plain(text, marks[0]) if _GROUPED.match(text) else None
    if len(marks) == 1:
        return _one_mark(text, marks[0], DECIMAL_MARK.get(language, "."))
    return _two_marks(text, marks)


def _plain(text: str, mark: str | None) -> tuple[Decimal, Decimal, None]:
    return Decimal(text.replace(mark, "") if mark else text), ONE, None


def _fractional(text: str, mark: str) -> tuple[Decimal, Decimal]:
    whole, _, rest = text.partition(mark)
    return Decimal(f"{whole}.{rest}"), Decimal((0, (1,), -len(rest)))


def _one_mark(text: str, mark: str, decimal_mark: str) -> tuple[Decimal, Decimal, Decimal | None]:
    """One mark: thousands or a fraction; sure in the language's own convention, otherwise both are kept.

    Zeros at the end speak for thousands: "1,500 orang" is an English spelling in an Indonesian text.
    "US$ 3.00" in Indonesian is a fraction all the same: two digits cannot be thousands; nor can "0.125".
    """
    value, step = _fractional(text, mark)
    if not _GROUPED.match(text) or text.startswith("0"):
        return value, step, None
    grouped = Decimal(text.replace(mark, ""))
    if mark != decimal_mark:
        return grouped, ONE, None
    if text.endswith("00" if decimal_mark == "," else "000"):
        return grouped, ONE, value
    return value, step, grouped


def _two_marks(text: str, marks: list[str]) -> tuple[Decimal, Decimal, None] | None:
    """Two kinds of marks: the last one, if it stands once, is the decimal mark."""
    last = marks[-1]
    whole, _, rest = text.rpartition(last)
    if marks.count(last) != 1 or not _GROUPED.match(whole):
        return None
    return Decimal(f"{whole.replace(marks[0], '')}.{rest}"), Decimal((0, (1,), -len(rest))), None


# --- words ----------------------------------------------------------------------------------------


class _Sum:
    """A number being read word by word: the finished thousands, the group below a thousand, what may come."""

    __slots__ = ("before", "floor", "fraction", "fresh", "group", "last", "scale", "step", "total")

    def __init__(self) -> None:
        self.total = ZERO
        self.group: Decimal | None = None
        self.floor = 1000  # the smallest place filled in the group; 1000 for an empty group
        self.before = 1000  # the floor before the last unit
        self.fresh: Decimal | None = None  # the last unit word, for "dua puluh", "dua pertiga"
        self.last = _NEVER
        self.step = ONE
        self.scale = ONE
        self.fraction = False

    @property
    def empty(self) -> bool:
        return self.group is None and not self.total

    def take(self, what: str, value: Decimal) -> bool:
        """Whether the next word fits; if so it is added."""
        fits = _TAKE[what](self, value)
        if fits and what != "unit":
            self.fresh = None
        return fits

    def put(self, value: Decimal, floor: int) -> bool:
        self.before, self.floor, self.step = self.floor, floor, ONE
        self.group = (self.group or ZERO) + value
        return True


def _unit(sum: _Sum, value: Decimal) -> bool:
    if sum.floor <= 1 or (not value and not sum.empty):
        return False
    sum.fresh = value
    return sum.put(value, 1)


def _teen(sum: _Sum, value: Decimal) -> bool:
    return sum.floor > 10 and sum.put(value, 1)


def _tens(sum: _Sum, value: Decimal) -> bool:
    return sum.floor > 10 and sum.put(value, 10)


def _plusten(sum: _Sum, value: Decimal) -> bool:
    return sum.fresh is not None and sum.before > 10 and sum.put(value, 1)


def _timesten(sum: _Sum, value: Decimal) -> bool:
    return sum.fresh is not None and sum.before > 10 and sum.put(sum.fresh * 9, 10)


def _hundred(sum: _Sum, value: Decimal) -> bool:
    if sum.group is None or sum.group >= 1000 or sum.floor < 1 or sum.group != int(sum.group):
        return False
    sum.group, sum.floor, sum.before = sum.group * value, 100, 1000
    return True


def _hundreds(sum: _Sum, value: Decimal) -> bool:
    return sum.floor >= 1000 and sum.put(value, 100)


def _scale(sum: _Sum, value: Decimal) -> bool:
    if sum.group is None:
        return _scale_again(sum, value)
    if value >= sum.last:
        return False
    sum.total += sum.group * value
    _close(sum, value)
    return True


def _scale_again(sum: _Sum, value: Decimal) -> bool:
    """As in "lima ribu triliun": a scale word right behind a smaller one multiplies it."""
    if not sum.total or value <= sum.last:
        return False
    sum.total, sum.last = sum.total * value, value
    sum.step, sum.scale = sum.step * value, sum.scale * value
    return True


def _scales(sum: _Sum, value: Decimal) -> bool:
    if sum.group is not None or value >= sum.last:
        return False
    sum.total += value
    _close(sum, value)
    return True


def _close(sum: _Sum, value: Decimal) -> None:
    sum.step *= value
    sum.scale = value
    sum.group, sum.floor, sum.last, sum.fraction = None, 1000, value, False


def _half(sum: _Sum, value: Decimal) -> bool:
    if not sum.empty and (sum.group is None or sum.floor != 1 or sum.group != int(sum.group)):
        return False
    sum.fraction = sum.empty
    sum.put(value, 0)
    sum.step = value
    return True


def _part(sum: _Sum, value: Decimal) -> bool:
    return sum.empty and _half(sum, value)


def _denominator(sum: _Sum, value: Decimal) -> bool:
    if not sum.fresh or sum.group != sum.fresh or sum.total:
        return False
    sum.group, sum.floor, sum.fraction, sum.step = sum.fresh / value, 0, True, ONE / value
    return True


def _pack(sum: _Sum, value: Decimal) -> bool:
    if sum.group is None:
        return False
    sum.group, sum.floor, sum.step, sum.fraction = sum.group * value, 0, value, False
    return True


def _packs(sum: _Sum, value: Decimal) -> bool:
    if not sum.empty:
        return False
    sum.put(value, 0)
    sum.step = value
    return True


def _semi(sum: _Sum, value: Decimal) -> bool:
    """English half: "half a million", "one half" is a half, "one and a half" is read by its tail."""
    return _half(sum, value) if sum.empty else _denominator(sum, ONE / value)


_TAKE = {
    "unit": _unit,
    "teen": _teen,
    "tens": _tens,
    "plusten": _plusten,
    "timesten": _timesten,
    "hundred": _hundred,
    "hundreds": _hundreds,
    "scale": _scale,
    "scales": _scales,
    "half": _half,
    "part": _part,
    "denominator": _denominator,
    "pack": _pack,
    "packs": _packs,
    "semi": _semi,
}


@lru_cache(maxsize=8)
def _words(language: str) -> dict[str, tuple[str, Decimal]]:
    entries = phrases(language, "numword").folded
    return {form: (what, _fraction(value)) for form, (what, value) in entries.items()}


def _fraction(text: str) -> Decimal:
    above, _, below = text.partition("/")
    return Decimal(above) / Decimal(below) if below else Decimal(above)


def number(tokens: Tokens, start: int) -> Number | None:
    """The longest number that begins at token `start`, or None.

    >>> from claimcheck.text.tokens import tokenize
    >>> number(tokenize("dua setengah juta orang", "id"), 0).low
    Decimal('2500000.0')
    >>> number(tokenize("puluhan ribu kasus", "id"), 0).high
    Decimal('99999')
    """
    vague = _vague(tokens, start)
    if vague is not None:
        return vague
    read = _in_digits(tokens, start) or _in_words(tokens, start)
    return read and _rounded(tokens, _of_scale(tokens, _with_tail(tokens, read)))


def _in_digits(tokens: Tokens, start: int) -> Number | None:
    """A number that begins with digits, with the scale words behind it: "1,5 juta", "2 juta 300 ribu"."""
    end, shown = _spaced(tokens, start)
    found = digits(shown, tokens.language)
    if found is None:
        return _over(tokens, start, ZERO)
    value, step, alternative = found
    parts = _over(tokens, start, ZERO) or (value == int(value) and _over(tokens, start + 1, value)) or None
    if parts:
        return parts
    sum = _Sum()
    sum.put(value, 1)
    sum.step = step
    first = end
    end = _continue(tokens, end, sum)
    settled = alternative if end == first else None
    return _number(sum, start, end, settled, False)


def _spaced(tokens: Tokens, start: int) -> tuple[int, str]:
    """Groups of three after single spaces, "1 414 021 100": where they end, and the digits together.

    Two groups are taken only when the second is 000 or the space is narrow: "Redmi 13 256 GB" is no number.
    """
    words, end = tokens.words, start + 1
    while end < len(words) and _is_group(tokens, end) and end - start < 8:
        end += 1
    if end == start + 1 or len(words[start]) > 3 or words[start].startswith("0"):
        return start + 1, words[start]
    sure = end - start > 2 or words[start + 1] == "000" or tokens.text[tokens.ends[start]] in _NARROW
    return (end, "".join(words[start:end])) if sure else (start + 1, words[start])


_NARROW = "\u00a0\u2009\u202f"
_GROUP = re.compile(r"[0-9]{3}(?:[.,][0-9]{1,15})?\Z")


def _is_group(tokens: Tokens, at: int) -> bool:
    gap = tokens.text[tokens.ends[at - 1] : tokens.starts[at]]
    return len(gap) == 1 and gap.isspace() and gap != "\n" and _GROUP.match(tokens.words[at]) is not None


def _over(tokens: Tokens, start: int, whole: Decimal) -> Number | None:
    """A fraction in digits, "1/4" or "2 1/2": the denominator is one that people write, so a date is none."""
    words = tokens.words[start : start + 3]
    if len(words) < 3 or words[1] != "/" or words[2] not in _DENOMINATORS or len(words[0]) > 2:
        return None
    if not words[0].isascii() or not words[0].isdigit() or int(words[0]) >= int(words[2]):
        return None
    if tokens.words[start + 3 : start + 4] == ["/"]:
        return None
    value = whole + Decimal(words[0]) / Decimal(words[2])
    begin = start - 1 if whole else start
    return Number(begin, start + 3, value, value, ONE / Decimal(words[2]), fraction=not whole)


_DENOMINATORS = frozenset({"2", "3", "4", "5", "8", "10", "16", "20", "32", "40", "100"})


def _in_words(tokens: Tokens, start: int) -> Number | None:
    if tokens.lowers[start] == "quarter" and tokens.language == "en":
        return _quarter(tokens, start)
    sum = _Sum()
    end = _continue(tokens, start, sum)
    return None if end == start or (sum.empty and sum.fresh != ZERO) else _number(sum, start, end, None, True)


def _quarter(tokens: Tokens, start: int) -> Number | None:
    """As in "quarter million": without an article a quarter is a fraction only before a scale word."""
    at = start + 1 + (tokens.lowers[start + 1 : start + 2] == ["-"])
    what, factor = _words("en").get(tokens.lowers[at], ("", ONE)) if _has(tokens, at) else ("", ONE)
    quarter = ONE / 4
    return Number(start, at, quarter, quarter, quarter).times(factor, at + 1) if what == "scale" else None


def _continue(tokens: Tokens, at: int, sum: _Sum) -> int:
    """Take words while they fit; where the number ends."""
    table, lowers = _words(tokens.language), tokens.lowers
    what = "digits" if not sum.empty else ""
    while at < len(lowers):
        skip = _joined(lowers, at, what, table)
        if not what and skip and _counts_one(lowers, at, table):
            sum.take("unit", ONE)
        found = table.get(lowers[at + skip]) if at + skip < len(lowers) else None
        if found is None or not sum.take(*found):
            return _more_digits(tokens, at, sum, what)
        what, at = found[0], at + skip + 1
    return at


def _counts_one(lowers: list[str], at: int, table: dict[str, tuple[str, Decimal]]) -> bool:
    """As in "a hundred", "a third": the article is one of them; "a half" is none."""
    return table[lowers[at + 1]][0] != "semi"


def _more_digits(tokens: Tokens, at: int, sum: _Sum, what: str) -> int:
    """As in "2 juta 300 ribu": digits behind a scale word, with a smaller scale word behind them."""
    if what in ("hundred", "scale") and tokens.lowers[at : at + 1] == ["and"]:
        return _and_digits(tokens, at, sum)
    if what not in ("scale", "scales") or at + 1 >= len(tokens.lowers):
        return at
    following = _words(tokens.language).get(tokens.lowers[at + 1])
    found = digits(tokens.words[at], tokens.language)
    if not found or not following or following[0] != "scale" or following[1] >= sum.last or found[0] >= 1000:
        return at
    sum.put(found[0], 1)
    sum.step = found[1]
    return _continue(tokens, at + 1, sum)


def _and_digits(tokens: Tokens, at: int, sum: _Sum) -> int:
    """As in "3 hundred and 21": digits below the last place."""
    found = digits(tokens.words[at + 1], "en") if at + 1 < len(tokens.words) else None
    if (
        found is None
        or sum.floor <= 10
        or not 0 < found[0] < 100
        or found[1] != 1
        or tokens.words[at - 1] == "and"
    ):
        return at
    sum.put(found[0], 1)
    return at + 2


def _joined(lowers: list[str], at: int, what: str, table: dict[str, tuple[str, Decimal]]) -> int:
    """How many joining words stand before the next number word: twenty-five, hundred and two."""
    for joiners, last, following in _JOINS.get(lowers[at], ()):
        end = at + len(joiners)
        if what in last and end < len(lowers) and tuple(lowers[at:end]) == joiners:
            found = table.get(lowers[end])
            if found and found[0] in following and not _fraction_at(lowers, end, table):
                return len(joiners)
    return 0


def _fraction_at(lowers: list[str], at: int, table: dict[str, tuple[str, Decimal]]) -> bool:
    """Whether "three quarters" begins here: "one hundred and three quarters" is 100.75."""
    after = at + 1 + (lowers[at + 1 : at + 2] == ["-"])
    following = table.get(lowers[after]) if after < len(lowers) else None
    return (
        table[lowers[at]][0] == "unit" and following is not None and following[0] in ("denominator", "semi")
    )


_SMALL = frozenset({"unit", "teen", "tens"})
_JOINS: dict[str, tuple[tuple[tuple[str, ...], frozenset[str], frozenset[str]], ...]] = {
    "-": (
        (("-",), frozenset({"tens"}), frozenset({"unit"})),
        (("-",), frozenset({"unit"}), frozenset({"denominator", "semi", "hundred", "scale"})),
    ),
    "and": ((("and",), frozenset({"hundred", "scale"}), _SMALL),),
    "&": ((("&",), frozenset({"hundred", "scale"}), _SMALL),),
    "a": (
        (("a",), frozenset({""}), frozenset({"hundred", "scale", "pack", "denominator", "semi"})),
        (("a",), frozenset({"semi"}), frozenset({"scale", "pack", "hundred"})),
    ),
    "an": ((("an",), frozenset({""}), frozenset({"denominator"})),),
}


def _number(sum: _Sum, start: int, end: int, alternative: Decimal | None, spelled: bool) -> Number:
    value = sum.total + (sum.group or ZERO)
    scale = sum.scale if sum.group is None else ONE
    return Number(start, end, value, value, sum.step, scale, alternative, False, spelled, sum.fraction)


# --- tails ----------------------------------------------------------------------------------------


def _with_tail(tokens: Tokens, read: Number) -> Number:
    """What may hang on a number: "two and a half million", "two point zero three", "satu koma dua"."""
    if read.end >= len(tokens.lowers) or read.fraction:
        return read
    half = _and_fraction(tokens, read) if tokens.language == "en" else None
    return half or _point(tokens, read) or read


def _of_scale(tokens: Tokens, read: Number) -> Number:
    """As in "two thirds of a million"."""
    if not read.fraction or tokens.lowers[read.end : read.end + 2] != ["of", "a"]:
        return read
    what, factor = (
        _words("en").get(tokens.lowers[read.end + 2], ("", ONE)) if _has(tokens, read.end + 2) else ("", ONE)
    )
    return read.times(factor, read.end + 3) if what == "scale" else read


def _has(tokens: Tokens, at: int) -> bool:
    return at < len(tokens.lowers)


def _and_fraction(tokens: Tokens, read: Number) -> Number | None:
    lowers, table = tokens.lowers, _words("en")
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
    table, at = _words(tokens.language), read.end + 1
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


def _vague(tokens: Tokens, start: int) -> Number | None:
    found = phrases(tokens.language, "vague").at(tokens, start)
    if found is None:
        return None
    (low, high), end = found
    first = Number(start, end, Decimal(low), Decimal(high), vague=True, spelled=True)
    return _scaled(tokens, first)


def _scaled(tokens: Tokens, read: Number) -> Number:
    """Scale words behind a vague word: puluhan ribu, beberapa ratus juta, hundreds of thousands."""
    table, plural = _words(tokens.language), phrases(tokens.language, "roundscale")
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


def _rounded(tokens: Tokens, read: Number) -> Number:
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
