"""Copies of one text, and sayings that two reports quote: what stands where they differ, if it cannot all be right.

Two reports that have nearly all their sentences word for word are copies, and so is one sentence of two reports that
share others. Where such a sentence has other words in one place only, nothing need be linked: what stands there is
compared by itself. Other words for the same, other marks and other spellings say nothing.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, combinations

from claimcheck.judging.answers import Answer, Judged
from claimcheck.judging.requoted import requoted
from claimcheck.judging.swapped_names import other_name
from claimcheck.judging.swapped_words import (
    contrary,
    counts_time,
    denied,
    other_day,
    other_figure,
    other_number,
    other_words,
    voice,
)
from claimcheck.judging.swaps import Part, Swap, swaps
from claimcheck.records import Claim, Reading, Step
from claimcheck.records.finding import FindingKind

NUMBER, FIGURES, DATE, DENIED, CONTRARY, VOICE, NAME, QUOTED = (
    "copies.number",
    "copies.figure",
    "copies.date",
    "copies.denied",
    "copies.contrary",
    "copies.voice",
    "copies.name",
    "copies.quoted",
)
RULES = {
    NUMBER: "One sentence of two copies differs in a number only.",
    FIGURES: "One sentence of two copies differs in a figure or a code only.",
    DATE: "One sentence of two copies differs in a day or an hour only.",
    DENIED: 'A sentence of two copies, or a saying of two, differs in a "not" only.',
    CONTRARY: "A sentence of two copies, or a saying of two, has a word where the other has its contrary.",
    VOICE: "A sentence of two copies, or a saying of two, has an act done where the other has it suffered.",
    NAME: "A sentence of two copies, or a saying of two, names another person, place or body in the same place.",
    QUOTED: "The words between the quotation marks differ in one place of a sentence of two copies.",
}


def copied_apart(readings: Sequence[Reading], rows: Iterable[Judged]) -> list[list[Judged]]:
    """What two copies of a sentence have in the one place where they differ, as far as it cannot all be right.

    >>> from claimcheck import read
    >>> from claimcheck.records import Document
    >>> same = "Hujan turun sejak pagi di Solo. Warga mengungsi ke balai desa. Air surut menjelang malam hari. "
    >>> texts = [f"{same}Mobil itu menabrak bagian {end} truk." for end in ("depan", "belakang")]
    >>> two = [read(Document(id=str(i), text=text, language="id")) for i, text in enumerate(texts)]
    >>> [(row.a.says, row.b.says) for (row,) in copied_apart(two, [])]
    [('depan', 'belakang')]
    """
    told = _told(rows)
    claims = _claims(readings)
    found: dict[FindingKind, list[Judged]] = defaultdict(list)
    copied = ((swap, _verdicts(swap)) for swap in swaps(readings))
    for swap, verdicts in chain(copied, ((swap, _said_otherwise(swap)) for swap in requoted(readings))):
        for kind, rule in verdicts:
            at = frozenset((p.line.document, p.line.sentence.span.start) for p in swap.parts)
            if (kind, at) not in told:
                found[kind].append(_row(swap, kind, rule, claims))
    return [[*rows, *_same(rows)] for rows in found.values()]


def _told(rows: Iterable[Judged]) -> set[tuple[FindingKind, frozenset[tuple[str, int]]]]:
    """The sentences whose difference of a kind is told already: a conflict, or numbers that grow or are hedged."""
    return {
        (row.kind, frozenset((x.claim.document, x.claim.sentence.span.start) for x in (row.a, row.b)))
        for row in rows
        if row.relation == "conflict" or (row.relation, row.kind) == ("updates", "number")
    }


def _claims(readings: Sequence[Reading]) -> Mapping[tuple[str, int], Sequence[Claim]]:
    found: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in (claim for reading in readings for claim in reading.claims):
        found[claim.document, claim.sentence.span.start].append(claim)
    return found


def _row(
    swap: Swap, kind: FindingKind, rule: str, claims: Mapping[tuple[str, int], Sequence[Claim]]
) -> Judged:
    a, b = (_answer(part, claims) for part in swap.parts)
    return Judged(kind, "conflict", (Step(rule, True, f"{a.says} and {b.says} stand in one place"),), a, b)


def _answer(part: Part, claims: Mapping[tuple[str, int], Sequence[Claim]]) -> Answer:
    """The words of the place, in the claim of the sentence that holds them, or in the whole sentence."""
    mine = claims[part.line.document, part.line.sentence.span.start]
    holds = [c for c in mine if c.span.start <= part.start and part.end <= c.span.end]
    claim = min(holds, key=lambda c: c.span.end - c.span.start) if holds else mine[0]
    return Answer(claim if holds else replace(claim, span=part.line.sentence.span), part.text, part.start)


def _same(rows: Sequence[Judged]) -> Iterator[Judged]:
    """The answers that stand against one answer in the same words: one side."""
    against: dict[Answer, list[Answer]] = defaultdict(list)
    for row in rows:
        against[row.a].append(row.b)
        against[row.b].append(row.a)
    for others in against.values():
        for x, y in combinations(others, 2):
            if x.says == y.says:
                yield Judged(rows[0].kind, "same", rows[0].steps, x, y)


def _verdicts(swap: Swap) -> Iterator[tuple[FindingKind, str]]:
    """The kinds in which the two places of two copies clash, each with its rule; quoted words may be others only."""
    held = list(_clashes(swap))
    yield from held
    values = any(all(map(read, swap.parts)) for _, _, read, _ in VALUES)
    if swap.quoted and swap.two.whole and not values and (held or other_words(swap)):
        yield "quotation", QUOTED


def _clashes(swap: Swap) -> Iterator[tuple[FindingKind, str]]:
    """The kinds in which two places cannot both be right: values alone where both are values."""
    for kind, rule, read, test in VALUES:
        if all(map(read, swap.parts)):
            if test(swap):
                yield kind, rule
                if kind == "date" and counts_time(swap):
                    yield "number", NUMBER
            return
    yield from [(kind, rule) for kind, rule, test in ROWS if test(swap)][:1]


def _said_otherwise(swap: Swap) -> list[tuple[FindingKind, str]]:
    """The kinds in which two places of one saying clash; with another number it is another saying."""
    return [] if any(part.quantities or part.times for part in swap.parts) else list(_clashes(swap))


VALUES: tuple[tuple[FindingKind, str, Callable[[Part], Sequence[object]], Callable[[Swap], bool]], ...] = (
    ("date", DATE, lambda part: part.times, other_day),
    ("number", NUMBER, lambda part: part.quantities, other_number),
)
ROWS: tuple[tuple[FindingKind, str, Callable[[Swap], bool]], ...] = (
    ("number", FIGURES, other_figure),
    ("polarity", DENIED, denied),
    ("polarity", CONTRARY, contrary),
    ("attribution", VOICE, voice),
    ("attribution", NAME, other_name),
)
