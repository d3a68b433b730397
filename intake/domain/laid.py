"""A card as it is read: its lines as seen straight from above, upright, and the map back to the page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from intake.domain.geometry import IDENTITY, Move, Quad, Rect
from intake.domain.homography import between
from intake.domain.text import PageText


@dataclass(frozen=True, slots=True)
class Laid:
    """The text of a page or card, and the map that takes its boxes back to the page."""

    text: PageText
    to_page: Move = IDENTITY


def laid(page: PageText) -> Laid:
    """Lay the text of a single card flat and upright; every other page is as upright as it can be."""
    if len(page.cards) != 1:
        return Laid(page)
    (card,) = page.cards
    width, height = round(card.width), round(card.height)
    flat = Quad.of_rect(Rect(0, 0, width, height))
    there, back = between(card, flat), between(flat, card)
    lines = tuple(line.moved(there) for line in page.lines)
    seals = tuple(replace(seal, box=there.quad(seal.box)) for seal in page.seals)
    return Laid(PageText(page.number, width, height, lines, seals), back)
