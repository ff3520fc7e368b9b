"""The report as JSON Lines: one event a line, every place in every unit, `done` last so that a cut shows."""

from collections.abc import Iterator
from typing import Any

from pydantic import TypeAdapter

from claimcheck.records import Claim, Finding, ReportRecord
from claimcheck.rendering.canonical import dumps
from claimcheck.rendering.index import Index
from claimcheck.rendering.matrix import letter

_CLAIM = TypeAdapter(Claim)
_FINDING = TypeAdapter(Finding)


def jsonl(record: ReportRecord) -> str:
    """The events, one a line."""
    return "".join(dumps(event, indent=None) + "\n" for event in events(record))


def events(record: ReportRecord) -> Iterator[dict[str, Any]]:
    """`report`, then each `document`, `claim` and `finding`, then `done` with the counts."""
    index = Index(record)
    yield {"event": "report", "schema_version": record.schema_version, "language": record.language}
    for document in record.documents:
        kept = document.model_dump(mode="json", exclude={"text", "blocks", "meta"})
        yield {"event": "document", **kept, "text_sha256": index.places(document.id).sha256}
    for claim in record.claims:
        yield {"event": "claim", **_claim(index, claim)}
    for finding in record.findings:
        yield {"event": "finding", **_finding(index, finding)}
    counts = {
        k: len(getattr(record, k)) for k in ("documents", "claims", "findings", "unread", "diagnostics")
    }
    yield {"event": "done", "complete": record.complete, **counts}


def _claim(index: Index, claim: Claim) -> dict[str, Any]:
    kept = _CLAIM.dump_python(claim, mode="json", exclude={"span", "sentence"})
    place = index.places(claim.document)
    return {**kept, "span": place.place(claim.span), "sentence": place.place(claim.sentence.span)}


def _finding(index: Index, finding: Finding) -> dict[str, Any]:
    kept = _FINDING.dump_python(finding, mode="json", exclude={"sides"})
    sides = [
        {
            "side": letter(n),
            "says": s.says,
            "documents": list(s.documents),
            "origins": list(s.origins),
            "claims": list(s.claims),
            "places": [index.places(p.document).place(p) for p in s.spans],
        }
        for n, s in enumerate(finding.sides)
    ]
    return {**kept, "sides": sides}
