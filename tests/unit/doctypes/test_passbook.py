"""Passbooks are read in the forms that readers of pictures make of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import as_read, line, page

from intake.classifier.split import documents
from intake.doctypes.registry import registry
from intake.drawing.facts import facts_of
from intake.extract.fields import extract

BOOK = {"account_name": "张三", "account_number": "605610023200123456", "bank_name": "中国邮政储蓄银行杭州西湖支行"}


def _read(*lines):
    fields, findings = extract(registry()["passbook"], [page(*lines)])
    return {key: field.value for key, field in fields.items()}, {(f.code, f.field) for f in findings}


@pytest.mark.parametrize(
    "lines",
    [
        ["户名 张三", "账号 605610023200123456", "开户行 中国邮政储蓄银行杭州西湖支行", "储种 活期"],
        [
            "中国邮政储蓄银行",
            "户名张三 币种人民币",
            "存折账号605610023200123456",
            "开户机构：中国邮政储蓄银行杭州西湖支行",
            "签发日期20180305",
        ],
        [
            line("户名", 100, 100),
            line("NAME", 500, 100),
            line("张三", 100, 160),
            line("ZHANG SAN", 500, 160),
            line("账号", 100, 260),
            line("605610023200123456", 100, 310),
            line("开户网点", 100, 420),
            line("中国邮政储蓄银行", 300, 400),
            line("杭州西湖支行", 300, 440),
        ],
        [
            "户名：张三 账号：605610023200123456",
            "开户行：中国邮政储蓄银行杭州西湖支行",
            "日期 摘要 支出 存入 余额",
            "20230104 转支 867.36 5132.64",
        ],
    ],
    ids=["merged", "with more labels", "captions above", "page of entries"],
)
def test_a_book_is_read(lines):
    values, findings = _read(*lines)

    assert values == BOOK
    assert findings == set()


def test_a_cover_without_a_branch_names_its_bank():
    values, _ = _read("中国邮政储蓄银行", "活期储蓄存折", "户名 张三", "账号 605610023200123456")

    assert values["bank_name"] == "中国邮政储蓄银行"


def test_a_number_whose_label_is_misread_is_found():
    values, _ = _read("户名 张三", "胀弓", "605610023200123456")

    assert values["account_number"] == "605610023200123456"


def test_a_number_that_should_be_a_cards_is_checked():
    _, findings = _read("户名 张三", "账号 6222021234567890123", "开户行 中国工商银行杭州西湖支行")

    assert ("card_check_digit", "account_number") in findings


@pytest.mark.integration
@pytest.mark.parametrize("seed", [*range(8), 11, 15])
def test_a_drawn_book_with_an_account_that_has_no_check_digit_is_read(seed):
    facts = facts_of(seed)
    facts = replace(facts, account=replace(facts.account, number="120202020901234567"))
    pages = as_read(registry()["passbook"].draw(facts, seed))

    (part,) = documents(pages, registry())
    fields, findings = extract(registry()["passbook"], pages)

    assert (part.type, fields["account_number"].value, findings) == ("passbook", "120202020901234567", ())


WORN = (line("钱诗涵", 300, 200), line("605610023200123456", 300, 250), line("中国邮政储蓄银行杭州西湖支行", 300, 300))


def test_a_name_without_its_label_is_what_stands_over_the_number_and_a_person_is_asked():
    values, findings = _read(*WORN, line("通存通兑", 100, 400))

    assert values["account_name"] == "钱诗涵"
    assert ("low_confidence", "account_name") in findings


@pytest.mark.parametrize(
    "above",
    [
        pytest.param(line("钱诗涵", 300, 50), id="too far up"),
        pytest.param(line("钱诗涵", 500, 200), id="not over it"),
        pytest.param(line("活期一本通2020", 300, 200), id="no name"),
    ],
)
def test_what_stands_elsewhere_is_no_name(above):
    values, _ = _read(above, *WORN[1:])

    assert values.get("account_name") is None
