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


def marks(
    finding: Finding, side: Side, span: Span, claim: Claim | None, common: frozenset[str] = frozenset()
) -> tuple[Span, ...]:
    """The words to mark where a side is quoted: its answer, or the words in which the sides differ.

    Nothing is marked in a quotation whose words the others all have too: they have more. `common` are words
    that stand out of a difference only where nothing else does.
    """
    answers = [a for a in _ANSWERS.get(finding.kind, _none)(claim) if _inside(a, span)] if claim else []
    said = [a for a in answers if a.text.casefold() in side.says.casefold()]
    if answers:
        return tuple(said or answers)
    if len(span.text) <= _ANSWER or not (claim is None or span == claim.span or finding.kind in _WORDED):
        return (span,)
    differing = _differing(finding, side, span, common)
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


def _differing(finding: Finding, side: Side, span: Span, common: frozenset[str]) -> tuple[Span, ...]:
    others = [_words(*(x.text for x in s.spans)) for s in finding.sides if s is not side]
    if not others:
        return ()
    missing = [m for m in _WORD.finditer(span.text) if any(m[0].casefold() not in o for o in others)]
    said = [m for m in missing if finding.kind == "quotation" and m[0].casefold() in _words(side.says)]
    rare = [m for m in missing if all(m[0].casefold() not in o for o in others)]
    runs = _runs(said or rare or missing, span.text)
    if not _only(finding, common):
        runs = [kept for run in runs if (kept := _trimmed(run, common))]
    places = ((span.start + run[0].start(), span.start + run[-1].end()) for run in runs)
    return tuple(Span(span.document, a, b, span.text[a - span.start : b - span.start]) for a, b in places)


def _words(*texts: str) -> frozenset[str]:
    return frozenset(m[0].casefold() for t in texts for m in _WORD.finditer(t))


def _only(finding: Finding, common: frozenset[str]) -> bool:
    """Whether the sides differ in common words alone, so that these matter."""
    sides = [_words(*(x.text for x in s.spans)) for s in finding.sides]
    return not frozenset.union(*sides) - frozenset.intersection(*sides) - common


def _runs(found: list[re.Match[str]], text: str) -> list[list[re.Match[str]]]:
    """Words that follow each other, together."""
    rows: list[list[re.Match[str]]] = []
    for match in found:
        if rows and not text[rows[-1][-1].end() : match.start()].strip():
            rows[-1].append(match)
        else:
            rows.append([match])
    return rows


def _trimmed(run: list[re.Match[str]], common: frozenset[str]) -> list[re.Match[str]]:
    """A run without the common words at its ends."""
    kept = [n for n, m in enumerate(run) if m[0].casefold() not in common]
    return run[kept[0] : kept[-1] + 1] if kept else []
