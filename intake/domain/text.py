"""What was read on a page: characters, lines with what else they might be, and the page's text in reading order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from intake.domain.geometry import Move, Quad


class Source(StrEnum):
    """Where a value was read."""

    OCR = "ocr"
    TEXT_LAYER = "text_layer"
    MRZ = "mrz"
    QR = "qr"
    REVIEWER = "reviewer"


@dataclass(frozen=True, slots=True)
class Char:
    """One character: its probability (0..1), its place on the page, and the time step of the lattice it stands for.

    `text` is exactly one character of `Line.text`; `step` is None where there is no lattice (a text layer).
    """

    text: str
    confidence: float
    box: Quad
    step: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Lattice:
    """The best readings of every time step of a line: the raw material for decoding under constraints.

    classes: (steps, k) uint16, indices into `alphabet`, best first; 0 is the CTC blank.
    probabilities: (steps, k) float16.
    """

    classes: NDArray[np.uint16]
    probabilities: NDArray[np.float16]
    alphabet: Sequence[str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text. `"".join(c.text for c in chars) == text`; `confidence` is the mean of its characters'."""

    text: str
    confidence: float
    box: Quad
    chars: tuple[Char, ...]
    lattice: Lattice | None = None
    source: Source = Source.OCR

    def moved(self, move: Move) -> Line:
        """Return the line with its box and those of its characters mapped."""
        chars = tuple(replace(char, box=move.quad(char.box)) for char in self.chars)
        return replace(self, box=move.quad(self.box), chars=chars)


@dataclass(frozen=True, slots=True)
class Figure:
    """What one place of a line shows to a reader of figures: 0 to 9 or X, or "" where something else stands.

    `beliefs` are the probabilities of the figures there and of "", the likely ones only.
    """

    text: str
    beliefs: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Seal:
    """A stamp found on a page: what it says (may be empty), how sure, and where it is."""

    text: str
    confidence: float
    box: Quad


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of one page in reading order; boxes in pixels of the page of `width` x `height`.

    `is_blank` says that nothing is on it: a page without lines may still be a picture. `looks` (labels,) float32 is
    what the look of the whole page says of what it is, as logarithms in the order of the classifier's labels; None for
    a part of a page.
    `cards` are the outlines of cards that were found by their shape, the first corner at the top left as they read.
    """

    number: int
    width: int
    height: int
    lines: tuple[Line, ...]
    seals: tuple[Seal, ...] = ()
    is_blank: bool = False
    looks: NDArray[np.float32] | None = field(default=None, compare=False)
    cards: tuple[Quad, ...] = ()


def plain_line(text: str, box: Quad, *, confidence: float = 1.0, source: Source = Source.OCR) -> Line:
    """Build a line whose characters share its box evenly and its confidence (text layers, tests)."""
    n = max(len(text), 1)
    chars = tuple(Char(c, confidence, box.slice(i / n, (i + 1) / n)) for i, c in enumerate(text))
    return Line(text, confidence, box, chars, source=source)
