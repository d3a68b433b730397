"""A piece of a longer amount is never taken for an amount of its own."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.amount import find_figures, parse_figures, parse_words


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("3万5000元", id="after-万"),
        pytest.param("3万 5000元", id="after-万-and-blank"),
        pytest.param("5千元", id="before-千"),
        pytest.param("人民币100万余元", id="about"),
        pytest.param("人民币5元5角", id="角-in-figures"),
        pytest.param("人民币5%", id="share"),
        pytest.param("10-500元", id="range"),
        pytest.param("-500元", id="negative"),
        pytest.param("1,234.56万", id="unit-without-元"),
        pytest.param("第3,12元", id="broken-group"),
        pytest.param("0,123.00元", id="group-of-nothing"),
        pytest.param("12 3.50元", id="blank-inside"),
        pytest.param("共 2023 486320元", id="number-before"),
        pytest.param("人民币486\n,320.50元", id="line-cut-before-comma"),
        pytest.param("人民币486,\n320.50元", id="line-cut-after-comma"),
    ],
)
def test_a_piece_of_an_amount_is_not_found(text: str):
    assert find_figures(text) == ()


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        pytest.param("人民币5万", ["50000"], id="万-without-元"),
        pytest.param("人民币1,234.56万", ["12345600"], id="grouped-万"),
        pytest.param("支付12.50元,3日内付清", ["12.5"], id="number-after-comma"),
        pytest.param("本金1000元,500元利息", ["1000", "500"], id="two-in-a-row"),
    ],
)
def test_a_whole_amount_is_found(text: str, amounts: list[str]):
    assert [found.value for found in find_figures(text)] == list(map(Decimal, amounts))


@given(st.integers(0, 10**14))
def test_an_amount_in_a_sentence_is_found_whole(number: int):
    amount = Decimal(number).scaleb(-2)

    assert [found.value for found in find_figures(f"支付{amount:,.2f}元，30日内")] == [amount]


def test_a_group_of_nothing_is_refused():
    assert parse_figures("0,123.00") is None


@pytest.mark.parametrize("words", ["壹佰伍元整", "壹仟贰佰伍元整", "壹万伍元整", "壹佰伍万元整", "壹亿伍元整"])
def test_words_that_could_be_105_or_150_are_refused(words: str):
    assert parse_words(words) is None


@pytest.mark.parametrize(
    ("words", "amount"),
    [("壹佰零伍元整", 105), ("壹佰伍拾元整", 150), ("壹亿伍万元整", 100_050_000), ("壹万伍仟元整", 15_000)],
)
def test_words_with_their_units_are_read(words: str, amount: int):
    assert parse_words(words) == amount
