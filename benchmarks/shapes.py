"""Counts cards and sheets found by their shape, and what is wrongly taken for one: `python -m benchmarks.shapes`.

Pages are drawn with seeds that no sample uses; time is that of the processor, on one thread.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from benchmarks.pages import CARDS
from benchmarks.tables import GROUNDS, scene
from intake.doctypes.registry import registry
from intake.domain.geometry import Quad, Rect
from intake.domain.page import PageImage, Pixels
from intake.drawing.facts import facts_of
from intake.pages.outline import find_outline
from intake.pages.surface import laid_flat
from samples.degrade import Variant, degrade
from samples.sheet import sheet_of

SEED = 95_000
MANY = (1, 2, 4, 6)  # cards on a table
NEAR = 0.03  # of a card's width by which its corners may be off


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A picture of a kind, the cards on it, and whether it is a sheet on a table."""

    kind: str
    pixels: Pixels
    cards: tuple[Quad, ...] = ()
    is_sheet: bool = False


@dataclass(frozen=True, slots=True)
class Score:
    """What came of one picture: cards on it, found, wrongly found; sheets on it, found or wrongly found; time."""

    cards: int
    found: int
    false: int
    sheets: int
    outlines: int
    ms: float


def cases(rounds: int) -> Iterator[Case]:
    """Draw cards on tables, cards on sheets, and every type of paper in every variant."""
    for seed in range(SEED, SEED + rounds):
        drawn = {name: each.draw(facts_of(seed), seed).pages for name, each in registry().items() if each.draw}
        cards = [drawn[name][0] for name in sorted(CARDS)]
        for ground in GROUNDS:
            for many in MANY:
                on_table = scene([cards[(i + seed) % 3].pixels for i in range(many)], ground, seed * 10 + many)
                yield Case(f"on {ground}", on_table.pixels, on_table.cards)
        sheet, places = sheet_of(cards[: 2 + seed % 2], seed)
        for variant in (Variant.CLEAN, Variant.PHOTOCOPY, Variant.PHOTO):
            picture = degrade(sheet.pixels, variant, seed)
            quads = tuple(map(picture.quad, places))
            yield Case(f"sheet {variant}", picture.pixels, quads, is_sheet=variant is Variant.PHOTO)
        for name, pages in drawn.items():
            for variant in Variant:
                yield _paper(name, pages[0].pixels, variant, seed)


def _paper(name: str, pixels: Pixels, variant: Variant, seed: int) -> Case:
    picture = degrade(pixels, variant, seed)
    if name not in CARDS:
        return Case(f"paper {variant}", picture.pixels, is_sheet=variant is Variant.PHOTO)
    whole = picture.quad(Quad.of_rect(Rect(0, 0, pixels.shape[1], pixels.shape[0])))
    return Case(f"card {variant}", picture.pixels, (whole,) if variant is Variant.PHOTO else ())


def score(case: Case) -> Score:
    """Find what is on a picture and compare it with the truth."""
    started = time.process_time()
    surface = laid_flat(PageImage(1, case.pixels))
    surface.flats(surface.page.pixels, ())
    ms = (time.process_time() - started) * 1000
    found = [surface.to_came.quad(card) for card in surface.cards]
    right = sum(any(_apart(quad, card) <= NEAR * card.width for quad in found) for card in case.cards)
    false = sum(not any(quad.holds(card.bounds.centre) for card in case.cards) for quad in found)
    return Score(len(case.cards), right, false, int(case.is_sheet), int(find_outline(case.pixels) is not None), ms)


def _apart(a: Quad, b: Quad) -> float:
    """Return the largest distance between corners, whichever corner is named first."""
    return min(float(np.abs(np.array(a.rolled(k).points) - np.array(b.points)).max()) for k in range(4))


def row(kind: str, scores: Sequence[Score]) -> str:
    """Return one line of the table."""
    cards, found, false = sum(s.cards for s in scores), sum(s.found for s in scores), sum(s.false for s in scores)
    sheets, outlines = sum(s.sheets for s in scores), sum(s.outlines for s in scores)
    ms = np.percentile([s.ms for s in scores], (50, 95))
    return f"{kind:20}{len(scores):6}{found:7}/{cards:<5}{false:6}{outlines:7}/{sheets:<5}{ms[0]:7.0f}{ms[1]:6.0f}"


def main(rounds: int) -> None:
    """Print the table."""
    cv2.setNumThreads(1)
    scores: dict[str, list[Score]] = {}
    for case in cases(rounds):
        scores.setdefault(case.kind, []).append(score(case))
    print(f"{'':20}{'pages':>6}{'cards':>13}{'false':>6}{'sheets':>13}{'ms':>7}{'p95':>6}")
    for kind in sorted(scores):
        print(row(kind, scores[kind]))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 4)
