"""Times: a table of sentences, forms read back, anchors, roles, and any text at all."""

import tomllib
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.languages import load
from claimcheck.reading.time_grammar import grammar
from claimcheck.reading.times import read_times
from claimcheck.records import Time
from claimcheck.text.tokens import tokenize
from tests.timing import grows_linearly

DATA = Path(__file__).parents[1] / "data"
LANGUAGES = ("id", "en")


def times(text: str, language: str = "id", published: str | None = "2025-06-10") -> list[Time]:
    moment = datetime.fromisoformat(published) if published else None
    return [f.item for f in read_times(tokenize(text, language), load(language), "a", moment)]


def shown(found: Time) -> str:
    said = "said" if found.role == "statement" else None
    rest = [str(part) for part in (found.grain, found.mod, said, found.zone) if part]
    return f"{found.span.text} = {found.edtf or '?'} ({', '.join(rest)})"


def table(language: str) -> list[tuple[str, str, list[str]]]:
    content = tomllib.loads((DATA / f"times_{language}.toml").read_text("utf-8"))
    return [(language, text, wanted) for text, wanted in content["read"].items()]


@pytest.mark.parametrize(("language", "text", "wanted"), table("id") + table("en"))
def test_table(language: str, text: str, wanted: list[str]) -> None:
    assert [shown(t) for t in times(text, language)] == wanted


DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))
MONTHS = {code: {v: k for k, v in load(code).values["month"].items()} for code in LANGUAGES}
WEEKDAYS = {code: {v: k for k, v in load(code).values["weekday"].items()} for code in LANGUAGES}


def forms(day: date, language: str) -> list[str]:
    month = MONTHS[language][day.month].capitalize()
    weekday = WEEKDAYS[language][day.weekday()].capitalize()
    if language == "id":
        return [
            f"{day.day} {month} {day.year}",
            f"{day.day}/{day.month}/{day.year}",
            f"{day.day:02}-{day.month:02}-{day.year}",
            f"{weekday} ({day.day}/{day.month}/{day.year})",
            f"{weekday}, {day.day} {month} {day.year}",
            day.isoformat(),
        ]
    return [
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"{day.month}/{day.day}/{day.year}",
        f"{weekday} ({month} {day.day}, {day.year})",
        f"{weekday}, {month} {day.day}, {day.year}",
        day.isoformat(),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@given(day=DAYS)
@settings(max_examples=60, deadline=None)
def test_a_date_written_in_any_form_reads_back_as_itself(language: str, day: date) -> None:
    for form in forms(day, language):
        found = times(f"{'Pada' if language == 'id' else 'On'} {form}.", language)
        assert [t.edtf for t in found] == [day.isoformat()], form
        assert found[0].earliest == datetime(day.year, day.month, day.day)
        assert found[0].latest == found[0].earliest + timedelta(days=1)


PIECES = """Senin Minggu minggu malam pagi 31 2 2025 / ( ) - Juni Mei pekan lalu ini pukul 09.30 WIB sejak
awal 1940 an kemarin tahun dua hari kemudian abad ke 20 kuartal II , . kata di Tuesday July May last
week ago the 9:30 a.m. of"""
WORDS = st.sampled_from(sorted(PIECES.split()))


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=40).map(" ".join)))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_without_error_and_its_times_stand_in_it(language: str, text: str) -> None:
    for published in (None, "2025-06-10"):
        found = times(text, language, published)
        assert all(text[t.span.start : t.span.end] == t.span.text for t in found)
        assert all((t.earliest is None) == (t.latest is None) for t in found)
        assert all(t.earliest < t.latest for t in found if t.earliest and t.latest)
        assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    "text",
    ["31 Februari 0000", "99999999/9/9", "9 Juni 99999", "tahun 9999", "5000 tahun lalu", "9999 tahun lagi"],
)
def test_what_no_calendar_holds_is_no_error(text: str) -> None:
    assert all(t.earliest is None or t.latest is not None for t in times(text))


def test_without_publication_a_weekday_stays_a_weekday() -> None:
    (found,) = times("Ia tiba pada hari Senin.", published=None)
    assert (found.earliest, found.latest, found.weekday, found.grain, found.anchor) == (
        None,
        None,
        0,
        "weekday",
        None,
    )


def test_a_date_of_the_text_anchors_its_weekdays() -> None:
    text = (
        "Ia tiba Selasa (25/7/2023). Rapat digelar Selasa malam dan Kamis."
        " Hal itu dikutip dari Antara, Rabu 26 Juli 2023."
    )
    found = times(text, published=None)
    assert [t.edtf for t in found] == ["2023-07-25", "2023-07-25", "2023-07-20", "2023-07-26"]
    assert [t.anchor for t in found] == ["explicit", "text", "text", "explicit"]


@pytest.mark.parametrize(
    ("line", "day"),
    [("Published: April 11, 2007 4:59 PM", "2007-04-09"), ("Mayor born April 11, 2007", None)],
)
def test_a_line_that_says_when_it_was_put_out_anchors_its_weekdays(line: str, day: str | None) -> None:
    found = times(f"{line}\nThe road closed on Monday.", "en", published=None)
    assert found[-1].edtf == day


def test_a_date_near_by_anchors_a_weekday_but_no_yesterday() -> None:
    found = times("Ia tiba Selasa (25/7/2023). Kemarin hujan. Rapat digelar Senin.", published=None)
    assert [(t.edtf, t.anchor) for t in found] == [
        ("2023-07-25", "explicit"),
        (None, None),
        ("2023-07-24", "text"),
    ]


def test_a_date_of_long_ago_anchors_nothing() -> None:
    found = times("Ia lahir 9 Mei 1990. Rapat digelar Senin.", published=None)
    assert [t.anchor for t in found] == ["explicit", None]


def test_a_day_without_year_and_anchor_keeps_what_it_says() -> None:
    (found,) = times("Perang berakhir 27 Juli.", published=None)
    assert (found.earliest, found.edtf) == (None, "XXXX-07-27")


def test_a_night_ends_the_next_morning() -> None:
    (found,) = times("Ia tiba Selasa malam.")
    assert (found.earliest, found.latest) == (datetime(2025, 6, 10, 18), datetime(2025, 6, 11, 6))


def test_the_last_hours_end_with_the_report() -> None:
    (found,) = times("Dalam 24 jam terakhir harga turun.", published="2025-06-10T09:19")
    assert (found.earliest, found.latest) == (datetime(2025, 6, 9, 9, 19), datetime(2025, 6, 10, 9, 19))
    (open_end,) = times("Dalam 24 jam terakhir harga turun.", published="2025-06-10")
    assert open_end.earliest is None


def test_a_clock_of_its_own_takes_the_day_of_its_sentence() -> None:
    found = times("Ia tiba Senin (9/6/2025) di Solo lalu pulang pukul 18.02 WIB.")
    assert [t.edtf for t in found] == ["2025-06-09", "2025-06-09T18:02:00"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("MengutipPeople, Minggu (8/6/2025), kapal itu karam.", "statement"),
        ("Bupati, Senin (9/6/2025), menjelaskan hal itu.", "statement"),
        ("Pada hari Senin, China menyatakan bahwa jalan rusak.", "statement"),
        ("China pada hari Senin mengklaim bahwa jalan rusak.", "statement"),
        ("Pada hari Senin, kapal itu tiba lalu bupati menjelaskan.", "event"),
        ("Laporan itu menyebut kapal karam pada Senin (9/6/2025).", "event"),
        ("Bupati mengatakan bahwa kapal karam pada Senin (9/6/2025).", "event"),
        ("Rapat digelar di Jakarta, Senin (9/6/2025).", "event"),
        ("Hal itu terjadi, kata Budi. Senin (9/6/2025) kapal karam.", "event"),
    ],
)
def test_role(text: str, role: str) -> None:
    assert [t.role for t in times(text)] == [role]


def test_a_cue_of_another_sentence_dates_nothing() -> None:
    text = tokenize("Kata Budi\nRabu itu hujan", "id")
    (found,) = read_times(text, load("id"), "a", datetime(2025, 6, 10), [(0, 2), (3, 6)])
    assert found.item.role == "event"


FAMILIES = (
    "9/",
    "Senin ",
    "pukul 09.30 - ",
    "9 Juni hingga ",
    "tahun ",
    "dua puluh ",
    "(",
    "kata Budi, ",
    "2025-",
    "2025 ",
    "awal ",
)


@pytest.mark.parametrize("piece", FAMILIES)
def test_time_grows_linearly(piece: str) -> None:
    pack = load("id")
    assert grows_linearly(
        lambda count: read_times(tokenize(piece * count, "id"), pack, "a", datetime(2025, 6, 10)), 2000
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_is_tried_where_its_examples_begin(language: str) -> None:
    pack = load(language)
    for rule in pack.rules["time"]:
        for example in rule.yes:
            tokens = tokenize(example.replace("«", "").replace("»", ""), language)
            match = pack.pattern(rule.pattern).search(tokens.classes)
            assert match and rule in [r for r, _ in grammar(language).by_first[tokens.classes[match.start()]]]


def test_a_planned_thing_looks_not_ahead() -> None:
    told = "They broke from a {} march for Lee Olsen on Saturday."
    days = [times(told.format(word), "en", "2013-03-14")[0].edtf for word in ("planned", "big")]
    assert days == ["2013-03-09", "2013-03-09"]
