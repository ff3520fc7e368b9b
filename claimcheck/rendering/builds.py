"""What build servers read: GitLab's Code Quality report and JUnit's XML."""

import hashlib
from typing import Any
from xml.etree import ElementTree

from claimcheck.records import ReportRecord
from claimcheck.rendering import escape
from claimcheck.rendering.alerts import Alert, alerts, fingerprint, path
from claimcheck.rendering.index import Index

SEVERITIES = {"high": "critical", "medium": "major", "low": "minor", "note": "info"}


def gitlab(record: ReportRecord) -> list[dict[str, Any]]:
    """GitLab Code Quality: an entry for each place of a conflict, its fingerprint free of line numbers."""
    index = Index(record)
    return [_entry(index, alert) for alert in alerts(index)]


def _entry(index: Index, alert: Alert) -> dict[str, Any]:
    name = alert.span.document
    return {
        "description": alert.message,
        "check_name": alert.rule,
        "fingerprint": hashlib.sha256(fingerprint(alert).encode()).hexdigest(),
        "severity": SEVERITIES[alert.finding.severity],
        "location": {
            "path": path(index.documents.get(name), name),
            "lines": {"begin": index.places(name).line(alert.span.start)[0]},
        },
    }


def junit(record: ReportRecord) -> str:
    """JUnit XML: a failed test for each place of a conflict, a passed one for each document without any."""
    index = Index(record)
    found = list(alerts(index))
    clean = [d.id for d in record.documents if d.id not in {a.span.document for a in found}]
    count = {"tests": str(len(found) + len(clean)), "failures": str(len(found))}
    suite = ElementTree.Element("testsuite", {"name": "claimcheck", **count})
    for alert in found:
        case = _case(suite, index, alert.span.document, alert.finding.headline)
        failure = ElementTree.SubElement(
            case, "failure", {"message": _xml(alert.message), "type": _xml(alert.rule)}
        )
        failure.text = _xml("; ".join(o.message for o in alert.others))
    for document in clean:
        _case(suite, index, document, "-")
    ElementTree.indent(suite)
    return ElementTree.tostring(suite, encoding="unicode", xml_declaration=False) + "\n"


def _case(suite: ElementTree.Element, index: Index, document: str, name: str) -> ElementTree.Element:
    where = path(index.documents.get(document), document)
    return ElementTree.SubElement(suite, "testcase", {"classname": _xml(where), "name": _xml(name)})


def _xml(text: str) -> str:
    return escape.xml(escape.line(text))
