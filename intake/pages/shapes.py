"""Finds the four-sided things in a picture and measures how well they are seen: cards, sheets, frames, photographs."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from intake.domain.page import Pixels
from intake.pages.corners import roundness
from intake.pages.quads import Corners, clockwise, proposals, smoothed
from intake.pages.shrink import shrunk
from intake.pages.sides import Fitted, fitted

SIDE = 800  # pixels of the longer side at which shapes are looked for
NARROWEST = 48  # pixels of the shorter side then: less shows nothing
MOST = 64  # proposals that are measured: what stands on the page of a court has some ten
ROOM = 3.0  # pixels by which a corner may lie outside the picture
WIDEST = 3.0  # times as long as broad
CARDLIKE, LARGE = (1.2, 2.2), 0.2  # aspects of what may be a card; share of the picture from which it may be a sheet
SUPPORTED = 0.6  # of each side: with less there is no shape


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A quad in pixels of the page, and how well it is seen.

    `support`: share of its weakest side that is seen; `step`: levels of colour across its weakest side; `roundness`: of
    its corners, 1.0 as a card's; `contrast`: levels between it and its ground there; `area`: share of the picture.
    """

    corners: Corners
    support: float
    step: float
    roundness: float
    contrast: float
    area: float


def shapes(pixels: Pixels) -> tuple[Shape, ...]:
    """Return what was found, in no order; one thing may be found several times."""
    small, scale = shrunk(pixels, SIDE, cv2.INTER_LINEAR)
    if min(small.shape[:2]) < NARROWEST:
        return ()
    smooth = smoothed(small)
    proposed = [quad for quad in proposals(smooth) if _worth(quad, small.shape[0] * small.shape[1])][:MOST]
    if not proposed:
        return ()
    found = fitted(smooth, np.stack(proposed))
    held = [i for i, support in enumerate(found.support.min(axis=1)) if support >= SUPPORTED]
    return tuple(_measured(pixels, found, i, scale) for i in held if _is_inside(found.corners[i], small))


def sides_of(corners: Corners) -> tuple[float, float]:
    """Return the mean lengths of the upper and lower, and of the left and right side."""
    lengths = np.linalg.norm(np.roll(corners, -1, axis=0) - corners, axis=1)
    return float(lengths[0] + lengths[2]) / 2, float(lengths[1] + lengths[3]) / 2


def _is_inside(corners: Corners, picture: Pixels) -> bool:
    limits = np.array([picture.shape[1], picture.shape[0]]) + ROOM
    return bool((corners > -ROOM).all() and (corners < limits).all())


def _worth(proposal: Corners, picture: float) -> bool:
    aspect = aspect_of(proposal)
    low, high = CARDLIKE
    return low <= aspect <= high or (aspect <= WIDEST and area_of(proposal) >= LARGE * picture)


def _measured(pixels: Pixels, found: Fitted, i: int, scale: float) -> Shape:
    corners = clockwise(np.asarray((found.corners[i] + 0.5) / scale, np.float32))
    round_, contrast = roundness(pixels, corners)
    return Shape(
        corners=corners,
        support=float(found.support[i].min()),
        step=float(found.step[i].min()),
        roundness=round_,
        contrast=contrast,
        area=area_of(corners) / (pixels.shape[0] * pixels.shape[1]),
    )


def aspect_of(corners: Corners) -> float:
    """Return how often the breadth of a quad goes into its length."""
    across, down = sides_of(corners)
    return max(across, down) / max(min(across, down), 1.0)


def area_of(corners: Corners) -> float:
    """Return the area of a quad in square pixels."""
    following = np.roll(corners, -1, axis=0)
    return abs(float(np.sum(corners[:, 0] * following[:, 1] - corners[:, 1] * following[:, 0]))) / 2
