"""Round red seals as courts stamp them: a ring, a star, the name along the arc, ink that is never even."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from intake.drawing.canvas import Canvas
from intake.drawing.fonts import Face, font

RED = (205, 32, 36)
_REACH = 0.78  # of the radius: where the middles of the characters lie
_FINE = 3  # drawn this much larger, then reduced: soft edges


@dataclass(frozen=True, slots=True)
class Seal:
    """A seal to be stamped; 42 mm across (the size of a basic court's) is 330 pixels at 200 dots per inch."""

    text: str
    radius: int = 165
    caption: str = ""
    """A line below the star, as 财务专用章."""


def stamp(canvas: Canvas, seal: Seal, centre: tuple[float, float], rng: Random) -> None:
    """Press a seal on the page: the ink multiplies with what is printed, so that both stay visible."""
    ink = seal_ink(seal, rng)
    half = ink.shape[0] // 2
    left, top = round(centre[0]) - half, round(centre[1]) - half
    page = np.asarray(canvas.image.convert("RGB"), dtype=np.float32)
    y0, y1 = max(top, 0), min(top + ink.shape[0], page.shape[0])
    x0, x1 = max(left, 0), min(left + ink.shape[1], page.shape[1])
    cut = ink[y0 - top : y1 - top, x0 - left : x1 - left, None]
    page = page.copy()
    page[y0:y1, x0:x1] *= 1.0 - cut * (1.0 - np.array(RED, dtype=np.float32) / 255.0)
    canvas.image = Image.fromarray(page.astype(np.uint8))
    canvas.seal_text = seal.text + seal.caption


def seal_ink(seal: Seal, rng: Random) -> NDArray[np.float32]:
    """Return how much ink lies where: a square of values from 0 to 1."""
    side = 2 * (seal.radius + 12)
    shape = Image.new("L", (side * _FINE, side * _FINE), 0)
    pen = ImageDraw.Draw(shape)
    middle, radius = side * _FINE / 2, seal.radius * _FINE
    width = max(round(radius * 0.035), 1)
    pen.ellipse((middle - radius, middle - radius, middle + radius, middle + radius), outline=255, width=width)
    pen.polygon(_star(middle, radius * 0.30), fill=255)
    _along_arc(shape, seal.text, radius)
    if seal.caption:
        face = font(Face.SONG_BOLD, round(radius * 0.17))
        pen.text((middle, middle + radius * 0.55), seal.caption, 255, face, anchor="mm")
    turned = shape.rotate(rng.uniform(-14, 14), resample=Image.Resampling.BICUBIC)
    ink: NDArray[np.float32] = np.asarray(turned.resize((side, side), Image.Resampling.LANCZOS), dtype=np.float32)
    uneven: NDArray[np.float32] = ink / np.float32(255) * _unevenness(side, rng)
    return uneven


def _along_arc(shape: Image.Image, text: str, radius: float) -> None:
    """Set the name clockwise along the upper arc; short names leave more room between their characters."""
    middle = shape.width / 2
    step = min(math.radians(24), math.radians(245) / max(len(text) - 1, 1))
    span, size = step * (len(text) - 1), round(radius * _REACH * step * 0.86)
    face = font(Face.SONG, size)
    for i, char in enumerate(text):
        angle = span * (i / max(len(text) - 1, 1) - 0.5)
        tile = Image.new("L", (size * 2, size * 2), 0)
        ImageDraw.Draw(tile).text((size, size), char, 255, face, anchor="mm", stroke_width=size // 36)
        turned = tile.rotate(-math.degrees(angle), resample=Image.Resampling.BICUBIC)
        x, y = middle + radius * _REACH * math.sin(angle), middle - radius * _REACH * math.cos(angle)
        shape.paste(255, (round(x - size), round(y - size)), turned)


def _star(middle: float, radius: float) -> Sequence[tuple[float, float]]:
    points = []
    for i in range(10):
        reach = radius if i % 2 == 0 else radius * 0.382
        angle = math.pi * i / 5
        points.append((middle + reach * math.sin(angle), middle - reach * math.cos(angle)))
    return points


def _unevenness(side: int, rng: Random) -> NDArray[np.float32]:
    """Return how well the pad was inked: weak patches, and specks without ink."""
    chance = np.random.default_rng(rng.getrandbits(32))
    coarse = Image.fromarray(chance.integers(120, 255, (7, 7), dtype=np.uint8))
    patches = np.asarray(coarse.resize((side, side), Image.Resampling.BICUBIC), dtype=np.float32) / 255.0
    specks = chance.random((side, side), dtype=np.float32) > 0.06
    strength: NDArray[np.float32] = np.clip(patches + 0.12, 0.45, 0.92).astype(np.float32)
    strength[~specks] *= 0.35
    return strength
