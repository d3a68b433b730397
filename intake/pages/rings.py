"""Finds the rings of seals that have no outline of their own: in copies without colour, cut off, one over another."""

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

RED_LARGEST = 0.42  # radius as a share of the shorter side: a seal of 40 mm stands 0.37 high on a card
RED_VOTES = 30
RED_WHOLE, RED_SEEN = 0.8, 0.45  # share of what the page shows of a ring that is red; share that it must show
RED_ARC = 0.93  # redness of a stretch of that length, of a ring that ends within the page
SAME = 0.3  # radii between the middles of two rings that are one
RED_GRAIN = 0.08  # share of a page that is the edge of red: 211 drawn pages had 0.062 at most, noise has 0.4
RED_SOLID = 0.55  # redness just inside or outside the ring, from which it is no line: text and star stand apart from it


def rings(pixels: Pixels) -> tuple[tuple[float, float, float], ...]:
    """Return the rings of a page without colour as (x, y, radius) in its pixels; none for a page in colour."""
    small, scale = averaged(pixels, SIDE)
    if (cv2.cvtColor(small, cv2.COLOR_RGB2HSV)[..., 1] > COLOURED).mean() > COLOUR_SHARE:
        return ()
    grey = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY).astype(np.float32)
    dark = (grey < cv2.blur(grey, (41, 41)) * DARKER).astype(np.uint8)
    found = [circle for circle in _candidates(dark) if _is_ring(dark, *circle)]
    return tuple((x / scale, y / scale, radius / scale) for x, y, radius in _apart(found))


def red_rings(red: NDArray[np.uint8]) -> tuple[tuple[float, float, float], ...]:
    """Return the rings in a mask of red ink as (x, y, radius), the middle maybe outside; others may cross them.

    None where red is mere grain: in noise nearly every pixel may be the middle of a circle, and all would be tried, for
    minutes.
    """
    if (cv2.morphologyEx(red, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)) > 0).mean() > RED_GRAIN:
        return ()
    side = min(red.shape)
    reach = int(side * RED_LARGEST)
    edge = reach // 2
    wide = cv2.copyMakeBorder(red, edge, edge, edge, edge, cv2.BORDER_CONSTANT, value=0)
    circles = cv2.HoughCircles(
        cv2.GaussianBlur(wide, (0, 0), 1.0),
        cv2.HOUGH_GRADIENT,
        1,
        side * SMALLEST,
        param1=150,
        param2=RED_VOTES,
        minRadius=max(int(side * SMALLEST), 4),
        maxRadius=max(reach, 5),
    )
    found = () if circles is None else np.reshape(circles, (-1, 3))[:CANDIDATES]
    fitted = (_fitted(red, float(x) - edge, float(y) - edge, float(radius)) for x, y, radius in found)
    kept: list[tuple[float, float, float]] = []
    for ring in fitted:
        if ring and all(np.hypot(ring[0] - x, ring[1] - y) > SAME * max(ring[2], radius) for x, y, radius in kept):
            kept.append(ring)
    return tuple(kept)


def _fitted(red: NDArray[np.uint8], x: float, y: float, radius: float) -> tuple[float, float, float] | None:
    """Return a circle with the radius at which it is reddest; None where that is no ring."""
    thick = cv2.dilate(red, np.ones((3, 3), np.uint8)) > 0
    whole, radius = max((_along(thick, x, y, radius + by), radius + by) for by in range(-4, 5))
    inside, outside = (_along(red > 0, x, y, radius * part) for part in (0.9, 1.1))
    is_drawn = (whole >= RED_WHOLE and _shown(red, x, y, radius) >= RED_SEEN) or _arc(thick, x, y, radius) >= RED_ARC
    return (x, y, radius) if is_drawn and max(inside, outside) < RED_SOLID else None


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


def _along(dark: NDArray[np.uint8] | NDArray[np.bool_], x: float, y: float, radius: float) -> float:
    """Return the dark share of what the picture shows of a circle."""
    rows, columns, _ = _on(dark.shape, x, y, radius)
    return float(dark[rows, columns].mean()) if len(rows) else 0.0


def _shown(picture: NDArray[np.uint8], x: float, y: float, radius: float) -> float:
    """Return the share of a circle that lies in the picture."""
    return len(_on(picture.shape, x, y, radius)[0]) / len(DIRECTIONS)


def _arc(red: NDArray[np.bool_], x: float, y: float, radius: float) -> float:
    """Return the red share of the reddest stretch of RED_SEEN of a circle: a card may end where the seal goes on."""
    rows, columns, is_in = _on(red.shape, x, y, radius)
    drawn = np.zeros(len(DIRECTIONS), np.float64)
    drawn[is_in] = red[rows, columns]
    length = round(RED_SEEN * len(drawn))
    return float(np.convolve(np.concatenate([drawn, drawn[: length - 1]]), np.ones(length), "valid").max()) / length


def _on(
    shape: tuple[int, ...], x: float, y: float, radius: float
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.bool_]]:
    """Return the pixels (rows, columns) of a circle that lie in a picture, and which of DIRECTIONS they are."""
    columns = np.round(x + radius * np.cos(DIRECTIONS)).astype(np.intp)
    rows = np.round(y + radius * np.sin(DIRECTIONS)).astype(np.intp)
    is_in = (rows >= 0) & (rows < shape[0]) & (columns >= 0) & (columns < shape[1])
    return rows[is_in], columns[is_in], is_in


def _apart(circles: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Keep the first of circles that lie within each other."""
    kept: list[tuple[float, float, float]] = []
    for x, y, radius in circles:
        if all(np.hypot(x - a, y - b) > max(radius, r) for a, b, r in kept):
            kept.append((x, y, radius))
    return kept
