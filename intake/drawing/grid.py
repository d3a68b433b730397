"""Ruled tables: rows of cells, each as high as its fullest cell needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from intake.domain.geometry import Rect
from intake.drawing.canvas import Canvas, Colour, Style, wrap

LEADING = 1.5  # sizes from line to line within a cell
PAD = 18  # pixels between rule and text
RULE: Colour = (40, 40, 40)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text (a line break starts a line), its share of the width, and how it is set."""

    text: str
    share: float
    style: Style
    centred: bool = False


def grid(page: Canvas, rows: Sequence[Sequence[Cell]], rect: Rect, *, row: float, ink: Colour = RULE) -> float:
    """Draw rows of at least `row` pixels from the top of `rect` between its sides; return where the last one ends."""
    top = rect.top
    for cells in rows:
        total = sum(cell.share for cell in cells)
        widths = [rect.width * cell.share / total for cell in cells]
        texts = [_lines(cell, width) for cell, width in zip(cells, widths, strict=True)]
        height = max(row, *(_height(c, t) + 1.6 * PAD for c, t in zip(cells, texts, strict=True)))
        left = rect.left
        for cell, width, lines in zip(cells, widths, texts, strict=True):
            box = Rect(left, top, left + width, top + height)
            page.pen.rectangle((box.left, box.top, box.right, box.bottom), outline=ink, width=2)
            _fill(page, cell, lines, box)
            left += width
        top += height
    return top


def pairs(rows: Sequence[tuple[str, str]], label: Style, value: Style, split: float = 0.28) -> list[list[Cell]]:
    """Return rows of a label, `split` of the width, and a value."""
    return [[Cell(a, split, label, centred=True), Cell(b, 1 - split, value)] for a, b in rows]


def _lines(cell: Cell, width: float) -> list[str]:
    return [line for part in cell.text.split("\n") for line in wrap(part, cell.style, width - 2 * PAD)]


def _height(cell: Cell, lines: Sequence[str]) -> float:
    return len(lines) * cell.style.size * LEADING


def _fill(page: Canvas, cell: Cell, lines: Sequence[str], box: Rect) -> None:
    step = cell.style.size * LEADING
    baseline = box.centre.y + cell.style.size * 0.36 - step * (len(lines) - 1) / 2
    for line in lines:
        if cell.centred:
            page.centred(box.centre.x, baseline, line, cell.style)
        else:
            page.text(box.left + PAD, baseline, line, cell.style)
        baseline += step
