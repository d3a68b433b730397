"""Cutting strips out of pages."""

import numpy as np
import pytest

from intake.ocr.crop import HEIGHT, NARROWEST, cut, is_level


def page_with_marks():
    page = np.full((400, 600, 3), 200, np.uint8)
    page[100:140, 100:200] = (255, 0, 0)
    page[100:140, 200:300] = (0, 0, 255)
    return page


@pytest.mark.parametrize(
    ("corners", "first", "last"),
    [
        pytest.param([(100, 100), (300, 100), (300, 140), (100, 140)], "red", "blue", id="as it stands"),
        pytest.param([(300, 140), (100, 140), (100, 100), (300, 100)], "blue", "red", id="on its head"),
    ],
)
def test_a_strip_starts_at_the_first_corner(corners, first, last):
    strip = cut(page_with_marks(), np.array(corners, np.float32))

    colours = {"red": 0, "blue": 2}
    assert strip.shape == (HEIGHT, 240, 3)
    assert strip[24, 5].argmax() == colours[first]
    assert strip[24, -5].argmax() == colours[last]


def test_a_box_that_reads_down_becomes_a_lying_strip():
    page = np.ascontiguousarray(np.rot90(page_with_marks(), -1))

    strip = cut(page, np.array([(300, 100), (300, 300), (260, 300), (260, 100)], np.float32))

    assert strip.shape == (HEIGHT, 240, 3)
    assert strip[24, 5].argmax() == 0
    assert strip[24, -5].argmax() == 2


def test_large_text_is_shrunk_by_area():
    page = np.zeros((960, 960, 3), np.uint8)
    page[:, ::2] = 255

    strip = cut(page, np.array([(0, 0), (960, 0), (960, 480), (0, 480)], np.float32))

    assert abs(int(strip.mean()) - 127) < 4
    assert strip.std() < 12


@pytest.mark.parametrize(
    "corners",
    [
        pytest.param([(-50, -20), (80, -20), (80, 30), (-50, 30)], id="over the edge"),
        pytest.param([(5, 5), (5, 5), (5, 5), (5, 5)], id="a point"),
        pytest.param([(900, 900), (950, 900), (950, 920), (900, 920)], id="outside"),
    ],
)
def test_odd_boxes_give_strips(corners):
    strip = cut(page_with_marks(), np.array(corners, np.float32))

    assert strip.shape[0] == HEIGHT
    assert strip.shape[1] >= NARROWEST


@pytest.mark.parametrize(
    ("skew", "shift", "is_so"),
    [
        pytest.param(0.0, 0, True, id="along the pixels"),
        pytest.param(2.0, 0, False, id="askew"),
        pytest.param(0.0, -150, False, id="over the edge"),
    ],
)
def test_only_a_box_along_the_pixels_of_the_page_is_scaled(skew, shift, is_so):
    corners = np.array([(100, 100), (300, 100 + skew), (300, 140 + skew), (100, 140)], np.float32)

    assert is_level(page_with_marks(), corners + np.array([shift, 0], np.float32)) is is_so


def test_a_box_that_is_scaled_shows_what_one_that_is_sampled_shows():
    page = np.random.default_rng(1).integers(0, 255, (20, 30, 3), np.uint8).repeat(20, axis=0).repeat(20, axis=1)
    level = np.array([(100, 100), (300, 100), (300, 140), (100, 140)], np.float32)

    scaled, sampled = cut(page, level), cut(page, level + np.array([(0, 0), (0, 0), (0, 0), (0.6, 0)], np.float32))

    assert scaled.shape == sampled.shape
    assert np.abs(scaled.astype(int) - sampled).mean() < 3
