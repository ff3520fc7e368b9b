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

from claimcheck.rendering import escape
from claimcheck.rendering.formats import FORMATS, written
from claimcheck.rendering.tables import COLUMNS
from claimcheck.report import Report
from tests.rendering.hostile import HOSTILE
from tests.rendering.samples import pair

SAFE = {
    "a", "article", "b", "bdi", "blockquote", "body", "circle", "cite", "code", "dd", "details", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "g", "h1", "h2", "h3", "h4", "head",
    "header", "html", "input", "label", "legend", "li", "line", "main", "mark", "meta", "ol", "p",
    "path", "q", "rect", "section", "span", "strong", "style", "summary", "svg", "table", "tbody", "td",
    "text", "th", "thead", "title", "tr", "ul",
}  # fmt: skip
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


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
    """A harmless string that is cut, wrapped and marked like the word."""
    return "".join(c if c.isspace() or escape.extends(c) else "a" for c in escape.shown(word))


@pytest.mark.parametrize("word", HOSTILE)
def test_html_keeps_its_shape(word: str) -> None:
    for page, calm in zip(_pages(pair(word)), _pages(pair(_calm(word))), strict=True):
        found = _shape(page)
        assert {s[0] for s in found.shape} <= SAFE
        assert not [name for s in found.shape for name in s[1:] if name.startswith("on") or name == "srcdoc"]
        assert all(re.match(r"https?://", link) for link in found.links)
        assert [s for s in found.shape if s[0] != "a"] == _shape(calm).shape
        assert not CONTROL.search(re.sub("[\n\t]", "", page))


@pytest.mark.parametrize("word", HOSTILE)
def test_markdown_keeps_its_shape(word: str) -> None:
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])

    def shape(report: Report) -> list[str]:
        tokens = [t for block in reader.parse(report.to_markdown()) for t in [block, *(block.children or [])]]
        return [t.type for t in tokens if not t.type.startswith(("link_", "text"))]

    assert shape(pair(word)) == shape(pair(_calm(word)))
    assert "javascript:" not in reader.render(pair(word).to_markdown()).split("href=")[-1][:20].lower()


@pytest.mark.parametrize("word", HOSTILE)
def test_terminal_shows_controls(word: str) -> None:
    report = pair(word)
    for text in (report.to_text(), str(report.plot()), str(report.timeline()), repr(report)):
        assert not CONTROL.search(text.replace("\n", ""))
    assert re.sub("\x1b\\[[0-9;]*m", "", report.to_text(color=True)).count("\x1b") == 0


@pytest.mark.parametrize("word", HOSTILE)
@pytest.mark.parametrize("table", COLUMNS)
def test_csv_holds_no_formula(word: str, table: str) -> None:
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


@pytest.mark.parametrize("word", HOSTILE)
def test_github_writes_one_command_a_line(word: str) -> None:
    report = pair(word)
    lines = report.to_github().split("\n")[:-1]
    assert len(lines) == sum(len(s.spans) for f in report.conflicts for s in f.sides)
    assert all(re.match(r"::error file=[^:,]*,line=[0-9]+,", line) for line in lines)
    assert not any(CONTROL.search(line.replace("\t", "")) for line in lines)


@pytest.mark.parametrize("word", HOSTILE)
def test_every_format_is_utf8_and_every_json_strict(word: str) -> None:
    report = pair(word)
    for name, made in FORMATS.items():
        text = written(report, name)
        text.encode()
        assert written(report, name) == text
        if made.is_data or name == "json":
            json.loads(text, parse_constant=lambda _: pytest.fail("NaN"))
        if name in ("jsonl", "rdjsonl", "doccano", "prodigy"):
            assert all(isinstance(json.loads(line), dict) for line in text.split("\n")[:-1])


@pytest.mark.parametrize("word", HOSTILE)
def test_graphml_reads_back(word: str) -> None:
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


@pytest.mark.parametrize("word", HOSTILE)
def test_json_reads_back(word: str) -> None:
    report = pair(word)
    back = Report.model_validate_json(report.to_json())
    assert back.to_json() == report.to_json()
    if escape.whole(word) == word:
        assert back == report
