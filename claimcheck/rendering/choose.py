"""Picking findings out of a report."""

from claimcheck.checked import known, one_of, share
from claimcheck.records import Finding, ReportRecord
from claimcheck.records.finding import KINDS


def chosen(
    record: ReportRecord, kind: str | None, source: str | None, min_confidence: float
) -> tuple[Finding, ...]:
    """The findings of one kind, with one source or document on a side, at least this sure.

    Raises `OptionError` for a kind that there is not, or a confidence that is none.
    """
    if kind is not None:
        one_of(kind, KINDS, "kind")
    least = share(min_confidence, "min_confidence")
    documents = {d.id for d in record.documents if source in (d.source, d.id)}
    return tuple(
        f
        for f in record.findings
        if kind in (None, f.kind)
        and f.confidence >= least
        and (source is None or any(documents.intersection(s.documents) for s in f.sides))
    )


def finding(record: ReportRecord, name: Finding | str) -> Finding:
    """The finding with this id; a finding is returned as it is. Raises `OptionError` where there is none."""
    if isinstance(name, Finding):
        return name
    by_id = {found.id: found for found in record.findings}
    return by_id[known(name, by_id, "finding")]
