"""News items as wires and feeds send them: ninjs (JSON), RSS and Atom (XML)."""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from claimcheck.errors import DocumentError
from claimcheck.text.fields import kind
from claimcheck.text.html import markup

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)
_NAMESPACE = re.compile(r"\{[^}]{0,200}\}")
_TEXTS = ("encoded", "content", "description", "summary")  # of a feed's entry, the fullest first
_BODIES = ("body_html", "body_xhtml", "body_text")


def is_ninjs(item: Mapping[Any, Any]) -> bool:
    """Whether a dict is an IPTC ninjs item with a body (1.x to 3.x)."""
    return "text" not in item and ("bodies" in item or any(name in item for name in _BODIES))


def from_ninjs(item: Mapping[Any, Any]) -> dict[str, Any]:
    """The fields of a document from a ninjs item: its body as text, its URI as id, its version's time.

    >>> made = from_ninjs({"uri": "a:1", "headline": "Gempa", "body_html": "<p>Tiga tewas.</p>"})
    >>> made["text"], made["id"], made["title"]
    ('Tiga tewas.', 'a:1', 'Gempa')
    """
    made = {
        "id": item.get("uri"),
        "title": item.get("headline") or _first(item.get("headlines"), "value"),
        "published": item.get("versioncreated") or item.get("versionCreated") or item.get("firstCreated"),
        "language": item.get("language"),
        "source": item.get("source") or _first(item.get("infoSources") or item.get("infosource"), "name"),
        "text": _body(item),
    }
    return {name: value for name, value in made.items() if isinstance(value, str) and value}


def _first(entries: Any, name: str) -> Any:
    rows = entries if isinstance(entries, list) else []
    return next((row.get(name) for row in rows if isinstance(row, Mapping) and row.get(name)), None)


def _body(item: Mapping[Any, Any]) -> str:
    rows = item.get("bodies")
    for row in rows if isinstance(rows, list) else []:
        if isinstance(row, Mapping) and isinstance(row.get("value"), str):
            return _read(row["value"], "html" in str(row.get("contentType", row.get("contenttype", ""))))
    found = next((name for name in _BODIES if isinstance(item.get(name), str)), None)
    return _read(item[found], found != "body_text") if found else ""


def _read(body: str, marked_up: bool) -> str:
    return markup(body).text if marked_up else body


def from_feed(raw: bytes) -> list[dict[str, Any]]:
    """A dict for `documents` for each entry of an RSS or Atom feed, in its order.

    The text is the entry's full content where it has one, else its summary. Raises DocumentError for what is
    no XML and for XML that declares entities, which can grow without bound.

    >>> feed = b"<rss><channel><title>Antara</title><item><title>Gempa</title>" \\
    ...     b"<description>Tiga tewas.</description></item></channel></rss>"
    >>> from_feed(feed)
    [{'text': 'Tiga tewas.', 'title': 'Gempa', 'source': 'Antara'}]
    """
    from xml.etree import ElementTree

    if not isinstance(raw, bytes):
        raise DocumentError(f"feed: {kind(raw)} is no feed; give its bytes as they came")
    if _DOCTYPE.search(raw):
        raise DocumentError("feed: it declares a document type or entities; these are not read")
    try:
        root = ElementTree.fromstring(raw)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise DocumentError(f"feed: this is no XML ({error})") from error
    channels = [root, *(node for node in root if _name(node) == "channel")]
    entries = [node for channel in channels for node in channel if _name(node) in ("item", "entry")]
    source = _title(channels[-1])
    return [_entry(node, source) for node in entries]


def _entry(node: "Element", source: str | None) -> dict[str, Any]:
    told = dict(_children(node))
    body = next(
        (told[name] for name in ("encoded", "content", "description", "summary") if told.get(name)), ""
    )
    made = {
        "text": markup(body).text,
        "id": told.get("guid") or told.get("id"),
        "title": told.get("title"),
        "published": told.get("pubDate") or told.get("published") or told.get("date") or told.get("updated"),
        "url": told.get("link"),
        "source": source or None,
    }
    return {name: value for name, value in made.items() if value or name == "text"}


def _children(node: "Element") -> Iterator[tuple[str, str]]:
    for child in reversed(node):  # so that the first of a name is kept
        text = "".join(child.itertext()).strip()
        yield _name(child), text or child.get("href", "")


def _title(channel: "Element") -> str | None:
    return next(((node.text or "").strip() for node in channel if _name(node) == "title"), None)


def _name(node: "Element") -> str:
    return _NAMESPACE.sub("", node.tag) if isinstance(node.tag, str) else ""
