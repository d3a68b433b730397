"""Running text of letters and pleadings: paragraph after paragraph, over as many pages as it takes."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from intake.domain.drawing import DrawnPage
from intake.domain.geometry import Rect
from intake.drawing.canvas import A4, Canvas, Style, paragraph, wrap
from intake.drawing.fonts import Face

TOP = 290.0  # first baseline of a further page
BOTTOM = 2120.0  # last baseline of a page


@dataclass(slots=True)
class Flow:
    """Pages of running text; `y` is the baseline of the line that comes next."""

    style: Style
    sides: tuple[int, int] = (215, 1440)
    y: float = 300.0
    pages: list[Canvas] = field(default_factory=lambda: [Canvas.blank(A4)])

    @property
    def page(self) -> Canvas:
        return self.pages[-1]

    @property
    def step(self) -> float:
        """Pixels from line to line."""
        return self.style.size * self.style.leading

    def title(self, text: str, style: Style) -> None:
        """Set a line in the middle; one that is too wide is set smaller."""
        while style.width(text) > self.sides[1] - self.sides[0]:
            style = style.sized(style.size - 2)
        self.page.centred(sum(self.sides) / 2, self.y, text, style)
        self.y += style.size * 1.55

    def say(self, text: str, *, indent: float = 2.0) -> None:
        """Set a paragraph, its first line `indent` characters in; what has no room goes on the next page."""
        first, width = indent * self.style.size, self.sides[1] - self.sides[0]
        while text:
            lines = wrap(text, self.style, width, first)
            room = max(int((BOTTOM - self.y) // self.step) + 1, 0)
            now, text = "".join(lines[:room]), "".join(lines[room:])
            if now:
                rect = Rect(self.sides[0], self.y, self.sides[1], A4[1])
                self.y, first = paragraph(self.page, now, self.style, rect, indent=first), 0.0
            if text:
                self.turn()

    def right(self, text: str, *, inset: float = 0.0) -> None:
        """Set a line that ends at the right side, or `inset` pixels before it."""
        self.page.flush_right(self.sides[1] - inset, self.y, text, self.style)
        self.y += self.step

    def keep(self, lines: float) -> None:
        """Turn the page where less than so many lines have room."""
        if self.y + (lines - 1) * self.step > BOTTOM:
            self.turn()

    def turn(self) -> None:
        """Start a page."""
        self.pages.append(Canvas.blank(A4))
        self.y = TOP

    def done(self) -> tuple[DrawnPage, ...]:
        """Return the pages, marked as drawn, and numbered where there are several."""
        for number, page in enumerate(self.pages, 1):
            if len(self.pages) > 1:
                page.centred(A4[0] / 2, 2230, f"第{number}页 共{len(self.pages)}页", self.style.sized(28))
            page.mark(120, 2262)
        return tuple(page.page() for page in self.pages)


def print_style(rng: Random, sizes: tuple[int, ...] = (38, 40, 42)) -> Style:
    """Choose how an office prints its letters."""
    face = rng.choice((Face.SONG, Face.MING, Face.KAI, Face.SONG))
    return Style(face, rng.choice(sizes), stroke=int(face is Face.MING), leading=rng.choice((1.65, 1.75, 1.85)))


def title_style(rng: Random, size: int = 68) -> Style:
    """Choose how an office prints its titles."""
    return Style(rng.choice((Face.SONG_BOLD, Face.HEI_BOLD)), size, spacing=rng.choice((2, 12, 24)))
