"""Weighs a second view of a line with the first: what they do not both see is doubtful.

A character is as sure as the less sure of the two. In bad light both err alike: agreement is enough for a number with
a check digit, and makes nothing else believed. Where they are surer of another Hanzi, it takes the place of the first
one's, and nobody believes it. Of figures and Latin letters the first reading stands, and its lattice says what the
other saw: whether that mends a number is for its grammar to decide (extract/constrained.py).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

import numpy as np

from intake.domain.names import simplified
from intake.domain.slips import fold
from intake.domain.text import Char, Lattice, Line
from intake.ocr.cascade import CONTESTED
from intake.ocr.recognise import BLANK

PLAIN = 0.97  # probability from which a second view says more than that it errs too: docs/decisions/0015
FAINT = 0.01  # probability that is left of what the other view does not see, so that its rivals can be compared with it
BEHIND = 0.99  # of the probability of what was read: what the other saw is never ahead of it in the lattice

Beliefs = Mapping[int, float]
"""By class: how likely it stands in a place; empty where a view sees nothing there."""
NOTHING: Beliefs = {}


def agreed(line: Line, other: Line | None) -> Line:
    """Return a line with what a second view of its box says; one that says nothing speaks against all of it."""
    if line.lattice is None:
        return line
    seen = _seen(line, other)
    lattice = Lattice(line.lattice.classes.copy(), line.lattice.probabilities.copy(), line.lattice.alphabet)
    chars = list(line.chars)
    for i, char in enumerate(chars):
        if char.step is not None and char.text.isalnum():
            views = _beliefs(line.lattice, char.step), seen.get(i, NOTHING)
            first = int(line.lattice.classes[char.step, 0])
            own, again = (_in_one_form(beliefs, first, lattice.alphabet) for beliefs in views)
            mean = {at: (own.get(at, 0.0) + again.get(at, 0.0)) / 2 for at in {*own, *again}}
            chosen = _chosen(char, line.lattice, mean)
            text = char.text if chosen == line.lattice.classes[char.step, 0] else lattice.alphabet[chosen]
            sure = _sureness(own.get(chosen, 0.0), again.get(chosen, 0.0))
            chars[i] = replace(char, text=text, confidence=sure)
            write(lattice, char.step, (chosen, sure), mean)
    text, overall = "".join(char.text for char in chars), sum(char.confidence for char in chars) / len(chars)
    return replace(line, text=text, confidence=overall, chars=tuple(chars), lattice=lattice)


def _sureness(first: float, second: float) -> float:
    """Return how sure a character is of which two views are so sure: agreement makes none believed that was not."""
    lesser = min(first, second)
    return max(lesser, min((first + second) / 2, CONTESTED)) if second >= PLAIN else lesser


def _seen(line: Line, other: Line | None) -> dict[int, Beliefs]:
    """Return what a second view says of the letters and digits of a line, by their places in it.

    What it adds between two of them speaks against both: as surely as it is there, one of them is not alone.
    """
    if other is None or other.lattice is None:
        return {}
    here = [i for i, char in enumerate(line.chars) if char.text.isalnum()]
    there = [char for char in other.chars if char.text.isalnum()]
    read, again = (_folded(chars) for chars in ([line.chars[i] for i in here], there))
    found: dict[int, Beliefs] = {}
    added: dict[int, float] = {}
    for _, a, b, c, d in SequenceMatcher(None, read, again, autojunk=False).get_opcodes():
        if b - a == d - c:
            found |= {i: _beliefs(other.lattice, char.step or 0) for i, char in zip(here[a:b], there[c:d], strict=True)}
        elif a == b:
            added |= dict.fromkeys(here[max(a - 1, 0) : a + 1], max(char.confidence for char in there[c:d]))
    return {i: {at: p * (1 - added.get(i, 0.0)) for at, p in beliefs.items()} for i, beliefs in found.items()}


def _folded(chars: Sequence[Char]) -> str:
    return simplified("".join(fold(char.text) for char in chars))


def _in_one_form(beliefs: Beliefs, read: int, alphabet: Sequence[str]) -> Beliefs:
    """Return beliefs in which the other form of what was read, simplified or traditional, is no other character."""
    forms = [at for at in beliefs if at != BLANK and simplified(alphabet[at]) == simplified(alphabet[read])]
    if not forms:
        return beliefs
    return {at: belief for at, belief in beliefs.items() if at not in forms} | {read: sum(beliefs[at] for at in forms)}


def _beliefs(lattice: Lattice, step: int) -> Beliefs:
    return dict(zip(lattice.classes[step].tolist(), lattice.probabilities[step].tolist(), strict=True))


def _chosen(char: Char, lattice: Lattice, mean: Beliefs) -> int:
    """Return the class of a character that counts: what was read, or another Hanzi that both are surer of."""
    best = max(mean, key=mean.__getitem__)
    is_hanzi = best != BLANK and not (char.text + lattice.alphabet[best]).isascii() and lattice.alphabet[best].isalpha()
    return best if is_hanzi and not char.text.isascii() else int(lattice.classes[char.step or 0, 0])


def write(lattice: Lattice, step: int, counts: tuple[int, float], mean: Beliefs) -> None:
    """Write beliefs into a step of a lattice: first the class that counts, as sure as is said with it.

    A character keeps only its surest step.
    """
    chosen, sure = counts
    first, end = extent(lattice, step)
    ordered = sorted(mean, key=lambda at: (at != chosen, -mean[at]))[: lattice.classes.shape[1]]
    others = max((mean[at] for at in ordered[1:]), default=0.0)
    found = np.array([max(mean[chosen], others / BEHIND), *(mean[at] for at in ordered[1:])])
    lattice.classes[first:end], lattice.probabilities[first:end] = BLANK, 0.0
    lattice.probabilities[first:end, 0] = 1.0
    lattice.classes[step, : len(ordered)] = ordered
    lattice.probabilities[step, : len(ordered)] = found * (max(sure, FAINT) / found[0])


def extent(lattice: Lattice, step: int) -> tuple[int, int]:
    """Return the first step of the character that stands in a step, and the one behind its last."""
    best = lattice.classes[:, 0]
    first, end = step, step + 1
    while first and best[first - 1] == best[step]:
        first -= 1
    while end < len(best) and best[end] == best[step]:
        end += 1
    return first, end
