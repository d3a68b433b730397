"""Pages are laid flat only where nothing is lost, and what is found on them can be taken back."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tables import apart, card, leaning, put, put_card, sheet, table

from intake.domain.geometry import Quad, Rect
from intake.domain.page import PageImage
from intake.domain.text import plain_line
from intake.pages.flatten import flat_card, flat_sheet
from intake.pages.paint import painted
from intake.pages.rest import rest_of
from intake.pages.surface import laid_flat

LIES = leaning(200, 90, 760, degrees=3, ratio=297 / 210)
PHOTO = put(table(1180, 1600), sheet(), LIES)


def test_a_photographed_sheet_is_the_page():
    surface = laid_flat(PageImage(1, PHOTO))

    assert (surface.page.width, surface.page.height) == pytest.approx((760 * 1.04, 760 * 297 / 210), abs=8)
    assert surface.page.pixels[:40].mean() > 200


def test_lines_go_back_to_the_photograph():
    surface = laid_flat(PageImage(1, PHOTO))
    whole = Quad.of_rect(Rect(0, 0, surface.page.width, surface.page.height))

    (line,) = surface.as_it_came([plain_line("裁定书", whole)])

    assert apart(line.box, LIES) < 6


def test_a_sheet_with_print_beside_it_is_not_laid_flat():
    beside = Quad.of_rect(Rect(985, 300, 1165, 1100))
    small = np.ascontiguousarray(sheet()[100:900, 60:240])
    picture = put(PHOTO, small, beside)

    assert laid_flat(PageImage(1, picture)).page.pixels is picture


def test_a_card_beside_the_sheet_keeps_the_page_as_it_is():
    picture = put_card(put(table(2400, 1600), sheet(), LIES), leaning(1400, 400, 700))
    surface = laid_flat(PageImage(1, picture))

    assert surface.page.pixels is picture
    assert len(surface.cards) == 1


def test_cards_on_a_photographed_sheet_are_found_on_the_flat_page():
    paper = put_card(np.full((2339, 1654, 3), 246, np.uint8), leaning(420, 240, 676), (150, 190, 205))
    surface = laid_flat(PageImage(1, put(table(1180, 1600), paper, leaning(120, 60, 940, ratio=297 / 210))))

    (flat,) = surface.flats(surface.page.pixels, ())

    assert surface.came is not None
    assert surface.cards[0].width == pytest.approx(676 / 1654 * surface.page.width, rel=0.03)
    assert flat.pixels.shape[1] / flat.pixels.shape[0] == pytest.approx(85.6 / 54, abs=0.02)


def test_a_card_under_a_seal_is_taken_from_the_picture_without_it():
    paper = put_card(np.full((2339, 1654, 3), 246, np.uint8), leaning(420, 240, 676), (150, 190, 205))
    surface = laid_flat(PageImage(1, put(table(1180, 1600), paper, leaning(120, 60, 940, ratio=297 / 210))))
    unsealed = np.full_like(surface.page.pixels, 7)

    (flat,) = surface.flats(unsealed, surface.cards)

    assert (flat.pixels == 7).all()


def test_a_scan_of_one_card_is_not_searched():
    surface = laid_flat(PageImage(1, put_card(table(1012, 638), leaning(250, 150, 500))))

    assert surface.cards == ()


@pytest.mark.parametrize("degrees", [0, 90])
def test_a_card_is_flattened_lying(degrees: float):
    lies = leaning(400, 330, 700, degrees=degrees)
    flat = flat_card(put_card(table(), lies), lies)

    assert flat.pixels.shape[1] / flat.pixels.shape[0] == pytest.approx(85.6 / 54, abs=0.01)
    assert abs(int(flat.pixels[flat.pixels.shape[0] // 2, 20, 0]) - 214) < 8


def test_a_large_card_becomes_no_larger_than_300_dots_per_inch():
    lies = leaning(300, 300, 2400)

    assert flat_card(put_card(table(3000, 2200), lies), lies).pixels.shape[1] == 1012


def test_a_card_at_the_edge_of_its_picture_is_flattened():
    whole = Quad.of_rect(Rect(0, 0, 1012, 638))
    flat = flat_card(card(), whole)

    assert flat.pixels.shape[1] == 1012


@settings(deadline=None, max_examples=25)
@given(st.floats(-12, 12), st.floats(300, 900), st.floats(0, 1), st.floats(0, 1))
def test_a_point_of_a_flat_picture_goes_to_the_page(degrees: float, width: float, x: float, y: float):
    lies = leaning(250, 200, width, degrees=degrees)
    flat = flat_sheet(np.zeros((1125, 1500, 3), np.uint8), lies)
    height, across = flat.pixels.shape[:2]
    dot = Quad.of_rect(Rect(x * across, y * height, x * across, y * height))

    assert lies.rolled(0).bounds.grown(1e-6).contains(flat.to_page.quad(dot).top_left)
    assert apart(flat.to_page.inverse.quad(flat.to_page.quad(dot)), dot) < 1e-6


def test_an_empty_table_has_no_rest():
    lies = leaning(400, 330, 700)

    assert rest_of(put_card(table(), lies), [lies]) is None


def test_print_beside_a_card_is_the_rest():
    lies = leaning(300, 330, 600)
    picture = put_card(np.full((1125, 1500, 3), 240, np.uint8), lies)
    picture[900:940:8, 1000:1300] = 30

    rest = rest_of(picture, [lies])

    assert rest is not None
    assert rest.contains(Rect(1000, 900, 1300, 940).centre)
    assert rest.area < 1500 * 1125 / 3


def test_a_picture_that_is_hidden_has_no_rest():
    assert rest_of(sheet(), [Quad.of_rect(Rect(0, 0, 827, 1169))]) is None


def whole(picture):
    return Rect(0, 0, picture.shape[1] - 1, picture.shape[0] - 1)


@pytest.mark.parametrize(
    "part",
    [
        pytest.param(Rect(100, 50, 1400, 1000), id="with the card"),
        pytest.param(Rect(700, 300, 1400, 1000), id="through the card"),
        pytest.param(Rect(1200, 900, 1400, 1000), id="beside the card"),
    ],
)
def test_a_part_is_painted_as_it_is_in_the_whole(part):
    lies = leaning(600, 330, 500)
    picture = put_card(table(), lies)

    alone = painted(picture, [lies], part)

    rows, columns = np.s_[int(part.top) : int(part.bottom) + 1], np.s_[int(part.left) : int(part.right) + 1]
    assert np.abs(alone.astype(int) - painted(picture, [lies], whole(picture))[rows, columns]).max() <= 1
    assert not np.shares_memory(alone, picture)


def test_what_is_painted_over_looks_like_its_surroundings():
    lies = leaning(400, 330, 700, degrees=8)
    ground = table()
    clean = painted(put_card(ground, lies), [lies], whole(ground))

    assert np.abs(clean.astype(int) - ground).max(axis=2).mean() < 8
    assert np.abs(clean.astype(int) - ground).max() < 60


def test_painting_leaves_the_rest_and_the_picture_alone():
    picture = put_card(table(), leaning(800, 330, 600))
    before = picture.copy()

    clean = painted(picture, [leaning(800, 330, 600)], whole(picture))

    assert (clean[:, :600] == picture[:, :600]).all()
    assert (picture == before).all()


def test_a_quad_outside_the_picture_is_not_painted():
    picture = table()

    assert (painted(picture, [leaning(5000, 5000, 700)], whole(picture)) == picture).all()
