"""The report of the five articles and the site, as a browser shows them."""

import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import claimcheck

sync_api = pytest.importorskip(
    "playwright.sync_api", reason="playwright is not installed: the browser tests were not run"
)
FOLDER = Path(__file__).parent.parent / "examples" / "hari-kemenangan"
CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex]"
PLACES = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")

# All text of the page with what stands behind it: nearest colour that is not transparent. WCAG 2.2, 1.4.3.
CONTRAST = """() => {
  const parse = c => { const n = c.match(/[\\d.]+/g).map(Number); return n.length < 4 ? [...n, 1] : n };
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = e => { for (; e; e = e.parentElement) {
    const c = parse(getComputedStyle(e).backgroundColor); if (c[3] === 1) return c } return [255, 255, 255, 1] };
  const bad = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const e = walk.currentNode.parentElement, text = walk.currentNode.textContent.trim();
    if (!text || !e.checkVisibility()) continue;
    const style = getComputedStyle(e), size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    const [low, high] = [light(parse(style.color)), light(behind(e))].sort((a, b) => a - b);
    if ((high + 0.05) / (low + 0.05) < (large ? 3 : 4.5)) bad.push([text.slice(0, 40), style.color]);
  }
  return bad;
}"""


@pytest.fixture(scope="module")
def report() -> claimcheck.Report:
    return claimcheck.compare([FOLDER])


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    found = next((p for p in PLACES if Path(p).exists()), None)
    if found is None:
        pytest.skip("no Chromium here: the browser tests were not run")
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


class Watched:
    """A page that keeps what it asked for and what it complained of."""

    def __init__(self, browser: Any, path: Path, width: int, scheme: str) -> None:
        self.asked: list[str] = []
        self.said: list[str] = []
        self.page = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme
        ).new_page()
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.goto(path.as_uri())


@pytest.fixture
def opened(browser: Any, report: claimcheck.Report, tmp_path: Path, request: Any) -> Iterator[Watched]:
    path = tmp_path / "report.html"
    report.to_html(path)
    width, scheme = getattr(request, "param", (1280, "light"))
    watched = Watched(browser, path, width, scheme)
    yield watched
    watched.page.context.close()


VIEWS = [(w, s) for w in (400, 1280) for s in ("light", "dark")]


@pytest.mark.parametrize("opened", VIEWS, indirect=True)
def test_the_page_asks_for_nothing_and_complains_of_nothing(opened: Watched) -> None:
    assert opened.said == []
    assert [url for url in opened.asked if not url.startswith("data:")] == [opened.page.url]


@pytest.mark.parametrize("opened", VIEWS, indirect=True)
def test_nothing_is_wider_than_the_window(opened: Watched) -> None:
    opened.page.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)")
    wide, window = opened.page.evaluate(
        "() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    assert wide <= window


@pytest.mark.parametrize("opened", VIEWS, indirect=True)
def test_every_text_stands_out_from_what_is_behind_it(opened: Watched) -> None:
    opened.page.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)")
    assert opened.page.evaluate(CONTRAST) == []


def test_the_measure_of_contrast_sees_grey_on_white(browser: Any) -> None:
    page = browser.new_page()
    page.set_content("<p style='color:#999'>pale</p><p style='color:#595959'>dark enough</p>")
    assert page.evaluate(CONTRAST) == [["pale", "rgb(153, 153, 153)"]]
    page.close()


def test_light_and_dark_differ(browser: Any, report: claimcheck.Report, tmp_path: Path) -> None:
    report.to_html(tmp_path / "report.html")
    colours = set()
    for scheme in ("light", "dark"):
        page = Watched(browser, tmp_path / "report.html", 1280, scheme).page
        colours.add(page.evaluate("() => getComputedStyle(document.body).backgroundColor"))
        page.context.close()
    assert len(colours) == 2


@pytest.mark.parametrize("opened", [(400, "light"), (1280, "light")], indirect=True)
def test_the_keyboard_reaches_every_control_and_shows_where_it_is(opened: Watched) -> None:
    page = opened.page
    page.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)")
    wanted = page.evaluate(
        f"() => [...document.querySelectorAll('{CONTROLS}')].filter(e => e.checkVisibility()"
        " && e.tabIndex >= 0).map((e, i) => e.dataset.at = String(i))"
    )
    reached, marked = [], []
    for _ in range(len(wanted) + 1):
        page.keyboard.press("Tab")
        at, shown = page.evaluate(
            "() => { const e = document.activeElement, s = getComputedStyle(e);"
            "return [e.dataset.at ?? null, s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0] }"
        )
        if at is None:
            break
        reached.append(at)
        marked.append(shown)
    assert wanted and reached == wanted
    assert all(marked)


def test_enter_opens_what_is_folded(opened: Watched) -> None:
    page = opened.page
    page.locator("summary").first.focus()
    before = page.evaluate("() => document.querySelector('details').open")
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.querySelector('details').open") is not before


def test_a_kind_can_be_switched_off(browser: Any, tmp_path: Path) -> None:
    report = claimcheck.compare(
        [
            {"id": "a", "text": "Gempa di Palu menewaskan 12 orang.\nRusia mengirim senjata ke Korea Utara."},
            {
                "id": "b",
                "text": "Gempa di Palu menewaskan 15 orang.\nRusia tidak mengirim senjata ke Korea Utara.",
            },
        ]
    )
    assert {f.kind for f in report.conflicts} == {"number", "polarity"}
    report.to_html(tmp_path / "report.html")
    page = Watched(browser, tmp_path / "report.html", 1280, "light").page
    number = page.locator("article[data-kind=number]")
    box = page.locator("input[data-filter=number]")
    assert number.is_visible()
    box.focus()
    page.keyboard.press("Space")
    assert not number.is_visible() and page.locator("article[data-kind=polarity]").is_visible()
    page.context.close()


@pytest.mark.parametrize("name", ["plot", "timeline", "matrix", "waterfall"])
def test_five_sources_fit_a_narrow_window_without_scrolling(
    browser: Any, report: claimcheck.Report, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "view.html"
    one, two = (side.claims[0] for side in report.findings[0].sides[:2])
    view = report.waterfall(report.why(one, two)) if name == "waterfall" else getattr(report, name)()
    path.write_text(f"<!doctype html><meta charset=utf-8>{view._repr_html_()}", "utf-8")
    page = Watched(browser, path, 400, "light").page
    wide = page.evaluate(
        "() => [...document.querySelectorAll('.cc-scroll')].filter(e => e.scrollWidth > e.clientWidth).length"
    )
    thin = page.evaluate(
        "() => [...document.querySelectorAll('td span[dir], dd, th')].filter(e => e.checkVisibility()"
        " && e.textContent.length > 12 && e.getBoundingClientRect().width < 80).map(e => e.textContent)"
    )
    assert thin == []
    assert wide == 0 and page.evaluate("() => document.documentElement.scrollWidth") <= 400
    page.context.close()


def test_structure(opened: Watched) -> None:
    page = opened.page
    assert page.locator("h1").count() == 1 and page.locator("main").count() == 1
    levels = page.evaluate(
        "() => [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => Number(h.tagName[1]))"
    )
    assert all(after <= before + 1 for before, after in pairwise(levels))
    unnamed = page.evaluate(
        "() => [...document.querySelectorAll('a,button,summary,input')]"
        ".filter(e => !(e.textContent.trim() || e.closest('label')?.textContent.trim()"
        " || e.getAttribute('aria-label'))).length"
    )
    assert unnamed == 0
    assert page.evaluate("() => document.documentElement.lang") == "id"
    assert page.locator("table th:not([scope])").count() == 0


def test_it_reads_without_style_and_prints(opened: Watched) -> None:
    page = opened.page
    page.emulate_media(media="print")
    assert page.evaluate(CONTRAST) == []
    assert len(page.pdf()) > 10_000


@pytest.mark.skipif(
    find_spec("material") is None, reason="mkdocs-material is not installed: the site was not built"
)
def test_no_page_of_the_site_is_wider_than_the_window_or_asks_the_network(
    browser: Any, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(tmp_path)]
    subprocess.run(command, cwd=FOLDER.parent.parent, check=True, capture_output=True, timeout=300)
    for width, scheme in VIEWS[::3]:
        for path in sorted(tmp_path.rglob("*.html")):
            watched = Watched(browser, path, width, scheme)
            wide = watched.page.evaluate("() => document.documentElement.scrollWidth")
            assert wide <= width, path.name
            assert [url for url in watched.asked if not url.startswith(("file:", "data:", "blob:"))] == []
            watched.page.context.close()
