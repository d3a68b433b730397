"""Lays a page flat before it is read: a photographed sheet as a whole, and where the cards lie on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from intake.domain.geometry import Quad
from intake.domain.homography import Homography
from intake.domain.page import PageImage
from intake.domain.text import Line
from intake.pages.cards import Found, cards_among
from intake.pages.corners import LONG, SHORT
from intake.pages.flatten import flat_sheet
from intake.pages.outline import outline_among
from intake.pages.rest import rest_of
from intake.pages.shapes import shapes
from intake.pages.upright import moved

SCAN = 1300  # pixels of the longer side up to which a picture is looked at as a card anyway
ALIKE = 0.06  # by which the picture of a card misses the aspect of a card


@dataclass(frozen=True, slots=True)
class Surface:
    """A page laid flat, the cards on it (quads in its pixels), and the map back to the page as it came (None: same)."""

    page: PageImage
    cards: tuple[Quad, ...] = ()
    came_from: Homography | None = None

    def as_it_came(self, lines: Sequence[Line]) -> tuple[Line, ...]:
        """Return lines of the flat page as they lie on the page as it came."""
        return moved(lines, self.came_from) if self.came_from else tuple(lines)


def laid_flat(page: PageImage) -> Surface:
    """Lay a page flat where its geometry is sure; where it is not, the page stays as it is."""
    if _is_card_sized(page):
        return Surface(page)
    found = shapes(page.pixels)
    cards = tuple(card.quad for card in cards_among(found))
    outline = outline_among(found)
    if outline is None or not _holds(page, outline, cards):
        return Surface(page, cards)
    flat = flat_sheet(page.pixels, outline.quad)
    there = flat.to_page.inverse
    layer = moved(page.layer, there)
    return Surface(replace(page, pixels=flat.pixels, layer=layer), tuple(map(there.quad, cards)), flat.to_page)


def _is_card_sized(page: PageImage) -> bool:
    """Say whether a picture is a scan of one card, up to its edges: there is nothing to find, and it is read as such."""
    longest, shortest = max(page.width, page.height), min(page.width, page.height)
    return longest <= SCAN and abs(longest / shortest - LONG / SHORT) < ALIKE


def _holds(page: PageImage, outline: Found, cards: Sequence[Quad]) -> bool:
    """Say whether all that may be text lies on the sheet: nothing is lost when the rest is left out."""
    box = outline.quad.bounds
    if not all(box.contains(card.bounds.centre) and card.bounds.area < box.area / 2 for card in cards):
        return False
    return rest_of(page.pixels, [outline.quad]) is None
