"""How many pixels a page of a PDF gets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.pages.limits import LIMITS
from intake.pages.pdf import Scan, size

A4 = (595.0, 842.0)
TEXT = Scan(0.0, 0.0)


@pytest.mark.parametrize(
    ("points", "scan", "pixels"),
    [
        (A4, TEXT, (1653, 2339)),
        (A4, Scan(0.5, 300), (1653, 2339)),
        (A4, Scan(1.0, 150), (1240, 1754)),
        (A4, Scan(1.0, 600), (2479, 3508)),
        ((243.0, 153.0), TEXT, (1600, 1007)),
        ((72.0, 36.0), TEXT, (600, 300)),
        ((3000.0, 4000.0), Scan(1.0, 72), (3000, 4000)),
    ],
    ids=["text", "half a picture", "coarse scan", "fine scan", "card", "stamp", "photograph as a poster"],
)
def test_a_page_is_drawn_as_fine_as_it_needs(points: tuple[float, float], scan: Scan, pixels: tuple[int, int]):
    assert size(points, scan, LIMITS) == pixels


@given(st.floats(0.01, 1e6), st.floats(0.01, 1e6), st.floats(0, 1), st.floats(0, 1e5))
def test_no_page_is_above_the_limits(width: float, height: float, covered: float, dpi: float):
    across, down = size((width, height), Scan(covered, dpi), LIMITS)

    assert 1 <= across <= 32_767
    assert 1 <= down <= 32_767
    assert across * down <= LIMITS.megapixels * 1_000_000
