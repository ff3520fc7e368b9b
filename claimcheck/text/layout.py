"""The lines of a report: what kind each is, its sentences, and the dateline before the first of them."""

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from claimcheck.records.span import SentenceKind
from claimcheck.text.datelines import Dateline, dateline
from claimcheck.text.phrases import captions, is_stamp, opening, words_of
from claimcheck.text.sentences import split


@dataclass(frozen=True, slots=True)
class Cut:
    """One sentence or line: a half-open place in the clean text and its kind."""

    start: int
    end: int
    kind: SentenceKind


@dataclass(frozen=True, slots=True)
class Layout:
    """The sentences and lines of a clean text in order, and its dateline."""

    cuts: tuple[Cut, ...]
    dateline: Dateline | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """What is seen of one line: its place without bullet and spaces, and where in the report it stands."""

    start: int
    end: int
    text: str
    mark: str  # the bullet or number before it
    body: bool  # a sentence stands above it
    headed: bool  # a headline stands above it
    linked: bool  # under "Baca juga"
    signed: bool  # below the signature
    title: str  # of the document, in small letters

    @property
    def stopped(self) -> bool:
        """Whether it ends as a sentence does."""
        return _STOPPED_LINE.search(self.text, max(0, len(self.text) - 80)) is not None

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def titled(self) -> bool:
        """Whether its longer words begin with capitals, as in a headline: seven in ten."""
        long = [word for word in self.text.split() if len(word) > 3 and word[:1].isalpha()]
        return 10 * sum(word[0].isupper() for word in long) >= 7 * len(long) > 0


_STOPPED = re.compile(r"[.!?…][\"”’»')\]*]{0,6}\Z")
_STOPPED_LINE = re.compile(r"[.!?…][\"”’»')\]*]{0,6}\s{0,3}(?:\([^().]{1,60}\)[*]{0,3})?\Z")
_MARK = re.compile(r"\s*(?:([•*▪●■►➢✓·◦‣–—-])\s+|([0-9]{1,2}\s?[.)]|[a-zA-Z][.)])\s+)?")
_SIGNED = re.compile(
    r"\((?:\*+|[a-z]{2,12}(?:/[a-z0-9]{2,6})?|[A-Za-z-]{2,25}\.(?i:com|co\.id|id)[^()]{0,50}|[A-Z][^()0-9.!?]{1,50})\)\**\s*\Z"
)
_TITLE_WORD = re.compile(r"[^\W\d_][\w'’-]{0,40}")
_COLON = re.compile(r"[^:–-]{1,30}[:–-]")
_SHORT = 9  # words: a line without a full stop that has as many is a sentence all the same


def layout(text: str, language: str, title: str | None = None) -> Layout:
    """Cut a clean text into sentences and lines with their kinds, in order; none spans a line break.

    A line is furniture, credit, byline, caption, headline, heading, bullet or fragment where it looks
    like one and does not end as a sentence does (furniture and credits may); all else is a sentence. The
    dateline is cut off the first sentence. Time is linear; any text is taken.

    >>> [(c.kind, c.start, c.end) for c in layout("JAKARTA - Ia datang. Ia pulang.\\nBaca Juga", "id").cuts]
    [('sentence', 10, 20), ('sentence', 21, 31), ('furniture', 32, 41)]
    """
    cuts: list[Cut] = []
    found: Dateline | None = None
    said = 0
    for line, kind in _lines(text, language, (title or "").strip().casefold()):
        start = line.start
        if kind == "sentence" and found is None and said < 3:
            found = dateline(text, line.start, line.end)
            start = found.end if found else start
            said += 1
        cuts.extend(_inside(text, start, line, kind, language))
    return Layout(tuple(cuts), found)


def _lines(text: str, language: str, title: str) -> Iterator[tuple[Line, SentenceKind]]:
    body = headed = linked = signed = False
    at = 0
    for raw in text.split("\n"):
        start, at = at, at + len(raw) + 1
        mark = _MARK.match(raw)
        lead = mark.end() if mark else 0
        words = raw[lead:].rstrip()
        if not words:
            continue
        sign = (mark[1] or mark[2] or "") if mark else ""
        line = Line(start + lead, start + lead + len(words), words, sign, body, headed, linked, signed, title)
        kind = _kind(line, language)
        yield line, kind
        body = body or kind == "sentence"
        headed = headed or kind == "headline"
        signed = signed or (kind == "credit" and body)
        linked = opening(language, "link").match(words) is not None or (linked and kind == "furniture")


def _kind(line: Line, language: str) -> SentenceKind:
    return next(kind for kind, holds in _ROWS if holds(line, language))


def _inside(text: str, start: int, line: Line, kind: SentenceKind, language: str) -> Iterator[Cut]:
    """The sentences of a line; a signature at its end is a credit, stars go."""
    if kind not in ("sentence", "bullet"):
        yield Cut(line.start, line.end, kind)
        return
    signed = _signature(text, start, line.end)
    end = signed or start + len(text[start : line.end].rstrip("* "))
    for a, b in split(text, start, end, language):
        yield from _without_link(text, a, b, kind, language)
    if signed:
        yield Cut(signed, line.end, "credit")


def _signature(text: str, start: int, end: int) -> int | None:
    """Where a signature in brackets begins, after a full stop: "… katanya. (Antara)"."""
    sign = _SIGNED.search(text, max(start, end - 60), end) if text[end - 1] in ")*" else None
    if sign is None or not _STOPPED.search(text[max(start, sign.start() - 12) : sign.start()].rstrip()):
        return None
    return sign.start()


def _without_link(text: str, start: int, end: int, kind: SentenceKind, language: str) -> Iterator[Cut]:
    """A line that lost its breaks holds titles of other articles, and after them the next sentence."""
    if not opening(language, "furniture", "link").match(text, start, end):
        yield Cut(start, end, kind)
        return
    body = _after_title(text, start, end, language) if text[end - 1] == "." else end
    if start < body:
        yield Cut(start, body, "furniture")
    if body < end:
        yield Cut(body, end, kind)


def _after_title(text: str, start: int, end: int, language: str) -> int:
    """Where a title ends: before the capital word (or the word that begins sentences) next to a small word.

    "Baca Juga: BEI: Kami Akan Minta Penjelasan Stefanus menjelaskan, setiap" goes on at "Stefanus".
    """
    colon = _COLON.match(text, start, end)
    words = list(_TITLE_WORD.finditer(text, colon.end() if colon else start, end))
    verb = next((i for i, word in enumerate(words) if _is_verb(word[0], language)), 0)
    while verb > 1 and words[verb - 1][0].islower():  # "Pejabat itu menjelaskan"
        verb -= 1
    if verb == 0 or not words[verb - 1][0][0].isupper():
        return end
    begins = words_of(language, "small_in_titles")  # so a capital there begins a sentence
    run = itertools.takewhile(lambda word: word[0][0].isupper(), reversed(words[:verb]))
    at = next((word for word in run if word[0].lower() in begins), words[verb - 1]).start()
    return at - 1 if text[at - 1] in "\"“‘'" else at


def _is_verb(word: str, language: str) -> bool:
    """A longer word in small letters that titles do not write small."""
    return len(word) > 3 and word[0].islower() and word not in words_of(language, "small_in_titles")


# the table of kinds: the first row that holds decides

_Row = tuple[SentenceKind, Callable[[Line, str], bool]]


def _is_furniture(line: Line, language: str) -> bool:
    return len(line.text) < 250 and opening(language, "furniture", "link").match(line.text) is not None


def _is_stamp(line: Line, language: str) -> bool:
    return is_stamp(line.text, language)


def _is_link(line: Line, language: str) -> bool:
    return line.linked and line.titled and not line.text.endswith(".")


def _is_credit(line: Line, language: str) -> bool:
    return opening(language, "credit").match(line.text) is not None or (
        line.text[0] in "(*" and _SIGNED.match(line.text) is not None
    )


def _is_caption(line: Line, language: str) -> bool:
    return ":" in line.text[:300] and captions(language).search(line.text, 0, 300) is not None


def _is_headline(line: Line, language: str) -> bool:
    if line.body:
        return False
    same = bool(line.title) and line.text.casefold() == line.title
    return same or (line.words >= 4 and line.titled and not line.text.endswith((".", '."', ".”", ":")))


def _is_byline(line: Line, language: str) -> bool:
    return not line.body and line.headed and 2 <= line.words <= 4 and _bare(line) and _all_capital(line)


def _is_label(line: Line, language: str) -> bool:
    """A section name or picture title above the first sentence."""
    return not line.body and line.words <= 3 and _bare(line) and line.text[0].isupper()


def _is_tag(line: Line, language: str) -> bool:
    """Key words under the text: small letters, no stop."""
    if not line.body or line.words > 6 or not line.text[0].islower() or line.stopped:
        return False
    return line.signed or (_bare(line) and line.text.islower())


def _is_heading(line: Line, language: str) -> bool:
    if line.stopped or line.words >= _SHORT + 6:
        return False
    return line.titled or (line.text.endswith(":") and line.words < _SHORT - 2)


def _is_fragment(line: Line, language: str) -> bool:
    return line.words < _SHORT and line.text[0] not in '"“' and line.text[-1] != ":"


def _bare(line: Line) -> bool:
    return not line.stopped and line.text[-1] not in ":,;" and not any(map(str.isdigit, line.text))


def _all_capital(line: Line) -> bool:
    return all(word[0].isupper() for word in line.text.split())


_ROWS: tuple[_Row, ...] = (
    ("furniture", _is_furniture),
    ("furniture", _is_stamp),
    ("sentence", lambda line, _: not line.body and dateline(line.text, 0, len(line.text)) is not None),
    ("furniture", _is_link),
    ("credit", _is_credit),
    ("caption", _is_caption),
    ("headline", _is_headline),
    ("bullet", lambda line, _: bool(line.mark) and not line.mark[0].isalnum()),
    ("sentence", lambda line, _: line.stopped),
    ("byline", _is_byline),
    ("furniture", _is_label),
    ("furniture", _is_tag),
    ("heading", _is_heading),
    ("fragment", _is_fragment),
    ("sentence", lambda line, _: True),
)
