"""What a person sees: contrast, words beside colours, no script, nothing fetched; a browser's view."""

import json
import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from claimcheck.errors import OptionError
from claimcheck.records import Finding, Side, Span, Step
from claimcheck.rendering.marks import marks
from claimcheck.rendering.waterfall import bars
from claimcheck.rendering.words import words
from claimcheck.report import Report
from tests.rendering.hostile import HOSTILE
from tests.rendering.samples import pair, sample
from tests.rendering.test_hostile import SAFE, _shape

STYLE = files("claimcheck.rendering").joinpath("templates", "style.css").read_text("utf-8")
PAIRS = (
    ("ink", "paper"), ("ink", "card"), ("soft", "paper"), ("soft", "card"), ("clash", "paper"),
    ("clash", "card"),
    ("clash", "clash-soft"), ("calm", "paper"), ("calm", "card"), ("calm", "calm-soft"), ("good", "paper"),
    ("good", "card"), ("mark-ink", "mark"), ("ink", "calm-soft"),
)  # fmt: skip


def _themes() -> list[dict[str, str]]:
    blocks = [
        dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block)) for block in re.findall(r"\{[^{}]*\}", STYLE)
    ]
    return [b for b in blocks if "paper" in b]


def _light(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", range(4))
@pytest.mark.parametrize(("front", "back"), PAIRS)
def test_contrast(theme: int, front: str, back: str) -> None:
    """WCAG 2.2, 1.4.3: at least 4.5 to 1."""
    one, two = sorted((_light(_themes()[theme][front]), _light(_themes()[theme][back])))
    assert (two + 0.05) / (one + 0.05) >= 4.5


def test_the_page_stands_alone() -> None:
    page = sample().to_html()
    assert "default-src 'none'" in page
    assert "<script" not in page and "url(" not in page and "@import" not in page
    tags = {s[0] for s in _shape(page).shape}
    assert tags <= SAFE and {"h1", "h2", "h3", "article", "blockquote", "mark", "table", "details"} <= tags


def test_notebook_html_carries_no_form_and_is_cut() -> None:
    report = sample()
    many = report.model_copy(update={"findings": report.conflicts * 10})
    page = many._repr_html_()
    assert "<input" not in page and "tex2jax_ignore" in page
    assert page.count('class="cc-finding') == 20 and "… 20 lagi" in page


def test_a_question_without_a_finding_shows_what_its_answers_were_found_to_be() -> None:
    report = sample().model_copy(update={"findings": ()})
    rows = {r.question: [c.state for c in r.cells] for r in report.matrix().rows}
    assert rows["Korea Utara telah menguji 103 rudal"] == ["close", "silent", "silent", "silent", "close"]
    exports = next(v for k, v in rows.items() if k.startswith("Ekspor China"))
    assert exports == ["differs", "differs", "differs", "silent", "differs"]
    assert ["covers", "covers", "covers", "silent", "covers"] in rows.values()


def test_every_state_has_a_word() -> None:
    page = sample().to_html()
    for word in ("pertentangan", "cocok", "diam", "berbeda", "mirip", "tak sebanding", "bersengketa"):
        assert word in page


def test_text_reads_well() -> None:
    text = sample().to_text(width=72)
    assert max(map(len, text.splitlines())) <= 80
    assert "✗ Ekspor China ke Korea Utara naik delapan atau sepuluh kali?" in text
    assert "“*keras*”" in text
    assert "✗A  ✗A  ✗B   –  ✗A   Berapa kali lipat" in text


def test_colour_changes_no_word() -> None:
    bare = re.sub("\x1b\\[[0-9;]*m", "", sample().to_text(color=True))
    assert bare.split() == sample().to_text().replace("*", "").split()


def test_filters_commute() -> None:
    report = sample()
    one = report.filter(kind="number").filter(min_confidence=0.8).filter(source="Berita Sore")
    assert one == report.filter(source="a2").filter(min_confidence=0.8).filter(kind="number")
    assert [f.id for f in one.findings] == ["f-export"]
    assert isinstance(one, Report)


def test_waterfall_sums_its_steps() -> None:
    shown = sample().waterfall("f-export")
    assert "+6.40" in shown.html and "number.apart" in shown.text
    steps = tuple(Step(str(n), True, "", w) for n, w in enumerate((2.0, -5.5, 1.25, 4.0)))
    made = bars(steps)
    assert min(b.x for b in made) == 0 and max(b.x + b.width for b in made) == 300


def test_diff() -> None:
    report = sample()
    old = report.model_copy(update={"findings": report.findings[1:]})
    assert [f.id for f in report.diff(old).new] == [report.findings[0].id]
    assert [f.id for f in old.diff(report).gone] == [report.findings[0].id]
    assert not report.diff(report) and len(report.diff(report).unchanged) == len(report.findings)


def test_names_are_suggested() -> None:
    with pytest.raises(OptionError, match="did you mean 'f-strict'"):
        sample().side_by_side("f-stricd")
    with pytest.raises(OptionError, match="did you mean 'a0'"):
        sample().document("a00")


def test_a_document_keeps_every_letter() -> None:
    report = sample()
    for document in report.documents:
        html = report.document(document.id).html
        body = re.sub(
            "<[^>]*>", "", html.split('<div class="cc-text"', 1)[1].split(">", 1)[1].split("</div>")[0]
        )
        assert body.replace("&#34;", '"').replace("&#39;", "'") == document.text


def test_unsure_and_copies_are_not_conflicts() -> None:
    matrix = sample().matrix()
    row = next(r for r in matrix.rows if r.finding == "f-export")
    assert [c.state for c in row.cells] == ["differs", "differs", "differs", "silent", "differs"]
    assert [c.side for c in row.cells] == ["A", "A", "B", "", "A"]


@pytest.fixture(scope="module")
def chromium() -> str:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    return found or pytest.skip("no Chromium here: the browser checks were not run")


def _dom(chromium: str, page: Path, *options: str) -> str:
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")
    quiet = ("--disable-background-networking", f"--user-data-dir={page.parent / 'profile'}")
    command = [chromium, *flags, *quiet, *options, "--dump-dom", page.as_uri()]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout


@pytest.mark.slow
def test_a_browser_finds_nothing_of_the_hostile_strings(chromium: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    words = [w for w in HOSTILE if len(w) < 200]
    page.write_text(
        "<!doctype html><meta charset=utf-8>" + "".join(pair(w)._repr_html_() for w in words), "utf-8"
    )
    found = _shape(_dom(chromium, page))
    assert {s[0] for s in found.shape} <= SAFE
    assert not [name for s in found.shape for name in s[1:] if name.startswith("on")]
    assert all(re.match(r"https?://", link) for link in found.links)


@pytest.mark.slow
@pytest.mark.parametrize("width", [400, 1280])
def test_nothing_is_wider_than_the_window(chromium: str, tmp_path: Path, width: int) -> None:
    (tmp_path / "report.html").write_text(sample().to_html(), "utf-8")
    probe = tmp_path / "probe.html"
    probe.write_text(
        f"<!doctype html><iframe id=f src=report.html style='width:{width}px;height:900px;border:0'></iframe>"
        "<script>"
        "onload = () => { const d = document.getElementById('f').contentDocument.documentElement;"
        "document.title = JSON.stringify([d.scrollWidth, d.clientWidth]) }</script>",
        "utf-8",
    )
    dom = _dom(chromium, probe, "--allow-file-access-from-files", "--window-size=1400,1000")
    title = re.search("<title>(.*?)</title>", dom)
    assert title is not None
    wide, window = json.loads(title[1])
    assert wide <= window


def test_messages_are_the_same_in_both_languages() -> None:
    def ids(table: object, path: str = "") -> dict[str, list[str]]:
        if isinstance(table, str):
            return {path.removesuffix(".one").removesuffix(".other"): sorted(re.findall(r"{\w+}", table))}
        assert isinstance(table, dict)
        return {k: v for key, value in table.items() for k, v in ids(value, f"{path}.{key}").items()}

    one, two = (ids({**words(code).table, "common": {}, "calendar": {}}) for code in ("id", "en"))
    assert one == two


def test_an_english_report() -> None:
    report = sample().model_copy(update={"language": "en"})
    assert report.to_text().startswith("4 conflicts · 4 other differences · 5 documents")
    assert '<html lang="en">' in report.to_html()


def _marked(one: str, two: str) -> list[list[str]]:
    spans = [Span(name, 0, len(text), text) for name, text in (("a", one), ("b", two))]
    sides = tuple(Side(s.text, (s,), (), (s.document,), ()) for s in spans)
    finding = Finding("f", "quotation", "conflict", "low", 0.5, "", "", sides)
    return [[m.text for m in marks(finding, side, side.spans[0], None, words("id").common)] for side in sides]


def test_the_words_that_differ_are_marked() -> None:
    one = "akan membantu memperkuat hubungan militer kedua negara"
    assert _marked(one, "Dengan kunjungan ini, akan memperkuat hubungan militer") == [
        ["membantu", "kedua negara"],
        ["kunjungan"],
    ]
    assert _marked("agar menahan diri dari perilaku buruk", "untuk tidak mengancam siapa pun") == [
        ["menahan diri dari perilaku buruk"],
        ["tidak mengancam siapa pun"],
    ]


def test_common_words_are_marked_where_they_alone_differ() -> None:
    assert _marked("mereka berangkat ke Jakarta kemarin", "mereka berangkat dari Jakarta kemarin") == [
        ["ke"],
        ["dari"],
    ]


def test_a_quotation_that_only_says_less_has_no_mark() -> None:
    assert _marked("kami akan terus memantau keadaan", "kami akan terus memantau keadaan pasar") == [
        [],
        ["pasar"],
    ]
