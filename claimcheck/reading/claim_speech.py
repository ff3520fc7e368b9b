"""Who says what a clause says, and clauses that say no more than that."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.reading.claim_notes import Notes, begins, inside, tokens_of
from claimcheck.reading.clauses import Clause, first_verb
from claimcheck.reading.rules import Found
from claimcheck.records import Attribution
from claimcheck.text.tokens import Tokens

COVERED = 0.6  # share of a claim that an attribution must cover to be its own
NEUTRAL = {"says", "carries", "confirms"}  # cues that add nothing to the question; to accuse or to deny does
NEAREST = 16  # attributions that begin before a clause ends and may still cover it
PHRASE = 4  # words from which what was said is a statement and no mere "klaim tersebut"
BARELY = 0.25  # share of a clause below which what was said is not in it


def with_frames(clauses: Sequence[Clause], notes: Notes) -> Iterator[Clause]:
    """The clauses that say something; one that only says who speaks opens the words it introduces.

    "Tiongkok menegaskan pada hari Senin" and "bahwa mereka ketat" are one claim; "kata Patel" behind a
    quotation is none.
    """
    frame: Clause | None = None
    for clause in clauses:
        said = attribution_of(clause, notes)
        if said is not None and _only_cue(clause, said, notes):
            yield from _telling(frame, notes)
            frame = clause
            continue
        if _only_carries(clause, notes):
            continue
        if frame is not None and frame.end <= clause.start <= frame.end + 2:
            clause = replace(clause, start=frame.start, core=clause.start)
        else:
            yield from _telling(frame, notes)
        frame = None
        yield clause
    yield from _telling(frame, notes)


def _only_carries(clause: Clause, notes: Notes) -> bool:
    """Whether a clause says no more than where something was read: "dikutip Selasa (10/6/2025)"."""
    words, pack = notes.tokens.lowers, notes.pack
    if not pack.has("carry_word", words[clause.start]):
        return False
    named = {
        i
        for found in (notes.names, notes.times)
        for n in inside(clause, found)
        for i in range(n.start, n.end)
    }
    rest = (words[i] for i in range(clause.start + 1, clause.end) if i not in named and words[i].isalpha())
    return all(pack.has("carry_link", word) for word in rest)


def attribution_of(clause: Clause, notes: Notes) -> Found[Attribution] | None:
    """The attribution whose cue and words cover most of the clause; the nearer one of nested ones."""
    touching = [(_covered(clause, a.item, notes.tokens), a) for a in _touching(clause, notes)]
    covering = [(share, a) for share, a in touching if share >= COVERED]
    with_cue = [row for row in covering if cue_inside(clause, row[1].item, notes.tokens)]
    best = max(
        with_cue or covering, key=lambda row: (round(row[0], 1), row[1].start - row[1].end), default=None
    )
    return best[1] if best is not None else None


def _touching(clause: Clause, notes: Notes) -> list[Found[Attribution]]:
    before = bisect_left(notes.speech, clause.end, key=begins)
    return [a for a in notes.speech[max(0, before - NEAREST) : before] if clause.start < a.end]


def _covered(clause: Clause, said: Attribution, tokens: Tokens) -> float:
    """The share of the clause that is what was said, its cue, or the speaker before the cue.

    All that stands behind a cue that closes what was said is of the speaker: “…,” kata Budi «di Jakarta, Senin».
    """
    start, end = tokens.starts[clause.start], tokens.ends[clause.end - 1]
    here = said.cue.start < end and start < said.cue.end
    if here and start < said.content.end <= said.cue.start:
        return (end - max(start, said.content.start)) / (end - start)
    said_by = [said.source_span] if said.source_span is not None and here else []
    holds = max(0, min(end, said.content.end) - max(start, said.content.start))
    places = [*([said.content] if holds else []), *([said.cue] if here else []), *said_by]
    if not places:
        return 0.0
    first, last = min(p.start for p in places), max(p.end for p in places)
    return (min(end, last) - max(start, first)) / (end - start)


def _only_cue(clause: Clause, said: Found[Attribution], notes: Notes) -> bool:
    """Whether the clause is the attribution itself: "kata Patel", "dikutip dari Reuters, Rabu".

    In Indonesian the scene and the day stand behind the speaker, and count for nothing here.
    """
    if not neutral(said, notes) or not cue_inside(clause, said.item, notes.tokens):
        return False
    start, end = notes.tokens.starts[clause.start], notes.tokens.ends[clause.end - 1]
    if notes.pack.code == "id" and start < said.item.content.end <= said.item.cue.start:
        end = said.item.cue.start
    said_here = min(end, said.item.content.end) - max(start, said.item.content.start)
    return said_here < BARELY * (end - start)


def _telling(frame: Clause | None, notes: Notes) -> Iterator[Clause]:
    """A frame that introduces nothing else and says something itself, however long the speaker is named."""
    said = None if frame is None else attribution_of(frame, notes)
    if frame is None or said is None or said.item.content.start < said.item.cue.start:
        return
    words = tokens_of(said.item.content, said, notes)
    if first_verb(words.start, min(words.stop, frame.end), notes.tokens, notes.pack) is not None:
        yield frame


def neutral(said: Found[Attribution], notes: Notes) -> bool:
    """Whether a cue adds nothing to the question; to confirm a mere claim ("tuduhan yang diakui") does."""
    stance, words = said.item.stance, tokens_of(said.item.content, said, notes)
    mere = stance == "confirms" and len(said.item.content.text.split()) < PHRASE
    return stance in NEUTRAL and not (
        mere and first_verb(words.start, words.stop, notes.tokens, notes.pack) is None
    )


def cue_inside(clause: Clause, said: Attribution, tokens: Tokens) -> bool:
    """Whether the cue of an attribution stands in a clause."""
    return tokens.starts[clause.start] <= said.cue.start < tokens.ends[clause.end - 1]


def after_frame(said: Found[Attribution], notes: Notes) -> int:
    """The token behind "Dilansir dari Reuters"."""
    places = [said.item.cue, *([said.item.source_span] if said.item.source_span is not None else [])]
    return max(tokens_of(place, said, notes).stop for place in places)
