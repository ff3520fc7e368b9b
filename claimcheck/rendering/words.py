"""The report's own labels in the reader's language; everything else comes from the record."""

import re
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

    def date(self, edtf: str) -> str:
        """A time in EDTF as people write it: whole days, months, years, decades and what lies between two.

        >>> say = words("id")
        >>> say.date("2023-07-27"), say.date("XXXX-06"), say.date("195X"), say.date("2020-01/..")
        ('27 Juli 2023', 'Juni', '1950 – 1959', 'Januari 2020 –')
        """
        first, slash, last = edtf.partition("/")
        if slash:
            return f"{self._day(first)} – {self._day(last)}".strip()
        if re.fullmatch("[0-9]{3}X", edtf):
            return f"{edtf[:3]}0 – {edtf[:3]}9"
        return self._day(edtf)

    def _day(self, edtf: str) -> str:
        found = re.fullmatch(r"([0-9]{4}|XXXX)(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?", edtf)
        if found is None:
            return "" if edtf == ".." else edtf
        year, month, day = found.groups()
        named = self.table["calendar"]["months"][int(month) - 1] if month else ""
        parts = (day and str(int(day)), named, "" if year == "XXXX" else year)
        return " ".join(part for part in parts if part) or edtf

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
    calendar = _table(_known(language), "findings.toml")["calendar"]
    return Words(_known(language), {**_table(_known(language), "messages.toml"), "calendar": calendar})


def _table(language: str, name: str) -> dict[str, Any]:
    path = files("claimcheck").joinpath("languages", language, name)
    return tomllib.loads(path.read_text("utf-8"))


def _known(language: str) -> str:
    return language if language in ("id", "en") else "en"
