"""What a person has decided, from a file that a desk keeps: findings to let pass, and claims that ask the same.

[[suppressed]]                       [[decisions]]
id = "number-6b3337e3"               a = "draft.txt:0-33"
reason = "the wire was corrected"    b = "wire.txt:0-33"
until = 2026-12-31                   says = "different"
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from claimcheck.checked import near
from claimcheck.errors import OptionError

# The keys of an entry, and those that it cannot be without.
_KEYS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "suppressed": (("id", "reason", "until"), ("id", "reason")),
    "decisions": (("a", "b", "says", "reason"), ("a", "b", "says")),
}


@dataclass(frozen=True)
class Decided:
    """The entries of a file, as `compare` takes them."""

    suppressed: tuple[Mapping[str, str], ...] = ()
    decisions: tuple[tuple[str, str, str], ...] = ()

    def about(self, documents: Iterable[str]) -> tuple[tuple[str, str, str], ...]:
        """The decisions on claims of these documents; one file can serve many bundles.

        >>> made = Decided(decisions=(("a:0-9", "b:0-9", "same"), ("a:0-9", "c:0-9", "same")))
        >>> made.about(["a", "b"])
        (('a:0-9', 'b:0-9', 'same'),)
        """
        here = set(documents)
        return tuple(d for d in self.decisions if {c.rpartition(":")[0] for c in d[:2]} <= here)


def decided(path: Path) -> Decided:
    """The decisions of a file.

    Raises `OptionError`, naming the file and the entry, where it cannot be read or holds anything else.
    """
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise OptionError(f"{path.name}: {error}") from error
    for key in data:
        if key not in _KEYS:
            raise OptionError(f"{path.name}: unknown table {key!r}{near(key, list(_KEYS))}")
    found = {key: _entries(data.get(key, []), key, path.name) for key in _KEYS}
    return Decided(
        suppressed=tuple(found["suppressed"]),
        decisions=tuple((e["a"], e["b"], e["says"]) for e in found["decisions"]),
    )


def _entries(given: Any, key: str, name: str) -> list[dict[str, str]]:
    if not isinstance(given, list) or not all(isinstance(entry, dict) for entry in given):
        raise OptionError(f"{name}: {key} takes tables, each headed [[{key}]]")
    return [_entry(entry, key, f"{name}: {key}[{at}]") for at, entry in enumerate(given)]


def _entry(given: Mapping[str, Any], key: str, where: str) -> dict[str, str]:
    known, needed = _KEYS[key]
    for word, value in given.items():
        if word not in known:
            raise OptionError(f"{where}: unknown key {word!r}{near(word, list(known))}")
        if not isinstance(value, str | date):
            raise OptionError(f"{where}: {word} takes text")
    missing = [word for word in needed if not given.get(word)]
    if missing:
        raise OptionError(f"{where} lacks {' and '.join(missing)}")
    return {word: value.isoformat() if isinstance(value, date) else value for word, value in given.items()}
