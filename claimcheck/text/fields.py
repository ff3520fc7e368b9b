"""The fields of a document, from whatever a caller put there; errors name the argument."""

import math
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from claimcheck.errors import DocumentError, LimitError
from claimcheck.records.document import Block, Document
from claimcheck.text.limits import LIMITS

FIELDS = ("text", "id", "source", "title", "published", "language", "url", "blocks", "meta")
_WORDS = ("source", "title", "language", "url")


def made(fields: Mapping[str, Any], id: str, where: str) -> Document:
    """The document of an item's fields, each checked and made storable."""
    if len(id) > LIMITS["id"]:
        raise LimitError(f"{where}: an id of {len(id)} characters; the limit is {LIMITS['id']}")
    blocks = _blocks(fields.get("blocks") or (), where)
    words = {name: word(fields.get(name), where, name) for name in _WORDS}
    return Document(
        text=_text(fields.get("text"), blocks, where),
        id=whole(id),
        published=_published(fields.get("published"), where),
        blocks=blocks,
        meta=_meta(fields.get("meta"), where),
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
        raise DocumentError(f"{where}: text is {kind(given)}; give text")
    text = whole(given) if given else joined
    if blocks and text != joined:
        raise DocumentError(f"{where}: text and blocks differ; give one of them")
    if len(text) > LIMITS["characters"]:
        raise LimitError(f"{where}: {len(text)} characters; the limit is {LIMITS['characters']}")
    return text


def _blocks(given: Any, where: str) -> tuple[Block, ...]:
    if not isinstance(given, (list, tuple)):
        raise DocumentError(f"{where}: blocks is {kind(given)}; give a list of {{'id', 'text'}}")
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
    return Block(id=word(given["id"], where, "id") or "", text=whole(str(given["text"])))


def word(value: Any, where: str, name: str) -> str | None:
    """A field that is text, or nothing."""
    if missing(value):
        return None
    if not isinstance(value, str):
        raise DocumentError(f"{where}: {name} is {kind(value)}; give text")
    if len(value) > LIMITS["field"]:
        raise LimitError(f"{where}: {name} has {len(value)} characters; the limit is {LIMITS['field']}")
    return whole(value)


def _published(value: Any, where: str) -> str | None:
    """ISO text of a date or a time; text stays as it is and is read later."""
    if isinstance(value, date):  # a datetime is a date
        return value.isoformat()
    return word(value, where, "published")


def _meta(value: Any, where: str) -> dict[str, Any]:
    if missing(value):
        return {}
    if not isinstance(value, Mapping):
        raise DocumentError(f"{where}: meta is {kind(value)}; give a dict")
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


def missing(value: Any) -> bool:
    """None, NaN, NaT and pandas' NA: each is no value, and none but None equals itself."""
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return True
    return isinstance(value, float) and math.isnan(value)


def kind(value: Any) -> str:
    """What a value is, with its article: "an int"."""
    name = type(value).__name__
    return f"{'an' if name[:1] in 'aeiou' else 'a'} {name}"
