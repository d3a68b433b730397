"""The text around a seal becomes a straight strip, whole, wherever on the ring it begins."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np
import pytest
from builders import line

from intake.domain.geometry import Point, Quad
from intake.domain.page import PageImage, Pixels
from intake.domain.text import Figure, Line
from intake.ocr.cascade import CONTESTED
from intake.pages.legend import HEIGHT, MARGIN, unrolled, views
from intake.pages.seals import SealRegion
from intake.pipeline import read_page

SIZE, RADIUS = 800, 165
SEAL = SealRegion(Point(400, 400), RADIUS, RADIUS)
INK, BLACK = (205, 32, 36), (40, 40, 40)
TEXT = tuple(150 + 240 * i / 11 for i in range(12))  # degrees clockwise from the right: around the star, open below


def _pressed(degrees: Iterable[float], ink: tuple[int, int, int] = INK, share: float = 0.78) -> Pixels:
    """Press a dot for each character of a seal, each larger than the one before it."""
    page = np.full((SIZE, SIZE, 3), 250, np.uint8)
    for i, angle in enumerate(map(math.radians, degrees)):
        at = (400 + share * RADIUS * math.cos(angle), 400 + share * RADIUS * math.sin(angle))
        cv2.circle(page, (round(at[0]), round(at[1])), 6 + i, ink, -1)
    return page


def _widths(strip: Pixels) -> list[int]:
    """Return how wide what stands on a strip is, from left to right."""
    dark = (strip[..., 0] < 128).any(axis=0)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], dark.astype(int), [0]])))
    return [int(width) for width in np.diff(edges)[::2]]


@pytest.mark.parametrize("turn", [0, 45, 100, 180, 290], ids=lambda turn: f"pressed at {turn} degrees")
@pytest.mark.parametrize("ink", [INK, BLACK], ids=["red", "a copy"])
def test_a_legend_is_unrolled_whole_in_the_order_it_reads(turn: int, ink: tuple[int, int, int]):
    strip = unrolled(_pressed([degrees + turn for degrees in TEXT], ink), SEAL)

    widths = _widths(strip)
    assert strip.shape[0] == HEIGHT + 2 * MARGIN
    assert len(widths) == len(TEXT)
    assert widths == sorted(widths)


def test_outward_is_up():
    strip = unrolled(_pressed([270], share=0.9), SEAL)

    rows = np.flatnonzero((strip[..., 0] < 128).any(axis=1))
    assert rows.mean() < strip.shape[0] / 2


def test_paper_stays_at_both_ends_of_the_text():
    strip = unrolled(_pressed(TEXT), SEAL)

    assert (strip[:, :12] > 128).all()
    assert (strip[:, -12:] > 128).all()


@pytest.mark.parametrize("degrees", [[], range(0, 360, 8)], ids=["nothing", "all around"])
def test_a_ring_without_a_gap_is_cut_below(degrees: Iterable[float]):
    assert unrolled(_pressed(degrees), SEAL).shape[1] > 2 * HEIGHT


@dataclass(frozen=True)
class Reader:
    """Reads of the two views of a legend what it is told to."""

    answers: tuple[Line | None, Line | None]
    name: str = "fake"
    version: str = "1"
    alphabet: Sequence[str] = ()
    shown: list[Quad] = field(default_factory=list)

    def read(self, _page: PageImage, _worth: object = None) -> tuple[Line, ...]:
        return ()

    def read_boxes(self, page: PageImage, boxes: Sequence[Quad]) -> tuple[Line | None, ...]:
        self.shown.extend(boxes)
        return tuple(self.answers[views(page.pixels).index(box)] for box in boxes)

    def read_figures(self, page: PageImage, boxes: Sequence[Quad]) -> tuple[tuple[Figure, ...] | None, ...]:
        return tuple(None for _ in boxes)


COURT = line("杭州市西湖区人民法院", confidence=0.95)


FAINT = line("杭州市西湖区人民法院", confidence=0.6)


@pytest.mark.parametrize(
    ("first", "other", "text", "sure"),
    [
        (COURT, line("杭州市西湖区人民法院", confidence=0.9), COURT.text, 0.9),
        (COURT, line("州市西湖区人民法院"), COURT.text, CONTESTED),
        (COURT, None, COURT.text, CONTESTED),
        (FAINT, COURT, COURT.text, 0.6),
        (None, COURT, "", 0.0),
    ],
    ids=["read alike", "read otherwise", "not read again", "hardly read", "not read"],
)
def test_a_legend_is_believed_as_far_as_two_views_of_it_agree(
    first: Line | None, other: Line | None, text: str, sure: float
):
    page = _pressed(TEXT)
    cv2.circle(page, (400, 400), RADIUS - 4, INK, 8)

    reader = Reader((first, other))

    _, reading = read_page(reader, PageImage(1, page))

    assert [(seal.text, seal.confidence) for seal in reading.text.seals] == [(text, pytest.approx(sure))]
    assert len(reader.shown) == (2 if first is COURT else 1)  # what nobody believes needs no second view
