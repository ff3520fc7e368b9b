"""The reading text: what every later stage reads, with a way back to the text as given."""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from claimcheck.records.finding import Diagnostic
from claimcheck.records.span import Span

# Spaces that are no plain space (Unicode Zs), and the Cc controls, tab and carriage return among them.
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_CONTROLS = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
_BLANKS = "\t\x0b\x0c\x1c-\x1f\r\x85"
_SURROGATES = "\ud800-\udfff"
# Dashes that stand for the plain ones: "ke\u201115", "10\u250013 Juni".
_DASHES = {"\u2010": "-", "\u2011": "-", "\u2012": "\u2013", "\u2015": "\u2014", "\u2500": "\u2013"}
# Bidirectional controls reorder what is seen (Trojan Source); the rest is not seen at all.
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f"

_SWAPPED = re.compile(f"[{_SPACES}{_CONTROLS}{_BLANKS}{_SURROGATES}\u2028\u2029{''.join(_DASHES)}]")
_DROPPED = re.compile(f"[{_BIDI}{_INVISIBLE}]+")
_LONE_RETURN = re.compile(r"\r(?!\n)")
_LONG_RUN = re.compile(r"\S{201}")
_MARK_RUN = 30  # marks on one letter; Unicode's stream-safe format (UAX #15) allows no more

Piece = tuple[str, int, int]  # reading text, start given, width given; width 0 is one for one

_NOTES = (
    ("text.surrogate", re.compile(f"[{_SURROGATES}]"), "half a character (a lone surrogate)"),
    ("text.control", re.compile(f"[{_CONTROLS}]"), "a control character"),
    ("text.bidi", re.compile(f"[{_BIDI}]"), "a character that reorders what is shown"),
    (
        "text.invisible",
        re.compile("[\u034f\u180e\u200b\u2060-\u2064\U000e0000-\U000e007f]"),
        "an invisible character",
    ),
    ("text.replacement", re.compile("\ufffd"), "a character lost in an earlier conversion"),
    ("text.long-run", _LONG_RUN, "more than 200 characters without a space"),
)


@dataclass(frozen=True, slots=True)
class Offsets:
    """Where each stretch of the reading text stands in the text as given.

    Stretch `i` starts at `reading[i]` and at `given[i]`; it runs one for one where `width[i]` is 0, else all
    of it stands for the `width[i]` characters given there, or for none where that is -1.
    """

    reading: tuple[int, ...]
    given: tuple[int, ...]
    width: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Clean:
    """The reading text and, where it is not as long as the text given, the way back."""

    text: str
    offsets: Offsets | None = None

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The place in the text as given: half-open, code points; an empty place stays empty.

        >>> clean("ke\\u00admarin").back(0, 7)
        (0, 8)
        """
        if self.offsets is None:
            return start, end
        first = _place(self.offsets, start)[0]
        return (first, first) if end <= start else (first, _place(self.offsets, end - 1)[1])


def _place(offsets: Offsets, at: int) -> tuple[int, int]:
    """The half-open place given for the one reading character at `at`."""
    i = bisect_right(offsets.reading, at) - 1
    place = offsets.given[i]
    if offsets.width[i]:
        return place, place + max(0, offsets.width[i])
    place += at - offsets.reading[i]
    return place, place + 1


def clean(text: str) -> Clean:
    """The reading text: plain spaces and line breaks, nothing invisible, composed letters (NFC).

    Lone surrogates become U+FFFD, every other control or Unicode space a plain space, and unusual hyphens and
    dashes the usual ones, one for one (so CRLF is a space and a line break). Bidirectional and zero-width
    characters, soft hyphens and byte-order marks go, and letters with separate accents are composed; then
    `offsets` leads back. Text without any of these comes back as it is. Time is linear; nothing raises.

    >>> clean("Rp\\u00a05\\r\\njuta").text
    'Rp 5 \\njuta'
    >>> clean("Divisi ke\\u201115").text
    'Divisi ke-15'
    >>> clean("cafe\\u0301").back(3, 4)
    (3, 5)
    """
    swapped = _SWAPPED.sub(_plain, text) if _SWAPPED.search(text) else text
    if "\r" in text and _LONE_RETURN.search(text):
        swapped = _lone_returns(text, swapped)
    if swapped.isascii() or not (_DROPPED.search(swapped) or _decomposed(swapped)):
        return Clean(swapped)
    return mapped(_pieces(swapped))


def spaced(made: Clean, at: list[int]) -> Clean:
    """The same reading text with a space before each of the places, which must be in order.

    >>> spaced(clean("pulang.Ia"), [7]).text
    'pulang. Ia'
    >>> spaced(clean("pulang.Ia"), [7]).back(8, 10)
    (7, 9)
    """
    return _changed(made, at, " ", 0)


def without(made: Clean, at: list[int]) -> Clean:
    """The same reading text without the characters at the places, which must be in order.

    >>> without(clean("15, 000 orang"), [3]).text
    '15,000 orang'
    >>> without(clean("15, 000 orang"), [3]).back(0, 6)
    (0, 7)
    """
    return _changed(made, at, "", 1)


def _changed(made: Clean, at: list[int], put: str, taken: int) -> Clean:
    """The same reading text with something put at each of the places, in order, and so many characters taken away."""
    if not at:
        return made
    old = made.offsets or Offsets((0,), (0,), (0,))
    bounds = [*old.reading[1:], len(made.text)]
    pieces: list[Piece] = []
    ahead = iter([*at, len(made.text) + 1])
    place = next(ahead)
    for start, end, given, width in zip(old.reading, bounds, old.given, old.width, strict=True):
        base = start
        while place < end:
            pieces += _part(made.text, base, place, start, given, width)
            if put:
                pieces.append((put, made.back(place, place)[0], -1))
            base, place = place + taken, next(ahead)
        pieces += _part(made.text, base, end, start, given, width)
    return mapped(pieces)


def _part(text: str, base: int, end: int, start: int, given: int, width: int) -> list[Piece]:
    """The piece [base, end) of a stretch that starts at `start` and at `given`."""
    return [(text[base:end], given if width else given + base - start, width)] if base < end else []


def _plain(match: re.Match[str]) -> str:
    char = match[0]
    if char in "\u2028\u2029\x85":
        return "\n"
    return "\ufffd" if "\ud800" <= char <= "\udfff" else _DASHES.get(char, " ")


def _lone_returns(text: str, swapped: str) -> str:
    """A carriage return without a line feed is a line break itself (old Macintosh files)."""
    chars = list(swapped)
    for mark in _LONE_RETURN.finditer(text):
        chars[mark.start()] = "\n"
    return "".join(chars)


def _decomposed(text: str) -> bool:
    """Whether some letter stands apart from its accent; long runs of marks count, unread."""
    return bool(_MARKS.search(text)) or not unicodedata.is_normalized("NFC", text)


# The marks that news text has, enough to see a hostile run of them before normalising it.
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{9}"
)


def _pieces(text: str) -> list[Piece]:
    """The stretches between what goes, composed."""
    pieces: list[Piece] = []
    at = 0
    for gap in _DROPPED.finditer(text):
        pieces.extend(_composed(text[at : gap.start()], at))
        at = gap.end()
    pieces.extend(_composed(text[at:], at))
    return pieces


def _composed(text: str, base: int) -> list[Piece]:
    """The stretch with its letters composed, cut where composing changes the length."""
    if not text or text.isascii() or not _decomposed(text):
        return [(text, base, 0)] if text else []
    pieces: list[Piece] = []
    plain = 0
    for start, end in _clusters(text):
        letter = unicodedata.normalize("NFC", text[start:end])
        if letter == text[start:end]:
            continue
        if plain < start:
            pieces.append((text[plain:start], base + plain, 0))
        pieces.append((letter, base + start, end - start))
        plain = end
    if plain < len(text):
        pieces.append((text[plain:], base + plain, 0))
    return pieces


def _clusters(text: str) -> list[tuple[int, int]]:
    """A letter with its marks, or a Hangul syllable in parts; a letter alone where NFC may change it."""
    clusters: list[tuple[int, int]] = []
    start = 0
    for i, char in enumerate(text):
        if i and char > "\x7f" and i - start < _MARK_RUN and _joins(char):
            continue
        if i > start and (i - start > 1 or text[start] > "\x7f"):
            clusters.append((start, i))
        start = i
    clusters.append((start, len(text)))
    return clusters


def _joins(char: str) -> bool:
    return bool(unicodedata.combining(char)) or "\u1160" <= char <= "\u11ff"


def mapped(pieces: list[Piece]) -> Clean:
    """Join pieces into one text with the way back."""
    reading: list[int] = []
    at = 0
    for piece, _, _ in pieces:
        reading.append(at)
        at += len(piece)
    text = "".join(piece for piece, _, _ in pieces)
    if not pieces:
        return Clean(text, Offsets((0,), (0,), (0,)))
    return Clean(text, Offsets(tuple(reading), tuple(p[1] for p in pieces), tuple(p[2] for p in pieces)))


def notes(text: str, document: str) -> tuple[Diagnostic, ...]:
    """What is odd about a text: one diagnostic a kind, at its first place, with the number of places.

    >>> [d.code for d in notes("aman\\u202e", "a")]
    ['text.bidi']
    """
    found = []
    for code, pattern, what in _NOTES:
        if first := pattern.search(text):
            found.append(_note(code, what, first, sum(1 for _ in pattern.finditer(text)), document))
    return tuple(found)


def _note(code: str, what: str, first: re.Match[str], count: int, document: str) -> Diagnostic:
    times = "once" if count == 1 else f"{count} times"
    span = Span(document, first.start(), first.end(), first[0].encode("utf-8", "replace").decode("utf-8"))
    return Diagnostic(code, f"{what}, {times}; the first at {first.start()}", document, span)
