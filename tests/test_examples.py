"""The examples run: each script as a person would call it, each notebook in a kernel of its own."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
SCRIPTS = sorted(EXAMPLES.glob("*.py"))
NOTEBOOKS = sorted(EXAMPLES.glob("*.ipynb"))
TWO = [str(path) for path in sorted((EXAMPLES / "hari-kemenangan").glob("*.txt"))[1:3]]


def _run(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, *words]
    return subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT, timeout=300)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda p: p.name)
def test_a_script_without_arguments_says_how_it_is_called(path: Path) -> None:
    done = _run(str(path))
    assert done.returncode == 2
    assert f"python examples/{path.name}" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda p: p.name)
def test_every_script_stands_in_the_page_of_uses(path: Path) -> None:
    assert f"examples/{path.name}" in (ROOT / "docs" / "uses.md").read_text("utf-8")


def test_newsroom() -> None:
    done = _run("examples/newsroom.py", *TWO)
    assert done.returncode == 1, done.stderr
    assert "001_8a3f9617c46e92ce.txt:" in done.stdout and "    002_0c15d7d7ca3e6fc3.txt:" in done.stdout


def test_ci_accepts_what_stands_and_fails_on_what_is_new(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    for name, dead in (("a.txt", 12), ("b.txt", 15)):
        (tmp_path / "docs" / name).write_text(f"Gempa di Palu menewaskan {dead} orang.\n", "utf-8")
    words = (
        "examples/ci.py",
        str(tmp_path / "docs"),
        str(tmp_path / "baseline.json"),
        str(tmp_path / "s.sarif"),
    )
    assert _run(*words).stdout.startswith("baseline written: 1 ")
    assert _run(*words).returncode == 0
    (tmp_path / "docs" / "c.txt").write_text("Banjir di Medan merusak 30 rumah.\n", "utf-8")
    (tmp_path / "docs" / "d.txt").write_text("Banjir di Medan merusak 40 rumah.\n", "utf-8")
    done = _run(*words)
    assert done.returncode == 1 and "1 new conflicts" in done.stdout
    results = json.loads((tmp_path / "s.sarif").read_text("utf-8"))["runs"][0]["results"]
    uris = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in results}
    assert uris == {"c.txt", "d.txt"}


def test_own_gold() -> None:
    done = _run("examples/own_gold.py", "tests/data/seeds.json", "examples/hari-kemenangan")
    assert done.returncode == 0, done.stderr
    assert {"sentence link F", "claim link F", "discrepancies"} <= {
        line[:32].strip() for line in done.stdout.splitlines()
    }


def test_editor_marks_are_utf16(tmp_path: Path) -> None:
    draft, wire = tmp_path / "draft.txt", tmp_path / "wire.txt"
    draft.write_text("Kabar dari 😀 Palu.\nGempa di Palu menewaskan 15 orang.\n", "utf-8")
    wire.write_text("Gempa di Palu menewaskan 12 orang.\n", "utf-8")
    done = _run("examples/editor.py", str(draft), str(wire))
    (mark,) = map(json.loads, done.stdout.splitlines())
    units = draft.read_text("utf-8").encode("utf-16-le")
    assert units[2 * mark["from"] : 2 * mark["to"]].decode("utf-16-le") == mark["quote"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.name)
def test_a_notebook_is_stored_clean(path: Path) -> None:
    cells = json.loads(path.read_text("utf-8"))["cells"]
    code = [c for c in cells if c["cell_type"] == "code"]
    assert code and all(c["outputs"] == [] and c["execution_count"] is None for c in code)
    for cell in code:
        ast.parse("".join(cell["source"]))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.name)
def test_a_notebook_runs_and_shows(path: Path) -> None:
    pytest.importorskip("ipykernel", reason="ipykernel is not installed: the notebooks were not run")
    nbclient = pytest.importorskip("nbclient", reason="nbclient is not installed: the notebooks were not run")
    nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed: the notebooks were not run")
    notebook = nbformat.read(path, as_version=4)
    client = nbclient.NotebookClient(
        notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(EXAMPLES)}}
    )
    client.execute()
    outputs = [o for c in notebook.cells if c.cell_type == "code" for o in c.outputs]
    assert not [o for o in outputs if o.output_type == "error" or o.get("name") == "stderr"]
    pages = [o.data["text/html"] for o in outputs if "text/html" in o.get("data", {})]
    assert len(pages) >= 6 and not any("<script" in page for page in pages)
