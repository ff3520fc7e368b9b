"""schema.org `Claim`: what each side says and where it appears; a review is left for a person to fill."""

from typing import Any
from urllib.parse import quote

from claimcheck.records import Document, Finding, ReportRecord, Side
from claimcheck.rendering import escape
from claimcheck.rendering.index import Index
from claimcheck.rendering.matrix import letter

# schema.org defines no relation between claims, so the two used here have names of their own.
CONTEXT = ["https://schema.org", {"cc": "urn:claimcheck:vocabulary:"}]
_RELATIONS = {"conflict": "cc:conflictsWith", "same": "cc:equivalentTo", "compatible": "cc:compatibleWith"}


def schema_org(record: ReportRecord) -> dict[str, Any]:
    """The sides of all findings as Claims, and an unfilled ClaimReview for each side of a conflict."""
    index = Index(record)
    claims = [_claim(index, f, s, n) for f in record.findings for n, s in enumerate(f.sides)]
    drafts = [_draft(index, f, s, n) for f in record.conflicts for n, s in enumerate(f.sides)]
    return {"@context": CONTEXT, "@graph": [*claims, *drafts]}


def _name(finding: Finding, number: int) -> str:
    return f"urn:claimcheck:claim:{quote(escape.whole(finding.id), safe='')}:{letter(number)}"


def _claim(index: Index, finding: Finding, side: Side, number: int) -> dict[str, Any]:
    others = [{"@id": _name(finding, n)} for n in range(len(finding.sides)) if n != number]
    relation = _RELATIONS.get(finding.relation, "cc:differsFrom")
    found = [index.documents[d] for d in side.documents if d in index.documents]
    return {
        "@type": "Claim",
        "@id": _name(finding, number),
        "name": escape.line(finding.question),
        "text": escape.line(side.says),
        "inLanguage": index.words.language,
        "appearance": [_article(d) for d in found],
        relation: others,
    }


def _article(document: Document) -> dict[str, Any]:
    link = escape.link(document.url)
    return {
        "@type": "NewsArticle",
        "identifier": escape.line(document.id),
        **({"url": link} if link else {}),
        **({"headline": escape.line(document.title)} if document.title else {}),
        **({"datePublished": escape.line(document.published)} if document.published else {}),
        **(
            {"publisher": {"@type": "Organization", "name": escape.line(document.source)}}
            if document.source
            else {}
        ),
    }


def _draft(index: Index, finding: Finding, side: Side, number: int) -> dict[str, Any]:
    """A ClaimReview without author, date and rating: those are a person's to give."""
    return {
        "@type": "ClaimReview",
        "cc:draft": True,
        "claimReviewed": escape.line(f"{finding.question} {side.says}"),
        "inLanguage": index.words.language,
        "itemReviewed": {"@id": _name(finding, number)},
    }
