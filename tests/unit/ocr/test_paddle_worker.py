"""What the worker for PaddleOCR makes of the library's answers."""

from __future__ import annotations

import io

import numpy as np
import pytest

from intake.ocr.paddle_worker import _pictures, corners_as_read

WIDE = [[10, 20], [110, 20], [110, 40], [10, 40]]
TALL = [[10, 20], [30, 20], [30, 120], [10, 120]]


@pytest.mark.parametrize(
    ("poly", "upside_down", "first"),
    [
        pytest.param(WIDE, False, [10, 20], id="wide"),
        pytest.param(WIDE, True, [110, 40], id="wide-on-its-head"),
        pytest.param(TALL, False, [30, 20], id="tall-reads-downward"),
        pytest.param(TALL, True, [10, 120], id="tall-reads-upward"),
    ],
)
def test_corners_as_read_starts_where_the_text_starts(poly, upside_down, first):
    corners = corners_as_read(np.array(poly, np.int16), upside_down=upside_down)

    assert corners[0] == first
    assert sorted(corners) == sorted(poly)


def test_pictures_come_blue_first_in_order():
    red = np.full((1, 2, 3), (255, 0, 0), np.uint8)
    blue = np.full((2, 1, 3), (0, 0, 255), np.uint8)

    first, second = _pictures(io.BytesIO(red.tobytes() + blue.tobytes()), [red.shape, blue.shape])

    assert first.tolist() == [[[0, 0, 255]] * 2]
    assert second.tolist() == [[[255, 0, 0]]] * 2
