"""Language Server Protocol 3.17 diagnostics: zero-based lines, characters in UTF-16 code units."""

from typing import Any

from claimcheck.records import ReportRecord, Span
from claimcheck.rendering.alerts import Alert, address, alerts
from claimcheck.rendering.index import Index

SEVERITIES = {"high": 1, "medium": 2, "low": 3, "note": 4}


def lsp(record: ReportRecord) -> list[dict[str, Any]]:
    """The parameters of `textDocument/publishDiagnostics` for every document, clean ones too."""
    index = Index(record)
    rows: dict[str, list[dict[str, Any]]] = {d.id: [] for d in record.documents}
    for alert in alerts(index):
        rows.setdefault(alert.span.document, []).append(_diagnostic(index, alert))
    return [{"uri": address(d, d.id), "diagnostics": rows[d.id]} for d in record.documents]


def _diagnostic(index: Index, alert: Alert) -> dict[str, Any]:
    return {
        "range": _range(index, alert.span),
        "severity": SEVERITIES[alert.finding.severity],
        "code": alert.rule,
        "source": "claimcheck",
        "message": alert.message,
        "relatedInformation": [
            {"location": _location(index, o.span), "message": o.message} for o in alert.others
        ],
        "data": {"finding": alert.finding.id, "side": alert.side, "confidence": alert.finding.confidence},
    }


def _location(index: Index, span: Span) -> dict[str, Any]:
    return {
        "uri": address(index.documents.get(span.document), span.document),
        "range": _range(index, span),
    }


def _range(index: Index, span: Span) -> dict[str, Any]:
    places = index.places(span.document)
    return {"start": places.lsp(span.start), "end": places.lsp(span.end)}
