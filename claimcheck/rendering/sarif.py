"""SARIF 2.1.0: one run, one result for each place of a conflict, columns in code points."""

from typing import Any
from urllib.parse import quote

from claimcheck.records import ReportRecord, Span
from claimcheck.rendering import escape
from claimcheck.rendering.alerts import Alert, alerts, ends, fingerprint, path
from claimcheck.rendering.index import Index
from claimcheck.version import __version__

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"high": "error", "medium": "warning", "low": "note", "note": "note"}
MOST = 5000  # what GitHub shows of one run


def sarif(record: ReportRecord) -> dict[str, Any]:
    """The conflicts as a SARIF log."""
    index = Index(record)
    found = list(alerts(index))
    rules = sorted({a.rule for a in found})
    driver = {"name": "claimcheck", "version": __version__, "rules": [_rule(r, found) for r in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "defaultEncoding": "utf-8",
        "artifacts": [_artifact(index, d.id) for d in record.documents],
        "results": [_result(index, a, rules) for a in found[:MOST]],
        "properties": {"complete": record.complete, "resultsLeftOut": max(0, len(found) - MOST)},
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: str, found: list[Alert]) -> dict[str, Any]:
    kind = next(a.finding.kind for a in found if a.rule == rule)
    return {"id": rule, "shortDescription": {"text": f"{kind}: {rule}"}, "properties": {"tags": [kind]}}


def _artifact(index: Index, document: str) -> dict[str, Any]:
    return {
        "location": _location(index, document),
        "encoding": "utf-8",
        "hashes": {"sha-256": index.places(document).sha256},
    }


def _location(index: Index, document: str) -> dict[str, Any]:
    return {"uri": quote(path(index.documents.get(document), document), safe="/")}


def _physical(index: Index, span: Span) -> dict[str, Any]:
    (row, column), (last, end) = ends(index.places(span.document), span)
    return {
        "artifactLocation": _location(index, span.document),
        "region": {
            "startLine": row,
            "startColumn": column,
            "endLine": last,
            "endColumn": end,
            "charOffset": span.start,
            "charLength": span.end - span.start,
            "snippet": {"text": escape.whole(span.text)},
        },
    }


def _result(index: Index, alert: Alert, rules: list[str]) -> dict[str, Any]:
    finding = alert.finding
    related = [
        {"id": n, "physicalLocation": _physical(index, o.span), "message": {"text": o.message}}
        for n, o in enumerate(alert.others, 1)
    ]
    return {
        "ruleId": alert.rule,
        "ruleIndex": rules.index(alert.rule),
        "kind": "fail",
        "level": LEVELS[finding.severity],
        "rank": round(finding.confidence * 100, 1),
        "message": {"text": alert.message},
        "locations": [{"physicalLocation": _physical(index, alert.span)}],
        "relatedLocations": related,
        "partialFingerprints": {"conflictHash/v1": fingerprint(alert)},
    }
