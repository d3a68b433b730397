"""What the stages ask of the world outside: one Protocol for each, with its contract."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from intake.domain.geometry import Quad
from intake.domain.page import PageImage
from intake.domain.text import Line

Worth = Callable[[Sequence[Line]], Sequence[bool]]
"""Say of each line that was read at a first look whether it is worth a second one."""


def every_line(lines: Sequence[Line]) -> Sequence[bool]:
    """Find every line worth a second look."""
    return [True] * len(lines)


class OcrEngine(Protocol):
    """Finds and reads lines of text in a picture.

    Callers may rely on: boxes in pixels of the given picture, the first corner at the top left of the text *as it
    reads* (so that a page upside down gives lines with an angle near 180); lines in reading order; the same answer for
    the same picture; no state between calls. Implementers must not turn, scale or change the picture they were given,
    must not return blank lines, and must answer a picture without text with `()`. Alternatives (`Line.lattice`) are
    optional.
    """

    @property
    def name(self) -> str:
        """Name for `--engine` and for results: lower case, one word."""
        ...

    @property
    def version(self) -> str:
        """Change with anything that can change what is read: weights, settings, code."""
        ...

    def read(self, page: PageImage, worth: Worth = every_line) -> tuple[Line, ...]:
        """Find all lines of a page and read them; an engine that looks twice does so where it is `worth` it."""
        ...

    def read_boxes(self, page: PageImage, boxes: Sequence[Quad]) -> tuple[Line | None, ...]:
        """Read the text inside given boxes (their first corner says what is up); None where nothing stands."""
        ...
