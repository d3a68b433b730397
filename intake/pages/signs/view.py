"""A page made ready to be looked at: its sizes of picture, computed once for all features."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.domain.page import Origin, PageImage, Pixels
from intake.domain.text import Line
from intake.pages.shrink import shrunk

SIDE = 1000  # pixels of the longer side at which light is judged
COARSE = 400  # the same for outlines and colours


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A page as features see it: `grey` is whole, `small` has SIDE pixels, `coarse` and `chroma` COARSE.

    `chroma` is how far the strongest colour is from the weakest.
    """

    pixels: Pixels
    grey: NDArray[np.uint8]
    small: NDArray[np.uint8]
    coarse: Pixels
    chroma: NDArray[np.uint8]
    lines: Sequence[Line]
    origin: Origin


def view_of(page: PageImage, lines: Sequence[Line]) -> View:
    """Look at a page and at the lines that were read on it, boxes in its pixels."""
    grey = np.asarray(cv2.cvtColor(page.pixels, cv2.COLOR_RGB2GRAY), np.uint8)
    small, _ = shrunk(grey, SIDE)
    coarse, _ = shrunk(page.pixels, COARSE)
    least, most = extremes(coarse)
    return View(page.pixels, grey, small, coarse, most - least, lines, page.origin)


def extremes(picture: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return the weakest and the strongest colour of each pixel, ten times as fast as along an array's last axis."""
    red, green, blue = cv2.split(picture)
    least, most = cv2.min(cv2.min(red, green), blue), cv2.max(cv2.max(red, green), blue)
    return np.asarray(least, np.uint8), np.asarray(most, np.uint8)
