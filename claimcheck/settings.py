"""Settings of the command line from `claimcheck.toml` or `[tool.claimcheck]` of pyproject.toml."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claimcheck.checked import near, one_of, share
from claimcheck.errors import OptionError
from claimcheck.records.finding import KINDS

LEVELS = ("conflict", "high", "medium", "low")


@dataclass(frozen=True)
class Settings:
    """What a project has settled; the command line overrides each."""

    format: tuple[str, ...] = ()
    fail_on: str | None = None
    kind: tuple[str, ...] = ()
    min_confidence: float = 0.0
    language: str | None = None
    decided: Path | None = None
    path: str | None = None


def settings(folder: Path, environment: Mapping[str, str]) -> Settings:
    """The settings that hold in a folder: the file `CLAIMCHECK_CONFIG` names, else the nearest one upwards.

    Raises `OptionError` for a file that cannot be read, an unknown key or a value of the wrong kind.
    """
    named = environment.get("CLAIMCHECK_CONFIG")
    for path in [Path(named)] if named else _candidates(folder):
        table = _table(path)
        if table is not None:
            return _checked(table, path)
    return Settings()


def _candidates(folder: Path) -> Iterator[Path]:
    for place in (folder, *folder.parents):
        yield from (p for p in (place / "claimcheck.toml", place / "pyproject.toml") if p.is_file())


def _table(path: Path) -> dict[str, Any] | None:
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise OptionError(f"{path.name}: {error}") from error
    if path.name != "pyproject.toml":
        return data
    found = data.get("tool", {}).get("claimcheck")
    return found if isinstance(found, dict) else None


def _checked(table: dict[str, Any], path: Path) -> Settings:
    for key in table:
        if key not in _READERS:
            raise OptionError(f"{path.name}: unknown key {key!r}{near(key, list(_READERS))}")
    values = {
        key.replace("-", "_"): _READERS[key](value, f"{path.name}: {key}") for key, value in table.items()
    }
    if "decided" in values:
        values["decided"] = path.parent / values["decided"]
    return Settings(**values, path=str(path))


def _texts(value: Any, where: str) -> tuple[str, ...]:
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(v, str) for v in values):
        raise OptionError(f"{where} takes text or a list of texts")
    return tuple(values)


def _kinds(value: Any, where: str) -> tuple[str, ...]:
    return tuple(one_of(kind, KINDS, where) for kind in _texts(value, where))


def _level(value: Any, where: str) -> str:
    return one_of(_text(value, where), LEVELS, where)


def _text(value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise OptionError(f"{where} takes text")
    return value


_READERS: dict[str, Callable[[Any, str], Any]] = {
    "format": _texts,
    "fail-on": _level,
    "kind": _kinds,
    "min-confidence": share,
    "language": _text,
    "decided": _text,
}
