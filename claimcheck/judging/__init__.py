"""Linked claims to verdicts: one file, one kind of conflict, each a table of levels."""

from collections.abc import Mapping
from typing import Any

from claimcheck.judging.table import Level


def rules() -> Mapping[str, str]:
    """Every rule by its id, with what it looks at: the manual behind `claimcheck explain`.

    >>> print(rules()["number.equal"])
    Both give the same value, or name the same thing: a law, a road marker, a score.
    <BLANKLINE>
    It gives same and says: “both say A”.
    """
    from claimcheck.judging import (
        ages,
        attribution,
        clusters,
        copies,
        date,
        events,
        identity,
        number,
        offices,
        polarity,
        quotation,
        ranks,
        series,
        sums,
    )

    tables = (number.LEVELS, date.LEVELS, attribution.LEVELS, quotation.LEVELS, polarity.LEVELS)
    levels = {level.rule: _told(level) for table in tables for level in table}
    return {
        **levels,
        **identity.RULES,
        **offices.RULES,
        **ages.RULES,
        **ranks.RULES,
        **sums.RULES,
        **clusters.RULES,
        **events.RULES,
        **series.RULES,
        **copies.RULES,
    }


def _told(level: Level[Any]) -> str:
    """What a row of a table looks at, and what it gives and says where it holds."""
    says = level.says.format(a="A", b="B")
    return f"{(level.holds.__doc__ or '').strip()}\n\nIt gives {level.relation} and says: “{says}”."
