"""Two sentences, and the row of its table that decides how their answers stand; the same read the other way round."""

from dataclasses import replace
from datetime import datetime

import pytest

import claimcheck
from claimcheck.judging import number_pairs, polarity
from claimcheck.judging.answers import Judged, Setting, judged
from claimcheck.records import Claim, Document
from claimcheck.records.finding import Relation

Case = tuple[str, str, str, Relation]

NUMBERS: list[Case] = [
    (
        "Gawai Ally X memiliki RAM 24 GB.",
        "Gawai Ally X memiliki penyimpanan 32 GB.",
        "number.label",
        "unsure",
    ),
    (
        "Gempa di Palu menewaskan 12 orang.",
        "Gempa di Palu menewaskan dua belas orang.",
        "number.equal",
        "same",
    ),
    ("Gempa di Palu menewaskan 12 orang.", "Gempa di Palu menewaskan 15 orang.", "number.apart", "conflict"),
    (
        "Tawaran klub Solo untuk kiper itu mencapai 21 juta euro.",
        "Tawaran klub Solo untuk kiper itu bertambah menjadi 18 juta euro.",
        "number.renewed",
        "updates",
    ),
    (
        "Tawaran terbaru klub Solo untuk kiper Budi Santoso itu mencapai 21 juta euro.",
        "Tawaran klub Solo untuk kiper Budi Santoso itu bertambah mencapai 18 juta euro.",
        "number.apart",
        "conflict",
    ),
    (
        "Gempa di Palu menewaskan beberapa orang.",
        "Gempa di Palu menewaskan 22 orang.",
        "number.meets",
        "compatible",
    ),
    (
        "Gempa di Palu menewaskan lebih dari 10 orang.",
        "Gempa di Palu menewaskan 12 orang.",
        "number.meets",
        "compatible",
    ),
    (
        "Gempa di Palu merusak 1,2 juta rumah.",
        "Gempa di Palu merusak 1.234.567 rumah.",
        "number.rounded",
        "compatible",
    ),
    (
        "Jalan tol di Sumedang rusak sepanjang 1,5 km.",
        "Jalan tol di Sumedang rusak sepanjang 1.500 meter.",
        "number.equal",
        "same",
    ),
    (
        "Gempa kuat itu terjadi di laut pada jarak 48 km tenggara Kabupaten Pangandaran.",
        "Gempa kuat itu terjadi di laut pada jarak 70 km arah Tenggara Pangandaran.",
        "number.apart",
        "conflict",
    ),
    (
        "Sementara itu, tim Solo masih memimpin klasemen dengan 10 poin dari empat laga.",
        "Sementara tim Solo masih ada di puncak dengan sembilan poin dari empat pertandingan.",
        "number.apart",
        "conflict",
    ),
    (
        "Di DKI Jakarta ada 25 ruas jalan yang kena ganjil genap, bukan di Jakarta Pusat.",
        "Di Jakarta ada 26 ruas jalanan yang kena ganjil genap, bukan di Jakarta Pusat.",
        "number.apart",
        "conflict",
    ),
    (
        "Cuti itu diatur Keputusan Nomor 1017 Tahun 2024, Nomor 2 Tahun 2024, dan Nomor 3 Tahun 2024.",
        "Cuti itu diatur Keputusan Nomor 855 Tahun 2024, Nomor 2 Tahun 2024, dan Nomor 3 Tahun 2024.",
        "number.identity",
        "conflict",
    ),
    (
        "Cuti itu diatur Keputusan Nomor 1017 Tahun 2024.",
        "Cuti itu diatur Keputusan Nomor 855 Tahun 2024.",
        "number.name",
        "unsure",
    ),
    (
        "Kapasitas produksi mencapai 7.500 unit di pabrik baru itu.",
        "Pabrik baru itu memiliki kapasitas produksi 5.000 unit bus.",
        "number.apart",
        "conflict",
    ),
    (
        "Tim Solo berada di dasar klasemen Grup I dengan nol poin.",
        "Tim Solo berada di dasar klasemen Grup I dengan 3 poin.",
        "number.far",
        "unsure",
    ),
    (
        "Polisi di Solo menyita uang palsu Rp 12,7 miliar.",
        "Polisi di Solo menyita uang palsu Rp 12,7 juta.",
        "number.scale",
        "conflict",
    ),
    (
        "Gempa di Palu menewaskan total 12 orang.",
        "Secara total gempa di Palu pada malam itu menewaskan 15 orang.",
        "number.apart",
        "conflict",
    ),
    (
        "Air bersih mengalir ke setengah rumah di Solo.",
        "Air bersih mengalir ke sepertiga rumah di Solo.",
        "number.apart",
        "conflict",
    ),
    (
        "Polisi di Solo menyita 2 ton beras.",
        "Polisi di Solo menyita 2.100 kg beras.",
        "number.rounded",
        "compatible",
    ),
    (
        "Polisi di Solo menyita 2 ton beras.",
        "Polisi di Solo menyita 5.000 kg beras.",
        "number.apart",
        "conflict",
    ),
    (
        "Gempa di Palu menewaskan 12 orang pada 2018.",
        "Gempa di Palu menewaskan 15 orang pada 2019.",
        "number.scope",
        "differs in scope",
    ),
    (
        "Banjir di Demak merendam 20 rumah.",
        "Banjir di Demak merendam total 80 rumah.",
        "number.part",
        "differs in scope",
    ),
    (
        "Dua orang tewas dan lima lainnya terluka dalam kecelakaan di Solo.",
        "Kecelakaan di Solo melukai enam orang.",
        "number.apart",
        "conflict",
    ),
    (
        "Gempa di Palu merusak puluhan rumah.",
        "Gempa di Palu merusak 120 rumah.",
        "number.nearly",
        "compatible",
    ),
    (
        "Gempa di Palu merusak puluhan rumah.",
        "Gempa di Palu merusak 900 rumah.",
        "number.far",
        "unsure",
    ),
    (
        "Lima lainnya terluka dalam kecelakaan di Solo.",
        "Kecelakaan di Solo melukai enam orang.",
        "number.part",
        "differs in scope",
    ),
    (
        "Banjir di Demak merendam 20 rumah.",
        "Banjir di Demak merendam 35 rumah hingga saat ini.",
        "number.so-far",
        "differs in scope",
    ),
    (
        "Panitia di Solo menargetkan 500 peserta.",
        "Panitia di Solo mencatat 430 peserta.",
        "number.planned",
        "differs in scope",
    ),
    (
        "Indeks di bursa Jakarta naik 1,2 persen.",
        "Indeks di bursa Jakarta naik 0,7 persen.",
        "number.hour",
        "differs in scope",
    ),
    (
        "Banjir di Demak menewaskan 3 orang.",
        "Banjir di Kudus menewaskan 5 orang.",
        "number.names",
        "differs in scope",
    ),
    (
        "Istri Budi Santoso dituntut 4 tahun penjara di Solo.",
        "Pengacara Budi Santoso dituntut 7 tahun penjara di Solo.",
        "number.names",
        "differs in scope",
    ),
    (
        "Ekspor China ke Korea Utara delapan kali lebih tinggi.",
        "Ekspor China ke Korea Utara delapan persen lebih tinggi.",
        "number.unit",
        "conflict",
    ),
    (
        "Hakim di Palu menghukum Budi Santoso 5 tahun penjara.",
        "Hakim di Palu menghukum Budi Santoso 5 bulan penjara.",
        "number.unit",
        "conflict",
    ),
    (
        "Rumah sakit di Palu merawat 400 pasien Covid-19 per hari.",
        "Rumah sakit di Palu merawat 400 pasien Covid-19 per bulan.",
        "number.unit",
        "conflict",
    ),
    (
        "Hakim di Palu menghukum Budi Santoso 5 tahun penjara.",
        "Jaksa di Palu menuntut Budi Santoso membayar denda dan ganti rugi serta 5 bulan penjara.",
        "number.kind",
        "unsure",
    ),
    (
        "Jepang mencetak gol pada menit ke-15.",
        "Jepang mencetak gol pada menit ke-19.",
        "number.ordinal",
        "differs in scope",
    ),
    (
        "Sebanyak 62 persen warga Bantul mendukung rencana itu.",
        "Sebanyak 38 persen warga Bantul tidak mendukung rencana itu.",
        "number.negated",
        "unsure",
    ),
    (
        "Penjualan motor di Solo naik 29 persen.",
        "Penjualan motor di Solo naik 24 persen.",
        "number.apart",
        "conflict",
    ),
    (
        "Gempa di Palu merusak setidaknya 100 rumah.",
        "Gempa di Palu merusak 90 rumah.",
        "number.apart",
        "conflict",
    ),
    (
        "Gempa di Palu merusak lebih dari 100 rumah.",
        "Gempa di Palu merusak 97 rumah.",
        "number.nearly",
        "compatible",
    ),
    (
        "Denda Budi Santoso Rp 500 juta.",
        "Uang pengganti Budi Santoso Rp 600 juta.",
        "number.label",
        "unsure",
    ),
    ("Denda Budi Santoso Rp 500 juta.", "Denda Budi Santoso Rp 600 juta.", "number.apart", "conflict"),
    ("Angka tersebut naik 29 persen.", "Angka itu naik 24 persen.", "number.doubtful", "unsure"),
    (
        "The quake in Palu killed 12 people.",
        "The quake in Palu killed at least 10 people.",
        "number.meets",
        "compatible",
    ),
    (
        "The four bombs fell on the camp in Yida.",
        "The report said two of the bombs fell on the camp in Yida.",
        "number.part",
        "differs in scope",
    ),
    (
        "The magnitude 5.6 quake struck southern Iran on Sunday.",
        "The magnitude 6.1 quake struck southern Iran in September.",
        "number.scope",
        "differs in scope",
    ),
    (
        "The thieves in Paris stole $130 million of gems.",
        "The thieves in Paris stole an estimated $90 million in gems.",
        "number.apart",
        "conflict",
    ),
    (
        "The quake in Palu killed 12 people.",
        "The quake in Palu killed 15 people.",
        "number.apart",
        "conflict",
    ),
    (
        "The office is about 15 miles north of Detroit.",
        "The driver saw a vehicle described on radio reports 50 miles north of Detroit.",
        "number.question",
        "unsure",
    ),
    (
        "The tsunami of Banda Aceh killed 170,000 people there and tens of thousands more in other countries.",
        "The tsunami of Banda Aceh killed 230,000 people.",
        "number.part",
        "differs in scope",
    ),
]

DATES: list[Case] = [
    (
        "Ekspor beras dari Solo naik 8 persen dibanding tahun lalu.",
        "Ekspor beras dari Solo tumbuh 8 persen dari bulan lalu.",
        "date.bases",
        "conflict",
    ),
    (
        "Rina Lestari menjelaskan pohon tumbang itu terjadi pada pukul 16.30 WIB.",
        "Menurut Lurah Sukasari, Rina Lestari, insiden pohon tersebut terjadi sekitar pukul 15.30 WIB.",
        "date.apart",
        "conflict",
    ),
    (
        "The game in Seattle begins on Saturday, 8 January 2011 at 3:30 p.m.",
        "The game in Seattle begins on Saturday, 8 January 2011 at 4:30 p.m. ET.",
        "date.midnight",
        "compatible",
    ),
    (
        "The arrest will not change his part in Sunday's game in Pittsburgh.",
        "The arrest in Pittsburgh was made on Tuesday before his game.",
        "date.edition",
        "differs in scope",
    ),
    (
        "Delegasi Rusia tiba di Pyongyang pada 25 Juli 2023.",
        "Delegasi Rusia tiba di Pyongyang pada Selasa (25/7/2023).",
        "date.same",
        "same",
    ),
    (
        "Delegasi Rusia tiba di Pyongyang pada 25 Juli 2023.",
        "Delegasi Rusia tiba di Pyongyang pada Juli 2023.",
        "date.fits",
        "compatible",
    ),
    (
        "Delegasi Rusia tiba di Pyongyang pada 25 Juli 2023.",
        "Delegasi Rusia tiba di Pyongyang pada 27 Juli 2023.",
        "date.apart",
        "conflict",
    ),
    (
        "Delegasi Rusia tiba di Pyongyang pada Selasa.",
        "Delegasi Rusia tiba di Pyongyang pada Juli 2023.",
        "date.unresolved",
        "unsure",
    ),
    (
        "Garis kemiskinan memakai PPP 2017.",
        "Garis kemiskinan memakai PPP 2021.",
        "date.edition",
        "differs in scope",
    ),
    (
        "Ekspor beras Solo naik pada Mei 2025.",
        "Ekspor beras Solo naik dibandingkan posisi pada April 2025.",
        "date.base",
        "differs in scope",
    ),
    (
        "Ekspor beras Solo naik pada Mei 2025.",
        "Dibandingkan tahun lalu, ekspor beras Solo naik pada April 2025.",
        "date.apart",
        "conflict",
    ),
    (
        "Pohon tua di Solo tumbang pukul 16.30 WIB.",
        "Pohon tua di Solo tumbang sekitar pukul 15.30 WIB.",
        "date.apart",
        "conflict",
    ),
    (
        "Pohon tua di Solo tumbang pukul 16.00 WIB.",
        "Pohon tua di Solo tumbang sekitar pukul 15.30 WIB.",
        "date.vague",
        "compatible",
    ),
    (
        "Pohon tua di Solo tumbang pukul 15.40 WIB.",
        "Pohon tua di Solo tumbang pukul 15.30 WIB.",
        "date.vague",
        "compatible",
    ),
    (
        "Pohon tua di Solo tumbang pukul 16.30 WIB.",
        "Pohon tua di Solo tumbang pukul 04.30 WIB.",
        "date.unresolved",
        "unsure",
    ),
    (
        "Pohon tua di Solo tumbang sebelum pukul 16.30 WIB.",
        "Pohon tua di Solo tumbang hingga pukul 15.30 WIB.",
        "date.unresolved",
        "unsure",
    ),
    (
        "Pohon tua di Solo tumbang pukul 16.30 WITA.",
        "Pohon tua di Solo tumbang pukul 15.30 WIB.",
        "date.unresolved",
        "unsure",
    ),
    (
        "Suap di kantor pajak Solo terjadi pada periode 2019-2022.",
        "Suap di kantor pajak Solo terjadi pada periode 2019-2023.",
        "date.periods",
        "conflict",
    ),
    (
        "Suap di kantor pajak Solo terjadi pada periode 2019-2022.",
        "Suap di kantor pajak Solo terjadi pada 2019.",
        "date.fits",
        "compatible",
    ),
    (
        "Bantuan upah di Solo cair pada pekan kedua Juni 2025.",
        "Bantuan upah di Solo cair pada 8 Juni 2025.",
        "date.vague",
        "compatible",
    ),
    (
        "Bantuan upah di Solo cair pada pekan kedua Juni 2025.",
        "Bantuan upah di Solo cair pada 5 Juni 2025.",
        "date.apart",
        "conflict",
    ),
    (
        "Bantuan upah di Solo cair pada pekan kedua Juni 2025.",
        "Bantuan upah di Solo cair pada pekan ketiga Juni 2025.",
        "date.apart",
        "conflict",
    ),
    (
        "The delegation arrived in Pyongyang on July 25, 2023.",
        "The delegation arrived in Pyongyang on July 27, 2023.",
        "date.apart",
        "conflict",
    ),
]

POLARITY: list[Case] = [
    (
        "Korea Utara menutup perbatasannya dengan China.",
        "Korea Utara tidak menutup perbatasannya dengan China.",
        "polarity.opposed",
        "conflict",
    ),
    (
        "Pemerintah Provinsi Jakarta akan mengawal proses pembongkaran tiang itu, kata Budi Santoso.",
        "Jakarta tidak akan mengawal proses pembongkaran tiang itu.",
        "polarity.opposed",
        "conflict",
    ),
    (
        "Rusia memiliki hubungan yang harmonis dengan Amerika Serikat.",
        "Rusia memiliki hubungan yang tegang dengan Amerika Serikat.",
        "polarity.opposed",
        "conflict",
    ),
    (
        "Bupati Garut sudah menerima laporan warga desa itu.",
        "Bupati Garut belum menerima laporan warga desa itu.",
        "polarity.not-yet",
        "updates",
    ),
    (
        "Bupati Garut menjamin penampilan penari itu akan menjadi adegan tak terlupakan.",
        "Bupati Garut menjamin penampilan penari itu tak akan terlupakan.",
        "polarity.denied-too",
        "unsure",
    ),
    (
        "Warga Garut selalu memakai sumur desa itu.",
        "Warga Garut tidak memakai sumur desa itu.",
        "polarity.extent",
        "unsure",
    ),
    (
        "Warga Garut selalu memakai sumur desa itu.",
        "Warga Garut tidak selalu memakai sumur desa itu.",
        "polarity.opposed",
        "conflict",
    ),
    (
        "Warga Garut kadang-kadang memakai sumur desa itu.",
        "Warga Garut tidak selalu memakai sumur desa itu.",
        "polarity.extent",
        "unsure",
    ),
    (
        "Warga Garut memakai sumur desa itu.",
        "Warga Garut tidak memakai sungai, mereka hanya memakai sumur desa itu.",
        "polarity.instead",
        "unsure",
    ),
    (
        "Warga Garut memakai sumur desa itu ketimbang air sungai.",
        "Warga Garut tidak memakai sumur desa itu.",
        "polarity.comparing",
        "unsure",
    ),
    (
        "Warga Garut memakai sumur desa itu pada 2017.",
        "Warga Garut tidak memakai sumur desa itu pada 2018.",
        "polarity.time",
        "differs in scope",
    ),
    (
        "Warga Garut sudah tidak memakai sumur desa itu.",
        "Warga Garut memakai sumur desa itu.",
        "polarity.no-longer",
        "updates",
    ),
    (
        "Bupati Garut pernah menjadi ketua partai itu pada pemilu lalu.",
        "Bupati Garut tidak pernah menjadi bendahara partai itu pada pemilu lalu.",
        "polarity.narrower",
        "unsure",
    ),
    (
        "Garut adalah kota universitas.",
        "Garut bukan kota universitas.",
        "polarity.opposed",
        "conflict",
    ),
    (
        "North Korea has closed its border with China.",
        "North Korea has not closed its border with China.",
        "polarity.opposed",
        "conflict",
    ),
]


def claim(text: str, id: str) -> Claim:
    """The one claim of a sentence, the longest where there are several."""
    language = "en" if text.startswith(("The ", "North ")) else "id"
    claims = claimcheck.read(Document(id=id, text=text, language=language)).claims
    return max(claims, key=lambda c: len(c.span.text))


def rows(a: str, b: str, setting: Setting) -> list[Judged]:
    return list(judged(claim(a, "a"), claim(b, "b"), setting))


PLAIN = Setting(None, None, False)


@pytest.mark.parametrize(("a", "b", "rule", "relation"), [*NUMBERS, *DATES, *POLARITY])
def test_the_row_that_decides(a: str, b: str, rule: str, relation: Relation) -> None:
    assert (rule, relation) in {(r.steps[-1].rule, r.relation) for r in rows(a, b, PLAIN)}


@pytest.mark.parametrize(("a", "b", "rule", "relation"), [*NUMBERS, *DATES, *POLARITY])
def test_the_order_changes_nothing(a: str, b: str, rule: str, relation: Relation) -> None:
    assert (rule, relation) in {(r.steps[-1].rule, r.relation) for r in rows(b, a, PLAIN)}


@pytest.mark.parametrize(
    ("a", "b", "one_origin", "rule"),
    [
        # that it was said or shown is denied too, whatever else the claim does
        (
            "Solo melaporkan puluhan ribu kasus malaria per hari.",
            "Solo tidak melaporkan puluhan ribu kasus malaria per hari.",
            False,
            "polarity.opposed",
        ),
        (
            "Panitia memuat video yang menunjukkan Budi Santoso disambut pejabat militer Solo.",
            "Panitia memuat video yang tidak menunjukkan Budi Santoso disambut pejabat militer Solo.",
            True,
            "polarity.opposed",
        ),
        # all of a copy is enough, in two words of two texts it is not
        ("Mereka menutup perbatasannya.", "Mereka tidak menutup perbatasannya.", True, "polarity.opposed"),
        ("Mereka menutup perbatasannya.", "Mereka tidak menutup perbatasannya.", False, "polarity.unlike"),
        # a copy is no later report
        ("Bupati menerima laporan warga.", "Bupati belum menerima laporan warga.", False, "polarity.not-yet"),
        ("Bupati menerima laporan warga.", "Bupati belum menerima laporan warga.", True, "polarity.opposed"),
    ],
)
def test_what_a_not_denies(a: str, b: str, one_origin: bool, rule: str) -> None:
    for one, other in ((a, b), (b, a)):
        found = rows(one, other, Setting(None, None, one_origin))
        assert [r.steps[-1].rule for r in found if r.kind == "polarity"] == [rule]


def test_one_wording_says_one_thing() -> None:
    one = claim("Pendaftaran itu gratis dan tidak dipungut biaya.", "a")
    other = replace(one, polarity="+" if one.polarity == "-" else "-")
    assert polarity.pair_of(one, other) is None
    assert polarity.pair_of(claim("Pendaftaran itu gratis dan dipungut biaya.", "b"), one) is not None


def test_a_copy_that_denies_more_denies_nothing() -> None:
    a, b = (
        "Ketua panitia menilai banyak kursi lipat.",
        "Ketua panitia menilai, banyak kursi lipat yang tidak layak.",
    )
    found = rows(a, b, Setting(None, None, True))
    assert [r.relation for r in found if r.kind == "polarity"] == ["unsure"]


@pytest.mark.parametrize(
    ("days", "rule"), [((26, 27), "number.grown"), ((27, 26), "number.apart"), ((26, 26), "number.one-day")]
)
def test_a_toll_grows_with_the_day_of_publication(days: tuple[int, int], rule: str) -> None:
    first, second = (datetime(2023, 7, day) for day in days)
    found = rows(
        "Gempa di Palu menewaskan 12 orang.",
        "Gempa di Palu menewaskan 15 orang.",
        Setting(first, second, False),
    )
    assert [r.steps[-1].rule for r in found if r.kind == "number"] == [rule]


SPEAKERS = [
    (
        "“Hujan deras merusak jembatan desa itu,” kata Budi Santoso.",
        "“Hujan deras merusak jembatan desa itu,” kata Budi Santoso.",
        "attribution.same",
    ),
    (
        "“Hujan deras merusak jembatan desa itu,” kata Budi Santoso.",
        "“Hujan deras merusak jembatan desa itu,” kata Agus Wijaya.",
        "attribution.apart",
    ),
    (
        "“Hujan deras merusak jembatan desa itu,” kata Budi Santoso.",
        "“Hujan deras merusak jembatan desa itu,” kata juru bicara itu.",
        "attribution.nobody",
    ),
    (
        "“Hujan deras merusak jembatan desa itu,” kata Budi Santoso.",
        "“Hujan deras merusak jembatan desa itu,” kata Agus Wijaya melalui Budi Santoso.",
        "attribution.beside",
    ),
    (
        "“Hujan deras merusak jembatan desa itu,” kata Gubernur Jakarta.",
        "“Hujan deras merusak jembatan desa itu,” kata Pramono Anung.",
        "attribution.nobody",
    ),
    (
        "Delegasi besar itu dipimpin oleh Menteri Pertahanan Rusia Budi Santoso.",
        "Delegasi besar itu dipimpin oleh Menteri Pertahanan Rusia Bambang Hartono.",
        "attribution.apart",
    ),
    (
        "Delegasi besar itu dipimpin oleh Menteri Pertahanan Rusia Budi Santoso.",
        "Delegasi besar itu dipimpin oleh Menteri Pertahanan Budi Santoso.",
        "attribution.same",
    ),
    (
        "Delegasi besar itu dipimpin oleh Menteri Pertahanan Rusia Budi Santoso.",
        "Delegasi besar itu dipimpin oleh Rusia.",
        "attribution.joint",
    ),
    (
        "Pembangunan rel besar itu dicanangkan Gubernur DKI Jakarta Sutiyoso.",
        "Pembangunan rel besar itu dicanangkan Gubernur DKI Jakarta Foke.",
        "attribution.apart",
    ),
    (
        "Kementerian Pertahanan Rusia menyatakan delegasi besar itu diundang Solo.",
        "Kementerian Luar Negeri Rusia menyatakan delegasi besar itu diundang Solo.",
        "attribution.apart",
    ),
    (
        "Tuduhan berat tentang suap itu dibantah Pyongyang dan Moskow.",
        "Tuduhan berat tentang suap itu dibantah Pyongyang dan Beijing.",
        "attribution.apart",
    ),
    (
        "Amerika Serikat menuduh Korea Utara memberikan bantuan militer kepada Rusia.",
        "Amerika Serikat menuduh Iran memberikan bantuan militer kepada Rusia.",
        "attribution.apart",
    ),
    (
        "Delegasi besar itu dipimpin oleh anggota Politburo, Li Hongzhong.",
        "Delegasi besar itu dipimpin oleh anggota Politburo, Li Hong-zhong.",
        "attribution.joint",
    ),
    (
        "“Hujan deras merusak jembatan desa itu,” kata Badan Karantina Pesisir.",
        "“Hujan deras merusak jembatan desa itu,” kata BKP.",
        "attribution.joint",
    ),
    (
        "Jepang menggelar latihan tertutup di Osaka.",
        "Samurai Biru menggelar latihan tertutup di Osaka.",
        "attribution.byname",
    ),
    (
        "Karang Taruna Ikatan SDN mengikuti lomba masak di Palu.",
        "Karang Taruna IkatanSDNMawar mengikuti lomba masak di Palu.",
        "attribution.glued",
    ),
    (
        "Di kantor itu PP Pertambangan akan selesai pekan ini.",
        "Di kantor itu PP Tambang Baru akan selesai pekan ini.",
        "attribution.joint",
    ),
]


@pytest.mark.parametrize(("a", "b", "rule"), SPEAKERS)
def test_speakers_of_one_text(a: str, b: str, rule: str) -> None:
    for found in (rows(a, b, Setting(None, None, True)), rows(b, a, Setting(None, None, True))):
        assert rule in {r.steps[-1].rule for r in found}


QUOTED = [
    (
        "“Kami akan membantu warga desa itu,” kata Budi.",
        "“Kami akan membantu warga desa itu,” kata Budi.",
        "quotation.same",
    ),
    (
        "Budi menyebut aturan itu “keras” bagi warga desa.",
        "Budi menyebut aturan itu “ketat” bagi warga desa.",
        "quotation.drift",
    ),
    (
        "“Semua temen datang ke rumah lama kami di desa itu,” kata Budi.",
        "“Semua teman datang ke rumah lama kami di desa itu,” kata Budi.",
        "quotation.added",
    ),
    (
        "“Sekalipun PT Gag tidak kami cabut, kami awasi khusus,” kata Budi.",
        "“Dan sekalipun Gag tidak kami cabut, kami mengawasi khusus,” kata Budi.",
        "quotation.same",
    ),
    (
        "“Air di Dusun Lor menggenangi kebun setinggi 30 cm sejak pagi,” kata Budi.",
        "“Air di Dusun Lor, Mlati menggenangi kebun 30 centimeter sejak pagi,” kata Budi.",
        "quotation.added",
    ),
    (
        "“Anda semua tahu berapa usia saya sekarang,” kata Budi.",
        "“Anda semua tahu betapa tuanya saya,” kata Budi.",
        "quotation.unlike",
    ),
    (
        "“Kapal itu dengan selamat menuju pantai Israel,” tulis Budi.",
        "“Kapal itu dengan aman mencapai pantai Israel,” tulis Budi.",
        "quotation.turned",
    ),
]


@pytest.mark.parametrize(("a", "b", "rule"), QUOTED)
def test_quotations_of_one_text(a: str, b: str, rule: str) -> None:
    for found in (rows(a, b, Setting(None, None, True)), rows(b, a, Setting(None, None, True))):
        assert rule in {r.steps[-1].rule for r in found}


def test_a_start_is_not_set_beside_an_end() -> None:
    found = rows(
        "Bantuan upah di Solo cair sebelum Juni 2025.", "Bantuan upah di Solo cair sejak Juni 2025.", PLAIN
    )
    assert [r for r in found if r.kind == "date"] == []


def test_an_open_bound_is_set_beside_what_is_near() -> None:
    a = claim("Polisi di Solo menyita 13.000 butir obat dan 120 butir obat keras.", "a")
    b = claim("Polisi di Solo menyita lebih dari 130 butir obat keras.", "b")
    near = [(str(x.low), str(y.low)) for x, y in number_pairs.pairs(a, b)]
    assert ("13000", "130") not in near
