"""Copies that differ in one place only: what stands there in either, where that place is the speaker's."""

import re

from claimcheck.judging.runs import around, runs
from claimcheck.languages import load
from claimcheck.records import Attribution, Claim, Span

RUN = 10  # words in a row that two people do not say by chance
LONGEST = 16  # words and signs that may stand in the one place: a long office with its brackets
_WORD = re.compile(r"\w+|[^\w\s]")
Place = tuple[int, int]


def one_place(a: str, b: str) -> tuple[Place, Place] | None:
    """The one place where two texts differ, in whole words; None where they are alike or one has nothing there.

    >>> a, b = "“Siap,” kata Rio, Senin.", "“Siap,” kata Budi Anggoro, Senin."
    >>> (i, j), (k, m) = one_place(a, b)
    >>> a[i:j], b[k:m]
    ('Rio', 'Budi Anggoro')
    """
    mine, theirs = list(_WORD.finditer(a)), list(_WORD.finditer(b))
    head, tail = around([w[0] for w in mine], [w[0] for w in theirs])
    x, y = mine[head : len(mine) - tail], theirs[head : len(theirs) - tail]
    if not x or not y or max(len(x), len(y)) > LONGEST:
        return None
    return (x[0].start(), x[-1].end()), (y[0].start(), y[-1].end())


def in_one_run(a: str, b: str) -> bool:
    """Whether two texts have so many words in a row that one of them was copied.

    >>> a = "langkah itu akan menjadi tahap penting dalam kerja sama antara kedua tentara"
    >>> in_one_run(a, f"menilai {a}"), in_one_run(a, "langkah itu akan menjadi tahap baru")
    (True, False)
    """
    mine, theirs = (_WORD.findall(text.lower()) for text in (a, b))
    return not {*runs(mine, RUN)}.isdisjoint(runs(theirs, RUN))


def other_speaker(a: Claim, b: Claim) -> tuple[str, str] | None:
    """What two copies have for the speaker, where nothing else differs in the sentence or in all that was said.

    A pronoun is nobody else: one copy has "he said" for "Quinn said".
    """
    x, y = a.attribution, b.attribution
    if x is None or y is None:
        return None
    wholes = ((a.sentence.span, b.sentence.span), (x.span, y.span))
    found = next((found for whole in wholes if (found := _differing(*whole, x, y)) is not None), None)
    pronouns = found and [
        c for c, said in zip((a, b), found, strict=True) if load(c.language).has("say_pronoun", said.lower())
    ]
    return None if pronouns else found


def _differing(mine: Span, theirs: Span, x: Attribution, y: Attribution) -> tuple[str, str] | None:
    places = one_place(mine.text, theirs.text)
    if places is None or not (_speakers(mine, places[0], x) and _speakers(theirs, places[1], y)):
        return None
    return mine.text[slice(*places[0])], theirs.text[slice(*places[1])]


def _speakers(whole: Span, place: Place, said: Attribution) -> bool:
    """Whether a place in a text is the speaker's: it meets the phrase that names the speaker, and not the cue."""
    start, end = whole.start + place[0], whole.start + place[1]
    named = said.source_span
    return (
        named is not None
        and named.start < end
        and start < named.end
        and not (said.cue.start < end and start < said.cue.end)
    )
