"""The report's own labels in the reader's language; everything else comes from the record."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Words:
    """The messages of one language, by stable id."""

    language: str
    table: Mapping[str, Any]

    @cached_property
    def common(self) -> frozenset[str]:
        """Words too common to mark where quotations differ."""
        return frozenset(str(self.table["common"]["words"]).split())

    def say(self, key: str, **values: object) -> str:
        """A label, its `{places}` filled.

        >>> words("en").say("side", letter="A")
        'Side A'
        """
        return str(self.table["say"][key]).format(**values)

    def of(self, group: str, key: str) -> str:
        """The word for a value of the record, or the value itself where it has none.

        >>> words("id").of("kind", "quotation"), words("id").of("kind", "weather")
        ('kutipan', 'weather')
        """
        return str(self.table[group].get(key, key))

    def count(self, key: str, n: int) -> str:
        """A counted noun.

        >>> words("en").count("claims", 1), words("en").count("claims", 12)
        ('1 claim', '12 claims')
        """
        forms = self.table["plural"][key]
        return str(forms["one"] if n == 1 and "one" in forms else forms["other"]).format(n=n)

    def percent(self, share: float) -> str:
        """A share from 0 to 1 as a whole percentage.

        >>> words("id").percent(0.9)
        '90%'
        """
        return f"{round(share * 100)}%"


@cache
def words(language: str) -> Words:
    """The messages of a language; English where it has none of its own.

    >>> words("xx").language
    'en'
    """
    folder = files("claimcheck").joinpath("languages", _known(language))
    return Words(_known(language), tomllib.loads(folder.joinpath("messages.toml").read_text("utf-8")))


def _known(language: str) -> str:
    return language if language in ("id", "en") else "en"
