"""Speakers made one: what is the same, what can be, what cannot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.languages import load
from claimcheck.reading.speech import read_speech
from claimcheck.reading.speech_merge import canonical_speakers, same_speaker
from claimcheck.reading.spelling import same_name
from claimcheck.records import Attribution, Span
from claimcheck.text.tokens import tokenize

PAIRS = [
    ("Sergei Shoigu", "Sergey Shoigu", "same"),
    ("Menteri Pertahanan Sergei Shoigu", "Shoigu", "same"),
    ("AS", "Amerika Serikat", "same"),
    ("China", "Tiongkok", "same"),
    ("Pyongyang dan Moskow", "Korea Utara dan Rusia", "same"),
    ("Kementerian Pertahanan Rusia", "Kementerian pertahanan Rusia", "same"),
    ("Pyongyang", "Pyongyang dan Moskow", "compatible"),
    ("Kementerian Pertahanan Rusia", "kementerian itu", "compatible"),
    ("Gedung Putih", "John Kirby", "compatible"),
    ("para analis", "Artyom Lukin", "compatible"),
    ("Kapolres Bogor AKBP Rio Wahyu", "polisi", "compatible"),
    ("Kim", "Kim Jong Un", "compatible"),
    ("Russian Defense Ministry", "Kementerian Pertahanan Rusia", "compatible"),
    ("Pyongyang dan Moskow", "Beijing dan Teheran", "different"),
    ("AS", "Jepang", "different"),
    ("Li Hongzhong", "Wang Yi", "different"),
    ("kementerian", "Presiden Vladimir Putin", "different"),
    ("Kementerian Pertahanan Rusia", "Kementerian Pertahanan China", "different"),
    ("John Kerry", "John Kirby", "different"),
    ("KCNA", "Reuters", "unsure"),
]
NAMES = st.sampled_from(sorted({name for a, b, _ in PAIRS for name in (a, b)}))


@pytest.mark.parametrize(("a", "b", "wanted"), PAIRS)
def test_pairs_of_speakers(a: str, b: str, wanted: str) -> None:
    assert same_speaker(a, b) == wanted


@given(NAMES, NAMES)
def test_comparing_is_symmetric_and_everyone_is_himself(a: str, b: str) -> None:
    assert same_speaker(a, b) == same_speaker(b, a)
    assert same_speaker(a, a) == "same"


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_strings_compare(a: str, b: str) -> None:
    assert same_speaker(a, b) in ("same", "compatible", "different", "unsure")


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        ("Soeharto", "Suharto", True),
        ("Kim Jong Un", "Kim Jong Il", False),
        ("Сергей Шойгу", "Sergei Shoigu", True),
        ("Budi", "Rudi Santoso", False),
    ],
)
def test_spellings(a: str, b: str, wanted: bool) -> None:
    assert same_name(a, b) is wanted


def sources(text: str) -> list[str | None]:
    return [f.item.source for f in read_speech(tokenize(text, "id"), load("id"), "a")]


def test_an_office_is_learned_from_the_name_beside_it() -> None:
    text = "Kapolres Garut AKBP Dedi Nugraha mengatakan jalan dibuka. Kapolres menyebut lalu lintas lancar."
    assert sources(text) == ["Dedi Nugraha", "Dedi Nugraha"]


def test_a_crowd_is_not_the_one_who_was_named() -> None:
    text = "“Saya lari,” kata Sumarni (54), warga Desa Sukamaju. “Air naik,” kata warga."
    assert sources(text) == ["Sumarni", "warga"]


def test_a_ministry_printed_short_is_the_one_before() -> None:
    text = "Kementerian Pertahanan Rusia menyebut kunjungan itu penting. “Kami datang,” kata kementerian itu."
    assert sources(text) == ["Kementerian Pertahanan Rusia"] * 2


def test_an_acronym_is_no_short_form_of_a_product() -> None:
    place = Span("a", 0, 3, "AMD")
    said = Attribution(place, place, place, "AMD", place)
    assert canonical_speakers([said], ["AMD Opteron"]) == {"AMD": "AMD"}
