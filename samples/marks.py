"""Marks that papers collect: folds, staples, punch holes, stamps, notes by hand, the back side shining through.

Sizes follow the picture: its longer side is taken for that of an A4 sheet.
"""

from __future__ import annotations

import math
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from intake.domain.page import Pixels
from intake.drawing.canvas import Canvas, Colour, Style
from intake.drawing.fonts import Face
from intake.drawing.seal import Seal, stamp

_LONG = 2339  # pixels of an A4 sheet's longer side at 200 dots per inch
_RECEIVED = ("收文专用章", "档案专用章", "材料核对章", "窗口收件章")
_BOXED = ("收　讫", "已核对", "复印件与原件一致", "作　废", "副　本", "急　件", "存　档")
_JOTTED = (
    "已收",
    "同意",
    "请核",
    "P3",
    "附件2",
    "原件已核",
    "本人签收",
    "11.20",
    "见背面",
    "复印件",
    "√",
    "联系电话已核",
)
_INKS: tuple[Colour, ...] = ((200, 40, 44), (40, 60, 150), (40, 40, 44))


def folded(pixels: Pixels, chance: np.random.Generator) -> Pixels:
    """Fold one to three times: a dark crease, one side of it a little lighter than the other."""
    height, width = pixels.shape[:2]
    unit = _unit(pixels)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    shade = np.ones((height, width), np.float32)
    for _ in range(chance.integers(1, 4)):
        is_level = chance.random() < 0.65
        at = chance.choice((1 / 3, 1 / 2, 2 / 3)) + chance.uniform(-0.03, 0.03)
        slope = chance.uniform(-0.02, 0.02)
        off = (y - height * at - slope * x if is_level else x - width * at - slope * y) / unit
        shade -= chance.uniform(0.15, 0.45) * np.exp(-np.abs(off) / chance.uniform(1.5, 4))
        shade += chance.uniform(-0.08, 0.08) * np.sign(off) * np.exp(-np.abs(off) / 90)
    return _rounded(pixels * shade[..., None])


def stapled(pixels: Pixels, chance: np.random.Generator) -> Pixels:
    """Put one or two staples into the left upper corner or edge, with the shadow they throw."""
    page, unit = pixels.copy(), _unit(pixels)
    for _ in range(chance.integers(1, 3)):
        x, y = chance.uniform(30, 120) * unit, chance.uniform(40, 420) * unit
        angle, reach = chance.uniform(-1.6, 1.6), 44 * unit
        a = (round(x), round(y))
        b = (round(x + reach * math.cos(angle)), round(y + reach * math.sin(angle)))
        thick = max(round(6 * unit), 1)
        below, beside = ((p[0] + thick, p[1] + thick) for p in (a, b))
        cv2.line(page, below, beside, (170, 168, 166), thick, cv2.LINE_AA)
        shade = int(chance.integers(60, 190))
        cv2.line(page, a, b, (shade, shade, shade + 4), thick, cv2.LINE_AA)
    return page


def punched(pixels: Pixels, chance: np.random.Generator) -> Pixels:
    """Punch two or four holes into the left margin; what is behind them is white, grey or black."""
    page, unit = pixels.copy(), _unit(pixels)
    height, x = page.shape[0], round(chance.uniform(50, 110) * unit)
    spread = 315 * unit  # 80 mm between holes (ISO 838)
    colour = (int(chance.choice((16, 60, 150, 245))),) * 3
    for i in (-1.5, -0.5, 0.5, 1.5) if chance.random() < 0.3 else (-0.5, 0.5):
        at = (x, round(height / 2 + i * spread))
        cv2.circle(page, at, round(24 * unit), colour, -1, cv2.LINE_AA)
        cv2.circle(page, at, round(24 * unit), (130, 130, 130), max(round(2 * unit), 1), cv2.LINE_AA)
    return page


def stamped(pixels: Pixels, chance: np.random.Generator) -> Pixels:
    """Press an office's stamp over a margin: a round one, or words in a frame."""
    rng, page, unit = _rng(chance), _canvas(pixels), _unit(pixels)
    width, height = page.image.size
    centre = (width * rng.choice((0.16, 0.5, 0.84)), height * rng.choice((0.07, 0.5, 0.9)))
    if rng.random() < 0.35:
        stamp(page, Seal(rng.choice(_RECEIVED), max(round(rng.randint(110, 160) * unit), 16)), centre, rng)
        return page.page().pixels
    size = max(round(rng.randint(34, 60) * unit), 8)
    style = Style(Face.SONG_BOLD, size, rng.choice(_INKS), spacing=size / 6)
    text = rng.choice(_BOXED)
    frame = Canvas(Image.new("RGBA", (round(style.width(text) + size * 1.4), round(size * 2)), (*style.colour, 0)))
    frame.pen.rectangle(
        (1, 1, frame.image.width - 2, frame.image.height - 2), outline=style.colour, width=max(size // 12, 1)
    )
    frame.text(size * 0.7, size * 1.38, text, style)
    turned = frame.image.rotate(rng.uniform(-12, 12), expand=True, resample=Image.Resampling.BICUBIC)
    page.image.paste(turned, (round(centre[0] - turned.width / 2), round(centre[1] - turned.height / 2)), turned)
    return page.page().pixels


def noted(pixels: Pixels, chance: np.random.Generator) -> Pixels:
    """Write a few words into a margin by hand, and perhaps a signature that nobody can read."""
    rng, page, unit = _rng(chance), _canvas(pixels), _unit(pixels)
    width, height = page.image.size
    for _ in range(rng.randint(1, 3)):
        style = Style(Face.KAI, max(round(rng.randint(44, 80) * unit), 8), rng.choice(_INKS), stroke=round(unit))
        centre = (width * rng.choice((0.14, 0.5, 0.82)), height * rng.choice((0.05, 0.08, 0.93)))
        page.paste_text(centre, rng.choice(_JOTTED), style, rng.uniform(-9, 9))
    if rng.random() < 0.6:
        _signature(page, rng, (width * rng.uniform(0.15, 0.75), height * rng.choice((0.06, 0.92))))
    return page.page().pixels


def bleed_through(pixels: Pixels, chance: np.random.Generator) -> Pixels:
    """Let the back side shine through; it is taken to look like the front, mirrored."""
    unit = _unit(pixels)
    back = cv2.GaussianBlur(np.ascontiguousarray(pixels[:, ::-1]), (0, 0), max(2.5 * unit, 0.8)).astype(np.float32)
    back = np.roll(back, (round(chance.uniform(-60, 60) * unit), round(chance.uniform(-40, 40) * unit)), axis=(0, 1))
    ink = (1 - back / 255).mean(axis=2, keepdims=True)
    return _rounded(pixels * (1 - chance.uniform(0.08, 0.3) * ink))


def _signature(page: Canvas, rng: Random, start: tuple[float, float]) -> None:
    """Draw one stroke of loops and hooks."""
    unit, (x, y) = max(page.image.size) / _LONG, start
    turns, points = rng.uniform(2.5, 5), []
    for i in range(90):
        t = i / 90 * turns * 2 * math.pi
        points.append(
            (x + (i * 3 + 34 * math.sin(t * 0.9)) * unit, y + 40 * math.sin(t + rng.uniform(-0.1, 0.1)) * unit)
        )
    page.pen.line(points, fill=rng.choice(_INKS), width=max(round(4 * unit), 1), joint="curve")


def _canvas(pixels: Pixels) -> Canvas:
    return Canvas(Image.fromarray(pixels))


def _rng(chance: np.random.Generator) -> Random:
    return Random(int(chance.integers(2**32)))


def _unit(pixels: Pixels) -> float:
    """Return the pixels of this picture to one of an A4 sheet at 200 dots per inch."""
    return float(max(pixels.shape[:2]) / _LONG)


def _rounded(picture: NDArray[np.float32]) -> Pixels:
    return np.clip(np.rint(picture), 0, 255).astype(np.uint8)
