"""The docs hold together: all names and commands are told of, rules are as the code has them, the site builds."""

import inspect
import re
import subprocess
import sys
import tomllib
from importlib.util import find_spec
from pathlib import Path
from typing import get_args

import pytest
import typer

import claimcheck
from claimcheck import cli, compare, errors
from claimcheck.judging import rules
from claimcheck.records.finding import FindingKind, Relation, Severity
from claimcheck.rendering.formats import FORMATS
from docs import generate

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
SHELF = ROOT / "claimcheck" / "languages"
PAGES = sorted(DOCS.rglob("*.md"))
COMMANDS = typer.main.get_command(cli.app).commands  # type: ignore[attr-defined]
NO_EXAMPLES = {"architecture.md", "embedding-table.md", "measures.md"}


def _shown(path: Path) -> str:
    return path.relative_to(DOCS).as_posix()


def _page(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def _codes(name: str) -> set[str]:
    """What stands in backticks on a page, brackets and arguments cut off."""
    return {re.split(r"[(\[ =]", code)[0] for code in re.findall(r"`([^`\n]+)`", _page(name))}


@pytest.mark.parametrize("name", sorted(claimcheck.__all__))
def test_every_public_name_is_told_of(name: str) -> None:
    assert name in _codes("names.md")


def test_every_method_of_a_report_is_told_of() -> None:
    own = {n for n in vars(claimcheck.Report) if not n.startswith("_") and n != "model_config"}
    assert own - _codes("names.md") == set()


def test_every_option_of_compare_is_told_of() -> None:
    options = set(inspect.signature(compare).parameters) - {"docs"}
    assert options - _codes("names.md") == set()


def test_every_field_of_what_comes_out_is_told_of() -> None:
    report, names = claimcheck.Report(documents=()), _codes("names.md")
    assert set(type(report).model_fields) - names == set()
    for record in (claimcheck.Claim, claimcheck.Reading, claimcheck.Span):
        assert set(record.__slots__) - names == set(), record


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_told_of_with_its_options(name: str) -> None:
    page = _page("cli.md")
    assert f"\n## {name}\n" in page and f"claimcheck {name}" in page
    options = {o for p in COMMANDS[name].params for o in p.opts if o.startswith("--")}
    assert not [o for o in options - {"--help"} if o not in page]


def test_every_error_is_told_of() -> None:
    family = {
        n for n, v in vars(errors).items() if isinstance(v, type) and issubclass(v, errors.ClaimcheckError)
    }
    assert family - _codes("limits.md") == set()


@pytest.mark.parametrize("page", ["findings.md", "id/findings.md"])
def test_every_relation_kind_and_severity_is_told_of(page: str) -> None:
    words = {w for named in (Relation, FindingKind, Severity) for w in get_args(named)}
    assert words - {c.strip("`") for c in re.findall(r"`[^`\n]+`", _page(page))} == set()


def test_the_indonesian_page_of_findings_names_them_as_the_report_does() -> None:
    words = tomllib.loads((SHELF / "id" / "messages.toml").read_text("utf-8"))
    rows = dict(re.findall(r"^\| `([^`]+)` \| ([^|]+) \|", _page("id/findings.md"), re.M))
    told = {**words["relation"], **words["kind"], **words["severity"]}
    assert {key: rows.get(key) for key in told} == told


@pytest.mark.parametrize("name", ["tutorial.md", "findings.md", "limits.md"])
def test_an_indonesian_page_has_the_sections_of_the_english_one(name: str) -> None:
    titles = [re.findall(r"^## ", _page(page), re.M) for page in (name, f"id/{name}")]
    assert 0 <= len(titles[0]) - len(titles[1]) <= 2


def test_every_format_is_told_of() -> None:
    assert set(FORMATS) - _codes("formats.md") == set()


def test_the_page_of_rules_is_as_the_code_has_them() -> None:
    assert _page("rules.md") == generate.page(), "run: python -m docs.generate"
    assert [rule for rule in rules() if f"\n### {rule}\n" not in _page("rules.md")] == []


@pytest.mark.parametrize("path", sorted(SHELF.glob("id/*.toml")), ids=lambda p: p.name)
def test_every_file_and_table_of_a_language_is_told_of(path: Path) -> None:
    told = {code.strip("[]") for code in re.findall(r"`([^`\n]+)`", _page("languages.md"))}
    heads = {name.split(".")[0] for name in told}
    assert path.name in told
    assert set(tomllib.loads(path.read_text("utf-8"))) - {"class", "rule", "affix"} - heads == set()


@pytest.mark.parametrize("path", PAGES, ids=_shown)
def test_every_page_has_a_place_in_the_site(path: Path) -> None:
    name = path.relative_to(DOCS).as_posix()
    assert re.search(rf":\s*{re.escape(name)}\s*$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.M)


@pytest.mark.parametrize("path", PAGES, ids=_shown)
def test_every_example_in_python_runs(path: Path) -> None:
    blocks = re.findall(r"```python\n(.*?)```", path.read_text("utf-8"), re.S)
    assert [b for b in blocks if not b.startswith(">>> ")] == []
    assert blocks or path.name in NO_EXAMPLES


def test_the_hook_of_pre_commit_calls_a_command_that_there_is() -> None:
    yaml = pytest.importorskip("yaml", reason="PyYAML comes with mkdocs, which is not installed")
    (text,) = re.findall(r"```yaml\n(repos:.*?)```", _page("uses.md"), re.S)
    (hook,) = yaml.safe_load(text)["repos"][0]["hooks"]
    program, command, *words = hook["entry"].split()
    assert program == "claimcheck" and hook["pass_filenames"] is False
    options = {o for p in COMMANDS[command].params for o in p.opts}
    assert {w for w in words if w.startswith("--")} <= options


@pytest.mark.parametrize("path", [ROOT / "README.md", ROOT / "README.id.md"], ids=lambda p: p.name)
def test_links_of_the_readme_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text("utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_both_readmes_give_the_same_commands() -> None:
    one, two = ((ROOT / name).read_text("utf-8") for name in ("README.md", "README.id.md"))
    commands = [re.findall(r"```bash\n(python3 .*?)```", text, re.S) for text in (one, two)]
    assert commands[0] and commands[0] == commands[1]
    assert ">>> report = claimcheck.compare(" in two


@pytest.mark.skipif(
    find_spec("material") is None, reason="mkdocs-material is not installed: the site was not built"
)
def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "tutorial.html").exists() and not (tmp_path / "generate.py").exists()
    for page in tmp_path.rglob("*.html"):
        fetched = re.findall(
            r"<(?:script|img|link)[^>]+(?:src|href)=\"?(https?://[^\s\">]+)", page.read_text("utf-8")
        )
        assert fetched == [], page.name
