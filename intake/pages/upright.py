"""Turns a page upright by what was read on it: the lines vote with the direction in which they read."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from intake.domain.geometry import IDENTITY, Affine, Move
from intake.domain.page import PageImage, Pixels
from intake.domain.text import Line

LEAST_SKEW = 0.3  # degrees; below it straightening costs sharpness and gains nothing
TOGETHER = 8.0  # degrees between lines of one page: perspective spreads them
SURE = 0.6  # confidence of a line that may vote


@dataclass(frozen=True, slots=True)
class Turn:
    """How to make a page upright: `rotation` degrees clockwise (0, 90, 180, 270), then `skew` more (within ±45)."""

    rotation: int
    skew: float


def turn_of(lines: Sequence[Line]) -> Turn:
    """Return the turn that most of the text asks for; lines weigh by their characters and their confidence."""
    votes = [(line.box.angle, line.confidence * len(line.text)) for line in lines if line.confidence >= SURE]
    if not votes:
        return Turn(0, 0.0)
    chosen = max(votes, key=lambda vote: sum(weight for _, weight in _near(votes, vote[0])))[0]
    angle = chosen + _median(_near(votes, chosen))
    quarter = round(angle / 90) % 4
    skew = _apart(angle, quarter * 90)
    return Turn(-quarter * 90 % 360, -skew if abs(skew) >= LEAST_SKEW else 0.0)


def turned(page: PageImage, turn: Turn) -> tuple[PageImage, Affine]:
    """Return the page upright, and the map from its old pixels to the new ones."""
    pixels, quarter = _quarter(page.pixels, turn.rotation)
    if turn.skew == 0.0:
        affine = quarter
    else:
        pixels, skewed = _straightened(pixels, turn.skew)
        affine = _then(quarter, skewed)
    if affine == IDENTITY:
        return page, affine
    return replace(page, pixels=pixels, layer=moved(page.layer, affine)), affine


def moved(lines: Sequence[Line], move: Move) -> tuple[Line, ...]:
    """Return the lines with their boxes mapped."""
    return tuple(lines) if move == IDENTITY else tuple(line.moved(move) for line in lines)


def _near(votes: Sequence[tuple[float, float]], angle: float) -> list[tuple[float, float]]:
    """Return the votes for directions close to `angle`, as differences from it."""
    apart = ((_apart(vote, angle), weight) for vote, weight in votes)
    return [(difference, weight) for difference, weight in apart if abs(difference) <= TOGETHER]


def _apart(angle: float, other: float) -> float:
    """Return how far `angle` is from `other`, within [-180, 180)."""
    return (angle - other + 180) % 360 - 180


def _median(weighted: Sequence[tuple[float, float]]) -> float:
    ordered = sorted(weighted)
    half = sum(weight for _, weight in ordered) / 2
    for value, weight in ordered:
        half -= weight
        if half <= 0:
            return value
    return ordered[-1][0]


def _quarter(pixels: Pixels, rotation: int) -> tuple[Pixels, Affine]:
    """Turn by quarters clockwise; no pixel is computed anew. Centres of pixels map onto centres."""
    height, width = pixels.shape[:2]
    affine = {
        0: IDENTITY,
        90: Affine(0, -1, height - 1, 1, 0, 0),
        180: Affine(-1, 0, width - 1, 0, -1, height - 1),
        270: Affine(0, 1, 0, -1, 0, width - 1),
    }[rotation]
    return (np.ascontiguousarray(np.rot90(pixels, -rotation // 90)) if rotation else pixels), affine


def _straightened(pixels: Pixels, degrees: float) -> tuple[Pixels, Affine]:
    """Turn by a few degrees clockwise onto a canvas of white that holds the whole page."""
    height, width = pixels.shape[:2]
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    across, down = math.ceil(width * cos + height * abs(sin)), math.ceil(height * cos + width * abs(sin))
    shift_x = across / 2 - cos * width / 2 + sin * height / 2
    shift_y = down / 2 - sin * width / 2 - cos * height / 2
    affine = Affine(cos, -sin, shift_x, sin, cos, shift_y)
    matrix = np.array([[cos, -sin, shift_x], [sin, cos, shift_y]], np.float64)
    warped = cv2.warpAffine(
        np.ascontiguousarray(pixels), matrix, (across, down), flags=cv2.INTER_LINEAR, borderValue=(255, 255, 255)
    )
    return warped, affine


def _then(first: Affine, second: Affine) -> Affine:
    """Return the map that does `first`, then `second`."""
    return Affine(
        second.a * first.a + second.b * first.d,
        second.a * first.b + second.b * first.e,
        second.a * first.c + second.b * first.f + second.c,
        second.d * first.a + second.e * first.d,
        second.d * first.b + second.e * first.e,
        second.d * first.c + second.e * first.f + second.f,
    )
