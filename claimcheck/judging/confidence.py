"""How sure a finding is, and how grave: a number for each rule, fitted on judged findings, and a short table."""

from collections.abc import Sequence

from claimcheck.judging.answers import Judged
from claimcheck.records import Side
from claimcheck.records.finding import FindingKind, Relation, Severity

# The share of findings of a rule that readers called right, one right and one wrong added before dividing, to the
# nearest twentieth: printed by `python -m tests.quality.fit_confidence`.
RIGHT: dict[str, float] = {
    "date.apart": 0.75,
    "number.apart": 0.8,
    "polarity.opposed": 0.9,  # 1.0 is printed, of pairs of sentences alone: denials of news are too few to tell
}
UNMEASURED = 0.6  # a rule seen too seldom to be measured
RELATIONS: dict[Relation, float] = {
    "updates": 0.7,
    "differs in scope": 0.7,
    "disputed": 0.7,
    "unsure": 0.4,
}
SEVERAL = 0.05  # added where two documents or more stand on each side
FACTS: frozenset[FindingKind] = frozenset({"number", "date", "polarity"})
HIGHEST = 0.98


def confidence(row: Judged, sides: Sequence[Side]) -> float:
    """The chance that a reader calls the finding right, from 0 to 1."""
    if row.relation != "conflict":
        return RELATIONS.get(row.relation, 0.6)
    several = all(len(side.documents) > 1 for side in sides)
    sure = RIGHT.get(row.steps[-1].rule, UNMEASURED) + (SEVERAL if several else 0.0)
    return round(min(HIGHEST, sure), 2)


def severity(row: Judged, sides: Sequence[Side]) -> Severity:
    """A clash inside one origin is the gravest: somebody copied wrongly; other words of one quotation weigh least."""
    if row.relation != "conflict":
        return "note"
    if set(sides[0].origins) & set(sides[1].origins):
        return "high"
    if row.kind in FACTS and all(len(side.origins) > 1 for side in sides):
        return "high"
    return "medium" if row.kind in FACTS or row.kind == "attribution" else "low"
