"""Features of the paper's outline: which edges of the picture it runs into, and what bites into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.domain.geometry import Rect
from intake.domain.page import Pixels
from intake.pages.signs.levels import level
from intake.pages.signs.view import View, extremes

CLOSE = 11  # pixels of text and rules that are closed to paper, at View.coarse
LEAST = 0.08  # share of the picture that paper covers at least
MOST_MISSING = 0.25  # share of the paper: where more is missing, its shape was not understood
LEAST_TABLE = 0.02  # share of the picture around the paper from which on it is a table that can be compared
STRANGE_HUE, STRANGE_LIGHT = 0.09, 0.8  # of shares of colour, of logarithms of light: as far apart is another thing
LIT, PALE = 0.4, 0.68  # share of the paper that is bright, and its weakest colour by its strongest, at least
SHADE, HUE = 0.5, 1.12  # light of shaded paper by that of lit paper; how far its colours may be apart
CUT_MARGIN = 2.0  # pixels from the edge of the picture within which a line was cut
_Points = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Paper:
    """The paper found in a picture: `mask` is 1 on it, holes filled, and `hull` the corners of what it fills."""

    mask: NDArray[np.uint8]
    hull: NDArray[np.int32]


def outline(view: View) -> Mapping[str, float]:
    """Return the features of the outline, and of what stands at the edges of the picture."""
    paper = paper_in(view.coarse)
    sides = [0.0] * 4 if paper is None else sorted(_sides(paper.mask), reverse=True)
    depth, area = (0.0, 0.0) if paper is None else _bite(paper, view.coarse)
    return {
        "open": sides[0] * (1 - sides[1]),
        "bite": depth,
        "bite_area": area,
        "cut_lines": float(min(sum(_is_cut(box.bounds, view) for box in (line.box for line in view.lines)), 3)),
    }


def paper_in(coarse: Pixels) -> Paper | None:
    """Find the largest bright piece of a picture, with its shaded parts; None where it is too small, or is no paper.

    The least of the three colours is what separates paper from wood, skin and coloured slips alike; in the shade paper
    keeps its hue. What is coloured, or dark for the most part, is a card of a bank, whose shape this does not find.
    """
    soft = cv2.GaussianBlur(coarse, (0, 0), 1.2)
    _, bright = cv2.threshold(extremes(soft)[0], 0, 1, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    lit = np.asarray(bright, np.uint8)
    closed = cv2.morphologyEx(lit | _shaded(soft, lit > 0), cv2.MORPH_CLOSE, np.ones((CLOSE, CLOSE), np.uint8))
    found, _ = cv2.findContours(closed, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    largest = max(found, key=cv2.contourArea, default=None)
    if largest is None or cv2.contourArea(largest) < LEAST * closed.size:
        return None
    mask = np.zeros(closed.shape, np.uint8)
    cv2.drawContours(mask, [largest], -1, 1, -1)
    if cv2.mean(lit, mask)[0] < LIT or _hue(coarse, lit & mask) < PALE:
        return None
    return Paper(mask, np.asarray(cv2.convexHull(largest).reshape(-1, 2), np.int32))


def _hue(coarse: Pixels, mask: NDArray[np.uint8]) -> float:
    """Return the weakest by the strongest colour of what is masked: 1 is grey or white."""
    colours = cv2.mean(coarse, mask)[:3]
    return float(min(colours) / max(*colours, 1.0))


def _shaded(soft: Pixels, bright: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Return where a picture has the hue of its bright part and at least SHADE of its light."""
    shares = [_share(np.ascontiguousarray(soft[..., colour]), bright) for colour in range(3)]
    least, most = cv2.min(cv2.min(*shares[:2]), shares[2]), cv2.max(cv2.max(*shares[:2]), shares[2])
    is_paper = (most < least * HUE) & (shares[0] + shares[1] + shares[2] > 3 * SHADE)
    return np.asarray(is_paper, np.uint8)


def _share(colour: NDArray[np.uint8], bright: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Return a colour as a share of its middle on the bright part."""
    paper = level(colour[bright], 50) if bright.any() else 255.0
    return (colour.astype(np.float32) + 1) / np.float32(paper + 1)


def _sides(mask: NDArray[np.uint8]) -> list[float]:
    """Return for each edge of the picture how much of the paper's width or height runs into it."""
    if min(mask.shape) < 4:
        return [0.0] * 4
    wide, tall = (max(int(mask.any(axis=axis).sum()), 1) for axis in (0, 1))
    edges = ((mask[1], wide), (mask[-2], wide), (mask[:, 1], tall), (mask[:, -2], tall))
    return [float(edge.sum()) / length for edge, length in edges]


def _bite(paper: Paper, coarse: Pixels) -> tuple[float, float]:
    """Return depth and area of what is missing of the paper's four-sided shape, as logarithms of percents of its size.

    Nothing is missing where the same table shows as around: there the shape was guessed wrong.
    """
    whole = np.zeros(paper.mask.shape, np.uint8)
    cv2.fillConvexPoly(whole, _four_sided(paper.hull).round().astype(np.int32), 1)
    missing = cv2.morphologyEx(whole & (1 - paper.mask), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    size, area = max(float(whole.sum()), 1.0), float(missing.sum())
    if not area or area > MOST_MISSING * size:
        return 0.0, 0.0
    padded = cv2.copyMakeBorder(missing, 1, 1, 1, 1, cv2.BORDER_REPLICATE)
    depth = float(cv2.distanceTransform(padded, cv2.DIST_L2, 3).max())
    strange = _strange(coarse, missing, (1 - paper.mask) & (1 - cv2.dilate(whole, np.ones((7, 7), np.uint8))))
    return strange * float(np.log1p(100 * depth / size**0.5)), strange * float(np.log1p(100 * area / size))


def _strange(coarse: Pixels, missing: NDArray[np.uint8], around: NDArray[np.uint8]) -> float:
    """Return how little the missing part looks like what is around the paper: 0 the same, 1 another thing."""
    if around.mean() < LEAST_TABLE:
        return 1.0
    here, there = (np.median(coarse[mask > 0].astype(np.float32), axis=0) + 1 for mask in (missing, around))
    hue = np.abs(here / here.sum() - there / there.sum()).sum() / STRANGE_HUE
    light = abs(float(np.log(here.mean() / there.mean()))) / STRANGE_LIGHT
    return min(float(np.hypot(hue, light)) ** 2, 1.0)


def _four_sided(hull: NDArray[np.int32]) -> _Points:
    """Return the shape that the four longest sides of a hull make, so that a corner that is gone is drawn again."""
    corners = cv2.approxPolyDP(hull, 0.012 * cv2.arcLength(hull, closed=True), closed=True).reshape(-1, 2)
    points = np.asarray(corners, np.float32)
    steps = np.roll(points, -1, axis=0) - points
    if len(points) <= 4:
        return points
    longest = np.sort(np.argsort(-np.hypot(steps[:, 0], steps[:, 1]))[:4])
    crossed = [
        _crossing(points[i], steps[i], points[j], steps[j]) for i, j in zip(longest, np.roll(longest, -1), strict=True)
    ]
    sound = [point for point in crossed if point is not None]
    square = np.array(sound, np.float32)
    far = len(sound) < 4 or cv2.contourArea(square) > 1.5 * cv2.contourArea(points) or not cv2.isContourConvex(square)
    return points if far else square


def _crossing(first: _Points, along: _Points, second: _Points, across: _Points) -> _Points | None:
    """Return where two lines cross; None where they hardly do."""
    turn = float(along[0] * across[1] - along[1] * across[0])
    if abs(turn) < 0.2 * float(np.hypot(*along) * np.hypot(*across)):
        return None
    gap = second - first
    reach = float(gap[0] * across[1] - gap[1] * across[0]) / turn
    crossing: _Points = first + along * np.float32(reach)
    return crossing


def _is_cut(box: Rect, view: View) -> bool:
    """Say whether a line runs into the edge of the picture along which it reads."""
    height, width = view.grey.shape
    if box.width < box.height:
        return box.top <= CUT_MARGIN or box.bottom >= height - 1 - CUT_MARGIN
    return box.left <= CUT_MARGIN or box.right >= width - 1 - CUT_MARGIN
