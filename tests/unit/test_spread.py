"""Cards are read one by one on small pictures, and what was read comes back to the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pytest
from tables import apart, leaning, put, put_card, sheet, table

from intake import pipeline
from intake.domain.geometry import IDENTITY, Affine, Point, Quad, Rect
from intake.domain.page import PageImage
from intake.domain.text import Figure, Line, plain_line
from intake.pages.flatten import flat_card
from intake.pages.seals import SealRegion
from intake.pipeline import read_page
from intake.ports import Worth, every_line
from intake.spread import ReadCard, Spread, read_spread

CARD = leaning(400, 330, 700, degrees=6)
ON_ITS_HEAD, SIDEWAYS = leaning(400, 330, 700, degrees=186), leaning(400, 330, 700, degrees=96)


@dataclass
class Reader:
    """Sees a line at the top left of every card-sized picture, and whatever it is told on others."""

    turned: bool = False
    on_cards: str = "姓名张三"
    beside: str = ""
    seen: list[tuple[int, int]] = field(default_factory=list)
    unsealed: list[bool] = field(default_factory=list)
    name: str = "reader"
    version: str = "1"

    def read(self, page: PageImage, worth: Worth = every_line) -> tuple[Line, ...]:
        self.seen.append((page.width, page.height))
        self.unsealed.append(page.is_unsealed)
        is_card = abs(page.width / page.height - 85.6 / 54) < 0.03
        text = self.on_cards if is_card else self.beside
        box = Quad.of_rect(Rect(0.1 * page.width, 0.1 * page.height, 0.5 * page.width, 0.2 * page.height))
        around = Affine(-1, 0, page.width, 0, -1, page.height) if self.turned else IDENTITY
        return (plain_line(text, around.quad(box)),) if text else ()

    def read_boxes(self, page: PageImage, boxes: Sequence[Quad]) -> tuple[Line | None, ...]:
        return tuple(None for _ in boxes)

    def read_figures(self, page: PageImage, boxes: Sequence[Quad]) -> tuple[tuple[Figure, ...] | None, ...]:
        return tuple(None for _ in boxes)


def spread(engine: Reader, *cards: Quad, picture: np.ndarray | None = None):
    pixels = table() if picture is None else picture
    if picture is None:
        for card in cards:
            pixels = put_card(pixels, card)
    flats = [flat_card(pixels, card) for card in cards]
    return read_spread(engine, PageImage(1, pixels), flats, every_line)


def test_a_card_is_read_on_a_small_picture_of_its_own():
    engine = Reader()
    spread(engine, CARD)

    ((width, height),) = engine.seen
    assert (width / height, width) == (pytest.approx(85.6 / 54, abs=0.01), pytest.approx(740, abs=30))


def test_lines_of_a_card_and_their_characters_lie_on_the_page():
    (line,) = spread(Reader(), CARD).lines

    assert all(CARD.holds(corner) for corner in line.box.points)
    assert line.box.angle == pytest.approx(6, abs=1)
    assert all(line.box.bounds.grown(1).contains(char.box.bounds.centre) for char in line.chars)


def test_lines_of_a_card_on_its_head_read_as_they_do_on_the_page():
    found = spread(Reader(turned=True), CARD)

    assert abs(found.lines[0].box.angle) == pytest.approx(174, abs=1)
    assert found.outlines[0].top_left.x > found.outlines[0].top_right.x


@pytest.mark.parametrize("lies", [CARD, ON_ITS_HEAD, SIDEWAYS], ids=["upright", "on its head", "sideways"])
def test_the_outline_of_a_card_is_where_it_lies(lies: Quad):
    assert apart(spread(Reader(), lies).outlines[0], lies) < 30


def test_nothing_is_read_beside_cards_on_a_bare_table():
    engine = Reader(beside="木纹")
    found = spread(engine, CARD)

    assert (found.rest, len(engine.seen)) == ((), 1)


def test_print_beside_a_card_is_read_without_the_card():
    picture = put_card(np.full((1125, 1500, 3), 240, np.uint8), leaning(60, 60, 600))
    picture[1000:1060:8, 1000:1300] = 30
    found = spread(Reader(beside="仅供办理执行案款使用"), leaning(60, 60, 600), picture=picture)

    (line,) = found.rest
    assert line.text == "仅供办理执行案款使用"
    assert line.box.bounds.left > 700


def test_what_shows_no_text_is_no_card_and_the_page_is_read_as_a_whole():
    engine = Reader(on_cards="", beside="裁定书")
    found = spread(engine, CARD)

    assert (found.cards, [line.text for line in found.lines]) == ((), ["裁定书"])
    assert engine.seen[-1] == (1500, 1125)


def test_cards_come_from_top_to_bottom_on_the_turned_page():
    upper, lower = leaning(200, 60, 500), leaning(800, 640, 500)
    on_its_head = spread(Reader(), upper, lower).moved(Affine(-1, 0, 1500, 0, -1, 1125))

    first, second = on_its_head.outlines
    assert first.bounds.top < second.bounds.top
    assert [card.outline for card in on_its_head.cards] == [first, second]


def test_what_stands_above_a_card_is_read_before_it():
    above, below = (plain_line(text, Quad.of_rect(Rect(10, y, 90, y + 20))) for text, y in (("上", 10), ("下", 900)))
    on_card = plain_line("姓名张三", Quad.of_rect(Rect(500, 400, 600, 420)))

    found = Spread((ReadCard(CARD, (on_card,)),), (above, below))

    assert [line.text for line in found.lines] == ["上", "姓名张三", "下"]


def test_read_page_gives_the_cards_of_a_photograph():
    upright, reading = read_page(Reader(), PageImage(1, put_card(table(), CARD)))

    (outline,) = reading.text.cards
    assert reading.rotation == 0
    assert all(outline.holds(corner) for corner in reading.text.lines[0].box.points)
    assert (upright.width, upright.height) == (reading.text.width, reading.text.height)


def test_read_page_lays_a_photographed_sheet_flat():
    lies = leaning(200, 90, 760, degrees=3, ratio=297 / 210)
    upright, reading = read_page(Reader(beside="裁定书"), PageImage(1, put(table(1180, 1600), sheet(), lies)))

    assert upright.height / upright.width == pytest.approx(297 / 210, rel=0.06)
    assert reading.text.lines[0].box.angle == pytest.approx(0, abs=0.5)


def test_a_page_with_a_text_layer_is_not_searched_for_shapes():
    layered = plain_line("裁定书", Quad.of_rect(Rect(100, 100, 300, 130)))
    engine = Reader()
    _, reading = read_page(engine, PageImage(1, put_card(table(), CARD), layer=(layered,)))

    assert reading.text.cards == ()
    assert engine.seen == [(1500, 1125)]


@pytest.mark.parametrize("is_sealed", [True, False], ids=["a seal", "no seal"])
def test_the_engine_is_told_on_card_and_page_that_a_seal_was_lifted(is_sealed, monkeypatch):
    seal = SealRegion(Point(300, 300), 120, 120)
    monkeypatch.setattr(pipeline, "find_seals", lambda _: (seal,) if is_sealed else ())
    picture = put_card(table(), CARD)
    picture[1000:1040:8, 900:1300] = 30
    engine = Reader(beside="仅供办理执行案款使用")

    read_page(engine, PageImage(1, picture))

    assert len(engine.unsealed) >= 2
    assert set(engine.unsealed) == {is_sealed}
