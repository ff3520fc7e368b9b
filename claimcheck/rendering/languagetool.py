"""What `/v2/check` of LanguageTool would answer, for editors that already speak it; offsets in UTF-16."""

from typing import Any

from claimcheck.records import ReportRecord
from claimcheck.rendering import escape
from claimcheck.rendering.alerts import Alert, alerts
from claimcheck.rendering.index import Index
from claimcheck.version import __version__

_AROUND = 40


def languagetool(record: ReportRecord) -> dict[str, Any]:
    """By document id, what an answer of `/v2/check` for its text would hold."""
    index = Index(record)
    rows: dict[str, list[dict[str, Any]]] = {d.id: [] for d in record.documents}
    for alert in alerts(index):
        rows.setdefault(alert.span.document, []).append(_match(index, alert))
    return {
        d.id: _answer(d.language or record.language, rows[d.id], record.complete) for d in record.documents
    }


def _answer(language: str, matches: list[dict[str, Any]], complete: bool) -> dict[str, Any]:
    return {
        "software": {"name": "claimcheck", "version": __version__, "apiVersion": 1, "premium": False},
        "warnings": {"incompleteResults": not complete},
        "language": {"name": language, "code": language},
        "matches": matches,
    }


def _match(index: Index, alert: Alert) -> dict[str, Any]:
    """One match; it offers no replacement, since no rule knows which source is right."""
    places, span = index.places(alert.span.document), alert.span
    start, end = places.utf16(span)
    sentence = index.context(span)
    return {
        "message": alert.message,
        "shortMessage": escape.line(alert.finding.headline),
        "replacements": [],
        "offset": start,
        "length": end - start,
        "context": _context(places.quote(span, _AROUND)),
        "sentence": escape.whole(sentence.text),
        "rule": {
            "id": alert.rule.upper().replace(".", "_"),
            "description": alert.rule,
            "issueType": "inconsistency",
            "category": {
                "id": alert.finding.kind.upper(),
                "name": index.words.of("kind", alert.finding.kind),
            },
        },
    }


def _context(quote: dict[str, str]) -> dict[str, Any]:
    before, words = (len(quote[k].encode("utf-16-le")) // 2 for k in ("prefix", "exact"))
    return {"text": quote["prefix"] + quote["exact"] + quote["suffix"], "offset": before, "length": words}
