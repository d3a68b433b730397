"""Numbers drawn in bad light: what the reader makes of each, for the thresholds of constrained decoding.

Sheets of numbers are worn until the reader errs in a few of a hundred. Nothing is planted: the errors are its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from random import Random

import cv2
import numpy as np

from benchmarks.drawings.damage import Damage, damaged
from intake.domain.drawing import Facts
from intake.domain.geometry import Point, Quad
from intake.domain.page import PageImage
from intake.domain.text import Line
from intake.drawing.canvas import Canvas, Style
from intake.drawing.facts import facts_of
from intake.drawing.fonts import Face
from intake.ports import OcrEngine

PEOPLE = 8  # cases whose numbers stand on one sheet
LEADING = 62
SIZE = (1000, 100 + 5 * PEOPLE * LEADING)
HEIGHTS = (7, 13)  # pixels that the lines of a worn sheet are brought to: small print in a photograph from afar
PAD = 0.15  # heights of a line by which its box is larger than the ink, as a detector finds it

KINDS: Mapping[str, Callable[[Facts], str]] = {
    "id_number": lambda facts: facts.applicant.id_number,
    "card_number": lambda facts: facts.account.number,
    "uscc": lambda facts: facts.company.uscc,
    "cnaps_code": lambda facts: facts.account.cnaps_code,
    "case_number": lambda facts: facts.case_number,
}


@dataclass(frozen=True, slots=True)
class Written:
    """A number on a sheet: its kind, what it is, and the line that was read."""

    kind: str
    truth: str
    line: Line | None


def sheets(engine: OcrEngine, seeds: Sequence[int]) -> Iterator[Written]:
    """Draw a sheet for each seed, and read the numbers on it."""
    return chain.from_iterable(_sheet(engine, seed) for seed in seeds)


def _sheet(engine: OcrEngine, seed: int) -> Iterator[Written]:
    rng = Random(f"misreads {seed}")
    page, style = Canvas.blank(SIZE), Style(rng.choice(tuple(Face)), rng.randint(26, 32))
    facts = [facts_of(700_000 + seed * PEOPLE + i) for i in range(PEOPLE)]
    numbers = [(kind, of(each)) for each in facts for kind, of in KINDS.items()]
    for i, (_, text) in enumerate(numbers):
        page.text(90, 80 + i * LEADING, text, style)
    kind = rng.choice((Damage.COPY, Damage.COPY, Damage.PHONE, Damage.FAX, Damage.SCREEN))
    worn = damaged(np.asarray(page.image, np.uint8), kind, seed)
    scale = rng.uniform(*HEIGHTS) / float(np.median([worn.quad(line.box).height for line in page.lines]))
    small = cv2.resize(worn.pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    _, packed = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, rng.randint(25, 75)])
    pixels = cv2.imdecode(packed, cv2.IMREAD_COLOR)
    quads = [_scaled(worn.quad(line.box), scale) for line in page.lines]
    lines = engine.read_boxes(PageImage(1, np.asarray(pixels, np.uint8)), quads)
    return (Written(k, text, line) for (k, text), line in zip(numbers, lines, strict=True))


def _scaled(quad: Quad, scale: float) -> Quad:
    """Return a box on the shrunk sheet, a little larger than its ink."""
    middle = quad.bounds.centre
    pad = PAD * quad.height
    return Quad.of(
        [
            Point(scale * (p.x + (pad if p.x > middle.x else -pad)), scale * (p.y + (pad if p.y > middle.y else -pad)))
            for p in quad.points
        ]
    )
