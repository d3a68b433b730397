"""What the lattice of a line says of some of its characters: the costs of every symbol in every time step."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

import numpy as np

from intake.domain.slips import fold
from intake.domain.text import Lattice
from intake.extract.running import Glyph, Running

LIMIT = 12.0  # nats: what is less likely by more than this (6e-6) than what was read has no support
BLANK = 0  # class of the lattice
NOTHING = ""  # symbol of a step that adds no character: the blank, and what `read` leaves out

Read = Callable[[str], str]
"""Turn a character in half width into one that a grammar knows, or into nothing."""

Step = Mapping[str, float]
"""By symbol: how much less likely it is than the likeliest one of the step, in nats; none above LIMIT."""


@dataclass(frozen=True, slots=True)
class Window:
    """The time steps that carry some characters, and the log-probability of the likeliest path through them."""

    steps: tuple[Step, ...]
    log_p: float


def window(span: Running, read: Read) -> Window | None:
    """Return the steps of `span`; None where it has no lattice, or the lattice does not read as the text does.

    Blank steps around the characters belong to them: a character that was lost at an end left its traces there.
    """
    steps: list[Step] = []
    log_p = 0.0
    for glyphs in _stretches(span):
        lattice = glyphs[0].lattice
        bounds = _bounds(glyphs)
        if lattice is None or bounds is None:
            return None
        costs, gained = _costs(lattice, *bounds, read)
        steps += [*costs, {NOTHING: 0.0}]  # what stands in two lines is not one character
        log_p += gained
    is_as_read = bool(steps) and best_text(steps) == "".join(map(read, span.text))
    return Window(tuple(steps), log_p) if is_as_read else None


def sureness(span: Running, read: Read) -> float:
    """Return how sure the least sure character of `span` is, whichever of its forms was meant: 〇 or ○, ( or （."""
    sure: Iterator[float] = (_of_all_forms(span.glyphs[at], read) for at in span.at)
    return min(sure, default=0.0)


def _of_all_forms(glyph: Glyph, read: Read) -> float:
    lattice, step = glyph.lattice, glyph.char.step
    if lattice is None or step is None:
        return glyph.char.confidence
    symbol = read(fold(glyph.char.text))
    others = zip(lattice.classes[step].tolist(), lattice.probabilities[step].tolist(), strict=True)
    total: float = sum(p for at, p in others if at != BLANK and read(fold(lattice.alphabet[at])) == symbol)
    best = float(lattice.probabilities[step, 0]) or 1.0
    return min(1.0, glyph.char.confidence * max(total / best, 1.0))


def best_text(steps: Sequence[Step]) -> str:
    """Return what the likeliest symbols of the steps say."""
    best = (min(step, key=step.__getitem__) for step in steps)
    return "".join(symbol for symbol, _ in groupby(best))


def _stretches(span: Running) -> Iterator[tuple[Glyph, ...]]:
    """Yield the glyphs line by line."""
    for _, glyphs in groupby(span.glyphs, key=lambda glyph: id(glyph.lattice)):
        yield tuple(glyphs)


def _bounds(glyphs: Sequence[Glyph]) -> tuple[int, int] | None:
    """Return the first step and the one behind the last, with the blank ones on both sides."""
    first, last, lattice = glyphs[0].char.step, glyphs[-1].char.step, glyphs[0].lattice
    if first is None or last is None or lattice is None:
        return None
    best = lattice.classes[:, 0].tolist()
    return first - _reach(best[:first][::-1], best[first]), last + 1 + _reach(best[last + 1 :], best[last])


def _reach(beside: Sequence[int], own: int) -> int:
    """Return over how many steps beside a character it goes on, and the blanks behind it."""
    goes_on = sum(1 for _ in takewhile(lambda best: best == own, beside))
    return goes_on + sum(1 for _ in takewhile(lambda best: best == BLANK, beside[goes_on:]))


def _costs(lattice: Lattice, start: int, end: int, read: Read) -> tuple[list[Step], float]:
    with np.errstate(divide="ignore"):
        logs = np.log(lattice.probabilities[start:end].astype(np.float64))
    costs = np.maximum(logs[:, :1] - logs, 0)
    steps: list[Step] = []
    for classes, row in zip(lattice.classes[start:end].tolist(), costs.tolist(), strict=True):
        step: dict[str, float] = {}
        for index, cost in zip(classes, row, strict=True):
            if cost <= LIMIT:
                symbol = read(fold(lattice.alphabet[index])) if index != BLANK else NOTHING
                step[symbol] = min(cost, step.get(symbol, math.inf))
        steps.append(step)
    return steps, float(logs[:, 0].sum())
