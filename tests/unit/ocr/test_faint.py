"""Traces of lines beside those that were found, in heat maps that are drawn here."""

import cv2
import numpy as np
import pytest

from intake.ocr.faint import MARGIN, MOST, FaintPlace, faint_places, is_new, worth_a_look

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

    assert place.left < 150 - MARGIN[0]
    assert place.top < 120 - MARGIN[1]
    assert place.right > 200 + MARGIN[0]
    assert place.bottom > 132 + MARGIN[1]


def test_a_line_that_was_found_is_no_trace_nor_is_its_faint_edge():
    heat = heat_with((97, 97, 203, 115, 0.15), (100, 100, 200, 112, 0.9))

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


@pytest.mark.parametrize(
    ("area", "edges"),
    [
        pytest.param((0, 0, 30, 12, 0.1), (0, 0, None, None), id="top left"),
        pytest.param((370, 288, 400, 300, 0.1), (None, None, 400, 300), id="bottom right"),
    ],
)
def test_a_place_stays_on_the_picture(area, edges):
    (place,) = faint_places(heat_with(area), [])

    found = (place.left, place.top, place.right, place.bottom)
    assert all(edge is None or value == edge for value, edge in zip(found, edges, strict=True))


def test_where_there_are_most_traces_is_looked_at_first():
    faint, strong = faint_places(heat_with((40, 40, 60, 50, 0.1), (200, 200, 300, 215, 0.1)), [])

    assert faint.traces > strong.traces
    assert faint.left > 100


PLACE = FaintPlace(left=100, top=50, right=300, bottom=100, traces=40)
TWICE = np.array([2, 2], np.float32)


def test_a_place_is_cut_out_of_the_page():
    page = np.arange(400 * 800, dtype=np.uint32).reshape(400, 800)

    part, start = PLACE.cut(page, TWICE)

    assert start == (200, 100)
    assert (part == page[100:200, 200:600]).all()


@pytest.mark.parametrize("side", [1, 2, 7, 14])
def test_of_a_tiny_page_something_is_cut_out(side: int):
    part, _ = FaintPlace(500, 500, 520, 520, 40).cut(
        np.zeros((side, side)), np.array([side / 832, side / 832], np.float32)
    )

    assert part.size


@pytest.mark.parametrize(
    ("line", "is_so"),
    [
        pytest.param(box(260, 130, 500, 160), True, id="within"),
        pytest.param(box(260, 130, 590, 160), False, id="up to its right edge"),
        pytest.param(box(210, 130, 500, 160), False, id="from its left edge"),
        pytest.param(box(260, 165, 500, 200), False, id="half of it below"),
    ],
)
def test_a_line_that_may_go_on_beyond_the_place_is_not_whole(line, is_so):
    assert PLACE.holds(line, TWICE, (400, 800)) is is_so


def test_a_line_may_end_at_the_edge_of_the_page():
    assert PLACE.holds(box(260, 130, 600, 160), TWICE, (400, 600))


def test_no_more_is_looked_at_than_is_worth_it():
    places = [FaintPlace(0, 0, 100, 10, 9), FaintPlace(0, 0, 100, 90, 8), FaintPlace(0, 0, 100, 5, 7)]

    assert list(worth_a_look(places, 2000)) == [places[0], places[2]]
    assert len(list(worth_a_look([FaintPlace(0, 0, 1, 1, 1)] * 1000, 1e9))) == MOST


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
