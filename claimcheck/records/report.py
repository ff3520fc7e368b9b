"""The whole result as data; `claimcheck.Report` adds the ways to show it."""

from pydantic import BaseModel, ConfigDict

from claimcheck.records.claim import Claim
from claimcheck.records.document import Document
from claimcheck.records.finding import Cluster, Diagnostic, Finding, Origin, Unread, Verdict

SCHEMA = "claimcheck/1"


class ReportRecord(BaseModel):
    """What `compare` found: documents, claims, clusters of one question, verdicts and findings."""

    model_config = ConfigDict(frozen=True, extra="forbid", title="claimcheck report")

    schema_version: str = SCHEMA
    documents: tuple[Document, ...]
    claims: tuple[Claim, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    findings: tuple[Finding, ...] = ()
    origins: tuple[Origin, ...] = ()
    unread: tuple[Unread, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    language: str = "id"
    complete: bool = True

    @property
    def conflicts(self) -> tuple[Finding, ...]:
        """The findings whose answers cannot all be true."""
        return tuple(f for f in self.findings if f.conflict)
