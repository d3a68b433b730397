"""Cuts the text of a quad out of a page, straight and as high as the recogniser wants it."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.domain.page import Pixels

HEIGHT = 48  # pixels: what the recogniser was trained on
NARROWEST = 16  # pixels
WIDEST = 12_000  # pixels: 250 characters in one line are a mistake of detection
LEVEL = 0.5  # pixels that a box may be askew
FINE = 1.6  # from here on a crop is first cut in its own pixels and then shrunk, so that thin strokes survive


def cut(page: Pixels, corners: NDArray[np.float32]) -> Pixels:
    """Return the text inside four corners (4, 2) as (HEIGHT, w, 3); the first corner is its top left."""
    width, height = size(corners)
    wide = int(np.clip(round(width * HEIGHT / height), NARROWEST, WIDEST))
    factor = height / HEIGHT
    if is_level(page, corners):
        return _scaled(page, corners, wide, cv2.INTER_CUBIC if factor < FINE else cv2.INTER_AREA)
    if factor < FINE:
        return _warped(page, corners, wide, HEIGHT)
    own = _warped(page, corners, min(round(wide * factor), WIDEST), round(height))
    return np.asarray(cv2.resize(own, (wide, HEIGHT), interpolation=cv2.INTER_AREA), np.uint8)


def is_level(page: Pixels, corners: NDArray[np.float32]) -> bool:
    """Say whether a box stands along the pixels of the page, the right way up, and not over its edge."""
    height, width = page.shape[:2]
    ax, ay, bx, by, cx, cy, dx, dy = map(float, corners.ravel())
    is_straight = max(abs(ay - by), abs(dy - cy), abs(ax - dx), abs(bx - cx)) < LEVEL
    return is_straight and 0 <= ax < bx <= width and 0 <= ay < dy <= height


def _scaled(page: Pixels, corners: NDArray[np.float32], wide: int, how: int) -> Pixels:
    """Scale a level box, up to the nearest whole pixels: a quarter of the time that sampling it takes."""
    left, top = np.minimum(np.rint(corners[0]).astype(int), np.array(page.shape[1::-1]) - 1)
    right, bottom = np.maximum(np.rint(corners[2]).astype(int), (left + 1, top + 1))
    return np.asarray(cv2.resize(page[top:bottom, left:right], (wide, HEIGHT), interpolation=how), np.uint8)


def size(corners: NDArray[np.float32]) -> tuple[float, float]:
    """Return the lengths along and across the reading direction, at least one pixel each."""
    a, b, c, d = corners
    width = (np.hypot(*(b - a)) + np.hypot(*(c - d))) / 2
    height = (np.hypot(*(d - a)) + np.hypot(*(c - b))) / 2
    return max(float(width), 1.0), max(float(height), 1.0)


def _warped(page: Pixels, corners: NDArray[np.float32], width: int, height: int) -> Pixels:
    """Sample a quad of the part of the page it stands in: large pages need not fit the remapper's 16 bit."""
    low = np.floor(corners.min(axis=0)).astype(int) - 2
    high = np.ceil(corners.max(axis=0)).astype(int) + 3
    low = np.clip(low, 0, [max(page.shape[1] - 1, 0), max(page.shape[0] - 1, 0)])
    part = page[low[1] : max(high[1], low[1] + 1), low[0] : max(high[0], low[0] + 1)]
    there = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32) - 0.5
    here = (corners - low - 0.5).astype(np.float32)
    matrix = cv2.getPerspectiveTransform(here, there)
    border = cv2.BORDER_REPLICATE
    return np.asarray(
        cv2.warpPerspective(part, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=border), np.uint8
    )
