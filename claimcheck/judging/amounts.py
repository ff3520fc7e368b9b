"""Two quantities by themselves: of one thing, in one unit, the same, or the one rounded to the other."""

from dataclasses import replace
from decimal import Decimal

from claimcheck.languages.lexicon import broader
from claimcheck.linking.weights import digits, widest
from claimcheck.reading.quantity_identifiers import identity
from claimcheck.reading.units import convert, larger
from claimcheck.records import Quantity

VERY_FAR = 12  # times one number is the other from which they are hardly of one thing
LONG = 4  # digits but zeros at the ends, from which on a number is not had in common by chance
UP_AND_DOWN = {"up", "down"}
TURNS = frozenset({"minute", "score_goal", "goal", "round", "rank", "position", "place"})
NEARLY = 50  # the part of a measure by which its second unit may be rounded


def comparable(x: Quantity, y: Quantity) -> bool:
    """Whether two quantities count the same thing in the same unit; what only one of them says is no obstacle."""
    if {x.kind, y.kind} == {"ratio", "percent"}:
        return x.low == y.low and x.high == y.high and x.low is not None
    if {x.kind, y.kind} == {"ordinal", "duration"}:
        return anniversary(x) and anniversary(y)
    if x.kind == y.kind == "ordinal" and x.counted != y.counted:
        return False
    return (
        x.kind == y.kind
        and (x.unit == y.unit or _one_dimension(x, y) or _as_long(x, y))
        and same_thing(x.counted, y.counted)
        and agree(x.role, y.role)
        and agree(x.per, y.per)
        and ({x.change, y.change} != UP_AND_DOWN or equal_values(x, y))
    )


def same_thing(x: str | None, y: str | None) -> bool:
    """Whether two things counted are one, or the one a sort of the other; what is not said may be either."""
    return agree(x, y) or x in (broader(y or ""), y) or y == broader(x or "")


def agree(x: object, y: object) -> bool:
    """Whether two are one, as far as both are said."""
    return x is None or y is None or x == y


def _one_dimension(x: Quantity, y: Quantity) -> bool:
    return x.kind == "measure" and (larger(x.unit, y.unit) or larger(y.unit, x.unit))


def _as_long(x: Quantity, y: Quantity) -> bool:
    """Whether two durations in two units are one: "sepekan" and "7 hari"; "dua pekan" is no more exact than that."""
    return x.kind == y.kind == "duration" and x.unit != y.unit and equal_values(*in_one_unit(x, y))


def anniversary(q: Quantity) -> bool:
    """Seventy years and the seventieth day: "peringatan 70 tahun" and "Hari Kemenangan ke-70"."""
    return (
        q.low is not None
        and q.low >= 5
        and (q.kind == "ordinal" or q.unit == "year")
        and q.counted not in TURNS
    )


def equal_values(x: Quantity, y: Quantity) -> bool:
    """Whether two quantities say the same, whatever their claims."""
    if identity(x) is not None:
        return name_of(x) == name_of(y)
    return (x.low, x.high) == (y.low, y.high)


def name_of(q: Quantity) -> str | None:
    """What a number names; a score is one whichever side stands first."""
    name = identity(q)
    return "-".join(sorted(name.split("-"))) if name is not None and q.kind == "score" else name


def single(q: Quantity) -> bool:
    """Whether a quantity is one exact value."""
    return q.low is not None and q.low == q.high


def is_long(q: Quantity) -> bool:
    """Whether a number has so many digits that two things seldom have it in common.

    >>> from claimcheck.records import Span
    >>> [is_long(Quantity(Span("a", 0, 5, "x"), Decimal(n), Decimal(n))) for n in ("9204", "9200")]
    [True, False]
    """
    return q.low is not None and q.kind != "identifier" and digits(q.low) >= LONG


def of_people(q: Quantity) -> bool:
    """Whether a number counts people, whatever they are called: "personel", "pegawai"."""
    return q.kind == "count" and q.counted is not None and widest(q.counted) == "person"


def said_again(x: Quantity, y: Quantity) -> bool:
    """Whether two numbers of one report say the same of the same: 50 buses burnt, and some 50 buses burnt."""
    if None in (x.role, x.counted, y.counted) or x.role != y.role or "vague" in (x.hedge, y.hedge):
        return False
    return comparable(x, y) and x.interval.meets(y.interval)


def rival(q: Quantity, other: Quantity, told: bool) -> bool:
    """Nine persons are no rival of seven students for the eight students of the other claim."""
    return comparable(q, other) and (not told or q.counted in (None, other.counted))


def once_more(q: Quantity, x: Quantity) -> bool:
    """Whether a number is another once more, itself or in a second unit: "6,175 kg (13,6 pon)"."""
    if q.unit == x.unit or not _one_dimension(q, x):
        return q == x
    one, two = map(middle, in_one_unit(q, x))
    return abs(one - two) * NEARLY <= max(abs(one), abs(two))


def may_be_spelled(x: Quantity, y: Quantity) -> bool:
    """Whether an ambiguous spelling such as "1.200" allows the value of the other."""
    return x.alternative is not None and x.alternative == y.low != x.low


def rounds(x: Quantity, y: Quantity) -> bool:
    """Whether one of two numbers of one unit is the other, rounded or cut off."""
    return _rounds(x, y) or _rounds(y, x)


def _rounds(coarse: Quantity, fine: Quantity) -> bool:
    if coarse.step is None or coarse.low is None or fine.low is None or coarse.low != coarse.high:
        return False
    if fine.step is not None and fine.step >= coarse.step:
        return False
    if coarse.kind == "ratio" and coarse.low < 1:  # a half is no third, rounded
        return False
    return coarse.low - coarse.step / 2 <= fine.low < coarse.low + coarse.step


def may_meet(x: Quantity, y: Quantity) -> bool:
    """Whether two numbers meet, and not just because one has no end: "lebih dari 130" is hardly 13,000."""
    low, high = sorted((abs(middle(x)), abs(middle(y))))
    return x.interval.meets(y.interval) and high <= VERY_FAR * low


def in_one_unit(x: Quantity, y: Quantity) -> tuple[Quantity, Quantity]:
    """Two measures in the smaller of their units: "1,5 km" and "1.500 m" are 1,500 m both.

    >>> from claimcheck.records import Span
    >>> a = Quantity(Span("a", 0, 6, "1,5 km"), Decimal("1.5"), Decimal("1.5"), unit="km", kind="measure")
    >>> b = Quantity(Span("b", 0, 7, "1.500 m"), Decimal(1500), Decimal(1500), unit="m", kind="measure")
    >>> [str(q.low) for q in in_one_unit(a, b)]
    ['1500.0', '1500']
    """
    if x.unit == y.unit or x.unit is None or y.unit is None:
        return x, y
    if larger(x.unit, y.unit):
        return _converted(x, y.unit), y
    return x, _converted(y, x.unit)


def _converted(q: Quantity, unit: str) -> Quantity:
    """The same measure in a smaller unit; one of another dimension stays as it is."""
    factor = convert(Decimal(1), q.unit, unit) if q.unit else None
    if factor is None or not larger(q.unit, unit):
        return q
    low, high, step = (None if v is None else v * factor for v in (q.low, q.high, q.step))
    return replace(q, low=low, high=high, step=step, unit=unit)


def in_two_units(x: Quantity, y: Quantity) -> bool:
    """Whether two numbers are one figure of one thing, and their units are two, or what they are reckoned by."""
    units, rates = {x.unit, y.unit} - {None}, {x.per, y.per} - {None}
    # "four prior arrests" and "arrested four times" are no clash
    two = len(rates) == 2 or (len(units) == 2 and x.kind != "count")
    one_thing = same_thing(x.counted, y.counted) and agree(x.role, y.role)
    return two and one_thing and (x.low, x.high) == (y.low, y.high)


def gap(x: Quantity, y: Quantity) -> Decimal:
    """How far apart the middles of two quantities are."""
    low, high = middle(x), middle(y)
    return abs(low - high)


def middle(q: Quantity) -> Decimal:
    """The value half way between the bounds, or the one bound that there is."""
    known = [v for v in (q.low, q.high) if v is not None]
    return sum(known, Decimal(0)) / len(known) if known else Decimal(0)
