"""Pages that text runs down, ruled tables, and blanks filled in: what most of the evaluation's papers are made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from intake.domain.drawing import DrawnPage
from intake.domain.geometry import Rect
from intake.drawing.canvas import A4, INK, WHITE, Canvas, Colour, Run, Style, wrap

K16 = (1535, 2126)
"""16开, 195 x 270 mm at 200 dots per inch: the paper of courts and offices before they changed to A4."""
A5_WIDE = (1654, 1165)
Align = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line goes: between two sides, and at which of them."""

    left: float
    right: float
    baseline: float
    at: Align = "left"


@dataclass(slots=True)
class Flow:
    """Text from the top of a page to its foot, and on to the next."""

    style: Style
    size: tuple[int, int] = A4
    sides: tuple[int, int] = (240, 1420)
    span: tuple[int, int] = (300, 2090)
    """The first and the last baseline of a page."""
    paper: Colour = WHITE
    pages: list[Canvas] = field(default_factory=list)
    y: float = 0.0

    @property
    def page(self) -> Canvas:
        if not self.pages:
            self.turn()
        return self.pages[-1]

    @property
    def middle(self) -> float:
        return (self.sides[0] + self.sides[1]) / 2

    def turn(self) -> None:
        """Go on at the top of a new page."""
        self.pages.append(Canvas.blank(self.size, self.paper))
        self.y = float(self.span[0])

    def need(self, height: float) -> None:
        """Turn the page unless so many pixels are left on it."""
        if self.y + height > self.span[1] or not self.pages:
            self.turn()

    def gap(self, height: float) -> None:
        self.y += height

    def line(self, text: str, style: Style | None = None, *, at: Align = "left", inset: float = 0.0) -> Rect:
        """Set one line at a side or in the middle; one too wide is set smaller."""
        used = fitted(text, style or self.style, self.sides[1] - self.sides[0] - inset)
        self.need(used.size)
        place = Place(self.sides[0] + inset, self.sides[1] - inset, self.y, at)
        box = placed(self.page, place, text, used)
        self.y += used.size * used.leading
        return box

    def para(self, text: str, style: Style | None = None, *, indent: float = 2.0) -> None:
        """Set a paragraph, its first line indented by so many characters."""
        used, width = style or self.style, self.sides[1] - self.sides[0]
        start = indent * used.size
        lines = wrap(text, used, width, start)
        for i, line in enumerate(lines):
            self.need(used.size * 0.5)
            room = width - (start if i == 0 else 0.0)
            spare = room - used.width(line)
            even = i < len(lines) - 1 and spare < 2.5 * used.size
            spread = replace(used, spacing=used.spacing + spare / max(len(line) - 1, 1)) if even else used
            self.page.text(self.sides[1] - room, self.y, line, spread)
            self.y += used.size * used.leading

    def finished(self, foot: Callable[[int, int], str] | None = None) -> tuple[DrawnPage, ...]:
        """Put numbers and the mark of a drawing on the pages, and return them."""
        for number, page in enumerate(self.pages, 1):
            if foot:
                page.centred(self.size[0] / 2, self.size[1] - 130, foot(number, len(self.pages)), self.style.sized(28))
            page.mark(self.size[0] - 190, self.size[1] - 70, 24)
        return tuple(page.page() for page in self.pages)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, over `span` columns."""

    text: str
    span: int = 1
    align: Align = "left"
    style: Style | None = None


Row = Sequence[Cell | str]


@dataclass(frozen=True, slots=True)
class Table:
    """How a table is ruled: where its columns are, how high a row is at least, and the style of its text."""

    left: float
    widths: tuple[float, ...]
    style: Style
    height: float = 84
    rule: int = 2
    colour: Colour = INK
    pad: float = 18

    def ruled(self, page: Canvas, top: float, rows: Sequence[Row]) -> float:
        """Rule and fill rows from `top`; return where the table ends."""
        for row in rows:
            top = self._row(page, top, [Cell(c) if isinstance(c, str) else c for c in row])
        return top

    def _row(self, page: Canvas, top: float, cells: Sequence[Cell]) -> float:
        height = max(self.height, *(self._needed(cell, width) for cell, width in self._sized(cells)))
        x = self.left
        for cell, width in self._sized(cells):
            page.pen.rectangle((x, top, x + width, top + height), outline=self.colour, width=self.rule)
            self._fill(page, Rect(x, top, x + width, top + height), cell)
            x += width
        return top + height

    def _sized(self, cells: Sequence[Cell]) -> list[tuple[Cell, float]]:
        at, sized = 0, []
        for cell in cells:
            sized.append((cell, sum(self.widths[at : at + cell.span])))
            at += cell.span
        return sized

    def _lines(self, cell: Cell, width: float) -> tuple[str, ...]:
        style = cell.style or self.style
        return tuple(line for part in cell.text.split("\n") for line in wrap(part, style, width - 2 * self.pad))

    def _needed(self, cell: Cell, width: float) -> float:
        style = cell.style or self.style
        return len(self._lines(cell, width)) * style.size * style.leading + self.pad

    def _fill(self, page: Canvas, box: Rect, cell: Cell) -> None:
        style, lines = cell.style or self.style, self._lines(cell, box.width)
        step = style.size * style.leading
        baseline = box.centre.y - step * (len(lines) - 1) / 2 + style.size * 0.36
        for line in lines:
            placed(page, Place(box.left + self.pad, box.right - self.pad, baseline, cell.align), line, style)
            baseline += step


def placed(page: Canvas, place: Place, text: str, style: Style) -> Rect:
    """Set a line at the left, in the middle or at the right of a place."""
    if place.at == "centre":
        return page.centred((place.left + place.right) / 2, place.baseline, text, style)
    if place.at == "right":
        return page.flush_right(place.right, place.baseline, text, style)
    return page.text(place.left, place.baseline, text, style)


def fitted(text: str, style: Style, width: float) -> Style:
    """Return the style, smaller where the text would be wider than `width`."""
    while style.width(text) > width and style.size > 12:
        style = style.sized(style.size - 1)
    return style


@dataclass(frozen=True, slots=True)
class Blank:
    """A label, and what was written on the rule after it, which ends at `right`."""

    label: str
    value: str
    right: float


def filled(page: Canvas, at: tuple[float, float], blank: Blank, print_: Style, ink: Style) -> None:
    """Set a label and its value above a rule, as forms with blanks are filled in."""
    x, baseline = at
    start = x + print_.width(blank.label) + 14
    used = fitted(blank.value, ink, blank.right - start - 16) if blank.value else ink
    runs = (Run(blank.label, print_, x), *((Run(blank.value, used, start + 10),) if blank.value else ()))
    page.runs(baseline, runs)
    page.pen.line((start, baseline + 10, blank.right, baseline + 10), fill=print_.colour, width=2)
