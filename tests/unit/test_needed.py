"""Which lines deserve a second look where only the fields count."""

from __future__ import annotations

import pytest

from intake.doctypes.registry import registry
from intake.domain.geometry import Affine, Quad, Rect
from intake.domain.text import plain_line
from intake.needed import FieldLines, upright
from intake.pages.upright import moved

BACK = ("中华人民共和国", "居民身份证", "签发机关 杭州市公安局西湖分局", "有效期限 2015.03.12-2035.03.12")
MENU = ("今日菜单", "宫保鸡丁", "鱼香肉丝", "麻婆豆腐")


def lines(*texts):
    boxes = (Quad.of_rect(Rect(100, 100 + 80 * i, 100 + 30 * len(t), 140 + 80 * i)) for i, t in enumerate(texts))
    return tuple(plain_line(text, box) for text, box in zip(texts, boxes, strict=True))


@pytest.fixture(scope="module")
def worth():
    return FieldLines(registry())


def test_lines_that_carry_fields_are_worth_it(worth):
    found = dict(zip(BACK, worth(lines(*BACK)), strict=True))

    assert found[BACK[2]]
    assert found[BACK[3]]
    assert not found[BACK[0]]


def test_a_document_that_lacks_a_field_is_read_as_a_whole(worth):
    assert all(worth(lines(*BACK[:3])))


def test_a_number_is_worth_it_wherever_it_stands(worth):
    found = worth(lines(*MENU, "电话 0571-88112233"))

    assert found[-1]


def test_a_page_without_lines_has_none(worth):
    assert not worth(())


@pytest.mark.parametrize("degrees", [pytest.param((0, -1, 1), id="90"), pytest.param((-1, 0, 0), id="180")])
def test_a_page_that_lies_on_its_side_or_head_gives_the_same_answer(worth, degrees):
    cos, minus_sin, sin = degrees
    turned = moved(lines(*BACK), Affine(cos, minus_sin, 2000, sin, cos, 2000))

    assert list(worth(turned)) == list(worth(lines(*BACK)))


def test_upright_lines_start_at_the_origin():
    bounds = [line.box.bounds for line in upright(lines(*BACK))]

    assert min(b.left for b in bounds) == pytest.approx(0)
    assert min(b.top for b in bounds) == pytest.approx(0)
