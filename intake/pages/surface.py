"""Lays a page flat before it is read: a photographed sheet as a whole, and where the cards lie on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from intake.domain.geometry import IDENTITY, Move, Quad, Rect
from intake.domain.page import PageImage, Pixels
from intake.domain.text import Line
from intake.pages.cards import Found, cards_among
from intake.pages.corners import LONG, SHORT
from intake.pages.flatten import Flat, flat_card, flat_sheet
from intake.pages.outline import outline_among
from intake.pages.rest import rest_of
from intake.pages.shapes import shapes
from intake.pages.upright import moved

SCAN = 1300  # pixels of the longer side up to which a picture is looked at as a card anyway
ALIKE = 0.06  # by which the picture of a card misses the aspect of a card


@dataclass(frozen=True, slots=True)
class Surface:
    """A page laid flat, and the cards on it (quads in its pixels); how it came, and the map back to that."""

    page: PageImage
    cards: tuple[Quad, ...] = ()
    came: PageImage | None = None
    to_came: Move = IDENTITY
    is_card: bool = False
    """Whether the whole page is one card up to its edges."""

    @property
    def whole(self) -> Quad:
        return Quad.of_rect(Rect(0, 0, self.page.width, self.page.height))

    def flats(self, unsealed: Pixels, seals: Sequence[Quad]) -> tuple[Flat, ...]:
        """Return flat pictures of the cards: of the page as it came, or without seals where one touches the card."""
        return tuple(self._flat(card, unsealed, seals) for card in self.cards)

    def _flat(self, card: Quad, unsealed: Pixels, seals: Sequence[Quad]) -> Flat:
        if self.came is None or any(card.bounds.overlap(seal.bounds) for seal in seals):
            return flat_card(unsealed, card)
        return flat_card(self.came.pixels, card, self.to_came)

    def as_it_came(self, lines: Sequence[Line]) -> tuple[Line, ...]:
        """Return lines of the flat page as they lie on the page as it came."""
        return moved(lines, self.to_came)


def laid_flat(page: PageImage) -> Surface:
    """Lay a page flat where its geometry is sure; where it is not, the page stays as it is."""
    if _is_card_sized(page):
        return Surface(page, is_card=True)
    found = shapes(page.pixels)
    cards = tuple(card.quad for card in cards_among(found))
    outline = outline_among(found)
    if outline is None or not _holds(page, outline, cards):
        return Surface(page, cards)
    flat = flat_sheet(page.pixels, outline.quad)
    there = flat.to_page.inverse
    layer = moved(page.layer, there)
    laid = replace(page, pixels=flat.pixels, layer=layer)
    return Surface(laid, tuple(map(there.quad, cards)), page, flat.to_page)


def _is_card_sized(page: PageImage) -> bool:
    """Say whether a picture is a scan of one card up to its edges: nothing is to be found, it is read as it is."""
    longest, shortest = max(page.width, page.height), min(page.width, page.height)
    return longest <= SCAN and abs(longest / shortest - LONG / SHORT) < ALIKE


def _holds(page: PageImage, outline: Found, cards: Sequence[Quad]) -> bool:
    """Say whether all that may be text lies on the sheet: nothing is lost when the rest is left out."""
    box = outline.quad.bounds
    if not all(box.contains(card.bounds.centre) and card.bounds.area < box.area / 2 for card in cards):
        return False
    return rest_of(page.pixels, [outline.quad]) is None
