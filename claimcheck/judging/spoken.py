"""The steps of a decision in the language of the report."""

from dataclasses import replace

from claimcheck.judging.answers import Judged
from claimcheck.languages import load
from claimcheck.records import Step


def spoken(row: Judged, language: str) -> Judged:
    """The comparison with its steps in the words of `languages/<code>/says.toml`, where the folder has them."""
    words: dict[str, str] = load(language).data.get("says.toml", {}).get("says", {})
    return replace(row, steps=tuple(_said(step, row, words) for step in row.steps)) if words else row


def _said(step: Step, row: Judged, words: dict[str, str]) -> Step:
    words_of_rule = words.get(step.rule)
    return (
        step
        if words_of_rule is None
        else replace(step, says=words_of_rule.format(a=row.a.says, b=row.b.says))
    )
