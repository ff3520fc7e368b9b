"""`python -m tests.benchmarks [NAME…]`: times beside blank spaCy; `million` needs 10 GiB and its name."""

import argparse
import os
import platform
import sys
from collections.abc import Callable

from tests.benchmarks.growth import doubling, linearity
from tests.benchmarks.linked import million, recall, scale
from tests.benchmarks.speed import imports, reading, whole_process

BENCHMARKS: dict[str, Callable[[], list[str]]] = {
    "process": whole_process,
    "imports": imports,
    "read": reading,
    "linearity": linearity,
    "doubling": doubling,
    "scale": scale,
    "recall": recall,
    "million": million,
}


def main() -> int:
    """Prints every table, or those named."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", help=f"of {', '.join(BENCHMARKS)} (all)")
    names = parser.parse_args().names or [name for name in BENCHMARKS if name != "million"]
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    for name in names:
        print(f"\n## {name}", *BENCHMARKS[name](), sep="\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
