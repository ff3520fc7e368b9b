"""Babel's door: what CLDR knows of every language."""

from functools import cache

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name


@cache
def territories(language: str) -> dict[str, str]:
    """Names of states and territories in a language, with their ISO 3166 codes.

    >>> territories("id")["Korea Utara"]
    'KP'
    """
    names = Locale(language).territories
    return {name: code for code, name in sorted(names.items()) if len(code) == 2 and code.isalpha()}


@cache
def current_currencies() -> frozenset[str]:
    """The ISO 4217 codes of the currencies that some territory uses today.

    >>> "IDR" in current_currencies(), "NLG" in current_currencies()
    (True, False)
    """
    listed = get_global("territory_currencies").values()
    current = {row[0] for rows in listed for row in rows if row[2] is None and row[3]}
    return frozenset(current & Locale("en").currencies.keys())


def names_of_currency(code: str, language: str) -> tuple[str, ...]:
    """The names of a currency in a language: alone, of one, of several.

    >>> names_of_currency("UAH", "en")
    ('Ukrainian Hryvnia', 'Ukrainian hryvnia', 'Ukrainian hryvnias')
    """
    locale = Locale(language)
    return tuple(get_currency_name(code, count, locale) for count in (None, 1, 5))
