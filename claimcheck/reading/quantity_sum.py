"""Adding up number words: what each word does to the number being read."""

from decimal import Decimal
from functools import lru_cache

from claimcheck.reading.quantity_records import ONE, ZERO
from claimcheck.reading.quantity_words import phrases

_NEVER = Decimal("1e30")


class Sum:
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


def _unit(sum: Sum, value: Decimal) -> bool:
    if sum.floor <= 1 or (not value and not sum.empty):
        return False
    sum.fresh = value
    return sum.put(value, 1)


def _teen(sum: Sum, value: Decimal) -> bool:
    return sum.floor > 10 and sum.put(value, 1)


def _tens(sum: Sum, value: Decimal) -> bool:
    return sum.floor > 10 and sum.put(value, 10)


def _plusten(sum: Sum, value: Decimal) -> bool:
    return sum.fresh is not None and sum.before > 10 and sum.put(value, 1)


def _timesten(sum: Sum, value: Decimal) -> bool:
    return sum.fresh is not None and sum.before > 10 and sum.put(sum.fresh * 9, 10)


def _hundred(sum: Sum, value: Decimal) -> bool:
    if sum.group is None or sum.group >= 1000 or sum.floor < 1 or sum.group != int(sum.group):
        return False
    sum.group, sum.floor, sum.before = sum.group * value, 100, 1000
    return True


def _hundreds(sum: Sum, value: Decimal) -> bool:
    return sum.floor >= 1000 and sum.put(value, 100)


def _scale(sum: Sum, value: Decimal) -> bool:
    if sum.group is None:
        return _scale_again(sum, value)
    if value >= sum.last:
        return False
    sum.total += sum.group * value
    _close(sum, value)
    return True


def _scale_again(sum: Sum, value: Decimal) -> bool:
    """As in "lima ribu triliun": a scale word right behind a smaller one multiplies it."""
    if not sum.total or value <= sum.last:
        return False
    sum.total, sum.last = sum.total * value, value
    sum.step, sum.scale = sum.step * value, sum.scale * value
    return True


def _scales(sum: Sum, value: Decimal) -> bool:
    if sum.group is not None or value >= sum.last:
        return False
    sum.total += value
    _close(sum, value)
    return True


def _close(sum: Sum, value: Decimal) -> None:
    sum.step *= value
    sum.scale = value
    sum.group, sum.floor, sum.last, sum.fraction = None, 1000, value, False


def _half(sum: Sum, value: Decimal) -> bool:
    if not sum.empty and (sum.group is None or sum.floor != 1 or sum.group != int(sum.group)):
        return False
    sum.fraction = sum.empty
    sum.put(value, 0)
    sum.step = value
    return True


def _part(sum: Sum, value: Decimal) -> bool:
    return sum.empty and _half(sum, value)


def _denominator(sum: Sum, value: Decimal) -> bool:
    if not sum.fresh or sum.group != sum.fresh or sum.total:
        return False
    sum.group, sum.floor, sum.fraction, sum.step = sum.fresh / value, 0, True, ONE / value
    return True


def _pack(sum: Sum, value: Decimal) -> bool:
    if sum.group is None:
        return False
    sum.group, sum.floor, sum.step, sum.fraction = sum.group * value, 0, value, False
    return True


def _packs(sum: Sum, value: Decimal) -> bool:
    if not sum.empty:
        return False
    sum.put(value, 0)
    sum.step = value
    return True


def _semi(sum: Sum, value: Decimal) -> bool:
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
def number_words(language: str) -> dict[str, tuple[str, Decimal]]:
    entries = phrases(language, "numword").folded
    return {form: (what, _fraction(value)) for form, (what, value) in entries.items()}


def _fraction(text: str) -> Decimal:
    above, _, below = text.partition("/")
    return Decimal(above) / Decimal(below) if below else Decimal(above)
