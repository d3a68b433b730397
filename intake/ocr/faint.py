"""Finds where a look at a page saw print that it was not sure of: worn, faint or small beside what is large."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.domain.page import Pixels

FAINT = 0.03  # mean probability around a pixel from which something is taken to stand there
AROUND = (7, 5)  # pixels, across and down, that the mean is taken of
EDGE = 7  # pixels around a line that was found: its own edge is faint
SPECK = 24  # faint pixels together; fewer are noise
NEAR = (49, 25)  # pixels: what is as near is looked at together
MARGIN = (40, 20)  # pixels, across and down, around what is faint: the line may be longer
MOST = 24  # places of a page; a worn copy has some ten
ROOM = 1.0  # heights of a line that must be left to the edge of a place: it may go on there
SHARED = 0.5  # of its height that the middle of a line may share with others: the room around print, and no character
THIRDS = 3  # lines above and below reach into the outer two of a line

Points = NDArray[np.float32]
"""(4, 2) float32, x and y of the corners of a line."""


@dataclass(frozen=True, slots=True)
class FaintPlace:
    """A part of a heat map in whole pixels; right and bottom are outside. `traces` are the pixels that are faint."""

    left: int
    top: int
    right: int
    bottom: int
    traces: int

    @property
    def area(self) -> int:
        return (self.right - self.left) * (self.bottom - self.top)

    def cut(self, page: Pixels, ratio: NDArray[np.float32]) -> tuple[Pixels, tuple[int, int]]:
        """Return it of the page that is larger by `ratio` (across, down), and where that part starts: x, y."""
        left, top = int(self.left * ratio[0]), int(self.top * ratio[1])
        right, bottom = int(np.ceil(self.right * ratio[0])), int(np.ceil(self.bottom * ratio[1]))
        left, top = min(left, page.shape[1] - 1), min(top, page.shape[0] - 1)
        return page[top : max(bottom, top + 1), left : max(right, left + 1)], (left, top)

    def holds(self, line: Points, ratio: NDArray[np.float32], shape: tuple[int, ...]) -> bool:
        """Say whether a line of the page, which has a shape (h, w), ends before the place does, or with the page."""
        across, down = np.hypot(*(line[1] - line[0])), np.hypot(*(line[3] - line[0]))
        room = np.array([ROOM * down, 1.0] if across >= down else [1.0, ROOM * across])
        start, end = np.array([self.left, self.top]) * ratio, np.array([self.right, self.bottom]) * ratio
        begins = (line.min(axis=0) - room >= start) | (start <= 0)
        ends = (line.max(axis=0) + room <= end) | (end >= np.array(shape[1::-1]) - 1)
        return bool((begins & ends).all())


def faint_places(heat: NDArray[np.float32], found: Sequence[Points] | NDArray[np.float32]) -> list[FaintPlace]:
    """Return where a heat map (h, w) has traces of lines beside those that were `found` in it, most traces first."""
    taken = np.zeros(heat.shape, np.uint8)
    for corners in found:
        cv2.fillPoly(taken, [np.rint(corners).astype(np.int32)], 1)
    taken = np.asarray(cv2.dilate(taken, np.ones((EDGE, EDGE), np.uint8)))
    traces = (cv2.blur(np.where(taken > 0, np.float32(0), heat), AROUND) > FAINT).astype(np.uint8)
    if cv2.countNonZero(traces) < SPECK:
        return []
    _, labels, stats, _ = cv2.connectedComponentsWithStats(traces)
    is_large = stats[:, cv2.CC_STAT_AREA] >= SPECK
    is_large[0] = False  # what is around them
    if not is_large.any():
        return []
    large = is_large[labels]
    _, labels, stats, _ = cv2.connectedComponentsWithStats(
        cv2.dilate(large.astype(np.uint8), np.ones(NEAR[::-1], np.uint8))
    )
    counts = np.bincount(labels[large], minlength=len(stats))
    places = [_place(stats[i], heat.shape, int(counts[i])) for i in range(1, len(stats))]
    return sorted(places, key=lambda place: -place.traces)


def worth_a_look(places: Sequence[FaintPlace], area: float) -> Iterator[FaintPlace]:
    """Yield the places, as long as they are not too many and together no larger than an area."""
    for place in places[:MOST]:
        if place.area <= area:
            area -= place.area
            yield place


def _place(stats: NDArray[np.int32], shape: tuple[int, ...], traces: int) -> FaintPlace:
    left, top, width, height = (int(value) for value in stats[:4])
    return FaintPlace(
        max(left - MARGIN[0], 0),
        max(top - MARGIN[1], 0),
        min(left + width + MARGIN[0], shape[1]),
        min(top + height + MARGIN[1], shape[0]),
        traces,
    )


def is_new(line: Points, known: Sequence[Points]) -> bool:
    """Say whether nothing of what stands on a line stands on one of the known ones."""
    middle, height = _middle(line)
    shared = sum(float(cv2.intersectConvexConvex(middle, other)[0]) for other in known)
    return shared < SHARED * height * height / THIRDS


def _middle(line: Points) -> tuple[Points, float]:
    """Return the middle third of a line along its longer sides, and its height."""
    a, b, c, d = line if np.hypot(*(line[1] - line[0])) >= np.hypot(*(line[3] - line[0])) else np.roll(line, -1, axis=0)
    down, down_right = (d - a) / THIRDS, (c - b) / THIRDS
    height = (np.hypot(*(d - a)) + np.hypot(*(c - b))) / 2
    return np.stack([a + down, b + down_right, c - down_right, d - down]), float(height)
