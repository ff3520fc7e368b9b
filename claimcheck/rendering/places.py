"""Where a span stands, in every unit that editors and formats count in."""

import hashlib
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any

from claimcheck.records import Block, Document, Span
from claimcheck.rendering import escape


@dataclass(frozen=True)
class Places:
    """Conversions for one text, in time independent of the place after one pass over the text."""

    text: str
    blocks: tuple[Block, ...] = ()

    @cached_property
    def _utf16(self) -> list[int]:
        return list(accumulate((2 if c > "\uffff" else 1 for c in self.text), initial=0))

    @cached_property
    def _utf8(self) -> list[int]:
        return list(accumulate(map(_bytes, self.text), initial=0))

    @cached_property
    def _feeds(self) -> list[int]:
        return [0, *(m.end() for m in re.finditer("\n", self.text))]

    @cached_property
    def _breaks(self) -> list[int]:
        return [0, *(m.end() for m in re.finditer("\r\n|\r|\n", self.text))]

    @cached_property
    def sha256(self) -> str:
        """The digest of the text as UTF-8, so that an editor can see that it moved."""
        return hashlib.sha256(escape.whole(self.text).encode()).hexdigest()

    def utf16(self, span: Span) -> tuple[int, int]:
        """Start and end in UTF-16 code units.

        >>> Places("😀ya").utf16(Span("a", 1, 3, "ya"))
        (2, 4)
        """
        return _at(self._utf16, span.start), _at(self._utf16, span.end)

    def utf8(self, span: Span) -> tuple[int, int]:
        """Start and end in UTF-8 bytes.

        >>> Places("😀ya").utf8(Span("a", 1, 3, "ya"))
        (4, 6)
        """
        return _at(self._utf8, span.start), _at(self._utf8, span.end)

    def line(self, offset: int) -> tuple[int, int]:
        r"""Line and column from 1; lines end at line feeds, columns are code points.

        >>> Places("oke\nya").line(4)
        (2, 1)
        """
        row = bisect_right(self._feeds, offset) - 1
        return row + 1, offset - self._feeds[row] + 1

    def byte_column(self, offset: int) -> tuple[int, int]:
        r"""Line and column from 1, columns in UTF-8 bytes.

        >>> Places("oke\n😀ya").byte_column(5)
        (2, 5)
        """
        row = bisect_right(self._feeds, offset) - 1
        return row + 1, _at(self._utf8, offset) - _at(self._utf8, self._feeds[row]) + 1

    def lsp(self, offset: int) -> dict[str, int]:
        r"""Line and character from 0 as LSP counts: UTF-16 units, lines end at LF, CR or CRLF.

        >>> Places("oke\r\n😀ya").lsp(6)
        {'line': 1, 'character': 2}
        """
        row = bisect_right(self._breaks, offset) - 1
        return {"line": row, "character": _at(self._utf16, offset) - _at(self._utf16, self._breaks[row])}

    def widened(self, span: Span) -> Span:
        r"""The span with no character that a reader sees as one cut at either end.

        >>> Places("cafe\u0301s").widened(Span("a", 0, 4, "cafe")).end
        5
        """
        start, end = span.start, span.end
        while escape.inside(self.text, start):
            start -= 1
        while escape.inside(self.text, end):
            end += 1
        return Span(span.document, start, end, self.text[start:end])

    def quote(self, span: Span, around: int = 32) -> dict[str, str]:
        """The words with up to `around` characters before and after, as a W3C TextQuoteSelector holds them.

        >>> Places("Tiga orang tewas").quote(Span("a", 5, 10, "orang"))
        {'exact': 'orang', 'prefix': 'Tiga ', 'suffix': ' tewas'}
        """
        exact, prefix, suffix = (
            self.text[span.start : span.end],
            self.text[max(0, span.start - around) : span.start],
            self.text[span.end : span.end + around],
        )
        return {"exact": escape.whole(exact), "prefix": escape.whole(prefix), "suffix": escape.whole(suffix)}

    def block(self, span: Span) -> tuple[str, int, int] | None:
        """The block that holds the span, with start and end in UTF-16 code units inside it.

        >>> blocks = (Block(id="p1", text="satu"), Block(id="p2", text="dua"))
        >>> Places("satu\\ndua", blocks).block(Span("a", 5, 8, "dua"))
        ('p2', 0, 3)
        """
        for block, start in self._blocks:
            if start <= span.start and span.end <= start + len(block.text):
                base = self._utf16[start]
                return block.id, self._utf16[span.start] - base, self._utf16[span.end] - base
        return None

    @cached_property
    def _blocks(self) -> list[tuple[Block, int]]:
        found, cursor = [], 0
        for block in self.blocks:
            start = self.text.find(block.text, cursor)
            if start >= 0:
                found.append((block, start))
                cursor = start + len(block.text)
        return found

    def place(self, span: Span) -> dict[str, Any]:
        """The span as one object that names its units.

        >>> Places("😀 ya").place(Span("a", 2, 4, "ya"))["utf16"]
        [3, 5]
        """
        row, column = self.line(span.start)
        block = self.block(span)
        return {
            "document": escape.whole(span.document),
            "start": span.start,
            "end": span.end,
            "unit": "codepoint",
            "utf16": list(self.utf16(span)),
            "utf8": list(self.utf8(span)),
            "line": row,
            "column": column,
            **({"block": block[0], "block_utf16": list(block[1:])} if block else {}),
            "quote": self.quote(span),
            "text_sha256": self.sha256,
        }


def _at(table: list[int], offset: int) -> int:
    """The entry for an offset; one past the end of the text, which no reading makes, counts as the end."""
    return table[min(max(offset, 0), len(table) - 1)]


def _bytes(character: str) -> int:
    if character < "\x80":
        return 1
    if character < "\u0800":
        return 2
    return 3 if character <= "\uffff" else 4


def places(document: Document) -> Places:
    """The conversions for a document's text."""
    return Places(document.text, document.blocks)
