"""Finds the outline of a sheet that was photographed on a table."""

from __future__ import annotations

from collections.abc import Iterable

from intake.domain.geometry import Quad
from intake.domain.page import Pixels
from intake.pages.cards import Found, product
from intake.pages.shapes import Shape, shapes

SURE = 0.8  # confidence from which a page is flattened: see docs/decisions/0006-page-geometry.md
LEAST, MOST = 0.2, 0.93  # share of the picture: a smaller thing is not what was photographed, a larger fills it
SHARP = 0.7  # roundness that no corner of a sheet has
SUPPORT = (0.70, 0.90)  # of the weakest side: none, full
CONTRAST = 28.0  # levels of colour at the corners from which nothing is gained
STEP = 14.0  # the same across the sides


def find_outline(pixels: Pixels) -> Found | None:
    """Return the outline of the sheet in a photograph; None where it fills the picture, or none is clear."""
    return outline_among(shapes(pixels))


def outline_among(found: Iterable[Shape]) -> Found | None:
    """Return the largest of the shapes that are surely sheets."""
    sure = [(shape.area, confidence(shape), shape) for shape in found if confidence(shape) >= SURE]
    if not sure:
        return None
    _, rated, shape = max(sure, key=lambda s: s[:2])
    return Found(Quad.of(shape.corners.tolist()), rated)


def confidence(shape: Shape) -> float:
    """Say how sure a shape is the sheet that was photographed, 0..1: every trait that it lacks takes its share."""
    if not LEAST <= shape.area <= MOST:
        return 0.0
    return product(
        (
            1 - max(shape.roundness, 0.0) / SHARP,
            (shape.support - SUPPORT[0]) / (SUPPORT[1] - SUPPORT[0]),
            shape.contrast / CONTRAST,
            shape.step / STEP,
        )
    )
