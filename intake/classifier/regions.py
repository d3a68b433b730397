"""Finds several documents on one page: cards copied onto one sheet, or photographed side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter

from intake.classifier.classify import OTHER, Classify, Guess, by_cues
from intake.domain.doctype import DocType
from intake.domain.geometry import Quad, Rect, enclosing
from intake.domain.text import Line, PageText

SURE = 0.8  # a part must say as clearly as this what it is
CUTS = 8  # widest gaps tried in each direction
AXES: tuple[tuple[Callable[[Rect], float], Callable[[Rect], float]], ...] = (
    (attrgetter("top"), attrgetter("bottom")),
    (attrgetter("left"), attrgetter("right")),
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A page or a part of one, and what it is."""

    page: PageText
    guess: Guess


def pieces(page: PageText, types: Mapping[str, DocType], classify: Classify = by_cues) -> tuple[Piece, ...]:
    """Cut a page into the documents on it: mostly one. Every line is in exactly one of them."""
    whole = Piece(page, classify(page, types))
    if _flows(whole, types) and whole.guess.confidence >= SURE:
        return (whole,)
    best = max(
        (pair for pair in _pairs(page, types, classify) if _two(*pair, types)),
        key=lambda pair: min(p.guess.confidence for p in pair),
        default=None,
    )
    if best is None:
        return (whole,)
    return tuple(piece for side in best for piece in pieces(side.page, types, classify))


def area(page: PageText) -> Quad:
    """Return the part of the page that its lines cover."""
    return enclosing(line.box for line in page.lines)


def _flows(piece: Piece, types: Mapping[str, DocType]) -> bool:
    """Say whether it is of a type that runs over pages: such a page is never two documents."""
    return piece.guess.type is not None and bool(types[piece.guess.type].continues)


def _pairs(page: PageText, types: Mapping[str, DocType], classify: Classify) -> Iterator[tuple[Piece, Piece]]:
    for start, end in AXES:
        ordered = sorted(page.lines, key=lambda line: start(line.box.bounds))
        reach, gaps = float("-inf"), list[tuple[float, int]]()
        for i, line in enumerate(ordered):
            gaps.append((start(line.box.bounds) - reach, i))
            reach = max(reach, end(line.box.bounds))
        for gap, i in sorted(gaps[1:], reverse=True)[:CUTS]:
            if gap > 0:
                first, second = (_part(page, side) for side in (ordered[:i], ordered[i:]))
                yield Piece(first, classify(first, types)), Piece(second, classify(second, types))


def _part(page: PageText, lines: list[Line]) -> PageText:
    kept = tuple(line for line in page.lines if line in lines)
    around = enclosing(line.box for line in kept).bounds
    return replace(
        page, lines=kept, looks=None, seals=tuple(s for s in page.seals if around.contains(s.box.bounds.centre))
    )


def _two(a: Piece, b: Piece, types: Mapping[str, DocType]) -> bool:
    if min(a.guess.confidence, b.guess.confidence) < SURE or _flows(a, types) or _flows(b, types):
        return False
    if any(p.guess.type in {None, OTHER} for p in (a, b)):
        return False
    return a.guess.type != b.guess.type or _repeats(a, b)


def _repeats(a: Piece, b: Piece) -> bool:
    """Say whether the same cues stand on both: two cards of one type repeat their labels, halves of one do not."""
    one, two = ({cue.pattern: cue.weight for cue in p.guess.cues} for p in (a, b))
    shared = sum(weight for pattern, weight in one.items() if pattern in two)
    return shared >= min(sum(one.values()), sum(two.values())) / 2
