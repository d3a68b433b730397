"""Pages are turned by what most of their text says, and everything on them moves along."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.geometry import IDENTITY, Affine, Quad, Rect
from intake.domain.page import PageImage
from intake.domain.text import Line, plain_line
from intake.pages.upright import Turn, moved, turn_of, turned

BOX = Quad.of_rect(Rect(100, 200, 400, 230))


def leaning(degrees: float, text: str = "浙江省杭州市西湖区人民法院", *, confidence: float = 0.99) -> Line:
    """Build a line that reads `degrees` clockwise from the right."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return plain_line(text, Affine(cos, -sin, 500, sin, cos, 500).quad(BOX), confidence=confidence)


@pytest.mark.parametrize(("reads", "rotation"), [(0, 0), (90, 270), (180, 180), (-90, 90)])
def test_a_page_is_turned_against_the_direction_it_reads(reads: float, rotation: int):
    assert turn_of([leaning(reads)] * 3) == Turn(rotation, 0.0)


@pytest.mark.parametrize("reads", [0, 90, 180, -90])
@pytest.mark.parametrize("skew", [-14.0, -3.0, 0.5, 2.0, 15.0])
def test_what_remains_is_straightened(reads: float, skew: float):
    turn = turn_of([leaning(reads + skew)] * 3)

    assert turn.rotation == -reads % 360
    assert turn.skew == pytest.approx(-skew)


def test_a_breath_of_skew_is_left_alone():
    assert turn_of([leaning(0.2)]).skew == 0.0


def test_a_few_odd_lines_do_not_turn_a_page():
    page = [leaning(2.0)] * 7 + [leaning(90.0)] * 2 + [leaning(182.0)] * 2 + [leaning(-45.0)]

    turn = turn_of(page)

    assert turn.rotation == 0
    assert turn.skew == pytest.approx(-2.0)


def test_long_sure_lines_outweigh_many_short_ones():
    page = [leaning(180.0)] * 2 + [leaning(0.0, "印")] * 8 + [leaning(0.0, confidence=0.3)] * 9

    assert turn_of(page).rotation == 180


def test_nothing_to_go_by_turns_nothing():
    assert turn_of([]) == Turn(0, 0.0)
    assert turn_of([leaning(90.0, confidence=0.1)]) == Turn(0, 0.0)


def test_a_page_that_stands_is_given_back_as_it_is():
    page = PageImage(1, np.zeros((20, 30, 3), np.uint8))

    upright, affine = turned(page, Turn(0, 0.0))

    assert upright is page
    assert affine == IDENTITY


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_quarters_move_every_pixel_to_where_the_map_says(rotation: int):
    pixels = np.random.default_rng(1).integers(0, 255, (20, 30, 3), np.uint8)

    upright, affine = turned(PageImage(1, pixels), Turn(rotation, 0.0))

    at = affine.point(BOX.top_left._replace(x=7, y=3))
    assert sorted(upright.pixels.shape[:2]) == [20, 30]
    assert (upright.pixels[round(at.y), round(at.x)] == pixels[3, 7]).all()
    assert upright.pixels.flags.c_contiguous


@pytest.mark.parametrize("skew", [-15.0, -4.0, 7.5, 15.0])
@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_straightening_loses_nothing_and_moves_marks_where_the_map_says(rotation: int, skew: float):
    pixels = np.full((300, 400, 3), 255, np.uint8)
    corners = [(5, 5), (390, 5), (390, 290), (5, 290)]
    for x, y in corners:
        pixels[y - 4 : y + 5, x - 4 : x + 5] = 0

    upright, affine = turned(PageImage(1, pixels), Turn(rotation, skew))

    for x, y in corners:
        at = affine.point(BOX.top_left._replace(x=x, y=y))
        assert upright.pixels[round(at.y), round(at.x)].max() < 60
    assert (upright.pixels[0, 0] == 255).all()


@given(st.sampled_from([0, 90, 180, 270]), st.floats(-15, 15))
def test_lines_of_the_layer_and_their_characters_move_and_then_read_to_the_right(rotation: int, skew: float):
    reads = -rotation - skew
    line = leaning(reads)
    page = PageImage(1, np.full((60, 80, 3), 255, np.uint8), layer=(line,))
    turn = turn_of([line])

    upright, affine = turned(page, turn)

    (after,) = upright.layer
    assert abs(after.box.angle) <= 0.31
    assert abs(after.chars[3].box.angle) <= 0.31
    assert after.box.width == pytest.approx(line.box.width, rel=1e-3)
    assert moved([line], affine) == (after,)
