"""Figures in pieces are told from whole ones; dust, and letters of several strokes, are no broken figures."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from builders import plain_line

from intake.domain.geometry import Quad, Rect
from intake.domain.page import Pixels
from intake.domain.text import Line
from intake.ocr.strokes import is_worn

LEFT, TOP, WIDE, HIGH = 40, 30, 28, 44


def _printed(text: str) -> tuple[Pixels, Line]:
    """Print a text on a page, each character in a cell of its own."""
    page = np.full((120, 2 * LEFT + WIDE * len(text), 3), 245, np.uint8)
    for i, char in enumerate(text):
        at = (LEFT + WIDE * i + 2, TOP + HIGH - 8)
        cv2.putText(page, char, at, cv2.FONT_HERSHEY_SIMPLEX, 1.2, (20, 20, 20), 3)
    box = Quad.of_rect(Rect(LEFT, TOP, LEFT + WIDE * len(text), TOP + HIGH))
    return page, plain_line(text, box)


def _broken(page: Pixels, text: str, figures: int) -> Pixels:
    """Lose a stroke across the middle of so many figures, as a worn copier does."""
    worn = page.copy()
    for i in range(figures):
        cell = slice(LEFT + WIDE * i, LEFT + WIDE * (i + 1))
        worn[TOP + 24 : TOP + 28, cell] = 245
    return worn


NUMBER = "8324960411"


@pytest.mark.parametrize(("figures", "worn"), [(0, False), (2, False), (3, True), (10, True)])
def test_a_number_is_worn_where_a_quarter_of_its_figures_is_in_pieces(figures: int, *, worn: bool):
    page, line = _printed(NUMBER)

    assert is_worn(_broken(page, NUMBER, figures), line) is worn


def test_dust_beside_figures_breaks_none():
    page, line = _printed(NUMBER)
    for i in range(len(NUMBER)):
        cv2.circle(page, (LEFT + WIDE * i + 3, TOP + 4), 2, (20, 20, 20), -1)

    assert not is_worn(page, line)


def test_a_text_of_few_figures_is_never_worn():
    page, line = _printed("12")

    assert not is_worn(_broken(page, "12", 2), line)
