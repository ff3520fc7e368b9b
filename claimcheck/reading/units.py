"""Babel's door for the names of currencies, and the sizes of measures against one another."""

from decimal import Decimal
from functools import cache

from claimcheck.languages.cldr import current_currencies, names_of_currency

# Size of each unit in the base unit of its dimension.
_SIZES: dict[str, dict[str, str]] = {
    "length": {
        "nm": "0.000000001", "mm": "0.001", "cm": "0.01", "dm": "0.1", "m": "1", "km": "1000",
        "in": "0.0254", "ft": "0.3048", "yd": "0.9144", "mi": "1609.344", "nmi": "1852",
    },
    "area": {
        "m2": "1", "are": "100", "ha": "10000", "km2": "1000000", "ft2": "0.09290304", "acre": "4046.8564224",
        "mi2": "2589988.110336",
    },
    "volume": {
        "ml": "0.001", "cc": "0.001", "cm3": "0.001", "cl": "0.01", "dl": "0.1", "l": "1", "hl": "100",
        "kl": "1000", "m3": "1000", "gal": "3.785411784", "bbl": "158.987294928", "cup": "0.2365882365",
        "ft3": "28.316846592",
        "km3": "1000000000000",
    },
    "mass": {
        "ug": "0.000000001", "mg": "0.000001", "g": "0.001", "ons": "0.1", "kg": "1",
        "quintal": "100", "t": "1000",
        "Mt": "1000000000", "lb": "0.45359237", "oz": "0.028349523125",
    },
    "speed": {"m/s": "3.6", "km/h": "1", "mph": "1.609344", "knot": "1.852"},
    "duration": {
        "second": "1", "minute": "60", "hour": "3600", "day": "86400", "night": "86400", "week": "604800",
        "fortnight": "1209600",
    },
    "months": {
        "month": "1", "quarter": "3", "semester": "6", "year": "12", "windu": "96", "decade": "120",
        "century": "1200",
    },
    "power": {"W": "1", "kW": "1000", "MW": "1000000", "GW": "1000000000"},
    "energy": {"Wh": "1", "kWh": "1000", "MWh": "1000000", "GWh": "1000000000", "TWh": "1000000000000"},
    "frequency": {"Hz": "1", "kHz": "1000", "MHz": "1000000", "GHz": "1000000000"},
    "data": {"byte": "1", "KB": "1000", "MB": "1000000", "GB": "1000000000", "TB": "1000000000000"},
    "dollars": {"cent": "0.01", "USD": "1"},
    "pounds": {"pence": "0.01", "GBP": "1"},
    "points": {"bps": "0.01", "pp": "1"},
}  # fmt: skip
SIZES = {unit: (name, Decimal(size)) for name, units in _SIZES.items() for unit, size in units.items()}
_NOT_CODES = frozenset(
    [
        "ALL",
        "ANG",
        "BAM",
        "BOB",
        "COP",
        "CUP",
        "GEL",
        "LAK",
        "MAD",
        "MOP",
        "PEN",
        "RON",
        "SAR",
        "SOS",
        "TOP",
        "TRY",
    ]
)


def convert(value: Decimal, unit: str, to: str) -> Decimal | None:
    """The value in another unit of the same dimension, or None where the two measure different things.

    Currencies are never converted; months and days neither, since no month has a fixed number of days.

    >>> convert(Decimal(5), "km", "m"), convert(Decimal(100), "°C", "°F"), convert(Decimal(1), "USD", "IDR")
    (Decimal('5000'), Decimal('212.0'), None)
    """
    if unit == to:
        return value
    if unit in SIZES and to in SIZES:
        (dimension, size), (other, target) = SIZES[unit], SIZES[to]
        return value * size / target if dimension == other else None
    if {unit, to} == {"°C", "°F"}:
        return value * Decimal("1.8") + 32 if to == "°F" else (value - 32) / Decimal("1.8")
    return None


def larger(unit: str | None, than: str | None) -> bool:
    """Whether a unit is the larger of two that measure the same: years and months, feet and inches.

    >>> larger("year", "month"), larger("km", "kg")
    (True, False)
    """
    if unit not in SIZES or than not in SIZES:
        return False
    return SIZES[unit][0] == SIZES[than][0] and SIZES[unit][1] > SIZES[than][1]


@cache
def currency_names(language: str) -> dict[str, str]:
    """CLDR's names of the currencies in use, in lower case, to ISO codes; names that two share are left out.

    >>> currency_names("en")["ukrainian hryvnias"]
    'UAH'
    """
    found: dict[str, set[str]] = {}
    for code in currency_codes():
        for name in names_of_currency(code, language):
            found.setdefault(name.lower(), set()).add(code)
    return {name: codes.pop() for name, codes in found.items() if len(codes) == 1 and name.isascii()}


@cache
def currency_codes() -> frozenset[str]:
    """The ISO codes of currencies that some country uses today, without those that are also plain words."""
    return current_currencies() - _NOT_CODES
