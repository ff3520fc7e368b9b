"""Linked claims to verdicts: one file, one kind of conflict, each a table of levels."""

from collections.abc import Mapping


def rules() -> Mapping[str, str]:
    """Every rule by its id, with what it looks at: the manual behind `claimcheck explain`.

    >>> rules()["number.equal"]
    'Both give the same value, or name the same thing: a law, a road marker, a score.'
    """
    from claimcheck.judging import (
        attribution,
        date,
        events,
        identity,
        number,
        offices,
        polarity,
        quotation,
        ranks,
        sums,
    )

    tables = (number.LEVELS, date.LEVELS, attribution.LEVELS, quotation.LEVELS, polarity.LEVELS)
    levels = {level.rule: (level.holds.__doc__ or "").strip() for table in tables for level in table}
    return {**levels, **identity.RULES, **offices.RULES, **ranks.RULES, **sums.RULES, **events.RULES}
