"""Builds the values that tests need: lines and pages of text set by hand or taken from drawings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

import numpy as np

from intake.domain.drawing import Drawing
from intake.domain.geometry import Point, Quad, Rect
from intake.domain.text import Char, Lattice, Line, PageText, Seal, plain_line

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


def recognised(steps: Sequence[Mapping[str, float]], *, best: int = 5) -> Line:
    """Build a line as a reader makes one, from the probability of each symbol in each time step; "" is the blank."""
    alphabet = ("", *sorted({symbol for step in steps for symbol in step if symbol}))
    ranked = [sorted(step.items(), key=lambda pair: -pair[1])[:best] for step in steps]
    classes = np.zeros((len(steps), best), np.uint16)
    probabilities = np.zeros((len(steps), best), np.float16)
    for i, step in enumerate(ranked):
        for k, (symbol, probability) in enumerate(step):
            classes[i, k], probabilities[i, k] = alphabet.index(symbol), probability
    chars = []
    for symbol, group in groupby(enumerate(ranked), key=lambda pair: pair[1][0][0]):
        own = list(group)
        step, _ = max(own, key=lambda pair: pair[1][0][1])
        if symbol:
            box = Quad.of_rect(Rect(100 + 10 * own[0][0], 100, 110 + 10 * own[-1][0], 130))
            chars.append(Char(symbol, ranked[step][0][1], box, step))
    text = "".join(char.text for char in chars)
    whole = Quad.of_rect(Rect(100, 100, 100 + 10 * len(steps), 130))
    return Line(text, 0.9, whole, tuple(chars), Lattice(classes, probabilities, alphabet))


def spelled_out(text: str, doubts: Mapping[int, Mapping[str, float]] | None = None) -> Line:
    """Build a line that says `text`, each character in a step of its own with a blank behind it.

    `doubts` gives, by the place of a character, what else it might be and how probable that is.
    """
    others = doubts or {}
    steps: list[Mapping[str, float]] = []
    for i, char in enumerate(text):
        rest = others.get(i, {})
        steps += [{char: 0.99 - sum(rest.values()), **rest}, {"": 0.99}]
    return recognised(steps)
