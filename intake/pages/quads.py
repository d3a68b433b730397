"""Proposes where four-sided things may lie in a picture: the hulls of edges and of light or dark regions."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.domain.page import Pixels

Corners = NDArray[np.float32]
"""(4, 2) float32: x and y, clockwise, the first at the top left by position."""
Mask = NDArray[np.uint8]

EDGES = ((6.0, 18.0), (15.0, 40.0), (50.0, 130.0))  # of Canny on Sobel sums: pale on pale up to dark on light
JOINED = (5, 5, 3)  # pixels of the brush that closes gaps in each
LEVELS = 4  # of brightness, besides the one that parts the picture best
FILLED = 0.9  # of a quad that the hull fills which it stands for
SMALLEST = 0.02  # of the picture: the print of a smaller card cannot be read
SAME = 5.0  # pixels between the corners of two proposals that are one
MOST_CORNERS = 400  # of a hull: more are no help


def proposals(smooth: Pixels) -> tuple[Corners, ...]:
    """Return quads of all sizes, the most frequent first; the picture is `smoothed` and some 800 pixels long."""
    kept: list[Corners] = []
    times: list[int] = []
    for quad in _raw(smooth):
        near = [float(np.abs(quad - other).max()) for other in kept]
        if near and min(near) <= SAME:
            times[int(np.argmin(near))] += 1
        else:
            kept.append(quad)
            times.append(1)
    order = sorted(range(len(kept)), key=lambda i: -times[i])
    return tuple(kept[i] for i in order)


def smoothed(small: Pixels) -> Pixels:
    """Take out grain and noise, and leave edges where they are."""
    return np.asarray(cv2.GaussianBlur(cv2.medianBlur(small, 5), (0, 0), 1.0), np.uint8)


def _raw(smooth: Pixels) -> Iterator[Corners]:
    least = SMALLEST * smooth.shape[0] * smooth.shape[1]
    for mask in _masks(smooth):
        outlines, _ = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
        for outline in outlines:
            _, _, width, height = cv2.boundingRect(outline)
            if width * height < least:
                continue
            found = _quad(cv2.convexHull(outline), least)
            if found is not None:
                yield found


def clockwise(points: NDArray[np.float32]) -> Corners:
    """Order four corners clockwise, the first at the top left by position."""
    centre = points.mean(axis=0)
    around = points[np.argsort(np.arctan2(points[:, 1] - centre[1], points[:, 0] - centre[0]))]
    sides = np.roll(around, -1, axis=0) - around
    rightward = sides[:, 0] / np.maximum(np.hypot(sides[:, 0], sides[:, 1]), 1e-6)
    return np.asarray(np.roll(around, -int(np.argmax(rightward)), axis=0), np.float32)


def _masks(smooth: Pixels) -> Iterator[Mask]:
    for (low, high), brush in zip(EDGES, JOINED, strict=True):
        yield cv2.dilate(cv2.Canny(smooth, low, high), np.ones((brush, brush), np.uint8))
    lab = cv2.cvtColor(smooth, cv2.COLOR_RGB2LAB)
    for channel in cv2.split(lab):
        yield _parted(channel)
    light = lab[:, :, 0]
    low, high = np.percentile(light[::4, ::4], (3, 97))
    for level in np.linspace(low, high, LEVELS + 2)[1:-1]:
        yield (light > level).astype(np.uint8)


def _parted(channel: NDArray[np.uint8]) -> Mask:
    """Part a channel in two where its histogram asks for it."""
    return np.asarray(cv2.threshold(channel, 0, 1, cv2.THRESH_BINARY | cv2.THRESH_OTSU)[1], np.uint8)


def _quad(hull: NDArray[np.int32], least: float) -> Corners | None:
    """Return the quad around a hull that is one but for the rounding of its corners."""
    area = cv2.contourArea(hull)
    if area < least or len(hull) < 4 or len(hull) > MOST_CORNERS:
        return None
    around = cv2.approxPolyN(hull, 4, epsilon_percentage=-1.0, ensure_convex=True).reshape(-1, 2).astype(np.float32)
    if len(around) != 4 or area < FILLED * cv2.contourArea(around):
        return None
    return clockwise(around)
