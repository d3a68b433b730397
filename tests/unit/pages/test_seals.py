"""Seals are found whatever their ink and the angle of view, nothing else red is, and the text under them survives."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

import cv2
import numpy as np
import pytest

from intake.domain.geometry import Point
from intake.domain.page import PageImage, Pixels
from intake.pages.seals import SealRegion, find_seals, in_red_light, without_seals
from intake.pages.upright import Turn, turned

WIDTH, HEIGHT = 1654, 2339  # A4 at 200 dots an inch
CENTRE, RADIUS = (1150, 1800), 165
INK = (205, 32, 36)


def paper(grey: int = 250) -> Pixels:
    return np.full((HEIGHT, WIDTH, 3), grey, np.uint8)


def stamp(
    page: Pixels, centre: tuple[int, int] = CENTRE, radius: int = RADIUS, ink: tuple[int, int, int] = INK
) -> Pixels:
    """Press a ring, a star and twelve blocks for characters on a page; the ink lets red light through."""
    shape = np.zeros(page.shape[:2], np.uint8)
    cv2.circle(shape, centre, radius - 4, 255, 8)
    star = [
        (centre[0] + r * math.sin(math.pi * i / 5), centre[1] - r * math.cos(math.pi * i / 5))
        for i, r in enumerate([0.3 * radius, 0.12 * radius] * 5)
    ]
    cv2.fillPoly(shape, [np.array(star).round().astype(np.int32)], 255)
    for i in range(12):
        angle = math.radians(150 + 240 * i / 11)
        at = (centre[0] + 0.78 * radius * math.cos(angle), centre[1] + 0.78 * radius * math.sin(angle))
        block = cv2.boxPoints((at, (radius * 0.16, radius * 0.2), math.degrees(angle) + 90))
        cv2.polylines(shape, [block.round().astype(np.int32)], isClosed=True, color=255, thickness=max(radius // 30, 2))
    ink_there = cv2.GaussianBlur(shape, (0, 0), 1.0)[..., None] / 255.0 * 0.85
    return (page * (1 - ink_there * (1 - np.array(ink) / 255.0))).astype(np.uint8)


def print_under(page: Pixels) -> Pixels:
    for row in range(6):
        at = (CENTRE[0] - 250, CENTRE[1] - 120 + row * 48)
        cv2.putText(page, "RULING OF THE COURT", at, cv2.FONT_HERSHEY_DUPLEX, 1.2, (25, 25, 25), 3)
    return page


def seen_from_the_side(page: Pixels) -> Pixels:
    corners = np.array([[0, 0], [WIDTH, 0], [WIDTH, HEIGHT], [0, HEIGHT]], np.float32)
    seen = np.array([[200, 60], [WIDTH - 40, 0], [WIDTH, HEIGHT], [60, HEIGHT - 250]], np.float32)
    return cv2.warpPerspective(
        page, cv2.getPerspectiveTransform(corners, seen), (WIDTH, HEIGHT), borderValue=(90, 90, 90)
    )


def noisy(page: Pixels) -> Pixels:
    return (page * 0.8 + np.random.default_rng(3).normal(0, 8, page.shape)).clip(0, 255).astype(np.uint8)


SEALED = {
    "on white": lambda: stamp(paper()),
    "on grey": lambda: stamp(paper(200)),
    "over text": lambda: stamp(print_under(paper())),
    "light ink": lambda: stamp(paper(), ink=(240, 120, 125)),
    "dark ink": lambda: stamp(paper(), ink=(140, 20, 30)),
    "pinkish ink": lambda: stamp(paper(), ink=(210, 40, 90)),
    "small": lambda: stamp(paper(), radius=100),
    "large": lambda: stamp(paper(), radius=236),
    "from the side": lambda: seen_from_the_side(stamp(print_under(paper()))),
    "in a dim noisy photograph": lambda: noisy(stamp(print_under(paper()))),
}


def heading() -> Pixels:
    page = paper()
    cv2.putText(page, "PEOPLES COURT FILE", (150, 300), cv2.FONT_HERSHEY_TRIPLEX, 4, INK, 10)
    cv2.rectangle(page, (150, 360), (1500, 368), INK, -1)
    return page


def filled(shape: Callable[[Pixels], object]) -> Pixels:
    page = paper()
    shape(page)
    return page


UNSEALED = {
    "nothing": paper,
    "text": lambda: print_under(paper()),
    "red heading": heading,
    "red card": lambda: filled(lambda page: cv2.rectangle(page, (200, 200), (1200, 850), INK, -1)),
    "red disc": lambda: filled(lambda page: cv2.circle(page, (700, 700), 160, INK, -1)),
    "red square logo": lambda: filled(lambda page: cv2.rectangle(page, (600, 600), (860, 860), INK, 20)),
    "red frame of the page": lambda: filled(lambda page: cv2.rectangle(page, (60, 60), (1590, 2280), INK, 12)),
    "red dot": lambda: filled(lambda page: cv2.circle(page, (700, 700), 30, INK, 5)),
    "blue seal": lambda: stamp(paper(), ink=(30, 40, 200)),
}


@pytest.mark.parametrize("make", SEALED.values(), ids=SEALED)
def test_a_seal_is_found_where_it_is(make: Callable[[], Pixels]):
    page = make()

    (seal,) = find_seals(page)

    box = seal.box.bounds
    assert math.dist(seal.centre, box.centre) < 1
    assert 180 < box.width < 500
    assert math.dist(seal.centre, CENTRE) < 130  # the view from the side moves it by a hundred


@pytest.mark.parametrize("make", UNSEALED.values(), ids=UNSEALED)
def test_what_is_no_seal_is_not_found(make: Callable[[], Pixels]):
    assert find_seals(make()) == ()


def test_red_noise_is_no_seal_and_costs_no_minutes():
    noise = np.random.default_rng(1).random((800, 600)) < 0.012  # a tenth of what a picture of noise has
    page = np.where(noise[..., None], np.uint8([200, 20, 20]), np.uint8(255))
    began = time.process_time()

    found = find_seals(page)

    assert found == ()
    assert time.process_time() - began < 1.0  # seconds of processor: without the bound 3, and 250 for a whole picture


def test_two_seals_are_two():
    page = stamp(stamp(paper()), (500, 900), 140)

    found = find_seals(page)

    assert [seal.across for seal in found] == pytest.approx([165, 140], abs=6)


def test_two_seals_that_reach_over_each_other_are_two():
    page = stamp(stamp(print_under(paper())), (CENTRE[0] - 190, CENTRE[1] + 120))

    found = find_seals(page)

    assert sorted(round(math.dist(seal.centre, CENTRE), -2) for seal in found) == [0, 200]


@pytest.mark.parametrize(
    "centre",
    [(WIDTH - 60, 900), (800, 70), (40, 40 + RADIUS)],
    ids=["right", "top", "left"],
)
def test_no_red_is_left_of_a_seal_that_the_edge_cuts_off(centre: tuple[int, int]):
    page = stamp(print_under(paper()), centre)

    clean = without_seals(page, find_seals(page)).astype(int)

    assert (clean[..., 0] - clean.min(axis=2)).max() < 40


def test_a_seal_that_is_nearly_as_high_as_a_card_is_found():
    card = np.full((638, 1012, 3), 245, np.uint8)

    (seal,) = find_seals(stamp(card, (560, 240), 236))

    assert math.dist(seal.centre, (560, 240)) < 8


def test_a_seal_is_measured_closely():
    (seal,) = find_seals(stamp(paper()))

    assert math.dist(seal.centre, CENTRE) < 4
    assert abs(seal.across - RADIUS) < 6
    assert abs(seal.down - RADIUS) < 6


def test_without_its_seal_the_page_is_what_was_printed():
    printed = print_under(paper())
    page = stamp(printed)
    seals = find_seals(page)

    clean = without_seals(page, seals)

    before, after = (np.abs(p.astype(int) - printed).mean(axis=2) for p in (page, clean))
    here = np.zeros(before.shape, bool)
    here[CENTRE[1] - RADIUS : CENTRE[1] + RADIUS, CENTRE[0] - RADIUS : CENTRE[0] + RADIUS] = True
    assert after[here].mean() < before[here].mean() / 3
    assert (clean[printed.max(axis=2) < 60].max(axis=1) < 110).mean() > 0.98


def test_nothing_changes_outside_a_seal_or_in_the_page_that_was_given():
    page = stamp(print_under(paper()))
    given = page.copy()
    far = np.ones(page.shape[:2], bool)
    far[CENTRE[1] - 220 : CENTRE[1] + 220, CENTRE[0] - 220 : CENTRE[0] + 220] = False

    clean = without_seals(page, find_seals(page))

    assert np.array_equal(page, given)
    assert np.array_equal(clean[far], given[far])


def test_red_ink_is_paper_in_red_light_and_print_under_it_stays():
    page = stamp(print_under(paper()))
    strip = (slice(CENTRE[1] - 40, CENTRE[1] + 40), slice(CENTRE[0] - 250, CENTRE[0] + 250))

    seen = in_red_light(page[strip])

    printed = print_under(paper())[strip].max(axis=2)
    assert np.percentile(seen[printed > 200], 2) > 230
    assert seen[printed < 40].max() < 90


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_seal_moves_with_its_page(rotation):
    region = SealRegion(Point(300, 200), 60, 40)
    page = PageImage(1, np.zeros((800, 600, 3), np.uint8))

    upright, affine = turned(page, Turn(rotation, 0.0))
    moved = region.moved(affine)

    corners = [affine.point(p) for p in region.box.points]
    assert moved.box.bounds.left == pytest.approx(min(p.x for p in corners))
    assert moved.box.bounds.bottom == pytest.approx(max(p.y for p in corners))
    assert (moved.across, moved.down) == pytest.approx((60, 40) if rotation in (0, 180) else (40, 60))
    assert moved.centre.x < upright.width
