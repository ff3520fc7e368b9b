"""Who says what: sentences of our own, laws, and texts that nobody meant."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import Document, read
from claimcheck.languages import LANGUAGES, load
from claimcheck.reading.speech import read_speech
from claimcheck.records import Attribution
from claimcheck.text.tokens import tokenize
from tests.timing import grows_linearly

DATA = Path(__file__).resolve().parents[1] / "data"
CASES = [
    (code, case)
    for code in LANGUAGES
    for case in tomllib.loads((DATA / f"speech_{code}.toml").read_text("utf-8"))["case"]
]


def said(text: str, code: str = "id") -> list[Attribution]:
    return [found.item for found in read_speech(tokenize(text, code), load(code), "a")]


def row(a: Attribution) -> list[str]:
    carried = [" > ".join(a.chain)] if len(a.chain) > 1 else []
    return [a.source or "", a.cue.text, a.content.text, a.stance, a.mode, *carried]


@pytest.mark.parametrize(("code", "case"), CASES, ids=[f"{c}-{case['text'][:40]}" for c, case in CASES])
def test_a_sentence_says_who_said_what(code: str, case: dict[str, list[list[str]]]) -> None:
    assert [row(a) for a in said(str(case["text"]), code)] == case["said"]


def test_spans_point_into_the_text() -> None:
    text = "“Kami siap,” kata Kapolres Bogor AKBP Rio Anggoro. Ia menyebut jalan rusak, dikutip dari Antara."
    for a in said(text):
        for span in (a.span, a.cue, a.content, a.source_span):
            assert span is not None and text[span.start : span.end] == span.text


def test_a_pronoun_keeps_its_own_place_and_takes_the_name() -> None:
    first, second = said("Rina Lestari menjelaskan rencana itu. Ia mengatakan dana sudah cair.")
    assert (second.source, second.source_span and second.source_span.text) == ("Rina Lestari", "Ia")
    assert first.source == second.source


def test_a_pronoun_means_nobody_of_whom_it_tells() -> None:
    text = "Officer Ann Vance said he was arrested. Lee Olsen was on probation, she said."
    assert [a.source for a in said(text, "en")] == ["Ann Vance", "Ann Vance"]


def test_a_pronoun_behind_a_quotation_means_whom_the_sentence_before_it_is_about() -> None:
    lines = (
        "Officer Ann Vance said he was late.",
        "Lee Olsen issued a statement through his team.",
        "“No,” he said.",
    )
    found = read(Document(id="a", text="\n".join(lines), language="en")).attributions
    assert [a.source for a in found] == ["Ann Vance", "Lee Olsen"]


def test_what_a_company_reported_is_no_source() -> None:
    assert said("Acme reported a profit of $3 million.", "en") == []


def test_an_enclitic_means_the_person_not_the_body_named_last() -> None:
    text = "Rina Lestari mengatakan banjir surut. BPBD Palu menyebut dua rumah rusak. “Kami siap,” katanya."
    assert [a.source for a in said(text)] == ["Rina Lestari", "BPBD Palu", "Rina Lestari"]


def test_a_surname_stands_for_the_full_name() -> None:
    text = "Juru bicara kementerian, Vedant Patel, menyatakan itu benar. “Kami tahu,” kata Patel."
    assert [a.source for a in said(text)] == ["Vedant Patel", "Vedant Patel"]


@pytest.mark.parametrize(
    "office",
    [
        "Direktur Penyidikan Jampidsus Kejagung",
        "Direktur Pelindungan WNI Kemlu RI",
        "Kepala Pusat Penerangan Hukum (Kapuspenkum) Kejagung",
        "Direktur Niaga",
        "Direktur Pemasaran PT Pegadaian",
        "Ketua Baleg",
    ],
)
def test_the_name_begins_behind_the_office_and_its_bodies(office: str) -> None:
    assert [a.source for a in said(f"“Kami siap,” kata {office} Rina Lestari, Senin.")] == ["Rina Lestari"]


@pytest.mark.parametrize(
    ("text", "language", "source", "content"),
    [
        (
            "Kementerian Pertahanan Rusia melaporkan Ukraina menyerang.",
            "id",
            "Kementerian Pertahanan Rusia",
            "Ukraina",
        ),
        ("Kantor berita Tasnim mewartakan Iran sudah menyerang.", "id", "Kantor berita Tasnim", "Iran"),
        ("Kapal itu diserang, lapor Reuters.", "id", "Reuters", "Kapal"),
        ("The ship was attacked, Reuters reported.", "en", "Reuters", "The"),
        ("The ship was attacked, reported Reuters.", "en", "Reuters", "The"),
        ("The camp was bombed, South Sudan officials said.", "en", "South Sudan officials", "The"),
    ],
)
def test_who_reports_is_before_the_verb_where_a_subject_stands(
    text: str, language: str, source: str, content: str
) -> None:
    (found,) = said(text, language)
    assert (found.source, found.content.text.split()[0]) == (source, content)


def test_sri_is_a_first_name() -> None:
    assert [a.source for a in said("“Kami siap,” kata Menteri Keuangan Sri Mulyani, Senin.")] == [
        "Sri Mulyani"
    ]


def test_a_why_behind_a_not_opens_nothing() -> None:
    (found,) = said("Budi mengatakan tidak tahu mengapa polisi datang.")
    assert found.content.text == "tidak tahu mengapa polisi datang"
    (found,) = said("Hastings said on Monday that he did not know why.", "en")
    assert found.content.text == "he did not know why"


def test_words_inside_a_quote_are_no_cues() -> None:
    assert len(said("“Ia mengatakan semua orang harus pergi,” kata Budi.")) == 1


def test_a_floating_quote_keeps_the_speaker_over_one_paragraph() -> None:
    text = "Budi Santoso mengatakan gudang terbakar.\n“Semua karyawan selamat dari api.”\nHujan turun."
    assert [a.content.text for a in said(text)] == ["gudang terbakar", "“Semua karyawan selamat dari api.”"]


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text_reads(text: str) -> None:
    for code in LANGUAGES:
        for a in said(text, code):
            assert text[a.content.start : a.content.end] == a.content.text


PIECES = [
    "“",
    "”",
    '"',
    " kata ",
    "Budi ",
    "mengatakan ",
    "bahwa ",
    ", ",
    ". ",
    "\n",
    "menurut ",
    "dilansir dari ",
    "ia ",
    "(",
]


@given(st.lists(st.sampled_from(PIECES), max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_mixture_of_marks_and_cues_reads(pieces: list[str]) -> None:
    text = "".join(pieces)
    for a in said(text):
        assert a.span.start <= a.content.start <= a.content.end <= a.span.end
        assert text[a.span.start : a.span.end] == a.span.text


@pytest.mark.parametrize(
    "piece", ["kata Budi, ", "Budi mengatakan ", "menurut Budi, ", "Budi yang mengatakan ", '" kata ']
)
def test_time_grows_with_the_text(piece: str) -> None:
    texts = {size: tokenize(piece * size, "id") for size in (100, 2_000, 4_000)}
    assert grows_linearly(lambda size: read_speech(texts[size], load("id"), "a"), 2_000)
