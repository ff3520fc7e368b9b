"""What a person sees while waiting: a bar of tqdm's where it is installed, else one line.

Both stand on standard error and are gone when the work is done.
"""

import sys
from collections.abc import Callable
from typing import Any

Progress = Callable[[str, int, int], None]


def bar() -> Progress:
    """A progress to hand to `compare`; `progress=True` does it. tqdm comes with spaCy, and fits a notebook too.

    >>> shown = bar()
    >>> shown("read", 1, 1)
    """
    try:
        from tqdm.auto import tqdm
    except ImportError:
        return line
    return _bar(tqdm)


def _bar(tqdm: Any) -> Progress:
    bars: dict[str, Any] = {}

    def told(stage: str, done: int, total: int) -> None:
        if stage not in bars:
            bars[stage] = tqdm(total=total, desc=stage, leave=False)
        bars[stage].update(done - bars[stage].n)
        if done >= total:
            bars.pop(stage).close()

    return told


def line(stage: str, done: int, total: int) -> None:
    """One line that is written over itself, and wiped when all is done."""
    sys.stderr.write(f"\r\x1b[K{stage} {done}/{total}" if done < total else "\r\x1b[K")
    sys.stderr.flush()
