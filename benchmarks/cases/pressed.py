"""Presses seals over key values of a page, and says which values they cover."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from PIL import Image

from benchmarks.drawings.fonts import held_out
from intake.domain.document import Value
from intake.domain.drawing import DrawnPage
from intake.domain.geometry import Point, Rect
from intake.drawing.canvas import CARD, Canvas
from intake.drawing.seal import Seal, stamp
from intake.validate.sureness import KEY_FIELDS

_RADIUS = 157  # pixels: 40 mm across at the 200 dots per inch of a sheet
_ON_CARD = 236  # the same at the 300 of a card
_SEALS = 2  # on a page at most
_COVERED = 0.3  # of a value's length that a seal lies over, for the value to count as one under a seal


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value of a page is printed."""

    name: str
    box: Rect


def pressed(page: DrawnPage, fields: Mapping[str, Value], seal: str, rng: Random) -> tuple[DrawnPage, frozenset[str]]:
    """Stamp a page over the key values on it, two at most; returns the page and the fields that are covered."""
    spots = list(spots_of(page, fields))
    if not spots:
        return page, frozenset()
    canvas = Canvas(Image.fromarray(page.pixels))
    radius = _ON_CARD if set(CARD) == set(page.pixels.shape[:2]) else _RADIUS
    centres = []
    for spot in rng.sample(spots, min(len(spots), _SEALS)):
        x = rng.uniform(spot.box.left, spot.box.right)
        centres.append(Point(x, spot.box.centre.y + rng.uniform(-0.5, 0.5) * radius))
        with held_out():
            stamp(canvas, Seal(seal, radius=radius), centres[-1], rng)
    covered = frozenset(s.name for s in spots if any(share(s.box, c, radius) >= _COVERED for c in centres))
    return DrawnPage(canvas.page().pixels, page.lines, page.seal_text or seal), covered


def spots_of(page: DrawnPage, fields: Mapping[str, Value]) -> Iterator[Spot]:
    """Yield where the key values stand that a line holds whole."""
    for name in KEY_FIELDS:
        value = fields.get(name)
        if not isinstance(value, str):
            continue
        for line in page.lines:
            text = "".join(line.text.split()).replace(",", "")
            at = text.find(value)
            if at >= 0:
                yield Spot(name, _part(line.box.bounds, text, at, at + len(value)))


def share(box: Rect, centre: Point, radius: float) -> float:
    """Return how much of the length of a box lies under a disc, at the middle of its height."""
    off = box.centre.y - centre.y
    if abs(off) >= radius or not box.width:
        return 0.0
    half = math.sqrt(radius**2 - off**2)
    return max(min(box.right, centre.x + half) - max(box.left, centre.x - half), 0.0) / box.width


def _part(box: Rect, text: str, start: int, end: int) -> Rect:
    """Return the part of a line's box that some of its characters take; Hanzi are twice as wide as figures."""
    widths = [2 if unicodedata.east_asian_width(char) in "FWA" else 1 for char in text]
    unit = box.width / sum(widths)
    return Rect(box.left + unit * sum(widths[:start]), box.top, box.left + unit * sum(widths[:end]), box.bottom)
