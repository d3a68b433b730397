"""Cards are found by their shape, whatever they lie on and however many; other things are no cards."""

from __future__ import annotations

import time

import cv2
import numpy as np
import pytest
from tables import BLACK, CLOTH, PALE, WOOD, apart, card, leaning, put, put_card, sheet, table

from intake.domain.geometry import Quad, Rect
from intake.domain.page import PageImage
from intake.pages.cards import MOST, cards_among
from intake.pages.outline import find_outline
from intake.pages.shapes import shapes
from intake.pages.surface import laid_flat

NEAR = 6.0  # pixels of a picture of 1500


def cards_of(picture):
    return cards_among(shapes(picture))


@pytest.mark.parametrize("ground", [WOOD, CLOTH, PALE, BLACK], ids=["wood", "cloth", "pale", "black"])
@pytest.mark.parametrize("degrees", [0, 7, 90, 184, 263])
def test_a_card_is_found_on_any_ground_and_in_any_direction(ground, degrees: float):
    lies = leaning(400, 330, 700, degrees=degrees)
    picture = put_card(table(colour=ground), lies)

    (found,) = cards_of(picture)

    assert apart(found.quad, lies) < NEAR


def test_the_first_corner_is_the_top_left_by_position():
    picture = put_card(table(), leaning(400, 330, 700, degrees=184))

    (found,) = cards_of(picture)

    assert found.quad.top_left.x < found.quad.top_right.x
    assert found.quad.top_left.y < found.quad.bottom_left.y


def test_several_cards_are_found_apart_from_top_to_bottom():
    places = [leaning(120, 80, 560, degrees=4), leaning(820, 120, 560, degrees=-6), leaning(450, 640, 560, degrees=92)]
    picture = table()
    for place in places:
        picture = put_card(picture, place)

    found = [card.quad for card in cards_of(picture)]

    assert len(found) == 3
    assert all(min(apart(quad, place) for quad in found) < NEAR for place in places)
    assert [quad.bounds.top for quad in found] == sorted(quad.bounds.top for quad in found)


@pytest.mark.parametrize("tilt", [0.0, 1.5, 4.0])
def test_cards_on_a_scanned_sheet_are_found(tilt: float):
    paper = np.full((2339, 1654, 3), 250, np.uint8)
    front, back = leaning(420, 240, 676, degrees=tilt), leaning(500, 1200, 676, degrees=tilt)
    picture = put_card(put_card(paper, front), back, (226, 228, 220))

    found = [card.quad for card in cards_of(picture)]

    assert [apart(quad, place) < NEAR for quad, place in zip(found, (front, back), strict=True)] == [True, True]


def test_a_sheet_with_sharp_corners_is_no_card():
    picture = put(table(), sheet(), leaning(200, 80, 900, ratio=0.66))

    assert cards_of(picture) == ()


def test_a_frame_around_print_is_no_card():
    picture = np.full((1654, 2339, 3), 248, np.uint8)
    cv2.rectangle(picture, (400, 300), (1400, 930), (40, 40, 40), 3)

    assert cards_of(picture) == ()


def test_a_table_of_cells_has_no_cards():
    picture = np.full((2339, 1654, 3), 250, np.uint8)
    for x in range(127, 1400, 317):
        cv2.line(picture, (x, 200), (x, 2000), (30, 30, 30), 2)
    for y in range(200, 2001, 200):
        cv2.line(picture, (127, y), (1395, y), (30, 30, 30), 2)

    assert cards_of(picture) == ()


def test_a_printed_photograph_is_no_card():
    picture = np.full((2339, 1654, 3), 250, np.uint8)
    picture[400:950, 300:1170] = table(870, 550, CLOTH)

    assert cards_of(picture) == ()


def test_the_chip_of_a_card_is_no_card():
    picture = card((150, 40, 50))
    cv2.rectangle(picture, (90, 220), (230, 330), (210, 180, 90), -1)

    assert cards_of(picture) == ()


def _noise() -> np.ndarray:
    return np.random.default_rng(1).integers(0, 256, (1400, 1000, 3), np.uint8)


def _at_45_degrees() -> np.ndarray:
    move = cv2.getRotationMatrix2D((584, 584), 45, 0.7)
    square = np.full((1169, 1169, 3), 244, np.uint8)
    square[:, 171:998] = sheet()
    return cv2.warpAffine(square, move, (1169, 1169), borderValue=(244, 244, 244))


BAD = {
    "white": np.full((1400, 1000, 3), 255, np.uint8),
    "black": np.zeros((1400, 1000, 3), np.uint8),
    "one pixel": np.full((1, 1, 3), 90, np.uint8),
    "a line of pixels": np.full((1, 30_000, 3), 90, np.uint8),
    "a column of pixels": np.full((30_000, 1, 3), 90, np.uint8),
    "a long strip": np.tile(np.arange(256, dtype=np.uint8)[:, None, None], (117, 60, 3)),
    "noise": _noise(),
    "mirrored": np.ascontiguousarray(sheet()[:, ::-1]),
    "white on black": 255 - sheet(),
    "at 45 degrees": _at_45_degrees(),
    "text": sheet(),
}


@pytest.mark.parametrize("picture", BAD.values(), ids=BAD)
def test_pages_without_cards_stay_as_they_are(picture: np.ndarray):
    surface = laid_flat(PageImage(1, picture))

    assert surface.cards == ()
    assert surface.page.pixels is picture


def test_a_sheet_at_45_degrees_on_a_table_is_laid_straight():
    picture = put(table(1500, 1500), sheet(), leaning(420, 280, 660, degrees=40, ratio=297 / 210))

    page = laid_flat(PageImage(1, picture)).page

    assert page.height / page.width == pytest.approx(297 / 210, rel=0.05)


def test_of_fifty_cards_none_is_read_apart_and_it_takes_no_longer():
    picture = table(2000, 1500)
    for i in range(50):
        picture = put_card(picture, leaning(20 + i % 10 * 196, 60 + i // 10 * 290, 170, degrees=i * 3))
    started = time.process_time()

    found = cards_of(picture)

    assert len(found) <= MOST
    assert found == ()
    assert time.process_time() - started < 2


def test_more_cards_than_can_be_read_apart_are_read_with_the_page():
    picture = table(2000, 1500)
    for i in range(12):
        picture = put_card(picture, leaning(40 + i % 4 * 490, 100 + i // 4 * 480, 440))

    assert cards_of(picture) == ()


def test_a_photographed_sheet_has_an_outline():
    lies = leaning(200, 90, 760, degrees=3, ratio=297 / 210)
    picture = put(table(1180, 1600), sheet(), lies)

    found = find_outline(picture)

    assert found is not None
    assert apart(found.quad, lies) < NEAR


@pytest.mark.parametrize(
    "picture",
    [sheet(), put(table(1180, 1600), sheet(), Quad.of_rect(Rect(-5, -5, 1185, 1605))), table()],
    ids=["scan", "fills the photograph", "nothing there"],
)
def test_where_no_sheet_lies_on_a_table_there_is_no_outline(picture: np.ndarray):
    assert find_outline(picture) is None


def test_a_card_is_no_sheet():
    assert find_outline(put_card(table(), leaning(300, 230, 900))) is None
