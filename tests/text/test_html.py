"""Web pages: the report without the page around it, every place leading back into the source."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.text.door import documents
from claimcheck.text.html import is_page, markup
from tests.timing import grows_linearly

LONG = "Tiga orang tewas dan lima luka dalam kecelakaan di jalan tol itu pada Senin malam, kata polisi. "
PAGE = f"""<!DOCTYPE html>
<html lang="id-ID">
<head>
<title>Kecelakaan di Tol &ndash; Contoh</title>
<meta property="og:title" content="Kecelakaan di Tol, Tiga Tewas">
<meta property="og:site_name" content="Contoh.co.id">
<meta property="article:published_time" content="2023-07-26T09:30:00+07:00">
<link rel="canonical" href="https://contoh.co.id/1">
<style>p {{ color: red }} </style>
<script>if (1 < 2) document.write("<p>bukan teks</p>");</script>
</head>
<body>
<nav><ul><li><a href="/">Beranda</a><li><a href="/dunia">Dunia</a></ul></nav>
<!-- <p>komentar</p> -->
<article>
<h1>Kecelakaan di Tol, Tiga Tewas</h1>
<div class="share">Bagikan: <a href="#">X</a></div>
<figure><img src="a.jpg"><figcaption>Lokasi kejadian</figcaption></figure>
<p>JAKARTA &ndash; {LONG}{LONG}
<p>Rp&nbsp;2,5&nbsp;juta   hilang,
   &ldquo;benar&rdquo; kata <b>Bu</b>di &amp; <i>Ani</i>.<br>Selesai.</p>
<p><a href="/2">Baca juga: Gempa di Palu</a></p>
<p>{LONG}</p>
</article>
<aside><p>{LONG}</p></aside>
<div class="related-posts"><p>Berita lain yang panjang sekali isinya dan tidak ada hubungannya.</p></div>
<footer>Hak cipta</footer>
</body></html>"""


def test_the_report_alone() -> None:
    made = markup(PAGE)
    assert made.text.split("\n") == [
        "Kecelakaan di Tol, Tiga Tewas",
        f"JAKARTA – {LONG}{LONG}".strip(),
        "Rp\xa02,5\xa0juta hilang, “benar” kata Budi & Ani.",
        "Selesai.",
        LONG.strip(),
    ]


def test_what_the_page_says_of_itself() -> None:
    made = markup(PAGE)
    assert (made.title, made.source, made.published, made.language, made.url) == (
        "Kecelakaan di Tol, Tiga Tewas",
        "Contoh.co.id",
        "2023-07-26T09:30:00+07:00",
        "id",
        "https://contoh.co.id/1",
    )


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("Rp\xa02,5\xa0juta hilang", "Rp&nbsp;2,5&nbsp;juta   hilang"),
        ("“benar”", "&ldquo;benar&rdquo;"),
        ("Budi", "<b>Bu</b>di"),
        ("Selesai.", "Selesai."),
    ],
)
def test_places_lead_back_into_the_source(words: str, source: str) -> None:
    made = markup(PAGE)
    at = made.text.index(words)
    start, end = made.back(at, at + len(words))
    assert PAGE[start:end] == source.removeprefix("<b>")


def test_json_about_the_article() -> None:
    data = '{"@graph": [{"datePublished": "2023-07-26", "publisher": {"name": "Contoh"}}]}'
    made = markup(f'<html><script type="application/ld+json">{data}</script><p>Ia datang.')
    assert (made.published, made.source, made.text) == ("2023-07-26", "Contoh", "Ia datang.")


def test_a_page_without_an_article_element() -> None:
    menu = "<div><a href=1>Satu</a> <a href=2>Dua</a></div>"
    made = markup(
        f"<html><body>{menu}<div id=isi><p>{LONG}</p><p>{LONG}</p><p>Pendek.</p></div>{menu}</html>"
    )
    assert made.text.split("\n") == [LONG.strip(), LONG.strip(), "Pendek."]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<html>a < b dan c > d", "a < b dan c > d"),
        ("<html><p>satu<p>dua", "satu\ndua"),
        ("<html><p title='a > b'>satu</p>", "satu"),
        ('<html><p title="tak tutup>satu</p>', '<p title="tak tutup>satu'),
        ("<html><!-- tak tutup <p>satu", ""),
        ("<html><script>tak tutup <p>satu", ""),
        ("<html>&#84;iga&amp;nbsp; &tidakada; &#xD800;", "Tiga&nbsp; &tidakada; \ufffd"),
        ("<html></b></p></div>satu", "satu"),
        ("<html><head><title>J</title><h1>satu</h1>", "satu"),
        ("", ""),
    ],
)
def test_broken_markup(source: str, text: str) -> None:
    assert markup(source).text == text


@given(st.text(alphabet="<>/!-ab p\"'=&;#1\n\u00a0", max_size=80))
@settings(max_examples=500, deadline=None)
def test_any_text_is_taken(source: str) -> None:
    made = markup(source)
    last = 0
    for i in range(len(made.text)):
        start, end = made.back(i, i + 1)
        assert last <= start < end <= len(source)
        last = start


UNITS = (
    *(
        "<a ",
        '<a "',
        "<!--",
        "<!",
        "<p>",
        "<b>",
        "</b>",
        "<a></b>",
        "&amp",
        " \n",
        "<p>a</p>",
        "<div>a",
        "<?",
    ),
    "<script>",
)


@pytest.mark.parametrize("unit", UNITS)
def test_time_is_linear(unit: str) -> None:
    assert grows_linearly(lambda size: markup(unit * (size // len(unit))), 40_000)


def test_only_pages_are_pages() -> None:
    assert is_page(PAGE)
    assert is_page("\ufeff <!-- x -->\n<HTML lang=id>")
    assert not is_page("<p>Ia datang.")
    assert not is_page("Ia menulis <html> di papan.")


def test_the_door_reads_pages(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    for given_page in (PAGE, PAGE.encode(), {"text": PAGE, "title": "Lain"}, tmp_path / "a.html"):
        (found,), said = documents([given_page])
        assert found.text == markup(PAGE).text
        assert (found.source, found.language) == ("Contoh.co.id", "id")
        assert "input.html" in [d.code for d in said]
    assert documents([{"text": PAGE, "title": "Lain"}])[0][0].title == "Lain"
    assert documents(tmp_path)[0][0].id == "a.html"


def test_the_encoding_that_a_page_declares() -> None:
    page = '<html><meta charset="koi8-r"><p>Привет, мир.</p></html>'
    assert documents([page.encode("koi8-r")])[0][0].text == "Привет, мир."
