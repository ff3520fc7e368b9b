"""What comparing finds: links, verdicts that explain themselves, sides, findings."""

from dataclasses import dataclass
from typing import Literal, get_args

from claimcheck.records.span import Span

Relation = Literal["same", "compatible", "updates", "differs in scope", "disputed", "unsure", "conflict"]
# From the gravest to none.
RELATIONS: tuple[Relation, ...] = (
    "conflict",
    "updates",
    "differs in scope",
    "disputed",
    "unsure",
    "compatible",
    "same",
)
Severity = Literal["high", "medium", "low", "note"]
FindingKind = Literal["number", "date", "attribution", "quotation", "polarity", "calendar", "arithmetic"]
KINDS: tuple[FindingKind, ...] = get_args(FindingKind)


@dataclass(frozen=True, slots=True)
class Step:
    """One row of a decision: the rule, whether it held, what it saw, and its weight where it adds to a score."""

    rule: str
    held: bool
    says: str
    weight: float | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """How two claims stand to each other, with the walk that led there; the last step decided.

    `answers` are the words compared, that of `a` first; none where the question itself is compared.
    """

    a: str
    b: str
    kind: str
    relation: Relation
    steps: tuple[Step, ...] = ()
    answers: tuple[Span, ...] = ()

    def explain(self) -> str:
        """The walk, one line a step.

        >>> print(Verdict("a:0", "b:0", "number", "same", (Step("number.equal", True, "both say 8"),)).explain())
        a:0 and b:0: same (number)
          + number.equal: both say 8
        """
        rows = [f"  {'+' if s.held else '-'} {s.rule}: {s.says}{_weight(s)}" for s in self.steps]
        return "\n".join([f"{self.a} and {self.b}: {self.relation} ({self.kind})", *rows])


def _weight(step: Step) -> str:
    return "" if step.weight is None else f" ({step.weight:+.2f})"


@dataclass(frozen=True, slots=True)
class Cluster:
    """Claims of one question, the documents that answer it, and the independent origins behind them."""

    id: str
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Documents that go back to one text, with the evidence for it."""

    id: str
    documents: tuple[str, ...]
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One answer and everyone who gives it."""

    says: str
    spans: tuple[Span, ...]
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One question on which the answers stand apart, or clash: never one per pair."""

    id: str
    kind: FindingKind
    relation: Relation
    severity: Severity
    confidence: float
    headline: str
    question: str
    sides: tuple[Side, ...]
    steps: tuple[Step, ...] = ()

    @property
    def conflict(self) -> bool:
        """Whether the answers cannot all be true."""
        return self.relation == "conflict"

    def explain(self) -> str:
        """The finding in words: the headline, each side with its quoted places, and the steps that led here."""
        lines = [f"{self.headline}  [{self.kind}, {self.relation}, {self.severity}, {self.confidence:.2f}]"]
        for side in self.sides:
            lines.append(f"  {side.says}: {', '.join(side.documents)}")
            lines.extend(f"    {s.document}:{s.start}-{s.end} “{s.text}”" for s in side.spans)
        lines.extend(f"  {'+' if s.held else '-'} {s.rule}: {s.says}{_weight(s)}" for s in self.steps)
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Unread:
    """A place no rule understood, so that silence can be told from agreement."""

    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something odd about an input that did not stop the reading."""

    code: str
    message: str
    document: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Clash:
    """Places of one document that cannot all be true.

    `rule` names the check, `sides` what each place says and where, `values` what a headline needs:

    weekday: date (ISO), printed and true (weekday numbers, Monday 0); no such day: year, month, day, last;
    after the report: date, published; age: born, age, wanted; parts: whole, sum; duration: printed, days;
    shares: first and second whole, rounded.
    """

    kind: Literal["calendar", "arithmetic"]
    rule: str
    sides: tuple[tuple[str, Span], ...]
    values: tuple[tuple[str, str], ...]
