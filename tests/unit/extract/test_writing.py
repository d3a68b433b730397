"""Traditional characters in the values of a paper in simplified ones are asked about, and nowhere else."""

from __future__ import annotations

import pytest
from builders import page

from intake.doctypes.registry import registry
from intake.extract.fields import extract

FORM = (
    "账户确认书",
    "申请执行人：{name}",
    "开户银行：中国工商银行杭州西湖支行",
    "银行账号：6222021234567890128",
    "户名：{name}",
)


def read(name, lines=FORM):
    fields, findings = extract(registry()["account_confirmation"], [page(*(line.format(name=name) for line in lines))])
    return fields["account_name"], [(each.code, each.field) for each in findings]


def test_a_traditional_character_in_a_simplified_paper_is_asked_about():
    field, findings = read("黃佳怡")

    assert field.value == "黃佳怡"
    assert field.suggestion == "黄佳怡"
    assert ("suggested_value", "account_name") in findings


@pytest.mark.parametrize("name", ["黄佳怡", "张乾昇"])
def test_a_simplified_name_is_not(name):
    field, findings = read(name)

    assert field.suggestion is None
    assert ("suggested_value", "account_name") not in findings


def test_a_paper_in_traditional_characters_is_read_as_it_is_written():
    traditional = ("賬戶確認書", "開戶銀行：中國銀行（香港）有限公司", "銀行賬號：6222021234567890128", "戶名：{name}")

    field, _ = read("黃佳怡", (*traditional, "户名：{name}"))

    assert field.suggestion is None


def test_a_list_of_names_with_one_is_doubted():
    lines = ("浙江省杭州市西湖区人民法院", "执行裁定书", "审判长 于敏", "审判员 馬春花", "二〇二四年三月一日")
    fields, findings = extract(registry()["enforcement_ruling"], [page(*lines)])

    assert fields["judges"].value == ("于敏", "馬春花")
    assert ("doubtful_value", "judges") in [(each.code, each.field) for each in findings]
