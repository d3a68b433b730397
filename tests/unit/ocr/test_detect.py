"""From a heat map to rectangles, and the choice of scale, without weights."""

from typing import ClassVar

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.ocr import detect
from intake.ocr.crop import size


def heat_of(centre, extent, angle, shape=(320, 480)):
    heat = np.zeros(shape, np.float32)
    cv2.fillPoly(heat, [cv2.boxPoints((centre, extent, angle)).astype(np.int32)], 0.9)
    return heat


class FakeSession:
    """Answers every look with one line across the middle, its core a given part of the height of the look."""

    def __init__(self, part):
        self.part, self.looks = part, []

    def run(self, batch):
        _, _, height, width = batch.shape
        self.looks.append(max(height, width))
        heat = np.zeros((1, 1, height, width), np.float32)
        half = max(round(height * self.part / 2), 2)  # less is no line to the network
        if self.part:
            heat[0, 0, height // 2 - half : height // 2 + half, width // 4 : width * 3 // 4] = 0.9
        return (heat,)


@given(
    st.floats(min_value=60, max_value=200), st.floats(min_value=8, max_value=30), st.floats(min_value=-15, max_value=15)
)
def test_a_tilted_core_gives_its_grown_rectangle(width, height, angle):
    (box,) = detect.rectangles(heat_of((240, 160), (width, height), angle))

    assert size(box) == pytest.approx(detect.grown((width, height)), abs=8)
    assert np.allclose(box.mean(axis=0), (240, 160), atol=3)
    assert np.degrees(np.arctan2(*(box[1] - box[0])[::-1])) == pytest.approx(angle, abs=8)


def test_specks_and_faint_areas_are_no_lines():
    heat = heat_of((100, 100), (120, 20), 0) * 0.35
    heat[200:202, 200:202] = 0.9

    assert detect.rectangles(heat) == []


def test_growing_moves_every_side_by_area_over_perimeter():
    assert detect.grown((100.0, 20.0)) == pytest.approx((100 + 2 * 2000 * 1.4 / 240, 20 + 2 * 2000 * 1.4 / 240))


@given(st.floats(min_value=-44, max_value=44), st.integers(min_value=0, max_value=3), st.booleans())
def test_the_first_side_runs_right_and_corners_go_clockwise(angle, roll, mirrored):
    points = np.roll(cv2.boxPoints(((50, 50), (60, 30), angle)), roll, axis=0)

    box = detect.upright(points[::-1] if mirrored else points)

    assert box[1, 0] - box[0, 0] > abs(box[1, 1] - box[0, 1])
    assert box[2, 1] > box[1, 1]


class FaintSession:
    """Sees a line, and traces of another that a closer look makes a line of the given height."""

    def __init__(self, height):
        self.height, self.looks = height, []

    def run(self, batch):
        height, width = batch.shape[2:]
        heat = np.zeros((1, 1, height, width), np.float32)
        if not self.looks:
            heat[0, 0, 100:112, 100:300] = 0.9
            heat[0, 0, 200:212, 100:200] = 0.1
        else:
            middle, reach = height // 2, self.height // 2
            heat[0, 0, middle - reach : middle + reach, width // 3 : width * 2 // 3] = 0.9
        self.looks.append((height, width))
        return (heat,)


def test_where_a_look_saw_only_traces_a_closer_one_is_taken_of_that_place():
    session = FaintSession(height=16)

    seen, glimpsed = detect.look(session, np.zeros((832, 640, 3), np.uint8))

    (first, closer) = session.looks
    assert len(seen) == len(glimpsed) == 1
    assert glimpsed[0].mean(axis=0) == pytest.approx(
        seen[0].mean(axis=0) + np.array([-50, 100]) * 640 / session.looks[0][1], abs=8
    )
    assert closer[0] * closer[1] < first[0] * first[1] / 2


@pytest.mark.parametrize("side", [1, 3, 9, 14])
def test_a_tiny_page_with_traces_is_looked_at(side: int):
    detect.look(FaintSession(height=16), np.zeros((side, side, 3), np.uint8))


def test_a_page_that_seals_were_lifted_from_is_not_looked_at_closer():
    session = FaintSession(height=16)

    _, glimpsed = detect.look(session, np.zeros((832, 640, 3), np.uint8), is_unsealed=True)

    assert len(session.looks) == 1
    assert len(glimpsed) == 0


def test_what_is_taller_than_the_lines_is_a_part_of_a_picture():
    _, glimpsed = detect.look(FaintSession(height=60), np.zeros((832, 640, 3), np.uint8))

    assert len(glimpsed) == 0


BANDS = (1056, 1056, 1056)  # longest sides of the bands that a sheet is looked at in at 1,472 pixels


@pytest.mark.parametrize(
    ("shape", "part", "looks"),
    [
        pytest.param((2339, 1654), 0.03, [detect.FIRST], id="large text needs one look"),
        pytest.param((2339, 1654), 0.004, [detect.FIRST, *BANDS], id="small print is looked at again"),
        pytest.param((638, 1012), 0.1, [detect.FIRST_SMALL], id="a card is small"),
        pytest.param((2339, 1654), 0, [detect.FIRST, *BANDS], id="a large page that seems empty"),
        pytest.param((638, 1012), 0, [detect.FIRST_SMALL], id="a small empty page"),
        pytest.param((1125, 1500), 0.1, [detect.FIRST_CARD], id="a photograph of a card"),
    ],
)
def test_the_text_chooses_the_scale(shape, part, looks):
    session = FakeSession(part)

    detect.look(session, np.zeros((*shape, 3), np.uint8))

    assert session.looks == pytest.approx(looks, rel=0.1)


@given(st.integers(min_value=1, max_value=1500), st.integers(min_value=1, max_value=1500))
def test_a_look_has_sides_in_strides(width, height):
    longest = 960

    look = detect.scaled(np.zeros((height, width, 3), np.uint8), longest)

    assert all(side % detect.STRIDE == 0 and 0 < side <= longest for side in look.shape[:2])


def test_a_large_page_is_halved_before_it_is_scaled_so_that_no_thin_stroke_is_lost():
    page = np.zeros((2 * 960, 2 * 960, 3), np.uint8)
    page[:, ::4] = 255

    assert detect.scaled(page, 480).std() < 1
    assert round(float(detect.scaled(page, 480).mean())) == 64


def test_boxes_come_in_pixels_of_the_page():
    corners = detect.detect(FakeSession(0.1), np.zeros((1200, 1600, 3), np.uint8), 960).corners

    assert corners[0].mean(axis=0) == pytest.approx((800, 600), abs=4)


@pytest.mark.parametrize(
    ("height", "width", "side"),
    [
        pytest.param(2339, 1654, detect.FIRST, id="a sheet"),
        pytest.param(1600, 1180, detect.FIRST, id="a photograph of a sheet"),
        pytest.param(1125, 1500, detect.FIRST_CARD, id="a photograph of a card"),
        pytest.param(3000, 4000, detect.FIRST, id="a large photograph may hold anything"),
        pytest.param(638, 1012, detect.FIRST_SMALL, id="a scan of a card"),
    ],
)
def test_the_shape_chooses_the_first_look(height, width, side):
    assert detect.first_side(height, width) == side


def test_a_large_look_is_computed_in_bands_that_overlap():
    session = EchoSession()
    look = np.random.default_rng(1).integers(0, 255, (1472, 1056, 3), np.uint8)

    heat = detect.heated(session, look)

    whole = detect.tensor(look)[0, 0]
    assert np.array_equal(heat, whole)
    assert all(h * w <= detect.BAND + 2 * detect.OVERLAP * w + detect.STRIDE * w for h, w in session.looks)
    assert len(session.looks) == 3


def test_a_look_of_a_page_is_computed_at_once():
    session = EchoSession()

    detect.heated(session, np.zeros((1024, 736, 3), np.uint8))

    assert session.looks == [(1024, 736)]


class EchoSession:
    """Answers with the first channel, and remembers the sizes that it was given."""

    metadata: ClassVar = {}

    def __init__(self):
        self.looks = []

    def run(self, batch):
        self.looks.append(batch.shape[2:])
        return (batch[:, :1],)


def test_the_network_sees_each_channel_as_it_was_trained_blue_first():
    colours = np.random.default_rng(1).integers(0, 256, (32, 64, 3), np.uint8)

    seen = detect.tensor(colours)

    wanted = (colours[..., ::-1] / 255 - detect.MEAN) / detect.SPREAD
    assert seen.shape == (1, 3, 32, 64)
    np.testing.assert_allclose(seen[0].transpose(1, 2, 0), wanted, atol=1e-5)
