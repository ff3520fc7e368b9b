"""A caller's own table of names: what it joins, what it leaves apart, and what it refuses."""

from typing import Any

import pytest

import claimcheck

TABLE = {"Kapolres Bogor": ["AKBP Rio Wahyu", "Rio W."], "Joko Widodo": ["Jokowi", "Mulyono"]}
SAID = "“Hujan deras merusak jembatan desa itu,” kata {}."


def conflicts(one: str, other: str, aliases: Any) -> list[str]:
    texts = [SAID.format(one), SAID.format(other)]
    return [f.kind for f in claimcheck.compare(texts, language="id", aliases=aliases).conflicts]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Jokowi", "Mulyono"), ("Joko Widodo", "Mulyono"), ("Mulyono", "Jokowi")],
)
def test_names_of_one_entry_never_clash(one: str, other: str) -> None:
    assert conflicts(one, other, None) == ["attribution"]
    assert conflicts(one, other, TABLE) == []


@pytest.mark.parametrize("other", ["Budi Santoso", "Rio Dewanto"])
def test_another_speaker_still_clashes(other: str) -> None:
    assert conflicts("AKBP Rio Wahyu", other, TABLE) == ["attribution"]


@pytest.mark.parametrize(
    "other", ["Rio", "Rio Wahyu", "Rio Wahyu Anggoro", "Kapolres Bogor AKBP Rio Wahyu Anggoro"]
)
def test_shorter_and_longer_forms_belong_to_the_entry(other: str) -> None:
    assert conflicts("AKBP Rio Wahyu", other, TABLE) == []


def test_the_report_uses_the_name_of_the_entry() -> None:
    report = claimcheck.compare([SAID.format("Mulyono")], language="id", aliases=TABLE)
    said = report.claims[0].attribution
    assert said is not None
    assert (said.source, said.chain) == ("Joko Widodo", ("Joko Widodo",))


def test_a_name_learned_beside_a_form_counts_in_other_reports() -> None:
    first = SAID.format("Rio W.") + " Rio Wahyu Anggoro meninjau lokasi."
    assert conflicts("Rio W.", "Rio Wahyu Anggoro", TABLE) == []
    assert claimcheck.compare([first, SAID.format("Rio W.")], language="id", aliases=TABLE).conflicts == ()


def test_aliases_link_claims_that_no_name_links() -> None:
    texts = ["Mulyono tiba di Palu pada Selasa.", "Jokowi tiba di Palu pada Rabu."]
    apart, joined = (claimcheck.compare(texts, language="id", aliases=table) for table in (None, TABLE))
    assert apart.claims[0].question.names != apart.claims[1].question.names
    assert joined.claims[0].question.names == joined.claims[1].question.names


def test_a_place_in_an_office_stays_a_place() -> None:
    report = claimcheck.compare(["Hujan deras turun di Bogor."], language="id", aliases=TABLE)
    assert report.claims[0].question.names == ("bogor",)


@pytest.mark.parametrize(
    ("table", "says"),
    [
        (["Jokowi"], "aliases: give a name"),
        ({"Joko Widodo": "Jokowi"}, "aliases: 'Joko Widodo' needs a list"),
        ({"Joko Widodo": [""]}, "aliases: 'Joko Widodo' holds ''"),
        ({"Joko Widodo": [7]}, "aliases: 'Joko Widodo' holds 7"),
        ({"Joko Widodo": ["Jokowi"], "Gibran": ["Jokowi"]}, "aliases: 'Jokowi' stands for 'Joko Widodo' and"),
    ],
)
def test_a_bad_table_is_refused_by_name(table: Any, says: str) -> None:
    with pytest.raises(claimcheck.OptionError, match="aliases") as error:
        claimcheck.compare(["Tiga orang tewas."], aliases=table)
    assert str(error.value).startswith(says)


ALSO = [
    ("Betrand Peto Putra Onsu alias Onyo angkat bicara.", "Betrand Peto", "Onyo", "id"),
    ("Penyanyi Fujianti Utami yang akrab disapa Fuji hadir.", "Fujianti Utami", "Fuji", "id"),
    ("Singer Marshall Mathers, better known as Eminem, left.", "Marshall Mathers", "Eminem", "en"),
]


@pytest.mark.parametrize(("told", "full", "other", "language"), ALSO)
def test_another_name_that_a_report_tells_is_no_other_speaker(
    told: str, full: str, other: str, language: str
) -> None:
    said = SAID if language == "id" else "“The bridge in the village is closed,” said {}."
    one, two = said.format(full), said.format(other)
    assert [f.kind for f in claimcheck.compare([one, two], language=language).conflicts] == ["attribution"]
    assert claimcheck.compare([one, f"{told} {two}"], language=language).conflicts == ()


def test_a_nickname_of_two_people_joins_nobody() -> None:
    told = "Betrand Peto alias Onyo hadir. Ruben Onsu alias Onyo hadir."
    one, two = SAID.format("Betrand Peto"), SAID.format("Ruben Onsu")
    assert [f.kind for f in claimcheck.compare([one, f"{told} {two}"], language="id").conflicts] == [
        "attribution"
    ]


def test_the_callers_table_goes_before_what_reports_tell() -> None:
    told = "Betrand Peto alias Onyo hadir. " + SAID.format("Onyo")
    report = claimcheck.compare([told], language="id", aliases={"Ruben Onsu": ["Onyo"]})
    assert {c.attribution.source for c in report.claims if c.attribution} == {"Ruben Onsu"}
