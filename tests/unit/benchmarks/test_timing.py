"""Quantiles and slopes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.timing import quantile, quartiles, slope

VALUES = st.lists(st.floats(0, 1000), min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [
        pytest.param([3.0], 0.95, 3.0, id="one"),
        pytest.param([4.0, 1.0, 3.0, 2.0, 5.0], 0.5, 3.0, id="median"),
        pytest.param([0.0, 10.0], 0.95, 9.5, id="between-two"),
        pytest.param([1.0, 2.0, 3.0], 1.0, 3.0, id="highest"),
        pytest.param([1.0, 2.0, 3.0], 0.0, 1.0, id="lowest"),
    ],
)
def test_quantile_is_linear_between_values(values, share, expected):
    assert quantile(values, share) == pytest.approx(expected)


@given(VALUES)
def test_quartiles_are_in_order_and_inside(values):
    low, middle, high = quartiles(values)

    assert min(values) <= low <= middle <= high <= max(values)


@pytest.mark.parametrize(
    ("values", "settled", "expected"),
    [
        pytest.param([5.0, 5.0, 5.0], 0.0, 0.0, id="flat"),
        pytest.param([1.0, 3.0, 5.0, 7.0], 0.0, 2.0, id="straight"),
        pytest.param([0.0, 90.0, 100.0, 101.0, 102.0, 103.0, 104.0, 105.0, 106.0, 107.0], 0.2, 1.0, id="settled"),
        pytest.param([1.0], 0.0, 0.0, id="one"),
    ],
)
def test_slope_is_the_growth_of_a_step(values, settled, expected):
    assert slope(values, settled) == pytest.approx(expected)
