"""Says whether the corners of a quad are round as those of a bank or identity card, which sheets and frames are not."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.domain.page import Pixels
from intake.pages.quads import Corners

Floats = NDArray[np.float32]

LONG, SHORT, RADIUS = 85.6, 53.98, 3.18  # mm, ISO 7810 ID-1
STEP = 0.25  # mm between samples
OUTSIDE, INSIDE = 1.5, 4.5  # mm around a corner that are sampled
EDGE = 0.35  # mm beside an edge that its blur takes


def roundness(pixels: Pixels, quad: Corners) -> tuple[float, float]:
    """Return how round the corners are, 0.0 sharp to 1.0 as a card's, and by how many levels card and ground differ.

    What is asked is the tip that a sharp corner has and a round one has not: does it look as the ground, or as the
    card?
    """
    colours = _sampled(pixels, quad)
    inside, outside, tip = (np.median(colours[:, mask], axis=1) for mask in (_INSIDE, _OUTSIDE, _TIP))
    apart = outside - inside
    contrast = np.linalg.norm(apart, axis=1)
    share = ((tip - inside) * apart).sum(axis=1) / np.maximum(contrast**2, 1.0)
    return float(np.median(np.clip(share, -0.5, 1.5))), float(np.median(contrast))


_ACROSS = np.arange(-OUTSIDE, INSIDE, STEP, dtype=np.float32) + STEP / 2
_U, _V = np.meshgrid(_ACROSS, _ACROSS)  # mm from the corner into the card, along both sides
_FROM_ARC = np.hypot(_U - RADIUS, _V - RADIUS) - RADIUS
_TIP = (_U > EDGE / 2) & (_V > EDGE / 2) & (_U < RADIUS) & (_V < RADIUS) & (_FROM_ARC > EDGE)
_OUTSIDE = (np.minimum(_U, _V) < -EDGE) & (np.maximum(_U, _V) < RADIUS)
_INSIDE = (_FROM_ARC < -EDGE) & (np.minimum(_U, _V) > EDGE) & (np.maximum(_U, _V) < RADIUS + 1)


def _sampled(pixels: Pixels, quad: Corners) -> Floats:
    """Return the colours around the four corners: (4, n, n, 3) float32."""
    ways = np.array([[1, 1], [-1, 1], [-1, -1], [1, -1]], np.float32)
    size = np.array([LONG, SHORT] if _is_wide(quad) else [SHORT, LONG], np.float32)
    ends = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32) * size
    places = ends[:, None, None] + np.stack([_U, _V], axis=-1)[None] * ways[:, None, None]
    matrix = cv2.getPerspectiveTransform(ends, quad.astype(np.float32))
    there = cv2.perspectiveTransform(places.reshape(1, -1, 2), matrix).reshape(-1, len(_ACROSS), 2) - 0.5
    low, part = _around(pixels, there)
    colours = cv2.remap(part, there - low, None, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(colours.reshape(4, len(_ACROSS), len(_ACROSS), 3), np.float32)


def _around(pixels: Pixels, places: Floats) -> tuple[Floats, Pixels]:
    """Return the part of the picture that holds the places: the remapper's indices have 16 bits."""
    height, width = pixels.shape[:2]
    limits = np.array([width - 1, height - 1])
    low = np.clip(np.floor(places.min(axis=(0, 1))).astype(int) - 1, 0, limits)
    high = np.clip(np.ceil(places.max(axis=(0, 1))).astype(int) + 2, low + 1, limits + 1)
    return low.astype(np.float32), pixels[low[1] : high[1], low[0] : high[0]]


def _is_wide(quad: Corners) -> bool:
    sides = np.linalg.norm(np.roll(quad, -1, axis=0) - quad, axis=1)
    return bool(sides[0] + sides[2] >= sides[1] + sides[3])
