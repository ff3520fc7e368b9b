"""Spaces that scraping lost around links: where they are put back, and where nothing is cut."""

import pytest

import claimcheck
from claimcheck.text.seams import seams
from tests.timing import grows_linearly


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("laga kontraTimnas digelar", "laga kontra Timnas digelar"),
        ("tiba diIndonesia", "tiba di Indonesia"),
        ("menurut dokumenPDF", "menurut dokumen PDF"),
        ("kanal dariYouTube", "kanal dari YouTube"),
        ("penggunaiPhone mengeluh", "pengguna iPhone mengeluh"),
        ("warga Mekarjayayang pulang; desa Mekarjaya", "warga Mekarjaya yang pulang; desa Mekarjaya"),
        ("hewan kurbanyang sehat", "hewan kurban yang sehat"),
        ("BI mencatatcadangan devisa", "BI mencatat cadangan devisa"),
        ("Presiden Trumpmengerahkan pasukan; Trump yakin", "Presiden Trump mengerahkan pasukan; Trump yakin"),
        ("Tabrakantersebut terjadi dini hari", "Tabrakan tersebut terjadi dini hari"),
    ],
)
def test_put_back(given: str, wanted: str) -> None:
    places = seams(given, "id")
    parts = [given[a:b] for a, b in zip([0, *places], [*places, len(given)], strict=True)]
    assert " ".join(parts) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Warga Sudan dan Jordan pulang.",  # a name that ends like a small word
        "Mekarjayayang",  # nothing says that it is two words
        "Unduh di WhatsApp, iPhone, eBay atau macOS.",
        "Tekanan 120 mmHg.",
        "Tulis ke info@wartaKita.com atau @timnasIndonesia, lihat lama.n.contoh/halamanUtama.",
        "Pertemuan antarnegara di Bukittinggi.",  # a word that begins others
        "Warga Gresini, Mahalini dan Karanganyar.",
        "Batu mencatatcadangan dan mencatatcadangan.",  # printed twice, it is a word of its own
        "Keadaan, perbedaan, kendaraan dan begini.",
    ],
)
def test_left_alone(text: str) -> None:
    assert seams(text, "id") == []


def test_english_has_no_such_words() -> None:
    assert seams("Londonand theUnited Kingdom", "en") == []


def test_spans_point_into_the_text_given() -> None:
    text = "Gubernur menyebut tiga orang tewas diMekarjayayang terendam. Banjir di Mekarjaya surut."
    reading = claimcheck.read(text)
    assert all(text[c.span.start : c.span.end] == c.span.text for c in reading.claims)
    assert any("mekarjaya" in c.question.names for c in reading.claims)


def test_time_grows_linearly() -> None:
    assert grows_linearly(lambda count: seams("mencatatcadangan" * count, "id"), 2000)
    assert grows_linearly(lambda count: seams("BI mencatatcadangan devisa. " * count, "id"), 500)
