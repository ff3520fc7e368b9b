"""Reports that meet: their products are those of whole matrices, cell by cell."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from claimcheck.linking import meetings as m

REPORT = np.array([0, 1, 1, 2, 2, 2])
ONE, OTHER = np.array([0, 1, 1, 2, 2, 2]), np.array([0, 0, 1, 0, 1, 2])


@pytest.fixture(scope="module")
def rows() -> np.ndarray:
    """Six rows of three reports; the last row is empty, the last term in no row."""
    made = np.random.default_rng(1).integers(0, 3, (6, 5)).astype(float)
    made[5], made[:, 4] = 0, 0
    return made


@pytest.mark.parametrize("cells", [1, 4, 100])
def test_products_and_highest_weights_are_those_of_the_whole(rows, cells, monkeypatch):
    monkeypatch.setattr(m, "CELLS", cells)
    shelf, weight = m.shelved(csr_matrix(rows), REPORT), np.array([0.0, 0.3, 0.2, 0.5, 1.0])
    both = (rows[:, None] > 0) & (rows[None] > 0)
    product, highest = rows @ rows.T, (both * weight).max(axis=2)
    seen = []
    for here in m.blocks(shelf.first, ONE, OTHER):
        met = m.meetings(shelf.first, ONE[here], OTHER[here])
        desk = m.cleared([shelf], met)
        shared = m.shared(shelf, met, desk)
        assert not desk.any()
        found, top = (x.reshape(-1, shared.wide) for x in (m.products(shared), m.highest(shared, weight)))
        for k, right in enumerate(met.right.tolist()):
            left = np.flatnonzero(met.one[met.of[k]] == REPORT)
            assert met.facing[k] == left[0]
            assert found[k, : len(left)] == pytest.approx(product[right, left])
            assert top[k, : len(left)] == pytest.approx(highest[right, left])
            seen += [(right, int(i)) for i in left]
    wanted = [(r, i) for r in range(6) for i in range(6) if REPORT[i] >= REPORT[r]]
    assert sorted(seen) == wanted


def test_rows_without_a_term_share_nothing():
    shelf = m.shelved(csr_matrix((2, 3)), np.array([0, 1]))
    met = m.meetings(shelf.first, np.array([1]), np.array([0]))
    shared = m.shared(shelf, met, m.cleared([shelf], met))
    assert m.products(shared).tolist() == m.highest(shared, np.ones(3)).tolist() == [0.0]
