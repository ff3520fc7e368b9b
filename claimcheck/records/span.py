"""Places in a text: half-open, counted in code points of the text as it was given."""

from dataclasses import dataclass
from typing import Literal

SentenceKind = Literal[
    "sentence", "headline", "heading", "bullet", "byline", "caption", "credit", "furniture", "fragment"
]


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters in one document.

    `start` and `end` are code points from 0, end exclusive, into the text given by the caller; `text` is
    exactly what stands there.

    >>> Span("a", 0, 7, "Jakarta")
    Span(document='a', start=0, end=7, text='Jakarta')
    """

    document: str
    start: int
    end: int
    text: str

    def utf16(self, whole: str) -> tuple[int, int]:
        """The same place in UTF-16 code units (browsers, LSP, Google Docs), given the whole text.

        >>> Span("a", 1, 3, "ya").utf16("😀ya")
        (2, 4)
        """
        start = len(whole[: self.start].encode("utf-16-le", "surrogatepass")) // 2
        return start, start + len(whole[self.start : self.end].encode("utf-16-le", "surrogatepass")) // 2

    def utf8(self, whole: str) -> tuple[int, int]:
        """The same place in UTF-8 bytes (reviewdog, ripgrep), given the whole text.

        >>> Span("a", 1, 3, "ya").utf8("😀ya")
        (4, 6)
        """
        start = len(whole[: self.start].encode("utf-8", "surrogatepass"))
        return start, start + len(whole[self.start : self.end].encode("utf-8", "surrogatepass"))

    def line_column(self, whole: str) -> tuple[int, int]:
        """Line and column of the start, both from 1, columns in code points, given the whole text.

        >>> Span("a", 4, 6, "ya").line_column("oke\\nya")
        (2, 1)
        """
        before = whole[: self.start]
        return before.count("\n") + 1, self.start - (before.rfind("\n") + 1) + 1


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a line that is none: headline, byline, bullet, credit, furniture."""

    span: Span
    kind: SentenceKind = "sentence"
