"""Shows parts of a page in another light, for a second look at what was hard to read there."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.domain.page import Pixels

DARK, LIGHT = 1, 90  # percentiles that become black and white: ink is little of a strip of text
LEAST = 20  # grey levels between them: less is noise, and stays faint
PAPER = 15  # pixels: wider than a stroke, narrower than a shadow
WHITE = 245


def in_red_light(pixels: Pixels) -> Pixels:
    """Return what red light shows: red ink is as bright as paper there, whatever lies under it stays dark."""
    return _stretched(pixels[..., 0])


def evened(pixels: Pixels) -> Pixels:
    """Return the grey of a part with the paper equally bright everywhere, and its contrast drawn out."""
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    paper = cv2.GaussianBlur(cv2.dilate(grey, np.ones((PAPER, PAPER), np.uint8)), (0, 0), PAPER)
    even = np.clip(grey * (255 / np.maximum(paper, 1).astype(np.float32)), 0, 255)
    return _stretched(even.astype(np.uint8))


def _stretched(grey: NDArray[np.uint8]) -> Pixels:
    low, high = np.percentile(grey, (DARK, LIGHT))
    wide = np.clip((grey - np.float32(low)) * np.float32(WHITE / max(high - low, LEAST)), 0, 255)
    return np.repeat(wide.astype(np.uint8)[..., None], 3, axis=2)
