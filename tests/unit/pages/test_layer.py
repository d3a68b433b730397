"""A text layer is believed where it says what is seen, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import line
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.text import Line
from intake.pages.layer import agrees, sample

PAGE = [
    "浙江省杭州市西湖区人民法院",
    "申请执行人：王小明，女，汉族",
    "账号：6222 0212 0200 0123 456",
    "本院依照《中华人民共和国民事诉讼法》第二百五十四条的规定，裁定如下",
    "冻结、划拨被执行人的银行存款人民币486,320.50元",
    "本裁定立即执行",
]


def lines(*texts: str, confidence: float = 0.99) -> list[Line]:
    return [line(text, top=50.0 * i, confidence=confidence) for i, text in enumerate(texts)]


def changed(old: str, new: str, *, confidence: float = 0.99) -> list[Line]:
    return lines(*(text.replace(old, new) for text in PAGE), confidence=confidence)


def test_a_layer_that_is_seen_is_believed():
    assert agrees(lines(*PAGE), lines(*PAGE))


def test_width_and_blanks_do_not_matter():
    seen = changed("：", ":")
    seen[2] = replace(
        seen[2], text=seen[2].text.replace(" ", ""), chars=tuple(c for c in seen[2].chars if c.text != " ")
    )

    assert agrees(lines(*PAGE), seen)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("0123", "0128"),
        ("486,320", "186,320"),
        ("王小明", "王大明"),
        ("王小明", "李四"),
        ("王小明", "王小"),
        ("王小明，女，汉族", "王小明"),
        ("王小明", "王小明代某"),
        ("西湖", "余杭"),
        ("账号", "卡号"),
    ],
)
def test_one_lie_is_enough(old: str, new: str):
    assert not agrees(changed(old, new), lines(*PAGE))


@pytest.mark.parametrize(("old", "new"), [("裁定如下", "裁定加下"), ("划拨", "划拔"), ("，", ","), ("《", "<")])
def test_a_slip_of_an_unsure_reader_is_no_lie(old: str, new: str):
    assert agrees(lines(*PAGE), changed(old, new, confidence=0.6))


def test_a_number_must_be_the_same_even_where_the_reader_is_unsure():
    assert not agrees(lines(*PAGE), changed("0123", "0128", confidence=0.5))


def test_a_line_that_is_not_on_the_page_is_a_lie():
    assert not agrees(lines(*PAGE), [*lines(*PAGE[:-1]), None])


def test_a_wrong_encoding_is_seen():
    garbage = lines(*("".join(chr(0xE000 + ord(c) % 512) for c in text) for text in PAGE))

    assert not agrees(garbage, lines(*PAGE))


def test_nothing_to_compare_is_no_agreement():
    assert not agrees([], [])


def test_lines_that_tell_something_are_all_compared():
    layer = lines(*(f"第{i}段正文没有数字也没有标签" for i in range(200)), *PAGE)

    chosen = {each.text for each in sample(layer)}

    assert {PAGE[1], PAGE[2]} <= chosen
    assert len(chosen) <= 20


def test_every_line_of_an_ordinary_page_is_compared():
    layer = lines(*(f"正文{chr(0x4E00 + i)}" for i in range(100)))

    assert list(sample(layer)) == list(layer)


def test_prose_of_a_crowded_page_is_sampled_over_the_whole_of_it():
    layer = lines(*(f"正文{chr(0x4E00 + i)}" for i in range(160)))

    places = [layer.index(each) for each in sample(layer)]

    assert places == [0, 20, 40, 60, 80, 100, 120, 140]


@given(st.lists(st.text(min_size=1, max_size=20), max_size=80))
def test_a_sample_is_of_the_layer_and_always_the_same(texts: list[str]):
    layer = lines(*texts)

    assert sample(layer) == sample(layer)
    assert set(map(id, sample(layer))) <= set(map(id, layer))
