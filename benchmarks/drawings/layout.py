"""How a type of paper is drawn for evaluation: one of several layouts, chosen by the seed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from benchmarks.drawings.fonts import held_out
from intake.domain.drawing import Drawing, Facts

Layout = Callable[[Facts, Random], Drawing]


def chosen(layouts: Sequence[Layout], seed: int) -> Layout:
    """Return the layout that a seed draws."""
    return layouts[seed % len(layouts)]


def drawn(layouts: Sequence[Layout], facts: Facts, seed: int) -> Drawing:
    """Draw the layout of a seed in the typefaces kept for evaluation."""
    layout = chosen(layouts, seed)
    with held_out():
        return layout(facts, Random(f"{layout.__module__} {layout.__name__} {seed}"))
