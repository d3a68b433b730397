"""Finds the rings of seals on copies without colour, where a seal is as black as the text that it covers."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.domain.page import Pixels
from intake.pages.shrink import averaged

SIDE = 480  # pixels of the longer side: a ring is still a line, text is already a grain
COLOURED, COLOUR_SHARE = 60, 0.0005  # saturation that is colour; share of a page from which it is a page in colour
DARKER = 0.85  # of the grey around
SMALLEST, LARGEST = 0.05, 0.20  # radius as a share of the page's shorter side
VOTES = 26  # of the Hough accumulator: low, because every candidate is looked at again
CANDIDATES = 12
WHOLE = 0.85  # share of a ring that is dark; circles that text makes by chance stay below 0.75
SOLID = 0.6  # darkness just outside the ring, from which it is the rim of a dark patch
DIRECTIONS = np.radians(np.arange(0, 360, 3))


def rings(pixels: Pixels) -> tuple[tuple[float, float, float], ...]:
    """Return the rings of a page without colour as (x, y, radius) in its pixels; none for a page in colour."""
    small, scale = averaged(pixels, SIDE)
    if (cv2.cvtColor(small, cv2.COLOR_RGB2HSV)[..., 1] > COLOURED).mean() > COLOUR_SHARE:
        return ()
    grey = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY).astype(np.float32)
    dark = (grey < cv2.blur(grey, (41, 41)) * DARKER).astype(np.uint8)
    found = [circle for circle in _candidates(dark) if _is_ring(dark, *circle)]
    return tuple((x / scale, y / scale, radius / scale) for x, y, radius in _apart(found))


def _candidates(dark: NDArray[np.uint8]) -> Iterator[tuple[float, float, float]]:
    side = min(dark.shape)
    circles = cv2.HoughCircles(
        cv2.GaussianBlur(255 - dark * 255, (0, 0), 1.0),
        cv2.HOUGH_GRADIENT,
        1,
        side * 0.1,
        param1=150,
        param2=VOTES,
        minRadius=max(int(side * SMALLEST), 4),
        maxRadius=max(int(side * LARGEST), 5),
    )
    for x, y, radius in () if circles is None else np.reshape(circles, (-1, 3))[:CANDIDATES]:
        yield float(x), float(y), float(radius)


def _is_ring(dark: NDArray[np.uint8], x: float, y: float, radius: float) -> bool:
    """Say whether a circle is drawn all the way round, and is no rim of something dark."""
    thick = cv2.dilate(dark, np.ones((3, 3), np.uint8))
    whole = max(_along(thick, x, y, radius + by) for by in range(-3, 4))
    return whole >= WHOLE and _along(dark, x, y, radius * 1.12) < SOLID


def _along(dark: NDArray[np.uint8], x: float, y: float, radius: float) -> float:
    """Return the dark share of a circle."""
    columns = np.clip(np.round(x + radius * np.cos(DIRECTIONS)).astype(int), 0, dark.shape[1] - 1)
    rows = np.clip(np.round(y + radius * np.sin(DIRECTIONS)).astype(int), 0, dark.shape[0] - 1)
    return float(dark[rows, columns].mean())


def _apart(circles: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Keep the first of circles that lie within each other."""
    kept: list[tuple[float, float, float]] = []
    for x, y, radius in circles:
        if all(np.hypot(x - a, y - b) > max(radius, r) for a, b, r in kept):
            kept.append((x, y, radius))
    return kept
