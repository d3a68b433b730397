"""Shows a card or a sheet as seen straight from above, and says where its pixels came from."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from intake.domain.geometry import IDENTITY, Move, Quad, Rect
from intake.domain.homography import Homography, between
from intake.domain.page import Pixels
from intake.pages.corners import LONG, SHORT

CARD_LONG = 1012  # pixels: 300 dots per inch; more makes nothing on a card easier to read
FINE = 1.6  # source pixels to one, from where on a picture is first taken in its own pixels and then shrunk
MARGIN = 0.02  # of a card's sides that is kept around it, should an edge have been found too far inside


@dataclass(frozen=True, slots=True, eq=False)
class Flat:
    """A flat picture of a part of a page, and the map of its pixels to those of the page."""

    pixels: Pixels
    to_page: Homography


def flat_card(pixels: Pixels, quad: Quad, to_pixels: Move = IDENTITY) -> Flat:
    """Show a card lying, whichever way up: its longer side runs across.

    `pixels` may be another picture of the page, the map into which is given: what is warped once is sharper than what
    is warped twice.
    """
    kept = grown(quad if quad.width >= quad.height else quad.rolled(1), MARGIN)
    seen = to_pixels.quad(kept)
    width = min(max(seen.width, seen.height * LONG / SHORT), CARD_LONG)
    size = (max(round(width), 1), max(round(width * SHORT / LONG), 1))
    return Flat(_warped(pixels, seen, size), _from(size, kept))


def flat_sheet(pixels: Pixels, quad: Quad) -> Flat:
    """Show a sheet with as many pixels as its nearer sides have in the picture."""
    a, b, c, d = quad.points
    width, height = max(math.dist(a, b), math.dist(d, c)), max(math.dist(a, d), math.dist(b, c))
    size = (max(round(width), 1), max(round(height), 1))
    return Flat(_warped(pixels, quad, size), _from(size, quad))


def grown(quad: Quad, share: float) -> Quad:
    """Return the quad with its corners moved out from its middle by a share of their distance to it."""
    x, y = sum(p.x for p in quad.points) / 4, sum(p.y for p in quad.points) / 4
    return Quad.of([(p.x + (p.x - x) * 2 * share, p.y + (p.y - y) * 2 * share) for p in quad.points])


def _from(size: tuple[int, int], quad: Quad) -> Homography:
    """Return the map from a whole picture of a size to a quad."""
    return between(Quad.of_rect(Rect(0, 0, *size)), quad)


def _warped(pixels: Pixels, quad: Quad, size: tuple[int, int]) -> Pixels:
    width, height = size
    finer = max(quad.width / width, quad.height / height)
    if finer < FINE:
        return _sampled(pixels, quad, size)
    own = _sampled(pixels, quad, (round(width * finer), round(height * finer)))
    return np.asarray(cv2.resize(own, size, interpolation=cv2.INTER_AREA), np.uint8)


def _sampled(pixels: Pixels, quad: Quad, size: tuple[int, int]) -> Pixels:
    """Sample the part of the page that holds the quad: the remapper's indices have 16 bits."""
    bounds = quad.bounds
    left = min(max(int(bounds.left) - 2, 0), pixels.shape[1] - 1)
    top = min(max(int(bounds.top) - 2, 0), pixels.shape[0] - 1)
    part = pixels[top : max(int(bounds.bottom) + 3, top + 1), left : max(int(bounds.right) + 3, left + 1)]
    here = np.array([(p.x - left - 0.5, p.y - top - 0.5) for p in quad.points], np.float32)
    there = np.array([(0, 0), (size[0], 0), size, (0, size[1])], np.float32) - 0.5
    matrix = cv2.getPerspectiveTransform(here, there)
    border = cv2.BORDER_REPLICATE
    return np.asarray(cv2.warpPerspective(part, matrix, size, flags=cv2.INTER_CUBIC, borderMode=border), np.uint8)
