"""The text of a card is laid flat and upright, and taken back to the page."""

from __future__ import annotations

import pytest
from builders import SIZE

from intake.domain.geometry import Quad, Rect
from intake.domain.homography import between
from intake.domain.laid import laid
from intake.domain.text import PageText, Seal, plain_line

FLAT = Quad.of_rect(Rect(0, 0, 400, 250))
LINE = plain_line("姓名张三", Quad.of_rect(Rect(40, 30, 200, 60)))
SEAL = Seal("法院", 0.9, Quad.of_rect(Rect(250, 100, 350, 200)))
ON_ITS_SIDE = Quad.of([(500, 100), (510, 500), (255, 495), (250, 100)])


def lying(card: Quad, *others: Quad) -> PageText:
    move = between(FLAT, card)
    seal = Seal(SEAL.text, SEAL.confidence, move.quad(SEAL.box))
    return PageText(3, *SIZE, (LINE.moved(move),), (seal,), cards=(card, *others))


def test_a_card_on_its_side_is_laid_upright():
    text = laid(lying(ON_ITS_SIDE)).text

    assert text.lines[0].box.angle == pytest.approx(0, abs=2)
    assert (text.number, text.width > text.height, text.cards) == (3, True, ())


def test_seals_and_characters_lie_where_they_lie_on_the_card():
    text = laid(lying(ON_ITS_SIDE)).text
    share = (text.width / 400, text.height / 250)

    assert text.seals[0].box.bounds.left / share[0] == pytest.approx(250, abs=0.5)
    assert text.lines[0].chars[1].box.bounds.left / share[0] == pytest.approx(80, abs=0.5)
    assert text.lines[0].box.bounds.bottom / share[1] == pytest.approx(60, abs=0.5)


def test_a_box_goes_back_to_the_page():
    page = lying(ON_ITS_SIDE)
    flat = laid(page)

    back = flat.to_page.quad(flat.text.lines[0].box)

    assert all(p == pytest.approx(q) for p, q in zip(back.points, page.lines[0].box.points, strict=True))


@pytest.mark.parametrize("cards", [(), (ON_ITS_SIDE, FLAT)], ids=["none", "several"])
def test_a_page_that_is_not_one_card_stays_as_it_is(cards):
    page = PageText(1, *SIZE, (LINE,), (), cards=cards)
    flat = laid(page)

    assert flat.text is page
    assert flat.to_page.quad(LINE.box) == LINE.box
