"""Quoted passages: which marks open and close, and what stands between them."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from claimcheck.languages import Pack
from claimcheck.reading.rules import Found
from claimcheck.reading.speech_words import Words, places, words_of
from claimcheck.text.tokens import Tokens

QuoteKind = Literal["speech", "scare", "title", "sign"]

FARTHEST = 400  # tokens a quote may run over line breaks before it counts as never closed
SINGLE_FARTHEST = 60  # tokens between single marks: farther apart they are apostrophes
SHORT = 2  # words of a scare quote: sanksi “keras” PBB
TITLE_WORDS = 8


@dataclass(frozen=True, slots=True)
class Quote:
    """Words printed inside quotation marks: tokens `start` to before `end` stand between the marks.

    `closed` is false where the text never closes it; it then ends with its sentence.
    """

    kind: QuoteKind
    start: int
    end: int
    closed: bool = True


class _Mark(NamedTuple):
    at: int
    lean: int  # 1 opens, -1 closes, 0 either
    line: int  # how many line breaks stand before it


def find_quotes(tokens: Tokens, pack: Pack, sentences: Sequence[tuple[int, int]] = ()) -> list[Found[Quote]]:
    """Every quoted passage with its marks, in the order of the text; none lies inside another.

    A quote may run over sentences, and over paragraphs that each open anew and close only once. `sentences`
    are half-open token ranges: a quote that nobody closes ends with its sentence. Apostrophes are no marks.

    >>> from claimcheck.languages import load
    >>> from claimcheck.text.tokens import tokenize
    >>> tokens = tokenize("“Saya setuju,” kata Budi soal sanksi “keras” itu.", "id")
    >>> [(tokens.slice(q.start, q.end), q.item.kind) for q in find_quotes(tokens, load("id"))]
    [('“Saya setuju,”', 'speech'), ('“keras”', 'scare')]
    """
    words = words_of(pack)
    breaks = places(tokens, words.line)
    double = list(_passages(tokens, words, _marks(tokens, words, words.quote, breaks), breaks, sentences))
    single = _singles(tokens, words, breaks, double)
    return [_found(tokens, words, *p) for p in sorted([*double, *single])]


def _marks(tokens: Tokens, words: Words, kind: frozenset[str], breaks: list[int]) -> list[_Mark]:
    return [_Mark(i, _lean(tokens, words, i), bisect_left(breaks, i)) for i in places(tokens, kind)]


def _lean(tokens: Tokens, words: Words, at: int) -> int:
    """By what stands around it: spaces first, then the neighbours, then the shape of the mark."""
    before = at == 0 or tokens.ends[at - 1] < tokens.starts[at] or tokens.classes[at - 1] in words.line
    last = at + 1 >= len(tokens)
    after = last or tokens.ends[at] < tokens.starts[at + 1] or tokens.classes[at + 1] in words.line
    if before != after:
        return 1 if before else -1
    return _lean_of_neighbours(tokens, words, at, last) or (
        0 if before else _lean_of_glyph(tokens, words, at)
    )


def _lean_of_neighbours(tokens: Tokens, words: Words, at: int, last: bool) -> int:
    left = tokens.classes[at - 1] if at else ""
    right = "" if last else tokens.classes[at + 1]
    if right in words.tail and left in words.ending:
        return -1
    if right in words.comma or right in words.stop:
        return -1
    return 1 if left in words.colon or left in words.open_bracket else 0


def _lean_of_glyph(tokens: Tokens, words: Words, at: int) -> int:
    char = tokens.classes[at]
    return 1 if char in words.left_mark else -1 if char in words.right_mark else 0


_Passage = tuple[int, int, bool]  # first token, end, closed


def _passages(
    tokens: Tokens, words: Words, marks: list[_Mark], breaks: list[int], sentences: Sequence[tuple[int, int]]
) -> Iterator[_Passage]:
    opened: _Mark | None = None
    line = depth = 0  # of the last mark that belongs to the open quote
    for mark in marks:
        if opened is not None and not _goes_on(tokens, words, opened, mark, line):
            yield _unclosed(tokens, words, opened, mark.at, breaks, sentences)
            opened = None
        if opened is None:
            opened, depth = (mark, 0) if mark.lean >= 0 else (None, 0)
        elif mark.line > line and mark.lean > 0:
            depth = 0  # the next paragraph of the same quote
        elif mark.lean > 0:
            depth += 1
        elif depth:
            depth -= 1
        else:
            yield opened.at, mark.at + 1, True
            opened = None
        line = mark.line
    if opened is not None:
        yield _unclosed(tokens, words, opened, len(tokens), breaks, sentences)


def _goes_on(tokens: Tokens, words: Words, opened: _Mark, mark: _Mark, line: int) -> bool:
    """Whether the open quote reaches this mark: it closes it, nests in it, or opens its next paragraph."""
    if mark.at - opened.at > FARTHEST:
        return False
    before = tokens.classes[mark.at - 1]
    if mark.line == line:
        return mark.lean <= 0 or before not in words.ending
    if mark.lean > 0:
        return before in words.line and mark.line <= line + 2
    return mark.lean < 0 and mark.line <= line + 3


def _unclosed(
    tokens: Tokens,
    words: Words,
    opened: _Mark,
    limit: int,
    breaks: list[int],
    sentences: Sequence[tuple[int, int]],
) -> _Passage:
    after = bisect_left(breaks, opened.at)
    end = min(limit, breaks[after] if after < len(breaks) else limit)
    row = bisect_left(sentences, (opened.at + 1, 0)) - 1
    if 0 <= row < len(sentences) and opened.at < sentences[row][1]:
        end = min(end, sentences[row][1])
    return opened.at, max(end, opened.at + 1), False


def _singles(tokens: Tokens, words: Words, breaks: list[int], double: list[_Passage]) -> Iterator[_Passage]:
    """Passages between single marks, outside the double ones: an opening that a closing follows soon."""
    opened: _Mark | None = None
    for mark in _marks(tokens, words, words.single, breaks):
        row = bisect_left(double, (mark.at, 0, False)) - 1
        if row >= 0 and mark.at < double[row][1]:
            continue
        if mark.lean > 0:
            opened = mark
        elif opened and mark.lean < 0 and mark.line == opened.line and mark.at - opened.at <= SINGLE_FARTHEST:
            yield opened.at, mark.at + 1, True
            opened = None


def _found(tokens: Tokens, words: Words, start: int, end: int, closed: bool) -> Found[Quote]:
    inner = (start + 1, end - 1 if closed else end)
    return Found(start, end, Quote(_kind(tokens, words, start, end, inner), *inner, closed))


def _kind(tokens: Tokens, words: Words, start: int, end: int, inner: tuple[int, int]) -> QuoteKind:
    size = sum(
        c in words.wordlike
        for c in tokens.classes[inner[0] : inner[0] + 4 * TITLE_WORDS][: inner[1] - inner[0]]
    )
    if _after(tokens, words, words.writing, start):
        return "sign"
    if _said(tokens, words, start, end, inner):
        return "speech"
    if size <= TITLE_WORDS and (
        _after(tokens, words, words.naming, start) or _all_capital(tokens, words, inner)
    ):
        return "title"
    return "scare" if size <= SHORT else "speech"


def _after(tokens: Tokens, words: Words, kinds: frozenset[str], start: int) -> bool:
    """Whether a word of a kind stands just before the quote, a colon, comma or one short word between."""
    near = [
        c for c in tokens.classes[max(0, start - 3) : start] if c not in words.comma and c not in words.colon
    ]
    return any(c in kinds for c in near[-2:])


def _said(tokens: Tokens, words: Words, start: int, end: int, inner: tuple[int, int]) -> bool:
    """Whether a cue stands right after the quote, or a colon right before it."""
    after = end + 1 if tokens.classes[end : end + 1] in words.comma else end
    return tokens.classes[after : after + 1] in words.tail or (
        start > 0
        and tokens.classes[start - 1] in words.colon
        and tokens.classes[inner[1] - 1 : inner[1]] in words.stop
    )


def _all_capital(tokens: Tokens, words: Words, inner: tuple[int, int]) -> bool:
    """Whether each word of a short quote begins with a capital: “Hari Kemenangan”."""
    kept = [
        c for c in tokens.classes[inner[0] : min(inner[1], inner[0] + 2 * TITLE_WORDS)] if c in words.wordlike
    ]
    return bool(kept) and all(c in words.capital for c in kept)
