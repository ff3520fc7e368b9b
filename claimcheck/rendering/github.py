"""GitHub workflow commands: an annotation for each place of a conflict."""

from claimcheck.records import ReportRecord
from claimcheck.rendering import escape
from claimcheck.rendering.alerts import Alert, alerts, ends, path
from claimcheck.rendering.index import Index

LEVELS = {"high": "error", "medium": "warning", "low": "notice", "note": "notice"}


def github(record: ReportRecord) -> str:
    """One command a line; print it in a workflow and the lines are annotated."""
    index = Index(record)
    return "".join(_command(index, a) + "\n" for a in alerts(index))


def _command(index: Index, alert: Alert) -> str:
    span = alert.span
    (row, column), (last, end) = ends(index.places(span.document), span)
    properties = {
        "file": path(index.documents.get(span.document), span.document),
        "line": str(row),
        "endLine": str(last),
        **({"col": str(column), "endColumn": str(end)} if row == last else {}),
        "title": f"claimcheck {alert.rule}",
    }
    given = ",".join(f"{k}={escape.github_property(v)}" for k, v in properties.items())
    return f"::{LEVELS[alert.finding.severity]} {given}::{escape.github(alert.message)}"
