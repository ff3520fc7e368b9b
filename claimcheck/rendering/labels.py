"""Claims and their answers as spans of annotation tools, so that a desk can correct them into gold."""

from collections.abc import Iterator
from typing import Any

from claimcheck.records import Document, ReportRecord, Span
from claimcheck.rendering import escape
from claimcheck.rendering.canonical import dumps
from claimcheck.rendering.index import Index
from claimcheck.version import __version__

LABELS = ("CLAIM", "NUMBER", "TIME", "SPEAKER", "QUOTE")


def labelled(index: Index, document: str) -> Iterator[tuple[Span, str]]:
    """Claims, numbers, times, speakers and quotations of a document with their labels, in text order."""
    found: set[tuple[int, int, str]] = set()
    for claim in index.claims_of.get(document, ()):
        speaker = claim.attribution.source_span if claim.attribution else None
        rows = [(claim.span, "CLAIM"), *((q.span, "NUMBER") for q in claim.quantities)]
        rows += [*((t.span, "TIME") for t in claim.times), *((q, "QUOTE") for q in claim.quotes)]
        rows += [(speaker, "SPEAKER")] if speaker else []
        found |= {(s.start, s.end, label) for s, label in rows if s.document == document}
    text = index.places(document).text
    for start, end, label in sorted(found):
        yield Span(document, start, end, text[start:end]), label


def _meta(document: Document) -> dict[str, Any]:
    known = {
        "id": document.id,
        "source": document.source,
        "published": document.published,
        "url": document.url,
    }
    return {k: v for k, v in known.items() if v}


def doccano(record: ReportRecord) -> str:
    """doccano JSONL for sequence labelling with overlaps allowed; offsets in code points."""
    index = Index(record)
    return "".join(
        dumps(
            {
                "text": d.text,
                "label": [[s.start, s.end, label] for s, label in labelled(index, d.id)],
                "meta": _meta(d),
            },
            indent=None,
        )
        + "\n"
        for d in record.documents
    )


def prodigy(record: ReportRecord) -> str:
    """Prodigy JSONL for `spans.manual`; offsets in code points, as spaCy counts."""
    index = Index(record)
    return "".join(
        dumps(
            {
                "text": d.text,
                "spans": [
                    {"start": s.start, "end": s.end, "label": label} for s, label in labelled(index, d.id)
                ],
                "meta": _meta(d),
            },
            indent=None,
        )
        + "\n"
        for d in record.documents
    )


def label_studio(record: ReportRecord) -> list[dict[str, Any]]:
    """Label Studio tasks with predictions for `<Labels name="label" toName="text">`.

    Offsets in code points, as its text regions have been kept since version 1.5.
    """
    index = Index(record)
    return [
        {
            "data": {"text": d.text, **_meta(d)},
            "predictions": [
                {
                    "model_version": f"claimcheck {__version__}",
                    "result": [_region(s, label, n) for n, (s, label) in enumerate(labelled(index, d.id), 1)],
                }
            ],
        }
        for d in record.documents
    ]


def _region(span: Span, label: str, number: int) -> dict[str, Any]:
    return {
        "id": f"r{number}",
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": {
            "start": span.start,
            "end": span.end,
            "text": escape.whole(span.text),
            "labels": [label],
        },
    }
