"""Babel's door: what CLDR knows of every language."""

from functools import cache

from babel import Locale


@cache
def territories(language: str) -> dict[str, str]:
    """Names of states and territories in a language, with their ISO 3166 codes.

    >>> territories("id")["Korea Utara"]
    'KP'
    """
    names = Locale(language).territories
    return {name: code for code, name in sorted(names.items()) if len(code) == 2 and code.isalpha()}
