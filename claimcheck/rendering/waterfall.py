"""The steps of a decision as bars: each weight from where the one before it ended, the sum last."""

from dataclasses import dataclass

from claimcheck.records import Finding, Step, Verdict
from claimcheck.rendering import escape
from claimcheck.rendering.html import part
from claimcheck.rendering.matrix import clipped
from claimcheck.rendering.shown import Shown

_WIDE = 300


@dataclass(frozen=True)
class Bar:
    """One step: where its bar starts and how long it is, in pixels; `None` where it has no weight."""

    rule: str
    says: str
    held: bool
    weight: float | None
    x: float = 0.0
    width: float = 0.0


def waterfall(walk: Finding | Verdict, language: str) -> Shown:
    """The steps of a finding or verdict, drawn and in text; without bars where no step has a weight."""
    found = bars(walk.steps)
    total = sum(b.weight or 0.0 for b in found)
    zero = _scale(walk.steps)[1]
    weighed = any(b.weight for b in found)
    return part(
        "waterfall.html.j2",
        language,
        walk.explain() + "\n",
        bars=found,
        total=total,
        zero=zero,
        wide=_WIDE,
        weighed=weighed,
    )


def bars(steps: tuple[Step, ...]) -> list[Bar]:
    """The bars in order; each starts at the sum of the weights before it.

    >>> steps = (Step("a", True, "x", 2.0), Step("b", True, "y", -1.0))
    >>> [(b.x, b.width) for b in bars(steps)]
    [(0.0, 300.0), (150.0, 150.0)]
    """
    factor, zero = _scale(steps)
    made, sum_ = [], 0.0
    for step in steps:
        end = sum_ + (step.weight or 0.0)
        x, width = zero + min(sum_, end) * factor, abs(end - sum_) * factor
        says = clipped(escape.line(step.says), 80)
        made.append(Bar(step.rule, says, step.held, step.weight, round(x, 1), round(width, 1)))
        sum_ = end
    return made


def _scale(steps: tuple[Step, ...]) -> tuple[float, float]:
    """Pixels for one unit of weight, and where zero stands."""
    sums, sum_ = [0.0], 0.0
    for step in steps:
        sum_ += step.weight or 0.0
        sums.append(sum_)
    reach = max(sums) - min(sums)
    factor = _WIDE / reach if reach else 0.0
    return factor, round(-min(sums) * factor, 1)
