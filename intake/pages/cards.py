"""Finds cards of the size of an identity or bank card (ID-1) in a picture: on a table, several, or on a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from intake.domain.geometry import Quad
from intake.pages.shapes import Shape, aspect_of

SURE = 0.5  # confidence from which a card is read as one: see docs/decisions/0006-page-geometry.md
MOST = 9  # cards on one page: of more, each is too small to be read apart, and the page is read as a whole
ASPECTS = (1.30, 1.44, 1.74, 1.92)  # impossible, as good as 85.6 : 54 seen from aside, as good as, impossible
ROUND = 0.8  # by which the roundness of corners may miss that of a card
SUPPORT = (0.70, 0.95)  # of the weakest side: none, full
CONTRAST = 14.0  # levels of colour at the corners from which nothing is gained
STEP = 5.0  # the same across the sides
FULL = 0.93  # of the picture: what covers more is the picture
SHARED = 0.2  # of the smaller of two cards that may lie under the other


@dataclass(frozen=True, slots=True)
class Found:
    """A card or a sheet: its corners in pixels of the page, the first at the top left by position; how sure, 0..1."""

    quad: Quad
    confidence: float


def cards_among(found: Iterable[Shape]) -> tuple[Found, ...]:
    """Return the cards among the shapes of a picture that are sure enough to be read apart, from top to bottom.

    None where there are more than anybody could read.
    """
    rated = sorted(((confidence(shape), shape) for shape in found), key=lambda r: -r[0] * r[1].area ** 0.25)
    kept: list[Found] = []
    for sure, shape in rated:
        quad = Quad.of(shape.corners.tolist())
        if sure >= SURE and not any(_overlap(quad, other.quad) for other in kept):
            kept.append(Found(quad, sure))
    if len(kept) > MOST:
        return ()
    return tuple(sorted(kept, key=lambda f: (f.quad.bounds.top, f.quad.bounds.left)))


def confidence(shape: Shape) -> float:
    """Say how sure a shape is a card, 0..1: every trait that it lacks takes its share."""
    if shape.area > FULL:
        return 0.0
    low, good, still, high = ASPECTS
    aspect = aspect_of(shape.corners)
    traits = (
        min((aspect - low) / (good - low), (high - aspect) / (high - still)),
        1 - (abs(shape.roundness - 1) / ROUND) ** 2,
        (shape.support - SUPPORT[0]) / (SUPPORT[1] - SUPPORT[0]),
        shape.contrast / CONTRAST,
        shape.step / STEP,
    )
    return product(traits)


def product(traits: Sequence[float]) -> float:
    """Return the product of traits, each held between 0 and 1."""
    result = 1.0
    for trait in traits:
        result *= min(max(trait, 0.0), 1.0)
    return result


def _overlap(a: Quad, b: Quad) -> bool:
    one, two = a.bounds, b.bounds
    return one.overlap(two) > SHARED * min(one.area, two.area)
