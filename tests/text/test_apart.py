"""Tokenised text put back together, and ordinary type left as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import claimcheck
from claimcheck.text.apart import together
from claimcheck.text.clean import clean
from tests.timing import grows_linearly

APART = "Nora ’ s 26 - year - old son left at 4: 10 p. m. "


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("15, 000 people", "15,000 people"),
        ("1, 250, 000 people", "1,250,000 people"),
        ("a 6. 1 quake", "a 6.1 quake"),
        ("at 2: 09 a. m. today", "at 2:09 a.m. today"),
        ("the U. S. envoy", "the U.S. envoy"),
        ("I ’ m sure, don ’ t go", "I’m sure, don’t go"),
        ('"Go, " she said. "No. "', '"Go," she said. "No."'),
        ("“ Go, ” she said", "“ Go,” she said"),
        ("http: / / www. example. com / news / a - b _ 1. htm", "http://www.example.com/news/a-b_1.htm"),
        # a year, a date, a list of magnitudes and an opening quote stay apart
        ("in 2011. 15 people", "in 2011. 15 people"),
        ("on May 15, 200 people", "on May 15, 200 people"),
        ("of 6. 1, 135 miles off", "of 6.1, 135 miles off"),
        ('He left. "No, " she said.', 'He left. "No," she said.'),
    ],
)
def test_what_is_one_word_in_print_is_one_word(given: str, read: str) -> None:
    lead = together(clean(APART), "en").text
    assert together(clean(APART + given), "en").text == lead + read


@pytest.mark.parametrize(
    "text",
    [
        "It was the worst in 2011. 15 people died - three of them children - at 2: 09.",
        "In June 24, 500 people left. At 2: 09 a. m. the Nora-Ann sank with 1,250 aboard, said 3 of 26.",
        'She said: "Go, " and left - again - at noon. "',
    ],
)
def test_careless_type_is_left_as_it_is(text: str) -> None:
    assert together(clean(text), "en").text == text


def test_spans_point_into_the_text_as_given() -> None:
    text = APART + "A 6. 1 quake killed 15, 000 people, the U. S. Survey said."
    found = claimcheck.read(claimcheck.Document(id="a", text=text, language="en"))
    assert [q.span.text for q in found.quantities][1:] == ["6. 1", "15, 000 people"]
    assert all(text[q.span.start : q.span.end] == q.span.text for q in found.quantities)


@given(st.lists(st.sampled_from([APART, "6. 1", ", ", "\u200b", " ", "15, 000", '." ', "é", "\n"])))
def test_every_place_leads_back(parts: list[str]) -> None:
    text = APART + "".join(parts)
    made = together(clean(text), "en")
    for i, char in enumerate(made.text):
        start, end = made.back(i, i + 1)
        assert text[start:end] == char


@pytest.mark.parametrize("part", ['said, " ', "1, 000", "a / ", "http: / / a. ", "A. ", "x ’ s "])
def test_time_is_linear(part: str) -> None:
    assert grows_linearly(lambda n: together(clean(APART + part * n), "en"), 20_000)
