"""One person, one rank: what clashes, and all that does not."""

import pytest

import claimcheck

SAID = "“Hujan deras merusak jembatan desa itu,” kata {}."


def conflicts(a: str, b: str) -> list[list[str]]:
    found = claimcheck.compare([a, b], language="id").conflicts
    return [[side.says for side in f.sides] for f in found if f.steps[-1].rule == "ranks.apart"]


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        ("Kasi Humas Ipda Eko Agus", "Iptu Eko Agus", ["Ipda Eko Agus", "Iptu Eko Agus"]),
        ("Ipda Eko Agus", "Kasi Humas Polres Bogor, Iptu Eko", ["Ipda Eko Agus", "Iptu Eko"]),
        ("Kombes Pol Rio Wahyu", "AKBP Rio Wahyu", ["Kombes Rio Wahyu", "AKBP Rio Wahyu"]),
    ],
)
def test_two_ranks_of_one_person_clash(one: str, other: str, says: list[str]) -> None:
    assert conflicts(SAID.format(one), SAID.format(other)) == [says]


@pytest.mark.parametrize(
    "other",
    [
        "Ipda Eko Agus",
        "Ipda Eko",
        "Kasi Humas Eko Agus",
        "Iptu Eko Agus yang baru naik jabatan",
        "Iptu Budi Agus",
        "Iptu Rahmat mewakili Eko Agus",
    ],
)
def test_other_people_and_promotions_do_not(other: str) -> None:
    assert conflicts(SAID.format("Ipda Eko Agus"), SAID.format(other)) == []


def test_a_report_that_gives_both_ranks_clashes_with_itself_alone() -> None:
    both = SAID.format("Ipda Eko Agus") + " Menurut Iptu Eko Agus, jalan desa itu ditutup."
    found = claimcheck.compare([SAID.format("Ipda Eko Agus"), both], language="id").conflicts
    (finding,) = [f for f in found if f.steps[-1].rule == "ranks.apart"]
    assert {d for side in finding.sides for d in side.documents} == {"d2"}


def test_two_ranks_in_one_sentence_stand_in_its_order() -> None:
    (says,) = conflicts(
        SAID.format("Kapolsek Kompol Asep Sundana AKP Asep Sundana"), SAID.format("Asep Sundana")
    )
    assert says == ["Kompol Asep Sundana", "AKP Asep Sundana"]


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        ("Kapolsek Rajeg AKP Budi Hartono", "Kasat Lantas Polres Palu Kompol Budi", False),
        ("Kapolsek Rajeg AKP Budi Hartono", "Kasat Lantas Polres Palu Kompol Budi H", False),
        ("Kapolsek Rajeg AKP Budi Hartono", "Kasat Lantas Polres Palu Kompol Budi Hartono", True),
    ],
)
def test_a_single_name_in_a_report_of_something_else_is_somebody_else(
    one: str, other: str, clash: bool
) -> None:
    fire = f"“Api menghanguskan gudang kain di tepi sungai,” kata {other}."
    assert bool(conflicts(SAID.format(one), fire)) is clash
    assert conflicts(SAID.format(one), SAID.format(other)) != []
