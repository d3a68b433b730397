"""Reads lines a second time where a value may stand that the first reading left in doubt, or that a seal lies over."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import numpy as np

from intake.domain.geometry import Point, Quad
from intake.domain.page import PageImage
from intake.domain.text import Line
from intake.ocr.agree import agreed
from intake.pages.seals import SealRegion, in_red_light
from intake.ports import OcrEngine

SURE = 0.8  # of a Hanzi: below, a person is asked about a value
SURE_FIGURE = 0.9
LONG = 30  # characters: what is longer and has no number is running text, in which no name of an account stands
TALLER = 0.15  # heights by which a box is larger for a look at another scale
AROUND = 0.6  # heights of a line around it that its light is judged by
_NUMBER = re.compile(r"\d{5}|\d号|[\d,]\.\d\d")


def looked_again(
    engine: OcrEngine, page: PageImage, unsealed: PageImage, seals: Sequence[SealRegion], lines: Sequence[Line]
) -> tuple[Line, ...]:
    """Return the lines with what further views say of the doubtful ones: at another scale, and in red light.

    `unsealed` is the page whose red ink was lifted, which `lines` were read from; in red light the ink on `page` is
    lifted in another way.
    """
    under = [any(line.box.bounds.overlap(seal.box.bounds) for seal in seals) for line in lines]
    places = [i for i, line in enumerate(lines) if is_doubtful(line, is_covered=under[i])]
    if not places:
        return tuple(lines)
    taller = engine.read_boxes(unsealed, [grown(lines[i].box, TALLER * lines[i].box.height) for i in places])
    found = list(lines)
    for i, larger in zip(places, taller, strict=True):
        red = engine.read_boxes(*_in_red_light(page, lines[i].box)) if under[i] else ()
        found[i] = agreed(lines[i], (larger, *red))
    return tuple(found)


def is_doubtful(line: Line, *, is_covered: bool) -> bool:
    """Say whether a line may carry a key value, and is not surely read; nothing is that a seal lies over."""
    if line.lattice is None or not any(char.text.isalnum() for char in line.chars):
        return False
    if _NUMBER.search(line.text):
        return is_covered or any(
            c.confidence < SURE_FIGURE for c in line.chars if c.text.isascii() and c.text.isalnum()
        )
    return len(line.text) <= LONG and (is_covered or any(c.confidence < SURE for c in line.chars if c.text.isalpha()))


def grown(box: Quad, by: float) -> Quad:
    """Return a box that is larger by so many pixels on all its sides."""
    a, b, c, d = box.points
    across, down = _unit(a, b), _unit(a, d)
    signs = ((-1, -1), (1, -1), (1, 1), (-1, 1))
    return Quad.of(
        [
            (p.x + by * (s * across.x + t * down.x), p.y + by * (s * across.y + t * down.y))
            for p, (s, t) in zip((a, b, c, d), signs, strict=True)
        ]
    )


def _unit(start: Point, end: Point) -> Point:
    length = max(math.dist(start, end), 1.0)
    return Point((end.x - start.x) / length, (end.y - start.y) / length)


def _in_red_light(page: PageImage, box: Quad) -> tuple[PageImage, list[Quad]]:
    """Return the surroundings of a box in red light, and the box in them."""
    around = box.bounds.grown(AROUND * box.height)
    left, top = max(int(around.left), 0), max(int(around.top), 0)
    part = np.ascontiguousarray(page.pixels[top : int(around.bottom) + 1, left : int(around.right) + 1])
    moved = Quad.of([(p.x - left, p.y - top) for p in box.points])
    return PageImage(page.number, in_red_light(part)), [moved]
