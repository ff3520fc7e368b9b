"""Clauses and all that was read on them to claims: questions with their answers."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, TypeVar

from claimcheck.languages import Pack
from claimcheck.languages.lexicon import kind, lexicon
from claimcheck.reading.clauses import Clause, first_verb, is_verb, read_clauses
from claimcheck.reading.names import Name
from claimcheck.reading.quantity_words import words
from claimcheck.reading.rules import Found
from claimcheck.reading.terms import Term
from claimcheck.records import Attribution, Claim, Quantity, Question, Sentence, Span, Time
from claimcheck.records.claim import Polarity, Status
from claimcheck.text.tokens import Tokens

F = TypeVar("F", bound=Found[Any] | Term)

SPEAKING = {"sentence", "headline", "heading", "bullet", "fragment"}
COVERED = 0.6  # share of a claim that an attribution must cover to be its own
NEUTRAL = {"says", "carries", "confirms"}  # cues that add nothing to the question; to accuse or to deny does
CONCEPT_OF_STANCE = {
    "denies": "deny",
    "confirms": "confirm",
    "accuses": "accuse",
    "suspects": "suspect",
    "asks": "ask",
    "plans": "plan",
    "expects": "expect",
    "has not said": "say",
}
ELLIPTIC = frozenset({"and", "participle"})  # clauses that may leave out the subject of the one before
COMMA_MOST = 2  # tokens between the comma before a day and that day: "di Grup A, Minggu (15/6)"
NO_DOERS = frozenset({"state", "object", "quality"})  # kinds of concept of what does nothing: "crisis"
THINGS = frozenset(
    {"role", "object", "place", "institution"}
)  # kinds of concept of what is no act: "defender"
OPENING = 3  # tokens of a subject that denies its clause: "tak seorang pun"
HEARSAY_MOST = 5  # tokens from "diduga" up to the verb that it is about
SHARED_NOT_MOST = 6  # tokens before a clause joined by "or" in which its "not" may stand
NOT_MOST = 3  # tokens between a "not" and the verb it negates
LATER = 60  # tokens before a time in which "setelah" may still rule it; keeps long lists of days linear
POSSESSIVE = frozenset({"'", "’", "'s", "’s"})
NEAREST = 16  # attributions that begin before a clause ends and may still cover it
FAR = 400  # tokens back to where "Kementerian tersebut" was named
FAILING_MOST = 2  # words from who fails to the act: "gagal meraih", "failed to agree"
PHRASE = 4  # words from which what was said is a statement and no mere "klaim tersebut"
BARELY = 0.25  # share of a clause below which what was said is not in it
STATUS_OF_STANCE: dict[str, Status] = {
    "says": "attributed",
    "confirms": "attributed",
    "carries": "attributed",
    "denies": "denied",
    "accuses": "alleged",
    "suspects": "alleged",
    "asks": "asked",
    "plans": "planned",
    "expects": "expected",
    "has not said": "unconfirmed",
}


@dataclass(frozen=True, slots=True)
class Notes:
    """Everything read on the tokens of one document, each list in the order of the text."""

    tokens: Tokens
    pack: Pack
    sentences: Sequence[tuple[int, int, Sentence]]
    names: Sequence[Found[Name]]
    terms: Sequence[Term]
    quantities: Sequence[Found[Quantity]]
    times: Sequence[Found[Time]]
    speech: Sequence[Found[Attribution]]
    quotes: Sequence[Found[Span]]


def read_claims(notes: Notes, span: Callable[[int, int], Span]) -> list[Claim]:
    """The claims of a document in order; `span` makes the span of a run of tokens.

    A line that repeats a sentence of the body (a bullet, a headline) is no claim a second time.
    """
    claims: list[Claim] = []
    seen: set[str] = set()
    named: Sequence[Term] = ()
    answers = _answers(notes)
    rows = sorted(notes.sentences, key=lambda row: row[2].kind != "sentence")
    for start, end, sentence in rows:
        if sentence.kind not in SPEAKING or end <= start:
            continue
        subject: Sequence[Term] = ()
        for clause in _with_frames(read_clauses(start, end, notes.tokens, notes.pack), notes):
            before = _before_verb(clause, notes)
            own = [t for t in _inside(clause, notes.terms) if t.start in before and t.start not in answers]
            names = [t for t in own if t.kind == "name"]
            shared: Sequence[Term] = subject if clause.opener in ELLIPTIC and not own else ()
            if not names and (pronoun := _pronoun([i for i in before if i not in answers], notes)):
                shared = _meant(pronoun, named, notes)
            elif clause.opener == "relative" and _behind_copula(clause, notes):
                shared = [t for t in subject if t.kind == "name"]
            subject, named = own or subject, names or named
            words = " ".join(notes.tokens.lowers[clause.start : clause.end])
            if words in seen and sentence.kind != "sentence":
                continue
            seen.add(words)
            claim = _claim(clause, sentence, notes, span, shared)
            if claim is not None:
                claims.append(claim)
    return sorted(claims, key=lambda c: (c.span.start, c.span.end))


def _before_verb(clause: Clause, notes: Notes) -> range:
    """The tokens of a clause before its verb; none in a clause without one."""
    verbs = (i for i in range(clause.start, clause.end) if is_verb(i, notes.tokens, notes.pack))
    return range(clause.start, next(verbs, clause.start))


def _behind_copula(clause: Clause, notes: Notes) -> bool:
    """Whether a relative clause tells of what the subject is: "X merupakan sebuah menara yang dibangun …"."""
    words = notes.tokens.lowers[max(0, clause.start - 1) : clause.start + 2]
    return any(notes.pack.has("copula", w) and not notes.pack.has("namely", w) for w in words)


def _answers(notes: Notes) -> set[int]:
    """The tokens of a document that are answers: they are no part of what another clause asks about."""
    said = (_masked((), (), found, notes) for found in notes.speech)
    return _masked(notes.quantities, notes.times, None, notes).union(*said)


def _what_is_there(start: int, verb: int, end: int, notes: Notes) -> int | None:
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


def _pronoun(tokens: Iterable[int], notes: Notes) -> str | None:
    """The word that only points at somebody there: "ia", "they"; who speaks is no part of what is asked."""
    words = (notes.tokens.lowers[i] for i in tokens)
    return next((word for word in words if notes.pack.has("someone", word)), None)


def _meant(pronoun: str, named: Sequence[Term], notes: Notes) -> Sequence[Term]:
    """Those of the last names that a pronoun may mean: several or a body by "mereka", no state by "ia"."""
    if notes.pack.has("several", pronoun):
        return named if len(named) > 1 or any(_in_gazetteer(name) for name in named) else ()
    if notes.pack.has("one_person", pronoun):
        return [name for name in named if not _in_gazetteer(name)]
    return named


def _in_gazetteer(name: Term) -> bool:
    """Whether a name goes by the code of a state or a body: "RU", "DPR"."""
    return name.key != name.key.lower()


def _claim(
    clause: Clause,
    sentence: Sentence,
    notes: Notes,
    span: Callable[[int, int], Span],
    shared: Sequence[Term],
) -> Claim | None:
    clause = _with_whole_count(clause, notes)
    attribution = _attribution(clause, notes)
    quantities = _inside(clause, notes.quantities)
    times = list(_times(clause, attribution, notes))
    masked = _masked(quantities, times, attribution, notes)
    if clause.aside is not None:
        masked |= set(range(clause.aside, clause.core))
    terms = [*shared, *(t for t in _inside(clause, notes.terms) if t.start not in masked)]
    verb = _act_of(clause, attribution, notes)
    question = _question(terms, verb, clause, attribution, notes)
    about = len(question.concepts) + len(question.names) + len(question.lemmas)
    if about < _least(clause, times, notes) and not quantities:  # a line that is a date asks nothing
        return None
    if not about and all(q.item.kind == "duration" for q in quantities):  # nor does "Sehari" before "setelah"
        return None
    place = span(clause.start, clause.end)
    return Claim(
        id=claim_id(place),
        span=place,
        sentence=sentence,
        question=question,
        quantities=tuple(q.item for q in quantities),
        times=tuple(t.item for t in times),
        attribution=attribution.item if attribution else None,
        agent=_agent(clause, verb, attribution, notes),
        quotes=tuple(q.item for q in _inside(clause, notes.quotes)),
        polarity=_polarity(clause, verb, notes),
        status=_status(clause, attribution, notes),
        language=notes.pack.code,
    )


def _least(clause: Clause, times: Sequence[Found[Time]], notes: Notes) -> int:
    """How much a clause without a number must be about: one thing with its time, or that exists: "belum ada kabar"."""
    there = notes.pack.pattern("(negation|aux) existential")
    found = there.search(notes.tokens.classes, clause.core, clause.end)
    return 1 if times or found else 2


def claim_id(place: Span) -> str:
    """The id of the claim that stands at a place of its document.

    >>> claim_id(Span("a", 0, 17, "Tiga orang tewas."))
    'a:0-17'
    """
    return f"{place.document}:{place.start}-{place.end}"


def _with_whole_count(clause: Clause, notes: Notes) -> Clause:
    """A clause that hangs on a counted head, with what stands before the number: "lebih dari 100 rumah yang rusak"."""
    before = bisect_left(notes.quantities, clause.start, key=lambda q: q.start) - 1
    if clause.opener != "relative" or before < 0 or notes.quantities[before].end <= clause.start:
        return clause
    return replace(clause, start=notes.quantities[before].start)


def _act_of(clause: Clause, said: Found[Attribution] | None, notes: Notes) -> int | None:
    """The verb of a clause; a cue behind the words that it closes is none: "“…,” said Ann Vance".

    What is suspected or reported of somebody is what counts: "diduga memukul", "is believed to have left".
    """
    opening = _opening(clause, said, notes)
    verb = _verb_from(opening, clause.end, notes)
    if verb == clause.core and notes.pack.has("so", notes.tokens.lowers[verb]):
        verb = _verb_from(verb + 1, clause.end, notes) or verb
    if verb is not None and (there := _what_is_there(opening, verb, clause.end, notes)) is not None:
        verb = first_verb(there, clause.end, notes.tokens, notes.pack) or verb
    elif verb is not None:
        verb = _befell_those_there(opening, verb, clause.end, notes) or verb
    if verb is not None and notes.pack.has("hearsay", notes.tokens.words[verb]):
        verb = _told_of(verb, min(verb + HEARSAY_MOST, clause.end), notes)
    if verb is None or said is None or not _neutral(said, notes):
        return verb
    cue = said.item.cue
    closes = said.item.content.start < cue.start <= notes.tokens.starts[verb] < cue.end
    return None if closes else verb


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
    before = bisect_right(notes.names, at, key=_start) - 1
    name = notes.names[before] if before >= 0 else None
    return name if name is not None and name.end > max(at, name.start + 1) else None


def _thing_around(at: int, notes: Notes) -> Term | None:
    """The person or thing of two words or more that holds a token: "pemain «bertahan»"."""
    before = bisect_right(notes.terms, at, key=_start) - 1
    term = notes.terms[before] if before >= 0 else None
    held = term is not None and term.kind == "concept" and term.end > max(at, term.start + 1)
    return term if term is not None and held and at > term.start and kind(term.key) in THINGS else None


def _opening(clause: Clause, said: Found[Attribution] | None, notes: Notes) -> int:
    """Where the act of a clause may stand first: behind a cue that opens it ("Dilansir dari Reuters, …")."""
    if said is None or not _neutral(said, notes):
        return clause.core
    starts = notes.tokens.starts
    said_from = bisect_left(starts, said.item.content.start, clause.core, clause.end)
    return (
        said_from
        if said.item.cue.start < starts[min(said_from, clause.end - 1)] < notes.tokens.ends[clause.end - 1]
        else clause.core
    )


def _with_frames(clauses: Sequence[Clause], notes: Notes) -> Iterator[Clause]:
    """The clauses that say something; one that only says who speaks opens the words it introduces.

    "Tiongkok menegaskan pada hari Senin" and "bahwa mereka ketat" are one claim; "kata Patel" behind a
    quotation is none.
    """
    frame: Clause | None = None
    for clause in clauses:
        said = _attribution(clause, notes)
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
        for n in _inside(clause, found)
        for i in range(n.start, n.end)
    }
    rest = (words[i] for i in range(clause.start + 1, clause.end) if i not in named and words[i].isalpha())
    return all(pack.has("carry_link", word) for word in rest)


def _inside(clause: Clause, found: Sequence[F]) -> Sequence[F]:
    """What begins inside a clause, of a list in the order of the text."""
    first = bisect_left(found, clause.start, key=_start)
    return found[first : bisect_left(found, clause.end, first, key=_start)]


def _start(found: Found[Any] | Term) -> int:
    return found.start


def _attribution(clause: Clause, notes: Notes) -> Found[Attribution] | None:
    """The attribution whose cue and words cover most of the clause; the nearer one of nested ones."""
    touching = [(_covered(clause, a.item, notes.tokens), a) for a in _touching(clause, notes)]
    covering = [(share, a) for share, a in touching if share >= COVERED]
    inside = [row for row in covering if _cue_inside(clause, row[1].item, notes.tokens)]
    best = max(
        inside or covering, key=lambda row: (round(row[0], 1), row[1].start - row[1].end), default=None
    )
    return best[1] if best is not None else None


def _times(clause: Clause, said: Found[Attribution] | None, notes: Notes) -> Iterator[Found[Time]]:
    """The times of a clause, and those beside its cue, which date the statement.

    "menurut kementerian itu pada Selasa" dates the event all the same: one does not speak by "menurut".
    """
    spoken = said is not None and not notes.pack.has("according", said.item.cue.text)
    first = clause.start if said is None else min(clause.start, said.start)
    last = clause.end if said is None else max(clause.end, said.end)
    for time in _inside(Clause(first, last, "main", first), notes.times):
        here = clause.start <= time.start < clause.end
        if said is None or not said.start <= time.start < said.end or _in_words(time, said, notes):
            if here:
                yield _after_event(time, clause, notes)
        elif here or spoken:
            yield time._replace(item=replace(time.item, role="statement" if spoken else "event"))


def _after_event(time: Found[Time], clause: Clause, notes: Notes) -> Found[Time]:
    """The time, marked where it dates something the act came after or before: "setelah protes pada Jumat"."""
    pattern = notes.pack.pattern("later_than|earlier_than")
    found = pattern.search(notes.tokens.classes, max(clause.core, time.start - LATER), time.start)
    if found is None or time.item.mod is not None or _over(found.end(), time.start, notes):
        return time
    later = notes.pack.has("later_than", notes.tokens.words[found.start()])
    return time._replace(item=replace(time.item, mod="after" if later else "before"))


def _over(start: int, end: int, notes: Notes) -> bool:
    """Whether what came before is told by then: "setelah itu", "Setelah gempa, ia datang pada Senin"."""
    pointed = start < end and notes.pack.has("demonstrative", notes.tokens.lowers[start])
    return pointed or any(_marks("comma", start, max(start, end - COMMA_MOST), notes))


def _in_words(time: Found[Time], said: Found[Attribution], notes: Notes) -> bool:
    at = notes.tokens.starts[time.start]
    return said.item.content.start <= at < said.item.content.end


def _touching(clause: Clause, notes: Notes) -> list[Found[Attribution]]:
    before = bisect_left(notes.speech, clause.end, key=_start)
    return [a for a in notes.speech[max(0, before - NEAREST) : before] if clause.start < a.end]


def _covered(clause: Clause, said: Attribution, tokens: Tokens) -> float:
    """The share of the clause that is what was said, its cue, or the speaker before the cue.

    All that stands behind a cue that closes what was said is of the speaker: “…,” kata Budi «di Jakarta, Senin».
    """
    start, end = tokens.starts[clause.start], tokens.ends[clause.end - 1]
    inside = said.cue.start < end and start < said.cue.end
    if inside and start < said.content.end <= said.cue.start:
        return (end - max(start, said.content.start)) / (end - start)
    said_by = [said.source_span] if said.source_span is not None and inside else []
    holds = max(0, min(end, said.content.end) - max(start, said.content.start))
    places = [*([said.content] if holds else []), *([said.cue] if inside else []), *said_by]
    if not places:
        return 0.0
    first, last = min(p.start for p in places), max(p.end for p in places)
    return (min(end, last) - max(start, first)) / (end - start)


def _only_cue(clause: Clause, said: Found[Attribution], notes: Notes) -> bool:
    """Whether the clause is the attribution itself: "kata Patel", "dikutip dari Reuters, Rabu".

    In Indonesian the scene and the day stand behind the speaker, and count for nothing here.
    """
    if not _neutral(said, notes) or not _cue_inside(clause, said.item, notes.tokens):
        return False
    start, end = notes.tokens.starts[clause.start], notes.tokens.ends[clause.end - 1]
    if notes.pack.code == "id" and start < said.item.content.end <= said.item.cue.start:
        end = said.item.cue.start
    said_here = min(end, said.item.content.end) - max(start, said.item.content.start)
    return said_here < BARELY * (end - start)


def _telling(frame: Clause | None, notes: Notes) -> Iterator[Clause]:
    """A frame that introduces nothing else and says something itself, however long the speaker is named."""
    said = None if frame is None else _attribution(frame, notes)
    if frame is None or said is None or said.item.content.start < said.item.cue.start:
        return
    words = _tokens_of(said.item.content, said, notes)
    if first_verb(words.start, min(words.stop, frame.end), notes.tokens, notes.pack) is not None:
        yield frame


def _masked(
    quantities: Sequence[Found[Quantity]],
    times: Sequence[Found[Time]],
    said: Found[Attribution] | None,
    notes: Notes,
) -> set[int]:
    """The tokens that are answers: numbers, times, the cue and the speaker."""
    masked = {i for q in quantities for i in range(q.start, _behind_classifier(q, notes))}
    masked |= {i for t in times for i in range(t.start, t.end)}
    if said is not None:
        cue = _tokens_of(said.item.cue, said, notes)
        speaker = _tokens_of(said.item.source_span, said, notes) if said.item.source_span else ()
        masked |= {*cue, *speaker}
    return masked


def _behind_classifier(q: Found[Quantity], notes: Notes) -> int:
    """Where a number ends with the word that only carries it: "50 unit bus" counts buses."""
    behind = notes.tokens.lowers[q.end : q.end + 1]
    carries = q.item.kind == "count" and behind and behind[0] in words(notes.pack.code, "classifier")
    return q.end + 1 if carries else q.end


def _tokens_of(place: Span, said: Found[Attribution], notes: Notes) -> range:
    starts = notes.tokens.starts
    first = next((i for i in range(said.start, said.end) if starts[i] >= place.start), said.end)
    last = next((i for i in range(first, said.end) if starts[i] >= place.end), said.end)
    return range(first, last)


def _question(
    terms: list[Term], verb: int | None, clause: Clause, said: Found[Attribution] | None, notes: Notes
) -> Question:
    """The question of a clause; a stance that is more than saying is a concept of it, whatever its word."""
    by_kind: dict[str, list[str]] = {"concept": [], "name": [], "lemma": []}
    if said is not None and not _neutral(said, notes) and _cue_inside(clause, said.item, notes.tokens):
        by_kind["concept"].append(CONCEPT_OF_STANCE[said.item.stance])
    for term in terms:
        if term.key not in by_kind[term.kind]:
            by_kind[term.kind].append(term.key)
    return Question(
        concepts=tuple(by_kind["concept"]),
        names=tuple(by_kind["name"]),
        lemmas=tuple(by_kind["lemma"]),
        roles=tuple(_roles(verb, clause, notes)),
    )


def _neutral(said: Found[Attribution], notes: Notes) -> bool:
    """Whether a cue adds nothing to the question; to confirm a mere claim ("tuduhan yang diakui") does."""
    stance, words = said.item.stance, _tokens_of(said.item.content, said, notes)
    mere = stance == "confirms" and len(said.item.content.text.split()) < PHRASE
    return stance in NEUTRAL and not (
        mere and first_verb(words.start, words.stop, notes.tokens, notes.pack) is None
    )


def _cue_inside(clause: Clause, said: Attribution, tokens: Tokens) -> bool:
    return tokens.starts[clause.start] <= said.cue.start < tokens.ends[clause.end - 1]


def _roles(verb: int | None, clause: Clause, notes: Notes) -> Iterator[tuple[str, str]]:
    if verb is not None:
        listed = lexicon(notes.pack.code)
        word = notes.tokens.words[verb]
        at = bisect_right(notes.terms, verb, key=_start) - 1
        phrase = notes.terms[at].key if at >= 0 and notes.terms[at].end > verb else None
        yield "act", _named_act(verb, clause, notes) or phrase or listed.lemma(word)
    for name in _inside(clause, notes.names):
        if clause.start < name.start:
            direction = notes.pack.value("direction", notes.tokens.lowers[name.start - 1])
            if direction is not None:
                yield direction, name.item.key


def _named_act(verb: int, clause: Clause, notes: Notes) -> str | None:
    """The act that the subject or the object of a verb without one names.

    "Pencabutan izin itu dilakukan pada Senin", "polisi melakukan penyitaan".
    """
    word = notes.tokens.words[verb]
    if notes.pack.has("light_verb_of", word):
        named = (t for t in _inside(clause, notes.terms) if t.start == verb + 1 and _is_act(t, notes))
    elif notes.pack.has("light_verb", word):
        named = (t for t in _inside(clause, notes.terms) if t.start < verb and _is_act(t, notes))
    else:
        return None
    return next((t.key for t in named), None)


def _is_act(term: Term, notes: Notes) -> bool:
    """Whether a word or phrase names an act, without being its verb."""
    named = term.kind == "concept" and kind(term.key) == "act"
    return named and not is_verb(term.start, notes.tokens, notes.pack)


def _agent(clause: Clause, verb: int | None, said: Found[Attribution] | None, notes: Notes) -> str | None:
    """The named doers: behind "oleh" in a passive clause, else the names before the verb.

    A doer named only by its office ("Kementerian tersebut") is the one named with that word before. Who "tergolong"
    does nothing, nor does "Pecco" in "yang disapa Pecco", nor who carries the news. A language that builds its passive
    of two words ("was arrested") names no doer before it, and heads its phrases at the end.
    """
    if verb is None:
        return None
    heads = notes.pack.has("passive_aux", "was")
    marker = notes.pack.pattern("agent_marker").search(notes.tokens.classes, verb, clause.end)
    word = notes.tokens.words[verb]
    if not marker and (notes.pack.has("naming_passive", word) or notes.pack.has("carry_word", word)):
        return None
    if marker or notes.pack.has("verb_passive", word):
        start = (marker.start() if marker else verb) + 1
        end = min(start + 10, clause.end)
        return _names_between(start, end if marker else _behind_passive(start, end, notes), notes)
    if notes.pack.has("verb_ter", word) or (heads and _done_to(verb, notes)):
        return None
    if clause.aside is not None and (own := _doers_before(clause.core, verb, notes, heads)):
        return own
    before = clause.aside if clause.aside is not None else verb
    start = _doer_from(clause, verb, said, notes)
    if heads and said is not None and _only_epithets(start, before, said, notes):
        return None
    return _doers_before(start, before, notes, heads) or _antecedent(start, before, notes)


def _doer_from(clause: Clause, verb: int, said: Found[Attribution] | None, notes: Notes) -> int:
    """Where the doer is looked for: behind who carries it, and behind who speaks where a name follows.

    "Menurut Bahlil, PT Gag Nikel merupakan …" is of the company; "BI melaporkan cadangan devisa Indonesia" may be of
    either.
    """
    if said is None or said.item.stance not in NEUTRAL:
        return clause.start
    behind = _after_frame(said, notes)
    if not clause.start <= behind < verb:
        return clause.start
    words, pack = notes.tokens.lowers, notes.pack
    told = (i for i in range(behind, verb) if words[i].isalpha() and not pack.has("say_that", words[i]))
    behind = next(told, verb)
    names = _inside(Clause(behind, verb, "main", behind), notes.names)
    named = bool(names) and names[0].start == behind
    own = named or said.item.stance == "carries" or _own_subject(behind, verb, notes)
    return behind if own else clause.start


def _only_epithets(start: int, verb: int, said: Found[Attribution], notes: Notes) -> bool:
    """Whether the names before a verb only tell who the speaker is: "Ann Lee, the star of Dune, said: “I am here.”"."""
    source = (said.item.source or "").lower().split()
    behind = _after_frame(said, notes)
    named = [n for n in _inside(Clause(start, verb, "main", start), notes.names) if n.start < verb]
    framed = bool(named) and bool(source) and start < behind <= verb and all(n.start < behind for n in named)
    return framed and said.item.stance in NEUTRAL and set(named[-1].item.key.split()).isdisjoint(source)


def _own_subject(behind: int, verb: int, notes: Notes) -> bool:
    """Whether what is said begins with who does it: "Hanif menyebut «perusahaan itu» merusak hutan"; not "akan".

    "Ia mengaku sempat sakit", "Rusia mengatakan pasukannya menang": the speaker may be meant.
    """
    word, pack = notes.tokens.lowers[behind], notes.pack
    if behind >= verb or is_verb(behind, notes.tokens, pack):
        return False
    light = _light(word, notes) or pack.has("someone", word)
    quality = kind(lexicon(pack.code).concept(word) or "") == "quality"
    return not light and not quality and not word.endswith("nya")


def _done_to(verb: int, notes: Notes) -> bool:
    """Whether a verb form in -ed tells what was done to its subject: "was briefly held", "Jackson arrested on …"."""
    words = notes.tokens.lowers
    if notes.pack.has("preposition", words[verb + 1] if verb + 1 < len(words) else ""):
        return words[verb].endswith("ed")
    at = (
        verb - 1 - (verb > 1 and (words[verb - 1].endswith("ly") or words[verb - 1] in ("not", "n't", "n’t")))
    )
    return at >= 0 and notes.pack.has("passive_aux", words[at]) and not words[verb].endswith("ing")


def _behind_passive(start: int, end: int, notes: Notes) -> int:
    """Where the doer behind a passive verb ends.

    "Dimulai di Pulau Gag" has none, nor "diminta memanggil Budi" and "ditangkap polisi, Budi …".
    """
    found = notes.pack.pattern("preposition|comma").search(notes.tokens.classes, start, end)
    end = found.start() if found else end
    verb = first_verb(start, end, notes.tokens, notes.pack)
    return end if verb is None else verb


def _after_frame(said: Found[Attribution], notes: Notes) -> int:
    """The token behind "Dilansir dari Reuters"."""
    places = [said.item.cue, *([said.item.source_span] if said.item.source_span is not None else [])]
    return max(_tokens_of(place, said, notes).stop for place in places)


def _antecedent(start: int, verb: int, notes: Notes) -> str | None:
    head = notes.tokens.lowers[start]
    if notes.pack.has("office_word", head) or notes.pack.has("body_word", head):
        for at in range(start - 1, max(-1, start - FAR), -1):
            if notes.tokens.lowers[at] == head:
                named = _names_between(at, at + 5, notes)
                if named is not None:
                    return named
    return None


def _names_between(start: int, end: int, notes: Notes) -> str | None:
    """The names on tokens `start` to before `end`; one in brackets is another's short form: "Aliansi Kota (AK)"."""
    found = _inside(Clause(start, end, "main", start), notes.names)
    return _keys([n for n in found if n is found[0] or not _in_brackets(n, notes)])


def _doers_before(start: int, verb: int, notes: Notes, heads: bool) -> str | None:
    """The names before a verb that do what it says, by whether the language heads its phrases at the end."""
    found = _inside(Clause(start, verb, "main", start), notes.names)
    named = [n for n in found if n is found[0] or not _in_brackets(n, notes)]
    if heads:
        return _keys([n for n in named if _heads(n, verb, notes)])
    return _keys(_together(list(_doing(named, start, notes)), notes))


def _doing(names: Sequence[Found[Name]], start: int, notes: Notes) -> Iterator[Found[Name]]:
    """The names that are neither where it happens, with the places behind a comma, nor whose kin does it.

    "Di Cilandak, Jakarta Selatan, warga …", "Ayah Budi Santoso meninggal".
    """
    place: Found[Name] | None = None
    for name in names:
        goes_on = place is not None and place.end + 1 == name.start and _is_place(name, notes)
        place = name if goes_on or _where(name, start, notes) else None
        before = notes.tokens.lowers[name.start - 1] if name.start else ""
        if place is None and not notes.pack.has("kin", before):
            yield name


def _is_place(name: Found[Name], notes: Notes) -> bool:
    """Whether a name behind a comma is a place: "Kecamatan Cibinong", "Jakarta Selatan", "Jawa Barat"."""
    first, last = notes.tokens.lowers[name.start], notes.tokens.lowers[name.end - 1]
    return (
        name.item.kind == "province" or notes.pack.has("place_head", first) or notes.pack.has("compass", last)
    )


def _together(names: Sequence[Found[Name]], notes: Notes) -> list[Found[Name]]:
    """The names that may do something together.

    Of names that only stand side by side the last is meant, the others are of its office: "Presiden «Rusia» Vladimir
    Putin", "Bupati «Bogor», Rudy Susmanto"; the first where the office stands behind a comma: "Rudy Susmanto, Bupati
    «Bogor»". Not in a list that ends in "dan", nor of a state behind its ministry.
    """
    gaps = [notes.tokens.lowers[a.end : b.start] for a, b in pairwise(names)]
    found, office = list(names[:1]), False
    for name, gap, listed in zip(names[1:], gaps, _listed(gaps, notes), strict=True):
        beside = not listed and all(word in ",.()" or _of_rank(word, notes) for word in gap)
        behind = beside and "," in gap and _of_rank(gap[-1], notes)
        if beside and not behind and not office and not _of_state(name, found[-1]):
            found[-1] = name
        elif not behind:
            found.append(name)
        office = behind
    return found


def _of_state(name: Found[Name], before: Found[Name]) -> bool:
    """Whether a state only tells whose body stands before it: "DPR RI"."""
    return name.item.kind == "state" and before.item.kind != "state"


def _listed(gaps: Sequence[Sequence[str]], notes: Notes) -> list[bool]:
    """Whether each gap between names is a comma of a list that goes on to an "and": "Ani, Budi, dan Citra"."""
    found, ends = [], False
    for gap in reversed(gaps):
        found.append(gap == [","] and ends)
        ends = ends if gap == [","] else any(notes.pack.has("and", word) for word in gap)
    return found[::-1]


def _of_rank(word: str, notes: Notes) -> bool:
    return notes.pack.has("title", word) or notes.pack.has("office_word", word)


def _keys(names: Sequence[Found[Name]]) -> str | None:
    return " & ".join(dict.fromkeys(name.item.key for name in names)) or None


def _where(name: Found[Name], start: int, notes: Notes) -> bool:
    """Whether a name is where or with whom it happens: "warga di Bogor", "di kota Palembang", "dalam rapat dengan Lee".

    Those who come from somewhere may do something: "delegasi dari Rusia"; not "gowes dari Jawa Tengah". Who does it
    with somebody named right before does it too: "Polda Riau bersama Polres Dumai menangkap …".
    """
    words, pack = notes.tokens.lowers[max(start, name.start - 2) : name.start], notes.pack
    if len(words) > 1 and pack.has("together", words[-1]) and notes.tokens.words[name.start - 2][0].isupper():
        return False
    place = name.item.kind == "province"
    before = [
        w for w in words[-1:] if not pack.has("and", w) and (place or pack.value("direction", w) != "from")
    ]
    if any(pack.has("preposition", word) for word in before):
        return True
    return "," not in words and any(pack.has("locative", word) for word in words)


def _in_brackets(name: Found[Name], notes: Notes) -> bool:
    """Whether a name stands alone between brackets."""
    words = notes.tokens.words
    around = words[name.start - 1 : name.start], words[name.end : name.end + 1]
    return around == (["("], [")"])


def _heads(name: Found[Name], end: int, notes: Notes) -> bool:
    """Whether a name is the doer of an English phrase: not "in Mich.", nor "a Spiro man" or "the Colts' defense".

    A state stands for those behind it: "Russian troops", and not in "the Greek crisis".
    """
    words = notes.tokens.lowers
    if any(notes.pack.has("preposition", word) for word in words[max(0, name.start - 2) : name.start]):
        return False
    if name.end >= end:
        return True
    after = words[name.end]
    if name.item.kind != "name":
        return kind(lexicon(notes.pack.code).concept(after) or "") not in NO_DOERS
    known = after in POSSESSIVE or (notes.tokens.words[name.end][0].islower() and not _light(after, notes))
    return not known


def _light(word: str, notes: Notes) -> bool:
    """Whether a word is no noun: a function word, an auxiliary, an adverb."""
    return lexicon(notes.pack.code).is_stop(word) or notes.pack.has("aux", word) or word.endswith("ly")


def _polarity(clause: Clause, verb: int | None, notes: Notes) -> Polarity:
    """Negated where a "not" or who fails stands just before the act, or anywhere in a clause without a verb.

    A "not" inside a phrase is part of what that means: "tidak sadarkan diri" is to faint. The word that led to the
    clause counts: "tanpa" before "mengabaikan aspek lingkungan"; and so does what denies
    its head or all of it: "tidak ada lagi pemutihan yang diberlakukan FIFA", "saya tidak merasa kami gagal", "no plea
    was entered". "Tak sedikit" and "tidak hanya" deny nothing.
    """
    start, end, there = clause.start, clause.end, None
    if verb is not None:
        there = _what_is_there(clause.start, verb, verb, notes)
        start, end = max(0, clause.start - 1, verb - NOT_MOST, there or 0), verb
    phrases = _marks("not_denying", max(0, start - 1), clause.end, notes)
    idle = {i for mark in phrases for i in range(mark.start(), mark.end())}
    idle |= {i for t in _inside(clause, notes.terms) if t.end > t.start + 1 for i in range(t.start, t.end)}
    nobody = _marks("no_subject", clause.start, clause.start + OPENING, notes)
    start = _from_shared_not(clause, start, notes)
    marks = [
        *(
            mark
            for mark in _marks("negation", start, end, notes)
            if not _of_a_noun(mark, clause, verb, notes)
        ),
        *(_marks("failing", max(start, verb - FAILING_MOST), verb, notes) if verb is not None else ()),
        *_marks("denied_whole", clause.start, clause.end, notes),
        *(mark for mark in nobody if mark.start() == clause.start),
    ]
    negated = any(mark.start() not in idle for mark in marks)
    nothing = (
        _of_nothing(clause, notes) if there is None else any(_marks("no_such", clause.start, there, notes))
    )
    return "-" if negated != nothing else "+"


def _from_shared_not(clause: Clause, start: int, notes: Notes) -> int:
    """Where a "not" may stand: also in the clause before an "or", "tidak memengaruhi «atau» menjanjikan uang"."""
    joined = clause.opener == "and" and notes.pack.has("or", notes.tokens.lowers[clause.start - 1])
    before = max(0, clause.start - SHARED_NOT_MOST)
    return before if joined and not any(_marks("comma", before, clause.start, notes)) else start


def _of_a_noun(mark: re.Match[str], clause: Clause, verb: int | None, notes: Notes) -> bool:
    """Whether "without" says what a thing lacks, before the verb: "mayat pria tanpa identitas itu terlihat"."""
    if (
        verb is None
        or mark.start() < clause.start
        or not notes.pack.has("without", notes.tokens.lowers[mark.start()])
    ):
        return False
    between = notes.tokens.lowers[mark.end() : verb]
    return not all(notes.pack.has("aux", word) for word in between)


def _marks(name: str, start: int, end: int, notes: Notes) -> Iterator[re.Match[str]]:
    return notes.pack.pattern(name).finditer(notes.tokens.classes, start, end)


def _of_nothing(clause: Clause, notes: Notes) -> bool:
    """Whether a relative clause hangs on a head that is said not to exist."""
    behind = max(0, clause.start - NOT_MOST)
    found = _marks("no_such", behind, clause.start, notes)
    return clause.opener == "relative" and any(match.end() == clause.start for match in found)


def _status(clause: Clause, said: Found[Attribution] | None, notes: Notes) -> Status:
    behind = NOT_MOST if _of_nothing(clause, notes) else 1
    if any(_marks("conditional", max(0, clause.start - behind), clause.end, notes)):
        return "conditional"
    if said is not None:
        return STATUS_OF_STANCE[said.item.stance]
    # "an estimated $102 million" is no expectation, nor "kebutuhan akan rumah" a plan
    idle = {i for q in _inside(clause, notes.quantities) for i in range(q.start, q.end)}
    no_plans = _marks("not_planning", clause.start, clause.end, notes)
    idle |= {i for mark in no_plans for i in range(mark.start(), mark.end())}
    for name, status in STATUS_OF_CLASS.items():
        found = _marks(name, clause.start, clause.end, notes)
        if any(mark.start() not in idle for mark in found):
            return status
    return "asserted"


STATUS_OF_CLASS: dict[str, Status] = {
    "expectation": "expected",
    "suspicion": "alleged",
    "plan": "planned",
}
