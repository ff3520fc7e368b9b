"""Timing: whole processes interleaved, functions warm and by processor time, the median of several runs."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from statistics import median

from tests.quality.data import ROOT


def seconds(work: Callable[[], object], runs: int = 3) -> float:
    """The median processor time of a call, which other work on the machine changes little."""
    return median(_once(work, time.process_time) for _ in range(runs))


def _once(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    start = clock()
    work()
    return clock() - start


def processes(programs: Sequence[str], runs: int = 7) -> list[float]:
    """The median whole-process time of Python programs, run in turn so that all see the same machine."""
    times: list[list[float]] = [[] for _ in programs]
    for _ in range(runs):
        for program, found in zip(programs, times, strict=True):
            found.append(_once(lambda program=program: run(program)))  # type: ignore[misc]
    return [median(found) for found in times]


def run(program: str) -> None:
    """One Python process at the root of the project, its bytecode kept as an installed library's is.

    `CalledProcessError` when it fails.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run([sys.executable, "-c", program], check=True, cwd=ROOT, env=kept, stdout=subprocess.DEVNULL)
