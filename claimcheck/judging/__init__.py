"""Linked claims to verdicts: one file, one kind of conflict, each a table of levels."""

from collections.abc import Mapping


def rules() -> Mapping[str, str]:
    """Every rule by its id, with what it looks at: the manual behind `claimcheck explain`.

    >>> rules()["number.equal"]
    'Both give the same value.'
    """
    from claimcheck.judging import attribution, date, number, polarity, quotation

    tables = (number.LEVELS, date.LEVELS, attribution.LEVELS, quotation.LEVELS, polarity.LEVELS)
    return {level.rule: (level.holds.__doc__ or "").strip() for table in tables for level in table}
