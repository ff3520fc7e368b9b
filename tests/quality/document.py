"""Writes docs/measures.md from what the commands printed: `python -m tests.quality.document PRINTED…`.

Each argument is a file with the output of `python -m tests.quality …` or `python -m tests.benchmarks …`; of a
figure or benchmark printed twice the last one counts. The page's own words stand in measures.template.md, where
`{figures: seeds, edits}` becomes a table of the figures whose names begin so, `{benchmark: read}` a block.
"""

import re
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.quality.data import ROOT

TEMPLATE = Path(__file__).with_name("measures.template.md")
PAGE = ROOT / "docs" / "measures.md"
Row = tuple[str, str, str, str]
_BENCHMARKS = ("process", "imports", "read", "linearity", "doubling", "scale", "million", "recall")


def rows(text: str) -> dict[str, Row]:
    """The figures of one printed table by name: value, asked, counted, and whether it falls short.

    >>> rows("figure  value  floor  asked\\na b     0.500  0.400  0.900  1 of 2; below what is asked\\n")
    {'a b': ('0.500', '0.900', '1 of 2', 'short')}
    """
    found: dict[str, Row] = {}
    for head in re.finditer(r"^figure .*asked$", text, re.M):
        ends = [head[0].index(word) + len(word) for word in ("value", "floor", "asked")]
        name_end = ends[0] - 9 if ends[0] > 14 else head[0].index("value")
        for line in text[head.end() + 1 :].split("\n\n")[0].splitlines():
            found[line[:name_end].strip()] = _row(line, name_end, ends)
    return found


def _row(line: str, name_end: int, ends: list[int]) -> Row:
    note = line[ends[2] :].strip()
    counted = re.split(r";|below|BELOW", note)[0].strip()
    short = "short" if "below what is asked" in note else ""
    return line[name_end : ends[0]].strip(), line[ends[1] : ends[2]].strip(), counted, short


def blocks(text: str) -> dict[str, str]:
    """The printed benchmarks by name."""
    parts = re.split(r"^## (\w+)\n", text, flags=re.M)
    return {
        name: body.strip("\n")
        for name, body in zip(parts[1::2], parts[2::2], strict=True)
        if name in _BENCHMARKS
    }


def table(found: dict[str, Row], names: Iterable[str]) -> str:
    """Figures whose names begin with one of these, as a table; what falls short of what is asked in bold."""
    starts = tuple(names)
    lines = [_line(name, row) for name, row in found.items() if name.startswith(starts)]
    return "\n".join(["| figure | value | asked | counted |", "|---|---:|---:|---|", *lines])


def _line(name: str, row: Row) -> str:
    value, asked, counted, short = row
    return f"| {name} | {f'**{value}**' if short else value} | {asked} | {counted} |"


def page(texts: Iterable[str]) -> str:
    """The template with its tables and blocks filled in."""
    found: dict[str, Row] = {}
    printed: dict[str, str] = {}
    for text in texts:
        found, printed = {**found, **rows(text)}, {**printed, **blocks(text)}
    filled = re.sub(
        r"\{figures: ([^}]+)\}", lambda m: table(found, m[1].split(", ")), TEMPLATE.read_text("utf-8")
    )
    return re.sub(r"\{benchmark: (\w+)\}", lambda m: f"```text\n{printed.get(m[1], 'not run')}\n```", filled)


if __name__ == "__main__":
    PAGE.write_text(page(Path(name).read_text("utf-8") for name in sys.argv[1:]), encoding="utf-8")
