"""Both papers about a basic account are read in the forms that readers of pictures make of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import as_read, line, page

from intake.doctypes.registry import registry
from intake.drawing.facts import facts_of
from intake.extract.fields import extract

LONG = "浙江省杭州市西湖区恒信国际建筑工程装饰设计（集团）有限公司"

NAME = "杭州恒信商贸有限公司"
BANK = "中国工商银行股份有限公司杭州西湖支行"
PERMIT = {
    "account_name": NAME,
    "account_number": "1202020209012345678",
    "bank_name": BANK,
    "legal_representative": "张三",
    "approval_number": "J3310012345601",
    "issued_on": "2012-03-05",
}
SHEET = {
    "account_name": NAME,
    "account_number": "1202020209012345678",
    "bank_name": BANK,
    "legal_representative": "张三",
    "basic_account_number": "J3310012345601",
    "issued_on": "2021-03-05",
}


def _read(*lines):
    fields, findings = extract(registry()["account_permit"], [page(*lines)])
    return {key: field.value for key, field in fields.items()}, {(f.code, f.field) for f in findings}


@pytest.mark.parametrize(
    "lines",
    [
        [
            "开户许可证",
            "核准号：J3310012345601",
            f"经审核，{NAME}符合开户条件，准予开立基本存款账户。",
            "法定代表人（单位负责人）张三",
            f"开户银行{BANK}",
            line("账", 100, 350),
            line("号 1202020209012345678", 250, 350),
            line("2012年03月05日", 500, 450),
        ],
        [
            "开户许可证",
            "核准号：J3310012345601 编号：3310-01234567",
            f"经审核，{NAME}符合开户条件，准予",
            "开立基本存款账户。",
            "法定代表人（单位负责人）张三",
            f"开户银行{BANK}",
            "账号1202020209012345678",
            "发证机关（盖章）",
            "2012年03月05日",
        ],
        [
            "开户许可征",
            line("核准号：", 100, 150),
            line("J3310012345601", 260, 150),
            line("编号：", 560, 150),
            line("3310-01234567", 680, 150),
            line("经审核，", 100, 200),
            line(NAME, 240, 200),
            line("符合开户条件，准予", 640, 200),
            line("开立基本存款账户。", 100, 250),
            line("法定代表人（单位负责人）", 100, 300),
            line("张三", 500, 300),
            line("开户银行", 100, 350),
            line("中国工商银行股份有限公司", 500, 350),
            line("杭州西湖支行", 500, 395),
            line("账", 100, 500),
            line("号", 190, 500),
            line("1202 0202 0901 2345 678", 500, 500),
            line("发证机关（盖章）", 500, 600),
            line("2012 年 03 月 05 日", 500, 650),
        ],
        [
            "开户许可证",
            "核准号：J3310012345601",
            f"经审核，{NAME}符合开户条伴，准予开立基本存款账户。",
            line("法定代表人（单位负责人）", 100, 300, height=20),
            line("开户银行", 600, 300, height=20),
            line("张三", 190, 345, height=20),
            line(BANK, 460, 345, height=20),
            line("账号", 100, 500),
            line("1202020209012345678", 100, 545),
            line("2012年3月5日", 500, 650),
        ],
    ],
    ids=["a wide label", "merged", "apart, slips, label of single characters", "labels above in columns"],
)
def test_the_permit_is_read(lines):
    values, findings = _read(*lines)

    assert values == PERMIT
    assert findings == set()


@pytest.mark.parametrize(
    "lines",
    [
        [
            "基本存款账户信息",
            f"账户名称：{NAME}",
            "账户号码：1202020209012345678",
            f"开户银行：{BANK}",
            "法定代表人（单位负责人）：张三",
            "基本存款账户编号：J3310012345601",
            "2021年3月5日",
        ],
        [
            "基本存款帐户信息",
            line("存款人名称", 100, 150),
            line(NAME, 500, 150),
            line("账号", 100, 250),
            line("1202020209012345678", 500, 250),
            line("开户银行名称", 100, 350),
            line("中国工商银行股份有限公司杭州", 500, 330),
            line("西湖支行", 500, 370),
            line("法定代表人（单位负责人）", 100, 450),
            line("张三", 500, 450),
            line("基本存款账户编号", 100, 550),
            line("J3310012345601", 500, 550),
            line("2021年3月5日", 500, 650),
        ],
    ],
    ids=["merged", "cells, a name of two lines"],
)
def test_the_sheet_of_a_bank_is_read(lines):
    values, findings = _read(*lines)

    assert values == SHEET
    assert findings == set()


def test_a_number_without_its_letter_is_for_a_person():
    _, findings = _read("开户许可证", "核准号：13310012345601", "2012年3月5日")

    assert ("permit_number_form", "approval_number") in findings


def test_a_date_that_cannot_be_read_is_not_passed_over():
    _, findings = _read("开户许可证", "核准号：J3310012345601", "2012年3#5日")

    assert ("unreadable_value", "issued_on") in findings


def test_a_number_that_lost_digits_is_for_a_person():
    _, findings = _read("开户许可证", "账号：12020202")

    assert ("account_number_length", "account_number") in findings


@pytest.mark.integration
@pytest.mark.parametrize("seed", range(8))
def test_a_drawing_with_a_long_name_is_read(seed):
    facts = facts_of(seed)
    drawing = registry()["account_permit"].draw(
        replace(facts, company=replace(facts.company, name=LONG, account=replace(facts.company.account, name=LONG))),
        seed,
    )

    fields, findings = extract(registry()["account_permit"], as_read(drawing))

    assert {key: field.value for key, field in fields.items()} == dict(drawing.fields)
    assert [finding for finding in findings if finding.severity != "info"] == []
