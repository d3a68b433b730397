"""注册资本 as licences state it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.amount import in_words
from intake.domain.capital import parse


@pytest.mark.parametrize(
    ("raw", "yuan"),
    [
        ("壹佰万元整", "1000000"),
        ("人民币伍佰万元整", "5000000"),
        ("（人民币）壹佰万圆整", "1000000"),
        ("伍佰万元人民币", "5000000"),
        ("100万元", "1000000"),
        ("人民币500万元", "5000000"),
        ("1,000万元", "10000000"),
        ("500.000000万人民币", "5000000"),
        ("1000万人民币元", "10000000"),
        ("500万", "5000000"),
        ("1000000元", "1000000"),
        ("2.5亿元", "250000000"),
    ],
)
def test_capital_in_yuan(raw: str, yuan: str):
    assert parse(raw) == Decimal(yuan)


@pytest.mark.parametrize("raw", ["", "100", "人民币100", "100万美元", "叁仟万元整（实缴）", "壹佰亢元整", "O00万元"])
def test_what_may_be_another_sum_is_not_read(raw: str):
    assert parse(raw) is None


@given(st.integers(1, 10**8))
def test_words_and_figures_are_one_capital(ten_thousands: int):
    sum_ = Decimal(ten_thousands) * 10_000

    assert parse(in_words(sum_)) == parse(f"{ten_thousands}万元") == sum_
