"""Cards drawn for evaluation: plastic with fine print, a copy of a card on a sheet, a part pasted into a page."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from PIL import Image

from benchmarks.drawings.marks import handwriting, signed
from intake.domain.drawing import DrawnLine, Facts
from intake.domain.geometry import Affine
from intake.drawing.canvas import A4, CARD, Canvas, Colour, Run, Style
from intake.drawing.card import gradient, guilloche, round_corners
from intake.drawing.fonts import Face


def plastic(
    rng: Random, colours: tuple[Colour, Colour], waves: Sequence[Colour], size: tuple[int, int] = CARD
) -> Canvas:
    """Return an empty card: a soft gradient under waves."""
    card = Canvas.blank(size)
    gradient(card.image, *colours, angle=rng.uniform(0.1, 1.4))
    guilloche(card.image, rng, waves, spacing=rng.choice((7, 9, 15)))
    return card


def labelled(
    card: Canvas, at: tuple[float, float], pair: tuple[str, str], styles: tuple[Style, Style], gap: float
) -> None:
    """Set a label and, `gap` pixels after its start, its value, as one line."""
    x, baseline = at
    card.runs(baseline, (Run(pair[0], styles[0], x), Run(pair[1], styles[1], x + gap)))


def pasted(page: Canvas, part: Canvas, corner: tuple[int, int], scale: float, *, grey: bool = False) -> None:
    """Put a drawing into a page, smaller or larger, with the lines that stand on it."""
    size = round(part.image.width * scale), round(part.image.height * scale)
    picture = part.image.resize(size, Image.Resampling.LANCZOS)
    page.image.paste(picture.convert("L").convert("RGB") if grey else picture, corner)
    move = Affine(scale, 0, corner[0], 0, scale, corner[1])
    page.lines.extend(DrawnLine(line.text, move.quad(line.box)) for line in part.lines)


def copied(facts: Facts, rng: Random, *parts: Canvas) -> Canvas:
    """Copy one or both sides of a card on a sheet, as clerks ask for it, with a note for what it may be used."""
    page = Canvas.blank(A4)
    grey, scale = rng.random() < 0.7, rng.choice((0.66, 0.8, 1.0))
    top = rng.randint(180, 420)
    for part in parts:
        round_corners(part.image)
        left = round((A4[0] - part.image.width * scale) / 2) + rng.randint(-120, 120)
        pasted(page, part, (left, top), scale, grey=grey)
        top += round(part.image.height * scale) + rng.randint(80, 260)
    if rng.random() < 0.6:
        page.text(300, top + 120, f"此复印件仅供办理{facts.cause}一案领款使用，与原件一致。", handwriting(rng, 40))
        signed(page, (1150, top + 240), facts.applicant.name, rng)
    page.mark(120, A4[1] - 70, 24)
    return page


def small_mark(card: Canvas, rng: Random) -> None:
    """Say on a card that it is a drawing."""
    card.mark(card.image.width - rng.randint(110, 160), card.image.height - 26, 20)


def thin(size: int, colour: Colour = (30, 30, 34)) -> Style:
    return Style(Face.HEI, size, colour)
