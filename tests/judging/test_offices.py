"""One person, one office of one place: what clashes, and all that does not."""

import pytest

import claimcheck
from claimcheck.judging.offices import held

SAID = "“Hujan deras merusak jembatan desa itu,” kata {}."
DONE = "{} menutup jalan desa itu pada Senin (9/6/2025)."


def conflicts(a: str, b: str, language: str = "id") -> list[tuple[str, list[str]]]:
    found = claimcheck.compare([a, b], language=language).conflicts
    return [(f.steps[-1].rule, [side.says for side in f.sides]) for f in found]


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        (
            SAID.format("Kapolres Bogor AKBP Rio Wahyu Anggoro"),
            SAID.format("Kapolres Depok, AKBP Rio Wahyu"),
            ["Kapolres Bogor", "Kapolres Depok"],
        ),
        (
            SAID.format("Wali Kota Bogor Rudy Susmanto"),
            SAID.format("Rudy Susmanto, Wali Kota Depok"),
            ["Wali Kota Bogor", "Wali Kota Depok"],
        ),
        (
            DONE.format("Gubernur Jabar Dedi Mulyadi"),
            SAID.format("Gubernur Jawa Tengah Dedi Mulyadi"),
            ["Gubernur Jabar", "Gubernur Jawa Tengah"],
        ),
    ],
)
def test_one_office_of_two_places_clashes(one: str, other: str, says: list[str]) -> None:
    assert conflicts(one, other) == [("offices.apart", says)]


@pytest.mark.parametrize(
    "other",
    [
        "Kapolres Bogor, AKBP Rio Wahyu",
        "Kapolres Bogor Kota AKBP Rio Wahyu Anggoro",
        "Kapolres Kabupaten Bogor AKBP Rio Wahyu Anggoro",
        "mantan Kapolres Depok AKBP Rio Wahyu Anggoro",
        "Plt Kapolres Depok AKBP Rio Wahyu Anggoro",
        "Wakil Kapolres Depok AKBP Rio Wahyu Anggoro",
        "Kasat Reskrim Depok AKBP Rio Wahyu Anggoro",
        "Ketua Kwarcab Depok AKBP Rio Wahyu Anggoro",
        "tersangka AKBP Rio Wahyu Anggoro",
        "AKBP Rio Wahyu Anggoro yang pernah menjabat Kapolres Depok",
        "Kapolres Depok AKBP Budi Rio Santoso mewakili AKBP Rio Wahyu Anggoro",
    ],
)
def test_other_forms_former_offices_and_roles_do_not(other: str) -> None:
    found = conflicts(SAID.format("Kapolres Bogor AKBP Rio Wahyu Anggoro"), SAID.format(other))
    assert "offices.apart" not in {rule for rule, _ in found}


def test_short_forms_of_a_province_are_one_place() -> None:
    assert (
        conflicts(SAID.format("Gubernur Jabar Dedi Mulyadi"), SAID.format("Gubernur Jawa Barat Dedi Mulyadi"))
        == []
    )


def test_a_report_that_gives_both_places_knows_both() -> None:
    first = SAID.format("Kapolres Bogor AKBP Rio Wahyu")
    second = SAID.format("Kapolres Depok AKBP Rio Wahyu") + " " + DONE.format("Kapolres Bogor AKBP Rio Wahyu")
    assert "offices.apart" not in {rule for rule, _ in conflicts(first, second)}


def test_english_offices_of_two_places_clash() -> None:
    a = "“The bridge is closed,” said Governor of Texas Ann Miller."
    b = "“The bridge is closed,” said Ann Miller, Governor of Ohio."
    assert conflicts(a, b, "en") == [("offices.apart", ["Governor of Texas", "Governor of Ohio"])]
    assert conflicts(a, b.replace("Governor", "former Governor"), "en") == []


def test_one_office_has_one_holder() -> None:
    one = SAID.format("Kapolres Bogor AKBP Rio Wahyu")
    other = SAID.format("Kapolres Bogor AKBP Andi Wijaya")
    assert conflicts(one, other) == [
        ("offices.held", ["Kapolres Bogor Rio Wahyu", "Kapolres Bogor Andi Wijaya"])
    ]


def test_a_report_that_knows_both_holders_is_right() -> None:
    one = SAID.format("Kapolres Bogor AKBP Rio Wahyu")
    other = SAID.format("Kapolres Bogor AKBP Andi Wijaya") + " " + one
    assert "offices.held" not in {rule for rule, _ in conflicts(one, other)}


def test_a_surname_of_two_people_holds_no_office() -> None:
    one = SAID.format("Kapolres Bogor AKBP Rio Wahyu")
    other = SAID.format("Kapolres Bogor AKBP Wijaya") + " Andi Wijaya dan Budi Wijaya hadir."
    assert "offices.held" not in {rule for rule, _ in conflicts(one, other)}


def test_who_held_an_office_in_an_earlier_year_is_no_rival() -> None:
    one = SAID.format("Kapolres Bogor AKBP Rio Wahyu") + " Acara itu digelar pada 5 Juni 2025."
    other = "Pada tahun 1992 Kapolres Bogor AKBP Andi Wijaya menutup jalan itu. Acara itu digelar pada 5 Juni 2025."
    assert "offices.held" not in {rule for rule, _ in conflicts(one, other)}
    assert "offices.held" in {rule for rule, _ in conflicts(one, other.replace("Pada tahun 1992 ", ""))}


def test_the_capitals_of_a_headline_name_no_holder() -> None:
    known = {"rio": [("rio", "wahyu")], "wahyu": [("rio", "wahyu")]}
    text = "Kapolres Bogor Rio Wahyu Menutup Jalan Raya\nWarga Bogor resah. Kapolres Bogor Rio Wahyu menutup jalan."
    claims = claimcheck.read(text).claims
    assert [(c.sentence.kind, len(list(held(c, known)))) for c in (claims[0], claims[-1])] == [
        ("headline", 0),
        ("sentence", 1),
    ]


HEAD = "Kepala Dinas Perhubungan DKI Jakarta Syafrin Liputo"


@pytest.mark.parametrize(
    ("other", "rules"),
    [
        ("Kepala Dinas Perhubungan (Dishub) Jakarta, Budi Awaluddin", ["offices.held"]),
        ("Kepala Dinas Perhubungan Bogor, Budi Awaluddin", []),
        ("Kepala Dinas Kesehatan DKI Jakarta, Budi Awaluddin", []),
        ("mantan Kepala Dinas Perhubungan DKI Jakarta, Budi Awaluddin", []),
        ("Ketua Kwartir Cabang Bogor, Syafrin Liputo", []),  # one person may hold two such offices
    ],
)
def test_a_body_has_one_head(other: str, rules: list[str]) -> None:
    assert [rule for rule, _ in conflicts(SAID.format(HEAD), DONE.format(other))] == rules


@pytest.mark.parametrize(
    ("one", "other", "rules"),
    [
        ("Kadishub DKI Jakarta Budi Awaluddin", HEAD, ["offices.held"]),
        ("Kadishub DKI Jakarta Syafrin Liputo", HEAD, []),
        (
            "Ketua Komisi VI DPR RI Mukhamad Misbakhun",
            "Ketua Komisi XI DPR, Mukhamad Misbakhun",
            ["offices.apart"],
        ),
        ("Ketua Komisi XI DPR RI Mukhamad Misbakhun", "Ketua Komisi XI DPR, Mukhamad Misbakhun", []),
        ("Wakil Gubernur Jakarta Pramono Anung", "Gubernur Jakarta Pramono Anung", ["offices.deputy"]),
        ("Gubernur dan Wakil Gubernur Jakarta Pramono Anung", "Gubernur Jakarta Pramono Anung", []),
        (
            "Menteri Pertahanan Rusia Sergei Shoigu",
            "Menteri Pertahanan Rusia Valery Gerasimov",
            ["offices.held"],
        ),
        ("Menteri Pertahanan Rusia Sergei Shoigu", "Menteri Pertahanan China Li Shangfu", []),
        ("Presiden Tiongkok Xi Jinping", "Presiden China Xi Jinping", []),
        ("Bupati Biak Numfor Markus O. Mansnembra", "Bupati Biak Numfor Markus Oktovianus Mansnembra", []),
        ("Bupati Garut Martin Halim", "Bupati Garut Matrin Halim", []),  # two letters have changed places
        ("Menteri Luar Negeri Sugiono", "Menteri Luar Negeri Gideon Saar", []),  # of two states
        ("pemimpin Korea Utara Kim Jong Un", "pemimpin Korea Utara Kim Jong Il", ["offices.held"]),
    ],
)
def test_bodies_by_number_deputies_and_offices_of_states(one: str, other: str, rules: list[str]) -> None:
    assert [rule for rule, _ in conflicts(SAID.format(one), DONE.format(other))] == rules


@pytest.mark.parametrize(
    ("one", "other", "beside"),
    [
        (
            SAID.format("Wali Kota Bandung Rudy Susmanto"),
            "Jalan itu ditutup sesuai dengan Peraturan Wali Kota Bandung Nomor 12 tahun 2021.",
            "Rudy merujuk pada TAP MPR Nomor VI Tahun 2001.",
        ),
        (
            SAID.format("Kepala Pusat Hukum Kejagung Rudy Susmanto"),
            SAID.format("Kepala Pusat Hukum Kejagung RI, Rudy Susmanto"),
            "“Jembatan lain aman,” kata Kemlu RI.",
        ),
        (
            SAID.format("Presiden Direktur PT Maju Jaya"),
            SAID.format("Presiden Direktur PT Sinar Laut"),
            "Kapal PT Sinar Laut dan kapal PT Maju Jaya berlayar.",
        ),
        (SAID.format("Presiden Direktur Rudy Susmanto"), SAID.format("Presiden Direktur Andi Wijaya"), ""),
        (
            SAID.format("Kanit Reskrim Polsek Rudy Susmanto"),
            SAID.format("Kanit Reskrim Polsek Andi Wijaya"),
            "",
        ),
    ],
)
def test_numbers_of_laws_bodies_and_companies_hold_no_office(one: str, other: str, beside: str) -> None:
    assert "offices.held" not in {rule for rule, _ in conflicts(one, f"{other} {beside}")}
