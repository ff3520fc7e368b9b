"""Whether two claims ask the same question: a few things to look at, each with its weight."""

from collections.abc import Mapping
from dataclasses import dataclass

from claimcheck.linking.weights import neutral
from claimcheck.records import Claim, Quantity, Step

# Log-odds per unit of each feature; the last row is where a pair stands before anything is seen.
WEIGHTS: Mapping[str, float] = {
    "link.words": 6.0,
    "link.context": 2.0,
    "link.act": 0.4,
    "link.names": 0.3,
    "link.answers": 1.2,
    "link.quoted": 1.0,
    "link.direction": 3.0,
    "link.neighbours": 0.4,
    "link.before": -3.8,
}


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing looked at: the rule it belongs to, how strongly it holds (−1 to 1), and what it saw."""

    rule: str
    value: float
    says: str


def features(a: Claim, b: Claim, words: float, context: float, neighbours: float) -> tuple[Feature, ...]:
    """All that speaks for and against one question, in the order of the waterfall."""
    return (
        Feature("link.words", words, _shared(a, b)),
        Feature("link.context", context, "their sentences share what they are about"),
        _act(a, b),
        _names(a, b),
        _answers(a, b),
        _quoted(a, b),
        _direction(a, b),
        Feature("link.neighbours", neighbours, "the claims beside them ask the same questions"),
    )


def score(found: tuple[Feature, ...]) -> float:
    """The sum of the weights: above zero the two ask the same question."""
    return WEIGHTS["link.before"] + sum(WEIGHTS[f.rule] * f.value for f in found)


def waterfall(found: tuple[Feature, ...]) -> tuple[Step, ...]:
    """The score as steps, the standing before anything was seen first."""
    before = Step(
        "link.before", True, "two claims taken at random ask different questions", WEIGHTS["link.before"]
    )
    return (before, *(Step(f.rule, f.value > 0, f.says, WEIGHTS[f.rule] * f.value) for f in found))


def _shared(a: Claim, b: Claim) -> str:
    mine, theirs = a.question, b.question
    both = [t for t in (*mine.names, *mine.concepts, *mine.lemmas) if t in _all(theirs)]
    return f"both are about {', '.join(both)}" if both else "they share no word"


def _all(question: object) -> frozenset[str]:
    return frozenset((*question.names, *question.concepts, *question.lemmas))  # type: ignore[attr-defined]


def _act(a: Claim, b: Claim) -> Feature:
    mine, theirs = dict(a.question.roles).get("act"), dict(b.question.roles).get("act")
    if mine is None or theirs is None:
        return Feature("link.act", 0.0, "one of them names no act")
    if neutral(mine) == neutral(theirs):
        return Feature("link.act", 1.0, f"the act is the same: {mine}")
    return Feature("link.act", -0.5, f"the acts differ: {mine} and {theirs}")


def _names(a: Claim, b: Claim) -> Feature:
    mine, theirs = set(a.question.names), set(b.question.names)
    if not mine or not theirs:
        return Feature("link.names", 0.0, "one of them names nobody")
    both = mine & theirs
    if not both:
        return Feature("link.names", -3.0, "they name different people and places")
    share = len(both) / min(len(mine), len(theirs))
    return Feature("link.names", share, f"both name {', '.join(sorted(both))}")


def _answers(a: Claim, b: Claim) -> Feature:
    if any(_comparable(x, y) for x in a.quantities for y in b.quantities):
        return Feature("link.answers", 1.0, "both count the same thing")
    if a.times and b.times:
        return Feature("link.answers", 0.5, "both give a time")
    return Feature("link.answers", 0.0, "they give no answers of one kind")


def _comparable(x: Quantity, y: Quantity) -> bool:
    return x.unit == y.unit and x.kind == y.kind and (x.counted is None or x.counted == y.counted)


def _quoted(a: Claim, b: Claim) -> Feature:
    both = bool(a.quotes) and bool(b.quotes)
    return Feature("link.quoted", 1.0 if both else 0.0, "both quote" if both else "not both quote")


def _direction(a: Claim, b: Claim) -> Feature:
    mine, theirs = _ends(a), _ends(b)
    for name, side in mine.items():
        if name in theirs and theirs[name] != side:
            return Feature(
                "link.direction", -1.0, f"{name} is {side} the act here and {theirs[name]} it there"
            )
    return Feature("link.direction", 0.0, "no direction speaks against it")


def _ends(claim: Claim) -> dict[str, str]:
    return {name: role for role, name in claim.question.roles if role in ("from", "to")}
