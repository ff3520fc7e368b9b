"""Laws of escaping and of places, over any text at all."""

import csv
import io
import re
import unicodedata
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from claimcheck.records import Span
from claimcheck.rendering import escape
from claimcheck.rendering.matrix import clipped
from claimcheck.rendering.places import Places

TEXT = st.text(st.characters(), max_size=80) | st.text(
    st.sampled_from("\ud800\udfff<>'\"*_`|\\[]()\n\r\t =+-@#:%\x1b\u202ea1.é😀\u0301\u200d🇮"), max_size=40
)
SOLID = st.text(max_size=60)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(f"<{tag}")

    def handle_data(self, data: str) -> None:
        self.seen.append(data)


@given(TEXT)
def test_html_reads_back_as_the_same_words(text: str) -> None:
    parser = _Words()
    parser.feed(f"<p>{escape.html(text)}</p>")
    parser.close()
    assert parser.seen[0] == "<p"
    assert "".join(parser.seen[1:]) == escape.shown(text)


@given(TEXT)
def test_shown_text_holds_no_control_and_can_be_written(text: str) -> None:
    found = escape.shown(text)
    found.encode()
    assert not [c for c in found if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"]
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", found)


@given(TEXT)
def test_lines_are_lines(text: str) -> None:
    for made in (escape.line(text), escape.terminal(text), escape.github(text), escape.github_property(text)):
        assert len(made.splitlines()) <= 1 or not re.search("[\n\r]", made)
        assert "\n" not in made and "\r" not in made and "\x1b" not in made
    assert not set(escape.github_property(text)) & {":", ","}


@given(TEXT)
def test_markdown_is_one_paragraph_of_text(text: str) -> None:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(escape.markdown(text))
    assert [t.type for t in tokens] in ([], ["paragraph_open", "inline", "paragraph_close"])
    children = [c for t in tokens for c in t.children or []]
    assert {c.type for c in children} <= {"text", "text_special"}


@given(st.lists(TEXT, min_size=1, max_size=4))
def test_cells_read_back_without_a_formula(texts: list[str]) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow([escape.cell(t) for t in texts])
    (row,) = csv.reader(io.StringIO(out.getvalue(), newline=""))
    for cell, text in zip(row, texts, strict=True):
        assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
        assert escape.shown(text) in (cell, cell.removeprefix("'"))


@given(TEXT)
def test_links_are_web_addresses(text: str) -> None:
    for url in (text, "https://" + text, "http://a.id/" + text):
        found = escape.link(url)
        assert found is None or re.fullmatch(r"https?://[^\s\"'<>\\]+", found, re.IGNORECASE)


@given(SOLID, st.data())
def test_every_unit_cuts_the_same_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span, places = Span("a", start, end, text[start:end]), Places(text)
    first, last = places.utf16(span)
    assert text.encode("utf-16-le")[2 * first : 2 * last].decode("utf-16-le") == span.text
    first, last = places.utf8(span)
    assert text.encode()[first:last].decode() == span.text
    assert (places.utf16(span), places.utf8(span)) == (span.utf16(text), span.utf8(text))
    assert places.line(start) == span.line_column(text)
    wide = places.widened(span)
    assert wide.start <= start and end <= wide.end
    assert places.widened(wide) == wide


@given(TEXT, st.integers(2, 40))
def test_clipped_text_is_a_beginning(text: str, most: int) -> None:
    found = clipped(text, most)
    assert text.startswith(found.removesuffix("…")) and len(found) <= max(most + 1, 1)
