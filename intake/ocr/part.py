"""Parts a line at wide gaps: a label on the left and a value on the right, or two columns, are two lines."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import replace

from intake.domain.geometry import Point, Quad
from intake.domain.text import Char, Lattice, Line

WIDE = 2.5  # line heights of emptiness between two characters; titles are spaced by less


def parted(line: Line) -> tuple[Line, ...]:
    """Return the line, or its parts from left to right, each with its own piece of the lattice."""
    inked = [i for i, c in enumerate(line.chars) if not c.text.isspace()]
    reach = WIDE * line.box.height
    cuts = [b for a, b in itertools.pairwise(inked) if _gap(line.chars[a], line.chars[b]) > reach]
    if not cuts:
        return (line,)
    bounds = itertools.pairwise([0, *cuts, len(line.chars)])
    return tuple(_part(line, line.chars[start:end]) for start, end in bounds)


def _gap(a: Char, b: Char) -> float:
    start, end = _middle(a.box.top_right, a.box.bottom_right), _middle(b.box.top_left, b.box.bottom_left)
    return math.dist(start, end)


def _middle(a: Point, b: Point) -> Point:
    return Point((a.x + b.x) / 2, (a.y + b.y) / 2)


def _part(line: Line, chars: Sequence[Char]) -> Line:
    while chars[-1].text.isspace():
        chars = chars[:-1]
    first, last = chars[0], chars[-1]
    box = Quad(first.box.top_left, last.box.top_right, last.box.bottom_right, first.box.bottom_left)
    lattice, start = _piece(line.lattice, first, last)
    own = tuple(replace(c, step=None if c.step is None else c.step - start) for c in chars)
    confidence = sum(c.confidence for c in chars) / len(chars)
    return Line("".join(c.text for c in chars), confidence, box, own, lattice, line.source)


def _piece(lattice: Lattice | None, first: Char, last: Char) -> tuple[Lattice | None, int]:
    if lattice is None or first.step is None or last.step is None:
        return None, 0
    start, end = max(first.step - 2, 0), last.step + 3
    return replace(lattice, classes=lattice.classes[start:end], probabilities=lattice.probabilities[start:end]), start
