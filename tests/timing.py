"""Whether work grows with the text and not with its square, on a machine that does other things too."""

import gc
from collections.abc import Callable
from time import process_time

LINEAR = 2.4  # twice the text may take so many times as long; a quadratic reader takes four times
TRIES = (1, 1, 1, 2, 2, 2, 4, 4, 4)  # times the size: a slow moment, or memory that a run of just this
# size is the first to ask for, must not fail a test; a quadratic reader fails every try
LEAST = 0.004  # seconds below which a run says nothing


def grows_linearly(run: Callable[[int], object], size: int) -> bool:
    """Whether `run` at twice the size takes at most LINEAR times as long, in one of a few tries."""
    run(min(size, 100))
    return any(
        _seconds(run, 2 * size * times) <= LINEAR * max(_seconds(run, size * times), LEAST) for times in TRIES
    )


def _seconds(run: Callable[[int], object], size: int) -> float:
    """The time of a run without the cyclic collector, which walks over all that other tests have left too."""
    gc.disable()
    try:
        begun = process_time()
        run(size)
        return process_time() - begun
    finally:
        gc.enable()
