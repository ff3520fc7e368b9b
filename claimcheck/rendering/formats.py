"""Every format by name: what `--format` takes and what `Report.to_…` calls."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from claimcheck.checked import one_of
from claimcheck.records import ReportRecord
from claimcheck.rendering import canonical


@dataclass(frozen=True)
class Format:
    """Where a format is made and whether it is text or data to be written as JSON."""

    module: str
    function: str
    is_data: bool
    suffix: str
    about: str


FORMATS: dict[str, Format] = {
    "text": Format("text", "text", False, ".txt", "for a terminal"),
    "json": Format("canonical", "report_json", False, ".json", "the whole report, schema claimcheck/1"),
    "jsonl": Format("stream", "jsonl", False, ".jsonl", "one event a line, places in every unit"),
    "html": Format("html", "html", False, ".html", "one self-contained page"),
    "md": Format("markdown", "markdown", False, ".md", "Markdown"),
    "csv": Format("tables", "csv_text", False, ".csv", "the findings as a table, formulas guarded"),
    "graphml": Format("graph", "graphml", False, ".graphml", "the graph of claims"),
    "node-link": Format("graph", "node_link", True, ".json", "the graph of claims as JSON"),
    "sarif": Format("sarif", "sarif", True, ".sarif", "SARIF 2.1.0 for code scanning"),
    "lsp": Format("lsp", "lsp", True, ".json", "editor diagnostics, UTF-16"),
    "rdjsonl": Format("rdjson", "rdjsonl", False, ".rdjsonl", "reviewdog, UTF-8 byte columns"),
    "github": Format("github", "github", False, ".txt", "GitHub workflow annotations"),
    "gitlab": Format("builds", "gitlab", True, ".json", "GitLab Code Quality"),
    "junit": Format("builds", "junit", False, ".xml", "JUnit XML"),
    "languagetool": Format(
        "languagetool", "languagetool", True, ".json", "answers of LanguageTool's /v2/check"
    ),
    "web-annotation": Format("annotation", "web_annotation", True, ".jsonld", "W3C Web Annotation"),
    "schema-org": Format("schema_org", "schema_org", True, ".jsonld", "schema.org Claim"),
    "label-studio": Format("labels", "label_studio", True, ".json", "Label Studio tasks"),
    "doccano": Format("labels", "doccano", False, ".jsonl", "doccano spans"),
    "prodigy": Format("labels", "prodigy", False, ".jsonl", "Prodigy spans"),
}


def format_named(name: str) -> Format:
    """The format of this name.

    Raises `OptionError` naming the formats there are.
    """
    return FORMATS[one_of(name, FORMATS, "format")]


def data(record: ReportRecord, name: str) -> Any:
    """The report in a format, text or plain data as the format is."""
    made = format_named(name)
    function: Callable[[ReportRecord], Any] = getattr(
        import_module(f"claimcheck.rendering.{made.module}"), made.function
    )
    return function(record)


def written(record: ReportRecord, name: str) -> str:
    """The report in a format as text, ready to be written as UTF-8."""
    found = data(record, name)
    return canonical.dumps(found) + "\n" if format_named(name).is_data else str(found)
