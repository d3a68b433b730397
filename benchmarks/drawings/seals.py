"""Presses a seal over a value that matters, as a clerk does who aims at the foot of a page and misses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from PIL import Image

from benchmarks.drawings.fonts import held_out
from intake.domain.drawing import Drawing, DrawnLine, DrawnPage
from intake.drawing.canvas import Canvas
from intake.drawing.seal import Seal, stamp

_VALUES = ("account_number", "amount", "account_name", "id_number", "case_number", "uscc", "payee_name")
_RADIUS = 0.095  # of the width of an A4 page: 40 mm across


def pressed_over(drawing: Drawing, seed: int) -> Drawing:
    """Stamp each page once, over one of the values it holds; a page without any stays as it is."""
    rng = Random(f"pressed {seed}")
    return replace(drawing, pages=tuple(_pressed(page, drawing, rng) for page in drawing.pages))


def _pressed(page: DrawnPage, drawing: Drawing, rng: Random) -> DrawnPage:
    lines = list(_telling(page, drawing))
    if not lines:
        return page
    box = rng.choice(lines).box.bounds
    canvas = Canvas(Image.fromarray(page.pixels))
    radius = round(min(page.pixels.shape[1], 1654) * _RADIUS)
    x = rng.uniform(box.left + radius * 0.5, max(box.right - radius * 0.5, box.left + radius))
    y = box.centre.y + rng.uniform(-0.5, 0.5) * radius
    name = str(drawing.fields.get("court_name") or drawing.fields.get("company_name") or "清算业务专用章")
    with held_out():
        stamp(canvas, Seal(name, radius=radius), (x, y), rng)
    return DrawnPage(canvas.page().pixels, page.lines, page.seal_text or name)


def _telling(page: DrawnPage, drawing: Drawing) -> Iterator[DrawnLine]:
    """Yield the lines that hold a whole value."""
    values = [v for name in _VALUES if isinstance(v := drawing.fields.get(name), str)]
    for line in page.lines:
        text = "".join(line.text.split()).replace(",", "")
        if any(value in text for value in values):
            yield line
