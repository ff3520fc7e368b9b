"""Look-ups over one record, built once for each rendering."""

from dataclasses import dataclass
from functools import cached_property

from claimcheck.records import Claim, Cluster, Document, ReportRecord, Span
from claimcheck.rendering import escape
from claimcheck.rendering.places import Places, places
from claimcheck.rendering.words import Words, words


@dataclass(frozen=True)
class Index:
    """A record with its documents and claims by id."""

    record: ReportRecord

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Documents by id."""
        return {d.id: d for d in self.record.documents}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claims by id."""
        return {c.id: c for c in self.record.claims}

    @cached_property
    def claims_of(self) -> dict[str, tuple[Claim, ...]]:
        """Claims of each document, in the order of the text."""
        rows: dict[str, list[Claim]] = {d.id: [] for d in self.record.documents}
        for claim in self.record.claims:
            rows.setdefault(claim.document, []).append(claim)
        return {k: tuple(sorted(v, key=lambda c: (c.span.start, c.span.end))) for k, v in rows.items()}

    def document_of(self, claim: str) -> str | None:
        """The document of a claim, by the claim's id."""
        found = self.claims.get(claim)
        return found.document if found else None

    @cached_property
    def cluster_of(self) -> dict[str, Cluster]:
        """The cluster of each claim that is in one."""
        return {c: cluster for cluster in self.record.clusters for c in cluster.claims}

    @cached_property
    def words(self) -> Words:
        """The labels in the report's language."""
        return words(self.record.language)

    @cached_property
    def _places(self) -> dict[str, Places]:
        return {d.id: places(d) for d in self.record.documents}

    def places(self, document: str) -> Places:
        """The offset conversions of a document."""
        return self._places.get(document) or Places("")

    @cached_property
    def labels(self) -> dict[str, str]:
        """A short name for each document: its source, with the id where two share a source, else its id."""
        sources = [d.source for d in self.record.documents]
        return {d.id: _label(d, sources.count(d.source) > 1) for d in self.record.documents}

    def label(self, document: str) -> str:
        """The short name of a document, or the id given where there is no such document."""
        return self.labels.get(document, document)

    def context(self, span: Span) -> Span:
        """The sentence that holds a span, else the line around it, at most 600 characters."""
        sentences = [
            c.sentence.span for c in self.claims_of.get(span.document, ()) if _holds(c.sentence.span, span)
        ]
        return _clipped(
            sentences[0] if sentences else self._line(span), span, self.places(span.document).text
        )

    def _line(self, span: Span) -> Span:
        text = self.places(span.document).text
        start = text.rfind("\n", max(0, span.start - 300), span.start) + 1 or max(0, span.start - 300)
        end = text.find("\n", span.end, span.end + 300)
        end = min(len(text), span.end + 300) if end < 0 else end
        return Span(span.document, start, end, text[start:end])


def _label(document: Document, shared: bool) -> str:
    if not document.source:
        return escape.line(document.id)
    return escape.line(f"{document.source} ({document.id})" if shared else document.source)


def _holds(outer: Span, inner: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _clipped(context: Span, span: Span, text: str, most: int = 600) -> Span:
    if context.end - context.start <= most:
        return context
    start = max(context.start, span.start - most // 3)
    end = min(context.end, max(span.start + most // 3, min(span.end, start + most)))
    return Span(context.document, start, end, text[start:end])
