"""Where the measured texts stand: the project's own, and the large sets in a folder beside the checkout."""

import json
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from claimcheck.records import Document
from tests.quality.figure import Skipped

ROOT = Path(__file__).resolve().parents[2]
OWN = ROOT / "tests" / "data"
EXAMPLE = ROOT / "examples" / "hari-kemenangan"
SHARED = ROOT.parent / "shared" / "data"


def missing(name: str, *paths: str) -> list[Skipped]:
    """One `Skipped` when a needed large set is not beside the checkout, else nothing."""
    absent = [p for p in paths if not (SHARED / p).exists()]
    return [Skipped(name, "the large sets are not here")] if absent else []


def load(path: Path) -> Any:
    """A JSON file, with or without a byte order mark."""
    return json.loads(path.read_text(encoding="utf-8-sig"))


def load_lines(path: Path) -> list[Any]:
    """A file of one JSON value a line."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


@cache
def five() -> tuple[Document, ...]:
    """The five articles of the example, with what their own text tells."""
    entries = tomllib.loads((EXAMPLE / "documents.toml").read_text(encoding="utf-8"))
    return tuple(
        Document(text=_text(EXAMPLE / name), **{**entry, "id": name}) for name, entry in entries.items()
    )


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


@cache
def articles() -> dict[str, dict[str, Any]]:
    """The Indonesian news articles by id."""
    return {a["id"]: a for a in load_lines(SHARED / "id_news" / "articles.jsonl")}


def article(id: str) -> Document:
    """One Indonesian news article as a document: title, line break, body."""
    a = articles()[id]
    text = a["title"] + "\n" + a["body"]
    return Document(
        id=id, text=text, source=a["outlet"], published=published_iso(a["published_raw"]), language="id"
    )


MONTHS = ["jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"]
_DATE = re.compile(
    r"([0-9]{1,2})[ /]([A-Za-z]{3,9}|[0-9]{1,2})[ /]([0-9]{4})(?:[^0-9]{0,6}([0-9]{2}):([0-9]{2}))?"
)


def published_iso(raw: str) -> str | None:
    """An outlet's own line as ISO text in Jakarta time, or `None` where it holds no date.

    >>> published_iso("Diperbarui 06 Jun 2025, 14:15 WIB")
    '2025-06-06T14:15+07:00'
    >>> published_iso("10 Jun 2025"), published_iso("Tidak Ditemukan")
    ('2025-06-10', None)
    """
    found = _DATE.search(raw)
    if not found:
        return None
    day, month, year, hour, minute = found.groups()
    number = int(month) if month.isdigit() else MONTHS.index(month[:3].lower()) + 1
    date = f"{year}-{number:02d}-{int(day):02d}"
    return f"{date}T{hour}:{minute}+07:00" if hour else date


@cache
def bundles() -> tuple[dict[str, Any], ...]:
    """The bundles of articles on one event."""
    return tuple(load_lines(SHARED / "id_news" / "bundles.jsonl"))
