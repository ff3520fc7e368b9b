"""Which sentences tell one happening: the same act of one event, whatever they ask of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from claimcheck.checked import claim_named
from claimcheck.languages.lexicon import broader, kind
from claimcheck.linking.rows import Matrix, Numbers, one_hot, together
from claimcheck.linking.weights import BROADER, TOLD, act_of, neutral, told_in
from claimcheck.records import Claim, Sentence

SPEAKING = frozenset({"say"})  # that somebody spoke is no happening
NAMES = 2  # names from which on two sentences have them in common: one is what all of the event is about
ROWS = 256  # sentences looked at at a time, to bound the memory


@dataclass(frozen=True, slots=True)
class Tellings:
    """The sentences that hold claims as rows: their concepts, the acts among them, and the main acts of their claims.

    `place` is the row of each claim's sentence by the claim's id; `wider` has the broader acts too: who acquires, buys;
    `words` are those that are no concepts; `event` and `document` say where each sentence stands.
    """

    place: dict[str, int]
    sentences: Sequence[Sentence]
    concepts: Matrix
    acts: Matrix
    wider: Matrix
    main: Matrix
    words: Matrix
    names: Matrix
    event: Numbers
    document: Numbers


def tellings(events: Iterable[Sequence[str]], claims: Sequence[Claim]) -> Tellings:
    """The sentences of all claims and what each tells; `events` are the documents (ids) of one event each."""
    row: dict[Sentence, int] = {}
    rows = [row.setdefault(claim.sentence, len(row)) for claim in claims]
    event = {id: i for i, group in enumerate(events) for id in group}
    document = {id: i for i, id in enumerate(event)}
    concepts, acts, wider, main, words, names = (
        together(one_hot([looked_at(claim) for claim in claims])[1], np.array(rows, dtype=np.int64))
        for looked_at in (_concepts, _acts, _wider, _main, _words, _names)
    )
    return Tellings(
        {claim.id: i for claim, i in zip(claims, rows, strict=True)},
        tuple(row),
        concepts,
        acts,
        wider,
        main,
        words,
        names,
        np.array([event[s.span.document] for s in row], dtype=np.int64),
        np.array([document[s.span.document] for s in row], dtype=np.int64),
    )


def related(told: Tellings, claim: str) -> tuple[Sentence, ...]:
    """The sentences of other documents that tell what the sentence of a claim tells, most in common first.

    Raises `OptionError` where there is no such claim.
    """
    at = told.place[claim_named(claim, told.place)]
    common = _common(told, slice(at, at + 1))[0]
    order = np.argsort(-common, kind="stable")
    return tuple(told.sentences[i] for i in order[: np.count_nonzero(common)])


def pairs(told: Tellings) -> Iterator[tuple[Sentence, Sentence]]:
    """All pairs of sentences of different documents that tell one happening, each once."""
    for start in range(0, len(told.sentences), ROWS):
        one, other = np.nonzero(_common(told, slice(start, start + ROWS)))
        for i, j in zip((one + start).tolist(), other.tolist(), strict=True):
            if i < j:
                yield told.sentences[i], told.sentences[j]


def _common(told: Tellings, rows: slice) -> Numbers:
    """One more than the concepts that sentences share with each other sentence; 0 where they tell no happening both.

    They do where documents of one event tell one act, and with it another thing or two names, or where it is the main
    act of a claim in each.
    """
    concepts, acts, wider, main, words, names = (
        (matrix[rows] @ matrix.T).toarray()
        for matrix in (told.concepts, told.acts, told.wider, told.main, told.words, told.names)
    )
    with_another = (concepts >= np.where(acts > 0, 2, 1)) | (words > 0) | (names >= NAMES)
    apart = (told.event[rows, None] != told.event) | (told.document[rows, None] == told.document)
    both = (wider > 0) & with_another | (main > 0)
    common: Numbers = (concepts + 1) * (both & ~apart)
    return common


def _concepts(claim: Claim) -> set[str]:
    return set(map(neutral, claim.question.concepts)) - SPEAKING


def _acts(claim: Claim) -> set[str]:
    return told_in(claim) - SPEAKING


def _wider(claim: Claim) -> set[str]:
    return {wide for act in _acts(claim) for wide in (act, *_above(act))} - SPEAKING


def _main(claim: Claim) -> set[str]:
    act = act_of(claim)
    return {act} - SPEAKING if act is not None else set()


def _words(claim: Claim) -> tuple[str, ...]:
    return claim.question.lemmas


def _names(claim: Claim) -> tuple[str, ...]:
    return claim.question.names


@cache
def _above(act: str) -> tuple[str, ...]:
    """The broader acts of an act: buy above acquisition."""
    found: list[str] = []
    wide = broader(act)
    while wide is not None and len(found) < BROADER:
        found += [neutral(wide)] if kind(wide) in TOLD else []
        wide = broader(wide)
    return tuple(found)
