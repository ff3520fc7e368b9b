"""The door: whatever a caller hands over becomes Documents, or an error that says what to give instead."""

from collections import Counter
from itertools import islice
from typing import Any

from claimcheck.errors import DocumentError, LimitError
from claimcheck.languages import LANGUAGES
from claimcheck.records.document import Document
from claimcheck.records.finding import Diagnostic
from claimcheck.text.clean import notes
from claimcheck.text.decode import decode
from claimcheck.text.feeds import from_feed
from claimcheck.text.fields import made, missing, word
from claimcheck.text.given import Item, from_jsonl, given, items_of
from claimcheck.text.html import is_page, markup
from claimcheck.text.limits import LIMITS

__all__ = ["LIMITS", "block_span", "decode", "document", "documents", "from_feed", "from_jsonl"]


def documents(docs: Any) -> tuple[tuple[Document, ...], tuple[Diagnostic, ...]]:
    """The documents in the order given, each with an id, and what was odd about them.

    Taken: text, bytes, a dict, a Document, a path (a file, or a folder of .txt, .md, .html and .json files
    with an optional documents.toml or documents.json that holds metadata by file name), any iterable of
    these, and tables with the columns text, id, source, published, language, title, url (pandas,
    polars, Arrow). An id is the one given, else the file name, else "d1", "d2" by position. Raises
    DocumentError naming the argument, LimitError beyond LIMITS.

    >>> [d.id for d in documents(["Tiga tewas.", {"text": "Empat tewas.", "id": "b"}])[0]]
    ['d1', 'b']
    """
    items = list(islice(items_of(docs), LIMITS["documents"] + 1))
    if len(items) > LIMITS["documents"]:
        raise LimitError(f"docs: more than {LIMITS['documents']} documents; compare fewer at a time")
    return _ready(items)


def document(doc: Any) -> tuple[Document, tuple[Diagnostic, ...]]:
    """The one document that `doc` is, where a text alone is welcome.

    >>> document("Tiga tewas.")[0].text
    'Tiga tewas.'
    """
    found, said = _ready(list(given(doc, "doc")))
    if len(found) != 1:
        raise DocumentError(f"doc: {len(found)} documents stand there; give one")
    return found[0], said


def _ready(items: list[Item]) -> tuple[tuple[Document, ...], tuple[Diagnostic, ...]]:
    ids = _ids(items)
    pairs = [(item, made(_report(item).fields, id, item.where)) for item, id in zip(items, ids, strict=True)]
    kept = _one_each(pairs)
    said = [_said(item, document) for item, document in kept]
    return tuple(d for _, d in kept), tuple(s for several in said for s in several)


def _report(item: Item) -> Item:
    """A web page gives way to the report in it, and fills the fields that are not given."""
    text = item.fields.get("text")
    if not isinstance(text, str) or len(text) > 4 * LIMITS["characters"] or not is_page(text):
        return item
    page = markup(text)
    told = {name: getattr(page, name) for name in ("title", "source", "published", "url")}
    language = {"language": page.language} if page.language in LANGUAGES else {}
    given = {name: value for name, value in item.fields.items() if not missing(value)}
    item.fields = told | language | given | {"text": page.text}
    item.said.append(("input.html", "a web page; the report in it was read"))
    return item


def _ids(items: list[Item]) -> list[str]:
    """The id of each: given, else the file's name (with its folder where two share it), else its position."""
    names = Counter(item.path.name for item in items if item.path and not item.fields.get("id"))
    ids = [_id(item, names) for item in items]
    taken = {id for id in ids if id}
    return [id or _free(f"d{i}", taken) for i, id in enumerate(ids, 1)]


def _id(item: Item, names: Counter[str]) -> str:
    given = item.fields.get("id")
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    if given:
        return word(given, item.where, "id") or ""
    if not item.path:
        return ""
    return "/".join(item.path.parts[-2:]) if names[item.path.name] > 1 else item.path.name


def _free(id: str, taken: set[str]) -> str:
    while id in taken:
        id += "'"
    return id


def _one_each(pairs: list[tuple[Item, Document]]) -> list[tuple[Item, Document]]:
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


def _said(item: Item, document: Document) -> list[Diagnostic]:
    said = [Diagnostic(code, message, document.id) for code, message in item.said]
    if not document.text.strip():
        said.append(Diagnostic("input.empty", "no text at all", document.id))
    given = item.fields.get("text")
    return said + list(notes(given if isinstance(given, str) and given else document.text, document.id))


def block_span(document: Document, start: int, end: int) -> tuple[str, int, int] | None:
    """The block that holds the place, and the place counted in it; None across blocks or without blocks.

    >>> from claimcheck.records import Block
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
