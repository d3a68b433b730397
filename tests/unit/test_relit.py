"""Cards whose number a seal hides are looked at in red light, and only their numbers are taken from there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pytest
from builders import line

from intake.domain.geometry import Affine, Quad, Rect
from intake.domain.page import PageImage
from intake.domain.text import Figure, Line
from intake.ocr.cascade import CONTESTED
from intake.pages.seals import SealRegion
from intake.pipeline import read_page
from intake.relit import in_red, joined

ID, CARD = "640104199311107317", "6228 6686 6378 4798 158"
OUTLINE = Quad.of_rect(Rect(0, 0, 1011, 638))  # of a card: one pixel of the page to one of the view
PAGE = PageImage(1, np.full((638, 1011, 3), 255, np.uint8))
SEAL = SealRegion(line(ID, 100, 300).box.bounds.centre, 150, 150)
NAME = line("姓名康超", 100, 100)


@dataclass
class Reader:
    """Sees some lines in red light and others otherwise."""

    red: tuple[Line, ...]
    first: tuple[Line, ...] = ()
    name: str = "fake"
    version: str = "1"
    alphabet: Sequence[str] = ()
    shown: list[PageImage] = field(default_factory=list)

    def read(self, page: PageImage, worth: object = None) -> tuple[Line, ...]:
        self.shown.append(page)
        return self.first if len(self.shown) == 1 and self.first else self.red

    def read_boxes(self, page: PageImage, boxes: Sequence[Quad]) -> tuple[Line | None, ...]:
        return tuple(None for _ in boxes)

    def read_figures(self, page: PageImage, boxes: Sequence[Quad]) -> tuple[tuple[Figure, ...] | None, ...]:
        return tuple(None for _ in boxes)


def said(lines: Sequence[Line]) -> list[str]:
    return [each.text for each in lines]


@pytest.mark.parametrize(
    ("text", "sure", "is_covered", "is_asked"),
    [
        (ID, 0.99, True, False),
        (ID[:-1], 0.99, True, True),
        (ID, 0.4, True, True),
        (CARD, 0.99, False, False),
        (CARD.replace("6686", "6688"), 0.97, False, False),
        (CARD.replace("6686", "6688"), 0.9, False, True),
        (CARD.replace("6686", "6688"), 0.99, True, True),
        ("2013.08.27-2033.08.27", 0.99, False, False),
        ("2961 4069", 0.99, False, True),
        ("1993年11月10日", 0.99, False, True),
    ],
)
def test_a_card_whose_number_is_sure_is_not_looked_at_again(
    text: str, sure: float, *, is_covered: bool, is_asked: bool
):
    engine = Reader(())
    number = line(text, 100, 300, confidence=sure)

    in_red(engine, PAGE, (SEAL,) if is_covered else (), OUTLINE, (NAME, number))

    assert bool(engine.shown) is is_asked


def test_a_number_that_a_seal_crosses_is_whole_in_red_light():
    cut, rim = line(ID[:-2], 100, 300), line("法院", 315, 303, confidence=0.3)
    whole = line(ID, 100, 300)

    lines = in_red(Reader((NAME, whole)), PAGE, (SEAL,), OUTLINE, (NAME, cut, rim, line("样本", 700, 500)))

    assert said(lines) == ["姓名康超", ID, "样本"]
    assert {char.confidence for char in lines[1].chars} == {CONTESTED}
    assert lines[0] is NAME


def test_what_is_read_lies_where_it_stands_on_the_page():
    far = Rect(1200, 900, 1200 + 1011, 900 + 638)
    page = PageImage(1, np.full((2000, 2400, 3), 255, np.uint8))

    (number,) = in_red(Reader((line(CARD, 100, 300),)), page, (), Quad.of_rect(far), ())

    box = number.box.bounds
    assert (box.left, box.top) == pytest.approx((1300, 1200), abs=20)


@pytest.mark.parametrize(
    ("first", "red", "expected"),
    [
        ([], CARD, [CARD]),
        (["6228+0668 6637 84"], CARD, [CARD]),
        ([ID + "7"], ID, [ID]),
        ([ID], ID[:-1] + "9", [ID]),
        ([ID[:-3]], ID[:-1] + "9", [ID[:-3]]),
        ([ID[:-3]], ID, [ID]),
        (["6228+0668 6637"], CARD[:-1] + "7", [CARD[:-1] + "7"]),
        ([ID[:-1] + "9"], ID, [ID[:-1] + "9"]),
        (["12345678"], "12345679", ["12345678"]),
        (["身份号码640104"], ID, ["身份号码640104"]),
        ([], "银联", []),
        ([], "11/28", []),
        (["11 11"], "1111 111 11", ["11 11"]),
    ],
    ids=[
        "unseen",
        "no number",
        "too long",
        "passes",
        "a sure part",
        "a sure part of what passes",
        "longer",
        "a second try",
        "as long",
        "with words",
        "words",
        "a month",
        "a panel",
    ],
)
def test_a_number_counts_that_says_more_than_what_lies_there(first: list[str], red: str, expected: list[str]):
    assert said(joined([line(text, 100, 300) for text in first], [line(red, 100, 300)])) == expected


def test_a_new_number_comes_behind_what_stands_before_it():
    bank, holder = line("江苏银行", 600, 100), line("KAI JIANG", 100, 500)

    lines = joined([bank, holder], [line("江苏银行", 600, 100), line(CARD, 100, 300), line("KAI JIANG", 100, 500)])

    assert said(lines) == ["江苏银行", CARD, "KAI JIANG"]


def test_a_picture_of_one_card_is_looked_at_in_red_light():
    printed = PAGE.pixels.copy()
    printed[300:330, 100:700:2] = (120, 0, 0)
    engine = Reader((line(CARD, 100, 300),), (line("江苏银行", 600, 100),))

    _, reading = read_page(engine, PageImage(1, printed))

    assert CARD in said(reading.text.lines)
    assert engine.shown[1].pixels.std(axis=2).max() == 0  # grey: what red light shows


def test_on_a_card_that_lies_askew_no_line_is_lost():
    askew = Affine(0.906, -0.423, 400, 0.423, 0.906, 0)  # by 25 degrees
    outline, above = askew.quad(OUTLINE), line("11/28", 150, 250).moved(askew)
    page = PageImage(1, np.full((1100, 1400, 3), 255, np.uint8))

    lines = in_red(Reader((line("11/28", 150, 250), line(CARD, 100, 300))), page, (), outline, (above,))

    assert said(lines) == ["11/28", CARD]
    assert lines[0] is above


def test_a_date_that_is_sure_says_nothing_of_a_number_that_is_not():
    engine = Reader(())
    doubtful, day = line("64010419931110", 100, 300, confidence=0.3), line("2023.05.10-2023.08.10", 100, 500)

    in_red(engine, PAGE, (), OUTLINE, (doubtful, day))

    assert engine.shown
