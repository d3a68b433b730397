"""Lines of text as a few rows and five arrays: most of what a page weighs is numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import prod

import numpy as np
from numpy.typing import NDArray

from intake.domain.geometry import Quad
from intake.domain.text import Char, Lattice, Line, Source
from intake.store.pack import Array

NUMBERS = 5  # arrays of lines: numbers of lines, those of characters, steps, classes, probabilities
_NO_STEP = -1


@dataclass(frozen=True, slots=True)
class Row:
    """A line without its numbers; `lattice` is the shape of its lattice: time steps and readings of each."""

    text: str
    source: Source
    lattice: tuple[int, int] | None = None


def row(line: Line) -> Row:
    if [char.text for char in line.chars] != list(line.text):
        raise ValueError("the characters of a line are not its text")
    if line.lattice is None:
        return Row(line.text, line.source)
    steps, best = line.lattice.classes.shape
    return Row(line.text, line.source, (steps, best))


def numbers(lines: Sequence[Line]) -> tuple[Array, ...]:
    """Return (9, lines) and (9, characters) float64: corners and confidence; steps; classes and probabilities."""
    chars = [char for line in lines for char in line.chars]
    lattices = [line.lattice for line in lines if line.lattice is not None]
    return (
        _placed((line.box, line.confidence) for line in lines),
        _placed((char.box, char.confidence) for char in chars),
        np.array([_NO_STEP if char.step is None else char.step for char in chars], np.int32),
        np.concatenate([np.empty(0, np.uint16), *(lattice.classes.ravel() for lattice in lattices)]),
        np.concatenate([np.empty(0, np.float16), *(lattice.probabilities.ravel() for lattice in lattices)]),
    )


def lines(rows: Sequence[Row], arrays: Sequence[Array], alphabet: Sequence[str]) -> tuple[Line, ...]:
    """Return the lines of `rows`; ValueError, IndexError or StopIteration where the numbers are not theirs."""
    placed, chars = _unplaced(arrays[0]), _unplaced(arrays[1])
    steps = iter(arrays[2].ravel().tolist())
    lattices = _Lattices(arrays[3].ravel().astype(np.uint16), arrays[4].ravel().astype(np.float16), alphabet)
    made = []
    for r in rows:
        box, confidence = next(placed)
        read = tuple(_char(c, *next(chars), next(steps)) for c in r.text)
        made.append(Line(r.text, confidence, box, read, lattices.next(r), r.source))
    if next(placed, None) or next(chars, None) or next(steps, None) is not None or lattices.is_left:
        raise ValueError("more numbers than lines")
    return tuple(made)


def seen(rows: Sequence[Row], arrays: Sequence[Array]) -> tuple[Line, ...]:
    """Return the lines as people look at them, without characters: those take ten times as long as all the rest.

    ValueError or IndexError where the numbers are not theirs.
    """
    placed = zip(rows, _unplaced(arrays[0]), strict=True)
    return tuple(Line(r.text, confidence, box, (), source=r.source) for r, (box, confidence) in placed)


@dataclass(slots=True)
class _Lattices:
    """Deals out the lattices of a page, line by line."""

    classes: NDArray[np.uint16]
    probabilities: NDArray[np.float16]
    alphabet: Sequence[str]
    at: int = 0

    @property
    def is_left(self) -> bool:
        return not self.at == len(self.classes) == len(self.probabilities)

    def next(self, r: Row) -> Lattice | None:
        if r.lattice is None:
            return None
        part = slice(self.at, self.at + prod(r.lattice))
        self.at = part.stop
        classes, probabilities = self.classes[part], self.probabilities[part]
        return Lattice(classes.reshape(r.lattice), probabilities.reshape(r.lattice), self.alphabet)


def _char(text: str, box: Quad, confidence: float, step: int) -> Char:
    return Char(text, confidence, box, None if step == _NO_STEP else step)


def _placed(items: Iterable[tuple[Quad, float]]) -> Array:
    flat = [(*(v for point in box.points for v in point), confidence) for box, confidence in items]
    return np.array(flat, np.float64).reshape(-1, 9).T


def _unplaced(array: Array) -> Iterator[tuple[Quad, float]]:
    for *corners, confidence in array.reshape(9, -1).T.tolist():
        yield Quad.of(list(zip(corners[::2], corners[1::2], strict=True))), confidence
