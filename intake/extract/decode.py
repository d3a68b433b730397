"""Reads a stretch of a line again under a grammar: the best texts that fit, and the best one that does not.

A path gives every time step a symbol; a text is a path with repeats made one and blanks left out, as CTC has it. The
cost of a text is how much less likely its best path is than the best path of all, in nats. The search keeps, for every
state and last symbol, the best few texts apart: whatever follows adds the same cost to all of them, so that the best
texts at the end are among the kept ones and the answer is exact up to LIMIT.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from intake.extract.grammar import Grammar, Node
from intake.extract.lattice import LIMIT, NOTHING, Window

KEPT = 8  # texts a state: the two that a margin needs, and some for `Grammar.holds` and other fields to choose from

Key = tuple[Node | None, str]
"""Where a text stands in the grammar (None: it fits no more), and the symbol of the last step."""
Texts = dict[str, float]
"""Texts with their costs."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text that the lattice supports, and how many nats it is less likely than the likeliest one."""

    text: str
    cost: float


@dataclass(frozen=True, slots=True)
class Decoded:
    """The texts that fit, best first; the best one that does not; and the log-probability of the best path of all."""

    fits: tuple[Text, ...]
    other: Text | None
    log_p: float

    @property
    def margin(self) -> float:
        """How many nats the best text that fits is ahead of the next; LIMIT is as far as we can see."""
        costs = [text.cost for text in self.fits[:2]]
        return (costs[1] if len(costs) > 1 else LIMIT) - costs[0] if costs else 0.0


def decode(window: Window, grammar: Grammar) -> Decoded:
    """Find the best texts of a window."""
    kept: Mapping[Key, Texts] = {(grammar.start, NOTHING): {"": 0.0}}
    known: dict[tuple[Node, str], Node | None] = {}
    for step in window.steps:
        reached: dict[Key, Texts] = {}
        for (node, last), texts in kept.items():
            least = min(texts.values())
            for symbol, cost in step.items():
                if least + cost > LIMIT:
                    continue
                is_new = symbol not in (last, NOTHING)
                after = _after(grammar, node, symbol, known) if is_new else node
                _add(reached.setdefault((after, symbol), {}), texts, cost, symbol if is_new else "")
        kept = {key: best for key, texts in reached.items() if (best := _best(texts, KEPT))}
    fitting = _merged(texts for (node, _), texts in kept.items() if node and grammar.ends(node))
    held = {text: cost for text, cost in fitting.items() if grammar.holds(text)}
    others = _merged(texts for (node, _), texts in kept.items() if node is None or not grammar.ends(node))
    unfit = others | {text: cost for text, cost in fitting.items() if text not in held}
    return Decoded(tuple(_texts(held))[:KEPT], next(_texts(unfit), None), window.log_p)


def _after(grammar: Grammar, node: Node | None, symbol: str, known: dict[tuple[Node, str], Node | None]) -> Node | None:
    if node is None:
        return None
    if (node, symbol) not in known:
        known[node, symbol] = grammar.step(node, symbol)
    return known[node, symbol]


def _add(reached: Texts, texts: Texts, cost: float, end: str) -> None:
    for text, so_far in texts.items():
        total = so_far + cost
        if total <= LIMIT and total < reached.get(longer := text + end, math.inf):
            reached[longer] = total


def _best(texts: Texts, count: int) -> Texts:
    if len(texts) <= count:
        return texts
    return dict(sorted(texts.items(), key=lambda pair: (pair[1], pair[0]))[:count])


def _merged(groups: Iterable[Texts]) -> Texts:
    merged: Texts = {}
    for texts in groups:
        _add(merged, texts, 0.0, "")
    return merged


def _texts(texts: Texts) -> Iterator[Text]:
    for text, cost in sorted(texts.items(), key=lambda pair: (pair[1], pair[0])):
        yield Text(text, cost)
