"""Replies of banks are read in the forms that readers of pictures make of them."""

from __future__ import annotations

import pytest
from builders import line, page

from intake.doctypes.registry import registry
from intake.extract.fields import extract

READ = {
    "account_name": "张三",
    "account_number": "6222021234567890128",
    "bank_name": "中国工商银行杭州西湖支行",
    "account_status": "正常",
    "issued_on": "2023-06-15",
}
LETTER = (
    "银行账户查询回函",
    "贵院2023年6月1日（2023）浙0106执1234号协助查询存款通知书收悉，经查询：",
    "户名：张三",
    "账号：6222 0212 3456 7890 128",
    "开户行：中国工商银行杭州西湖支行",
    "账户状态：正常",
    "余额：12.00元",
    "2023年6月15日",
)


def _read(*lines):
    fields, findings = extract(registry()["bank_reply"], [page(*lines)])
    return {key: field.value for key, field in fields.items()}, {(f.code, f.field) for f in findings}


@pytest.mark.parametrize(
    "lines",
    [
        LETTER,
        [text.replace("：", " ") for text in LETTER],
        ["银行查询结果反馈单", "被查询人：张三", LETTER[3].replace("账号", "账（卡）号"), *LETTER[4:]],
        [text.replace("开户行：", "开户银行：").replace("账户状态", "账户伏态") for text in LETTER],
        [
            *LETTER[:4],
            "开户行：中国工商银行",
            line("杭州西湖支行", 220, 350),
            line("账户状态：正常", 100, 400),
            line(LETTER[7], 100, 500),
        ],
        [
            LETTER[0],
            line("户名", 100, 200),
            line("账号", 350, 200),
            line("开户行", 650, 200),
            line("账户状态", 900, 200),
            line("张三", 100, 290),
            line("6222021234567890128", 240, 290),
            line("中国工商银行", 610, 270),
            line("杭州西湖支行", 610, 310),
            line("正常", 920, 290),
            line("2023-06-15", 600, 700),
        ],
    ],
    ids=["letter", "without colons", "print of a query", "slips", "on two lines", "table"],
)
def test_reply_is_read(lines):
    assert _read(*lines) == (READ, set())


@pytest.mark.parametrize("state", ["冻结", "已销户", "不动户", "只收不付", "止付"])
def test_an_account_that_may_not_receive_is_told(state):
    lines = [text.replace("正常", state) for text in LETTER]
    fields, findings = extract(registry()["bank_reply"], [page(*lines)])

    assert fields["account_status"].value == state
    assert [(f.code, f.severity.value) for f in findings] == [("account_not_usable", "info")]


def test_a_state_that_nobody_knows_is_for_a_person():
    lines = [text.replace("正常", "止常") for text in LETTER]

    assert _read(*lines)[1] == {("unreadable_value", "account_status")}


def test_two_accounts_are_for_a_person():
    lines = [*LETTER, "账号：6217001234567890123"]

    assert ("ambiguous_value", "account_number") in _read(*lines)[1]


def test_the_date_of_the_request_is_not_that_of_the_reply():
    assert _read(*LETTER[:-1])[1] == {("missing", "issued_on")}


def test_a_state_and_the_day_of_opening_beside_it_are_two_cells():
    heads = [
        line(text, left, 300) for text, left in (("户名", 130), ("账号", 400), ("账户状态", 750), ("开户日期", 950))
    ]
    cells = [line(text, left, 380) for text, left in (("张三", 130), ("6222021234567890128", 330), ("正常", 770))]

    values, findings = _read(
        LETTER[0], LETTER[1], *heads, *cells, line("2015.08.15", 900, 380), line(LETTER[7], 600, 600)
    )

    assert (values["account_status"], values["issued_on"]) == ("正常", "2023-06-15")
    assert not {("unreadable_value", "account_status"), ("ambiguous_value", "issued_on")} & findings


def test_a_further_day_on_a_row_of_its_own_is_for_a_person():
    assert ("ambiguous_value", "issued_on") in _read(*LETTER, "2019-03-02")[1]
