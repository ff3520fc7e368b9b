"""The reading text, and the way back to the text as given."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.text.clean import clean, notes
from tests.timing import grows_linearly

ODD = "ae\u0301\u0300\u00ad\u200b\u202e\u00a0\r\n\t\ud800.A\u1112\u1161\u11abé\u212b\u2028\u0f73\ufeff\x00😀"


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("Ia datang.", "Ia datang."),
        ("Rp\u00a05\u2009juta\tlagi", "Rp 5 juta lagi"),
        ("satu\r\ndua\rtiga\u2028empat\x85lima", "satu \ndua\ntiga\nempat\nlima"),
        ("\ufeffke\u00adma\u200brin\u202e", "kemarin"),
        ("cafe\u0301 Ce\u0301line", "café Céline"),
        ("\u1112\u1161\u11ab", "한"),
        ("a\ud800b\udfffc", "a\ufffdb\ufffdc"),
        ("ke\u201115 pada 12\u250013 Juni", "ke-15 pada 12–13 Juni"),
        ("nol\x00\x1b[31m", "nol  [31m"),
        ("", ""),
        ("\u200b", ""),
    ],
)
def test_reading_text(given: str, read: str) -> None:
    assert clean(given).text == read


def test_plain_text_needs_no_map() -> None:
    assert clean("Rp\u00a05 juta “tunai”\r\n").offsets is None


def test_the_way_back_leaves_out_what_stands_outside() -> None:
    text = "\u200bke\u00adma\u200brin\u200b lalu"
    made = clean(text)
    assert made.text == "kemarin lalu"
    start, end = made.back(0, 7)
    assert text[start:end] == "ke\u00adma\u200brin"


@given(st.text(alphabet=ODD, max_size=40))
@settings(max_examples=400, deadline=None)
def test_every_place_leads_back(text: str) -> None:
    made = clean(text)
    for i, char in enumerate(made.text):
        start, end = made.back(i, i + 1)
        assert 0 <= start < end <= len(text)
        if char not in " \n\ufffd":
            assert char in unicodedata.normalize("NFC", text[start:end])


@given(st.text(alphabet=st.characters(), max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read(text: str) -> None:
    made = clean(text)
    assert made.back(0, len(made.text))[1] <= len(text)
    made.text.encode("utf-8")
    assert clean(made.text).text == made.text


def test_what_is_odd_is_spoken_of() -> None:
    text = "a\ud800 \x00 \u202e \u200b \ufffd " + "x" * 201
    assert [d.code for d in notes(text, "a")] == [
        "text.surrogate",
        "text.control",
        "text.bidi",
        "text.invisible",
        "text.replacement",
        "text.long-run",
    ]
    assert notes("Tiga orang tewas.\r\n\tRp\u00a05", "a") == ()


@pytest.mark.parametrize(
    "unit",
    ["e\u0301", "\u0316\u0301", "a\u200b", "\u1112\u1161\u11ab", "\r", "\u00a0", "\ud800", "\u093c\u064d"],
)
def test_time_is_linear(unit: str) -> None:
    assert grows_linearly(lambda size: clean("a" + unit * (size // len(unit))), 100_000)
