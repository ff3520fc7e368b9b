"""The shape of the package: imports point one way, and each library has one door."""

import ast
from collections import defaultdict
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "claimcheck"

# Each floor may import those before it, and itself.
FLOORS = (
    "version",
    "errors",
    "checked",
    "progress",
    "records",
    "languages",
    "text",
    "reading",
    "linking",
    "judging",
    "rendering",
    "report",
    "options",
    "compare",
    "gold",
    "evaluate",
    "testing",
    "component",
    "schema",
    "service",
    "language_server",
    "settings",
    "decided",
    "doctor",
    "cli",
    "__main__",
)
# Libraries that come with the language or with spaCy and may stand anywhere.
ANYWHERE = {"pydantic", "numpy"}
# The pipe that spaCy's users add is made of spaCy; the reading itself has tokens.py for its door.
SECOND_DOORS = {"spacy": {"component.py", "text/tokens.py"}}
FILES = sorted(PACKAGE.rglob("*.py"))


def imports(path: Path) -> list[tuple[str, bool]]:
    """The modules a file imports, and whether only the type checker sees it."""
    tree = ast.parse(path.read_text("utf-8"))
    typing_only = {
        id(node)
        for block in ast.walk(tree)
        if isinstance(block, ast.If) and "TYPE_CHECKING" in ast.unparse(block.test)
        for node in ast.walk(block)
    }
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(alias.name, id(node) in typing_only) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.append((node.module, id(node) in typing_only))
    return found


def floor(module: str) -> int:
    """The floor a module of ours stands on."""
    parts = module.split(".")
    return FLOORS.index(parts[1]) if len(parts) > 1 else 0


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_one_way(path: Path) -> None:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    if parts == ("claimcheck", "__init__"):
        return
    own = FLOORS.index(parts[1])
    for module, _ in imports(path):
        if module.split(".")[0] == "claimcheck":
            assert floor(module) <= own, f"{path.name} imports {module}, which stands above it"


def test_each_library_has_one_door() -> None:
    import sys

    doors: dict[str, set[str]] = defaultdict(set)
    for path in FILES:
        for module, typing_only in imports(path):
            top = module.split(".")[0]
            if top != "claimcheck" and top not in sys.stdlib_module_names | ANYWHERE and not typing_only:
                doors[top].add(str(path.relative_to(PACKAGE)))
    several = {
        library: sorted(files)
        for library, files in doors.items()
        if len(files) > 1 and files != SECOND_DOORS.get(library)
    }
    assert not several, several
