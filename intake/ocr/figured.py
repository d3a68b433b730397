"""Weighs the figures of a line with what a reader of figures sees there: two readers that err otherwise.

What stands in a place is what the product of both beliefs is greatest for. A figure that both see plainly is as sure as
that product; what they see differently, or the reader of figures only guesses, is believed by nobody without a check
digit. Measured in docs/decisions/0017.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

import numpy as np

from intake.domain.text import Char, Figure, Lattice, Line
from intake.ocr.agree import write
from intake.ocr.cascade import CONTESTED

Beliefs = Mapping[str, float]
"""By figure: how likely it stands in a place; empty where nothing is seen there."""
NOTHING: Beliefs = {}
FIGURES = "0123456789X"
FLOOR = 0.01  # probability that is added to every figure: a reader may be mistaken, however sure it is
SURE, LIKELY, PLAIN = 0.95, 0.5, 0.97  # of the line's reader; of the reader of figures beside a sure one, and else
_OTHER = "*"


def figured(line: Line, seen: Sequence[Figure]) -> Line:
    """Return a line with what a reader of figures says of each of its own; one that says nothing changes nothing."""
    if line.lattice is None or not any(figure.text for figure in seen):
        return line
    lattice = Lattice(line.lattice.classes.copy(), line.lattice.probabilities.copy(), line.lattice.alphabet)
    chars = list(line.chars)
    for i, beliefs in matched(chars, seen).items():
        if chars[i].step is not None:
            chars[i] = _weighed(chars[i], beliefs, lattice) if beliefs else _doubted(chars[i], lattice)
    text, overall = "".join(char.text for char in chars), sum(char.confidence for char in chars) / len(chars)
    return replace(line, text=text, confidence=overall, chars=tuple(chars), lattice=lattice)


def _weighed(char: Char, seen: Beliefs, lattice: Lattice) -> Char:
    """Return what both beliefs make of a figure, and write it into the lattice."""
    step = char.step or 0
    joint = _joint(_own(lattice, step), seen)
    best = max(joint, key=joint.__getitem__)
    sure = joint[best] if best == char.text and _is_plain(char, seen) else min(joint[best], CONTESTED)
    classes = {lattice.alphabet.index(figure): belief for figure, belief in joint.items()}
    write(lattice, step, (lattice.alphabet.index(best), sure), classes)
    return replace(char, text=best, confidence=sure)


def _doubted(char: Char, lattice: Lattice) -> Char:
    """Return a figure that only one reader sees: what else it may be stays as it was, a Hanzi perhaps."""
    step = char.step or 0
    lattice.probabilities[step] = np.minimum(lattice.probabilities[step], np.float16(CONTESTED))
    return replace(char, confidence=min(char.confidence, CONTESTED))


def _is_plain(char: Char, seen: Beliefs) -> bool:
    """Say whether the reader of figures sees what was read well enough for both to be believed."""
    return seen.get(char.text, 0.0) >= (LIKELY if char.confidence >= SURE else PLAIN)


def matched(chars: Sequence[Char], seen: Sequence[Figure]) -> dict[int, Beliefs]:
    """Return what is seen of each figure of a line, by its place in it.

    Nothing counts of one beside which a figure is seen that the line does not have: it may be that one.
    """
    places, here = _places(chars)
    there = "".join(figure.text or _OTHER for figure in seen)
    found: dict[int, Beliefs] = {at: NOTHING for at in places if at is not None}
    crowded: set[int | None] = set()
    for _, a, b, c, d in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        if b - a == d - c:
            pairs = list(zip(range(a, b), seen[c:d], strict=True))
            found |= {at: figure.beliefs for i, figure in pairs if (at := places[i]) is not None and figure.text}
            for i in (i for i, figure in pairs if here[i] == _OTHER and figure.text):
                crowded |= {*places[max(i - 1, 0) : i + 2]}
        elif a == b and there[c:d].strip(_OTHER):
            crowded |= {*places[max(a - 1, 0) : a + 1]}
    return {at: NOTHING if at in crowded else beliefs for at, beliefs in found.items()}


def _places(chars: Sequence[Char]) -> tuple[Sequence[int | None], str]:
    """Return the places of the figures of a line, None for what stays as it was read, and all of it as it is seen.

    A small x is an X to the reader of figures, and stays small.
    """
    places, seen = list[int | None](), ""
    for i, char in enumerate(chars):
        if char.text in FIGURES:
            places, seen = [*places, i], seen + char.text
        elif char.text == "x":
            places, seen = [*places, None], seen + "X"
        elif not char.text.isspace() and not seen.endswith(_OTHER):
            places, seen = [*places, None], seen + _OTHER
    return places, seen


def _own(lattice: Lattice, step: int) -> Beliefs:
    """Return what the lattice of a line says of the figures in a step."""
    seen = zip(lattice.classes[step].tolist(), lattice.probabilities[step].tolist(), strict=True)
    return {text: p for at, p in seen if (text := lattice.alphabet[at]) and text in FIGURES}


def _joint(own: Beliefs, seen: Beliefs) -> Beliefs:
    """Return the product of two beliefs, of the figures that one of them names."""
    product = {char: _belief(own, char) * _belief(seen, char) for char in sorted({*own, *seen})}
    whole = sum(product.values())
    return {char: belief / whole for char, belief in product.items()}


def _belief(beliefs: Beliefs, char: str) -> float:
    """Return how likely a figure is: what a reader leaves open is shared by all of them."""
    open_ = max(1 - sum(beliefs.values()), 0.0)
    return beliefs.get(char, 0.0) + open_ / len(FIGURES) + FLOOR
