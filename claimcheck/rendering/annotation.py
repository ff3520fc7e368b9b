"""W3C Web Annotation Data Model: an annotation for each place of a finding, positions in code points."""

from typing import Any
from urllib.parse import quote

from claimcheck.records import Finding, ReportRecord, Side, Span
from claimcheck.rendering import escape
from claimcheck.rendering.alerts import address
from claimcheck.rendering.index import Index
from claimcheck.rendering.matrix import letter


def web_annotation(record: ReportRecord) -> dict[str, Any]:
    """The findings as an AnnotationPage."""
    index = Index(record)
    items = [
        _annotation(index, finding, side, letter(number), place, at)
        for finding in record.findings
        for number, side in enumerate(finding.sides)
        for at, place in enumerate(side.spans, 1)
    ]
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:claimcheck:annotations",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
    }


def _annotation(
    index: Index, finding: Finding, side: Side, letter: str, span: Span, at: int
) -> dict[str, Any]:
    wide = index.places(span.document).widened(span)
    return {
        "id": f"urn:claimcheck:finding:{quote(escape.whole(finding.id), safe='')}:{letter}:{at}",
        "type": "Annotation",
        "motivation": "assessing" if finding.conflict else "linking",
        "body": [
            {
                "type": "TextualBody",
                "value": escape.line(f"{finding.headline} ({side.says})"),
                "format": "text/plain",
                "language": index.words.language,
                "purpose": "commenting",
            },
            {"type": "TextualBody", "value": f"{finding.kind}: {finding.relation}", "purpose": "tagging"},
        ],
        "target": _target(index, wide),
    }


def _target(index: Index, span: Span) -> dict[str, Any]:
    quoted = index.places(span.document).quote(span)
    return {
        "source": address(index.documents.get(span.document), span.document),
        "selector": [
            {"type": "TextQuoteSelector", **quoted},
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }
