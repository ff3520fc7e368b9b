"""One saying that two reports quote: what either has in one place of it."""

import pytest

import claimcheck
from claimcheck.records import Document

NEWS = ('{}," kata Budi Anggoro di Solo. Warga menunggu sejak pagi.', '{}," ujar Budi Anggoro pada Senin.')


def found(one: str, other: str, language: str = "id") -> set[str]:
    documents = [
        Document(id=id, text=frame.format('"' + said), language=language)
        for id, frame, said in zip("ab", NEWS, (one, other), strict=True)
    ]
    return {f.kind for f in claimcheck.compare(documents).conflicts}


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        (
            "Kami akan menutup jalan itu sampai jembatan selesai diperbaiki",
            "Kami tidak akan menutup jalan itu sampai jembatan selesai diperbaiki",
            {"polarity"},
        ),
        (
            "Saat ini belum ada rencana terkait hal itu",
            "Saat ini sudah ada rencana terkait hal itu",
            {"polarity"},
        ),
        (
            "Jalannya aman. Kalau hujan nggak usah lewat sana, kita sudah pasang pagar di tikungan itu",
            "Jalannya aman. Kalau hujan tidak usah lewat sana, kita belum pasang pagar di tikungan itu",
            {"polarity"},
        ),
        (
            "Kami akan menutup jalan itu sampai jembatan di Solo selesai",
            "Kami akan menutup jalan itu sampai jembatan di Jepara selesai",
            {"attribution"},
        ),
        (
            "Kami akan menutup jalan itu sampai jembatan selesai diperbaiki",
            "Kami akan nutup jalan itu sampai jembatan sudah selesai diperbaiki",
            set(),
        ),
        (
            "Tinggi kolom letusan teramati sekitar 400 meter di atas puncak gunung itu",
            "Tinggi kolom letusan teramati sekitar 900 meter di atas puncak gunung itu",
            {"number"},
        ),
    ],
)
def test_one_place_of_a_saying(one: str, other: str, kinds: set[str]) -> None:
    assert found(one, other) == kinds


def test_a_short_not_is_a_not() -> None:
    said = "The company did{} pay its workers for the month of May"
    assert found(said.format("n't"), said.format(""), "en") == {"polarity"}
