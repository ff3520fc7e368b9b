"""One document read: every reader in turn over one list of tokens."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from claimcheck.languages import load
from claimcheck.reading.calendar_check import calendar_findings
from claimcheck.reading.claim_notes import Notes
from claimcheck.reading.claims import claim_id, read_claims
from claimcheck.reading.degrees import without_degrees
from claimcheck.reading.names import read_names
from claimcheck.reading.published import moment
from claimcheck.reading.quantities import read_quantities, unread_quantities
from claimcheck.reading.quotes import find_quotes
from claimcheck.reading.rules import Found
from claimcheck.reading.speech import read_speech
from claimcheck.reading.terms import read_terms
from claimcheck.reading.times import read_times
from claimcheck.records import Claim, Clash, Reading, Sentence, Span, Unread
from claimcheck.text.clean import notes as odd
from claimcheck.text.page import Page
from claimcheck.text.tokens import Tokens, tokenize

T = TypeVar("T")
Pipeline = Callable[[str], Any]  # a spaCy Language: text → Doc
TITLED = frozenset({"headline", "heading", "furniture"})  # lines of capitals, "Baca juga: …" among them
NAMING = frozenset({"PERSON", "PER", "ORG", "GPE", "LOC", "NORP", "FAC"})  # entity labels that are names


def read_page(page: Page, nlp: Pipeline | None = None) -> Reading:
    """Everything claimcheck sees in one document, spans in the text as given.

    `nlp` is a spaCy pipeline of the caller's: the people, bodies and places it sees are read as names.
    """
    notes = read_notes(page, nlp)
    whole = _placer(page)
    claims = read_claims(notes, lambda a, b: _span(notes.tokens, page.document.id, a, b))
    return Reading(
        document=page.document,
        sentences=tuple(whole(s) for _, _, s in notes.sentences),
        claims=tuple(_named(whole(c)) for c in claims),
        quantities=tuple(whole(q.item) for q in notes.quantities),
        times=tuple(whole(t.item) for t in notes.times),
        attributions=tuple(whole(a.item) for a in notes.speech),
        unread=tuple(whole(u) for u in _unread(notes, page)),
        diagnostics=odd(page.document.text, page.document.id),
        clashes=tuple(whole(c) for c in _clashes(notes, page)),
    )


def _clashes(notes: Notes, page: Page) -> list[Clash]:
    published = page.document.published
    ranges = [(start, end) for start, end, _ in notes.sentences]
    day = moment(published) if published else None
    return calendar_findings(notes.tokens, notes.pack, notes.times, notes.quantities, day, ranges)


def read_notes(page: Page, nlp: Pipeline | None = None) -> Notes:
    """The notes of every reader on the tokens of one document."""
    document, text = page.document, page.clean.text
    pack = load(page.language)
    tokens = without_degrees(_as_given(tokenize(text, page.language), page), pack)
    sentences = _sentences(page, tokens)
    ranges = [(start, end) for start, end, _ in sentences]
    titles = [(start, end) for start, end, sentence in sentences if sentence.kind in TITLED]
    names = read_names(tokens, pack, ranges, _entities(text, nlp), titles)
    times = read_times(
        tokens, pack, document.id, moment(document.published) if document.published else None, ranges
    )
    quantities = read_quantities(tokens, pack, document.id, [(t.start, t.end) for t in times])
    speech = sorted(read_speech(tokens, pack, document.id, ranges, names), key=lambda said: said.start)
    quotes = [
        Found(q.start, q.end, _span(tokens, document.id, q.start, q.end))
        for q in find_quotes(tokens, pack, ranges)
        if q.item.kind != "title"
    ]
    terms = read_terms(tokens, pack, names)
    return Notes(tokens, pack, sentences, names, terms, quantities, times, speech, quotes)


def _entities(text: str, nlp: Pipeline | None) -> list[tuple[int, int]]:
    if nlp is None:
        return []
    return [(e.start_char, e.end_char) for e in nlp(text).ents if e.label_ in NAMING]


def _unread(notes: Notes, page: Page) -> list[Unread]:
    found = [(q.start, q.end) for q in notes.quantities] + [(t.start, t.end) for t in notes.times]
    return unread_quantities(notes.tokens, notes.pack, page.document.id, found)


def _sentences(page: Page, tokens: Tokens) -> list[tuple[int, int, Sentence]]:
    rows = []
    for cut in page.cuts:
        first, last = bisect_left(tokens.starts, cut.start), bisect_left(tokens.starts, cut.end)
        rows.append((first, last, Sentence(_clean_span(page, cut.start, cut.end), cut.kind)))
    return rows


def _clean_span(page: Page, start: int, end: int) -> Span:
    return Span(
        page.document.id, start, end, (page.clean if page.clean.offsets else page.document).text[start:end]
    )


def _span(tokens: Tokens, document: str, start: int, end: int) -> Span:
    first, last = tokens.starts[start], tokens.ends[end - 1]
    return Span(document, first, last, tokens.text[first:last])


def _as_given(tokens: Tokens, page: Page) -> Tokens:
    """The tokens over the text as given, where the reading text has it place for place."""
    return replace(tokens, text=page.document.text) if page.clean.offsets is None else tokens


def _placer(page: Page) -> Callable[[T], T]:
    """What leads a record back into the text as given; nothing to do where that is the text that was read."""
    if page.clean.offsets is None:
        return lambda record: record
    return lambda record: _replaced(record, page)


def _named(claim: Claim) -> Claim:
    """The claim with the id of its place in the text as given."""
    name = claim_id(claim.span)
    return claim if claim.id == name else replace(claim, id=name)


def _replaced(record: Any, page: Page) -> Any:
    if isinstance(record, Span):
        return page.span(record.start, record.end)
    if isinstance(record, tuple):
        return tuple(_replaced(item, page) for item in record)
    if is_dataclass(record) and not isinstance(record, type):
        return replace(record, **{f.name: _replaced(getattr(record, f.name), page) for f in fields(record)})
    return record
