"""Clauses and all that was read on them to claims: questions with their answers."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from claimcheck.languages.lexicon import lexicon
from claimcheck.reading.claim_act import act_of, named_act
from claimcheck.reading.claim_doers import agent_of
from claimcheck.reading.claim_notes import Notes, begins, inside, marks, tokens_of
from claimcheck.reading.claim_polarity import polarity_of, status_of
from claimcheck.reading.claim_speech import attribution_of, cue_inside, neutral, with_frames
from claimcheck.reading.clauses import Clause, is_verb, read_clauses
from claimcheck.reading.quantity_words import words
from claimcheck.reading.rules import Found
from claimcheck.reading.terms import Term
from claimcheck.records import Attribution, Claim, Quantity, Question, Sentence, Span, Time

SPEAKING = {"sentence", "headline", "heading", "bullet", "fragment"}
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
LATER = 60  # tokens before a time in which "setelah" may still rule it; keeps long lists of days linear


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
        for clause in with_frames(read_clauses(start, end, notes.tokens, notes.pack), notes):
            before = _before_verb(clause, notes)
            own = [t for t in inside(clause, notes.terms) if t.start in before and t.start not in answers]
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
    attribution = attribution_of(clause, notes)
    quantities = inside(clause, notes.quantities)
    times = list(_times(clause, attribution, notes))
    masked = _masked(quantities, times, attribution, notes)
    if clause.aside is not None:
        masked |= set(range(clause.aside, clause.core))
    terms = [*shared, *(t for t in inside(clause, notes.terms) if t.start not in masked)]
    verb = act_of(clause, attribution, notes)
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
        agent=agent_of(clause, verb, attribution, notes),
        quotes=tuple(q.item for q in inside(clause, notes.quotes)),
        polarity=polarity_of(clause, verb, notes),
        status=status_of(clause, attribution, notes),
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


def _times(clause: Clause, said: Found[Attribution] | None, notes: Notes) -> Iterator[Found[Time]]:
    """The times of a clause, and those beside its cue, which date the statement.

    "menurut kementerian itu pada Selasa" dates the event all the same: one does not speak by "menurut".
    """
    spoken = said is not None and not notes.pack.has("according", said.item.cue.text)
    first = clause.start if said is None else min(clause.start, said.start)
    last = clause.end if said is None else max(clause.end, said.end)
    for time in inside(Clause(first, last, "main", first), notes.times):
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
    return pointed or any(marks("comma", start, max(start, end - COMMA_MOST), notes))


def _in_words(time: Found[Time], said: Found[Attribution], notes: Notes) -> bool:
    at = notes.tokens.starts[time.start]
    return said.item.content.start <= at < said.item.content.end


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
        cue = tokens_of(said.item.cue, said, notes)
        speaker = tokens_of(said.item.source_span, said, notes) if said.item.source_span else ()
        masked |= {*cue, *speaker}
    return masked


def _behind_classifier(q: Found[Quantity], notes: Notes) -> int:
    """Where a number ends with the word that only carries it: "50 unit bus" counts buses."""
    behind = notes.tokens.lowers[q.end : q.end + 1]
    carries = q.item.kind == "count" and behind and behind[0] in words(notes.pack.code, "classifier")
    return q.end + 1 if carries else q.end


def _question(
    terms: list[Term], verb: int | None, clause: Clause, said: Found[Attribution] | None, notes: Notes
) -> Question:
    """The question of a clause; a stance that is more than saying is a concept of it, whatever its word."""
    by_kind: dict[str, list[str]] = {"concept": [], "name": [], "lemma": []}
    if said is not None and not neutral(said, notes) and cue_inside(clause, said.item, notes.tokens):
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


def _roles(verb: int | None, clause: Clause, notes: Notes) -> Iterator[tuple[str, str]]:
    if verb is not None:
        listed = lexicon(notes.pack.code)
        word = notes.tokens.words[verb]
        at = bisect_right(notes.terms, verb, key=begins) - 1
        phrase = notes.terms[at].key if at >= 0 and notes.terms[at].end > verb else None
        yield "act", named_act(verb, clause, notes) or phrase or listed.lemma(word)
    for name in inside(clause, notes.names):
        if clause.start < name.start:
            direction = notes.pack.value("direction", notes.tokens.lowers[name.start - 1])
            if direction is not None:
                yield direction, name.item.key
