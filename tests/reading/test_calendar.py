"""The calendar and simple sums: what one document says against itself, and what it may say."""

import json
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.errors import DocumentError
from claimcheck.languages import load
from claimcheck.reading.calendar_check import Clash, calendar_findings
from claimcheck.reading.published import moment, normalise
from claimcheck.reading.quantities import read_quantities
from claimcheck.reading.times import read_times
from claimcheck.text.tokens import tokenize

ARTICLES = Path(__file__).parents[3] / "shared" / "data" / "id_news" / "articles.jsonl"


def clashes(text: str, language: str = "id", published: str | None = "2025-06-10") -> list[Clash]:
    tokens, pack = tokenize(text, language), load(language)
    when = datetime.fromisoformat(published) if published else None
    times = read_times(tokens, pack, "a", when)
    quantities = read_quantities(tokens, pack, "a", [(t.start, t.end) for t in times])
    return calendar_findings(tokens, pack, times, quantities, when)


def rules(text: str, language: str = "id", published: str | None = "2025-06-10") -> list[str]:
    return [c.rule for c in clashes(text, language, published)]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Ia tiba pada Rabu (16/6/2025).", "weekday"),
        ("Ia tiba Minggu, 9 Juni 2025 malam.", "weekday"),
        ("Ia tiba pukul 01.45 WIB, Rabu (12/6/2025) dini hari.", "weekday"),
        ("Ia pergi pada Kamis (10/6) sore.", "weekday"),
        ("Korban ditemukan pada Minggu (4/6), sekitar pukul 10.00 WIB.", "weekday"),
        ("Infak dikumpulkan Minggu (8/6/2025) hingga Senin (10/6/2025).", "weekday"),
        ("Harga naik antara Rabu (5/6/2025) dan Jumat (6/6/2025).", "weekday"),
        ("Kapal singgah Senin (1/7/2025) pukul 12.00-16.00.", "weekday"),
        ("Surat itu bertanggal 31 Juni 2025.", "no such day"),
        ("Ia lahir 30 Februari.", "no such day"),
        ("Ia lahir 29 Februari 2023.", "no such day"),
        ("Hal itu dikutip dari Antara, 10 Juli 2025.", "after the report"),
        ("Pria kelahiran Solo, 9 Mei 1990 itu kini berusia 50 tahun.", "age"),
        ("Korban 12 orang terdiri dari tujuh laki-laki dan enam perempuan.", "parts"),
        ("Lomba berlangsung selama lima hari, 10-17 Juni 2025.", "duration"),
        (
            "Warga miskin 838 juta orang atau 10,5 persen, naik dibanding 134 juta orang atau 27,3 persen.",
            "shares",
        ),
    ],
)
def test_found(text: str, rule: str) -> None:
    assert rules(text) == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "Ia tiba pada Senin (16/6/2025).",
        "Infak dikumpulkan Minggu (8/6/2025) hingga Selasa (10/6/2025).",
        "Kegiatan pada Jumat-Sabtu, 6-7 Juni 2025 itu ramai.",
        "Kapal singgah Selasa (1/7/2025) pukul 12.00-16.00.",
        "Laga digelar hingga Jumat, 13 Juni 2025 pukul 24.00 WIB.",
        "Pasar ramai pada malam Minggu (8/6/2025).",
        "Data itu dirilis Senin (22/4).",
        "Ia lahir 29 Februari 2024.",
        "Tarif berlaku sampai 30 Juni.",
        "Rapat akan digelar pada 10 Juli 2025.",
        "Laga digelar melalui undian pada Minggu, 15 Juni 2025.",
        "Pria kelahiran Solo, 9 Mei 1990 itu kini berusia 35 tahun.",
        "Penyanyi kelahiran Solo, 9 Mei 1990 itu menikah saat berusia 20 tahun.",
        "Korban 13 orang terdiri dari tujuh laki-laki dan enam perempuan.",
        "Korban 15 orang terdiri dari tujuh laki-laki, enam perempuan, dan lainnya anak.",
        "Grup itu terdiri dari tiga orang perempuan dan dua orang laki-laki.",
        "Lomba berlangsung selama delapan hari, 10-17 Juni 2025.",
        "Lomba berlangsung selama tujuh hari, 10-17 Juni 2025.",
        "Lomba berlangsung selama lima hari kerja, 10-17 Juni 2025.",
        "Selama tiga hari sejak 29-30 Mei 2025 warga datang.",
        "Kereta jauh mencatat 794.619 pelanggan (112%) dan kereta lokal 136.500 pelanggan (97%).",
        "Naik 54 juta orang atau 2,5 persen. Turun 20 juta orang atau 10 persen.",
    ],
)
def test_let_pass(text: str) -> None:
    assert rules(text) == []


def test_english() -> None:
    assert rules("He came on Wednesday, June 16, 2025.", "en") == ["weekday"]
    assert rules("The letter is dated June 31, 2025.", "en") == ["no such day"]
    assert rules("He came on Monday, June 16, 2025.", "en") == []


def test_the_sides_of_a_weekday_are_the_weekday_and_the_date() -> None:
    (clash,) = clashes("Ia tiba pukul 01.45 WIB, Rabu (12/6/2025) dini hari.")
    assert [says for says, _ in clash.sides] == ["Rabu", "12/6/2025"]
    assert dict(clash.values) == {"date": "2025-06-12", "printed": "2", "true": "3"}


@given(st.text(max_size=150))
@settings(max_examples=100, deadline=None)
def test_any_text(text: str) -> None:
    for clash in clashes(text):
        assert all(text[span.start : span.end] == span.text for _, span in clash.sides)


def real() -> dict[str, Counter[str]]:
    """What the checks find in each real article of a list."""
    if not ARTICLES.exists():
        pytest.skip("the news articles are not beside the checkout")
    rows = [json.loads(line) for line in ARTICLES.read_text("utf-8").split("\n") if line]
    return {row["id"]: Counter(c.rule for c in _of(row)) for row in rows if row["id"] in WANTED}


def _of(row: dict[str, str]) -> list[Clash]:
    try:
        published: str | None = moment(normalise(row["published_raw"])).isoformat()
    except DocumentError:
        published = None
    return clashes(row["body"], "id", published)


# two articles that readers marked as certainly wrong, and some that only look so
WANTED = {
    "ide-2668": {"shares": 1},
    "ide-1562": {"weekday": 1},
    "ide-3495": {},
    "ide-3560": {},
    "ide-0485": {},
    "ide-0255": {},
    "ide-0442": {},
    "ide-0213": {},
}


def test_real_articles() -> None:
    assert real() == {name: Counter(wanted) for name, wanted in WANTED.items()}
