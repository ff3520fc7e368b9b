"""Sentences to clauses: the notation is the sentence with every clause found, in the order of their start."""

import pytest

from claimcheck.languages import load
from claimcheck.reading.clauses import read_clauses
from claimcheck.text.tokens import tokenize


def clauses(text: str, language: str = "id") -> list[str]:
    tokens = tokenize(text, language)
    return [tokens.slice(c.start, c.end) for c in read_clauses(0, len(tokens), tokens, load(language))]


INDONESIAN = {
    "Gempa itu menewaskan 12 orang.": ["Gempa itu menewaskan 12 orang"],
    # joined acts are two claims, joined nouns are none
    "Kapal itu tenggelam dan menewaskan tiga nelayan.": ["Kapal itu tenggelam", "menewaskan tiga nelayan"],
    "Menteri dan gubernur meninjau lokasi.": ["Menteri dan gubernur meninjau lokasi"],
    # what is set against it is a claim of its own, whatever the verb before
    "Budi meminta maaf, namun Ani menolak surat itu.": ["Budi meminta maaf", "Ani menolak surat itu"],
    # what describes a noun is a claim of its own, with the noun
    "Bupati memimpin tim yang mencari korban hilang di hulu sungai.": [
        "Bupati memimpin tim",
        "tim yang mencari korban hilang di hulu sungai",
    ],
    # each of two joined nouns keeps what describes it
    "Polisi memeriksa pria yang membawa pisau dan wanita yang melihat kejadian itu.": [
        "Polisi memeriksa pria",
        "pria yang membawa pisau",
        "wanita yang melihat kejadian itu",
    ],
    "Polisi melibatkan jaksa dan hakim yang menangani perkara itu.": [
        "Polisi melibatkan jaksa dan hakim",
        "hakim yang menangani perkara itu",
    ],
    # that something is there is no claim beside what is told of it
    "Saat ini ada 25 ruas jalan di Jakarta yang terkena ganjil genap.": [
        "Saat ini ada 25 ruas jalan di Jakarta yang terkena ganjil genap"
    ],
    "Kementerian mencatat adanya delapan jemaah yang meninggal di hotel.": [
        "Kementerian mencatat adanya delapan jemaah yang meninggal di hotel"
    ],
    # a place that only says where something is does not do what hangs on it
    "Polisi menyelidiki penembakan di Graz yang menewaskan sepuluh orang.": [
        "Polisi menyelidiki penembakan di Graz",
        "penembakan di Graz yang menewaskan sepuluh orang",
    ],
    "Jaksa memeriksa dana tahun 2018–2020 yang hilang tanpa jejak.": [
        "Jaksa memeriksa dana tahun 2018–2020",
        "dana tahun 2018–2020 yang hilang tanpa jejak",
    ],
    # the main clause goes on after it
    "Tim yang dipimpin Rudi tiba di lokasi pada Senin.": [
        "Tim yang dipimpin Rudi",
        "Tim yang dipimpin Rudi tiba di lokasi pada Senin",
    ],
    "Tim dipimpin oleh Rudi Hartono tiba di lokasi.": [
        "Tim dipimpin oleh Rudi Hartono",
        "Tim dipimpin oleh Rudi Hartono tiba di lokasi",
    ],
    # nouns joined before one verb stay together: behind a comma, behind a verb that takes a clause
    "Menurut panitia, Meli dan Hari merayakan ulang tahun.": [
        "Menurut panitia, Meli dan Hari merayakan ulang tahun"
    ],
    "Bupati meminta polisi dan jaksa segera turun.": ["Bupati meminta polisi dan jaksa segera turun"],
    "Banjir merendam rumah dan sungai itu meluap.": ["Banjir merendam rumah", "sungai itu meluap"],
    # what describes a noun is no verb: "berinisial", "Dishub"
    "Sopir berinisial DI dan penumpang berinisial MA tewas.": [
        "Sopir berinisial DI dan penumpang berinisial MA tewas"
    ],
    "Imbauan itu hasil rapat polisi dan petugas Dishub.": [
        "Imbauan itu hasil rapat polisi dan petugas Dishub"
    ],
    # a subordinator that opens nothing: within a clause, before "itu", as an adjective, before a noun
    "Gubernur bahkan akan menggugat presiden.": ["Gubernur bahkan akan menggugat presiden"],
    "Setelah itu polisi menutup jalan.": ["Setelah itu polisi menutup jalan"],
    "Polisi memutuskan pekan lalu menutup jalan.": ["Polisi memutuskan pekan lalu menutup jalan"],
    "Rumah tanpa teras juga memudahkan perawatan.": ["Rumah tanpa teras juga memudahkan perawatan"],
    # a minor clause in front ends at its comma; a condition goes on
    "Selain menahan sopir, polisi juga menyita bus itu.": [
        "Selain menahan sopir",
        "polisi juga menyita bus itu",
    ],
    "Setelah itu, polisi menyita bus.": ["Setelah itu, polisi menyita bus"],
    "Jika hujan turun, laga ditunda.": ["Jika hujan turun, laga ditunda"],
    # a second verb with its own tense belongs to the main clause
    "Warga yang mengungsi belum menerima bantuan.": [
        "Warga yang mengungsi",
        "Warga yang mengungsi belum menerima bantuan",
    ],
    # nothing opens inside a range of months, nor before another minor clause
    "Produksi beras dari Januari hingga Mei 2025 mencapai puncak.": [
        "Produksi beras dari Januari hingga Mei 2025 mencapai puncak"
    ],
    "Sopir buron selama tiga tahun sebelum ditangkap polisi.": [
        "Sopir buron selama tiga tahun",
        "ditangkap polisi",
    ],
    # nor before a day, a month, an hour or so many days, whatever verb follows; people are no time
    "Kapal itu berangkat dari Palu sejak 1 Juni 2025 menuju Solo.": [
        "Kapal itu berangkat dari Palu sejak 1 Juni 2025 menuju Solo"
    ],
    "Jalan ditutup hingga pukul 10.00 menunggu perbaikan.": [
        "Jalan ditutup hingga pukul 10.00 menunggu perbaikan"
    ],
    "Atap pasar runtuh hingga 3 orang tewas.": ["Atap pasar runtuh", "3 orang tewas"],
    # "di mana" opens a clause behind a comma only; "dikarenakan" always
    "Klub itu membeli pemain, di mana sang bek meneken kontrak.": [
        "Klub itu membeli pemain",
        "sang bek meneken kontrak",
    ],
    "Polisi belum tahu di mana pelaku bersembunyi.": ["Polisi belum tahu di mana pelaku bersembunyi"],
    "Jalan ditutup dikarenakan sungai itu meluap.": ["Jalan ditutup", "sungai itu meluap"],
    # a year heads no relative clause
    "Bantuan itu diberikan kepada lulusan tahun 2023 dan 2024 yang berasal dari desa.": [
        "Bantuan itu diberikan kepada lulusan tahun 2023 dan 2024",
        "berasal dari desa",
    ],
    # what describes a fronted noun ends at the comma
    "Dalam rapat yang digelar kemarin, Presiden meminta menteri bekerja.": [
        "Dalam rapat yang digelar kemarin, Presiden meminta menteri bekerja",
        "rapat yang digelar kemarin",
    ],
    # "sebagai" behind a verb of naming opens nothing
    "PSSI menunjuk Patrick sebagai pelatih baru tim nasional.": [
        "PSSI menunjuk Patrick sebagai pelatih baru tim nasional"
    ],
    # a passive behind a comma is no clause inside the subject
    "Setelah permohonan diajukan, berkas akan diperiksa petugas.": [
        "permohonan diajukan",
        "berkas akan diperiksa petugas",
    ],
    # the main clause goes on behind the comma that ends the other
    "Hubungan mereka, yang tegang sejak lama, selama ini telah membaik.": [
        "Hubungan mereka, yang tegang sejak lama, selama ini telah membaik",
    ],
    # an adjective with "yang" is none
    "Warga yang panik keluar rumah.": ["Warga yang panik keluar rumah"],
    "Jalan ditutup ketika air sungai meluap.": ["Jalan ditutup", "air sungai meluap"],
    "Sejak awal 2022 harga beras naik.": ["Sejak awal 2022 harga beras naik"],
    "Ia menyatakan bahwa bantuan sudah dikirim.": ["Ia menyatakan", "bantuan sudah dikirim"],
    "Presiden datang untuk membuka pameran itu besok.": [
        "Presiden datang",
        "untuk membuka pameran itu besok",
    ],
    "Polisi membantu warga untuk menyelamatkan diri dari banjir.": [
        "Polisi membantu warga untuk menyelamatkan diri dari banjir"
    ],
    "AS menuduh Korea Utara, tuduhan yang dibantah oleh Pyongyang.": [
        "AS menuduh Korea Utara",
        "tuduhan yang dibantah oleh Pyongyang",
    ],
}


@pytest.mark.parametrize(("text", "expected"), INDONESIAN.items(), ids=list(INDONESIAN))
def test_indonesian_clauses(text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


def test_english_clauses() -> None:
    found = clauses("The ship sank and killed three fishermen, who had left Palu on Monday.", "en")
    assert found[:2] == ["The ship sank", "killed three fishermen"]


@pytest.mark.parametrize("text", ["", "yang yang yang", "dan", "“", ", , ,", "bahwa", "untuk"])
def test_odd_sentences_do_not_raise(text: str) -> None:
    assert isinstance(clauses(text), list)
