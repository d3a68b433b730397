"""Cards, accounts, clearing codes and telephone numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judged import judged

from intake.validate.account import (
    account_length,
    issuer_agrees,
    valid_account,
    valid_card,
    valid_cnaps,
    valid_permit_number,
    valid_phone,
)

GOOD = "6222021234567890128"


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        pytest.param(GOOD, [], id="good"),
        pytest.param(None, [], id="not-read"),
        pytest.param("6222021234567890123", [("card_check_digit", "review", "card_number")], id="luhn"),
        pytest.param("622202123456", [("card_number_length", "review", "card_number")], id="too-short"),
        pytest.param("1234567890123452", [("unknown_issuer", "info", "card_number")], id="unknown-issuer-only-tells"),
        pytest.param("622202123456789012", [("card_length_differs", "review", "card_number")], id="digit-lost"),
        pytest.param("4580600000000007", [("credit_card_account", "block", "card_number")], id="credit"),
        pytest.param("6228200000000009", [("semi_credit_card_account", "review", "card_number")], id="semi-credit"),
        pytest.param(
            "1234567890123456",
            [("card_check_digit", "review", "card_number"), ("unknown_issuer", "info", "card_number")],
            id="luhn-and-issuer",
        ),
    ],
)
def test_card_numbers(number: str | None, expected: list[tuple[str, str, str]]):
    assert judged(valid_card("card_number"), card_number=number) == expected


@pytest.mark.parametrize(
    ("number", "codes"),
    [
        pytest.param(GOOD, [], id="good-card"),
        pytest.param("6222021234567890123", ["card_check_digit"], id="card-misread"),
        pytest.param("4580600000000007", ["credit_card_account"], id="credit-card"),
        pytest.param("1202021109900012345", [], id="company-account-has-no-check-digit"),
        pytest.param("622202123456789012", ["card_length_differs"], id="card-with-a-digit-lost"),
        pytest.param("62220212345678901282", ["card_check_digit", "card_length_differs"], id="card-with-a-digit-more"),
        pytest.param("6299991234567890", ["card_check_digit", "unknown_issuer"], id="union-pay-misread"),
        pytest.param("10355101040012345", [], id="three-digits-of-an-issuer-prove-nothing"),
        pytest.param("33001613535053001234", [], id="twenty-digits"),
        pytest.param("1367422119067332327", ["nearly_card_number"], id="card-misread-at-its-start"),
        pytest.param("222021234567890128", ["nearly_card_number"], id="card-without-its-first-digit"),
        pytest.param("16222021234567890128", ["nearly_card_number"], id="card-with-a-digit-before-it"),
        pytest.param(None, [], id="not-read"),
    ],
)
def test_accounts_are_cards_only_where_an_issuer_says_so(number: str | None, codes: list[str]):
    assert [code for code, _, _ in judged(valid_account("account_number"), account_number=number)] == codes


@pytest.mark.parametrize(
    ("number", "bank", "differs"),
    [
        (GOOD, "中国工商银行股份有限公司杭州西湖支行", False),
        (GOOD, "工行", False),
        (GOOD, "中国农业银行", True),
        (GOOD, "某某村镇银行", False),
        (GOOD, None, False),
        (None, "中国农业银行", False),
        ("1234567890123456", "中国农业银行", False),
        ("6216780000000000000", "杭州银行", False),
    ],
    ids=["same", "alias", "other", "unknown-bank", "no-bank", "no-card", "unknown-issuer", "federation"],
)
def test_the_issuer_is_the_bank_named(number: str | None, bank: str | None, *, differs: bool):
    expected = [("issuer_differs", "review", "card_number")] if differs else []

    assert judged(issuer_agrees("card_number", "bank_name"), card_number=number, bank_name=bank) == expected


@pytest.mark.parametrize(
    ("code", "bank", "expected"),
    [
        ("102331005059", "工行杭州西湖支行", []),
        ("102331005059", None, []),
        ("102331005059", "某某村镇银行", []),
        (None, "工行", []),
        ("102331005059", "中国农业银行", [("cnaps_bank_differs", "review", "cnaps_code")]),
        ("105100000071", "中国建设银行", [("cnaps_check_digit", "review", "cnaps_code")]),
        ("10510000007", "中国建设银行", [("cnaps_length", "review", "cnaps_code")]),
    ],
    ids=["good", "no-bank", "unknown-bank", "not-read", "other-bank", "check-digit", "length"],
)
def test_clearing_codes(code: str | None, bank: str | None, expected: list[tuple[str, str, str]]):
    assert judged(valid_cnaps("cnaps_code", bank="bank_name"), cnaps_code=code, bank_name=bank) == expected


def test_a_clearing_code_may_stand_alone():
    assert judged(valid_cnaps("cnaps_code"), cnaps_code="102331005059") == []


@pytest.mark.parametrize(
    ("number", "expected"),
    [("13812345678", []), ("0571-87654321", []), (None, []), ("1381234567", [("phone_form", "review", "phone")])],
)
def test_telephone_numbers(number: str | None, expected: list[tuple[str, str, str]]):
    assert judged(valid_phone("phone"), phone=number) == expected


@given(st.text(), st.text())
def test_no_text_makes_a_rule_crash(number: str, bank: str):
    judged(valid_card("n"), n=number)
    judged(valid_account("n"), n=number)
    judged(issuer_agrees("n", "b"), n=number, b=bank)
    judged(valid_cnaps("n", bank="b"), n=number, b=bank)
    judged(valid_phone("n"), n=number)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        pytest.param("120202020901234", [], id="good"),
        pytest.param("123456789", [], id="shortest"),
        pytest.param(None, [], id="not-read"),
        pytest.param("12020202", [("account_number_length", "review", "account")], id="too-short"),
        pytest.param("1" * 29, [("account_number_length", "review", "account")], id="two-in-one"),
    ],
)
def test_account_lengths(number: str | None, expected: list[tuple[str, str, str]]):
    assert judged(account_length("account"), account=number) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        pytest.param("J3310012345601", [], id="basic"),
        pytest.param("L3310012345601", [], id="temporary"),
        pytest.param(None, [], id="not-read"),
        pytest.param("13310012345601", [("permit_number_form", "review", "permit")], id="letter-misread"),
        pytest.param("J331001234560", [("permit_number_form", "review", "permit")], id="digit-lost"),
    ],
)
def test_permit_numbers(number: str | None, expected: list[tuple[str, str, str]]):
    assert judged(valid_permit_number("permit"), permit=number) == expected
