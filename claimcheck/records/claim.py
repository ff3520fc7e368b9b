"""A claim is a question and its answers: what it is about, and the values it gives."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal

from claimcheck.records.interval import Interval
from claimcheck.records.span import Sentence, Span

QuantityKind = Literal[
    "count",
    "measure",
    "money",
    "percent",
    "percentage_points",
    "ratio",
    "ordinal",
    "age",
    "score",
    "duration",
    "identifier",
]
Hedge = Literal[
    "about", "nearly", "just over", "at least", "at most", "more than", "less than", "between", "vague"
]
Change = Literal["up", "down", "to", "up to", "down to", "by", "from"]
Grain = Literal[
    "minute",
    "hour",
    "part",
    "day",
    "weekday",
    "week",
    "month",
    "quarter",
    "season",
    "year",
    "decade",
    "century",
]
Mode = Literal["direct", "indirect", "mixed"]
Stance = Literal[
    "says", "confirms", "denies", "accuses", "suspects", "asks", "plans", "expects", "has not said", "carries"
]
Status = Literal[
    "asserted",
    "attributed",
    "alleged",
    "denied",
    "expected",
    "planned",
    "conditional",
    "unconfirmed",
    "asked",
]
Polarity = Literal["+", "-"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as printed, read as the interval of values that it allows.

    `low` and `high` are `None` where there is no bound; `unit` is the canonical unit ("person", "IDR", "km",
    "times"), `counted` the concept or lemma counted, `role` what happened to it ("death") or what is measured
    ("depth"), `per` the unit of a rate ("day"). `step` is the size of the last digit shown, so that rounding can be
    judged. `alternative` is the other value that an ambiguous spelling such as "1.200" allows.

    >>> Quantity(Span("a", 0, 3, "103"), Decimal(103), Decimal(103)).interval.meets(Interval(Decimal(100), None))
    True
    """

    span: Span
    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False
    unit: str | None = None
    counted: str | None = None
    kind: QuantityKind = "count"
    hedge: Hedge | None = None
    change: Change | None = None
    role: str | None = None
    per: str | None = None
    step: Decimal | None = None
    alternative: Decimal | None = None

    @property
    def interval(self) -> Interval[Decimal]:
        """The values allowed, as an interval."""
        return Interval(self.low, self.high, self.low_open, self.high_open)


@dataclass(frozen=True, slots=True)
class Time:
    """A time as printed, read as a half-open interval [earliest, latest) of local time.

    `earliest` and `latest` are `None` where the text gives no bound, and both are where nothing anchors it;
    a bare weekday keeps its `weekday` (0 Monday to 6 Sunday). `anchor` says what a relative time was resolved
    against ("published", "text"), `role` whether it dates the event or the statement about it.
    """

    span: Span
    earliest: datetime | None
    latest: datetime | None
    grain: Grain
    edtf: str | None = None
    anchor: Literal["explicit", "published", "text"] | None = None
    role: Literal["event", "statement"] = "event"
    weekday: int | None = None
    zone: str | None = None
    mod: Literal["since", "until", "before", "after", "about", "early", "mid", "late"] | None = None

    @property
    def interval(self) -> Interval[datetime]:
        """The moments allowed, latest end excluded."""
        return Interval(self.earliest, self.latest, high_open=True)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it: the cue, the words said, the speaker, and the chain that carried them here.

    `source` is the canonical speaker or `None` for "it is said"; `chain` runs from the nearest carrier to the
    speaker (outlet ← agency ← speaker), speaker last.
    """

    span: Span
    cue: Span
    content: Span
    source: str | None
    source_span: Span | None = None
    chain: tuple[str, ...] = ()
    mode: Mode = "indirect"
    stance: Stance = "says"
    negated: bool = False
    anonymous: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What a claim is about, with its answers taken out: language-free concepts, names, remaining lemmas, roles.

    `roles` pairs a role with the entity or concept that fills it, so that export is told from import and Russia
    to Korea from Korea to Russia.

    >>> Question(concepts=("export",), names=("CN", "KP")).about
    'export · CN · KP'
    """

    concepts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    roles: tuple[tuple[str, str], ...] = ()

    @property
    def about(self) -> str:
        """The question in one line, for people."""
        return " · ".join((*self.concepts, *self.names, *self.lemmas))


@dataclass(frozen=True, slots=True)
class Claim:
    """One clause that asserts something: its question, and the answers it gives.

    `agent` is the canonical doer of the act where the clause names one, `quotes` are the words printed inside
    quotation marks, `status` says whether the outlet asserts it itself.
    """

    id: str
    span: Span
    sentence: Sentence
    question: Question
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    attribution: Attribution | None = None
    agent: str | None = None
    quotes: tuple[Span, ...] = ()
    polarity: Polarity = "+"
    status: Status = "asserted"
    language: str = "id"

    @property
    def document(self) -> str:
        """The id of the document it stands in."""
        return self.span.document
