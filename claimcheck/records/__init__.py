"""The nouns of claimcheck: frozen records that import nothing of ours."""

from claimcheck.records.claim import Attribution, Claim, Quantity, Question, Time
from claimcheck.records.document import Block, Document
from claimcheck.records.finding import (
    Clash,
    Cluster,
    Diagnostic,
    Finding,
    Origin,
    Side,
    Step,
    Unread,
    Verdict,
)
from claimcheck.records.interval import Interval
from claimcheck.records.reading import Reading
from claimcheck.records.report import ReportRecord
from claimcheck.records.span import Sentence, Span

__all__ = [
    "Attribution",
    "Block",
    "Claim",
    "Clash",
    "Cluster",
    "Diagnostic",
    "Document",
    "Finding",
    "Interval",
    "Origin",
    "Quantity",
    "Question",
    "Reading",
    "ReportRecord",
    "Sentence",
    "Side",
    "Span",
    "Step",
    "Time",
    "Unread",
    "Verdict",
]
