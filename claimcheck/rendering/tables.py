"""Tidy tables of a report: fixed columns and types, one row for each thing, texts of documents left out."""

import csv
import io
from collections.abc import Callable, Iterator
from typing import Literal

from claimcheck.checked import one_of
from claimcheck.records import Attribution, Claim, Quantity, ReportRecord, Span, Time
from claimcheck.rendering import escape
from claimcheck.rendering.index import Index
from claimcheck.rendering.matrix import letter

Type = Literal["str", "int", "float"]
Value = str | int | float | None
Columns = tuple[tuple[str, Type], ...]

_SPAN: Columns = (("document", "str"), ("start", "int"), ("end", "int"), ("text", "str"))
COLUMNS: dict[str, Columns] = {
    "documents": (
        ("id", "str"), ("source", "str"), ("title", "str"), ("published", "str"), ("language", "str"),
        ("url", "str"), ("characters", "int"), ("claims", "int"),
    ),
    "claims": (
        ("id", "str"), *_SPAN, ("sentence_start", "int"), ("sentence_end", "int"), ("cluster", "str"),
        ("question", "str"), ("polarity", "str"), ("status", "str"), ("agent", "str"), ("speaker", "str"),
        ("language", "str"),
    ),
    "mentions": (
        ("claim", "str"), ("answer", "str"), *_SPAN, ("kind", "str"), ("low", "float"), ("high", "float"),
        ("unit", "str"), ("counted", "str"), ("hedge", "str"), ("earliest", "str"), ("latest", "str"),
        ("speaker", "str"), ("stance", "str"),
    ),
    "links": (("a", "str"), ("b", "str"), ("kind", "str"), ("relation", "str"), ("rule", "str")),
    "findings": (
        ("finding", "str"), ("kind", "str"), ("relation", "str"), ("severity", "str"),
        ("confidence", "float"), ("headline", "str"), ("question", "str"), ("side", "str"),
        ("says", "str"), ("source", "str"), *_SPAN,
    ),
}  # fmt: skip


def rows(record: ReportRecord, table: str) -> Iterator[tuple[Value, ...]]:
    """The rows of a table, in the order of its `COLUMNS`.

    Raises `OptionError` where there is no such table.
    """
    return ((*map(_clean, row),) for row in _ROWS[one_of(table, COLUMNS, "table")](Index(record)))


def _clean(value: Value) -> Value:
    return escape.whole(value) if isinstance(value, str) else value


def _span(span: Span) -> tuple[Value, ...]:
    return span.document, span.start, span.end, span.text


def _documents(index: Index) -> Iterator[tuple[Value, ...]]:
    for d in index.record.documents:
        yield (
            d.id, d.source, d.title, d.published, d.language, d.url, len(d.text), len(index.claims_of[d.id]),
        )  # fmt: skip


def _claims(index: Index) -> Iterator[tuple[Value, ...]]:
    for c in index.record.claims:
        cluster = index.cluster_of.get(c.id)
        yield (
            c.id, *_span(c.span), c.sentence.span.start, c.sentence.span.end, cluster.id if cluster else None,
            c.question.about, c.polarity, c.status, c.agent, c.attribution.source if c.attribution else None,
            c.language,
        )  # fmt: skip


def _mentions(index: Index) -> Iterator[tuple[Value, ...]]:
    for claim in index.record.claims:
        for row in (*map(_quantity, claim.quantities), *map(_time, claim.times), *_speakers(claim)):
            yield (claim.id, *row)


def _quantity(q: Quantity) -> tuple[Value, ...]:
    low, high = (None if v is None else float(v) for v in (q.low, q.high))
    return "quantity", *_span(q.span), q.kind, low, high, q.unit, q.counted, q.hedge, None, None, None, None


def _time(t: Time) -> tuple[Value, ...]:
    ends = (None if v is None else v.isoformat() for v in (t.earliest, t.latest))
    return "time", *_span(t.span), t.grain, None, None, None, None, t.mod, *ends, None, None


def _speakers(claim: Claim) -> Iterator[tuple[Value, ...]]:
    a: Attribution | None = claim.attribution
    if a is not None:
        empty = (None,) * 7
        yield "attribution", *_span(a.source_span or a.cue), a.mode, *empty, a.source, a.stance
    for quote in claim.quotes:
        yield "quotation", *_span(quote), None, *(None,) * 9


def _links(index: Index) -> Iterator[tuple[Value, ...]]:
    for v in index.record.verdicts:
        yield v.a, v.b, v.kind, v.relation, v.steps[-1].rule if v.steps else None


def _findings(index: Index) -> Iterator[tuple[Value, ...]]:
    for f in index.record.findings:
        head = (f.id, f.kind, f.relation, f.severity, f.confidence, f.headline, f.question)
        for number, side in enumerate(f.sides):
            for span in side.spans:
                yield (*head, letter(number), side.says, index.label(span.document), *_span(span))


_ROWS: dict[str, Callable[[Index], Iterator[tuple[Value, ...]]]] = {
    "documents": _documents,
    "claims": _claims,
    "mentions": _mentions,
    "links": _links,
    "findings": _findings,
}


def csv_text(record: ReportRecord, table: str = "findings") -> str:
    """A table as CSV (RFC 4180), column names first; text cells are guarded, numbers stay numbers."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    found = rows(record, table)
    writer.writerow([name for name, _ in COLUMNS[table]])
    writer.writerows([escape.cell(v) if isinstance(v, str) else v for v in row] for row in found)
    return out.getvalue()
