"""Quotation marks: pairs, nesting, paragraphs, marks turned round or never closed, apostrophes."""

import pytest

from claimcheck.languages import load
from claimcheck.reading.quotes import find_quotes
from claimcheck.text.tokens import tokenize
from tests.timing import grows_linearly

PASSAGES = [
    ("“Kami siap,” kata Budi.", "id", ["“Kami siap,”"]),
    ('"Kami siap," kata Budi.', "id", ['"Kami siap,"']),
    ('“Kami siap," kata Budi.', "id", ['“Kami siap,"']),
    ("”Kami siap,” kata Budi.", "id", ["”Kami siap,”"]),
    ("” Kami siap . ” kata Budi .", "id", ["” Kami siap . ”"]),
    ("«Kami siap», kata Budi.", "id", ["«Kami siap»"]),
    ("“Kami siap. Kami tunggu,” kata Budi, “di sini.”", "id", ["“Kami siap. Kami tunggu,”", "“di sini.”"]),
    ("“Kata dia “awas” tadi,” ujar Budi.", "id", ["“Kata dia “awas” tadi,”"]),
    ("“Kami melihat api. “Kami lari,” kata Budi.", "id", ["“Kami melihat api.", "“Kami lari,”"]),
    ("“Kami melihat api.\n“Kami lari,” kata Budi.", "id", ["“Kami melihat api.\n“Kami lari,”"]),
    ("Ia berkata “kami siap\nHujan turun.", "id", ["“kami siap"]),
    ("‘Bukan rahasia,’ kata Budi.", "id", ["‘Bukan rahasia,’"]),
    ("Jum'at itu ma'af dan Qur'an dibaca.", "id", []),
    ("The workers' houses weren't sold in the '90s.", "en", []),
    ("It's 'very good', he said of Mary's car.", "en", ["'very good'"]),
    ("Papan 6' x 4' dan layar 24\" dijual.", "id", []),
]
KINDS = [
    ("sanksi “keras” PBB", "scare"),
    ("peringatan “Hari Kemenangan” di kota", "title"),
    ("Spanduk dengan tulisan: “Selamat datang, Kamerad!” berdiri", "sign"),
    ("“Tidak,” kata Budi.", "speech"),
    ("kunjungan itu “akan membantu memperkuat hubungan” kedua negara", "speech"),
    ("Film berjudul “laskar di ujung senja” tayang", "title"),
]


@pytest.mark.parametrize(("text", "code", "wanted"), PASSAGES)
def test_passages(text: str, code: str, wanted: list[str]) -> None:
    tokens = tokenize(text, code)
    assert [tokens.slice(q.start, q.end) for q in find_quotes(tokens, load(code))] == wanted


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kinds(text: str, kind: str) -> None:
    assert [q.item.kind for q in find_quotes(tokenize(text, "id"), load("id"))] == [kind]


def test_a_quote_that_nobody_closes_ends_with_its_sentence() -> None:
    tokens = tokenize("“Kami siap. Hujan turun lama", "id")
    (quote,) = find_quotes(tokens, load("id"), [(0, 4), (4, len(tokens))])
    assert (tokens.slice(quote.start, quote.end), quote.item.closed) == ("“Kami siap.", False)


@pytest.mark.parametrize("piece", ["“ ", '" ', '"a ', "” “ ", "'a ", "“a\n", "“a b. ", "“a ”b "])
def test_marks_without_sense_take_linear_time(piece: str) -> None:
    texts = {size: tokenize(piece * size, "id") for size in (100, 20_000, 40_000)}
    assert grows_linearly(lambda size: find_quotes(texts[size], load("id")), 20_000)
