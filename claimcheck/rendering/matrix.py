"""Sources against questions: who agrees, differs, only covers it, is silent, or cannot be compared."""

from dataclasses import dataclass
from typing import Literal

from claimcheck.records import Cluster, Finding, ReportRecord
from claimcheck.records.finding import Relation
from claimcheck.rendering import escape
from claimcheck.rendering.index import Index

State = Literal["agrees", "differs", "close", "updates", "disputed", "apart", "covers", "silent"]
MARKS: dict[State, str] = {
    "agrees": "✓",
    "differs": "✗",
    "close": "≈",
    "updates": "↻",
    "disputed": "⚖",
    "apart": "?",
    "covers": "•",
    "silent": "–",
}
_FIRST: tuple[Relation, ...] = (
    "conflict",
    "same",
    "compatible",
    "updates",
    "disputed",
    "differs in scope",
    "unsure",
)
_QUOTES = "\"'“”‘’ "
_STATE: dict[Relation, State] = {
    "same": "agrees",
    "compatible": "close",
    "updates": "updates",
    "differs in scope": "apart",
    "disputed": "disputed",
    "unsure": "apart",
    "conflict": "differs",
}


@dataclass(frozen=True)
class Cell:
    """How one document answers one question."""

    state: State
    says: str = ""
    side: str = ""

    @property
    def mark(self) -> str:
        """The mark that stands for the state."""
        return MARKS[self.state]


@dataclass(frozen=True)
class Row:
    """One question and the cells of every document."""

    question: str
    finding: str | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Matrix:
    """Questions answered by more than one document; columns follow `documents`."""

    documents: tuple[str, ...]
    labels: tuple[str, ...]
    rows: tuple[Row, ...]
    language: str = "id"

    @property
    def told(self) -> tuple[Row, ...]:
        """The rows that a finding tells of."""
        return tuple(r for r in self.rows if r.finding is not None)

    @property
    def alike(self) -> tuple[Row, ...]:
        """The rows of which no finding tells: nobody was seen to differ."""
        return tuple(r for r in self.rows if r.finding is None)

    def __str__(self) -> str:
        """The matrix as an aligned text table."""
        from claimcheck.rendering.text import matrix_text

        return matrix_text(self)

    def _repr_html_(self) -> str:
        from claimcheck.rendering.html import matrix_html

        return matrix_html(self)


def matrix(record: ReportRecord) -> Matrix:
    """The matrix of a record: findings first, as they stand, then the shared questions without a finding."""
    index = Index(record)
    documents = tuple(d.id for d in record.documents)
    told = {c for f in record.findings for s in f.sides for c in s.claims}
    rows = [_finding_row(index, f, documents) for f in _ranked(record.findings)]
    answers = _answers(index)
    for cluster in record.clusters:
        if len(cluster.documents) > 1 and not told.intersection(cluster.claims):
            cells = tuple(Cell(_alone(index, cluster, d, answers)) for d in documents)
            rows.append(Row(_gist(index, cluster.claims), None, cells))
    return Matrix(documents, tuple(index.label(d) for d in documents), tuple(rows), record.language)


def _answers(index: Index) -> dict[str, set[Relation]]:
    """How each claim's answers stand to those of other documents."""
    found: dict[str, set[Relation]] = {}
    for verdict in index.record.verdicts:
        for one, other in ((verdict.a, verdict.b), (verdict.b, verdict.a)):
            if index.document_of(one) != index.document_of(other):
                found.setdefault(one, set()).add(verdict.relation)
    return found


def _alone(index: Index, cluster: Cluster, document: str, answers: dict[str, set[Relation]]) -> State:
    """The state of a document where no finding tells of the question: what its answers were found to be."""
    if document not in cluster.documents:
        return "silent"
    claims = [c for c in cluster.claims if index.document_of(c) == document]
    relations = set().union(*(answers.get(c, set()) for c in claims))
    return next((_STATE[r] for r in _FIRST if r in relations), "covers")


def _ranked(findings: tuple[Finding, ...]) -> list[Finding]:
    return sorted(findings, key=lambda f: not f.conflict)


def _finding_row(index: Index, finding: Finding, documents: tuple[str, ...]) -> Row:
    clusters = [index.cluster_of[c] for s in finding.sides for c in s.claims if c in index.cluster_of]
    speaks = {d for cluster in clusters for d in cluster.documents}
    cells = tuple(_cell(finding, d, d in speaks) for d in documents)
    return Row(asked(index, finding), finding.id, cells)


def asked(index: Index, finding: Finding) -> str:
    """The question for people: its own words, or a printed clause where it is only a list of concepts."""
    claims = [c for s in finding.sides for c in s.claims]
    concepts = {index.claims[c].question.about for c in claims if c in index.claims}
    told = escape.line(finding.question)
    return told if told and finding.question not in concepts else _gist(index, tuple(claims))


def _cell(finding: Finding, document: str, speaks: bool) -> Cell:
    sides = [(n, s) for n, s in enumerate(finding.sides) if document in s.documents]
    if not sides:
        return Cell("apart" if speaks else "silent")
    says = clipped(escape.line(" / ".join(s.says for _, s in sides)), 60)
    return Cell(_STATE[finding.relation], says, "/".join(letter(n) for n, _ in sides))


def letter(number: int) -> str:
    """A side's letter: A to Z, then A2 and so on.

    >>> letter(0), letter(27)
    ('A', 'B2')
    """
    row, column = divmod(number, 26)
    return chr(65 + column) + (str(row + 1) if row else "")


def _gist(index: Index, claims: tuple[str, ...]) -> str:
    texts = [escape.line(index.claims[c].span.text).strip(_QUOTES) for c in claims if c in index.claims]
    return clipped(min(texts, key=len)) if texts else ""


def clipped(text: str, most: int = 90) -> str:
    """The text cut at a blank, with an ellipsis, where it is longer than `most`.

    >>> clipped("satu dua tiga", 9)
    'satu dua…'
    """
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
