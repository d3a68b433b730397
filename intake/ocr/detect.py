"""Finds lines of text: a heat map by the detection model, and the rectangles that stand in it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.domain.page import Pixels
from intake.inference.session import Session
from intake.ocr.crop import size
from intake.ocr.faint import faint_places, is_new, worth_a_look

Corners = NDArray[np.float32]
"""(n, 4, 2) float32, x and y in pixels of the page."""
NONE = np.zeros((0, 4, 2), np.float32)

FIRST, FIRST_CARD, FIRST_SMALL = 1024, 800, 704  # longest side of the first look at a page, a card, a small picture
CARD, SMALL = 2000, 1300  # pixels: up to here a picture that is wider than high may be a card; any is small
LARGE = 1600  # pixels: from here on an empty first look may have overlooked text
LARGEST = 1472  # pixels: what a second look may cost
BAND = 1024 * 736  # pixels of the look that are computed at once: 180 MB; a whole look at 1472 would take 310
OVERLAP = 64  # pixels that a band sees of its neighbours: more than the height of a line
ENOUGH = 14.0  # pixels of the look: lines of this height are found whole and apart (10th percentile of a page)
WANTED = 18.0  # pixels: what a second look aims at
CLOSER = 1.44  # times larger is what a look saw only traces of looked at
WORTH = 0.3  # of the area of a look that may be looked at closer
TALLER = 1.6  # times the median height of the lines that were found: what is taller is a part of a picture
TALLEST = 1 / 16  # the same of the longest side of a page on which no line was found
STRIDE = 32  # the network halves five times
# The channels' mean and spread in training, of 0..1. With 0.5 for both, thin print on a large sheet goes unseen.
MEAN, SPREAD = np.array([0.485, 0.456, 0.406], np.float32), np.array([0.229, 0.224, 0.225], np.float32)
VALUES = np.arange(256, dtype=np.float32) * (1 / (255 * SPREAD))[:, None] - (MEAN / SPREAD)[:, None]  # by byte
CORE = 0.2  # probability from which a pixel belongs to the core of a line
SURE = 0.4  # mean probability from which a core is a line
UNCLIP = 1.4  # the cores were shrunk by this when the model was trained
SMALLEST = 3.0  # pixels of the heat map; below, the model sees specks
MOST = 2000  # lines; a page of dense small print has some 300


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Lines of one look at a page, its heat map (h, w), and how many pixels across and down one of its pixels is."""

    corners: Corners
    heat: NDArray[np.float32]
    ratio: NDArray[np.float32]

    @property
    def scale(self) -> float:
        """How many page pixels one pixel of the look is."""
        return float(self.ratio.max())


def look(session: Session, page: Pixels, *, is_unsealed: bool = False) -> tuple[Corners, Corners]:
    """Find the lines of a page at the scale that its own text asks for, and those that only a closer look shows.

    A page that seals were lifted from is not looked at closer: letters that are left of them would be the lines.
    """
    longest = max(page.shape[:2])
    found = detect(session, page, first_side(*page.shape[:2]))
    wanted = longest_for(found, longest)
    found = detect(session, page, wanted) if wanted else found
    return found.corners, NONE if is_unsealed else closer(session, page, found)


def closer(session: Session, page: Pixels, found: Found) -> Corners:
    """Return the lines that a closer look finds where the first saw only traces of them.

    What ends at the edge of such a place may be cut off, and what is taller than lines are is a part of a picture.
    """
    known = list(found.corners)
    tallest = TALLER * float(np.median([min(size(c)) for c in known])) if known else TALLEST * max(page.shape[:2])
    for place in worth_a_look(faint_places(found.heat, found.corners / found.ratio), found.heat.size * WORTH):
        part, (left, top) = place.cut(page, found.ratio)
        seen = detect(session, part, round(max(part.shape[:2]) / found.scale * CLOSER))
        whole = [c for c in seen.corners + np.array([left, top], np.float32) if place.holds(c, found.ratio, page.shape)]
        known += [c for c in whole if min(size(c)) <= tallest and is_new(c, known)]
    return np.stack(known[len(found.corners) :]) if len(known) > len(found.corners) else NONE


def first_side(height: int, width: int) -> int:
    """Return how large a page is looked at first: print on a card fills more of its picture than that on a sheet."""
    longest = max(height, width)
    if longest <= SMALL:
        return FIRST_SMALL
    return FIRST_CARD if width > height and longest <= CARD else FIRST


def longest_for(found: Found, longest: int) -> int | None:
    """Return how large a page of `longest` pixels must be looked at again, None where the first look will do."""
    if not len(found.corners):
        return LARGEST if longest > LARGE else None
    heights = np.sort([min(size(c)) for c in found.corners]) / found.scale
    small = float(heights[len(heights) // 10])
    if small >= ENOUGH:
        return None
    return min(int(longest / found.scale * WANTED / small), LARGEST)


def detect(session: Session, page: Pixels, longest: int) -> Found:
    """Look at a page with its longest side scaled to `longest` pixels."""
    height, width = page.shape[:2]
    look = scaled(page, longest)
    heat = heated(session, look)
    ratio = np.array([width / look.shape[1], height / look.shape[0]], np.float32)
    boxes = [np.asarray(box, np.float32) * ratio for box in rectangles(heat)]
    corners = np.stack(boxes) if boxes else NONE
    corners = np.clip(corners, 0, np.array([width, height], np.float32))  # the margin may grow over the edge
    return Found(corners, heat, ratio)


def heated(session: Session, look: Pixels) -> NDArray[np.float32]:
    """Return the heat map (h, w) of a look, computed in bands from top to bottom where it is large."""
    height, width = look.shape[:2]
    step = _up(height / max(-(-height * width // BAND), 1))
    heat = np.empty((height, width), np.float32)
    for top in range(0, height, step):
        above, bottom = max(top - OVERLAP, 0), min(top + step, height)
        band = session.run(tensor(look[above : min(bottom + OVERLAP, height)]))[0][0, 0]
        heat[top:bottom] = band[top - above : bottom - above]
    return heat


def scaled(page: Pixels, longest: int) -> Pixels:
    """Scale a page so that its longest side is about `longest`, both sides multiples of the network's stride."""
    height, width = page.shape[:2]
    factor = longest / max(height, width)
    size = (_strides(width * factor), _strides(height * factor))
    if size == (width, height):
        return page
    how = cv2.INTER_LINEAR if factor < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(_halved(page, size), size, interpolation=how), np.uint8)


def _halved(page: Pixels, size: tuple[int, int]) -> Pixels:
    """Halve a page while it is twice as wide and as high as `size`: exact means, in a tenth of the time."""
    while page.shape[1] >= 2 * size[0] and page.shape[0] >= 2 * size[1]:
        height, width = page.shape[0] // 2, page.shape[1] // 2
        page = np.asarray(cv2.resize(page[: 2 * height, : 2 * width], (width, height), interpolation=cv2.INTER_AREA))
    return page


def _up(length: float) -> int:
    return math.ceil(length / STRIDE) * STRIDE


def _strides(length: float) -> int:
    return max(round(length / STRIDE), 1) * STRIDE


def tensor(picture: Pixels) -> NDArray[np.float32]:
    """Return (1, 3, h, w) float32, blue first, each channel as the model was trained: 0 is the mean of its pictures."""
    result = np.empty((1, 3, *picture.shape[:2]), np.float32)
    for plane, values, into in zip(reversed(cv2.split(picture)), VALUES, result[0], strict=True):
        cv2.LUT(plane, values, dst=into)
    return result


def rectangles(heat: NDArray[np.float32]) -> list[Corners]:
    """Return the rectangles of lines in a heat map (h, w): (4, 2) each, clockwise, first corner top left."""
    mask = cv2.dilate((heat > CORE).astype(np.uint8), np.ones((2, 2), np.uint8))
    contours: Sequence[NDArray[np.int32]] = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)[0]
    found = []
    for contour in contours[:MOST]:
        centre, size, angle = cv2.minAreaRect(contour)
        if min(size) < SMALLEST or score(heat, contour) < SURE:
            continue
        found.append(upright(cv2.boxPoints((centre, grown(size), angle))))
    return found


def score(heat: NDArray[np.float32], contour: NDArray[np.int32]) -> float:
    """Return the mean probability inside a contour (n, 1, 2)."""
    x, y, w, h = cv2.boundingRect(contour)
    mask = np.zeros((h, w), np.uint8)
    cv2.fillPoly(mask, [contour], 1, offset=(-x, -y))
    return float(cv2.mean(heat[y : y + h, x : x + w], mask)[0])


def grown(size: tuple[float, float]) -> tuple[float, float]:
    """Undo the shrinking of training: every side moves out by area * UNCLIP / perimeter."""
    w, h = size
    out = w * h * UNCLIP / (w + h)
    return w + out, h + out


def upright(points: NDArray[np.float32]) -> Corners:
    """Start the four corners of a rectangle so that its first side runs to the right, give or take 45 degrees."""
    clockwise = points if _area(points) > 0 else points[::-1]
    sides = np.roll(clockwise, -1, axis=0) - clockwise
    lengths = np.maximum(np.hypot(sides[:, 0], sides[:, 1]), 1e-6)
    return np.roll(clockwise, -int(np.argmax(sides[:, 0] / lengths)), axis=0)


def _area(points: NDArray[np.float32]) -> float:
    following = np.roll(points, -1, axis=0)
    return float(np.sum(points[:, 0] * following[:, 1] - points[:, 1] * following[:, 0]))
