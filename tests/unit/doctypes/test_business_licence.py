"""营业执照 in the forms that readers of pictures make of it."""

from __future__ import annotations

import pytest
from builders import line, page, seal

from intake.doctypes.registry import registry
from intake.extract.fields import extract

VALUES = {
    "company_name": "杭州某某贸易有限公司",
    "uscc": "91350100M000100Y43",
    "legal_representative": "张三",
    "company_type": "有限责任公司（自然人投资或控股）",
    "registered_capital": "1000000.00",
    "established_on": "2012-04-24",
    "business_term": "2012-04-24/长期",
    "address": "浙江省杭州市西湖区文三路1号",
    "business_scope": "服装销售；货物进出口。（依法须经批准的项目，经批准后方可开展经营活动）",
    "registration_authority": "杭州市西湖区市场监督管理局",
    "issued_on": "2021-05-13",
    "is_duplicate": True,
}
SEAL = seal("杭州市西湖区市场监督管理局")
COLUMN = (
    "营业执照",
    "（副 本）",
    "统一社会信用代码 91350100M000100Y43",
    "名称 杭州某某贸易有限公司",
    "类型 有限责任公司(自然人投资或控股)",
    "住所 浙江省杭州市西湖区文三路1号",
    "法定代表人 张三",
    "注册资本 壹佰万元整",
    "成立日期 2012年04月24日",
    "营业期限 2012年04月24日至长期",
    "经营范围 服装销售；货物进出口。（依法须经批准的项目，经批准后方可开展经营活动）",
    "登记机关",
    "2021年05月13日",
)


def _wide():
    """Set two columns, as the wide form has them; labels of two characters in two pieces."""
    rows = (
        (("名", "称"), "杭州某某贸易有限公司", ("注册资本",), "100万元"),
        (("类", "型"), "有限责任公司（自然人投资或控股）", ("成立日期",), "2012年04月24日"),
        (("法定代表人",), "张三", ("营业期限",), "2012年04月24日至长期"),
        (("经营范围",), "服装销售；货物进出口。（依法须", ("住", "所"), "浙江省杭州市"),
    )
    for i, (left, said, right, told) in enumerate(rows):
        y = 500 + 100 * i
        yield from (line(piece, 100 + 120 * k, y) for k, piece in enumerate(left))
        yield line(said, 340, y)
        yield from (line(piece, 1200 + 120 * k, y) for k, piece in enumerate(right))
        yield line(told, 1440, y)
    yield from (line("经批准的项目，经批准后方可开展", 340, 850), line("经营活动）", 340, 900))
    yield line("西湖区文三路1号", 1440, 850)
    yield from (line("统一社会信用代码", 100, 200), line("91350100M000100Y43", 100, 250), line("营业执照", 800, 220))
    yield from (line("(副本)", 850, 300), line("登记机关", 1300, 1000), line("2021 年 05 月 13 日", 1350, 1080))


def _read(*lines, seals=()):
    fields, findings = extract(registry()["business_licence"], [page(*lines, seals=seals)])
    return {key: field.value for key, field in fields.items()}, {(f.code, f.severity.value, f.field) for f in findings}


@pytest.mark.parametrize("lines", [COLUMN, tuple(_wide())], ids=["one column", "two columns, labels in pieces"])
def test_licence_is_read(lines):
    values, findings = _read(*lines, seals=[SEAL])

    assert values == VALUES
    assert findings == set()


def test_an_old_licence_has_a_number_and_no_code():
    lines = [text.replace("统一社会信用代码 91350100M000100Y43", "注册号 110108000000016") for text in COLUMN]
    values, findings = _read(*lines, seals=[SEAL])

    assert values == {key: value for key, value in VALUES.items() if key != "uscc"} | {
        "registration_number": "110108000000016"
    }
    assert findings == {("licence_without_code", "info", "registration_number")}


@pytest.mark.parametrize("code", ["91350211M0000XUF46", "91350100M000100Y44"], ids=["really issued", "misread"])
def test_a_code_that_fails_is_for_a_person(code: str):
    _, findings = _read(*(text.replace("91350100M000100Y43", code) for text in COLUMN))

    assert findings == {("credit_code_check", "review", "uscc")}


@pytest.mark.parametrize(
    ("old", "new", "finding"),
    [
        ("91350100M000100Y43", "", ("missing", "review", "uscc")),
        ("壹佰万元整", "100万美元", ("unreadable_value", "review", "registered_capital")),
        ("壹佰万元整", "零元整", ("amount_zero", "block", "registered_capital")),
        ("2021年05月13日", "2011年05月13日", ("date_order", "review", "issued_on")),
        ("日至长期", "日至2002年04月23日", ("date_order", "review", "business_term")),
        ("登记机关", "", ("missing", "review", "issued_on")),
    ],
)
def test_what_is_wrong_with_it_is_said(old: str, new: str, finding: tuple[str, str, str]):
    _, findings = _read(*(text.replace(old, new) for text in COLUMN), seals=[SEAL])

    assert finding in findings


def test_the_day_of_issue_is_never_taken_from_the_term():
    lines = [text.replace("2021年05月13日", "21年0月13日") for text in COLUMN]
    values, findings = _read(*lines)

    assert "issued_on" not in values
    assert ("missing", "review", "issued_on") in findings
