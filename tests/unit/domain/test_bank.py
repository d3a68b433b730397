"""Banks by the names people write, by their cards and by their clearing numbers."""

from __future__ import annotations

import pytest

from intake.domain import cnaps
from intake.domain.bank import bank_of, bank_of_card, bank_of_cnaps, banks, cnaps_agrees
from intake.domain.card import issuing_banks


@pytest.mark.parametrize(
    ("text", "bank"),
    [
        ("中国工商银行股份有限公司杭州西湖支行", "中国工商银行"),
        ("工行杭州西湖支行", "中国工商银行"),
        ("ICBC 中国工商银行", "中国工商银行"),
        ("Industrial and Commercial Bank of China", "中国工商银行"),
        ("BANK OF CHINA", "中国银行"),
        ("中国银行杭州市工商银行大厦支行", "中国银行"),
        ("中国农业发展银行", "中国农业发展银行"),
        ("农行", "中国农业银行"),
        ("中 国 建 设 银 行", "中国建设银行"),
        ("广东发展银行", "广发银行"),
        ("浦发银行上海分行", "上海浦东发展银行"),
        ("邮储银行", "中国邮政储蓄银行"),
        ("上海农村商业银行股份有限公司", "上海农商银行"),
        ("上海银行", "上海银行"),
        ("杭州银行文创支行", "杭州银行"),
        ("浙商银行", "浙商银行"),
        ("中信銀行大連中山支行", "中信银行"),
    ],
)
def test_a_text_names_a_bank(text: str, bank: str):
    assert bank_of(text) == bank


@pytest.mark.parametrize(
    "text", ["", "某某村镇银行", "杭州农行", "ABCDE有限公司", "XICBC有限公司", "' OR 1=1 --", "银行"]
)
def test_a_text_names_no_bank_that_we_know(text: str):
    assert bank_of(text) is None


@pytest.mark.parametrize("bank", sorted(issuing_banks() | {b.name for b in banks()}))
def test_every_bank_is_known_by_its_own_name(bank: str):
    assert bank_of(f"{bank}股份有限公司城中支行") == bank


@pytest.mark.parametrize(
    ("number", "bank"),
    [
        ("6222021234567890128", "中国工商银行"),
        ("6216780000000000000", None),
        ("1234567890123456", None),
        ("12", None),
    ],
    ids=["bank", "federation", "unknown", "no-card"],
)
def test_a_card_tells_its_bank(number: str, bank: str | None):
    assert bank_of_card(number) == bank


@pytest.mark.parametrize(
    ("code", "bank"),
    [
        ("102331005059", "中国工商银行"),
        ("103100000026", "中国农业银行"),
        ("104100000004", "中国银行"),
        ("105100000017", "中国建设银行"),
        ("301290000007", "交通银行"),
        ("302100011000", "中信银行"),
        ("303100000006", "中国光大银行"),
        ("304100040000", "华夏银行"),
        ("305100000013", "中国民生银行"),
        ("306581000003", "广发银行"),
        ("307584007998", "平安银行"),
        ("308584000013", "招商银行"),
        ("309391000011", "兴业银行"),
        ("310290000013", "上海浦东发展银行"),
        ("403100000004", "中国邮政储蓄银行"),
    ],
)
def test_head_offices_pass_and_tell_their_bank(code: str, bank: str):
    read = cnaps.parse(code)

    assert read is not None
    assert read.checks
    assert bank_of_cnaps(code) == bank


@pytest.mark.parametrize("code", ["313331000014", "402331000000", "1"])
def test_shared_heads_tell_no_bank(code: str):
    assert bank_of_cnaps(code) is None


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("102331005059", "工行杭州西湖支行", True),
        ("102331005059", "中国农业银行", False),
        ("102331005059", "杭州银行", False),
        ("313331000014", "中国农业银行", False),
        ("313331000014", "杭州银行", None),
        ("102331005059", "某某村镇银行", None),
    ],
)
def test_a_clearing_number_agrees_with_a_bank(code: str, text: str, *, expected: bool | None):
    assert cnaps_agrees(code, text) is expected
