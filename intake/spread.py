"""Reads what lies spread out on a page: every card by itself, as a small flat picture, and what stands beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from intake.domain.geometry import Affine, Move, Quad, Rect
from intake.domain.page import PageImage
from intake.domain.text import Line
from intake.ocr.order import order
from intake.pages.flatten import Flat
from intake.pages.ink import has_ink
from intake.pages.paint import painted
from intake.pages.rest import rest_of
from intake.pages.upright import moved, turn_of
from intake.ports import OcrEngine, Worth


@dataclass(frozen=True, slots=True)
class ReadCard:
    """A card: its outline, the first corner at the top left as it reads, and its lines in reading order."""

    outline: Quad
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """What was read on a page, all in its pixels."""

    cards: tuple[ReadCard, ...] = ()
    rest: tuple[Line, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines: card by card, and what stands beside them in front of the first card that lies lower."""
        left, result = list(self.rest), list[Line]()
        for card in self.cards:
            above = [line for line in left if line.box.bounds.centre.y < card.outline.bounds.top]
            left = [line for line in left if line not in above]
            result += (*above, *card.lines)
        return (*result, *left)

    @property
    def outlines(self) -> tuple[Quad, ...]:
        return tuple(card.outline for card in self.cards)

    def each(self, look: Callable[[Sequence[Line]], tuple[Line, ...]]) -> Spread:
        """Return it with what a further look says of the lines of each card, and of what stands beside them."""
        return Spread(tuple(replace(card, lines=look(card.lines)) for card in self.cards), look(self.rest))

    def with_cards(self, look: Callable[[Quad, Sequence[Line]], tuple[Line, ...]]) -> Spread:
        """Return it with what a further look at each card says, of which the outline and the lines are given."""
        return replace(self, cards=tuple(replace(card, lines=look(card.outline, card.lines)) for card in self.cards))

    def moved(self, move: Move) -> Spread:
        """Return it on another page: cards from top to bottom, what stands beside them in its reading order there."""
        cards = [ReadCard(move.quad(card.outline), moved(card.lines, move)) for card in self.cards]
        cards.sort(key=lambda card: (card.outline.bounds.top, card.outline.bounds.left))
        rest = moved(self.rest, move)
        return Spread(tuple(cards), tuple(rest[i] for i in order([line.box for line in rest])))


def read_spread(engine: OcrEngine, page: PageImage, flats: Sequence[Flat], worth: Worth) -> Spread:
    """Read flat cards, and the rest of a page; what shows no text is no card and belongs to the rest."""
    read = (_read_card(engine, flat, worth, page) for flat in flats)
    cards = tuple(card for card in read if card.lines)
    if not cards:
        return Spread(rest=read_inked(engine, page, worth))
    return Spread(cards, _read_beside(engine, page, [card.outline for card in cards], worth))


def read_inked(engine: OcrEngine, page: PageImage, worth: Worth) -> tuple[Line, ...]:
    """Read a page unless it is empty."""
    return engine.read(page, worth) if has_ink(page.pixels) else ()


def _read_card(engine: OcrEngine, flat: Flat, worth: Worth, page: PageImage) -> ReadCard:
    card = PageImage(1, flat.pixels, is_unsealed=page.is_unsealed)
    lines = engine.read(card, worth)
    whole = Quad.of_rect(Rect(0, 0, card.width, card.height)).rolled(-(turn_of(lines).rotation // 90))
    return ReadCard(flat.to_page.quad(whole), moved(lines, flat.to_page))


def _read_beside(engine: OcrEngine, page: PageImage, cards: Sequence[Quad], worth: Worth) -> tuple[Line, ...]:
    """Read what stands beside the cards, if anything does."""
    part = rest_of(page.pixels, cards)
    if part is None:
        return ()
    cut = PageImage(page.number, painted(page.pixels, cards, part), is_unsealed=page.is_unsealed)
    return moved(read_inked(engine, cut, worth), Affine(1, 0, int(part.left), 0, 1, int(part.top)))
