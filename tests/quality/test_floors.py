"""No figure falls below its floor: those quickly measured always, the large sets when marked slow."""

import pytest

from tests.quality.__main__ import FAST, MEASURES, measure
from tests.quality.figure import Figure
from tests.quality.show import floors, short


def _fallen(name: str) -> list[str]:
    pinned = floors()
    figures = [f for f in measure([name]) if isinstance(f, Figure)]
    if not figures:
        pytest.skip("the large sets are not here")
    return [
        f"{f.name}: {f.value:.4f}, floor {pinned[f.name]}" for f in figures if short(f, pinned.get(f.name))
    ]


@pytest.mark.parametrize("name", FAST)
def test_no_quick_figure_falls_below_its_floor(name: str) -> None:
    assert _fallen(name) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", [n for n in MEASURES if n not in FAST])
def test_no_figure_of_the_large_sets_falls_below_its_floor(name: str) -> None:
    assert _fallen(name) == []


def test_every_floor_has_a_figure() -> None:
    """A floor whose figure is gone or renamed says nothing any more."""
    known = {f.name for f in measure(FAST)}
    quick = ("seeds ", "edits ", "more edits ", "duckling ", "recognizers ", "quantulum3 ", "dateparser ")
    assert [name for name in floors() if name.startswith(quick) and name not in known] == []
