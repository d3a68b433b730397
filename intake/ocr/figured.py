"""Weighs the figures of a line with what a reader of figures sees there: two readers that err otherwise.

A figure that both see plainly is as sure as the product of their beliefs. What they see differently, or only one of
them sees, is believed by nobody without a check digit; a figure that was doubtful gives way to what the product is
greatest for, and is asked about whatever its check digit says. Measured in docs/decisions/0017.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

import numpy as np

from intake.domain.page import Pixels
from intake.domain.text import Char, Figure, Lattice, Line
from intake.ocr.agree import extent, write
from intake.ocr.cascade import CONTESTED, is_figure, is_unsure
from intake.ocr.figures import ALPHABET, FigureReader
from intake.ocr.recognise import BLANK, Steps, Symbol, decoded

Beliefs = Mapping[str, float]
"""By figure, "" for anything else: how likely it stands in a place; empty where no figure is seen there."""
NOTHING: Beliefs = {}
BETWEEN = " ()（）"  # marks that change no number, whether they are read or not
CROSSES = "Xx×"  # one figure to the reader of figures; each stays as it was read
FLOOR = 0.01  # probability that is added to everything: a reader may be mistaken, however sure it is
SURE, LIKELY = 0.95, 0.8  # of the line's reader, and of the reader of figures beside it: then both are believed
FAIR, PLAIN = 0.5, 0.97  # the same where the line's reader is less sure; below FAIR a second view speaks against it
FIRM = 0.8  # probability from which a figure is not replaced
REPLACED = 0.45  # probability of a figure that was: a check digit that fits may do so by chance
_OTHER = "*"


def figured(line: Line, seen: Sequence[Figure], *, may_lift: bool = True) -> Line:
    """Return a line with what a reader of figures says of each of its own.

    Where it may not lift a doubt it can only add to it: under a seal, whose ink was lifted before it looked, and in a
    line that has Latin letters, which it takes for figures.
    """
    if line.lattice is None:
        return line
    may_lift = may_lift and not _has_latin(line.text)
    lattice = Lattice(line.lattice.classes.copy(), line.lattice.probabilities.copy(), line.lattice.alphabet)
    chars = list(line.chars)
    for i, beliefs in matched(chars, seen).items():
        if chars[i].step is not None:
            chars[i] = _weighed(chars[i], beliefs, lattice, may_lift=may_lift)
    text, overall = "".join(char.text for char in chars), sum(char.confidence for char in chars) / len(chars)
    return replace(line, text=text, confidence=overall, chars=tuple(chars), lattice=lattice)


def is_confirmed(reader: FigureReader, alphabet: Sequence[str], strip: Pixels, steps: Steps) -> bool:
    """Say whether nothing but sure figures is in doubt of what was read of a strip, and the reader sees just these.

    Everything between the figures but brackets must be sure too: it may be the point that makes a sum of them. A figure
    that may be a Latin letter is not confirmed: the reader takes them for figures as well.
    """
    symbols = decoded(steps, alphabet)
    figures = [symbol for symbol in symbols if is_figure(symbol)]
    if not figures or any(figure.text not in ALPHABET for figure in figures) or any(map(is_unsure, symbols)):
        return False
    inside = symbols[symbols.index(figures[0]) : symbols.index(figures[-1]) + 1]
    if any(symbol.confidence < SURE and symbol.text not in BETWEEN for symbol in inside):
        return False
    if any(_may_be_latin(steps, figure.step, alphabet) for figure in figures):
        return False
    shown, seen = [_figure(symbol.text) for symbol in symbols], reader(strip)
    if "".join(shown) != "".join(figure.text for figure in seen):
        return False
    beliefs = matched(symbols, seen)
    return all(beliefs[i].get(figure, 0.0) >= PLAIN for i, figure in enumerate(shown) if figure)


def _may_be_latin(steps: Steps, step: int, alphabet: Sequence[str]) -> bool:
    likely = steps.classes[step][steps.probabilities[step] > FLOOR]
    return any(_has_latin(alphabet[each]) for each in likely.tolist())


def _weighed(char: Char, seen: Beliefs, lattice: Lattice, *, may_lift: bool) -> Char:
    """Return what both readers make of a figure, and write it into the lattice."""
    step = char.step or 0
    read = _figure(char.text)
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
    first, end = extent(lattice, step)
    beside = [at for at in (first - 1, end) if 0 <= at < len(lattice.classes)]
    return chosen in lattice.classes[beside, 0].tolist()


def matched(chars: Sequence[Char | Symbol], seen: Sequence[Figure]) -> dict[int, Beliefs]:
    """Return what is seen of each figure of a line, by its place in it.

    Nothing counts of the figures beside a place where more is seen, or less: they may be what is seen there. Words that
    are not seen are no doubt: the reader of figures passes over them.
    """
    places = _places(chars)
    here, there = ("".join(texts) for texts in ((p.seen for p in places), (f.text or _OTHER for f in seen)))
    found: dict[int, Beliefs] = {place.at: NOTHING for place in places if place.at is not None}
    odd: list[tuple[int, int]] = []
    for tag, a, b, c, d in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        if b - a == d - c:
            pairs = list(zip(range(a, b), seen[c:d], strict=True))
            found |= {at: figure.beliefs for i, figure in pairs if (at := places[i].at) is not None and figure.text}
            odd += [(i, i + 1) for i, figure in pairs if figure.text and places[i].is_mark]
        elif not any(place.is_latin for place in places[max(a - 1, 0) : b + 1]):
            is_inside = 0 < a <= b < len(here)
            lost = tag == "delete" and any(place.is_mark for place in places[a:b])
            odd += [(a, b)] if there[c:d].strip(_OTHER) or (is_inside and (lost or tag == "insert")) else []
    return found | {at: NOTHING for start, end in odd for at in _beside(places, start, end)}


@dataclass(frozen=True, slots=True)
class _Place:
    """A figure of a line, or a run of anything else: as what it is seen, its place, and what stands there."""

    seen: str
    at: int | None
    text: str

    @property
    def is_mark(self) -> bool:
        """Say whether it is no more than a point, a comma or another mark between figures."""
        return self.at is None and len(self.text) == 1 and not self.text.isalpha()

    @property
    def is_latin(self) -> bool:
        return self.at is None and _has_latin(self.text)


def _places(chars: Sequence[Char | Symbol]) -> Sequence[_Place]:
    """Return the figures of a line and what stands between them, without blanks."""
    places: list[_Place] = []
    for i, char in enumerate(chars):
        if figure := _figure(char.text):
            places.append(_Place(figure, i, char.text))
        elif not char.text.isspace():
            before = places.pop().text if places and places[-1].at is None else ""
            places.append(_Place(_OTHER, None, before + char.text))
    return places


def _beside(places: Sequence[_Place], start: int, end: int) -> Iterator[int]:
    """Yield the places of the last figure before a part of a line, and of the first one behind it."""
    yield from [place.at for place in places[:start] if place.at is not None][-1:]
    yield from [place.at for place in places[end:] if place.at is not None][:1]


def _has_latin(text: str) -> bool:
    return any(char.isascii() and char.isalpha() and char not in CROSSES for char in text)


def _figure(text: str) -> str:
    """Return which figure a character is, "" where it is none."""
    return "X" if text in CROSSES else text if text in ALPHABET else ""


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
