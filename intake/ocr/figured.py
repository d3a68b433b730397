"""Weighs the figures of a line with what a reader of figures sees there: two readers that err otherwise.

A figure that both see plainly is as sure as the product of their beliefs. What they see differently, or only one of
them sees, is believed by nobody without a check digit; a figure that was doubtful gives way to what the product is
greatest for, and is asked about whatever its check digit says. Measured in docs/decisions/0017.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

import numpy as np

from intake.domain.text import Char, Figure, Lattice, Line
from intake.ocr.agree import write
from intake.ocr.cascade import CONTESTED
from intake.ocr.figures import ALPHABET
from intake.ocr.recognise import BLANK

Beliefs = Mapping[str, float]
"""By figure, "" for anything else: how likely it stands in a place; empty where no figure is seen there."""
NOTHING: Beliefs = {}
CROSSES = "Xx×"  # one figure to the reader of figures; each stays as it was read
FLOOR = 0.01  # probability that is added to everything: a reader may be mistaken, however sure it is
SURE, LIKELY = 0.95, 0.8  # of the line's reader, and of the reader of figures beside it: then both are believed
FAIR, PLAIN = 0.5, 0.97  # the same where the line's reader is less sure; below FAIR a second view speaks against it
FIRM = 0.8  # probability from which a figure is not replaced
REPLACED = 0.45  # probability of a figure that was: a check digit that fits may do so by chance
_OTHER, _LATIN = "*", "#"


def figured(line: Line, seen: Sequence[Figure], *, may_lift: bool = True) -> Line:
    """Return a line with what a reader of figures says of each of its own.

    Where it may not lift a doubt it can only add to it: under a seal, whose ink was lifted before it looked, and in a
    line that has Latin letters, which it takes for figures.
    """
    if line.lattice is None:
        return line
    may_lift = may_lift and not any(map(_is_latin, line.chars))
    lattice = Lattice(line.lattice.classes.copy(), line.lattice.probabilities.copy(), line.lattice.alphabet)
    chars = list(line.chars)
    for i, beliefs in matched(chars, seen).items():
        if chars[i].step is not None:
            chars[i] = _weighed(chars[i], beliefs, lattice, may_lift=may_lift)
    text, overall = "".join(char.text for char in chars), sum(char.confidence for char in chars) / len(chars)
    return replace(line, text=text, confidence=overall, chars=tuple(chars), lattice=lattice)


def _weighed(char: Char, seen: Beliefs, lattice: Lattice, *, may_lift: bool) -> Char:
    """Return what both readers make of a figure, and write it into the lattice."""
    step = char.step or 0
    read = "X" if _is_cross(char) else char.text
    is_plain = seen.get(read, 0.0) >= (LIKELY if char.confidence >= SURE else PLAIN)
    if not (seen and may_lift):
        return char if is_plain else _doubted(char, lattice)
    classes = _classes(lattice, step, read)
    joint = _joint(lattice, step, seen, classes)
    best = max(ALPHABET, key=lambda figure: joint[classes[figure]])
    if best == read and is_plain:
        sure = joint[classes[read]] if char.confidence >= FAIR else char.confidence
        write(lattice, step, (classes[read], sure), joint)
        return replace(char, confidence=sure)
    if best == read or char.confidence >= FIRM or _touches(lattice, step, classes[best]):
        return _doubted(char, lattice)
    write(lattice, step, (classes[best], REPLACED), joint)
    return replace(char, text=best, confidence=REPLACED)


def _doubted(char: Char, lattice: Lattice) -> Char:
    """Return a figure that nobody believes without a check digit; what else it may be stays as it was."""
    step = char.step or 0
    lattice.probabilities[step] = np.minimum(lattice.probabilities[step], np.float16(CONTESTED))
    return replace(char, confidence=min(char.confidence, CONTESTED))


def _touches(lattice: Lattice, step: int, chosen: int) -> bool:
    """Say whether a character would become one with its neighbour: no blank stands between two that are alike."""
    best = lattice.classes[:, 0].tolist()
    before, after = step, step
    while before >= 0 and best[before] == best[step]:
        before -= 1
    while after < len(best) and best[after] == best[step]:
        after += 1
    return chosen in (best[before] if before >= 0 else BLANK, best[after] if after < len(best) else BLANK)


def matched(chars: Sequence[Char], seen: Sequence[Figure]) -> dict[int, Beliefs]:
    """Return what is seen of each figure of a line, by its place in it.

    Nothing counts of the figures beside a place where more is seen, or less: they may be what is seen there.
    """
    places, here = _places(chars)
    there = "".join(figure.text or _OTHER for figure in seen)
    found: dict[int, Beliefs] = {at: NOTHING for at in places if at is not None}
    odd: list[tuple[int, int]] = []
    for tag, a, b, c, d in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        if b - a == d - c:
            pairs = zip(places[a:b], seen[c:d], strict=True)
            found |= {at: figure.beliefs for at, figure in pairs if at is not None and figure.text}
            odd += [(i, i + 1) for i in range(a, b) if here[i] == _OTHER and there[c + i - a] != _OTHER]
        elif (
            tag != "equal"
            and _LATIN not in here[max(a - 1, 0) : b + 1]
            and (there[c:d].strip(_OTHER) or 0 < a <= b < len(here))
        ):
            odd.append((a, b))
    return found | {at: NOTHING for start, end in odd for at in _beside(places, start, end)}


def _beside(places: Sequence[int | None], start: int, end: int) -> Iterator[int]:
    """Yield the places of the last figure before a part of a line, and of the first one behind it."""
    yield from [at for at in places[:start] if at is not None][-1:]
    yield from [at for at in places[end:] if at is not None][:1]


def _places(chars: Sequence[Char]) -> tuple[Sequence[int | None], str]:
    """Return the places of the figures of a line, None for a run of anything else, and all of it as it is seen."""
    places, seen = list[int | None](), ""
    for i, char in enumerate(chars):
        if char.text in ALPHABET or _is_cross(char):
            places, seen = [*places, i], seen + ("X" if _is_cross(char) else char.text)
        elif not char.text.isspace():
            if not seen.endswith((_OTHER, _LATIN)):
                places, seen = [*places, None], seen + _OTHER
            seen = seen[:-1] + (_LATIN if _is_latin(char) else seen[-1])
    return places, seen


def _is_latin(char: Char) -> bool:
    return char.text.isascii() and char.text.isalpha() and not _is_cross(char)


def _is_cross(char: Char) -> bool:
    return char.text in CROSSES


def _classes(lattice: Lattice, step: int, read: str) -> Mapping[str, int]:
    """Return the class of each figure; that of what was read is the one it was read as."""
    return {f: lattice.alphabet.index(f) for f in ALPHABET} | {read: int(lattice.classes[step, 0])}


def _joint(lattice: Lattice, step: int, seen: Beliefs, classes: Mapping[str, int]) -> Mapping[int, float]:
    """Return the product of two beliefs by class: of all figures, and of what else the line's reader sees there.

    What that leaves open is shared by all figures; what the other leaves open is that nothing stands there.
    """
    own = dict(zip(lattice.classes[step].tolist(), lattice.probabilities[step].tolist(), strict=True))
    share = max(1 - sum(own.values()), 0.0) / len(classes) + FLOOR
    nothing = max(1 - sum(seen.values()), 0.0)
    others = {at: p * ((nothing if at == BLANK else seen.get("", 0.0)) + FLOOR) for at, p in own.items()}
    figures = {at: (own.get(at, 0.0) + share) * (seen.get(f, 0.0) + FLOOR) for f, at in classes.items()}
    product = others | figures
    whole = sum(product.values())
    return {at: belief / whole for at, belief in product.items()}
