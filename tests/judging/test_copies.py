"""Copies that differ in one place: what clashes there, and what is only said otherwise."""

import pytest

import claimcheck
from claimcheck.records import Document

STORY = """Gudang milik Rina Kusuma di tepi sungai itu terbakar pada sore hari.
Petugas pemadam datang dengan lima mobil dan memadamkan api dalam dua jam.
Kepala desa meminta warga menjauh dari bangunan yang rapuh itu.
Menurut Bambang Prakoso, api berasal dari tungku di dapur belakang.
{}
Warga kembali ke rumah masing-masing menjelang tengah malam.
"""


def found(one: str, other: str, **given: str) -> list[tuple[str, str]]:
    documents = [
        Document(id=id, text=STORY.format(line), language="id", **given)
        for id, line in (("a", one), ("b", other))
    ]
    return sorted((f.kind, f.steps[-1].rule) for f in claimcheck.compare(documents).conflicts)


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        ("Korban dibawa ke Puskesmas Sukamaju.", "Korban dibawa ke Puskesmas Tegalrejo.", {"attribution"}),
        ("Truk itu menabrak bagian belakang bus.", "Truk itu menabrak bagian depan bus.", {"polarity"}),
        ("Pelaku memakai kaus merah dan celana.", "Pelaku memakai kaus putih dan celana.", {"polarity"}),
        ("Titik api 7 km timur laut Wonosari.", "Titik api 7 km barat daya Wonosari.", {"polarity"}),
        ("Warga dibawa ke Aceh Utara malam itu.", "Warga dibawa ke Aceh Timur malam itu.", {"polarity"}),
        ("Tim itu kalahkan Denmark di final.", "Tim itu dikalahkan Denmark di final.", {"attribution"}),
        ("Jalan itu belum dibuka untuk umum.", "Jalan itu sudah dibuka untuk umum.", {"polarity"}),
        ("Ia menemui Menteri Lingkungan Hidup.", "Ia menemui Menteri Pekerjaan Umum.", {"attribution"}),
        ("Surat itu terdaftar dengan kode B-17-XA.", "Surat itu terdaftar dengan kode B-71-XA.", {"number"}),
        ("Gol keduanya lahir di babak akhir.", "Gol ketiganya lahir di babak akhir.", {"number"}),
        (
            "Suhu berkisar 23 hingga 32 derajat Celsius.",
            "Suhu berkisar 21 hingga 32 derajat Celsius.",
            {"number"},
        ),
        ("Laga itu mulai pukul 20.00 WIB.", "Laga itu mulai pukul 21.00 WIB.", {"date"}),
        ("Umpan itu datang dari Bambang Prakoso.", "Umpan itu datang dari Rina Kusuma.", {"attribution"}),
        ("Mereka berlaga di Grup A musim ini.", "Mereka berlaga di Grup F musim ini.", {"attribution"}),
        ("Warga pindah ke Aceh Timur malam itu.", "Warga pindah ke Aceh Tengah malam itu.", {"polarity"}),
        ("Laga itu berakhir dengan skor, 0-1.", "Laga itu berakhir dengan skor, 1-0.", {"number"}),
    ],
)
def test_one_place_of_a_copy_clashes(one: str, other: str, kinds: set[str]) -> None:
    assert {kind for kind, _ in found(one, other)} == kinds


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Korban dibawa ke RSUD Sukamaju.", "Korban dibawa ke RSUD Suka Maju."),
        ("Harga beras naik tipis di pasar itu.", "Harga beras meningkat tipis di pasar itu."),
        ("Tim itu gagal lolos ke babak akhir.", "Tim itu tidak berhasil lolos ke babak akhir."),
        ("Tak hanya itu, gudang sebelah rusak.", "Gudang sebelah rusak."),
        ("Laga itu mulai pukul 10 pagi di alun-alun.", "Laga itu mulai pukul 10.00 pagi di alun-alun."),
        ("Umpan itu datang dari Bambang Prakoso.", "Umpan itu datang dari Prakoso."),
        ("Timnas Italia menang besar malam itu.", "Gli Azzurri menang besar malam itu."),
        ("Ia menempati posisi ketiga di lomba itu.", "Ia menempati posisi tiga di lomba itu."),
        ("Berkas itu masuk tahap II pekan ini.", "Berkas itu masuk tahap 2 pekan ini."),
        ("Rina Kusuma mengaku lega malam itu.", "Pemilik gudang mengaku lega malam itu."),
        ("Ia tiba di Jakarta Timur malam itu.", "Ia tiba di Jaktim malam itu."),
        ("Ia menemui Menteri Lingkungan Hidup.", "Ia menemui Menteri Teknis LH."),
        ("Mereka bermain di Istora Senayan lagi.", "Mereka bermain di Istora Gelora Agung lagi."),
    ],
)
def test_the_same_in_other_words_does_not(one: str, other: str) -> None:
    assert found(one, other) == []


def test_a_copy_of_another_hour_may_have_another_price() -> None:
    lines = ("Saham itu naik ke harga Rp 500 di bursa.", "Saham itu naik ke harga Rp 510 di bursa.")
    documents = [
        Document(id=id, text=STORY.format(line), language="id", published=hour)
        for id, line, hour in zip("ab", lines, ("2025-06-10T09:00", "2025-06-10T15:00"), strict=True)
    ]
    assert [f.steps[-1].rule for f in claimcheck.compare(documents).conflicts] == []


def test_the_first_and_the_last_name_are_one_person() -> None:
    more = "Bambang Prakoso menjaga gudang itu. “Api cepat sekali membesar sore itu,” kata {}."
    assert found(more.format("Bambang"), more.format("Prakoso")) == []
    assert found(more.format("Bambang"), more.format("Kusuma")) != []


def test_two_copies_that_say_the_same_stand_on_one_side() -> None:
    lines = {"a": "merah", "b": "merah", "c": "putih"}
    documents = [
        Document(id=id, text=STORY.format(f"Pelaku memakai kaus {colour} dan celana."), language="id")
        for id, colour in lines.items()
    ]
    (finding,) = claimcheck.compare(documents).conflicts
    assert sorted(side.documents for side in finding.sides) == [("a", "b"), ("c",)]
