"""Whether work grows with the text and not with its square, on a machine that does other things too."""

import gc
from collections.abc import Callable
from time import process_time

LINEAR = 2.4  # twice the text may take so many times as long; a quadratic reader takes four times
TRIES = 8  # a slow moment of the machine must not fail a test; a quadratic reader fails every try
LEAST = 0.004  # seconds below which a run says nothing


def grows_linearly(run: Callable[[int], object], size: int) -> bool:
    """Whether `run` at twice the size takes at most LINEAR times as long, in the best of a few tries."""
    run(min(size, 100))
    return any(_seconds(run, 2 * size) <= LINEAR * max(_seconds(run, size), LEAST) for _ in range(TRIES))


def _seconds(run: Callable[[int], object], size: int) -> float:
    """The time of a run without the cyclic collector, which walks over all that other tests have left too."""
    gc.disable()
    try:
        begun = process_time()
        run(size)
        return process_time() - begun
    finally:
        gc.enable()
