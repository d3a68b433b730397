"""A page knows its size by its pixels, and where it is from only if its file says so."""

from __future__ import annotations

import numpy as np

from intake.domain.page import NOWHERE, PageImage


def test_a_page_is_as_wide_and_high_as_its_pixels():
    page = PageImage(1, np.zeros((3, 5, 3), np.uint8))

    assert (page.width, page.height) == (5, 3)


def test_a_page_is_from_nowhere_unless_told():
    assert PageImage(1, np.zeros((1, 1, 3), np.uint8)).origin == NOWHERE
