"""What an order says about a payment is read where it pays out, and all that is said there."""

from __future__ import annotations

import pytest
from builders import line
from hypothesis import given
from hypothesis import strategies as st

from intake.extract.payment import order_account, paid_money, payee
from intake.extract.running import of_line

CARD = "6222021234567890128"
TAKEN = "划拨被执行人李四在中国建设银行账户（账号：6217001210024455220）内的存款100元"


def _read(parse, written):
    return [reading.value for reading in parse(of_line(line(written), 1))]


@pytest.mark.parametrize(
    ("order", "values"),
    [
        ("486,320.50元（大写：人民币肆拾捌万陆仟叁佰贰拾元伍角）及执行费100元", ["486320.50", "100.00"]),
        ("其中100元，共计500元（大写：人民币伍佰元整）", ["500.00", "100.00"]),
        ("执行费100元、本金200元", ["100.00", "200.00"]),
        ("每月提取被执行人李四的工资收入2000元，至提取满438771.03元止", ["438771.03"]),
        ("每月支付2000元，执行费100元", ["2000.00", "100.00"]),
        ("扣划2000元，执行费100元，合计2100元", ["2000.00", "100.00", "2100.00"]),
    ],
    ids=["words first", "words second", "no words", "instalments up to a total", "no total", "no instalments"],
)
def test_the_sum_in_words_leads_and_all_others_follow(order, values):
    assert list(dict.fromkeys(_read(paid_money, order))) == values


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("支付给申请执行人李四。", ["李四"]),
        ("支付至张三账户（户名：张三，账号：6222）", ["张三", "张三"]),
        ("支付至杭州某某（集团）有限公司账户（户名：杭州某某（集团）有限公司）", ["杭州某某（集团）有限公司"] * 2),
        ("支付给王五（户名：张三，账号：6222）", ["王五", "张三"]),
        ("支付给申请执行人张三、王五。", ["张三", "王五"]),
        ("支付给张三、王五、赵六各三分之一。", ["张三", "王五", "赵六各三分之一"]),
        ("支付给申请执行人张三的委托代理人王五。", ["张三", "委托代理人王五"]),
        ("支付至申请执行人张三指定的王五账户。", ["张三", "王五账户"]),
        ("支付至申请执行人张三名下的中国工商银行账户。", ["张三"]),
        ("支付给张三人民币100元，支付给王五50元。", ["张三", "王五"]),
        ("支付申请执行人张三。", ["张三"]),
        ("向申请执行人张三支付100元。", ["张三"]),
        ("支付至申请执行人指定账户。", []),
        ("收款人：张三，账号：6222", ["张三"]),
        ("收款账户：户名：张三，账号：6222", ["张三"]),
        ("支付给中请执行人张三（收款账户：6222", ["张三"]),
        ("划拨李四（户名：李四，账号：6217）存款至本院账户（户名：某某人民法院），支付给张三。", ["张三"]),
        ("户名：李四", []),
        ("驳回申请", []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_everybody_is_named_whom_the_order_pays(order, names):
    assert _read(payee, order) == names


@pytest.mark.parametrize(
    ("order", "numbers"),
    [
        (f"支付给张三（身份证号330106199001011234，账号：{CARD}）", [CARD]),
        (f"汇入{CARD}", [CARD]),
        (f"支付至张三账户{CARD}", [CARD]),
        (f"支付给张三（收款账户：{CARD}，户名：张三）", [CARD]),
        (f"支付给张三，户名张三，账{CARD}。", [CARD]),
        ("支付给张三（银行转账202306150001234号）", []),
        ("支付给张三，已转账2023061512345678。", []),
        ("支付给张三，卡号，13812345678", []),
        ("支付给张三指定的银行账号，2024-01-31前付清", []),
        (f"支付给张三（收款账户；{CARD}，户名：张三）", [CARD]),
        (f"划付至张三的银行账户为{CARD}", [CARD]),
        (f"支付给张三（账号：{CARD}；账号：6217001210024455220）", [CARD, "6217001210024455220"]),
        (f"{TAKEN}，支付给张三。", []),
        (f"{TAKEN}，支付给张三（账号：{CARD}）。", [CARD]),
        (f"支付给张三（账号：{CARD}），{TAKEN}。", [CARD]),
        ("支付给张三（身份证号330106199001011234）", []),
        (f"扣划至本院账户（账号：{CARD}）", []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_account_is_the_one_that_is_paid_to(order, numbers):
    assert _read(order_account, order) == numbers


@given(st.text(max_size=40).map(lambda text: f"支付给张三{text}向李四支付{text}"))
def test_no_text_breaks_a_parser(written):
    for parse in (payee, order_account, paid_money):
        assert all(isinstance(value, str) for value in _read(parse, written))
