"""Of several sums the main one is told from interest, costs, bases and parts; what is not clear stays in doubt."""

from __future__ import annotations

import pytest
from builders import line
from hypothesis import given
from hypothesis import strategies as st

from intake.extract.running import of_line
from intake.extract.sums import main_sum, main_sum_in_words


def _read(parse, written):
    return [reading.value for reading in parse(of_line(line(written), 1))]


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("归还借款本金300000元，并支付利息（以300000元为基数，自2022年1月1日起计算）", ["300000.00"]),
        ("归还借款30万元及利息12,345.60元", ["300000.00"]),
        ("支付货款5000元、违约金800元、律师费3000元", ["5000.00"]),
        ("支付截至2023年6月1日的利息（按年利率计算）800元", ["800.00"]),
        ("支付违约金800元", ["800.00"]),
        ("在50000元范围内承担责任", []),
        ("赔偿医疗费1000元、误工费2000元，合计3000元", ["3000.00"]),
        ("支付100000元，于7月支付50000元，于8月支付50000元", ["100000.00"]),
        ("支付张三50000元，支付李四20000元，支付王五10000元", ["50000.00", "20000.00", "10000.00"]),
        ("支付10000元，支付20000元，支付30000元", ["10000.00", "20000.00", "30000.00"]),
        ("支付货款5000元，扣除已付的2000元", ["5000.00", "2000.00"]),
        ("案件受理费800元，保全费520元，合计1320元", ["1320.00"]),
        ("预交诉讼费:￥1971.68应退金额(小写):Y985.84应退金额(大写):人民币玖佰捌拾伍元捌角肆分", ["985.84"]),
        ("预付款1971.68元应退金额(小写):丫985.84应退金额(大写):人民币玖佰捌拾伍元捌角肆分", ["1971.68", "985.84"]),
        ("支付货款5000元，案件受理费伍拾元", ["5000.00"]),
        ("支付货款5000元（大写：陆仟元整）", ["5000.00"]),
        ("支付货款伍仟元", []),
        ("驳回上诉", []),
    ],
    ids=[
        "interest on a base",
        "interest in figures",
        "penalty and costs",
        "interest alone, explained in brackets",
        "penalty alone",
        "limit",
        "parts and their total",
        "sum and its instalments",
        "three payees",
        "the last is no total unless it is called one",
        "something paid already",
        "total of costs",
        "a mark of money that lost its strokes",
        "words whose figures were not read",
        "costs in words",
        "words beside figures, which a rule compares",
        "nothing in figures",
        "none",
    ],
)
def test_the_main_sum_leads_and_what_may_be_it_follows(written, values):
    assert _read(main_sum, written) == values


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("支付100元（大写：人民币壹佰元整）", ["人民币壹佰元整"]),
        ("支付人民币壹佰元整（￥100.00元）", ["人民币壹佰元整"]),
        ("退款金额￥100.00元金额大写人民币壹佰元整", ["人民币壹佰元整"]),
        ("支付100元（大写：壹佰元整），律师费50元（大写：伍拾元整）", ["壹佰元整"]),
        ("支付人民币壹佰元整", ["人民币壹佰元整"]),
        ("支付100元，另行支付伍拾元整", []),
        ("支付100元", []),
        ("支付100.47元（大写：壹佰元肆角染分）", [None]),
        ("支付100.47元（大写：壹佰元肆角染分），支付50元（大写：伍拾元）", [None]),
        ("支付本金肆万元肆角染分，律师费伍角", [None]),
    ],
    ids=[
        "behind",
        "ahead",
        "in a table",
        "of costs too",
        "without figures",
        "of another sum",
        "none",
        "misread",
        "misread, and another",
        "misread, without figures",
    ],
)
def test_words_are_those_of_the_main_sum(written, words):
    assert _read(main_sum_in_words, written) == words


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("支付借款本金叁拾万元柒角染分，案件受理费500元", ["500.00", "300000.70"]),
        ("支付货款叁拾万元染角，并支付货款500元", ["500.00", "300000.00"]),
    ],
)
def test_what_is_left_of_a_misread_sum_is_a_rival_of_another(written, values):
    assert _read(main_sum, written) == values


@given(st.text(max_size=30).map(lambda text: f"支付100元{text}合计200元（大写：{text}壹佰元整）"))
def test_no_text_breaks_a_parser(written):
    for parse in (main_sum, main_sum_in_words):
        assert all(value is None or isinstance(value, str) for value in _read(parse, written))
