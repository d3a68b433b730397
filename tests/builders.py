"""Builds the values that tests need: lines and pages of text set by hand or taken from drawings."""

from __future__ import annotations

from collections.abc import Sequence

from intake.domain.drawing import Drawing
from intake.domain.geometry import Point, Quad, Rect
from intake.domain.text import Line, PageText, Seal, plain_line

SIZE = (1000, 1400)  # pixels of a page built here
LEADING = 50  # pixels from line to line


def line(text: str, left: float = 100, top: float = 100, *, height: float = 30, confidence: float = 0.99) -> Line:
    """Build a line of square Hanzi and half as wide letters."""
    width = sum(height if ord(c) > 0x2E80 or c == "\u3000" else height / 2 for c in text)
    return plain_line(text, Quad.of_rect(Rect(left, top, left + width, top + height)), confidence=confidence)


def tilted(text: str, left: float, top: float) -> Line:
    """Build a line that leans by 45 degrees, as watermarks do."""
    quad = Quad(Point(left, top), Point(left + 100, top + 100), Point(left + 80, top + 120), Point(left - 20, top + 20))
    return plain_line(text, quad)


def page(*lines: Line | str, number: int = 1, seals: Sequence[Seal] = ()) -> PageText:
    """Build a page; strings are set one under the other."""
    placed = (line(item, top=100 + LEADING * i) if isinstance(item, str) else item for i, item in enumerate(lines))
    return PageText(number, *SIZE, tuple(placed), tuple(seals))


def seal(text: str = "杭州市西湖区人民法院") -> Seal:
    return Seal(text, 0.9, Quad.of_rect(Rect(600, 1000, 800, 1200)))


def as_read(drawing: Drawing, *, confidence: float = 1.0) -> tuple[PageText, ...]:
    """Return what a perfect reader would see of a drawing."""
    return tuple(
        PageText(
            number,
            drawn.pixels.shape[1],
            drawn.pixels.shape[0],
            tuple(plain_line(o.text, o.box, confidence=confidence) for o in drawn.lines),
            (Seal(drawn.seal_text, 0.9, drawn.lines[-1].box),) if drawn.seal_text else (),
            is_blank=not drawn.lines,
        )
        for number, drawn in enumerate(drawing.pages, 1)
    )
