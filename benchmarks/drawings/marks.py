"""What people and machines add to papers: name chops, stamps, signatures, codes, photographs, thumbprints."""

from __future__ import annotations

import math
from random import Random

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from intake.domain.geometry import Rect
from intake.drawing.canvas import Canvas, Colour, Style
from intake.drawing.fonts import Face, font

SEAL_RED: Colour = (196, 30, 44)
BLUE_INK: Colour = (28, 44, 132)
BLACK_INK: Colour = (34, 34, 42)


def handwriting(rng: Random, size: int = 46) -> Style:
    """Return how somebody writes with a pen."""
    return Style(Face.KAI, size, rng.choice((BLUE_INK, BLACK_INK, (20, 60, 150))), spacing=rng.uniform(-4, 1))


def signed(page: Canvas, centre: tuple[float, float], name: str, rng: Random, size: int = 58) -> None:
    """Sign with a pen, slanting a little, with a stroke that runs out."""
    style = handwriting(rng, size)
    page.paste_text(centre, name, style, rng.uniform(-3, 8))
    x, y = centre[0] + style.width(name) / 2, centre[1] + 8
    page.pen.line([(x, y), (x + size * 0.5, y - rng.uniform(4, 16))], fill=style.colour, width=3)


def chop(page: Canvas, centre: tuple[float, float], name: str, side: int = 96) -> None:
    """Press a square name chop in red beside a signature."""
    x, y = centre
    page.pen.rectangle((x - side / 2, y - side / 2, x + side / 2, y + side / 2), outline=SEAL_RED, width=5)
    chars = [*name, "印"][:4]
    face = font(Face.KAI, round(side * 0.42))
    for i, char in enumerate(chars):
        column, row = 1 - i // 2, i % 2
        at = (x + (column - 0.5) * side * 0.42, y + (row - 0.5) * side * 0.42)
        page.pen.text(at, char, SEAL_RED, face, anchor="mm", stroke_width=1)


def box_stamp(page: Canvas, centre: tuple[float, float], text: str, rng: Random, colour: Colour = SEAL_RED) -> None:
    """Press an oblong stamp as 现金收讫 or 复印件与原件核对一致."""
    style = Style(Face.HEI, 38, colour, spacing=6, stroke=1)
    angle = rng.uniform(-9, 9)
    half = style.width(text) / 2 + 26
    turn = math.radians(angle)
    corners = [(-half, -40), (half, -40), (half, 40), (-half, 40), (-half, -40)]
    points = [
        (
            centre[0] + x * math.cos(turn) + y * math.sin(turn),
            centre[1] - x * math.sin(turn) + y * math.cos(turn),
        )
        for x, y in corners
    ]
    page.pen.line(points, fill=colour, width=4)
    page.paste_text(centre, text, style, angle)


def bank_stamp(page: Canvas, centre: tuple[float, float], lines: tuple[str, str, str], colour: Colour) -> None:
    """Press the oblong stamp of a counter: the branch, the day, the business."""
    x, y = centre
    page.pen.rounded_rectangle((x - 190, y - 90, x + 190, y + 90), 22, outline=colour, width=4)
    for text, offset, size in zip(lines, (-44, 12, 66), (26, 34, 26), strict=True):
        style = Style(Face.HEI, size, colour)
        while style.width(text) > 350:
            style = style.sized(style.size - 1)
        page.centred(x, y + offset, text, style)


def thumb(page: Canvas, centre: tuple[float, float], rng: Random) -> None:
    """Press a thumb in red: broken rings of an oval."""
    x, y = centre
    for ring in range(4, 44, 6):
        start = rng.randint(0, 360)
        for part in range(3):
            a = start + part * 120
            page.pen.arc((x - ring * 0.8, y - ring, x + ring * 0.8, y + ring), a, a + rng.randint(60, 112), SEAL_RED, 3)


def qr(page: Canvas, corner: tuple[int, int], side: int, rng: Random) -> None:
    """Draw what looks like a QR code; it says nothing."""
    count = 29
    cells = np.array([[rng.random() < 0.5 for _ in range(count)] for _ in range(count)])
    for r, c in ((0, 0), (0, count - 7), (count - 7, 0)):
        cells[max(r - 1, 0) : r + 8, max(c - 1, 0) : c + 8] = False
        cells[r : r + 7, c : c + 7] = True
        cells[r + 1 : r + 6, c + 1 : c + 6] = False
        cells[r + 2 : r + 5, c + 2 : c + 5] = True
    picture = Image.fromarray(np.where(cells, 0, 255).astype(np.uint8)).resize((side, side), Image.Resampling.NEAREST)
    page.image.paste(picture.convert("RGB"), corner)


def barcode(page: Canvas, box: Rect, rng: Random) -> None:
    x = box.left
    while x < box.right:
        width = rng.choice((2, 2, 4, 6))
        page.pen.rectangle((x, box.top, min(x + width, box.right), box.bottom), fill=(10, 10, 10))
        x += width + rng.choice((2, 4, 4, 6))


def portrait(page: Canvas, box: Rect, rng: Random, backdrop: Colour = (236, 240, 244)) -> None:
    """Draw a photograph of nobody: a soft head and shoulders in shades."""
    width, height = round(box.width), round(box.height)
    picture = Image.new("RGB", (width, height), backdrop)
    pen = ImageDraw.Draw(picture)
    coat = rng.choice(((40, 44, 60), (96, 36, 44), (60, 80, 66), (30, 30, 34), (200, 200, 206)))
    skin = rng.choice(((222, 184, 156), (206, 164, 134), (232, 200, 176)))
    hair = rng.choice(((24, 22, 24), (48, 38, 34), (120, 118, 118)))
    pen.ellipse((-width * 0.1, height * 0.68, width * 1.1, height * 1.5), fill=coat)
    pen.rectangle((width * 0.4, height * 0.55, width * 0.6, height * 0.76), fill=skin)
    pen.ellipse((width * 0.24, height * 0.1, width * 0.76, height * 0.56), fill=hair)
    pen.ellipse((width * 0.28, height * 0.18, width * 0.72, height * 0.66), fill=skin)
    for eye in (0.41, 0.59):
        pen.ellipse((width * eye - 5, height * 0.4 - 3, width * eye + 5, height * 0.4 + 4), fill=(40, 34, 32))
    pen.line((width * 0.44, height * 0.55, width * 0.56, height * 0.55), fill=(160, 90, 86), width=3)
    if rng.random() < 0.5:
        pen.pieslice((width * 0.2, height * 0.08, width * 0.8, height * 0.72), 180, 360, fill=hair)
        pen.ellipse((width * 0.3, height * 0.26, width * 0.7, height * 0.66), fill=skin)
        for eye in (0.41, 0.59):
            pen.ellipse((width * eye - 5, height * 0.42 - 3, width * eye + 5, height * 0.42 + 4), fill=(40, 34, 32))
        pen.line((width * 0.45, height * 0.56, width * 0.55, height * 0.56), fill=(160, 90, 86), width=3)
    page.image.paste(picture.filter(ImageFilter.GaussianBlur(1.6)), (round(box.left), round(box.top)))


def wreath(page: Canvas, centre: tuple[float, float], radius: float, colours: tuple[Colour, Colour]) -> None:
    """Paint a round ornament in the place of an emblem: grain ears at its sides, a big star and four small ones."""
    x, y = centre
    page.pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colours[0])
    for side in (-1, 1):
        for i in range(9):
            angle = math.pi * (0.5 + side * (0.1 + i * 0.08))
            ex, ey = x + radius * 0.86 * math.cos(angle), y + radius * 0.86 * math.sin(angle)
            size = radius * 0.1
            page.pen.ellipse((ex - size, ey - size * 0.6, ex + size, ey + size * 0.6), fill=colours[1])
    star(page, (x, y - radius * 0.36), radius * 0.26, colours[1])
    for i in range(4):
        angle = math.pi * (0.2 + 0.2 * i)
        star(
            page,
            (x + radius * 0.5 * math.cos(angle), y - radius * 0.3 + radius * 0.42 * math.sin(angle)),
            radius * 0.1,
            colours[1],
        )
    page.pen.rectangle((x - radius * 0.5, y + radius * 0.3, x + radius * 0.5, y + radius * 0.42), fill=colours[1])


def star(page: Canvas, centre: tuple[float, float], radius: float, colour: Colour) -> None:
    reach = [radius if i % 2 == 0 else radius * 0.382 for i in range(10)]
    points = [
        (centre[0] + r * math.sin(math.pi * i / 5), centre[1] - r * math.cos(math.pi * i / 5))
        for i, r in enumerate(reach)
    ]
    page.pen.polygon(points, fill=colour)


def speckled(size: tuple[int, int], colour: Colour, rng: Random, strength: int = 3) -> Image.Image:
    """Return paper that is not quite even."""
    chance = np.random.default_rng(rng.getrandbits(32))
    grain = chance.normal(0, strength, (size[1], size[0], 1)) + np.array(colour, np.float64)
    return Image.fromarray(np.clip(grain, 0, 255).astype(np.uint8))
