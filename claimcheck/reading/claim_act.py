"""The verb of a clause that tells its act, and the act of a verb without one."""

from bisect import bisect_left, bisect_right

from claimcheck.languages.lexicon import kind
from claimcheck.reading.claim_notes import Notes, begins, inside
from claimcheck.reading.claim_speech import neutral
from claimcheck.reading.clauses import Clause, first_verb, is_verb
from claimcheck.reading.names import Name
from claimcheck.reading.rules import Found
from claimcheck.reading.terms import Term
from claimcheck.records import Attribution

THINGS = frozenset(
    {"role", "object", "place", "institution"}
)  # kinds of concept of what is no act: "defender"
HEARSAY_MOST = 5  # tokens from "diduga" up to the verb that it is about


def act_of(clause: Clause, said: Found[Attribution] | None, notes: Notes) -> int | None:
    """The verb of a clause; a cue behind the words that it closes is none: "“…,” said Ann Vance".

    What is suspected or reported of somebody is what counts: "diduga memukul", "is believed to have left".
    """
    opening = _opening(clause, said, notes)
    verb = _verb_from(opening, clause.end, notes)
    if verb == clause.core and notes.pack.has("so", notes.tokens.lowers[verb]):
        verb = _verb_from(verb + 1, clause.end, notes) or verb
    if verb is not None and (there := what_is_there(opening, verb, clause.end, notes)) is not None:
        verb = first_verb(there, clause.end, notes.tokens, notes.pack) or verb
    elif verb is not None:
        verb = _befell_those_there(opening, verb, clause.end, notes) or verb
    if verb is not None and notes.pack.has("hearsay", notes.tokens.words[verb]):
        verb = _told_of(verb, min(verb + HEARSAY_MOST, clause.end), notes)
    if verb is None or said is None or not neutral(said, notes):
        return verb
    cue = said.item.cue
    closes = said.item.content.start < cue.start <= notes.tokens.starts[verb] < cue.end
    return None if closes else verb


def what_is_there(start: int, verb: int, end: int, notes: Notes) -> int | None:
    """Where it begins what is told of a thing that is there: "ada 25 ruas jalan yang …", "there were three who …"."""
    there = notes.pack.pattern("existential").search(notes.tokens.classes, start, verb + 1)
    relative = there and notes.pack.pattern("relative").search(notes.tokens.classes, there.end(), end)
    return relative.end() if relative else None


def _befell_those_there(start: int, verb: int, end: int, notes: Notes) -> int | None:
    """The verb of what befell so many that are there: "ada 20 bus terbakar", but no "ada 5 cara mengatasi stres"."""
    there = notes.pack.pattern("existential").search(notes.tokens.classes, start, verb + 1)
    counts = [q for q in notes.quantities if there and there.end() <= q.start <= there.end() + 1]
    if not counts or counts[0].item.kind != "count":
        return None
    befell = first_verb(counts[0].end, end, notes.tokens, notes.pack)
    active = befell is not None and notes.pack.has("verb_active", notes.tokens.words[befell])
    return None if active else befell


def _told_of(hearsay: int, end: int, notes: Notes) -> int:
    """The verb that hearsay is about, itself where none follows: "diduga memukul", "expected not to rise"."""
    words, pack = notes.tokens.lowers, notes.pack
    bare = next(
        (i + 1 for i in (hearsay + 1, hearsay + 2) if i + 1 < end and pack.has("infinitive", words[i])), None
    )
    found = first_verb(hearsay + 1, end, notes.tokens, pack)
    if bare is not None and words[bare].isalpha() and not is_verb(bare, notes.tokens, pack):
        return bare
    return hearsay if found is None else found


def _verb_from(start: int, end: int, notes: Notes) -> int | None:
    """The first verb that is no part of a name, and not who carries the news: "aktris Oline «Mendeng»"."""
    verb = first_verb(start, end, notes.tokens, notes.pack)
    while verb is not None:
        name = _name_around(verb, notes) or _thing_around(verb, notes)
        if name is None and not notes.pack.has("carry_word", notes.tokens.words[verb]):
            return verb
        later = first_verb(verb + 1 if name is None else name.end, end, notes.tokens, notes.pack)
        if later is None:
            return verb if name is None else None
        verb = later
    return None


def _name_around(at: int, notes: Notes) -> Found[Name] | None:
    """The name of two words or more that holds a token."""
    before = bisect_right(notes.names, at, key=begins) - 1
    name = notes.names[before] if before >= 0 else None
    return name if name is not None and name.end > max(at, name.start + 1) else None


def _thing_around(at: int, notes: Notes) -> Term | None:
    """The person or thing of two words or more that holds a token: "pemain «bertahan»"."""
    before = bisect_right(notes.terms, at, key=begins) - 1
    term = notes.terms[before] if before >= 0 else None
    held = term is not None and term.kind == "concept" and term.end > max(at, term.start + 1)
    return term if term is not None and held and at > term.start and kind(term.key) in THINGS else None


def _opening(clause: Clause, said: Found[Attribution] | None, notes: Notes) -> int:
    """Where the act of a clause may stand first: behind a cue that opens it ("Dilansir dari Reuters, …")."""
    if said is None or not neutral(said, notes):
        return clause.core
    starts = notes.tokens.starts
    said_from = bisect_left(starts, said.item.content.start, clause.core, clause.end)
    return (
        said_from
        if said.item.cue.start < starts[min(said_from, clause.end - 1)] < notes.tokens.ends[clause.end - 1]
        else clause.core
    )


def named_act(verb: int, clause: Clause, notes: Notes) -> str | None:
    """The act that the subject or the object of a verb without one names.

    "Pencabutan izin itu dilakukan pada Senin", "polisi melakukan penyitaan".
    """
    word = notes.tokens.words[verb]
    if notes.pack.has("light_verb_of", word):
        named = (t for t in inside(clause, notes.terms) if t.start == verb + 1 and _is_act(t, notes))
    elif notes.pack.has("light_verb", word):
        named = (t for t in inside(clause, notes.terms) if t.start < verb and _is_act(t, notes))
    else:
        return None
    return next((t.key for t in named), None)


def _is_act(term: Term, notes: Notes) -> bool:
    """Whether a word or phrase names an act, without being its verb."""
    named = term.kind == "concept" and kind(term.key) == "act"
    return named and not is_verb(term.start, notes.tokens, notes.pack)
