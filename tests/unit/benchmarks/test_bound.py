"""Bounds on error rates."""

from __future__ import annotations

import pytest

from benchmarks.bound import upper_bound


@pytest.mark.parametrize("n", [20, 100, 1000])
def test_upper_bound_of_no_errors_is_three_by_n(n):
    assert upper_bound(0, n) == pytest.approx(3 / n, rel=0.08)


@pytest.mark.parametrize(
    ("errors", "n", "bound"),
    [
        pytest.param(1, 100, 0.0466, id="one"),
        pytest.param(5, 5, 1.0, id="all"),
        pytest.param(0, 0, 1.0, id="none"),
        pytest.param(2200, 2400, 0.92584, id="many"),
    ],
)
def test_upper_bound_is_exact(errors, n, bound):
    assert upper_bound(errors, n) == pytest.approx(bound, abs=1e-4)
