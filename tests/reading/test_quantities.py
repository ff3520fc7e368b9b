"""Quantities: a table of phrases a language, laws that hold for any number, inputs that must give none."""

import time
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimcheck
from claimcheck.languages import load
from claimcheck.reading.quantities import read_quantities, unread_quantities
from claimcheck.records import Quantity
from claimcheck.text.tokens import tokenize

DATA = Path(__file__).parents[1] / "data"


def read(text: str, language: str = "id") -> list[Quantity]:
    return [found.item for found in read_quantities(tokenize(text, language), load(language), "a")]


def only(text: str, language: str = "id") -> Quantity:
    found = read(text, language)
    assert len(found) == 1, [q.span.text for q in found]
    return found[0]


def interval(q: Quantity) -> str:
    if q.low is None and q.high is None:
        return ""
    low, high = ("" if end is None else str(end) for end in (q.low, q.high))
    return f"{'(' if q.low_open else '['}{low}, {high}{')' if q.high_open else ']'}"


def row(q: Quantity) -> list[str]:
    return [q.span.text, interval(q), q.unit or "", q.kind, q.hedge or ""]


def cases(language: str) -> list[tuple[str, dict[str, Any]]]:
    table = tomllib.loads((DATA / f"quantities_{language}.toml").read_text(encoding="utf-8"))
    return [(language, case) for case in table["case"]]


@pytest.mark.parametrize(("language", "case"), [*cases("id"), *cases("en")], ids=lambda c: str(c)[:60])
def test_phrase(language: str, case: dict[str, Any]) -> None:
    assert [row(q) for q in read(case["text"], language)] == case["want"]


def test_enough_phrases() -> None:
    assert len(cases("id")) >= 400
    assert len(cases("en")) >= 150


# --- what is counted, and what happened to it -----------------------------------------------------

COUNTED = [
    ("id", "12 orang tewas.", "person", "death"),
    ("id", "Kecelakaan itu menewaskan 12 orang.", "person", "death"),
    ("id", "Korban tewas mencapai 12.", "casualty", "death"),
    ("id", "Seorang ibu tiga anak tewas.", "child", "offspring"),
    ("id", "Ayah dari 3 orang putra itu ditangkap.", "child", "offspring"),
    ("id", "Ibu dan dua anak tewas.", "child", "death"),
    ("en", "The mother of two was killed.", "child", "offspring"),
    ("en", "The magnitude 5.1 quake damaged roads.", None, None),
    ("id", "Kecelakaan itu menewaskan 12 orang warga.", "resident", "death"),
    ("id", "Ada 12 korban luka.", "casualty", "injury"),
    ("id", "5 di antaranya anak-anak.", "child", None),
    ("id", "Jumlah penumpang mencapai 442.", "passenger", None),
    ("id", "Polisi menangkap tujuh pelaku.", "perpetrator", "arrest"),
    ("id", "Tujuh ekor sapi dipotong.", "cow", None),
    ("id", "Buku itu setebal 600 halaman.", "page", None),
    ("id", "Sebanyak 18 tim/SSB ikut.", "team", None),
    ("id", "Mereka tim Asia pertama yang lolos.", "team", None),
    ("id", "Polisi memeriksa 3 HP.", "mobile_phone", "questioning"),
    ("id", "Seorang pengendara motor meninggal dunia.", "rider", "death"),
    ("id", "150 kepala keluarga mengungsi.", "household", "displacement"),
    ("id", "Ia menjadi raja ketiga Mataram kuno.", "king", None),
    ("id", "Ini hasil negatif pertama Jepang.", "result", None),
    ("id", "Itu kota terbesar kedua di sana.", "city", None),
    ("id", "Ia diperiksa untuk kali kedua.", "time", None),
    ("id", "Bos itu finis di belakang Francesco Bagnaia ke-12.", None, None),
    ("id", "Timnas ada di urutan ke-119.", "ranking", None),
    ("id", "Sebanyak 79 pasangan menikah.", "couple", None),
    ("id", "Ada tiga mata uang asing.", "currency", None),
    ("id", "Polisi memeriksa dua mantan pekerja.", "worker", "questioning"),
    ("id", "Tersangka mencuri 2 sepeda motor.", "motorcycle", None),
    ("id", "Ia hilang usai dijemput 3 orang.", "person", None),
    ("id", "Dua wilayah akan mati lampu.", "region", None),
    ("id", "Tercatat 60 mahasiswaProspek kerja.", "student_university", None),
    ("id", "Sebanyak 50 bangkai bus terbakar.", "bus", "fire"),
    ("id", "KPK memanggil 3 saksi.", "witness", "summon"),
    ("id", "Sebanyak 13 saksi diperiksa.", "witness", "questioning"),
    ("en", "All were injured while three people slept.", "person", None),
    ("en", "The blast killed 12 people.", "person", "death"),
    ("en", "The blast killed 12 Russian soldiers.", "soldier", "death"),
    ("en", "12 people were injured.", "person", "injury"),
    ("en", "The 12 dead were named.", None, "death"),
    ("en", "Hundreds of houses were damaged.", "house", "damage"),
    # what a measure measures: by the word before it, else by the one behind it
    ("id", "Gempa itu terjadi di kedalaman hanya sekitar 10 km.", None, "depth"),
    ("id", "Gempa itu terjadi 48 km tenggara Solo.", None, "distance"),
    ("id", "Jalan itu rusak sepanjang 3 km.", None, "length"),
    ("id", "Lahan itu seluas 5 hektare.", None, "area"),
    ("id", "Polisi menyita 2 ton beras.", None, "confiscate"),
    ("id", "Polisi menemukan 2 kg dari gudang itu.", None, None),
    ("en", "The quake struck at a depth of 10 kilometers.", None, "depth"),
    ("en", "The well is 30 meters deep.", None, "depth"),
    ("en", "The quake struck 55 kilometers south of Solo.", None, "distance"),
]


@pytest.mark.parametrize(("language", "text", "counted", "role"), COUNTED)
def test_counted_and_role(language: str, text: str, counted: str | None, role: str | None) -> None:
    q = only(text, language)
    assert (q.counted, q.role) == (counted, role)


CHANGES = [
    ("id", "Harga naik 5 persen.", ["up"]),
    ("id", "Harga turun menjadi Rp 5.000.", ["down to"]),
    ("id", "Harga naik dari Rp 4.000 menjadi Rp 5.000.", ["from", "up to"]),
    ("id", "Harga itu Rp 5.000.", [None]),
    ("en", "Prices rose 5 percent to $6.", ["up", "up to"]),
    ("en", "Prices fell from $6 to $5.", ["from", "down to"]),
]


@pytest.mark.parametrize(("language", "text", "changes"), CHANGES)
def test_change(language: str, text: str, changes: list[str | None]) -> None:
    assert [q.change for q in read(text, language)] == changes


SHARED = [
    ("en", "Four in 10 adults were ill.", ["adult", "adult"]),
    ("en", "Nine out of 10 adults were ill.", ["adult", "adult"]),
    ("en", "They killed 12 in 3 attacks.", [None, "attack"]),
    ("id", "Mereka mencetak 17 dan 16 gol.", ["goal", "goal"]),
    ("id", "Tersedia vila dengan 3, 4, dan 5 kamar tidur.", ["bedroom"] * 3),
    ("id", "Kasus mingguan naik dari 11.100 menjadi 14.200 kasus.", ["matter_case"] * 2),
    ("id", "Ada 12, lalu 3 gol.", [None, "goal"]),
    ("en", "They scored 17 and 16 goals.", ["goal", "goal"]),
]


@pytest.mark.parametrize(("language", "text", "counted"), SHARED)
def test_numbers_joined_count_the_same(language: str, text: str, counted: list[str | None]) -> None:
    assert [q.counted for q in read(text, language)] == counted


def test_rates() -> None:
    prices = ("Rp 5.000 per kilogram", "Rp 5.000/hari", "Rp 5.000 sehari")
    assert [only(t).per for t in prices] == ["kg", "day", "day"]
    assert only("Ada 22 kabupaten/kota di sana.").per is None
    behind = ("Pabrik itu merakit 5.000 unit per tahun.", "Ada 400 kasus Covid-19 per bulan.")
    assert [only(t).per for t in behind] == ["year", "month"]
    as_of = ("Ada 100 kasus aktif per hari ini.", "Ada 100 kasus aktif per Senin.")
    assert [only(t).per for t in as_of] == [None, None]
    assert only("She left 3 books on a shelf.", "en").per is None
    assert only("Harganya Rp 5.000 per lembar saham.").per == "share"
    assert only("It costs $5 a day.", "en").per == "day"


def test_ambiguous_spelling_keeps_both_values() -> None:
    q = only("5,000 orang")
    assert (q.low, q.alternative) == (5000, 5)
    assert only("1.200 orang").alternative is None
    assert only("US$ 3.00").low == 3
    q = only("1.250 people", "en")
    assert (q.low, q.alternative) == (Decimal("1.25"), 1250)


def test_the_same_word_in_two_sources_is_the_same_ratio() -> None:
    ends = {(q.low, q.unit, q.kind) for t in ("delapan kali lebih tinggi", "8 kali lipat") for q in [only(t)]}
    assert ends == {(8, "times", "ratio")}


def test_about_by_the_precision_shown() -> None:
    assert interval(only("sekitar 100 rudal")) == "[90, 110]"
    assert interval(only("sekitar 1.250 rudal")) == "[1225, 1275]"
    assert interval(only("nearly 100 missiles", "en")) == "[90, 100)"


def test_steps() -> None:
    assert [only(t).step for t in ("1,2 juta", "1.187.432", "dua juta", "2,5")] == [
        100_000,
        1,
        1_000_000,
        Decimal("0.1"),
    ]


# --- no quantity ----------------------------------------------------------------------------------

NOTHING = [
    "Kedua pihak sepakat.",
    "Salah satu dari mereka pergi.",
    "Piala Dunia 2026 digelar.",
    "Ponsel Realme 14 dijual.",
    "1. Siapkan bahan",
    "9" * 5000,
    "1e999999",
    "1E400",
    "٣٤",
    "1２3",
    "1.2.3.4",
    "9" * 41,
    "nan",
    "infinity",
]


@pytest.mark.parametrize("text", NOTHING, ids=lambda t: t[:20])
def test_no_quantity(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("9" * 60, "more than 28 digits"),
        ("1e999999", "digits with an exponent"),
        ("٣٤", "digits of another script"),
        ("1２3", "digits of another script"),
        ("1.2.3.4", "marks of no number format"),
    ],
)
def test_unread(text: str, why: str) -> None:
    tokens = tokenize(f"Ada {text} di sana", "id")
    found = unread_quantities(tokens, load("id"), "a")
    assert [(u.span.text, u.why) for u in found] == [(text, why)]


def test_the_digits_of_a_time_are_no_unread_number() -> None:
    assert not claimcheck.read("Gempa terjadi pukul 04:17:32 WIB di Tuban.").unread


# --- laws -----------------------------------------------------------------------------------------


def in_digits(value: int, language: str) -> str:
    return f"{value:,}".replace(",", "." if language == "id" else ",")


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 10**15), st.sampled_from(["id", "en"]))
def test_grouped_digits_are_themselves(value: int, language: str) -> None:
    assert only(in_digits(value, language), language).low == value


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 10**9), st.integers(1, 999), st.sampled_from(["id", "en"]))
def test_decimals_are_themselves(whole: int, part: int, language: str) -> None:
    marks = (".", ",") if language == "id" else (",", ".")
    text = f"{whole:,}".replace(",", marks[0]) + f"{marks[1]}{part:03d}7"
    assert only(text, language).low == Decimal(f"{whole}.{part:03d}7")


ONES = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
SCALES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"))


def spelled(value: int) -> str:
    """An Indonesian number in words."""
    for size, name in SCALES:
        if value >= size:
            return f"{spelled(value // size)} {name} {spelled(value % size) if value % size else ''}".strip()
    rows = ((1000, "ribu", "seribu"), (100, "ratus", "seratus"), (20, "", ""), (12, "", ""))
    for size, name, single in rows[:2]:
        if value >= size:
            head = single if value // size == 1 else f"{spelled(value // size)} {name}"
            return f"{head} {spelled(value % size) if value % size else ''}".strip()
    if value >= 20:
        return f"{ONES[value // 10]} puluh {ONES[value % 10] if value % 10 else ''}".strip()
    special = {10: "sepuluh", 11: "sebelas"}
    return special.get(value) or (f"{ONES[value - 10]} belas" if value > 11 else ONES[value])


@settings(max_examples=400, deadline=None)
@given(st.integers(0, 10**15 - 1))
def test_spelled_numbers_are_themselves(value: int) -> None:
    assert only(spelled(value) + " rupiah").low == value


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80))
def test_any_text_reads_and_spans_point_into_it(text: str) -> None:
    text = text.encode("utf-8", "replace").decode("utf-8")
    for language in ("id", "en"):
        tokens = tokenize(text, language)
        found = read_quantities(tokens, load(language), "a")
        unread_quantities(tokens, load(language), "a", [(f.start, f.end) for f in found])
        assert all(text[f.item.span.start : f.item.span.end] == f.item.span.text for f in found)


def test_nothing_inside_what_is_taken() -> None:
    tokens = tokenize("Pada 25 Juli 12 orang tewas.", "id")
    assert [f.item.span.text for f in read_quantities(tokens, load("id"), "a", [(1, 3)])] == ["12 orang"]


FAMILIES = ["1 ", "dua puluh ", "5 hingga ", "Rp 5 ", "5 juta dan ", "5 ( lima ", "puluhan ribu ", "+62 812 "]


@pytest.mark.slow
@pytest.mark.parametrize("unit", FAMILIES)
def test_linear(unit: str) -> None:
    def seconds(size: int) -> float:
        tokens = tokenize(unit * size, "id")
        began = time.process_time()
        read_quantities(tokens, load("id"), "a")
        return time.process_time() - began

    quarter, whole = (min(seconds(size) for _ in range(3)) for size in (1000, 4000))
    assert whole <= 7 * max(quarter, 0.005)  # linear is 4, quadratic 16
