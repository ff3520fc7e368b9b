"""What `compare` returns: the record, and every way to show it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from claimcheck.records import Finding, ReportRecord, Sentence, Verdict

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    import polars as pl

    from claimcheck.linking.happenings import Tellings
    from claimcheck.rendering.changes import Changes
    from claimcheck.rendering.matrix import Matrix
    from claimcheck.rendering.shown import Shown


class Report(ReportRecord):
    """All that several documents claim, how their claims stand to each other, and where they clash.

    It shows itself in a notebook and prints as text. Every `to_…` method returns its format: text where that
    is lines or a page, plain data where it is JSON for another program; `path` also writes it to a file.

    >>> report = Report(documents=())
    >>> print(report)
    tanpa pertentangan · 0 dokumen · 0 klaim
    """

    @cached_property
    def graph(self) -> nx.MultiGraph[str]:
        """A networkx graph: claims as nodes (their ids), the verdicts between them as edges keyed by kind.

        Node attributes: document, source, text, start, end, cluster. Edge attributes: relation, kind, rule.
        """
        from claimcheck.rendering.graph import graph

        return graph(self)

    def why(self, a: str, b: str) -> Verdict:
        """How two claims, named by id, stand to each other and why, also where they were never linked."""
        from claimcheck.linking.why import why

        return why(self, a, b)

    @cached_property
    def events(self) -> tuple[tuple[str, ...], ...]:
        """The ids of the documents in groups that tell of one event each: a bundle may hold two earthquakes.

        A document is known by its names, rarer words, days and numbers; one that is like no other stands alone.

        >>> Report(documents=()).events
        ()
        """
        from claimcheck.linking.events import events

        return events([d.id for d in self.documents], self.claims)

    def related(self, claim: str) -> tuple[Sentence, ...]:
        """The sentences of other documents that tell the same happening as the sentence of a claim, named by id.

        They stand in documents of one event and tell the same act, and something more besides, whatever each asks of
        it; those with most in common come first. Such sentences may answer different questions, and nothing is
        judged between them. Raises `OptionError` where there is no such claim.
        """
        from claimcheck.linking.happenings import related

        return related(self._tellings, claim)

    @cached_property
    def _tellings(self) -> Tellings:
        from claimcheck.linking.happenings import tellings

        return tellings(self.events, self.claims)

    def matrix(self) -> Matrix:
        """Sources against questions: who agrees, differs, is silent, or cannot be compared."""
        from claimcheck.rendering.matrix import matrix

        return matrix(self)

    def side_by_side(self, finding: Finding | str) -> Shown:
        """One finding (or its id) with a column for each source, the differing words marked."""
        from claimcheck.rendering.columns import side_by_side

        return side_by_side(self, self.finding(finding))

    def document(self, document: str) -> Shown:
        """The whole text of a document, by its id, with every claim and answer marked.

        Raises `OptionError` where there is no such document.
        """
        from claimcheck.rendering.marked import marked

        return marked(self, document)

    def plot(self) -> Shown:
        """The graph of linked claims as an inline SVG, the same bytes every time; at most 200 nodes."""
        from claimcheck.rendering.plot import plot

        return plot(self)

    def waterfall(self, walk: Finding | Verdict | str) -> Shown:
        """The steps that led to a finding (or its id), or to a verdict of `why`, each with its weight."""
        from claimcheck.rendering.waterfall import waterfall

        return waterfall(walk if isinstance(walk, Verdict) else self.finding(walk), self.language)

    def timeline(self) -> Shown:
        """When each source places what happened, in the order of time."""
        from claimcheck.rendering.timeline import timeline

        return timeline(self)

    def finding(self, finding: Finding | str) -> Finding:
        """The finding with this id; a finding is returned as it is.

        Raises `OptionError` where there is none.
        """
        from claimcheck.rendering.choose import finding as named

        return named(self, finding)

    def filter(
        self, *, kind: str | None = None, source: str | None = None, min_confidence: float = 0.0
    ) -> Self:
        """The report with only the findings of this kind, of this source (or document id), this sure.

        Everything else stays, so that filters can follow each other in any order.
        """
        from claimcheck.rendering.choose import chosen

        return self.model_copy(update={"findings": chosen(self, kind, source, min_confidence)})

    def diff(self, old: ReportRecord) -> Changes:
        """Which findings are new, gone, changed or unchanged since an older report, by their ids."""
        from claimcheck.rendering.changes import changes

        return changes(self, old)

    def to_json(self, path: str | Path | None = None, *, indent: int | None = 2) -> str:
        """Canonical JSON: the same report is the same bytes, and `Report.model_validate_json` reads it back.

        >>> Report.model_validate_json(Report(documents=()).to_json()) == Report(documents=())
        True
        """
        from claimcheck.rendering.canonical import report_json

        return _kept(report_json(self, indent), path)

    def to_html(self, path: str | Path | None = None) -> str:
        """One self-contained page: no script, nothing fetched."""
        return self._text("html", path)

    def to_markdown(self, path: str | Path | None = None) -> str:
        """CommonMark with one table, every quoted word escaped."""
        return self._text("md", path)

    def to_text(self, path: str | Path | None = None, *, width: int = 88, color: bool = False) -> str:
        """Plain text for a terminal `width` columns wide; colours only when asked for."""
        from claimcheck.rendering.text import text

        return _kept(text(self, width, color), path)

    def to_csv(self, path: str | Path | None = None, *, table: str = "findings") -> str:
        """One tidy table as CSV, cells that a spreadsheet could take for a formula guarded by an apostrophe.

        `table`: documents, claims, mentions, links or findings.
        """
        from claimcheck.rendering.tables import csv_text

        return _kept(csv_text(self, table), path)

    def to_pandas(self, table: str = "findings") -> pd.DataFrame:
        """One tidy table as a pandas DataFrame, its columns and types the same when it is empty.

        Raises `MissingExtraError` where pandas is not installed.
        """
        from claimcheck.rendering.frames import to_pandas

        made: pd.DataFrame = to_pandas(self, table)
        return made

    def to_polars(self, table: str = "findings") -> pl.DataFrame:
        """One tidy table as a polars DataFrame; see `to_pandas`."""
        from claimcheck.rendering.frames import to_polars

        made: pl.DataFrame = to_polars(self, table)
        return made

    def to_arrow(self, table: str = "findings") -> Any:
        """One tidy table as a pyarrow Table; see `to_pandas`."""
        from claimcheck.rendering.frames import to_arrow

        return to_arrow(self, table)

    def to_graphml(self, path: str | Path | None = None) -> str:
        """The graph as GraphML."""
        return self._text("graphml", path)

    def to_node_link(self, path: str | Path | None = None) -> Any:
        """The graph as networkx node-link data."""
        return self._data("node-link", path)

    def to_jsonl(self, path: str | Path | None = None) -> str:
        """One event a line: report, document, claim, finding, and `done` with the counts."""
        return self._text("jsonl", path)

    def to_sarif(self, path: str | Path | None = None) -> Any:
        """The findings as a SARIF 2.1.0 log for code scanning."""
        return self._data("sarif", path)

    def to_lsp(self, path: str | Path | None = None) -> Any:
        """Language Server Protocol diagnostics for each document id, in UTF-16."""
        return self._data("lsp", path)

    def to_rdjsonl(self, path: str | Path | None = None) -> str:
        """reviewdog diagnostics, one a line, columns in UTF-8 bytes."""
        return self._text("rdjsonl", path)

    def to_github(self, path: str | Path | None = None) -> str:
        """GitHub workflow commands that annotate the lines of a pull request."""
        return self._text("github", path)

    def to_gitlab(self, path: str | Path | None = None) -> Any:
        """A GitLab Code Quality report."""
        return self._data("gitlab", path)

    def to_junit(self, path: str | Path | None = None) -> str:
        """JUnit XML: a failed test for each place of a conflict."""
        return self._text("junit", path)

    def to_languagetool(self, path: str | Path | None = None) -> Any:
        """By document id, the answer that LanguageTool's `/v2/check` would give for its text."""
        return self._data("languagetool", path)

    def to_web_annotation(self, path: str | Path | None = None) -> Any:
        """A W3C Web Annotation page, one annotation for each quoted place of a finding."""
        return self._data("web-annotation", path)

    def to_schema_org(self, path: str | Path | None = None) -> Any:
        """schema.org `Claim` items with their appearances, and unfilled ClaimReview drafts of conflicts."""
        return self._data("schema-org", path)

    def to_label_studio(self, path: str | Path | None = None) -> Any:
        """Label Studio tasks with the claims as predictions."""
        return self._data("label-studio", path)

    def to_doccano(self, path: str | Path | None = None) -> str:
        """doccano sequence labels, a document a line."""
        return self._text("doccano", path)

    def to_prodigy(self, path: str | Path | None = None) -> str:
        """Prodigy spans, a document a line."""
        return self._text("prodigy", path)

    def _text(self, name: str, path: str | Path | None) -> str:
        from claimcheck.rendering.formats import written

        return _kept(written(self, name), path)

    def _data(self, name: str, path: str | Path | None) -> Any:
        from claimcheck.rendering.formats import data, written

        if path is not None:
            _kept(written(self, name), path)
        return data(self, name)

    def _repr_html_(self) -> str:
        from claimcheck.rendering.html import notebook

        return notebook(self)

    def __copy__(self) -> Self:
        """A copy that builds its own graph and events, so that `model_copy(update=...)` never shows older ones."""
        copied = super().__copy__()
        for built in ("graph", "events", "_tellings"):
            copied.__dict__.pop(built, None)
        return copied

    def __repr__(self) -> str:
        from claimcheck.rendering.view import page

        return f"<Report: {page(self).verdict}>"

    def __str__(self) -> str:
        return self.to_text().rstrip("\n")


def _kept(text: str, path: str | Path | None) -> str:
    """The text, also written to the path where one is given: whole or not at all."""
    if path is not None:
        from claimcheck.rendering.files import write

        write(text, path)
    return text
