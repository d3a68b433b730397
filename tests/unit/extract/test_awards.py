"""What is awarded is read from the order: not from claims, costs, refusals or what a lower court decided."""

from __future__ import annotations

import pytest
from builders import page

from intake.domain.document import FieldState
from intake.extract.awards import awarded, awarded_sum, beneficiary, beneficiary_account
from intake.extract.finders import field_of

HEAD = ("杭州市西湖区人民法院", "民事判决书", "（2023）浙0106民初1234号")
WHO = ("原告：张三，男。", "原告：王五，女。", "被告：李四，男。")
WHY = ("原告张三、王五与被告李四民间借贷纠纷一案，原告请求判令被告支付99999元。判决如下：",)
SIGNED = ("审判员 王小明", "二〇二三年六月十五日")
CARD = "6222021234567890128"


def _paper(*order, who=WHO, why=WHY):
    return [page(*HEAD, *who, *why, *order, *SIGNED)]


def _payees(*order, **parts):
    field = beneficiary(_paper(*order, **parts))
    return field and (field.value, field.rivals)


def test_costs_refusals_and_appeals_are_no_awards():
    order = (
        "一、被告李四支付原告张三100元；",
        "二、驳回原告张三要求支付200元的诉讼请求。",
        "如未按本判决指定的期间履行，加倍支付利息300元。",
        "案件受理费400元，由被告李四负担。",
        "如不服本判决，可以上诉并预交500元。",
    )

    assert awarded(_paper(*order))[0].written.text == ":一、被告李四支付原告张三100元;"


def test_the_sum_is_not_the_claimed_one():
    field = awarded_sum(_paper("被告李四支付原告张三100元。"))

    assert (field.value, field.rivals, field.doubt) == ("100.00", (), None)


@pytest.mark.parametrize("words", ["撤销", "变更", "维持"])
def test_the_sum_of_an_order_that_changes_another_is_in_doubt(words):
    field = awarded_sum(_paper(f"一、{words}一审判决第一项；", "二、被告李四支付原告张三100元。"))

    assert field.doubt == words


def test_a_sum_that_cannot_be_read_is_unreadable():
    assert awarded_sum(_paper("被告李四支付原告张三1.00.00元。")).state is FieldState.UNREADABLE


@pytest.mark.parametrize(
    ("order", "payees"),
    [
        ("被告李四支付原告张三借款100元。", ("张三", ())),
        ("被告李四归还张三100元。", ("张三", ())),
        ("被告李四向原告张三一次性支付100元。", ("张三", ())),
        ("被告李四赔偿给原告（反诉被告）张三100元。", ("张三", ())),
        ("被告李四支付原告张三、王五100元。", ("张三", ("王五",))),
        ("一、李四支付张三100元；二、李四支付王五200元。", ("张三", ("王五",))),
        ("被告李四支付原告张三100元（户名：赵六，账号：6222）。", ("张三", ("赵六",))),
        ("被告李四支付原告张三100元（户名：杭州市西湖区人民法院）。", ("张三", ())),
        ("被告李四支付原告张二借款100元。", (None, ())),
        ("被告李四支付原告借款100元。", None),
        ("驳回原告张三的诉讼请求。", None),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_everybody_is_named_who_is_awarded_money(order, payees):
    assert _payees(order) == payees


def test_without_parties_only_the_holder_of_the_account_is_named():
    assert _payees("被告支付100元，户名：赵六，账号：6222021234567890128。", who=(), why=("判决如下：",)) == (
        "赵六",
        (),
    )


@pytest.mark.parametrize(
    ("order", "number"),
    [
        (f"李四支付张三100元（户名：张三，账号：{CARD}）。", CARD),
        (f"李四支付100元，汇入账号：{CARD}。", CARD),
        (f"李四支付100元，汇入本院账户，账号：{CARD}。", None),
        (f"李四支付100元（户名：某某市财政局，账号：{CARD}）。", None),
        (f"案件受理费汇入账号：{CARD}。", None),
    ],
    ids=["payee's", "nobody's in particular", "court's", "treasury's", "for costs"],
)
def test_an_account_of_the_court_is_not_the_payees(order, number):
    field = field_of(awarded, beneficiary_account)(_paper(order))

    assert (field and field.value) == number
