"""Amounts that can be paid, and 大写 against 小写."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judged import judged

from intake.domain.amount import in_words, text_of
from intake.validate.money import amount_positive, words_equal_figures

SAME = words_equal_figures("amount_upper", "amount")
DIFFER = [("amount_words_differ", "block", "amount"), ("amount_words_differ", "block", "amount_upper")]


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("486320.50", []),
        ("0.01", []),
        (None, []),
        ("0.00", [("amount_zero", "block", "amount")]),
        ("486.320.50", [("amount_form", "review", "amount")]),
        ("-5.00", [("amount_form", "review", "amount")]),
    ],
)
def test_an_amount_can_be_paid(amount: str | None, expected: list[tuple[str, str, str]]):
    assert judged(amount_positive("amount"), amount=amount) == expected


@pytest.mark.parametrize(
    ("words", "figures", "expected"),
    [
        pytest.param("人民币肆拾捌万陆仟叁佰贰拾元伍角", "486320.50", [], id="same"),
        pytest.param("人民币壹拾万柒仟元零伍角叁分", "107000.53", [], id="same-by-value"),
        pytest.param("人民币肆拾捌万陆仟叁佰贰拾元", "486320.50", DIFFER, id="differ"),
        pytest.param("人民币伍万元整", "50000.01", DIFFER, id="differ-by-a-cent"),
        pytest.param("拾伍元整", "15.00", [("amount_words_form", "review", "amount_upper")], id="no-words"),
        pytest.param("人民币伍万元整", None, [], id="no-figures"),
        pytest.param("人民币伍万元整", "五万", [], id="figures-not-understood"),
        pytest.param(None, "50000.00", [], id="no-words-on-the-paper"),
    ],
)
def test_words_and_figures(words: str | None, figures: str | None, expected: list[tuple[str, str, str]]):
    assert judged(SAME, amount_upper=words, amount=figures) == expected


@given(st.integers(1, 10**14), st.integers(1, 10**14))
def test_only_equal_amounts_agree(a: int, b: int):
    first, second = (Decimal(n).scaleb(-2) for n in (a, b))

    assert judged(SAME, amount_upper=in_words(first), amount=text_of(second)) == ([] if a == b else DIFFER)
    assert judged(SAME, amount_upper=in_words(first), amount=text_of(first)) == []


@given(st.text(), st.text())
def test_no_text_makes_a_rule_crash(words: str, figures: str):
    judged(SAME, amount_upper=words, amount=figures)
    judged(amount_positive("amount"), amount=figures)
