"""Slots of a form: a label with its value on a ruled line, rows of cells, a bank's mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from intake.domain.geometry import Rect
from intake.drawing.canvas import Canvas, Colour, Style, wrap

_RULE: Colour = (50, 50, 54)


@dataclass(frozen=True, slots=True)
class Pair:
    """How a label and its value are set."""

    label: Style
    value: Style


def slot(canvas: Canvas, where: Rect, label: str, value: str, pair: Pair) -> None:
    """Set a label at the left of `where` (its top is the baseline), and its value on a line ruled up to the right."""
    canvas.text(where.left, where.top, label, pair.label)
    start = where.left + pair.label.width(label) + pair.label.size * 0.4
    canvas.pen.line((start - 6, where.top + 12, where.right, where.top + 12), fill=_RULE, width=2)
    canvas.text(start + 14, where.top, value, pair.value)


def cells(canvas: Canvas, top: float, columns: Sequence[float], row: Sequence[tuple[str, Style]]) -> float:
    """Set a row of ruled cells between the x of `columns`, centred in height, and return the y of its foot."""
    texts = [
        wrap(text, style, right - left - 44)
        for (text, style), left, right in zip(row, columns, columns[1:], strict=False)
    ]
    height = max(96, 58 * max(len(lines) for lines in texts) + 40)
    for lines, (_, style), left, right in zip(texts, row, columns, columns[1:], strict=False):
        canvas.pen.rectangle((left, top, right, top + height), outline=_RULE, width=2)
        for i, line in enumerate(lines):
            baseline = top + height / 2 + style.size * 0.36 + (i - (len(lines) - 1) / 2) * 58
            x = left + 24 if len(lines) > 1 else (left + right - style.width(line)) / 2
            canvas.text(x, baseline, line, style)
    return top + height


def bank_mark(canvas: Canvas, centre: tuple[float, float], radius: float, colour: Colour, rng: Random) -> None:
    """Paint a round mark such as banks have: a ring with a bar, a triangle or an open ring in it."""
    (x, y), pen, inner, width = centre, canvas.pen, radius * 0.5, max(round(radius / 5), 2)
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), outline=colour, width=width)
    shape = rng.randrange(3)
    if shape == 0:
        pen.rectangle((x - inner * 0.4, y - inner, x + inner * 0.4, y + inner), outline=colour, width=width)
    elif shape == 1:
        pen.polygon([(x, y - inner), (x + inner, y + inner), (x - inner, y + inner)], outline=colour, width=width)
    else:
        pen.arc((x - inner, y - inner, x + inner, y + inner), 30, 290, fill=colour, width=width)
