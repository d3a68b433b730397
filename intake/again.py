"""Reads lines a second time where a value may stand that the first reading left in doubt, or that a seal lies over."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from intake.domain.geometry import Point, Quad
from intake.domain.page import PageImage
from intake.domain.text import Line
from intake.ocr.agree import agreed
from intake.ocr.cascade import CONTESTED
from intake.ocr.doubt import doubted
from intake.ocr.figured import figured
from intake.ocr.strokes import is_worn
from intake.pages.seals import SealRegion, in_red_light
from intake.ports import OcrEngine

SURE, SURE_FIGURE = 0.9, 0.95  # of a Hanzi, a figure: surer ones are hardly ever wrong, docs/decisions/0015
LONG = 30  # characters: what is longer is running text, of which only the numbers matter
FEW = 2  # letters and digits of what may be all that is left of a seal
TALLER = 0.15  # heights by which a box is larger for a look at another scale
AROUND = 0.6  # heights of a line around it that its light is judged by
_APART = re.compile(r"[ ,，]")  # what may part the figures of one number
_NUMBER = re.compile(r"\d{5}|\d号|[\d,]\.\d\d")
_DATE = re.compile(r"\d[年月日]|\d{4}[-/.]\d")


def looked_again(
    engine: OcrEngine, page: PageImage, unsealed: PageImage, seals: Sequence[SealRegion], lines: Sequence[Line]
) -> tuple[Line, ...]:
    """Return the lines with what a second view says of the doubtful ones: at another scale, under a seal in red light.

    `unsealed` is the page whose red ink was lifted, which `lines` were read from; red light lifts the ink on `page` in
    another way. Where a long number, a case number or a sum with cents is printed in pieces, no figure of any of these,
    nor of a date, in `lines` is believed, however alike it is seen: the machine that broke one may have broken others
    into what looks whole. Only the reader of figures, which knows such print, can lift that doubt.
    """
    found = list(lines)
    covered = [any(seal.reaches(line.box.bounds) for seal in seals) for line in lines]
    for i, (line, is_covered) in enumerate(zip(lines, covered, strict=True)):
        if is_covered and sum(map(str.isalnum, line.text)) <= FEW:
            found[i] = doubted(line)  # what little stands apart there may be the seal's own letters
        elif is_doubtful(line, is_covered=is_covered):
            box = grown(line.box, TALLER * line.box.height)
            part, there = _around(page if is_covered else unsealed, box)
            (other,) = engine.read_boxes(
                replace(part, pixels=in_red_light(part.pixels)) if is_covered else part, [there]
            )
            found[i] = agreed(line, other)
    texts = [_APART.sub("", line.text) for line in lines]
    numbers = [i for i, text in enumerate(texts) if _NUMBER.search(text) or _DATE.search(text)]
    if any(is_worn(unsealed.pixels, lines[i]) for i in numbers if _NUMBER.search(texts[i])):
        for i in numbers:
            found[i] = without_sure_figures(found[i])
    figures = engine.read_figures(unsealed, [lines[i].box for i in numbers])
    for i, shown in zip(numbers, figures, strict=True):
        found[i] = found[i] if shown is None else figured(found[i], shown, may_lift=not covered[i])
    return tuple(found)


def without_sure_figures(line: Line) -> Line:
    """Return a line whose figures nobody believes without a check digit: what is broken may have been another one."""
    chars = tuple(
        replace(char, confidence=min(char.confidence, CONTESTED)) if char.text.isdigit() else char
        for char in line.chars
    )
    if line.lattice is None:
        return replace(line, chars=chars)
    steps = [char.step for char in chars if char.text.isdigit() and char.step is not None]
    probabilities = line.lattice.probabilities.copy()
    probabilities[steps] = np.minimum(probabilities[steps], np.float16(CONTESTED))
    return replace(line, chars=chars, lattice=replace(line.lattice, probabilities=probabilities))


def is_doubtful(line: Line, *, is_covered: bool) -> bool:
    """Say whether a line may carry a key value, and is not surely read; nothing short is that a seal lies over."""
    if line.lattice is None:
        return False
    figures, others = ([c for c in line.chars if c.text.isalnum() and c.text.isascii() is so] for so in (True, False))
    is_short = len(line.text) <= LONG
    if is_covered and is_short and (figures or others):
        return True
    if _NUMBER.search(line.text) and any(char.confidence < SURE_FIGURE for char in figures):
        return True
    return is_short and any(char.confidence < SURE for char in others)


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


def _around(page: PageImage, box: Quad) -> tuple[PageImage, Quad]:
    """Return the surroundings of a box, and the box in them."""
    around = box.bounds.grown(AROUND * box.height)
    left, top = max(int(around.left), 0), max(int(around.top), 0)
    part = np.ascontiguousarray(page.pixels[top : int(around.bottom) + 1, left : int(around.right) + 1])
    return PageImage(page.number, part), Quad.of([(p.x - left, p.y - top) for p in box.points])
