"""Finds seals, and lifts their red ink off the text."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.domain.geometry import Affine, Point, Quad, Rect, enclosing
from intake.domain.page import Pixels
from intake.pages.rings import SAME, red_rings, rings
from intake.pages.shrink import averaged

SMALL_SIDE = 800  # pixels of the longer side at which seals are looked for
SMALLEST, LARGEST = 0.07, 0.45  # diameter as a share of the page's shorter side: 25 mm and more on A4
ROUND = 1.6  # longest side to shortest, of a circle seen at an angle
RING = 0.65  # share of the outline's directions in which red lies on the ring
FULL = 0.6  # share of the circle that may be red: seals have 0.2 to 0.3, the emblem on an identity card 0.75
LEAST_INK = 0.06
FAINT = 6.0  # redness of noise
CORNER, ANGULAR = 1.2, 0.08  # distance from the middle that no ellipse reaches; share of ink there that a frame has
CLEARLY = 24  # redness that the edges of black print do not take from ink beside them
GRAIN = 25.0  # grey levels between the brightest spots of paper and its darker ones
PAPER_REACH = 0.12  # of a seal's diameter: wider than a stroke of its star, narrower than a change of light
INK, PAPER = 1, 90  # percentiles of a strip's red light that become black and white: ink is little of it
LEAST, WHITE = 20, 245  # grey levels between them: less is noise, and stays faint; what paper becomes
RIM = 0.08  # of a seal's radius around it that its ink may have run to


@dataclass(frozen=True, slots=True)
class SealRegion:
    """A seal: its centre and half axes in pixels of the page."""

    centre: Point
    across: float
    down: float

    @property
    def box(self) -> Quad:
        c = self.centre
        return Quad.of_rect(Rect(c.x - self.across, c.y - self.down, c.x + self.across, c.y + self.down))

    def reaches(self, box: Rect) -> bool:
        """Say whether the seal lies over a part of a box."""
        x = min(max(self.centre.x, box.left), box.right) - self.centre.x
        y = min(max(self.centre.y, box.top), box.bottom) - self.centre.y
        return math.hypot(x / self.across, y / self.down) < 1

    def is_like(self, other: SealRegion) -> bool:
        """Say whether two regions are of one seal."""
        apart = math.hypot(self.centre.x - other.centre.x, self.centre.y - other.centre.y)
        return apart <= SAME * max(self.across, other.across)

    def moved(self, turn: Affine) -> SealRegion:
        """Return where the seal lies on the turned page: half the sides of the box around its turned ellipse."""
        across = math.hypot(turn.a * self.across, turn.b * self.down)
        down = math.hypot(turn.d * self.across, turn.e * self.down)
        return SealRegion(turn.point(self.centre), across, down)


def find_seals(pixels: Pixels) -> tuple[SealRegion, ...]:
    """Return the round seals of a page, largest first: red ones by their ink, those of a copy by their ring."""
    small, scale = averaged(pixels, SMALL_SIDE)
    red = _red(small)
    reach = max(round(min(red.shape) * 0.012), 1)
    joined = cv2.morphologyEx(red, cv2.MORPH_CLOSE, np.ones((2 * reach + 1, 2 * reach + 1), np.uint8))
    outlines, _ = cv2.findContours(joined, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    seen = [(outline, _region(outline, red, scale)) for outline in outlines]
    regions = [region for _, region in seen if region]
    if any(_may_hide_one(outline, red.shape) for outline, region in seen if not region):
        circles = (SealRegion(Point(x / scale, y / scale), r / scale, r / scale) for x, y, r in red_rings(red))
        regions += [circle for circle in circles if not any(map(circle.is_like, regions))]
    if not regions:
        regions = [SealRegion(Point(x, y), radius, radius) for x, y, radius in rings(pixels)]
    return tuple(sorted(regions, key=lambda r: -r.across * r.down))


def without_seals(pixels: Pixels, seals: Sequence[SealRegion]) -> Pixels:
    """Return a copy with the red ink inside each seal lifted to the paper; black text under it stays."""
    clean = pixels.copy()
    for box in _joined([seal.box.bounds.grown(seal.across * RIM) for seal in seals]):
        top, left = max(int(box.top), 0), max(int(box.left), 0)
        part = clean[top : int(box.bottom) + 1, left : int(box.right) + 1]
        part[:] = _lifted(part)
    return clean


def _joined(boxes: Sequence[Rect]) -> list[Rect]:
    """Return boxes of which those that overlap are one: where seals lie over each other, ink is lifted once."""
    apart: list[Rect] = []
    for box in boxes:
        joint = box
        while touching := [other for other in apart if other.overlap(joint)]:
            apart = [other for other in apart if other not in touching]
            joint = enclosing(map(Quad.of_rect, (joint, *touching))).bounds
        apart.append(joint)
    return apart


def in_red_light(pixels: Pixels) -> Pixels:
    """Return what red light shows of a strip: red ink is as bright as paper, what is printed under it stays dark.

    Where red ink is thick it is a grey that can be read; what is red and nearer to paper than to print is paper.
    """
    red, green, blue = cv2.split(pixels)
    low, high = np.percentile(red, (INK, PAPER))
    shown = np.append(np.arange(256), high) - low
    *levels, paper = np.clip(shown * (WHITE / max(high - low, LEAST)), 0, 255).astype(np.uint8)
    wide = cv2.LUT(red, np.array(levels))
    wide[(cv2.subtract(red, cv2.min(green, blue)) > CLEARLY) & (red > (low + high) / 2)] = paper
    return np.asarray(cv2.merge([wide] * 3), np.uint8)


def _red(pixels: Pixels) -> NDArray[np.uint8]:
    """Return 255 where ink is red: clearly more red than green and blue, light or dark."""
    hue, saturation, value = cv2.split(cv2.cvtColor(pixels, cv2.COLOR_RGB2HSV))
    red = ((hue <= 10) | (hue >= 165)) & (saturation >= 60) & (value >= 70)  # hue in half degrees
    mask: NDArray[np.uint8] = red.astype(np.uint8) * 255
    return mask


def _region(outline: NDArray[np.int32], red: NDArray[np.uint8], scale: float) -> SealRegion | None:
    left, top, width, height = cv2.boundingRect(outline)
    side = min(red.shape)
    if not (SMALLEST * side <= min(width, height) and max(width, height) <= LARGEST * side):
        return None
    if max(width, height) > ROUND * min(width, height):
        return None
    ink = red[top : top + height, left : left + width] > 0
    share = float(ink.mean()) / (math.pi / 4)
    if not LEAST_INK <= share <= FULL or _ring_share(ink) < RING:
        return None
    centre = Point((left + width / 2) / scale, (top + height / 2) / scale)
    return SealRegion(centre, width / 2 / scale, height / 2 / scale)


def _may_hide_one(outline: NDArray[np.int32], shape: tuple[int, ...]) -> bool:
    """Say whether red that is no seal by its outline is large enough for one: cut off, or joined with another."""
    _, _, width, height = cv2.boundingRect(outline)
    least = SMALLEST * min(shape)
    return bool(min(width, height) >= least and max(width, height) >= 2 * least)


def _ring_share(ink: NDArray[np.bool_]) -> float:
    """Return in which share of 72 directions red lies near the rim: a stamp has one, a word or a frame has none."""
    rows, columns = np.nonzero(ink)
    height, width = ink.shape
    y, x = (rows + 0.5) / height * 2 - 1, (columns + 0.5) / width * 2 - 1
    rim = np.hypot(x, y)
    if (rim > CORNER).mean() > ANGULAR:
        return 0.0
    directions = np.degrees(np.arctan2(y, x))[(rim > 0.82) & (rim < 1.08)]
    return len(np.unique((directions // 5).astype(int))) / 72


def _lifted(part: Pixels) -> Pixels:
    """Lift red ink by what it lets through: in red light the ink is nearly paper, and black text stays black.

    What the ink still takes from the red light is given back in proportion to its redness, so that nothing is decided
    pixel by pixel and the strokes under the ink keep their edges. Colour of the paper is kept, so that no edge is made.
    """
    red = part[..., 0].astype(np.float32)
    redness = np.maximum(red - part[..., 1:].min(axis=2), 0)
    reach = max(round(min(red.shape) * PAPER_REACH) | 1, 3)
    paper = cv2.blur(cv2.dilate(red, np.ones((reach, reach), np.uint8)), (reach, reach))
    redness = np.maximum(redness - float(np.median(redness)), 0)  # without the tint of the paper
    pure = redness > max(float(np.percentile(redness, 97)) * 0.6, 12.0)
    if not pure.any():
        return part
    given = max(float(np.median((paper - red)[pure] / redness[pure])), 0.0)
    bright = red > paper - GRAIN
    usual = float(np.median((paper - red)[bright])) if bright.any() else 0.0  # below its brightest grain
    grey = np.minimum(red + given * redness, paper - usual)
    tint = np.median(part[redness < FAINT].reshape(-1, 3), axis=0)
    share = np.clip((cv2.GaussianBlur(redness, (0, 0), 2) - FAINT) / FAINT, 0, 1)[..., None]
    mixed = part * (1 - share) + grey[..., None] * (tint / max(float(tint[0]), 1.0)) * share
    lifted: Pixels = np.clip(mixed, 0, 255).astype(np.uint8)
    return lifted
