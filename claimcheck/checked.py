"""What a caller named, checked: one of those there are, or an error that says which there are."""

import difflib
from collections.abc import Collection
from typing import Any

from claimcheck.errors import OptionError


def near(name: str, names: Collection[str]) -> str:
    """A did-you-mean for a message, empty where nothing is near.

    >>> near("texxt", ["text", "json"])
    "; did you mean 'text'?"
    """
    found = difflib.get_close_matches(name, names, 1)
    return f"; did you mean {found[0]!r}?" if found else ""


def one_of(value: Any, allowed: Collection[str], where: str) -> str:
    """The value where it is one of those allowed.

    Raises `OptionError` that lists them.

    >>> one_of("date", ("number", "date"), "--kind")
    'date'
    """
    if isinstance(value, str) and value in allowed:
        return value
    hint = near(value, allowed) if isinstance(value, str) else ""
    raise OptionError(f"{where}: {short(value)} is none of {', '.join(allowed)}{hint}")


def known(name: Any, names: Collection[str], what: str) -> str:
    """The name where something here bears it. Raises `OptionError` with the nearest one.

    >>> known("wire", {"wire": 1, "draft": 2}, "document")
    'wire'
    """
    if isinstance(name, str) and name in names:
        return name
    hint = near(name, names) if isinstance(name, str) else ""
    raise OptionError(f"no {what} {short(name)}{hint}")


def claim_named(name: Any, ids: Collection[str], where: str = "") -> str:
    """The id where a claim here bears it. Raises `OptionError` that says where ids are found.

    >>> claim_named("a:0-9", {"a:0-9"})
    'a:0-9'
    """
    if isinstance(name, str) and name in ids:
        return name
    raise OptionError(f"{where}no claim {short(name)} in this report; see report.claims for the ids")


def share(value: Any, where: str) -> float:
    """The value as a number from 0 to 1. Raises `OptionError` for anything else, NaN too.

    >>> share(1, "min_confidence")
    1.0
    """
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise OptionError(f"{where} takes a number from 0 to 1, not {short(value)}")
    return float(value)


def short(value: Any) -> str:
    """A value as a message shows it, cut where it is long."""
    shown = repr(value)
    return shown if len(shown) <= 60 else f"{shown[:57]}..."
