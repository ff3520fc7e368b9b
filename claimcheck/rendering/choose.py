"""Picking findings out of a report."""

import difflib

from claimcheck.errors import OptionError
from claimcheck.records import Finding, ReportRecord


def chosen(
    record: ReportRecord, kind: str | None, source: str | None, min_confidence: float
) -> tuple[Finding, ...]:
    """The findings of one kind, with one source or document on a side, at least this sure."""
    documents = {d.id for d in record.documents if source in (d.source, d.id)}
    return tuple(
        f
        for f in record.findings
        if kind in (None, f.kind)
        and f.confidence >= min_confidence
        and (source is None or any(documents.intersection(s.documents) for s in f.sides))
    )


def finding(record: ReportRecord, name: Finding | str) -> Finding:
    """The finding with this id; a finding is returned as it is."""
    if isinstance(name, Finding):
        return name
    for found in record.findings:
        if found.id == name:
            return found
    raise OptionError(f"no finding {name!r}{near(name, [f.id for f in record.findings])}")


def near(name: str, names: list[str]) -> str:
    """A did-you-mean for a message, empty where nothing is near.

    >>> near("texxt", ["text", "json"])
    "; did you mean 'text'?"
    """
    found = difflib.get_close_matches(name, names, 1)
    return f"; did you mean {found[0]!r}?" if found else ""
