"""Readings handed to compare: what was read before, kept as JSON, or made by an extractor of somebody else."""

import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import TypeAdapter

import claimcheck
from claimcheck.records import Claim, Document, Quantity, Question, Reading, Sentence, Span

ARTICLES = Path(__file__).parent.parent / "examples" / "hari-kemenangan"
KEPT = TypeAdapter(Reading)


def test_what_was_read_before_is_compared_like_the_texts() -> None:
    report = claimcheck.compare([ARTICLES])
    readings = [KEPT.validate_json(KEPT.dump_json(claimcheck.read(d))) for d in report.documents]
    assert claimcheck.compare(readings) == report
    assert claimcheck.compare([*readings[:2], *report.documents[2:]]) == report


def test_a_reading_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    readings = [
        claimcheck.read(Document(id=n, text=f"Gempa di Palu menewaskan {k} orang."))
        for n, k in (("a", 12), ("b", 15))
    ]
    monkeypatch.setattr(sys.modules["claimcheck.compare"], "read_page", lambda *_: pytest.fail("read again"))
    assert [f.kind for f in claimcheck.compare(readings).conflicts] == ["number"]
    silent = replace(readings[1], claims=())
    assert claimcheck.compare([readings[0], silent]).conflicts == ()


def _extracted(name: str, dead: int) -> Reading:
    """What another extractor says of a text in a language that no folder here knows."""
    text = f"Hildir {dead} jan di Palu."
    said = Span(name, 0, len(text) - 1, text[:-1])
    count = Quantity(
        Span(name, 7, 9, text[7:9]), Decimal(dead), Decimal(dead), counted="person", role="death"
    )
    claim = Claim(f"{name}:0", said, Sentence(said), Question(("death",), ("palu",), ()), (count,))
    return Reading(Document(id=name, text=text, language="id"), (Sentence(said),), (claim,), (count,), (), ())


def test_claims_of_another_extractor_are_linked_and_judged() -> None:
    report = claimcheck.compare([_extracted("a", 12), _extracted("b", 15)])
    (finding,) = report.conflicts
    assert finding.kind == "number" and {s.claims for s in finding.sides} == {("a:0",), ("b:0",)}
    assert claimcheck.compare([_extracted("a", 12), _extracted("b", 12)]).conflicts == ()


def test_a_claim_that_does_not_stand_in_its_text_is_refused() -> None:
    good = _extracted("a", 12)
    wrong = replace(good, claims=(replace(good.claims[0], span=Span("a", 1, 9, "Hildir 12")),))
    with pytest.raises(
        claimcheck.DocumentError, match=r"docs\[1\]: claim 'a:0' does not stand in document 'a'"
    ):
        claimcheck.compare(["Tiga orang tewas.", wrong])
