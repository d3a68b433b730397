"""What a party asks a court for: a sum that is sure, and the cause."""

from __future__ import annotations

import pytest
from builders import page

from intake.domain.document import FieldState
from intake.extract.claim import cause_in_title, cause_of_case, claimed_sum, money
from intake.extract.finders import field_of, lines

TOLD = "事实与理由："


def _sum(*asked):
    return claimed_sum([page("民事起诉状", "诉讼请求：", *asked, TOLD, "被告于2023年借款人民币999.00元。")])


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        (["1.判令被告支付人民币100.00元；"], "100.00"),
        (["1.判令被告支付人民币1,234.50元（大写：人民币壹仟贰佰叁拾肆元伍角）；"], "1234.50"),
        (["1.支付本金100元、利息20元，", "共计人民币120元；"], "120.00"),
        (["1.本金100元；", "2.利息20元；", "以上两项合计120.00元。"], "120.00"),
    ],
    ids=["alone", "with words", "total", "total of a list"],
)
def test_a_sum_that_is_sure_is_read(asked, value):
    field = _sum(*asked)

    assert (field.value, field.rivals) == (value, ())


@pytest.mark.parametrize(
    ("asked", "value", "rivals"),
    [
        (["1.本金100元、利息20元；"], "100.00", ("20.00",)),
        (["1.本金100元、利息20元，共计130元；"], "130.00", ("100.00", "20.00")),
        (["1.本金100元，共计100元，合计120元；"], "100.00", ("120.00",)),
        (["1.人民币100元（大写：人民币贰佰元整）；"], "100.00", ("200.00",)),
    ],
    ids=["no total", "wrong total", "two totals", "other words"],
)
def test_a_sum_that_is_not_sure_has_rivals(asked, value, rivals):
    field = _sum(*asked)

    assert (field.value, field.rivals) == (value, rivals)


def test_an_illegible_sum_makes_all_unreadable():
    assert _sum("1.本金660.641.17元，利息20元；").state is FieldState.UNREADABLE


def test_without_a_heading_nothing_is_claimed():
    assert claimed_sum([page("民事起诉状", "被告欠款100.00元。")]) is None


def test_without_facts_the_requests_go_on_to_the_end():
    assert claimed_sum([page("申请事项：", "发放人民币100.00元。")]).value == "100.00"


@pytest.mark.parametrize(
    ("text", "value"),
    [("100.00元", "100.00"), ("486320.50", "486320.50"), ("不详", None)],
    ids=["unit", "bare", "none"],
)
def test_money_is_read_with_and_without_its_unit(text, value):
    field = field_of(lines, money)([page(text)])

    assert (field.value if field else None) == value


@pytest.mark.parametrize(
    ("said", "value"),
    [
        (["原告：张三，女。", "被告：李四，男。", "原告张三与被告李四民间借贷纠纷一案"], "民间借贷纠纷"),
        (["上诉人（原审被告）：李四，男。", "上诉人李四因与被上诉人张三离婚纠纷一案"], None),
        (["被上诉人（原审原告）：张三，女。", "上诉人李四因与被上诉人张三离婚纠纷一案"], "离婚纠纷"),
    ],
    ids=["both named", "the last not named", "the last named"],
)
def test_the_cause_stands_behind_the_last_name(said, value):
    field = cause_of_case([page(*said)])

    assert (field.value, field.state is FieldState.UNREADABLE) == (value, value is None)


def test_without_a_case_there_is_no_cause():
    assert cause_of_case([page("原告：张三，女。", "上述事实一案")]) is None


def test_the_cause_in_the_title_is_read():
    assert cause_in_title([page("民事起诉状", "（民间借贷纠纷）")]).value == "民间借贷纠纷"


def test_a_bracket_within_a_line_is_no_title():
    assert cause_in_title([page("民事起诉状", "本案（民间借贷纠纷）")]) is None
