"""Ages that reports give one person."""

import pytest

import claimcheck
from claimcheck.records import Document


def found(
    one: str, other: str, days: tuple[str | None, str | None] = ("2025-06-10", "2025-06-11")
) -> list[str]:
    documents = [
        Document(id=id, text=text, language="id", published=day)
        for id, text, day in zip("ab", (one, other), days, strict=True)
    ]
    return [f.steps[-1].rule for f in claimcheck.compare(documents).conflicts if f.kind == "number"]


HELD = "Polisi menahan {} di Solo. Bambang Prakoso melihatnya."
LATER = "{} mengaku lupa mengunci gudang itu. Bambang Prakoso menutupnya."


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("Rina Kusuma (34)", "Rina Kusuma yang berusia 43 tahun", True),
        ("Rina Kusuma, 34 tahun,", "Rina (43)", False),
        ("seorang kakek berinisial JHP (69)", "JHP yang berusia 52 tahun", True),
        ("Rina Kusuma (34)", "Rina Kusuma yang berusia 35 tahun", False),
        ("Rina Kusuma (34)", "Dewi Lestari yang berusia 43 tahun", False),
        ("Rina Kusuma (34)", "Pemain berusia 43 tahun itu", False),
    ],
)
def test_one_person_has_one_age(one: str, other: str, clash: bool) -> None:
    assert found(HELD.format(one), LATER.format(other)) == ["ages.apart"] * clash


def test_a_name_of_one_word_may_be_anothers() -> None:
    assert found("Polisi menahan JHP (69) di Solo.", "JHP yang berusia 52 tahun lupa mengunci gudang.") == []


def test_people_grow_older() -> None:
    old, new = HELD.format("Rina Kusuma (34)"), LATER.format("Rina Kusuma yang berusia 37 tahun")
    assert found(old, new) == ["ages.apart"]
    assert found(old, new, ("2023-06-10", "2025-06-11")) == []
    assert found(old, new, (None, None)) == []


def test_a_report_that_gives_both_ages_knows_both() -> None:
    both = "Rina Kusuma (34) ditahan di Solo. Pada Selasa, Rina Kusuma (43) dibebaskan."
    assert found(both, LATER.format("Rina Kusuma yang berusia 43 tahun")) == []
