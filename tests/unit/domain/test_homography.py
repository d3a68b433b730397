"""Homographies take corners to corners, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.geometry import Point, Quad, Rect
from intake.domain.homography import between

SQUARE = Quad.of_rect(Rect(0, 0, 100, 60))
PLACES = st.floats(-40, 40)
CONVEX = st.tuples(*[st.tuples(PLACES, PLACES)] * 4).map(
    lambda shifts: Quad.of(
        [(x + dx, y + dy) for (x, y), (dx, dy) in zip([(0, 0), (400, 0), (400, 300), (0, 300)], shifts, strict=True)]
    )
)


def near(a: Quad, b: Quad) -> bool:
    pairs = zip(a.points, b.points, strict=True)
    return all(p == pytest.approx(q, abs=1e-6) for p, q in pairs)


@given(CONVEX)
def test_corners_go_to_corners(there: Quad):
    assert near(between(SQUARE, there).quad(SQUARE), there)


@given(CONVEX, st.floats(0, 100), st.floats(0, 60))
def test_there_and_back_is_where_it_was(there: Quad, x: float, y: float):
    move = between(SQUARE, there)

    assert move.inverse.point(move.point(Point(x, y))) == pytest.approx(Point(x, y), abs=1e-5)


@given(CONVEX)
def test_the_middle_of_a_flat_thing_stays_inside_it(there: Quad):
    assert there.holds(between(SQUARE, there).point(Point(50, 30)))


@pytest.mark.parametrize(("point", "is_held"), [((5, 5), True), ((0, 0), True), ((101, 5), False), ((5, -1), False)])
def test_a_quad_holds_what_is_inside(point, is_held):
    assert SQUARE.holds(Point(*point)) is is_held


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_a_quad_holds_the_same_whichever_corner_is_first(quarters: int):
    assert SQUARE.rolled(quarters).holds(Point(90, 50))


def test_rolling_moves_the_first_corner_on_clockwise():
    assert SQUARE.rolled(1).top_left == SQUARE.top_right
    assert SQUARE.rolled(4) == SQUARE
