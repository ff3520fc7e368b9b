"""A comparison is a short table read from the top; the row that holds decides, the rows above it explain."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from claimcheck.records import Step
from claimcheck.records.finding import Relation

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Level(Generic[T]):
    """One row: its rule id, the relation it gives, what it says (with the values as {a} and {b}), its test.

    The test's docstring is the manual of the rule.
    """

    rule: str
    relation: Relation
    says: str
    holds: Callable[[T], bool]


def walk(levels: Sequence[Level[T]], pair: T, a: str, b: str) -> tuple[Relation, tuple[Step, ...]]:
    """Read a table for a pair of answers, printed as `a` and `b`: the relation, and the rows down to the one that held.

    >>> always = Level("x.rest", "unsure", "{a} or {b}", otherwise)
    >>> walk([always], None, "1", "2")
    ('unsure', (Step(rule='x.rest', held=True, says='1 or 2', weight=None),))
    """
    steps: list[Step] = []
    for level in levels:
        held = level.holds(pair)
        steps.append(Step(level.rule, held, level.says.format(a=a, b=b)))
        if held:
            return level.relation, tuple(steps)
    raise ValueError(f"table {levels[0].rule} has no last row that always holds")


def otherwise(pair: object) -> bool:
    """None of the rows above holds."""
    return True
