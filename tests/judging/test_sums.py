"""One amount of one person under two names: what clashes, and all that does not."""

import pytest

import claimcheck

DEMANDED = "Jaksa juga menuntut {} membayar {} subsider enam bulan penjara."


def conflicts(a: str, b: str, language: str = "id") -> list[tuple[str, list[str]]]:
    found = claimcheck.compare([a, b], language=language).conflicts
    return [(f.steps[-1].rule, [side.says for side in f.sides]) for f in found]


def test_one_amount_is_no_fine_and_restitution() -> None:
    one = DEMANDED.format("Indra Santoso", "denda sebesar Rp300 juta")
    other = DEMANDED.format("Indra Santoso", "uang pengganti Rp 300 juta")
    says = ["denda sebesar Rp300 juta", "uang pengganti Rp 300 juta"]
    assert conflicts(one, other) == [("sums.apart", says)]
    (found,) = claimcheck.compare([one, other], language="id").conflicts
    assert "menulis denda sebesar Rp300 juta" in found.headline


def test_so_in_english() -> None:
    one, other = (f"The judge ordered Ann Vance to pay a {what} of $300." for what in ("fine", "ransom"))
    assert conflicts(one, other, "en") == [("sums.apart", ["fine of $300", "ransom of $300"])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            DEMANDED.format("Indra Santoso", "denda Rp300 juta"),
            DEMANDED.format("Indra Santoso", "denda sebesar Rp 300.000.000"),
        ),
        (
            DEMANDED.format("Indra Santoso", "denda Rp300 juta"),
            DEMANDED.format("Donald Sihombing", "uang pengganti Rp300 juta"),
        ),
        (
            DEMANDED.format("Indra Santoso", "denda Rp300 juta"),
            DEMANDED.format("Indra Santoso", "uang senilai Rp300 juta"),
        ),
        (
            DEMANDED.format("Indra Santoso", "denda Rp300 juta"),
            DEMANDED.format("Indra Santoso", "uang pengganti Rp300 juta")
            + " Indra Santoso juga dituntut membayar denda Rp300 juta.",
        ),
    ],
)
def test_what_does_not_clash(one: str, other: str) -> None:
    assert "sums.apart" not in {rule for rule, _ in conflicts(one, other)}
