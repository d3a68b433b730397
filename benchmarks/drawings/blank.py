"""Pages with nothing on them: white, grey and grainy, the back of a printed sheet, one with holes for filing."""

from __future__ import annotations

from random import Random

from PIL import Image, ImageFilter

from benchmarks.drawings.layout import drawn
from benchmarks.drawings.marks import speckled
from intake.domain.drawing import Drawing, Facts
from intake.drawing.canvas import A4, Canvas, Style
from intake.drawing.fonts import Face


def white(_facts: Facts, rng: Random) -> Drawing:
    level = rng.randint(246, 255)
    return Drawing((Canvas.blank(A4, (level, level, level)).page(),))


def grainy(_facts: Facts, rng: Random) -> Drawing:
    """Draw cheap yellowish paper, with a few fibres."""
    page = Canvas(speckled(A4, (238, 234, 222), rng, 2))
    for _ in range(rng.randint(5, 30)):
        x, y = rng.randint(0, A4[0]), rng.randint(0, A4[1])
        page.pen.line((x, y, x + rng.randint(-20, 20), y + rng.randint(-20, 20)), fill=(214, 206, 190), width=1)
    return Drawing((page.page(),))


def shines_through(facts: Facts, _rng: Random) -> Drawing:
    """Draw the back of a printed page: the text shows through, mirrored and too faint to read."""
    front = Canvas.blank(A4)
    for i in range(26):
        front.text(
            240,
            330 + i * 66,
            f"{facts.applicant.address}{facts.company.scope}"[:26],
            Style(Face.SONG, 42, (206, 206, 208)),
        )
    mirrored = front.image.transpose(Image.Transpose.FLIP_LEFT_RIGHT).filter(ImageFilter.GaussianBlur(5))
    return Drawing((Canvas(Image.blend(mirrored, Image.new("RGB", A4, (252, 252, 252)), 0.72)).page(),))


def with_holes(_facts: Facts, rng: Random) -> Drawing:
    """Draw an empty sheet that was filed: punched holes, the shadow of a staple, a fold."""
    page = Canvas.blank(A4, (250, 250, 248))
    for y in (900, 1140, 1380):
        page.pen.ellipse((60, y, 90, y + 30), fill=(70, 70, 72))
    page.pen.line((40, 70, 90, 110), fill=(150, 150, 154), width=4)
    fold = rng.randint(1000, 1300)
    page.pen.line((0, fold, A4[0], fold + rng.randint(-6, 6)), fill=(232, 232, 230), width=5)
    return Drawing((page.page(),))


LAYOUTS = (white, grainy, shines_through, with_holes)


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn(LAYOUTS, facts, seed)
