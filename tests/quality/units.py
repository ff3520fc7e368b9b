"""Names of units as the case files print them, brought to one spelling so that only meaning is compared."""

from decimal import Decimal

# one line a unit: the spelling compared by, then every name that means it
_NAMES = """
USD|dollar|us dollar|united states dollar|usd|$|us$|dolar
EUR|euro|euros|eur|€
GBP|pound sterling|british pound|gbp|£|pound|pence|penny|sterling
IDR|rupiah|idr|rp
JPY|yen|japanese yen|jpy|¥
CNY|yuan|chinese yuan|cny|renminbi|rmb
CAD|canadian dollar|cad
AUD|australian dollar|aud
NZD|new zealand dollar|nzd
HKD|hong kong dollar|hkd
SGD|singapore dollar|sgd
MYR|ringgit|myr|rm
FIM|finnish markka
NLG|netherlands guilder
CHF|swiss franc|chf|franc
INR|rupee|indian rupee|inr|rs
TRY|turkish lira|try
MXN|mexican peso|mxn
m|metre|meter
km|kilometre|kilometer
cm|centimetre|centimeter
mm|millimetre|millimeter
dm|decimetre|decimeter
nm|nanometre|nanometer
pm|picometre|picometer
mi|mile
ft|foot|feet
in|inch
yd|yard
m2|square metre|square meter|m²|m^2|sq m
km2|square kilometre|square kilometer|km²|km^2
mi2|square mile|sq mi
ha|hectare
acre|ac
m3|cubic metre|cubic meter|m³|m^3
km3|cubic kilometre|cubic kilometer
ft3|cubic foot|cubic feet
l|litre|liter
ml|millilitre|milliliter|cubic centimetre|cubic centimeter
cl|centilitre|centiliter
hl|hectolitre|hectoliter
gal|gallon
bbl|barrel
kg|kilogram|kilogramme
g|gram|gramme
mg|milligram
ug|microgram|µg
lb|pound|pound-mass
oz|ounce
t|tonne|metric ton|ton
km/h|kilometre per hour|kilometer per hour|kph|kmh|kmph
mph|mile per hour|mi/h
°C|c|degree celsius|celsius|degc|degrees celsius|degree_celsius
°F|f|degree fahrenheit|fahrenheit|degf|degree_fahrenheit
°|degree|deg
K|kelvin
%|percent|percentage|per cent
year|years|y|yr|age
month|months|mo
week|weeks|w
day|days|d
hour|hours|h|hr
minute|minutes|min
second|seconds|s|sec
GHz|gigahertz
eV|electronvolt
TeV|teraelectronvolt
mGy|milligray
tbsp|tablespoon
MB|megabyte
bit|bits
byte|bytes
W·h|watt hour|wh|watt_hour
MW·h|megawatt hour|mwh|megawatt_hour
cup|cups
"""

TABLE: dict[str, frozenset[str]] = {}
for _line in _NAMES.strip().splitlines():
    _first, *_rest = _line.split("|")
    for _name in (_first, *_rest):
        TABLE[_name.lower()] = TABLE.get(_name.lower(), frozenset()) | {_first}

SECONDS = {
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86400,
    "week": 604800,
    "month": 2592000,
    "quarter": 7776000,
    "year": 31536000,
    "decade": 315360000,
    "century": 3153600000,
}


def meanings(name: str | None) -> frozenset[str]:
    """What a printed unit can mean; an unknown one means itself.

    >>> sorted(meanings("pound"))
    ['GBP', 'lb']
    """
    if not name:
        return frozenset()
    plain = name.lower().strip().replace("_", " ")
    return TABLE.get(plain) or TABLE.get(plain.rstrip("s")) or frozenset({plain})


def same_unit(a: str | None, b: str | None) -> bool:
    """Whether two unit names can mean one unit; none at all equals only none.

    >>> same_unit("Kilometre", "km"), same_unit("Dollar", "EUR"), same_unit(None, None)
    (True, False, True)
    """
    return bool(meanings(a) & meanings(b)) if a and b else not a and not b


def in_seconds(value: Decimal, unit: str | None) -> Decimal | None:
    """A duration in seconds, with months of 30 and years of 365 days."""
    size = next((SECONDS[m] for m in sorted(meanings(unit)) if m in SECONDS), None)
    return value * size if size else None


# size in the base unit of its dimension (gram, metre, litre, second), for comparing 0.5 kg with 500 g
FACTORS = {
    "ug": ("g", "0.000001"), "mg": ("g", "0.001"), "g": ("g", "1"), "kg": ("g", "1000"), "t": ("g", "1e6"),
    "mm": ("m", "0.001"), "cm": ("m", "0.01"), "m": ("m", "1"), "km": ("m", "1000"),
    "in": ("in", "1"), "ft": ("in", "12"), "yd": ("in", "36"),
    "ml": ("l", "0.001"), "cl": ("l", "0.01"), "l": ("l", "1"), "hl": ("l", "100"),
}  # fmt: skip


def bases(value: Decimal, unit: str | None) -> frozenset[tuple[str, Decimal]]:
    """Every (base unit, value) that a printed value and unit can mean.

    >>> bases(Decimal("0.5"), "kg") == bases(Decimal(500), "grams")
    True
    """
    return frozenset(_base(value, meaning) for meaning in meanings(unit))


def _base(value: Decimal, unit: str) -> tuple[str, Decimal]:
    base, factor = FACTORS.get(unit, (unit, "1"))
    return base, (value * Decimal(factor)).normalize()


def same_measure(a: Decimal | None, unit_a: str | None, b: Decimal | None, unit_b: str | None) -> bool:
    """Whether two values with units can be one amount; a value without unit equals only one without."""
    if a is None or b is None:
        return a is b
    if not unit_a or not unit_b:
        return a == b and not unit_a and not unit_b
    return bool(bases(a, unit_a) & bases(b, unit_b))
