"""The door: whatever a caller hands over becomes Documents, or an error that says what to give instead."""

import codecs
import json
import math
import os
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from itertools import islice
from pathlib import Path, PurePath
from typing import Any, cast

from claimcheck.errors import DocumentError, LimitError
from claimcheck.languages import LANGUAGES
from claimcheck.records.document import Block, Document
from claimcheck.records.finding import Diagnostic
from claimcheck.text.clean import notes
from claimcheck.text.html import is_page, markup

LIMITS = {
    "documents": 200,  # in one comparison
    "characters": 1_000_000,  # of one document; spaCy refuses more
    "bytes": 8_000_000,  # of one file, or of one text given as bytes
    "blocks": 10_000,  # of one document
    "id": 200,  # characters of a document id
    "field": 10_000,  # characters of any other field, such as the title
}
_FIELDS = ("text", "id", "source", "title", "published", "language", "url", "blocks", "meta")
_WORDS = ("source", "title", "language", "url")
_READ = (".txt", ".md", ".html", ".htm", ".json")
_METADATA = ("documents.toml", "documents.json")
_GIVE = "give text, a dict with 'text', a Document, or a pathlib.Path"
_CHARSET = re.compile(rb"<meta[^<>]{0,200}?charset\s{0,3}=\s{0,3}[\"']?([A-Za-z0-9_-]{2,30})", re.I)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(slots=True)
class _Item:
    """One document on its way in: its fields, where it stood in the arguments, and the file it came from."""

    where: str
    fields: dict[str, Any]
    path: PurePath | None = None
    said: list[tuple[str, str]] = field(default_factory=list)


def documents(docs: Any) -> tuple[tuple[Document, ...], tuple[Diagnostic, ...]]:
    """The documents in the order given, each with an id, and what was odd about them.

    Taken: text, bytes, a dict, a Document, a path (a file, or a folder of .txt, .md, .html and .json files
    with an optional documents.toml or documents.json that holds metadata by file name), any iterable of
    these, and tables with the columns text, id, source, published, language, title, url (pandas, polars, Arrow). An id
    is the one given, else the file name, else "d1", "d2" by position. Raises DocumentError naming the
    argument, LimitError beyond LIMITS.

    >>> [d.id for d in documents(["Tiga tewas.", {"text": "Empat tewas.", "id": "b"}])[0]]
    ['d1', 'b']
    """
    items = list(islice(_items(docs), LIMITS["documents"] + 1))
    if len(items) > LIMITS["documents"]:
        raise LimitError(f"docs: more than {LIMITS['documents']} documents; compare fewer at a time")
    ids = _ids(items)
    pairs = [(item, _document(_report(item), id)) for item, id in zip(items, ids, strict=True)]
    kept = _one_each(pairs)
    said = [_said(item, document) for item, document in kept]
    return tuple(d for _, d in kept), tuple(s for several in said for s in several)


def document(doc: Any) -> tuple[Document, tuple[Diagnostic, ...]]:
    """The one document that `doc` is, where a text alone is welcome.

    >>> document("Tiga tewas.")[0].text
    'Tiga tewas.'
    """
    found, said = documents([doc])
    if len(found) != 1:
        raise DocumentError(f"doc: {len(found)} documents stand there; give one")
    return found[0], said


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
                raise DocumentError(f"line {number}: a JSON object is needed, not {_kind(value)}")
            yield value


# what was given → items


def _items(docs: Any) -> Iterator[_Item]:
    if isinstance(docs, (str, bytes, bytearray)):
        raise DocumentError("docs: one text alone; give a list of them, such as compare([first, second])")
    if isinstance(docs, (Document, os.PathLike)) or (isinstance(docs, Mapping) and _is_document(docs)):
        docs = [docs]
    if isinstance(docs, Mapping):
        raise DocumentError("docs: a dict without 'text'; give a list of documents")
    for i, doc in enumerate(_rows(docs)):
        yield from _given(doc, f"docs[{i}]")


def _is_document(fields: Mapping[Any, Any]) -> bool:
    return "text" in fields or "blocks" in fields


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
        raise DocumentError(f"docs: {_kind(docs)} is no list of documents; {_GIVE}, in a list")
    return docs


def _filled(row: Mapping[str, Any]) -> dict[str, Any]:
    return {str(key): value for key, value in row.items() if not _missing(value)}


def _missing(value: Any) -> bool:
    """None, NaN, NaT and pandas' NA: each is no value, and none but None equals itself."""
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return True
    return isinstance(value, float) and math.isnan(value)


def _given(doc: Any, where: str) -> Iterator[_Item]:
    if isinstance(doc, str):
        yield _Item(where, {"text": doc})
    elif isinstance(doc, (bytes, bytearray)):
        yield _from_bytes(bytes(doc), where)
    elif isinstance(doc, Document):
        yield _Item(where, {name: getattr(doc, name) for name in doc.model_fields_set})
    elif isinstance(doc, Mapping):
        yield _from_dict(doc, where)
    elif isinstance(doc, os.PathLike):
        yield from _from_path(Path(doc), where)
    else:
        raise DocumentError(f"{where}: {_kind(doc)} is no document; {_GIVE}")


def _from_bytes(raw: bytes, where: str, declared: str | None = None) -> _Item:
    if len(raw) > LIMITS["bytes"]:
        raise LimitError(f"{where}: {len(raw)} bytes; the limit is {LIMITS['bytes']}")
    text, encoding = decode(raw, declared, where)
    item = _Item(where, {"text": text})
    if encoding != "utf-8":
        item.said.append(("input.encoding", f"read as {encoding}"))
    return item


def decode(raw: bytes, declared: str | None = None, where: str = "text") -> tuple[str, str]:
    """The text and the name of the encoding used: as marked or declared, else UTF-8, else Windows-1252.

    Bytes that the encoding does not know become U+FFFD. Raises DocumentError for an unknown encoding name.

    >>> decode(b"caf\\xe9")
    ('café', 'cp1252')
    """
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace"), encoding
    if declared:
        return _declared(raw, declared, where)
    if named := _CHARSET.search(raw, 0, 2048):
        return _declared(raw, named[1].decode("ascii"), where, strict=False)
    if wide := _wide(raw):
        return raw.decode(wide, "replace"), wide
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _damaged(raw)


def _declared(raw: bytes, declared: str, where: str, strict: bool = True) -> tuple[str, str]:
    try:
        name = codecs.lookup(declared).name
        text = raw.decode(name, "replace")
    except (LookupError, ValueError) as error:
        if not strict:
            return _damaged(raw)
        raise DocumentError(f"{where}: the encoding {declared!r} is not known; give 'utf-8'") from error
    return text, name


def _wide(raw: bytes) -> str | None:
    """UTF-16 without a mark: in Latin letters every second byte is zero."""
    even, odd = raw[:4096:2].count(0), raw[1:4096:2].count(0)
    if abs(even - odd) <= len(raw[:4096]) // 5:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _damaged(raw: bytes) -> tuple[str, str]:
    """UTF-8 with a few broken places where most letters decode, else Windows-1252."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(char > "\x7f" for char in text) - broken
    return (text, "utf-8 with errors") if whole > broken else (raw.decode("cp1252", "replace"), "cp1252")


def _from_dict(fields: Mapping[Any, Any], where: str) -> _Item:
    given = {str(key): value for key, value in fields.items() if not _missing(value)}
    if not _is_document(given):
        raise DocumentError(f"{where}: no 'text' among its keys {sorted(given)[:9]}; {_GIVE}")
    raw = given.get("text")
    if isinstance(raw, (bytes, bytearray)):
        item = _from_bytes(bytes(raw), where, _word(given.pop("encoding", None), where, "encoding"))
        item.fields = given | item.fields
    else:
        item = _Item(where, given)
    return _sorted_out(item)


def _sorted_out(item: _Item) -> _Item:
    """Keys that are no field go to `meta`, and are spoken of."""
    other = sorted(key for key in item.fields if key not in _FIELDS)
    if not other:
        return item
    meta = item.fields.get("meta") or {}
    if not isinstance(meta, Mapping):
        raise DocumentError(f"{item.where}: meta is {_kind(meta)}; give a dict")
    item.fields["meta"] = {**meta, **{key: item.fields.pop(key) for key in other}}
    item.said.extend(("input.unknown-field", _unknown(key)) for key in other)
    return item


def _unknown(key: str) -> str:
    near = get_close_matches(key, _FIELDS, 1, 0.6)
    return f"{key!r} is no field of a document and was kept in meta" + (f"; {near[0]!r}?" if near else "")


def _from_path(path: Path, where: str) -> Iterator[_Item]:
    if path.is_dir():
        yield from _from_folder(path, where)
    elif path.suffix.lower() == ".jsonl":
        rows = from_jsonl(decode(_bytes(path, where))[0])
        for row in rows:
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


def _from_json(path: Path, where: str) -> Iterator[_Item]:
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


def _from_folder(folder: Path, where: str) -> Iterator[_Item]:
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


# items → documents


def _report(item: _Item) -> _Item:
    """A web page gives way to the report in it, and fills the fields that are not given."""
    text = item.fields.get("text")
    if not isinstance(text, str) or len(text) > 4 * LIMITS["characters"] or not is_page(text):
        return item
    made = markup(text)
    told = {name: getattr(made, name) for name in ("title", "source", "published", "url")}
    language = {"language": made.language} if made.language in LANGUAGES else {}
    given = {name: value for name, value in item.fields.items() if not _missing(value)}
    item.fields = told | language | given | {"text": made.text}
    item.said.append(("input.html", "a web page; the report in it was read"))
    return item


def _ids(items: list[_Item]) -> list[str]:
    """The id of each: given, else the file's name (with its folder where two share it), else its position."""
    names = Counter(item.path.name for item in items if item.path and not item.fields.get("id"))
    ids = [_id(item, names) for item in items]
    taken = {id for id in ids if id}
    return [id or _free(f"d{i}", taken) for i, id in enumerate(ids, 1)]


def _id(item: _Item, names: Counter[str]) -> str:
    given = item.fields.get("id")
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    if given:
        return _word(given, item.where, "id") or ""
    if not item.path:
        return ""
    return "/".join(item.path.parts[-2:]) if names[item.path.name] > 1 else item.path.name


def _free(id: str, taken: set[str]) -> str:
    while id in taken:
        id += "'"
    return id


def _document(item: _Item, id: str) -> Document:
    if len(id) > LIMITS["id"]:
        raise LimitError(f"{item.where}: an id of {len(id)} characters; the limit is {LIMITS['id']}")
    fields = item.fields
    blocks = _blocks(fields.get("blocks") or (), item.where)
    words = {name: _word(fields.get(name), item.where, name) for name in _WORDS}
    return Document(
        text=_text(fields.get("text"), blocks, item.where),
        id=whole(id),
        published=_published(fields.get("published"), item.where),
        blocks=blocks,
        meta=_meta(fields.get("meta"), item.where),
        **words,
    )


def whole(text: str) -> str:
    """The text with each lone surrogate as U+FFFD, one for one, so that it can be written as UTF-8.

    >>> whole("a\\ud800")
    'a\\ufffd'
    """
    if text.isascii():
        return text
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text) if _broken(text) else text


def _broken(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _text(given: Any, blocks: tuple[Block, ...], where: str) -> str:
    joined = "\n".join(block.text for block in blocks)
    if not isinstance(given, str) and given is not None:
        raise DocumentError(f"{where}: text is {_kind(given)}; give text")
    text = whole(given) if given else joined
    if blocks and text != joined:
        raise DocumentError(f"{where}: text and blocks differ; give one of them")
    if len(text) > LIMITS["characters"]:
        raise LimitError(f"{where}: {len(text)} characters; the limit is {LIMITS['characters']}")
    return text


def _blocks(given: Any, where: str) -> tuple[Block, ...]:
    if not isinstance(given, (list, tuple)):
        raise DocumentError(f"{where}: blocks is {_kind(given)}; give a list of {{'id', 'text'}}")
    if len(given) > LIMITS["blocks"]:
        raise LimitError(f"{where}: {len(given)} blocks; the limit is {LIMITS['blocks']}")
    blocks = tuple(_block(block, f"{where}.blocks[{i}]") for i, block in enumerate(given))
    if repeated := [id for id, n in Counter(b.id for b in blocks).items() if n > 1]:
        raise DocumentError(f"{where}: two blocks have the id {repeated[0]!r}; give each its own")
    return blocks


def _block(given: Any, where: str) -> Block:
    if isinstance(given, Block):
        return Block(id=whole(given.id), text=whole(given.text))
    if not isinstance(given, Mapping) or not {"id", "text"} <= set(given):
        raise DocumentError(f"{where}: a block needs 'id' and 'text'")
    return Block(id=_word(given["id"], where, "id") or "", text=whole(str(given["text"])))


def _word(value: Any, where: str, name: str) -> str | None:
    if _missing(value):
        return None
    if not isinstance(value, str):
        raise DocumentError(f"{where}: {name} is {_kind(value)}; give text")
    if len(value) > LIMITS["field"]:
        raise LimitError(f"{where}: {name} has {len(value)} characters; the limit is {LIMITS['field']}")
    return whole(value)


def _published(value: Any, where: str) -> str | None:
    """ISO text of a date or a time; text stays as it is and is read later."""
    if isinstance(value, date):  # a datetime is a date
        return value.isoformat()
    return _word(value, where, "published")


def _meta(value: Any, where: str) -> dict[str, Any]:
    if _missing(value):
        return {}
    if not isinstance(value, Mapping):
        raise DocumentError(f"{where}: meta is {_kind(value)}; give a dict")
    return {whole(str(key)): _storable(entry) for key, entry in value.items()}


def _storable(value: Any, depth: int = 0) -> Any:
    """The value as JSON can hold it and give it back: what JSON does not know becomes text."""
    if isinstance(value, str):
        return whole(value)
    if value is None or isinstance(value, bool) or (type(value) is int and abs(value) < 2**53):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if depth < 20 and isinstance(value, Mapping):
        return {whole(str(key)): _storable(entry, depth + 1) for key, entry in value.items()}
    if depth < 20 and isinstance(value, (list, tuple)):
        return [_storable(entry, depth + 1) for entry in value]
    return value.isoformat() if isinstance(value, date) else whole(str(value)) if depth < 20 else None


def _one_each(pairs: list[tuple[_Item, Document]]) -> list[tuple[_Item, Document]]:
    """A document handed over twice counts once; two documents of one id are refused."""
    seen: dict[str, Document] = {}
    kept = []
    for item, document in pairs:
        known = seen.setdefault(document.id, document)
        if known is document:
            kept.append((item, document))
        elif known != document:
            raise DocumentError(
                f"{item.where}: the id {document.id!r} is taken by another document; give its own"
            )
    return kept


def _said(item: _Item, document: Document) -> list[Diagnostic]:
    said = [Diagnostic(code, message, document.id) for code, message in item.said]
    if not document.text.strip():
        said.append(Diagnostic("input.empty", "no text at all", document.id))
    given = item.fields.get("text")
    return said + list(notes(given if isinstance(given, str) and given else document.text, document.id))


def block_span(document: Document, start: int, end: int) -> tuple[str, int, int] | None:
    """The block that holds the place, and the place counted in it; None across blocks or without blocks.

    >>> two = Document(text="Satu.\\nDua.", blocks=(Block(id="a", text="Satu."), Block(id="b", text="Dua.")))
    >>> block_span(two, 6, 9)
    ('b', 0, 3)
    """
    at = 0
    for block in document.blocks:
        if at <= start and end <= at + len(block.text):
            return block.id, start - at, end - at
        at += len(block.text) + 1
    return None


def _kind(value: Any) -> str:
    name = type(value).__name__
    return f"{'an' if name[:1] in 'aeiou' else 'a'} {name}"
