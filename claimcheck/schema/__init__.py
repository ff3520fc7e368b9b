"""The JSON Schema of a report, shipped as a file so that other programs can hold on to it."""

from importlib.resources import files
from typing import Any

FILE = "report-1.json"


def text() -> str:
    """The shipped schema (draft 2020-12) as text.

    >>> '"$id": "urn:claimcheck:report:1"' in text()
    True
    """
    return files("claimcheck").joinpath("schema", FILE).read_text("utf-8")


def built() -> dict[str, Any]:
    """The schema of the records as they are now; the shipped file is this, written out.

    >>> built()["title"]
    'claimcheck report'
    """
    from claimcheck.records import ReportRecord

    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:claimcheck:report:1",
        **ReportRecord.model_json_schema(mode="serialization"),
    }
