"""What cards have in common: wavy security print, rounded corners, raised figures, an emblem-like ornament."""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random

import numpy as np
from PIL import Image, ImageDraw

from intake.domain.drawing import DrawnLine
from intake.domain.geometry import Affine
from intake.drawing.canvas import Canvas, Colour, Run, Style

_RADIUS = 37  # 3.18 mm at 300 dots per inch (ISO 7810)


def guilloche(image: Image.Image, rng: Random, colours: Sequence[Colour], *, spacing: int = 11) -> None:
    """Cover a picture with families of waves, one a colour."""
    pen = ImageDraw.Draw(image)
    for colour in colours:
        phase, length = rng.uniform(0, 6), rng.uniform(110, 260)
        swing, drift = rng.uniform(14, 34), rng.uniform(-0.25, 0.25)
        for start in range(-120, image.height + 120, spacing):
            points = [
                (x, start + drift * x + swing * math.sin(x / length * 2 * math.pi + phase + start / 90))
                for x in range(0, image.width + 8, 8)
            ]
            pen.line(points, fill=colour, width=1)


def gradient(image: Image.Image, start: Colour, end: Colour, *, angle: float = 0.6) -> None:
    """Fill a picture from one colour to another along a direction in radians."""
    y, x = np.mgrid[0 : image.height, 0 : image.width].astype(np.float32)
    along = x / image.width * math.cos(angle) + y / image.height * math.sin(angle)
    along = ((along - along.min()) / (along.max() - along.min()))[..., None]
    mixed = np.array(start, np.float32) * (1 - along) + np.array(end, np.float32) * along
    image.paste(Image.fromarray(mixed.astype(np.uint8)))


def round_corners(image: Image.Image, behind: Colour = (255, 255, 255)) -> None:
    """Cut the corners of a card that fills the picture."""
    mask = Image.new("L", (image.width * 2, image.height * 2), 255)
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, mask.width - 1, mask.height - 1), _RADIUS * 2, fill=0)
    image.paste(behind, (0, 0), mask.resize(image.size, Image.Resampling.LANCZOS))


def raised(canvas: Canvas, x: float, baseline: float, text: str, style: Style) -> None:
    """Emboss a line: a light edge above, a dark one below, the figures between."""
    shade = Canvas(canvas.image)
    for dx, dy, colour in ((-2, -2, (255, 255, 255)), (2, 3, (40, 40, 44))):
        shade.text(x + dx, baseline + dy, text, Style(style.face, style.size, colour, style.spacing))
    canvas.runs(baseline, (Run(text, style, x),))


def lay(page: Canvas, card: Canvas, left: int, top: int) -> None:
    """Lay a card on a page, with the lines that are set on it."""
    page.image.paste(card.image, (left, top))
    moved = Affine(1, 0, left, 0, 1, top)
    page.lines += [DrawnLine(line.text, moved.quad(line.box)) for line in card.lines]


def gears(image: Image.Image, centre: tuple[float, float], radius: float, colour: Colour) -> None:
    """Paint a round ornament where the state's emblem would be: rays, a gate of bars, five small stars."""
    pen, (x, y) = ImageDraw.Draw(image), centre
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)
    inner = radius * 0.82
    light = (240, 206, 130)
    pen.ellipse((x - inner, y - inner, x + inner, y + inner), outline=light, width=4)
    for i in range(24):
        angle = math.pi * i / 12
        start, end = radius * 0.86, radius * 0.98
        spoke = (
            x + start * math.cos(angle),
            y + start * math.sin(angle),
            x + end * math.cos(angle),
            y + end * math.sin(angle),
        )
        pen.line(spoke, fill=light, width=3)
    for i in range(-3, 4):
        pen.rectangle((x + i * radius * 0.14 - 4, y + 6, x + i * radius * 0.14 + 4, y + radius * 0.42), fill=light)
    pen.polygon([(x - radius * 0.6, y), (x + radius * 0.6, y), (x, y - radius * 0.24)], fill=light)
    for i in range(5):
        angle = math.pi * (1.18 + i * 0.16)
        sx, sy = x + radius * 0.6 * math.cos(angle), y + radius * 0.6 * math.sin(angle)
        pen.regular_polygon((sx, sy, radius * 0.09), 5, fill=light)
