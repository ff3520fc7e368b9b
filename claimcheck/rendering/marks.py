"""Which words of a quoted sentence to mark: the answers that stand against each other."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from claimcheck.records import Claim, Finding, Side, Span
from claimcheck.rendering import escape

_WORD = re.compile(r"\w+(?:[.,:/]\w+){0,8}")
# A span longer than this is a clause, not an answer: the words that differ are marked inside it.
_ANSWER = 24
_WORDED = ("quotation", "polarity")


@dataclass(frozen=True)
class Piece:
    """A run of text, marked or not."""

    text: str
    marked: bool


def pieces(context: Span, marks: Iterable[Span]) -> tuple[Piece, ...]:
    """The context cut at the marks; overlapping marks join, marks outside it are cut off.

    >>> pieces(Span("a", 0, 9, "tiga tewas"[:9]), [Span("a", 0, 4, "tiga")])
    (Piece(text='tiga', marked=True), Piece(text=' tewa', marked=False))
    """
    rows, cursor = [], context.start
    for start, end in _joined(context, marks):
        rows.append((context.text[cursor - context.start : start - context.start], False))
        rows.append((context.text[start - context.start : end - context.start], True))
        cursor = end
    rows.append((context.text[cursor - context.start :], False))
    return tuple(Piece(text, marked) for text, marked in rows if text)


def _joined(context: Span, marks: Iterable[Span]) -> list[tuple[int, int]]:
    rows: list[tuple[int, int]] = []
    for start, end in sorted((max(m.start, context.start), min(m.end, context.end)) for m in marks):
        if start >= end:
            continue
        if rows and start <= rows[-1][1]:
            rows[-1] = (rows[-1][0], max(end, rows[-1][1]))
        else:
            rows.append((start, end))
    return [_whole(context, *row) for row in rows]


def _whole(context: Span, start: int, end: int) -> tuple[int, int]:
    text, base = context.text, context.start
    while escape.inside(text, start - base):
        start -= 1
    while escape.inside(text, end - base):
        end += 1
    return start, end


def marks(finding: Finding, side: Side, span: Span, claim: Claim | None) -> tuple[Span, ...]:
    """The words to mark where a side is quoted: its answer, or the words in which the sides differ.

    Nothing is marked in a quotation whose words the others all have too: they have more.
    """
    answers = [a for a in _ANSWERS.get(finding.kind, _none)(claim) if _inside(a, span)] if claim else []
    said = [a for a in answers if a.text.casefold() in side.says.casefold()]
    if answers:
        return tuple(said or answers)
    if len(span.text) <= _ANSWER or not (claim is None or span == claim.span or finding.kind in _WORDED):
        return (span,)
    differing = _differing(finding, side, span)
    return differing if differing or finding.kind in _WORDED else (span,)


def _inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _none(claim: Claim) -> tuple[Span, ...]:
    return ()


def _quantities(claim: Claim) -> tuple[Span, ...]:
    return tuple(q.span for q in claim.quantities)


def _times(claim: Claim) -> tuple[Span, ...]:
    return tuple(t.span for t in claim.times)


def _speaker(claim: Claim) -> tuple[Span, ...]:
    if claim.attribution is None:
        return ()
    return (claim.attribution.source_span or claim.attribution.cue,)


_ANSWERS: dict[str, Callable[[Claim], tuple[Span, ...]]] = {
    "number": _quantities,
    "arithmetic": _quantities,
    "date": _times,
    "calendar": _times,
    "attribution": _speaker,
}


def _differing(finding: Finding, side: Side, span: Span) -> tuple[Span, ...]:
    others = [_words(*(x.text for x in s.spans)) for s in finding.sides if s is not side]
    if not others:
        return ()
    missing = [m for m in _WORD.finditer(span.text) if any(m[0].casefold() not in o for o in others)]
    said = [m for m in missing if finding.kind == "quotation" and m[0].casefold() in _words(side.says)]
    rare = [m for m in missing if all(m[0].casefold() not in o for o in others)]
    return tuple(
        Span(span.document, span.start + start, span.start + end, span.text[start:end])
        for start, end in _runs(said or rare or missing, span.text)
    )


def _words(*texts: str) -> frozenset[str]:
    return frozenset(m[0].casefold() for t in texts for m in _WORD.finditer(t))


def _runs(found: list[re.Match[str]], text: str) -> list[tuple[int, int]]:
    rows: list[tuple[int, int]] = []
    for match in found:
        if rows and not text[rows[-1][1] : match.start()].strip():
            rows[-1] = (rows[-1][0], match.end())
        else:
            rows.append(match.span())
    return rows
