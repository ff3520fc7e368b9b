"""The page that text, Markdown and HTML all print: one model of what a person sees, in reading order."""

import re
from dataclasses import dataclass
from functools import cached_property

from claimcheck.records import (
    Claim,
    Diagnostic,
    Document,
    Finding,
    Origin,
    ReportRecord,
    Side,
    Span,
    Step,
    Unread,
)
from claimcheck.rendering import escape
from claimcheck.rendering.index import Index
from claimcheck.rendering.marks import Piece, marks, pieces
from claimcheck.rendering.matrix import Matrix, letter, matrix

ICONS = {
    "conflict": "✗",
    "updates": "↻",
    "differs in scope": "⊂",
    "disputed": "⚖",
    "unsure": "?",
    "compatible": "≈",
    "same": "=",
}
_ORDER = {"high": 0, "medium": 1, "low": 2, "note": 3}


@dataclass(frozen=True)
class Quote:
    """One printed sentence with the words that matter marked."""

    document: str
    label: str
    published: str | None
    link: str | None
    line: int
    start: int
    end: int
    pieces: tuple[Piece, ...]
    more_before: bool
    more_after: bool


@dataclass(frozen=True)
class SideView:
    """One answer and where it is printed."""

    letter: str
    says: str
    labels: tuple[str, ...]
    origins: int
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class FindingView:
    """One finding, ready to print."""

    id: str
    icon: str
    kind: str
    kind_word: str
    relation: str
    relation_word: str
    severity: str
    severity_word: str
    confidence: str
    headline: str
    question: str
    sides: tuple[SideView, ...]
    steps: tuple[Step, ...]
    one_origin: bool


@dataclass(frozen=True)
class Page:
    """Everything a report shows."""

    record: ReportRecord
    index: Index

    @cached_property
    def verdict(self) -> str:
        """The report in one line."""
        say, clashes = self.index.words, len(self.record.conflicts)
        first = say.count("conflicts", clashes) if clashes else say.count("no_conflicts", 0)
        others = len(self.others)
        rest = [say.count("others", others)] if others else []
        return " · ".join([first, *rest, *self.counts])

    @cached_property
    def counts(self) -> tuple[str, ...]:
        """Documents, claims and shared questions, counted."""
        record, say = self.record, self.index.words
        shared = sum(len(c.documents) > 1 for c in record.clusters)
        counts = [say.count("documents", len(record.documents)), say.count("claims", len(record.claims))]
        return (*counts, *([say.count("shared", shared)] if shared else []))

    @cached_property
    def conflicts(self) -> tuple[FindingView, ...]:
        """The conflicts, gravest first."""
        return tuple(finding_view(self.index, f) for f in ordered(self.record.conflicts))

    @cached_property
    def others(self) -> tuple[FindingView, ...]:
        """The findings that are no conflict, those that say the same left out."""
        rest = [f for f in self.record.findings if not f.conflict and f.relation != "same"]
        return tuple(finding_view(self.index, f) for f in ordered(rest))

    @cached_property
    def matrix(self) -> Matrix:
        """Who answers which question how."""
        return matrix(self.record)

    @cached_property
    def origins(self) -> tuple[Origin, ...]:
        """The origins that several documents share."""
        return tuple(o for o in self.record.origins if len(o.documents) > 1)

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The documents as given."""
        return self.record.documents

    @property
    def unread(self) -> tuple[Unread, ...]:
        """The places no rule understood."""
        return self.record.unread

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was odd about the input."""
        return self.record.diagnostics


def page(record: ReportRecord) -> Page:
    """The page of a record."""
    return Page(record, Index(record))


def ordered(findings: tuple[Finding, ...] | list[Finding]) -> list[Finding]:
    """Gravest first, then surest, then in the order of the record."""
    return sorted(findings, key=lambda f: (_ORDER[f.severity], -f.confidence))


def finding_view(index: Index, finding: Finding) -> FindingView:
    """One finding with its sides lettered and its sentences quoted."""
    say = index.words
    origins = {o for s in finding.sides for o in s.origins}
    return FindingView(
        id=finding.id,
        icon=ICONS[finding.relation],
        kind=finding.kind,
        kind_word=say.of("kind", finding.kind),
        relation=finding.relation,
        relation_word=say.of("relation", finding.relation),
        severity=finding.severity,
        severity_word=say.of("severity", finding.severity),
        confidence=say.say("confidence", percent=say.percent(finding.confidence)),
        headline=finding.headline,
        question=finding.question,
        sides=tuple(_side(index, finding, s, n) for n, s in enumerate(finding.sides)),
        steps=finding.steps,
        one_origin=len(origins) == 1 and len(finding.sides) > 1,
    )


def when(published: str | None) -> str | None:
    """A publication time without seconds and zone.

    >>> when("2023-07-26T08:00:00+07:00"), when("2023-07-26"), when("kemarin")
    ('2023-07-26 08:00', '2023-07-26', 'kemarin')
    """
    iso = re.match(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2})", published or "")
    return f"{iso[1]} {iso[2]}" if iso else published


def _side(index: Index, finding: Finding, side: Side, number: int) -> SideView:
    return SideView(
        letter=letter(number),
        says=side.says,
        labels=tuple(index.label(d) for d in side.documents),
        origins=len(side.origins),
        quotes=tuple(_quotes(index, finding, side)),
    )


def _quotes(index: Index, finding: Finding, side: Side) -> list[Quote]:
    rows: dict[tuple[str, int, int], tuple[Span, list[Span]]] = {}
    for span in side.spans:
        context = index.context(span)
        key = (context.document, context.start, context.end)
        rows.setdefault(key, (context, []))[1].extend(
            marks(finding, side, span, _claim(index, side, span), index.words.common)
        )
    return [_quote(index, context, found) for context, found in rows.values()]


def _claim(index: Index, side: Side, span: Span) -> Claim | None:
    claims = [index.claims[c] for c in side.claims if c in index.claims]
    near = [
        c
        for c in claims
        if c.document == span.document and c.span.start < span.end and span.start < c.span.end
    ]
    return near[0] if near else None


def _quote(index: Index, context: Span, found: list[Span]) -> Quote:
    document = index.documents.get(context.document)
    text = index.places(context.document).text
    return Quote(
        document=context.document,
        label=index.label(context.document),
        published=when(document.published) if document else None,
        link=escape.link(document.url) if document else None,
        line=index.places(context.document).line(context.start)[0],
        start=context.start,
        end=context.end,
        pieces=pieces(context, found),
        more_before=context.start > 0 and text[context.start - 1].isalnum(),
        more_after=context.end < len(text) and text[context.end].isalnum(),
    )
