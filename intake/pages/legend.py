"""Unrolls the legend of a seal, the text along its ring, into a straight strip that begins where the text does."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.domain.geometry import Quad, Rect
from intake.domain.page import Pixels
from intake.pages.seals import FAINT, SealRegion

HEIGHT = 64  # pixels of the ring in a strip
MARGIN = 8  # white pixels above and below it
OUTER, INNER = 0.97, 0.60  # the ring of text, as shares of the radius
BODY = slice(12, 56)  # rows of the ring that hold no edge of the seal
DARK, INKED = 110, 0.06  # grey levels of ink; share of a column that is ink, from which it may be a part of a letter
NEAR = 9  # columns over which that share is taken
GAP = 20  # columns without ink that part the end of the text from its beginning
KEPT = 24  # columns of them that stay at either end
BOTTOM = math.pi / 2  # clockwise from the right: below the star, where most texts neither begin nor end


def unrolled(pixels: Pixels, seal: SealRegion) -> Pixels:
    """Return the ring of text as a straight strip, black on white: (HEIGHT + 2 * MARGIN, n, 3) uint8.

    It is cut in the middle of the widest gap of the text, whichever way the seal was pressed.
    """
    ring = _dark(_ring(pixels, seal))
    start, end = _text(ring)
    text = np.roll(ring, -start, axis=1)[:, : end - start]
    framed = cv2.copyMakeBorder(text, MARGIN, MARGIN, 0, 0, cv2.BORDER_CONSTANT, value=(255,))
    return np.repeat(framed[..., None], 3, axis=2)


def views(strip: Pixels) -> tuple[Quad, Quad]:
    """Return two boxes of a strip: without the margins, and with them. What is read alike in both is surely there."""
    height, width = strip.shape[:2]
    return Quad.of_rect(Rect(0, MARGIN, width, height - MARGIN)), Quad.of_rect(Rect(0, 0, width, height))


def _ring(pixels: Pixels, seal: SealRegion) -> NDArray[np.int16]:
    """Return the whole ring, clockwise from the bottom, outward up: (HEIGHT, n, 3)."""
    length = max(round(2 * math.pi * (OUTER + INNER) / 2 * HEIGHT / (OUTER - INNER)), 1)
    angles = (BOTTOM + np.linspace(0, 2 * math.pi, length, endpoint=False, dtype=np.float32))[None, :]
    radii = np.linspace(OUTER, INNER, HEIGHT, dtype=np.float32)[:, None]
    x = (seal.centre.x + seal.across * radii * np.cos(angles)).astype(np.float32)
    y = (seal.centre.y + seal.down * radii * np.sin(angles)).astype(np.float32)
    return np.asarray(cv2.remap(pixels, x, y, cv2.INTER_LINEAR, borderValue=(255, 255, 255)), np.int16)


def _dark(ring: NDArray[np.int16]) -> NDArray[np.uint8]:
    """Return its ink as black on white (HEIGHT, n): red ink, or any on a copy without colour."""
    ink = ring[..., 0] - np.minimum(ring[..., 1], ring[..., 2])
    if np.percentile(ink, 97) < FAINT:
        ink = np.int16(255) - ring[..., 0]
    strength = max(float(np.percentile(ink, 97)), 1.0)
    return np.asarray(255 - np.clip(ink * (255 / strength), 0, 255), np.uint8)


def _text(ring: NDArray[np.uint8]) -> tuple[int, int]:
    """Return the columns at which the text starts and ends, the end perhaps beyond the width of the ring.

    Without a gap that is wide enough the text is the whole ring, from the bottom on.
    """
    width = ring.shape[1]
    inked = (ring[BODY] < DARK).mean(axis=0, dtype=np.float32)[None, :]
    blank = cv2.blur(np.tile(inked, 2), (NEAR, 1))[0] < INKED
    edges = np.flatnonzero(np.diff(np.concatenate([[0], blank.astype(np.int8), [0]])))
    gaps = [(min(int(b - a), width), int(a)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    length, start = max(gaps, default=(0, 0))
    if length < GAP:
        return 0, width
    spared = min(KEPT, length // 2)
    begin = (start + length - spared) % width
    return begin, begin + width - length + 2 * spared
