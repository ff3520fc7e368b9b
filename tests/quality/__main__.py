"""`python -m tests.quality [names…]`: every measure in a table, then what failed; `--raise` lifts floors."""

import argparse
import importlib
import json
import math
import sys
import time
from collections.abc import Iterable
from functools import cache

from tests.quality.figure import Figure, Result
from tests.quality.show import FLOORS, failures, floors, short, table

# the name typed → the modules whose `figures()` are printed
MEASURES: dict[str, tuple[str, ...]] = {
    "seeds": ("seeds",),
    "edits": ("edits",),
    "sentences": ("sentences",),
    "numbers": ("duckling", "recognizers", "quantulum"),
    "dates": ("dates",),
    "literals": ("literals",),
    "meantime": ("meantime",),
    "speakers": ("speakers",),
    "pfsa": ("pfsa",),
    "polnear": ("polnear",),
    "bundles": ("bundles",),
    "links": ("links",),
    "clashes": ("clashes",),
    "planted": ("planted",),
    "alike": ("alike",),
    "ecb": ("ecb",),
    "pud": ("pud",),
    "indonli": ("indonli",),
    "audit": ("audit",),
    "inject": ("inject",),
    "sayings": ("sayings",),
}
FAST = ("seeds", "edits", "speakers", "numbers", "dates")


def measure(names: Iterable[str]) -> list[Result]:
    """The figures of the named measures, in the order of the table; progress goes to stderr."""
    return [figure for name in names for module in MEASURES[name] for figure in _timed(module)]


@cache
def _timed(module: str) -> list[Result]:
    start = time.perf_counter()
    found: list[Result] = importlib.import_module(f"tests.quality.{module}").figures()
    print(f"{module}: {time.perf_counter() - start:.0f} s", file=sys.stderr)
    return found


def raise_floors(results: Iterable[Result]) -> int:
    """Lifts every floor that a figure exceeds, adds new ones, lowers none; returns how many changed."""
    pinned = floors()
    lifted = {f.name: _pinned(f) for f in results if isinstance(f, Figure) and _better(f, pinned.get(f.name))}
    FLOORS.write_text(
        json.dumps(dict(sorted({**pinned, **lifted}.items())), indent=1, ensure_ascii=False) + "\n"
    )
    return len(lifted)


def _pinned(figure: Figure) -> float:
    """Four digits, rounded to the side where the figure itself still holds."""
    return (math.floor if figure.more else math.ceil)(figure.value * 1e4) / 1e4


def _better(figure: Figure, floor: float | None) -> bool:
    """Whether a figure, rounded down to what is pinned, beats its floor; what only informs has none."""
    if floor is None:
        return not figure.informs
    return figure.value >= floor + 1e-4 if figure.more else figure.value <= floor - 1e-4


def main() -> int:
    """Prints the table and the failures; 1 when a figure fell below its floor."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *MEASURES], help="measures to take (all)")
    parser.add_argument("--raise", dest="lift", action="store_true", help="rewrite floors.json, upward only")
    parser.add_argument("--verbose", action="store_true", help="print every failure with its sentences")
    args = parser.parse_args()
    results = measure(args.names or list(MEASURES))
    print(table(results))
    print(failures(results, 100000 if args.verbose else 12))
    if args.lift:
        print(f"\n{raise_floors(results)} floors written")
    return int(any(isinstance(f, Figure) and short(f, floors().get(f.name)) for f in results))


if __name__ == "__main__":
    sys.exit(main())
