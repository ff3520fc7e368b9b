"""Copies of one sentence that differ in its speaker."""

import pytest

import claimcheck
from claimcheck.judging.verbatim import other_speaker
from claimcheck.records import Claim, Document


def quoted(text: str, id: str) -> Claim:
    claims = claimcheck.read(Document(id=id, text=text, language="en")).claims
    return next(claim for claim in claims if claim.quotes)


@pytest.mark.parametrize(("said", "found"), [("Vance", ("Vance", "Olsen")), ("she", None)])
def test_a_pronoun_is_no_other_speaker(said: str, found: tuple[str, str] | None) -> None:
    a = quoted(f'Ann Vance met reporters. "This long road is closed until May," {said} said.', "a")
    b = quoted('Bo Olsen met reporters. "This long road is closed until May," Olsen said.', "b")
    assert other_speaker(a, b) == found
