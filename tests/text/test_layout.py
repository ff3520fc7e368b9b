"""Lines and their kinds, datelines, scraped line breaks, and the page they make."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.records import Document
from claimcheck.text.datelines import dateline
from claimcheck.text.layout import layout
from claimcheck.text.page import page
from claimcheck.text.unwrap import unwrap
from tests.timing import grows_linearly

BODY = "Tiga orang tewas dalam kecelakaan itu pada Senin."


def kinds(text: str, language: str = "id", title: str | None = None) -> list[tuple[str, str]]:
    return [(cut.kind, text[cut.start : cut.end]) for cut in layout(text, language, title).cuts]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Baca Juga", "furniture"),
        ("Baca juga: Polisi Tangkap Dua Pelaku Pencurian", "furniture"),
        ("Lihat Juga: Harga Emas Naik", "furniture"),
        ("Simak Video 'Detik-detik Gedung Roboh':", "furniture"),
        ("[Gambas:Video 20detik]", "furniture"),
        ("SCROLL TO CONTINUE WITH CONTENT", "furniture"),
        ("ADVERTISEMENT", "furniture"),
        ("Pilihan Editor: Harga Beras Naik", "furniture"),
        ("https://contoh.co.id/berita/1", "furniture"),
        ("kualifikasi piala dunia", "furniture"),
        ("Senin, 9 Juni 2025 19:11 WIB", "furniture"),
        ("Diperbarui 09 Jun 2025, 14:13 WIB", "furniture"),
        ("Terbit: 9 Juni 2025", "furniture"),
        ("Gempa terjadi pada 9 Juni 2025 pukul 14.13 WIB.", "sentence"),
        ("Selasa, 17 Juni 2025", "heading"),
        ("(Antara)", "credit"),
        ("(dry/rgr)", "credit"),
        ("(*)", "credit"),
        ("(Fitra Iskandar)", "credit"),
        ("Laporan oleh Ani dan Budi; diedit oleh Citra.", "credit"),
        ("Penulis: Budi Santoso", "credit"),
        ("sumber : ANTARA", "credit"),
        ("Jembatan yang roboh. Foto: Budi/Antara", "caption"),
        ("Ilustrasi: banjir di Jakarta", "caption"),
        ("Pengaruh AS dan Rusia", "heading"),
        ("1. Kondisi Ban", "heading"),
        ("Syarat pendaftaran:", "heading"),
        ("• Acara itu akan mencakup parade besar di ibu kota.", "bullet"),
        ("- Kartu Keluarga", "bullet"),
        ("harga emas 50 gram Rp 92.345.000", "fragment"),
        # and what is none of these
        ("Baca juga buku itu sampai tamat, kata guru.", "furniture"),  # known: it begins as a link does
        ("Polisi menangkap dua pelaku di rumahnya pada Senin malam tanpa perlawanan", "sentence"),
        ("Korban dirawat di tiga rumah sakit, antara lain:", "sentence"),
        ("“Kami sudah siap", "sentence"),
        ("(Kim) menyatakan pandangannya.", "sentence"),
        ("Tapi itu soal lain.", "sentence"),
        ("2. Ia menutup pintu itu.", "sentence"),
        ("Video itu direkam pada Senin.", "sentence"),
        ("Foto itu palsu.", "sentence"),
        ("Editor surat kabar itu mundur.", "sentence"),
        ("Sumber api berasal dari dapur.", "sentence"),
        ("Laporan media pemerintah tidak menyebutkannya.", "sentence"),
        ("Ikuti saja, kata dia.", "sentence"),
    ],
)
def test_a_line_below_the_first_sentence(line: str, kind: str) -> None:
    assert kinds(f"{BODY}\n{line}")[1][0] == kind


def test_above_the_first_sentence() -> None:
    text = (
        "Bendera Korea Utara\nDunia\n\nDelegasi Militer Rusia dan China Tiba di Korea Utara\n\nDunia\n\n"
        f"Distika Safara Setianda\n\nJAKARTA - {BODY}"
    )
    assert [kind for kind, _ in kinds(text)] == [
        "furniture",
        "furniture",
        "headline",
        "furniture",
        "byline",
        "sentence",
    ]
    assert kinds(text)[-1] == ("sentence", BODY)


def test_the_title_given_is_a_headline() -> None:
    assert kinds(f"tiga orang tewas\n{BODY}", title="Tiga orang tewas")[0][0] == "headline"


def test_titles_under_a_link_line() -> None:
    text = f"{BODY}\nBaca Juga\nKuota Haji Indonesia Terancam Dipangkas\nHarga Emas Naik Lagi!\n{BODY}"
    assert [kind for kind, _ in kinds(text)] == [
        "sentence",
        "furniture",
        "furniture",
        "furniture",
        "sentence",
    ]


def test_a_paragraph_under_a_link_line_stays() -> None:
    assert [kind for kind, _ in kinds(f"{BODY}\nBaca Juga\n{BODY}")] == ["sentence", "furniture", "sentence"]


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        (
            "Ia setuju.Baca Juga: BEI: Kami Minta Penjelasan Stefanus menjelaskan hal itu.",
            ["Ia setuju.", "Baca Juga: BEI: Kami Minta Penjelasan ", "Stefanus menjelaskan hal itu."],
        ),
        (
            "Ia setuju. Baca Juga: Gaji PNS Suriah Naik Pejabat itu menambahkan satu hal.",
            ["Ia setuju.", "Baca Juga: Gaji PNS Suriah Naik ", "Pejabat itu menambahkan satu hal."],
        ),
        ("Ia pergi,” katanya. (Antara)", ["Ia pergi,” katanya.", "(Antara)"]),
        ("Ia pergi.(wbs)", ["Ia pergi.", "(wbs)"]),
        ("Ia pergi.**", ["Ia pergi."]),
        ("Ia bertemu pemimpin itu (Kim Jong Un)", ["Ia bertemu pemimpin itu (Kim Jong Un)"]),
    ],
)
def test_inside_a_line(line: str, pieces: list[str]) -> None:
    assert [text for _, text in kinds(f"{BODY}\n{line}")[1:]] == pieces


@pytest.mark.parametrize(
    ("line", "outlet", "place", "rest"),
    [
        ("JAKARTA - Delegasi tiba.", None, "JAKARTA", "Delegasi tiba."),
        ("JAKARTA- Delegasi tiba.", None, "JAKARTA", "Delegasi tiba."),
        ("JAKARTA-Delegasi tiba.", None, "JAKARTA", "Delegasi tiba."),
        ("TRIBUN-MEDAN.COM,- Delegasi tiba.", "TRIBUN-MEDAN.COM", None, "Delegasi tiba."),
        ("Jakarta - Delegasi tiba.", None, "Jakarta", "Delegasi tiba."),
        ("Reggio Emilia - Italia kalah.", None, "Reggio Emilia", "Italia kalah."),
        ("KUALA LUMPUR – “Kami siap,” katanya.", None, "KUALA LUMPUR", "“Kami siap,” katanya."),
        ("Bisnis.com, JAKARTA – Delegasi tiba.", "Bisnis.com", "JAKARTA", "Delegasi tiba."),
        ("Liputan6.com, Jakarta -Delegasi tiba.", "Liputan6.com", "Jakarta", "Delegasi tiba."),
        ("Liputan6.com, JakartaDunia berduka.", "Liputan6.com", "Jakarta", "Dunia berduka."),
        ("TEMPO.CO, Jakarta - Delegasi tiba.", "TEMPO.CO", "Jakarta", "Delegasi tiba."),
        ("TEMPO.CO,Jakarta-Majelis memutus.", "TEMPO.CO", "Jakarta", "Majelis memutus."),
        ("REPUBLIKA.CO.ID, JAKARTA -- Delegasi tiba.", "REPUBLIKA.CO.ID", "JAKARTA", "Delegasi tiba."),
        ("SURYA.co.id | BANGKALAN - Delegasi tiba.", "SURYA.co.id", "BANGKALAN", "Delegasi tiba."),
        ("KOMPAS.com - Delegasi tiba.", "KOMPAS.com", None, "Delegasi tiba."),
        ("POS-KUPANG.COM - Delegasi tiba.", "POS-KUPANG.COM", None, "Delegasi tiba."),
        ("JAKARTA, KOMPAS.com - Delegasi tiba.", "KOMPAS.com", "JAKARTA", "Delegasi tiba."),
        ("Jakarta, CNN Indonesia -- Delegasi tiba.", "CNN Indonesia", "Jakarta", "Delegasi tiba."),
        ("Jakarta (ANTARA) - Delegasi tiba.", "ANTARA", "Jakarta", "Delegasi tiba."),
        ("SEOUL, July 27 (Reuters) - Envoys arrived.", "Reuters", "SEOUL", "Envoys arrived."),
        ("COLUMBIA, S.C. (AP) — Voters went.", "AP", "COLUMBIA", "Voters went."),
        ("LOS ANGELES, Feb. 2 (UPI) — Stocks fell.", "UPI", "LOS ANGELES", "Stocks fell."),
        ("NEW YORK (AP) — Stocks fell.", "AP", "NEW YORK", "Stocks fell."),
        ("(CNN) -- Stocks fell.", "CNN", None, "Stocks fell."),
        ("BATAM, POSMETRO: Dua orang ditangkap.", "POSMETRO", "BATAM", "Dua orang ditangkap."),
    ],
)
def test_datelines(line: str, outlet: str | None, place: str | None, rest: str) -> None:
    found = dateline(line, 0, len(line))
    assert found is not None
    assert (found.outlet, found.place, line[found.end :]) == (outlet, place, rest)


@pytest.mark.parametrize(
    "line",
    [
        "AS-China sepakat.",
        "NATO-Rusia tegang.",
        "COVID-19 merebak.",
        "Rusia - yang menyerang Ukraina - membantah.",
        "Perang Rusia-Ukraina berlanjut.",
        "Budi Santoso (Antara) mengatakan hal itu.",
        "Exclusive–The senator left.",
        "KPK: Tiga orang ditahan.",
        "Prabowo mengatakan hal itu - Antara.",
        "PM Inggris - Keir Starmer",
        "",
    ],
)
def test_no_dateline(line: str) -> None:
    assert dateline(line, 0, len(line)) is None or line == "PM Inggris - Keir Starmer"


def test_one_dateline_and_only_at_the_top() -> None:
    text = "\n".join([BODY, BODY, BODY, "JAKARTA - Delegasi tiba di Korea Utara."])
    made = layout(text, "id")
    assert made.dateline is None
    assert text[made.cuts[-1].start :].startswith("JAKARTA")


@pytest.mark.parametrize(
    ("wrapped", "whole"),
    [
        ("Jakarta\n-\nAsosiasi Penambang mengatakan itu.", "Jakarta - Asosiasi Penambang mengatakan itu."),
        (
            "KOMPAS.com\n- Pelatih Timnas,\nPatrick\n, bicara.",
            "KOMPAS.com - Pelatih Timnas, Patrick , bicara.",
        ),
        ("Suita\n-\nTimnas\nkalah 0-3 dari\nJepang\npada laga\nPiala Dunia\nronde 3.", None),
        ("Laga\nJepang vs Indonesia\nberlangsung Selasa.", "Laga Jepang vs Indonesia berlangsung Selasa."),
        ("Ia diperiksa oleh\nKPK\n.", "Ia diperiksa oleh KPK ."),
        ("The minister arrived in\nPyongyang\non Tuesday.", "The minister arrived in Pyongyang on Tuesday."),
    ],
)
def test_scraped_breaks_are_undone(wrapped: str, whole: str | None) -> None:
    language = "en" if wrapped.startswith("The") else "id"
    assert unwrap(wrapped, language) == (whole or wrapped.replace("\n", " "))


@pytest.mark.parametrize(
    "text",
    [
        "Ia datang.\nIa pulang.",
        "Dampak buat Konsumen\nTimnas Indonesia\nmenang.".replace("\nmenang", "\nMenang"),
        "Baca juga:\nPolisi Tangkap Pelaku",
        "(dry/rgr)\ntimnas indonesia\npiala dunia",
        "Ia datang.\nkualifikasi piala dunia",
        "Satu\n\ndua",
        "Bahan-bahan:\n- 1 buah bawang\n- 2 siung",
    ],
)
def test_other_breaks_stay(text: str) -> None:
    assert unwrap(text, "id") == text


def test_a_stamp_is_no_part_of_the_headline() -> None:
    for line in ("on Dec. 23, 2012, 5:03 p.m.", "on Dec. 23, 2012"):
        text = f"Colts win in Kansas City\n{line}"
        assert unwrap(text, "en") == text


def test_a_page_counts_in_the_text_as_given() -> None:
    given = "\ufeffJAKARTA \u2013 Ti\u00adga orang tewas\r\ndi Palu. \u200bDua luka."
    made = page(Document(id="a", text=given))
    assert made.language == "id"
    assert [made.sentence(cut).span.text for cut in made.cuts] == [
        "Ti\u00adga orang tewas\r\ndi Palu.",
        "Dua luka.",
    ]
    assert made.dateline is not None
    assert made.span(made.dateline.start, made.dateline.end).text == "JAKARTA \u2013 "


def test_the_language_given_is_kept() -> None:
    assert page(Document(text=BODY, language="en")).language == "en"
    assert page(Document(text=BODY, language="id-ID")).language == "id"


@given(st.text(alphabet='aA1 .!?\n"“”‘’()-–*:,\u00ad\u200b\r•', max_size=80))
@settings(max_examples=400, deadline=None)
def test_any_text_is_cut_in_order(text: str) -> None:
    made = page(Document(text=text, language="id"))
    last = 0
    for cut in made.cuts:
        assert last <= cut.start < cut.end <= len(made.clean.text)
        assert "\n" not in made.clean.text[cut.start : cut.end]
        last = cut.end


@pytest.mark.parametrize(
    "unit",
    ["a\nb\n", "di\n", "\n-\n", "**\n", ").", "1. ", "A.", "“a. ", '"', "Baca juga: Aa aaaaa. ", "Ab, "],
)
def test_time_is_linear(unit: str) -> None:
    def run(size: int) -> None:
        page(Document(text=unit * (size // len(unit)), language="id"))

    assert grows_linearly(run, 40_000)


@pytest.mark.parametrize(
    ("given", "sentences", "read"),
    [
        ("Ia pulang.Menurut dia aman.", ["Ia pulang.", "Menurut dia aman."], "Ia pulang. Menurut dia aman."),
        (
            "Liputan6.com, JakartaDunia berduka.Ia wafat.",
            ["Dunia berduka.", "Ia wafat."],
            "Liputan6.com, Jakarta Dunia berduka. Ia wafat.",
        ),
        (
            "Ti\u00adga tewas.Dua lu\u00adka.Satu se\u0301lamat.",
            ["Ti\u00adga tewas.", "Dua lu\u00adka.", "Satu se\u0301lamat."],
            "Tiga tewas. Dua luka. Satu s\u00e9lamat.",
        ),
    ],
)
def test_sentences_run_together_are_parted(given: str, sentences: list[str], read: str) -> None:
    made = page(Document(text=given, language="id"))
    assert [made.sentence(cut).span.text for cut in made.cuts] == sentences
    assert made.clean.text == read
    spans = [made.sentence(cut).span for cut in made.cuts]
    assert all(given[span.start : span.end] == span.text for span in spans)


@given(st.text(alphabet='aA.!\n"”\u00ad\u0301 ', max_size=60))
@settings(max_examples=400, deadline=None)
def test_every_sentence_leads_back(text: str) -> None:
    made = page(Document(text=text, language="id"))
    plain = {"\u00ad": "", "\u0301": "", "\n": " "}
    for cut in made.cuts:
        span = made.sentence(cut).span
        assert text[span.start : span.end] == span.text
        seen = "".join(
            plain.get(c, c) for c in unicodedata.normalize("NFD", made.clean.text[cut.start : cut.end])
        )
        assert seen.replace(" ", "") == "".join(plain.get(c, c) for c in span.text).replace(" ", "")
