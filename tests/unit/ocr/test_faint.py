"""Traces of lines beside those that were found, in heat maps that are drawn here."""

import cv2
import numpy as np
import pytest

from intake.ocr.faint import MARGIN, Place, faint_places, is_new

SHAPE = (300, 400)


def box(left, top, right, bottom):
    return np.array([[left, top], [right, top], [right, bottom], [left, bottom]], np.float32)


def heat_with(*areas):
    heat = np.zeros(SHAPE, np.float32)
    for left, top, right, bottom, warmth in areas:
        heat[top:bottom, left:right] = warmth
    return heat


def test_a_trace_is_a_place_with_a_margin_around_it():
    (place,) = faint_places(heat_with((150, 120, 200, 132, 0.1)), [])

    assert place.left < 150 - MARGIN
    assert place.top < 120 - MARGIN
    assert place.right > 200 + MARGIN
    assert place.bottom > 132 + MARGIN


def test_a_line_that_was_found_is_no_trace_nor_is_its_faint_edge():
    heat = heat_with((98, 98, 202, 114, 0.05), (100, 100, 200, 112, 0.9))

    assert faint_places(heat, [box(100, 100, 200, 112)]) == []


@pytest.mark.parametrize(
    "area",
    [
        pytest.param((150, 120, 200, 132, 0.01), id="too faint"),
        pytest.param((150, 120, 153, 122, 0.2), id="a speck"),
    ],
)
def test_noise_is_no_trace(area):
    assert faint_places(heat_with(area), []) == []


def test_traces_near_each_other_are_one_place_and_others_are_their_own():
    heat = heat_with((40, 40, 90, 52, 0.1), (40, 60, 90, 72, 0.1), (300, 240, 350, 252, 0.1))

    assert len(faint_places(heat, [])) == 2


def test_a_place_stays_on_the_picture():
    (place,) = faint_places(heat_with((0, 0, 30, 12, 0.1)), [])

    assert (place.left, place.top) == (0, 0)


def test_a_place_is_known_in_a_larger_picture():
    assert Place(10, 20, 30, 40).scaled(np.array([2, 3], np.float32)) == Place(20, 60, 60, 120)


@pytest.mark.parametrize(
    ("line", "is_so"),
    [
        pytest.param(box(0, 40, 100, 60), True, id="below"),
        pytest.param(box(0, 25, 100, 45), True, id="below, and a little over it"),
        pytest.param(box(93, 10, 193, 30), True, id="beside, the room around it over the other's"),
        pytest.param(box(85, 10, 185, 30), False, id="beside, with a figure of the other"),
        pytest.param(box(85, 10, 485, 30), False, id="long, with a figure of the other"),
        pytest.param(box(0, 10, 100, 30), False, id="the same"),
        pytest.param(box(60, 0, 80, 400), False, id="a column through it"),
        pytest.param(box(150, 0, 170, 400), True, id="a column beside it"),
    ],
)
def test_a_line_is_new_where_no_other_stands(line, is_so):
    assert is_new(line, [box(0, 10, 100, 30)]) is is_so


def test_a_tilted_line_is_new_beside_another():
    turn = cv2.getRotationMatrix2D((50, 20), 12, 1)
    known, beside, over = (
        np.array([turn @ (*p, 1) for p in b], np.float32)
        for b in (box(0, 10, 100, 30), box(95, 10, 195, 30), box(80, 10, 180, 30))
    )

    assert is_new(beside, [known])
    assert not is_new(over, [known])
