"""Names: what is found, of which kind, by which key."""

import pytest

from claimcheck import Document, read
from claimcheck.languages import load
from claimcheck.reading.names import read_names
from claimcheck.text.tokens import tokenize


def names(text: str, language: str = "id") -> list[tuple[str, str]]:
    tokens = tokenize(text, language)
    return [(n.item.kind, n.item.key) for n in read_names(tokens, load(language), [(0, len(tokens))])]


TABLE = {
    "Korea Utara menolak.": [("state", "KP")],
    "Delegasi itu tiba di Korut.": [("state", "KP")],
    "Pyongyang membantah.": [("capital", "KP")],
    "Tiongkok dan China": [("state", "CN"), ("state", "CN")],
    "kata Gedung Putih": [("government", "US")],
    "IDF membantah.": [("government", "IL")],
    "Polisi menahan Agus Santoso.": [("name", "agus santoso")],
    "resolusi PBB": [("organisation", "UN")],
    "surat dari Kelompok Tujuh (G7)": [("organisation", "G7"), ("organisation", "G7")],
    "AS dan as roda": [("state", "US")],
    "kata Menteri Pertahanan Sergei Shoigu": [("name", "sergei shoigu")],
    "ujar Kapolres Bogor AKBP Rio": [("name", "rio")],
    "Gubernur Jawa Barat Dedi Mulyadi tiba.": [("province", "jawa barat"), ("name", "dedi mulyadi")],
    "Gubernur Jakarta Pramono Anung tiba.": [("name", "pramono anung")],
    "Bupati Raja Ampat Orideko Burdam tiba.": [("province", "raja ampat"), ("name", "orideko burdam")],
    "Menteri Energi dan Sumber Daya Mineral Bahlil Lahadalia tiba.": [("name", "bahlil lahadalia")],
    "Menteri Riset, Teknologi, dan Pendidikan Tinggi Rini Wulan tiba.": [("name", "rini wulan")],
    "kata Kementerian Koperasi dan UKM": [],
    "warga Bandung dan Sukabumi tiba": [("name", "bandung"), ("name", "sukabumi")],
    "kata Kapolda Sumut Irjen Pol. Whisnu Hermawan": [
        ("province", "sumatera utara"),
        ("name", "whisnu hermawan"),
    ],
    "kata Kapolres Garut Kombes Pol. Rio Anggoro": [("name", "garut"), ("name", "rio anggoro")],
    "kata Polda Sumut": [("name", "polda sumatera utara")],
    "Polda Sumut membantah.": [("name", "sumatera utara")],
    "kata Megawati Soekarno Putri.": [("name", "megawati soekarno putri")],
    "di Kabupaten Raja Ampat": [("province", "raja ampat")],
    "Rektor Universitas Indonesia tiba.": [("name", "universitas indonesia")],
    "Timnas Indonesia tiba.": [("state", "ID")],
    "Komisi III memanggil menteri.": [],
    "kata Kementerian ESDM, Kementerian setuju.": [("name", "kementerian esdm")],
    "Budi Santoso tiba.": [("name", "budi santoso")],
    "Wali Kota Solo Respati Ardi tiba.": [("name", "respati ardi")],
    "Menteri ESDM Bahlil Lahadalia tiba.": [("name", "bahlil lahadalia")],
    "Gubernur Papua Tengah tiba.": [("province", "papua tengah")],
    "Menteri Agama Nasaruddin Umar tiba.": [("name", "nasaruddin umar")],
    "Kepala Balai Besar TNBTS Septi Eka tiba.": [("name", "septi eka")],
    "kata Direktur PT PLN Darmawan Prasodjo": [("name", "darmawan prasodjo")],
    "gol Marco van Basten": [("name", "marco van basten")],
    "kata Ursula von der Leyen": [("name", "ursula von der leyen")],
    "kata Badan Meteorologi, Klimatologi, dan Geofisika": [("organisation", "BMKG")],
    "Duh! Warga panik.": [],
    "Tenor kredit itu panjang.": [],
    "Matchday itu usai.": [],
    "Via Vallen tiba.": [("name", "via vallen")],
    "Ganjil Genap Jakarta berlaku.": [("name", "jakarta")],
    "pelatih Kim Sang-sik tiba": [("name", "kim sang-sik")],
    "pada Hari Raya Idul Adha": [],
    "usai Perang Korea": [("name", "perang korea")],
    "Padahal warga tidur.": [],
    "Warga panik.": [],
    "Hari Kemenangan": [],
    "gempa di Tuban Jatim": [("name", "tuban"), ("province", "jawa timur")],
    "gempa di Tuban, Jawa Timur": [("name", "tuban"), ("province", "jawa timur")],
    "kata Bank Jatim": [("name", "bank jatim")],
    "di Jawa Timur Park": [("name", "jawa timur park")],
    "pada Selasa 27 Juli": [],
    "denda Budi Santoso Rp 500 juta": [("name", "budi santoso")],
}


@pytest.mark.parametrize(("text", "expected"), TABLE.items(), ids=list(TABLE))
def test_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text) == expected


def test_a_word_is_a_name_where_the_text_has_it_in_a_full_name() -> None:
    found = names("Hakim menuntut Indra Kusuma. Indra menolak.")
    assert ("name", "indra") in found


def test_a_province_in_a_headline_stays_whole() -> None:
    headline = "Ketua DPRD Jawa Timur Mengaku Dipukul"
    tokens = tokenize(f"{headline}\nWarga heran.", "id")
    found = read_names(tokens, load("id"), [(0, len(tokens))], titles=[(0, len(headline.split()))])
    assert [name.item.key for name in found] == ["jawa timur"]


def test_the_head_of_a_place_is_no_name_by_itself() -> None:
    found = names("Jalan ramai. Wisatawan datang ke Jalan Braga.")
    assert [key for _, key in found] == ["jalan braga"]


def test_a_name_is_whole_where_a_sentence_begins_if_the_text_has_it_whole() -> None:
    found = names("Ria Ricis menikah, keluarga Ria Ricis hadir.")
    assert [key for _, key in found] == ["ria ricis", "ria ricis"]


def headline_names(headline: str, body: str) -> list[str]:
    tokens = tokenize(f"{headline}\n{body}", "id")
    cut = len(tokenize(headline, "id"))
    found = read_names(tokens, load("id"), [(0, cut), (cut, len(tokens))], titles=[(0, cut)])
    return [name.item.key for name in found if name.start < cut]


def test_ordinary_words_part_the_names_of_a_headline() -> None:
    assert headline_names("Fadli Zon Resmikan Museum Majapahit", "Acara Museum Majapahit ramai.") == [
        "fadli zon",
        "museum majapahit",
    ]


def test_what_only_the_headline_has_behind_a_name_of_the_text_is_no_part_of_it() -> None:
    assert headline_names("Luna Maya Tepergok Lagi", "Aktris Luna Maya pulang.") == ["luna maya"]
    assert headline_names("Gubernur Jakarta Pramono", "Gubernur Jakarta, Pramono, hadir.") == ["pramono"]


def test_words_of_a_full_name_that_stand_together_are_one_name() -> None:
    headline = "Ahmad Dhani Bocorkan Rangkaian Acara Pernikahan Anak Rina Kusuma"
    tokens = tokenize(f"{headline}\nAhmad Dhani tiba bersama Rina Kusuma.", "id")
    found = read_names(tokens, load("id"), [(0, len(tokens))], titles=[(0, len(headline.split()))])
    assert [name.item.key for name in found] == ["ahmad dhani", "rina kusuma"] * 2


def test_a_dateline_is_no_part_of_the_name_behind_it() -> None:
    found = names("JAKARTA - Gubernur Jakarta Pramono Anung tiba bersama Kim Sang-sik.")
    assert [key for _, key in found][1:] == ["pramono anung", "kim sang-sik"]
    claim = read("JAKARTA- Menteri Kesehatan Budi Gunadi Sadikin membuka rumah sakit.").claims[0]
    assert claim.agent == "budi gunadi sadikin"


def test_english_nationalities_are_their_states() -> None:
    assert names("the Russian minister met North Korean officials", "en") == [
        ("state", "RU"),
        ("state", "KP"),
    ]
    assert names("The Indians met a Kenyan envoy", "en") == [("state", "IN"), ("state", "KE")]


def test_an_abbreviation_with_stops_ends_no_name() -> None:
    assert names("He told the U.S. Geological Survey and the U.N. envoy.", "en") == [
        ("organisation", "USGS"),
        ("organisation", "UN"),
    ]


def test_an_initial_inside_a_name_is_no_part_of_its_key() -> None:
    assert names("the singer Samuel L. Vance met the actor Ann W. Olsen", "en") == [
        ("name", "samuel vance"),
        ("name", "ann olsen"),
    ]


def test_a_letter_that_ends_a_sentence_is_no_initial() -> None:
    claims = read(Document(id="a", text="He lives in Block M. Ann Vance left.", language="en")).claims
    assert [c.question.names for c in claims] == [(), ("ann vance",)]


def test_a_first_name_that_begins_a_sentence_is_no_word() -> None:
    assert names("Maurice Vance left.", "en") == [("name", "maurice vance")]
    assert names("Yesterday Vance left.", "en") == [("name", "vance")]
