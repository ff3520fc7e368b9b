"""Publication time: every form an outlet prints, and what is refused."""

import json
from contextlib import suppress
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.errors import DocumentError
from claimcheck.reading.published import moment, normalise

ARTICLES = Path(__file__).parents[3] / "shared" / "data" / "id_news" / "articles.jsonl"
WIB = timezone(timedelta(hours=7))


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Diperbarui 09 Jun 2025, 14:13 WIB", "2025-06-09T14:13:00+07:00"),
        ("Tayang: Senin, 9 Juni 2025 19:11 WIB", "2025-06-09T19:11:00+07:00"),
        ("09 Juni 2025 |10:35 WIB", "2025-06-09T10:35:00+07:00"),
        ("Jum'at, 06 Juni 2025 - 20:25 WITA", "2025-06-06T20:25:00+08:00"),
        ("Kompas.com - 10/06/2025, 21:23 WIT", "2025-06-10T21:23:00+09:00"),
        ("Selasa, 10 Jun 2025 - 21:48 WIB_x0000_", "2025-06-10T21:48:00+07:00"),
        ("Sabtu, 24 Mei  2025 16:40 WIB", "2025-05-24T16:40:00+07:00"),
        ("6 Nop 2019", "2019-11-06"),
        ("2025-06-09", "2025-06-09"),
        ("2025-06-09T14:13:00+07:00", "2025-06-09T14:13:00+07:00"),
        ("2025-06-09 14:13", "2025-06-09T14:13:00"),
        ("Mon, 09 Jun 2025 14:13:00 +0700", "2025-06-09T14:13:00+07:00"),
        ("Updated June 9, 2025, 2:13 p.m. GMT", "2025-06-09T14:13:00+00:00"),
        ("Published 9 June 2025", "2025-06-09"),
    ],
)
def test_lines(line: str, iso: str) -> None:
    assert normalise(line) == iso
    assert moment(iso).isoformat()[: len(iso)] == iso


def test_dates_and_moments() -> None:
    assert normalise(date(2025, 6, 9)) == "2025-06-09"
    assert normalise(datetime(2025, 6, 9, 14, 13, tzinfo=WIB)) == "2025-06-09T14:13:00+07:00"


@pytest.mark.parametrize(
    "bad", ["", "Tidak Ditemukan", "31 Juni 2025", "06/13/2025", "9 Juni 2025 25:99 WIB", "x" * 999, 20250609]
)
def test_what_cannot_be_read_is_refused_by_name(bad: object) -> None:
    with pytest.raises(DocumentError, match=r"when: .*give a date"):
        normalise(bad, "when")  # type: ignore[arg-type]


@given(st.text(max_size=250))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(DocumentError):
        moment(normalise(text))


@given(st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.just(WIB)))
def test_a_moment_comes_back(when: datetime) -> None:
    assert moment(normalise(when)) == when


def test_real_lines_are_read_or_say_that_there_is_none() -> None:
    if not ARTICLES.exists():
        pytest.skip("the news articles are not beside the checkout")
    lines = [json.loads(line)["published_raw"] for line in ARTICLES.read_text("utf-8").split("\n") if line]
    refused = set()
    for line in lines:
        try:
            assert 2000 < moment(normalise(line)).year < 2026, line
        except DocumentError:
            refused.add(line.lower())
    assert refused == {"tidak ditemukan", "scroll ke bawah untuk membaca berita"}
