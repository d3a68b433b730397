"""Finds where a look at a page saw print that it was not sure of: worn, faint or small beside what is large."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

FAINT = 0.03  # mean probability around a pixel from which something is taken to stand there
AROUND = (7, 5)  # pixels, across and down, that the mean is taken of
EDGE = 7  # pixels around a line that was found: its own edge is faint
SPECK = 24  # faint pixels together; fewer are noise
NEAR = (49, 25)  # pixels: what is as near is looked at together
THIRDS = 3  # lines above and below reach into the outer two of a line
MARGIN = 20  # pixels around what is faint: the line may be longer
SHARED = 0.5  # of its height that the middle of a line may share with others: the room around print, and no character


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a picture in whole pixels; right and bottom are outside."""

    left: int
    top: int
    right: int
    bottom: int

    def scaled(self, ratio: NDArray[np.float32]) -> Place:
        """Return it in a picture that is larger by `ratio`, (across, down)."""
        across, down = map(float, ratio)
        return Place(int(self.left * across), int(self.top * down), int(self.right * across), int(self.bottom * down))


def faint_places(heat: NDArray[np.float32], found: Sequence[NDArray[np.float32]]) -> list[Place]:
    """Return where a heat map (h, w) has traces of lines beside those that were `found` in it, (4, 2) each."""
    taken = np.zeros(heat.shape, np.uint8)
    for corners in found:
        cv2.fillPoly(taken, [np.rint(corners).astype(np.int32)], 1)
    taken = np.asarray(cv2.dilate(taken, np.ones((EDGE, EDGE), np.uint8)))
    traces = (cv2.blur(np.where(taken > 0, np.float32(0), heat), AROUND) > FAINT).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(traces)
    is_large = stats[:, cv2.CC_STAT_AREA] >= SPECK
    is_large[0] = False  # what is around them
    if not is_large.any():
        return []
    near = cv2.dilate(is_large[labels].astype(np.uint8), np.ones(NEAR[::-1], np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(near)
    return [_place(stats[i], heat.shape) for i in range(1, count)]


def _place(stats: NDArray[np.int32], shape: tuple[int, ...]) -> Place:
    left, top, width, height = (int(value) for value in stats[:4])
    return Place(
        max(left - MARGIN, 0),
        max(top - MARGIN, 0),
        min(left + width + MARGIN, shape[1]),
        min(top + height + MARGIN, shape[0]),
    )


def is_new(line: NDArray[np.float32], known: Sequence[NDArray[np.float32]]) -> bool:
    """Say whether nothing of what stands on a line (4, 2) stands on one of the known ones."""
    middle, height = _middle(line)
    shared = sum(float(cv2.intersectConvexConvex(middle, other)[0]) for other in known)
    return shared < SHARED * height * height / THIRDS


def _middle(line: NDArray[np.float32]) -> tuple[NDArray[np.float32], float]:
    """Return the middle third of a line along its longer sides, and its height."""
    a, b, c, d = line if np.hypot(*(line[1] - line[0])) >= np.hypot(*(line[3] - line[0])) else np.roll(line, -1, axis=0)
    down, down_right = (d - a) / THIRDS, (c - b) / THIRDS
    height = (np.hypot(*(d - a)) + np.hypot(*(c - b))) / 2
    return np.stack([a + down, b + down_right, c - down_right, d - down]), float(height)
