"""Web pages: the report inside the markup, with the way back into the source."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from claimcheck.text.clean import Clean, Piece, mapped

# a value in quotes holds no "<", so that a quote left open ends at the next tag and time stays linear
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})((?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)>")
_ATTRIBUTE = re.compile(r"([a-zA-Z:_-]{1,30})\s{0,5}=\s{0,5}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]{1,500}))")
_SPECIAL = re.compile(r"\s{2,}|[^\S ]|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_LEAD = r"\s{0,200}(?:<!--[^>]{0,500}-->\s{0,20}|<\?xml[^>]{0,200}>\s{0,20}){0,3}"
_PAGE = re.compile(rf"\ufeff?{_LEAD}<(?:!doctype html|html)\b", re.I)
_DECLARATION = re.compile(r"<[!?/][^<>]*+>")
_RAW_END = {name: re.compile(rf"</{name}\b", re.I) for name in ("script", "style", "textarea", "title")}


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_VOID = _names("area base br col embed hr img input link meta param source track wbr")
_BLOCK = _names(
    "address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td"
    " tfoot th thead tr ul"
)
_LEFT_OUT = _names(
    "aside button canvas dialog figcaption footer head iframe nav noscript select svg template video"
)
_SIDE = re.compile(
    r"(?:^|[\s_-])(?:related|terkait|baca-?juga|share|sharing|comments?|komentar|newsletter|promo|breadcrumbs?"
    r"|sidebar|tags?|ads?|advert\w{0,10}|iklan|social|sosmed|recommend\w{0,6}|rekomendasi|widget|cookie|popup|menu)"
    r"(?:[\s_-]|$)",
    re.I,
)
_DATES = ("article:published_time", "datepublished", "content_publishdate", "publishdate", "pubdate", "date")
_LEAST = 200  # characters that the body of a report has at least


@dataclass(frozen=True, slots=True)
class Markup:
    """A page read: the report's text, the way back into the source, and what the page says of itself."""

    text: str
    clean: Clean
    title: str | None = None
    published: str | None = None
    source: str | None = None
    language: str | None = None
    url: str | None = None

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The half-open place in the page's source for a place in `text`."""
        return self.clean.back(start, end)


@dataclass(slots=True)
class _Element:
    parent: int
    tag: str
    side: bool
    body: bool
    own: int = 0
    linked: int = 0


@dataclass(slots=True)
class _Block:
    """A run of text between two block tags."""

    element: int
    at: int
    pieces: list[Piece] = field(default_factory=list)
    linked: int = 0

    @property
    def size(self) -> int:
        return sum(len(text) for text, _, _ in self.pieces)


@dataclass(slots=True)
class _Tree:
    elements: list[_Element]
    blocks: list[_Block]
    said: dict[str, str]


def is_page(text: str) -> bool:
    """Whether a text is a web page: it begins with a doctype or <html>.

    >>> is_page("<!DOCTYPE html><p>Ia datang."), is_page("a < b")
    (True, False)
    """
    return _PAGE.match(text) is not None


def markup(source: str) -> Markup:
    """The report in a web page: its paragraphs, one a line, without menus, links and scripts.

    Kept is what stands in the element that the page calls its article, or that holds most of the running
    text. Title, time, outlet and language are those the page declares. Any text is taken; time is linear.

    >>> made = markup("<html><h1>Gempa</h1><p>Tiga&nbsp;orang <b>tewas</b>.</p></html>")
    >>> made.text
    'Gempa\\nTiga\\xa0orang tewas.'
    >>> made.back(6, 10)
    (23, 27)
    """
    tree = _read(source)
    clean = mapped(list(_joined(_report(tree))))
    said = tree.said
    return Markup(
        clean.text,
        clean,
        said.get("og:title") or said.get("title"),
        next((said[key] for key in _DATES if said.get(key)), None),
        said.get("og:site_name") or said.get("publisher"),
        (said.get("lang") or "").split("-")[0].lower() or None,
        said.get("canonical") or said.get("og:url"),
    )


def in_place(source: str) -> str:
    """The page with its markup as blanks, and each word of the report where it stands, counted in UTF-16.

    So what is marked in it is marked in the page. A new paragraph is U+2028, which is no new line of an editor.

    >>> in_place("<html><p>Tiga&nbsp;orang</p><p>tewas.").split("\u2028")
    ['         Tiga\xa0     orang    ', '  tewas.']
    """
    made = markup(source)
    kept = [c if c in "\r\n" else " " * _units(c) for c in source]
    for at, c in enumerate(made.text):
        start, end = made.back(at, at + 1)
        width = _units(source[start:end])
        mark = "\u2028" if c == "\n" else c
        if _units(mark) <= width and not {"\r", "\n"} & set(source[start:end]):
            kept[start:end] = [mark + " " * (width - _units(mark)), *[""] * (end - start - 1)]
    return "".join(kept)


def _units(text: str) -> int:
    """How many code units of UTF-16 a text has."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


# source → elements and blocks


def _read(source: str) -> _Tree:
    tree = _Tree([_Element(0, "", False, False)], [_Block(0, 0)], {})
    stack, opened = [0], Counter[str]()
    at = 0
    while at < len(source):
        tag, end = _next(source, at)
        if tag is None:
            _text(tree, source, at, end, stack[-1], opened)
            at = end
            continue
        at = _step(tree, source, tag, stack, opened)
    return tree


def _next(source: str, at: int) -> tuple[re.Match[str] | None, int]:
    """The tag at `at`, or None and where the text before the next tag ends."""
    if source[at] == "<" and (tag := _TAG.match(source, at)):
        return tag, tag.end()
    if source.startswith("<!--", at):
        end = source.find("-->", at + 4)
        return None, len(source) if end < 0 else end + 3
    if declaration := _DECLARATION.match(source, at):
        return None, declaration.end()
    end = source.find("<", at + 1)
    return None, len(source) if end < 0 else end


def _step(tree: _Tree, source: str, tag: re.Match[str], stack: list[int], opened: Counter[str]) -> int:
    """Take one tag in; gives where to read on."""
    closing, name = bool(tag[1]), tag[2].lower()
    if closing:
        _close(tree, name, stack, opened)
    else:
        _open(tree, name, tag, stack, opened)
    if name in _BLOCK and tree.blocks[-1].pieces:
        tree.blocks.append(_Block(stack[-1], tag.start()))
    elif not tree.blocks[-1].pieces:
        tree.blocks[-1] = _Block(stack[-1], tag.start())
    if closing or name not in _RAW_END:
        return tag.end()
    stop = _RAW_END[name].search(source, tag.end())
    end = stop.start() if stop else len(source)
    _keep_raw(tree, name, tag[3], source[tag.end() : end])
    return end


def _open(tree: _Tree, name: str, tag: re.Match[str], stack: list[int], opened: Counter[str]) -> None:
    known = {m[1].lower(): m[2] or m[3] or m[4] or "" for m in _ATTRIBUTE.finditer(tag[3])}
    _declare(tree.said, name, known)
    if name in _VOID or tag[3].endswith("/"):
        return
    if name in _BLOCK and (open_tag := tree.elements[stack[-1]].tag) in ("p", "head"):
        _close(tree, open_tag, stack, opened)
    body = name in ("article", "main") or known.get("itemprop", "").lower() == "articlebody"
    marks = f"{known.get('class', '')} {known.get('id', '')}"[:300]
    tree.elements.append(_Element(stack[-1], name, not body and _SIDE.search(marks) is not None, body))
    stack.append(len(tree.elements) - 1)
    opened[name] += 1


def _close(tree: _Tree, name: str, stack: list[int], opened: Counter[str]) -> None:
    """End the nearest open element of the name and all inside it; a stray end tag ends nothing."""
    while opened[name] > 0:
        inner = tree.elements[stack.pop()].tag
        opened[inner] -= 1
        if inner == name:
            return


def _declare(said: dict[str, str], name: str, known: dict[str, str]) -> None:
    if name == "meta" and (key := known.get("property") or known.get("name") or known.get("itemprop")):
        said.setdefault(key.lower(), unescape(known.get("content", "")).strip()[:1000])
    elif name == "html" and "lang" in known:
        said.setdefault("lang", known["lang"][:20])
    elif name == "link" and known.get("rel", "").lower() == "canonical":
        said.setdefault("canonical", known.get("href", "")[:1000])


def _keep_raw(tree: _Tree, name: str, attributes: str, content: str) -> None:
    if name == "title":
        tree.said.setdefault("title", " ".join(unescape(content[:1000]).split()))
    elif name == "script" and "ld+json" in attributes.lower() and len(content) < 300_000:
        for key, value in _linked_data(content):
            tree.said.setdefault(key, value)


def _linked_data(content: str) -> Iterator[tuple[str, str]]:
    """What schema.org data in the page says of the article."""
    try:
        found: Any = json.loads(content)
    except (ValueError, RecursionError):
        return
    if isinstance(found, dict):
        found = found.get("@graph", [found])
    for item in found if isinstance(found, list) else []:
        if not isinstance(item, dict) or not isinstance(item.get("datePublished"), str):
            continue
        yield "datepublished", item["datePublished"][:100]
        publisher = item.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            yield "publisher", publisher["name"][:200]


def _text(tree: _Tree, source: str, start: int, end: int, element: int, opened: Counter[str]) -> None:
    hidden = source.startswith("<!--", start) or _DECLARATION.match(source, start) is not None
    if hidden or any(opened[name] for name in _LEFT_OUT):
        return
    block = tree.blocks[-1]
    for text, at, width in _pieces(source, start, end, _last(block)):
        block.pieces.append((text, at, width))
        tree.elements[element].own += len(text)
        if opened["a"]:
            block.linked += len(text)


def _last(block: _Block) -> str:
    return block.pieces[-1][0][-1] if block.pieces else " "


def _pieces(source: str, start: int, end: int, last: str) -> Iterator[Piece]:
    """The text of a stretch: references read, spaces in a row made one."""
    at = start
    for special in _SPECIAL.finditer(source, start, end):
        for piece in (_plain(source, at, special.start(), last), _read_special(special)):
            if piece[0] and not (piece[0] == " " and last == " "):
                yield piece
                last = piece[0][-1]
        at = special.end()
    rest = _plain(source, at, end, last)
    if rest[0]:
        yield rest


def _plain(source: str, start: int, end: int, last: str) -> Piece:
    if start < end and source[start] == " " and last == " ":
        start += 1
    return source[start:end], start, 0


def _read_special(special: re.Match[str]) -> Piece:
    text = " " if special[0].isspace() else unescape(special[0])
    return text, special.start(), special.end() - special.start()


# blocks → the report


def _report(tree: _Tree) -> list[_Block]:
    blocks = [block for block in tree.blocks if block.size and not _is_links(block)]
    totals = _totals(tree.elements)
    inside = _inside(tree.elements, _main(tree.elements, blocks, totals))
    side = [e.side and 3 * totals[i] < totals[0] for i, e in enumerate(tree.elements)]
    for i, element in enumerate(tree.elements[1:], 1):
        side[i] = side[i] or side[element.parent]
    return [block for block in blocks if inside[block.element] and not side[block.element]]


def _is_links(block: _Block) -> bool:
    return 10 * block.linked > 6 * block.size and block.size < 300


def _totals(elements: list[_Element]) -> list[int]:
    """Characters in each element and all inside it; an element comes after its parent."""
    totals = [element.own for element in elements]
    for i in range(len(elements) - 1, 0, -1):
        totals[elements[i].parent] += totals[i]
    return totals


def _main(elements: list[_Element], blocks: list[_Block], totals: list[int]) -> int:
    """The element that holds the report: the one declared, else the one with most running text, else all."""
    running = [b for b in blocks if b.size >= 60]
    weight: Counter[int] = Counter()
    for block in running:
        parent = elements[block.element].parent if elements[block.element].tag == "p" else block.element
        weight[parent] += block.size
    amount = sum(weight.values())
    declared = [
        i for i, e in enumerate(elements) if e.body and totals[i] >= _LEAST and 5 * totals[i] >= 2 * amount
    ]
    if declared:
        return declared[-1] if totals[declared[-1]] * 5 >= totals[declared[0]] * 4 else declared[0]
    best, most = max(weight.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
    return best if 2 * most >= amount and most >= _LEAST else 0


def _inside(elements: list[_Element], main: int) -> list[bool]:
    inside = [i == main for i in range(len(elements))]
    for i in range(1, len(elements)):
        inside[i] = inside[i] or inside[elements[i].parent]
    return inside


def _joined(blocks: list[_Block]) -> Iterator[Piece]:
    """The pieces of all blocks, a line break standing for the tag between two."""
    for i, block in enumerate(blocks):
        if i:
            yield "\n", block.at, 1
        yield from block.pieces[:-1]
        text, at, width = block.pieces[-1]
        if text.rstrip(" "):
            yield text.rstrip(" "), at, width
