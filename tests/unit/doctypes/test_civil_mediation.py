"""Mediations are read in the forms that readers of pictures make of them."""

from __future__ import annotations

import pytest
from builders import page, seal

from intake.doctypes.registry import registry
from intake.domain.document import Party
from intake.extract.fields import extract

CARD = "6222021234567890128"
HEAD = ("杭州市西湖区人民法院", "民事调解书", "（2023）浙0106民初1234号")
WHO = ("原告：张三，女。", "被告：李四，男。")
FOOT = ("审判员 王小明", "二〇二三年六月十五日", "书记员 赵敏")
NAMED = "原告张三与被告李四买卖合同纠纷一案，原告请求被告支付90000元。"


def _read(*lines):
    fields, findings = extract(registry()["civil_mediation"], [page(*lines, seals=[seal()])])
    return {key: field.value for key, field in fields.items()}, {(f.code, f.field) for f in findings}


def test_mediation_is_read():
    order = (
        "经本院主持调解，双方自愿达成如下协议：",
        "1、李四于2023年7月1日前支付张三货款80,000.00元（大写：人民币捌万元整）；",
        f"2、上述款项汇入张三账户，户名：张三，账号：{CARD}，开户行：中国工商银行；",
        "3、案件受理费减半收取500元，由李四负担。",
        "上述协议，不违反法律规定，本院予以确认。",
    )

    values, findings = _read(*HEAD, *WHO, NAMED, *order, *FOOT)

    assert values == {
        "court_name": "杭州市西湖区人民法院",
        "title": "民事调解书",
        "case_number": "（2023）浙0106民初1234号",
        "applicants": (Party("张三"),),
        "respondents": (Party("李四"),),
        "cause": "买卖合同纠纷",
        "amount": "80000.00",
        "amount_upper": "人民币捌万元整",
        "payee_name": "张三",
        "account_number": CARD,
        "decision_date": "2023-06-15",
        "judges": ("王小明",),
        "clerk": "赵敏",
        "has_seal": True,
    }
    assert findings == set()


@pytest.mark.parametrize("formula", ["自愿达成协议如下：", "达成如下协议：", "达成调解协议如下："])
def test_the_agreement_begins_after_its_formula(formula):
    values, _ = _read(*HEAD, *WHO, NAMED, formula, "李四支付张三100元。", *FOOT)

    assert (values["amount"], values["payee_name"]) == ("100.00", "张三")


def test_the_cause_has_a_line_of_its_own():
    values, findings = _read(
        *HEAD,
        *WHO,
        "案 由：买卖合同纠纷",
        "原告诉称，被告欠款90000元。",
        "达成如下协议：",
        "李四支付张三100元。",
        *FOOT,
    )

    assert (values["cause"], values["applicants"], findings) == ("买卖合同纠纷", (Party("张三"),), set())


def test_instalments_make_one_sum():
    order = ("达成如下协议：", "李四支付张三300元，于7月1日前支付100元，于8月1日前支付200元。")

    values, findings = _read(*HEAD, *WHO, NAMED, *order, *FOOT)

    assert (values["amount"], findings) == ("300.00", set())


def test_instalments_that_do_not_add_up_are_for_a_person():
    order = ("达成如下协议：", "李四支付张三300元，于7月1日前支付100元，于8月1日前支付100元。")

    assert ("ambiguous_value", "amount") in _read(*HEAD, *WHO, NAMED, *order, *FOOT)[1]


def test_two_accounts_are_for_a_person():
    order = ("达成如下协议：", f"李四支付张三300元，账号：{CARD}，或账号：6217001210024455220。")

    assert ("ambiguous_value", "account_number") in _read(*HEAD, *WHO, NAMED, *order, *FOOT)[1]


def test_parties_that_the_paper_points_back_to_are_read():
    told = "上列当事人因买卖合同纠纷，原告于2023年5月7日起诉至本院，经主持调解，自愿达成如下协议："
    order = "李四于签收时一次性给付原告蘭州万象有限公司人民币90000元。"

    values, _ = _read(*HEAD, "原告：兰州万象有限公司。", "被告：：李四，男。", told, order, *FOOT)

    assert (values["applicants"], values["respondents"]) == ((Party("兰州万象有限公司"),), (Party("李四"),))
    assert (values["payee_name"], values["amount"]) == ("蘭州万象有限公司", "90000.00")
