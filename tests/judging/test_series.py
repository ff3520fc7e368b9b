"""Reports of two things: on one pattern, of what happened again, each of its own day, or pointing at two things."""

import pytest

import claimcheck
from claimcheck.judging.series import Opening, on_one_pattern
from claimcheck.records import Document


def rules(*texts: str, published: tuple[str | None, str | None] = (None, None)) -> set[str]:
    """ "conflict" where the reports clash, and the rules by which they tell of two things."""
    docs = [
        Document(id=id, text=text, language="id", published=day)
        for id, text, day in zip("ab", texts, published, strict=True)
    ]
    rows = [(v.relation, v.steps[-1].rule) for v in claimcheck.compare(docs).verdicts]
    apart = {rule for _, rule in rows if rule.startswith("events.") or rule == "number.list"}
    return apart | {relation for relation, _ in rows if relation == "conflict"}


BUDGET = """Posisi Anggaran Kabupaten {place} Juni 2025, Gaji Pegawai Naik
Anggaran Kabupaten {place} di Jawa Barat sudah dibelanjakan sebesar {sum} menurut data kementerian.
Berikut rincian belanja Kabupaten {lead} di Jawa Barat sampai Juni 2025 dari data kementerian.
Gaji pegawai dibayar setiap bulan dan jalan rusak diperbaiki warga."""


@pytest.mark.parametrize(
    ("one", "other", "rows"),
    [
        (("Garut", "Garut"), ("Bekasi", "Bekasi"), {"events.series"}),
        (("Garut", "Garut"), ("Garut", "Garut"), {"conflict"}),
        # one name in one place may be a mistake
        (("Garut", "Garut"), ("Garut", "Bekasi"), {"conflict"}),
        # and so may be another spelling
        (("Purwakarta", "Purwakarta"), ("Purwokarta", "Purwokarta"), {"conflict"}),
    ],
)
def test_reports_on_one_pattern_about_two_things_do_not_clash(one, other, rows):
    texts = [
        BUDGET.format(place=place, lead=lead, sum=total)
        for (place, lead), total in ((one, "Rp 1,48 triliun"), (other, "Rp 1,39 triliun"))
    ]
    assert rules(*texts) == rows


def test_only_names_that_the_other_report_never_has_tell_of_a_series():
    ask = ("harga", "roti", "naik"), ("roti", "dijual", "di", "pasar")
    answer = ("harga", "susu", "naik"), ("susu", "dijual", "di", "pasar")
    bread, milk = Opening(ask, {"roti"}, {"roti"}), Opening(answer, {"susu"}, {"susu"})
    assert on_one_pattern(bread, milk)
    assert not on_one_pattern(bread, Opening(answer, {"susu"}, {"susu", "roti"}))
    assert not on_one_pattern(bread, Opening(answer[:1], {"susu"}, {"susu"}))


ERUPTION = """Gunung Slamet {again}, Warga Diminta Menjauh
Gunung Slamet di Jawa Tengah meletus pada pagi hari dengan tinggi letusan {height} meter di atas puncak."""


@pytest.mark.parametrize(
    ("again", "days", "rows"),
    [
        ("Kembali Erupsi", ("2025-06-04", "2025-06-08"), {"events.again"}),
        ("Kembali Erupsi", ("2025-06-08", "2025-06-08"), {"conflict"}),
        ("Erupsi", ("2025-06-04", "2025-06-08"), {"conflict"}),
    ],
)
def test_what_happened_again_days_later_is_another_event(again, days, rows):
    texts = [ERUPTION.format(again=again, height=height) for height in (800, 900)]
    assert rules(*texts, published=days) == rows


PRICES = """Harga Cabai Hari Ini {day} Juni 2025
Harga cabai di Pasar Johar Semarang tercatat Rp {price} per kilogram menurut pedagang di sana."""


@pytest.mark.parametrize(
    ("day", "rows"),
    [(8, {"events.today"}), (7, {"conflict"})],
)
def test_headlines_that_say_of_which_day_they_are(day, rows):
    assert rules(PRICES.format(day=7, price="41.000"), PRICES.format(day=day, price="47.000")) == rows


HOAX = """{headline}
{lead}
Akun itu mengunggahnya di media sosial pada {day} Juni 2025."""
BANK = (
    "Bank Kencana Naikkan Biaya?",
    "Beredar kabar bahwa Bank Kencana menaikkan biaya bulanan nasabah di semua kota. Kabar yang sama pernah muncul"
    " beberapa tahun silam, lalu ditepis oleh pimpinan bank. Nasabah bertanya ke kantor cabang dan tidak mendapat"
    " jawaban yang jelas, sehingga banyak yang khawatir tabungan mereka berkurang sedikit demi sedikit setiap akhir"
    " bulan tanpa pemberitahuan.",
)
SHIP = (
    "Kapal Tenggelam di Laut Lepas?",
    "Sebuah video memperlihatkan kapal penumpang yang miring dan perlahan hilang di antara ombak tinggi. Terdengar"
    " suara teriakan penumpang dan sirene dari kejauhan, sedangkan langit tampak gelap. Rekaman berdurasi singkat itu"
    " diberi keterangan bahwa tidak seorang pun selamat, padahal gambar diambil dari sebuah film lama tentang pelaut"
    " dan badai.",
)


@pytest.mark.parametrize(
    ("one", "other", "rows"),
    [
        (BANK, SHIP, {"events.pointed"}),
        (BANK, BANK, {"conflict"}),
    ],
)
def test_sentences_that_point_back_tell_of_what_their_reports_begin_with(one, other, rows):
    texts = [
        HOAX.format(headline=headline, lead=lead, day=day) for (headline, lead), day in ((one, 1), (other, 7))
    ]
    assert rules(*texts) == rows


def test_a_report_that_lists_things_of_one_sort_agrees_in_one_of_them():
    one = HOAX.format(headline=BANK[0], lead=BANK[1], day=1)
    more = (
        "\nKabar lain tentang Bank Kencana menyebut hadiah mobil."
        "\nAkun itu mengunggahnya di media sosial pada 7 Juni 2025."
    )
    assert rules(one, one + more) == {"events.pointed"}


@pytest.mark.parametrize(
    ("one", "other", "rows"),
    [
        ("Berikut 6 resep soto kambing.", "Berikut 8 resep soto kambing.", {"number.list"}),
        ("Di Solo dijual 6 resep soto.", "Di Solo dijual 8 resep soto.", {"conflict"}),
    ],
)
def test_what_two_writers_list_is_no_clash(one, other, rows):
    assert rules(one, other) == rows


FIXTURES = (
    """{one} Jamu {other} di Liga Nusantara
Laga {one} melawan {other} di Liga Nusantara digelar akhir pekan ini di kandang {one}.
Kick-off: {hour} WIB""",
    """Siaran Langsung Liga Nusantara Malam Ini
Penonton dapat menyaksikan {one} dan {other} bertanding di Liga Nusantara lewat saluran berbayar.
Kick-off: {hour} WIB""",
)


@pytest.mark.parametrize(
    ("teams", "rows"),
    [(("Deltras", "Arema"), {"events.topics"}), (("Persela", "Persijap"), {"conflict"})],
)
def test_lines_of_a_table_are_of_what_their_reports_begin_with(teams, rows):
    here = FIXTURES[0].format(one="Persela", other="Persijap", hour="18.00")
    there = FIXTURES[1].format(one=teams[0], other=teams[1], hour="20.30")
    assert rules(here, there) == rows
