"""What else happens to papers on their way: fax, weak JPEG, folds, staples, stamps, copies on A4, two on a sheet.

Beside `degrade`, whose variants are what most files come from: these come before it (what happens to the paper) or
after it (what happens to the file), and the truth follows through the homographies they return.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from enum import StrEnum

import cv2
import numpy as np

from intake.domain.page import Pixels
from samples import marks
from samples.degrade import Degraded, Homography, bilevel

A4_IN = (8.27, 11.69)  # inches
SHEET = (1654, 2339)  # A4 at 200 dots per inch
_CARD_WIDTH = 85.6 / 210  # of an A4 sheet's width (ISO 7810 ID-1)
_PAPER = (252.0, 252.0, 252.0)


class Wear(StrEnum):
    """What happened to a paper or its file."""

    FAX = "fax"
    JPEG = "jpeg"
    LOW_RESOLUTION = "low_resolution"
    SHADOW = "shadow"
    TILTED = "tilted"
    CROPPED = "cropped"
    ON_A4 = "on_a4"
    FOLDED = "folded"
    STAPLED = "stapled"
    PUNCHED = "punched"
    STAMPED = "stamped"
    NOTED = "noted"
    BLEED_THROUGH = "bleed_through"


def wear(pixels: Pixels, kind: Wear, seed: int) -> Degraded:
    """Return what `kind` makes of a picture; the same seed gives the same picture."""
    return _STEPS[kind](pixels, np.random.default_rng(seed))


def worn(picture: Degraded, kinds: Sequence[Wear], seed: int) -> Degraded:
    """Let several things happen to a picture one after the other."""
    for i, kind in enumerate(kinds):
        after = wear(picture.pixels, kind, seed + i)
        picture = Degraded(after.pixels, after.homography @ picture.homography)
    return picture


def two_up(first: Pixels, second: Pixels, seed: int) -> tuple[Degraded, Degraded]:
    """Lay two drawings on one A4 sheet: tall ones beside each other, wide ones one above the other."""
    chance = np.random.default_rng(seed)
    is_tall = first.shape[0] > first.shape[1]
    size = SHEET[::-1] if is_tall else SHEET
    half = (size[0] / 2, size[1]) if is_tall else (size[0], size[1] / 2)
    sheet, moves = np.full((size[1], size[0], 3), 252, np.uint8), []
    for i, pixels in enumerate((first, second)):
        height, width = pixels.shape[:2]
        room = _CARD_WIDTH * SHEET[0] / width if _is_card(pixels) else min(half[0] / width, half[1] / height)
        scale = min(room, half[0] * 0.94 / width, half[1] * 0.94 / height)
        slack = (half[0] - width * scale, half[1] - height * scale)
        corner = [slack[axis] * chance.uniform(0.3, 0.7) for axis in range(2)]
        corner[0 if is_tall else 1] += i * half[0 if is_tall else 1]
        moves.append(_shifted(scale, corner))
        _paste(sheet, pixels, moves[-1])
    return Degraded(sheet, moves[0]), Degraded(sheet, moves[1])


def fax(pixels: Pixels, chance: np.random.Generator) -> Degraded:
    """Send by fax: black and white at 200 by 100 dots per inch, lines lost, a header that nobody drew."""
    height, width = pixels.shape[:2]
    scale = A4_IN[1] * 200 / max(height, width)
    columns, rows = round(width * scale), round(height * scale / 2)
    black = ~bilevel(np.asarray(cv2.resize(pixels, (columns, rows), interpolation=cv2.INTER_AREA), np.uint8))
    black ^= chance.random(black.shape) < chance.uniform(0, 0.004)
    for _ in range(chance.integers(0, 7)):
        at, thick = int(chance.integers(rows)), int(chance.integers(1, 4))
        black[at : at + thick] = black[at] if chance.random() < 0.4 else chance.random() < 0.1
    if chance.random() < 0.25:
        black[:, int(chance.integers(columns))] = True
    page = np.where(black, 0, 255).astype(np.uint8)
    header = f"20{chance.integers(18, 26)}-{chance.integers(1, 13):02} FAX P.{chance.integers(1, 9):02}"
    cv2.putText(page, header, (columns // 12, max(rows // 60, 10)), cv2.FONT_HERSHEY_PLAIN, 1.2, 0, 1)
    page = np.where(page > 127, 255, 0).astype(np.uint8)  # the letters of the header are soft
    page = np.asarray(cv2.resize(page, (columns, rows * 2), interpolation=cv2.INTER_NEAREST), np.uint8)
    return Degraded(_coloured(page), np.diag([columns / width, rows * 2 / height, 1.0]))


def weak_jpeg(pixels: Pixels, chance: np.random.Generator) -> Degraded:
    """Save as a JPEG of low quality, as messengers do."""
    _, data = cv2.imencode(".jpg", pixels[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, int(chance.integers(8, 35))])
    decoded = np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), np.uint8)
    return Degraded(np.ascontiguousarray(decoded[..., ::-1]), np.eye(3))


def low_resolution(pixels: Pixels, chance: np.random.Generator) -> Degraded:
    """Scan at 75 to 120 dots per inch (a picture that is smaller already stays as it is)."""
    height, width = pixels.shape[:2]
    scale = min(chance.uniform(75, 120) * A4_IN[1] / max(height, width), 1.0)
    size = (max(round(width * scale), 1), max(round(height * scale), 1))
    small = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)
    return Degraded(small, np.diag([size[0] / width, size[1] / height, 1.0]))


def shadow(pixels: Pixels, chance: np.random.Generator) -> Degraded:
    """Let a hand, a lid that does not close or the gutter of a book darken a part of the page."""
    height, width = pixels.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    angle = chance.uniform(0, 2 * math.pi)
    along = (x / width - 0.5) * math.cos(angle) + (y / height - 0.5) * math.sin(angle)
    soft, edge = chance.uniform(0.02, 0.12), chance.uniform(0.0, 0.35)
    shade = 1 - chance.uniform(0.3, 0.65) / (1 + np.exp(-(along - edge) / soft))
    return Degraded(_rounded(pixels * shade[..., None]), np.eye(3))


def tilted(pixels: Pixels, chance: np.random.Generator) -> Degraded:
    """Lay the paper on the glass at an angle of up to six degrees."""
    height, width = pixels.shape[:2]
    angle = chance.uniform(0.8, 6.0) * chance.choice((-1, 1))
    move: Homography = np.eye(3)
    move[:2] = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    fill = float(chance.choice((252, 252, 40, 190)))
    turned = cv2.warpAffine(
        pixels,
        move[:2],
        (width, height),
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=(fill,) * 3,
    )
    return Degraded(np.asarray(turned, np.uint8), move)


def cropped(pixels: Pixels, chance: np.random.Generator) -> Degraded:
    """Cut off one or two edges, by up to an eighth of the page."""
    height, width = pixels.shape[:2]
    cuts = np.zeros(4)  # left, top, right, bottom
    cuts[chance.permutation(4)[: chance.integers(1, 3)]] = chance.uniform(0.02, 0.125)
    left, top = round(width * cuts[0]), round(height * cuts[1])
    right, bottom = round(width * (1 - cuts[2])), round(height * (1 - cuts[3]))
    return Degraded(np.ascontiguousarray(pixels[top:bottom, left:right]), _shifted(1.0, (-left, -top)))


def on_a4(pixels: Pixels, chance: np.random.Generator) -> Degraded:
    """Copy onto A4: a card in its size somewhere on an empty sheet, anything else made smaller."""
    height, width = pixels.shape[:2]
    scale = _CARD_WIDTH if _is_card(pixels) else chance.uniform(0.5, 0.8) * min(1, 1.414 * width / height)
    scale *= SHEET[0] / width
    angle = math.radians(chance.uniform(-3, 3))
    spin = np.array([[math.cos(angle), -math.sin(angle), 0], [math.sin(angle), math.cos(angle), 0], [0, 0, 1]])
    centre = [SHEET[0] * chance.uniform(0.4, 0.6), SHEET[1] * chance.uniform(0.25, 0.6)]
    centre[1] = min(max(centre[1], height * scale * 0.55), SHEET[1] - height * scale * 0.55)
    move = _shifted(1.0, centre) @ spin @ _shifted(scale, (-width * scale / 2, -height * scale / 2))
    sheet = np.full((SHEET[1], SHEET[0], 3), 252, np.uint8)
    _paste(sheet, pixels, move)
    return Degraded(sheet, move)


def _on_paper(mark: Callable[[Pixels, np.random.Generator], Pixels]) -> Callable[..., Degraded]:
    """Return the step for what leaves everything in its place."""
    return lambda pixels, chance: Degraded(mark(pixels, chance), np.eye(3))


_STEPS: dict[Wear, Callable[[Pixels, np.random.Generator], Degraded]] = {
    Wear.FAX: fax,
    Wear.JPEG: weak_jpeg,
    Wear.LOW_RESOLUTION: low_resolution,
    Wear.SHADOW: shadow,
    Wear.TILTED: tilted,
    Wear.CROPPED: cropped,
    Wear.ON_A4: on_a4,
    Wear.FOLDED: _on_paper(marks.folded),
    Wear.STAPLED: _on_paper(marks.stapled),
    Wear.PUNCHED: _on_paper(marks.punched),
    Wear.STAMPED: _on_paper(marks.stamped),
    Wear.NOTED: _on_paper(marks.noted),
    Wear.BLEED_THROUGH: _on_paper(marks.bleed_through),
}


def _is_card(pixels: Pixels) -> bool:
    height, width = pixels.shape[:2]
    return bool(abs(max(width, height) / min(width, height) - 85.6 / 54) < 0.02)


def _shifted(scale: float, by: Sequence[float]) -> Homography:
    return np.array([[scale, 0, by[0]], [0, scale, by[1]], [0, 0, 1]], np.float64)


def _paste(sheet: Pixels, pixels: Pixels, move: Homography) -> None:
    """Lay a picture on a sheet, in place; what shrinks is averaged first, or thin strokes would vanish."""
    height, width = pixels.shape[:2]
    scale = min(math.sqrt(abs(np.linalg.det(move[:2, :2]))), 1.0)
    size = (max(round(width * scale), 1), max(round(height * scale), 1))
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    step = move @ np.diag([width / size[0], height / size[1], 1.0])
    full = (sheet.shape[1], sheet.shape[0])
    laid = cv2.warpPerspective(small, step, full, flags=cv2.INTER_LINEAR, borderValue=_PAPER)
    inside = cv2.warpPerspective(np.full(small.shape[:2], 255, np.uint8), step, full) > 127
    sheet[inside] = laid[inside]


def _coloured(grey: Pixels) -> Pixels:
    return np.repeat(grey[..., None], 3, axis=2)


def _rounded(picture: Pixels) -> Pixels:
    return np.clip(np.rint(picture), 0, 255).astype(np.uint8)
