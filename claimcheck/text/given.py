"""What a caller hands over, taken apart into one item a document: texts, dicts, tables, files, folders."""

import json
import os
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path, PurePath
from typing import Any, cast

from claimcheck.errors import DocumentError, LimitError
from claimcheck.records.document import Document
from claimcheck.text.decode import decode
from claimcheck.text.feeds import from_feed, from_ninjs, is_ninjs
from claimcheck.text.fields import FIELDS, kind, missing, word
from claimcheck.text.limits import LIMITS

_READ = (".txt", ".md", ".html", ".htm", ".json")
_FEEDS = (".xml", ".rss", ".atom")
_METADATA = ("documents.toml", "documents.json")
_GIVE = "give text, a dict with 'text', a Document, or a pathlib.Path"


@dataclass(slots=True)
class Item:
    """One document on its way in: its fields, where it stood in the arguments, and the file it came from."""

    where: str
    fields: dict[str, Any]
    path: PurePath | None = None
    said: list[tuple[str, str]] = field(default_factory=list)


def items_of(docs: Any) -> Iterator[Item]:
    """One item for each document that `docs` holds, in order."""
    if isinstance(docs, (str, bytes, bytearray)):
        raise DocumentError("docs: one text alone; give a list of them, such as compare([first, second])")
    if isinstance(docs, (Document, os.PathLike)) or (isinstance(docs, Mapping) and _is_document(docs)):
        docs = [docs]
    if isinstance(docs, Mapping):
        raise DocumentError("docs: a dict without 'text'; give a list of documents")
    for i, doc in enumerate(_rows(docs)):
        yield from given(doc, f"docs[{i}]")


def from_jsonl(lines: str | Iterable[str]) -> Iterator[dict[str, Any]]:
    """Dicts for `documents`, one for each line of JSON Lines text that is not empty.

    >>> list(from_jsonl('{"text": "Tiga tewas."}\\n'))
    [{'text': 'Tiga tewas.'}]
    """
    rows = lines.split("\n") if isinstance(lines, str) else lines
    for number, row in enumerate(rows, 1):
        if row.strip():
            value = _json(row, f"line {number}")
            if not isinstance(value, dict):
                raise DocumentError(f"line {number}: a JSON object is needed, not {kind(value)}")
            yield value


def _is_document(fields: Mapping[Any, Any]) -> bool:
    return "text" in fields or "blocks" in fields or is_ninjs(fields)


def _rows(docs: Any) -> Iterable[Any]:
    """The rows of a table as dicts (pandas, polars, Arrow), or the iterable itself."""
    if hasattr(docs, "columns") or hasattr(docs, "column_names"):
        if hasattr(docs, "to_dicts"):
            return cast(Iterable[Any], docs.to_dicts())
        if hasattr(docs, "to_pylist"):
            return cast(Iterable[Any], docs.to_pylist())
        if hasattr(docs, "to_dict"):
            return [_filled(row) for row in docs.to_dict("records")]
    if not isinstance(docs, Iterable):
        raise DocumentError(f"docs: {kind(docs)} is no list of documents; {_GIVE}, in a list")
    return docs


def _filled(row: Mapping[str, Any]) -> dict[str, Any]:
    return {str(key): value for key, value in row.items() if not missing(value)}


def given(doc: Any, where: str) -> Iterator[Item]:
    """The items of one argument: one, but for folders and lists in a file."""
    if isinstance(doc, str):
        yield Item(where, {"text": doc})
    elif isinstance(doc, (bytes, bytearray)):
        yield _from_bytes(bytes(doc), where)
    elif isinstance(doc, Document):
        yield Item(where, {name: getattr(doc, name) for name in doc.model_fields_set})
    elif isinstance(doc, Mapping):
        yield _from_dict(doc, where)
    elif isinstance(row := _row(doc), Mapping):
        yield _from_dict(row, where)
    elif isinstance(doc, os.PathLike):
        yield from _from_path(Path(doc), where)
    else:
        raise DocumentError(f"{where}: {kind(doc)} is no document; {_GIVE}")


def _row(doc: Any) -> Any:
    """A row of a pandas table, by `iterrows` or `itertuples`, as a dict; None for anything else."""
    if isinstance(doc, tuple) and hasattr(doc, "_asdict"):
        return {key: value for key, value in doc._asdict().items() if key != "Index"}
    one = hasattr(doc, "to_dict") and hasattr(doc, "index") and not hasattr(doc, "columns")
    return doc.to_dict() if one else None


def _from_bytes(raw: bytes, where: str, declared: str | None = None) -> Item:
    if len(raw) > LIMITS["bytes"]:
        raise LimitError(f"{where}: {len(raw)} bytes; the limit is {LIMITS['bytes']}")
    text, encoding = decode(raw, declared, where)
    item = Item(where, {"text": text})
    if encoding != "utf-8":
        item.said.append(("input.encoding", f"read as {encoding}"))
    return item


def _from_dict(fields: Mapping[Any, Any], where: str) -> Item:
    if is_ninjs(fields):
        fields = from_ninjs(fields)
    filled = {str(key): value for key, value in fields.items() if not missing(value)}
    if not _is_document(filled):
        raise DocumentError(f"{where}: no 'text' among its keys {sorted(filled)[:9]}; {_GIVE}")
    raw = filled.get("text")
    if isinstance(raw, (bytes, bytearray)):
        item = _from_bytes(bytes(raw), where, word(filled.pop("encoding", None), where, "encoding"))
        item.fields = filled | item.fields
    else:
        item = Item(where, filled)
    return _sorted_out(item)


def _sorted_out(item: Item) -> Item:
    """Keys that are no field go to `meta`, and are spoken of."""
    other = sorted(key for key in item.fields if key not in FIELDS)
    if not other:
        return item
    meta = item.fields.get("meta") or {}
    if not isinstance(meta, Mapping):
        raise DocumentError(f"{item.where}: meta is {kind(meta)}; give a dict")
    item.fields["meta"] = {**meta, **{key: item.fields.pop(key) for key in other}}
    item.said.extend(("input.unknown-field", _unknown(key)) for key in other)
    return item


def _unknown(key: str) -> str:
    near = get_close_matches(key, FIELDS, 1, 0.6)
    return f"{key!r} is no field of a document and was kept in meta" + (f"; {near[0]!r}?" if near else "")


def _from_path(path: Path, where: str) -> Iterator[Item]:
    if path.is_dir():
        yield from _from_folder(path, where)
    elif path.suffix.lower() == ".jsonl":
        rows = from_jsonl(decode(_bytes(path, where))[0])
        for row in rows:
            yield _from_dict(row, f"{where} ({path.name})")
    elif path.suffix.lower() in _FEEDS:
        for row in from_feed(_bytes(path, where)):
            yield _from_dict(row, f"{where} ({path.name})")
    elif path.suffix.lower() == ".json":
        yield from _from_json(path, where)
    else:
        item = _from_bytes(_bytes(path, where), f"{where} ({path.name})")
        item.path = PurePath(path)
        yield item


def _bytes(path: Path, where: str) -> bytes:
    try:
        if path.stat().st_size > LIMITS["bytes"]:
            raise LimitError(f"{where}: {path.name} has more than {LIMITS['bytes']} bytes")
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DocumentError(f"{where}: {path.name!r} cannot be read ({reason})") from error


def _from_json(path: Path, where: str) -> Iterator[Item]:
    name = f"{where} ({path.name})"
    value = _json(decode(_bytes(path, where))[0], name)
    rows = (
        value
        if isinstance(value, list)
        else value.get("documents", [value])
        if isinstance(value, dict)
        else None
    )
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise DocumentError(f"{name}: JSON that is no document and no list of documents; {_GIVE}")
    for row in rows:
        item = _from_dict(row, name)
        item.path = PurePath(path) if len(rows) == 1 else None
        yield item


def _json(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DocumentError(f"{where}: this is no JSON ({error})") from error


def _from_folder(folder: Path, where: str) -> Iterator[Item]:
    about = _metadata(folder, where)
    names = sorted(p.name for p in folder.iterdir() if p.suffix.lower() in _READ and p.name not in _METADATA)
    if lost := sorted(set(about) - set(names)):
        raise DocumentError(f"{where}: documents metadata names {lost[0]!r}, which is not in the folder")
    if not names:
        raise DocumentError(f"{where}: no .txt, .md, .html or .json file in the folder {folder.name!r}")
    for name in names:
        for item in _from_path(folder / name, where):
            item.fields = about.get(name, {}) | item.fields
            yield _sorted_out(item)


def _metadata(folder: Path, where: str) -> dict[str, dict[str, Any]]:
    """The fields of each file, from the folder's own list of documents."""
    for name in _METADATA:
        if (folder / name).is_file():
            place = f"{where} ({name})"
            text = decode(_bytes(folder / name, where))[0]
            return _by_file(_toml(text, place) if name.endswith("toml") else _json(text, place), place)
    return {}


def _by_file(value: Any, where: str) -> dict[str, dict[str, Any]]:
    """[[document]] entries whose id (or `file`) is the file's name, or one table for each file name."""
    if isinstance(value, dict) and len(value) == 1 and isinstance(rows := next(iter(value.values())), list):
        value = rows
    if isinstance(value, list) and all(isinstance(row, dict) for row in value):
        value = {str(row.get("file") or row.get("id")): _without(row, "file") for row in value}
    if isinstance(value, dict) and all(isinstance(row, dict) for row in value.values()):
        return value
    raise DocumentError(f"{where}: give [[document]] entries, each with the file's name as its id")


def _without(row: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != key}


def _toml(text: str, where: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DocumentError(f"{where}: this is no TOML ({error})") from error
