"""Card numbers: check digit, issuer, kind and length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.card import CardKind, Issuer, issuing_banks, parse


@pytest.mark.parametrize(("number", "passes"), [("6222021234567890123", False), ("6222021234567890128", True)])
def test_the_last_digit_is_checked(number: str, *, passes: bool):
    read = parse(number)

    assert read is not None
    assert read.checks is passes


@pytest.mark.parametrize(
    ("prefix", "length", "bank"),
    [
        ("622202", 19, "中国工商银行"),
        ("622208", 19, "中国工商银行"),
        ("621226", 19, "中国工商银行"),
        ("622848", 19, "中国农业银行"),
        ("622845", 19, "中国农业银行"),
        ("621660", 19, "中国银行"),
        ("621700", 19, "中国建设银行"),
        ("622588", 16, "招商银行"),
        ("621799", 19, "中国邮政储蓄银行"),
        ("622188", 19, "中国邮政储蓄银行"),
        ("622309", 18, "中国工商银行"),
        ("622309", 19, "浙商银行"),
        ("62249802", 19, "秦皇岛银行"),
        ("62249801", 19, "河北银行"),
    ],
)
def test_debit_cards_tell_their_bank_by_the_longest_prefix(prefix: str, length: int, bank: str):
    read = parse(prefix.ljust(length, "0"))

    assert read is not None
    assert read.issuer == Issuer(bank, CardKind.DEBIT, length)
    assert read.fits


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("4580600000000000", CardKind.CREDIT),
        ("6228200000000000", CardKind.SEMI_CREDIT),
        ("6222021234567890128", CardKind.DEBIT),
        ("1234567890123456", CardKind.UNKNOWN),
    ],
)
def test_kinds_of_cards(number: str, kind: CardKind):
    read = parse(number)

    assert read is not None
    assert read.kind is kind


def test_a_lost_digit_shows_in_the_length():
    read = parse("622202123456789012")

    assert read is not None
    assert read.issuer == Issuer("中国工商银行", CardKind.DEBIT, 19)
    assert not read.fits


@pytest.mark.parametrize("number", ["1234567890123456", "62230900000000000"], ids=["no-prefix", "two-banks-no-length"])
def test_an_unknown_issuer_is_none(number: str):
    read = parse(number)

    assert read is not None
    assert read.issuer is None
    assert not read.fits


@pytest.mark.parametrize("raw", ["", "622202123456", "62220212345678901281", "6222O21234567890128", "户名"])
def test_what_is_no_card_number(raw: str):
    assert parse(raw) is None


@pytest.mark.parametrize(
    "raw", ["6222 0212 3456 7890 128", "6222-0212-3456-7890-128", "６２２２０２１２３４５６７８９０１２８"]
)
def test_one_number_written_in_many_ways(raw: str):
    read = parse(raw)

    assert read is not None
    assert read.text == "6222021234567890128"


def test_many_banks_issue_cards():
    assert {"中国工商银行", "杭州银行", "浙江省农村信用社联合社"} <= issuing_banks()


@given(st.from_regex("[0-9]{15,18}", fullmatch=True), st.integers(0, 14), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(body: str, at: int, by: int):
    checks = [d for d in "0123456789" if (n := parse(body + d)) and n.checks]
    wrong = body[:at] + str((int(body[at]) + by) % 10) + body[at + 1 :]

    read = parse(wrong + checks[0])

    assert len(checks) == 1
    assert read is not None
    assert not read.checks
