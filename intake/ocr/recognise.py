"""Reads strips of text: batches by width, and what the recogniser says in every time step as characters."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from intake.domain.geometry import Quad
from intake.domain.page import Pixels
from intake.domain.text import Char, Lattice, Line
from intake.inference.session import Session
from intake.ocr.crop import HEIGHT

BEST = 5  # alternatives kept a time step
STEP = 8  # pixels of a strip that one time step stands for
BLANK = 0
BATCH = 2400  # pixels of width in one batch: a batch of a page's lines stays below 200 MB
TOLERANCE = 32  # pixels by which strips of one batch may differ: padding is computed too
CHARACTER = 1.1  # width of the widest characters as a part of the height of the strip


@dataclass(frozen=True, slots=True, eq=False)
class Steps:
    """What was read of one strip: classes (t, BEST) uint16 and probabilities (t, BEST) float32, best first.

    `edges` (t + 1,) float32: where the steps begin and end, as fractions of the strip; they may differ in width.
    """

    classes: NDArray[np.uint16]
    probabilities: NDArray[np.float32]
    edges: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Symbol:
    """A character of a strip: the step it is surest in, its probability there, and its first and last step."""

    text: str
    confidence: float
    step: int
    first: int
    last: int


@dataclass(frozen=True, slots=True, eq=False)
class Recogniser:
    session: Session
    alphabet: tuple[str, ...]

    def __call__(self, strips: Sequence[Pixels]) -> tuple[Steps, ...]:
        """Read strips (HEIGHT, w, 3); same order, same length."""
        read: dict[int, Steps] = {}
        for batch in batches([s.shape[1] for s in strips]):
            read.update(zip(batch, self._batch([strips[i] for i in batch]), strict=True))
        return tuple(read[i] for i in range(len(strips)))

    def _batch(self, strips: Sequence[Pixels]) -> Iterator[Steps]:
        classes, probabilities = self.session.run(padded(strips))
        for i, strip in enumerate(strips):
            steps = min(-(-strip.shape[1] // STEP), classes.shape[1])
            edges = np.minimum(np.arange(steps + 1, dtype=np.float32) * (STEP / strip.shape[1]), 1)
            yield Steps(classes[i, :steps].astype(np.uint16), probabilities[i, :steps].astype(np.float32), edges)


def alphabet(metadata: str) -> tuple[str, ...]:
    """Return the characters by class: the blank first, the model's own list, the space last."""
    return ("", *metadata.split("\n"), " ")


def batches(widths: Sequence[int]) -> list[list[int]]:
    """Group strips of nearly equal width, none of the groups wider than BATCH in all unless one strip alone is."""
    groups: list[list[int]] = []
    for i in sorted(range(len(widths)), key=lambda i: -widths[i]):
        last = groups[-1] if groups else None
        if last and widths[last[0]] - widths[i] <= TOLERANCE and (len(last) + 1) * widths[last[0]] <= BATCH:
            last.append(i)
        else:
            groups.append([i])
    return groups


def padded(strips: Sequence[Pixels], least: int = 0) -> NDArray[np.float32]:
    """Return (n, 3, HEIGHT, w) float32 in -1..1, blue first, grey behind the narrower strips; w is `least` or more."""
    width = -(-max(least, *(s.shape[1] for s in strips)) // STEP) * STEP
    batch = np.zeros((len(strips), 3, HEIGHT, width), np.float32)
    for place, strip in zip(batch, strips, strict=True):
        inside = place[:, :, : strip.shape[1]]
        np.multiply(strip[:, :, ::-1].transpose(2, 0, 1), np.float32(2 / 255), out=inside)
        inside -= 1
    return batch


def decoded(steps: Steps, alphabet: Sequence[str]) -> tuple[Symbol, ...]:
    """Read the best class of every step: repeats are one character, blanks part them. Spaces at the ends stay."""
    best = steps.classes[:, 0]
    if not len(best):
        return ()
    starts = np.flatnonzero(np.append(True, best[1:] != best[:-1]))
    ends = [*starts[1:].tolist(), len(best)]
    sure = steps.probabilities[:, 0].tolist()
    symbols = []
    for symbol, start, end in zip(best[starts].tolist(), starts.tolist(), ends, strict=True):
        if symbol != BLANK:
            run = sure[start:end]
            top = max(run)
            symbols.append(Symbol(alphabet[symbol], top, start + run.index(top), start, end - 1))
    return tuple(symbols)


def confidence(symbols: Sequence[Symbol]) -> float:
    """Return the mean probability of the characters, 0 where there are none."""
    return sum(s.confidence for s in symbols) / len(symbols) if symbols else 0.0


def trimmed(symbols: Sequence[Symbol]) -> tuple[Symbol, ...]:
    """Drop the blanks before and behind the text."""
    inked = [i for i, s in enumerate(symbols) if not s.text.isspace()]
    return tuple(symbols[inked[0] : inked[-1] + 1]) if inked else ()


def line_of(steps: Steps, alphabet: Sequence[str], quad: Quad, width: int) -> Line | None:
    """Return the line that a strip of `width` pixels, cut from `quad`, says; None where it says nothing."""
    symbols = trimmed(decoded(steps, alphabet))
    if not symbols:
        return None
    chars = tuple(
        Char(s.text, s.confidence, quad.slice(start, end), s.step)
        for s, (start, end) in zip(symbols, extents(symbols, steps.edges, width), strict=True)
    )
    lattice = Lattice(steps.classes, steps.probabilities.astype(np.float16), alphabet)
    return Line("".join(c.text for c in chars), confidence(symbols), quad, chars, lattice)


def extents(symbols: Sequence[Symbol], edges: NDArray[np.float32], width: int) -> list[tuple[float, float]]:
    """Return where each character starts and ends, as fractions of the strip: half way to its neighbours."""
    centres = [float(edges[s.first] + edges[s.last + 1]) / 2 for s in symbols]
    borders = [(a + b) / 2 for a, b in itertools.pairwise(centres)]
    half = CHARACTER * HEIGHT / 2 / width
    lefts = [max(c - half, b) for c, b in zip(centres, [0.0, *borders], strict=True)]
    rights = [min(c + half, b) for c, b in zip(centres, [*borders, 1.0], strict=True)]
    return list(zip(lefts, rights, strict=True))
