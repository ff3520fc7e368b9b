"""Sentence ends: a table of cases in each language, and laws that hold for any text."""

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.text.sentences import split

HERE = Path(__file__).parent


def cases(language: str) -> list[str]:
    """The cases of a file, comments left out."""
    lines = (HERE / f"sentences_{language}.txt").read_text("utf-8").split("\n")
    return [line for line in lines if line and not line.startswith("#")]


def wanted(case: str) -> list[str]:
    """The sentences of a case: every second piece between bars is the space between them."""
    return case.split("|")[::2]


def found(case: str, language: str) -> list[str]:
    """The sentences that we find in a case."""
    text = case.replace("|", "")
    return [text[start:end] for start, end in split(text, 0, len(text), language)]


ALL = [(language, case) for language in ("id", "en") for case in cases(language)]
CASES = [(language, case) for language, case in ALL if not case.startswith("!")]
ERRORS = [(language, case[1:]) for language, case in ALL if case.startswith("!")]


@pytest.mark.parametrize(("language", "case"), CASES, ids=[case for _, case in CASES])
def test_case(language: str, case: str) -> None:
    assert found(case, language) == wanted(case)


@pytest.mark.parametrize(("language", "case"), ERRORS, ids=[case for _, case in ERRORS])
def test_known_error_is_still_one(language: str, case: str) -> None:
    assert found(case, language) != wanted(case), "cured: take the ! away"


def test_there_are_enough_cases() -> None:
    assert len(cases("id")) >= 120


@given(st.text(alphabet="aA.!?…\"“”')( 1é\u00ad", max_size=60))
@settings(max_examples=300, deadline=None)
def test_places_are_in_order_and_hold_all_that_is_no_space(text: str) -> None:
    places = split(text, 0, len(text), "id")
    assert all(a < b for a, b in places)
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(places))
    assert "".join(text[a:b] for a, b in places).replace(" ", "") == text.replace(" ", "")
