"""The steps of a decision speak the language of the report."""

import pytest

import claimcheck
from claimcheck.judging import rules
from claimcheck.languages import load

WORDS = load("id").data["says.toml"]["says"]


def test_every_rule_has_its_words_and_no_words_are_left_over() -> None:
    assert sorted(WORDS) == sorted(rules())


@pytest.mark.parametrize("rule", sorted(WORDS))
def test_words_take_the_answers(rule: str) -> None:
    assert "{" not in WORDS[rule].format(a="12", b="15")


def test_an_indonesian_report_explains_in_indonesian() -> None:
    report = claimcheck.compare(
        ["Gempa di Palu menewaskan 12 orang.", "Gempa di Palu menewaskan 15 orang."], language="id"
    )
    assert report.conflicts[0].steps[-1].says == "12 orang dan 15 orang tidak mungkin sama-sama benar"
