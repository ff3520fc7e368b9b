"""Printing figures as a table, with what failed below it."""

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.quality.data import load
from tests.quality.figure import Figure, Result

FLOORS = Path(__file__).with_name("floors.json")


def floors() -> dict[str, float]:
    """The pinned figures by name."""
    return dict(load(FLOORS)) if FLOORS.exists() else {}


def table(results: Iterable[Result]) -> str:
    """Name, value, floor and what is asked, one line a figure."""
    pinned = floors()
    rows = [_row(result, pinned) for result in results]
    width = max((len(row[0]) for row in rows), default=4)
    head = ("figure", "value", "floor", "asked", "")
    return "\n".join(_line(row, width) for row in [head, *rows])


def _line(row: tuple[str, str, str, str, str], width: int) -> str:
    name, value, floor, asked, note = row
    return f"{name:<{width}}  {value:>9}  {floor:>7}  {asked:>7}  {note}".rstrip()


def _row(result: Result, pinned: dict[str, float]) -> tuple[str, str, str, str, str]:
    if not isinstance(result, Figure):
        return result.name, "skipped", "", "", result.why
    floor = pinned.get(result.name)
    return result.name, number(result.value), number(floor), number(result.asked), _note(result, floor)


def _note(figure: Figure, floor: float | None) -> str:
    amount = f"{figure.hits:g} of {figure.of:g}" if figure.of else ""
    marks = [amount, "" if not short(figure, figure.asked) else "below what is asked"]
    return "; ".join(m for m in [*marks, "BELOW ITS FLOOR" if short(figure, floor) else ""] if m)


def short(figure: Figure, bound: float | None) -> bool:
    """Whether a figure falls short of a bound, rounding aside."""
    if bound is None:
        return False
    return figure.value < bound - 1e-9 if figure.more else figure.value > bound + 1e-9


def number(value: float | None) -> str:
    """A figure as printed: shares with three digits, whole numbers as such."""
    if value is None:
        return ""
    return f"{value:.0f}" if value == int(value) and value > 1 else f"{value:.3f}"


def failures(results: Iterable[Result], most: int) -> str:
    """Every miss below the name of its figure, at most `most` a figure."""
    parts = []
    for figure in results:
        if isinstance(figure, Figure) and figure.failures:
            shown = [f"  {line}" for line in figure.failures[:most]]
            rest = [f"  … and {len(figure.failures) - most} more"] if len(figure.failures) > most else []
            parts.append("\n".join([f"\n## {figure.name}", *shown, *rest]))
    return "\n".join(parts)


def main(measure: Callable[[], list[Result]]) -> None:
    """Runs one measure by itself: the table, then all that failed."""
    parser = argparse.ArgumentParser(description="Prints the figures of one measure and what failed.")
    parser.add_argument("--most", type=int, default=10000, help="failures printed for each figure")
    args = parser.parse_args()
    results = measure()
    print(table(results))
    print(failures(results, args.most))
