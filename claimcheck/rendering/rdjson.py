"""reviewdog's rdjsonl: one diagnostic a line, lines from 1, columns from 1 in UTF-8 bytes, ends exclusive."""

from typing import Any

from claimcheck.records import ReportRecord, Span
from claimcheck.rendering.alerts import Alert, alerts, path
from claimcheck.rendering.canonical import dumps
from claimcheck.rendering.index import Index

SEVERITIES = {"high": "ERROR", "medium": "WARNING", "low": "INFO", "note": "INFO"}


def rdjsonl(record: ReportRecord) -> str:
    """The conflicts as reviewdog reads them."""
    index = Index(record)
    return "".join(dumps(_diagnostic(index, a), indent=None) + "\n" for a in alerts(index))


def _diagnostic(index: Index, alert: Alert) -> dict[str, Any]:
    return {
        "message": alert.message,
        "location": _location(index, alert.span),
        "severity": SEVERITIES[alert.finding.severity],
        "source": {"name": "claimcheck"},
        "code": {"value": alert.rule},
        "related_locations": [
            {"message": o.message, "location": _location(index, o.span)} for o in alert.others
        ],
    }


def _location(index: Index, span: Span) -> dict[str, Any]:
    places = index.places(span.document)
    (row, column), (last, end) = places.byte_column(span.start), places.byte_column(span.end)
    return {
        "path": path(index.documents.get(span.document), span.document),
        "range": {"start": {"line": row, "column": column}, "end": {"line": last, "column": end}},
    }
