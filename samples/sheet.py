"""Puts cards together on one A4 sheet, as a copying machine does with both sides of an identity card."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from PIL import Image

from intake.domain.drawing import DrawnLine, DrawnPage
from intake.domain.geometry import Affine, Quad
from intake.drawing.canvas import A4, CARD, Canvas

_SCALE = 200 / 300  # cards are drawn at 300 dots per inch, sheets at 200


def sheet_of(cards: Sequence[DrawnPage], seed: int) -> tuple[DrawnPage, tuple[Quad, ...]]:
    """Return the sheet, and where each card lies on it."""
    rng = Random(f"sheet {seed}")
    sheet = Canvas.blank(A4)
    size = (round(CARD[0] * _SCALE), round(CARD[1] * _SCALE))
    gap = (A4[1] - 300) // len(cards)
    regions = []
    for i, card in enumerate(cards):
        left, top = (A4[0] - size[0]) // 2 + rng.randint(-120, 120), 170 + i * gap + rng.randint(0, 60)
        small = Image.fromarray(card.pixels).resize(size, Image.Resampling.LANCZOS)
        sheet.image.paste(small, (left, top))
        move = Affine(_SCALE, 0, left, 0, _SCALE, top)
        sheet.lines.extend(DrawnLine(line.text, move.quad(line.box)) for line in card.lines)
        regions.append(
            Quad.of(((left, top), (left + size[0], top), (left + size[0], top + size[1]), (left, top + size[1])))
        )
    sheet.mark(120, 2262)
    return sheet.page(), tuple(regions)
