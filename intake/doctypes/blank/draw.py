"""Draws an empty sheet as scanners give it, without even the mark, or a separator sheet."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from intake.domain.drawing import Drawing, Facts
from intake.drawing.canvas import A4, Canvas, Style
from intake.drawing.fonts import Face


def draw(_facts: Facts, seed: int) -> Drawing:
    """Draw one of the family: 0 white, 1 recycled paper, 2 holes of a folder, 3 a separator sheet."""
    rng = Random(f"blank {seed}")
    return Drawing((_FAMILY[seed % len(_FAMILY)](rng).page(),))


def _white(rng: Random) -> Canvas:
    shade = rng.randint(246, 255)
    return Canvas.blank(A4, (shade, shade, shade))


def _recycled(rng: Random) -> Canvas:
    page = Canvas.blank(A4, (238, 234, 222))
    for _ in range(400):
        x, y = rng.randrange(A4[0]), rng.randrange(A4[1])
        page.pen.point((x, y), fill=(226, 221, 208))
    return page


def _punched(rng: Random) -> Canvas:
    page = Canvas.blank(A4, (252, 252, 250))
    middle = A4[1] // 2 + rng.randint(-20, 20)
    for y in (middle - 315, middle + 315):  # holes are 80 mm apart
        page.pen.ellipse((70, y - 22, 114, y + 22), fill=(225, 225, 223))
    return page


def _separator(rng: Random) -> Canvas:
    page = Canvas.blank(A4)
    title = rng.choice(("分隔页", "扫描分隔页", "材料分隔页"))
    page.centred(A4[0] / 2, 560, title, Style(Face.HEI_BOLD, 120, spacing=20))
    for top in (760, 1500):
        x = 260
        while x < 1390:  # a patch code: four bars, two of them wide
            wide = rng.choice((22, 50))
            page.pen.rectangle((x, top, x + wide, top + 340), fill=(20, 20, 20))
            x += wide + 40
    page.centred(A4[0] / 2, 1300, rng.choice(("PATCH T", "请勿取出", "请放在两份材料之间")), Style(Face.HEI, 64))
    page.mark(120, 2262)
    return page


_FAMILY: tuple[Callable[[Random], Canvas], ...] = (_white, _recycled, _punched, _separator)
