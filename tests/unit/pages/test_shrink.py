"""Small pictures: as long as asked for, and as light in every part as the large one."""

import cv2
import numpy as np
import pytest

from intake.pages.shrink import halved, pressed, shrunk


def gradient(height, width):
    return np.add.outer(np.linspace(0, 150, height), np.linspace(0, 100, width)).astype(np.uint8)


@pytest.mark.parametrize("shape", [(2339, 1654), (801, 800), (1, 30_000), (1601, 7)])
@pytest.mark.parametrize("how", [cv2.INTER_AREA, cv2.INTER_LINEAR])
def test_the_longer_side_is_as_long_as_asked_for_and_the_scale_says_so(shape, how):
    small, scale = shrunk(gradient(*shape), 800, how)

    assert max(small.shape) in {799, 800}  # an odd row is left out when a picture is halved
    assert scale == pytest.approx(800 / max(shape), rel=0.002)


def test_a_picture_that_fits_stays_as_it_is():
    picture = gradient(300, 800)

    small, scale = shrunk(picture, 800)

    assert small is picture
    assert scale == 1.0


def test_every_part_is_as_light_as_it_was():
    large = gradient(2339, 1654)

    small, _ = shrunk(large, 500)
    back = cv2.resize(small, large.shape[::-1]).astype(int)

    assert np.abs(back - large)[20:-20, 20:-20].max() <= 2


@pytest.mark.parametrize("shape", [(2339, 1654), (447, 900), (20, 3000), (224, 224)])
def test_a_pressed_picture_is_square(shape):
    assert pressed(gradient(*shape), 224).shape == (224, 224)


def test_a_picture_is_halved_while_both_sides_are_long_enough():
    small, scale = halved(gradient(2000, 500), (400, 200))

    assert small.shape == (500, 125)
    assert scale == 0.25
