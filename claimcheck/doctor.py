"""What is installed and settled here, for a person who asks why."""

import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files

from claimcheck.rendering.formats import FORMATS
from claimcheck.settings import Settings
from claimcheck.version import __version__

_NEEDED = ("spacy", "pydantic", "networkx", "numpy", "scipy", "typer")
_EXTRAS = {"pandas": "pandas", "polars": "polars", "pyarrow": "arrow", "pygls": "lsp"}


def lines(settings: Settings) -> Iterator[str]:
    """The report of `claimcheck doctor`, a line each."""
    yield f"claimcheck {__version__}, Python {platform.python_version()}"
    yield f"languages: {', '.join(_languages())}"
    yield "libraries: " + ", ".join(f"{name} {_version(name) or 'missing'}" for name in _NEEDED)
    for name, extra in _EXTRAS.items():
        yield f"  {name}: {_version(name) or f'not installed (pip install claimcheck-news[{extra}])'}"
    yield "formats:"
    yield from (f"  {name:<15} {made.about}" for name, made in FORMATS.items())
    yield f"settings: {settings.path or 'none found'}"
    for key in ("format", "fail_on", "kind", "min_confidence", "language", "decided"):
        value = getattr(settings, key)
        if settings.path and value:
            yield f"  {key.replace('_', '-')} = {value}"


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _languages() -> list[str]:
    folder = files("claimcheck").joinpath("languages")
    return sorted(p.name for p in folder.iterdir() if p.joinpath("messages.toml").is_file())
