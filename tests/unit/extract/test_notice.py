"""Notices of courts name a case in running text or behind labels, and say 你 to whom they are sent to."""

from __future__ import annotations

import pytest
from builders import page

from intake.domain.document import FieldState, Party
from intake.extract import notice

HEAD = ("杭州市西湖区人民法院", "受理案件通知书", "（2023）浙0106民初1234号")


def _case(*lines):
    pages = [page(*HEAD, *lines)]
    fields = (notice.notice_applicants(pages), notice.notice_respondents(pages), notice.notice_cause(pages))
    names = [f.value[0].name if f and isinstance(f.value, tuple) else f and f.value for f in fields]
    return tuple(names)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("张三：", "你诉李四民间借贷纠纷一案的起诉状已收到。"), ("张三", "李四", "民间借贷纠纷")),
        (("李四：", "本院受理张三诉你买卖合同纠纷一案，现发送起诉状副本。"), ("张三", "李四", "买卖合同纠纷")),
        (
            ("杭州某某（集团）有限公司：", "申请执行人张三与你单位劳动争议一案，本院立案执行。"),
            ("张三", "杭州某某（集团）有限公司", "劳动争议"),
        ),
        (("关于原告张三与被告李四离婚纠纷一案，现通知如下：",), ("张三", "李四", "离婚纠纷")),
        (("本院在执行张三与李四承揽合同纠纷一案中，作出的执行裁定已生效。",), ("张三", "李四", "承揽合同纠纷")),
        (("案由：民间借贷纠纷", "原告：张三", "被告：李四"), ("张三", "李四", "民间借贷纠纷")),
        (("你诉李四民间借贷纠纷一案的起诉状已收到。",), (None, "李四", "民间借贷纠纷")),
        (("张三：", "你诉李四奇怪事由一案的起诉状已收到。"), (None, None, None)),
        (("被申请人：李四",), (None, "李四", None)),
        (("原告：12",), (None, None, None)),
        (("原", "告：张三", "被", "告：李四"), ("张三", "李四", None)),
    ],
    ids=[
        "to the plaintiff",
        "to the defendant",
        "to a company",
        "to both",
        "an enforcement",
        "labels",
        "nobody addressed",
        "cause unknown",
        "one side",
        "no name",
        "roles in two pieces",
    ],
)
def test_the_case_of_a_notice(lines, expected):
    assert _case(*lines) == expected


def test_a_heading_with_a_colon_is_nobody():
    pages = [page("杭州市西湖区人民法院：", *HEAD[1:], "张三：", "你诉李四民间借贷纠纷一案已收到。")]

    assert notice.notice_applicants(pages).value == (Party("张三"),)


@pytest.mark.parametrize(
    ("lines", "payee", "account"),
    [
        (("收款人：张三", "账号：6222021234567890128"), "张三", "6222021234567890128"),
        (("户名：杭州市西湖区人民法院", "账号：6222021234567890128"), None, None),
        (("户名：杭州市财政局非税收入专户", "账号：6222021234567890128"), None, None),
        (("账号：6222021234567890128",), None, None),
        (("户名：张三", "电号：6222021234567890128"), "张三", "6222021234567890128"),
        (("户名：张三", "电号：6222021234567890129"), "张三", None),
        (("户名：张三", "法院账户：6222021234567890128"), "张三", None),
        (("户名：张三", "6222021234567890128"), "张三", None),
        (("户名：张三", "单号：6222021234567890128"), "张三", None),
        (("户名：张三", "账号：6222O2I234567890Z28", "电号：6222021234567890128"), "张三", None),
    ],
    ids=[
        "payee",
        "court",
        "treasury",
        "nobody",
        "misread label",
        "no card",
        "of others",
        "no label",
        "another label",
        "an own account that nobody can read",
    ],
)
def test_money_that_goes_to_the_court_has_no_payee(lines, payee, account):
    pages = [page(*HEAD, *lines)]

    fields = (notice.payee_name(pages), notice.payee_account(pages))

    assert tuple(field and field.value for field in fields) == (payee, account)


@pytest.mark.parametrize(
    ("title", "payee", "account"),
    [("诉讼费退费通知书", "张三", "6222021234567890128"), ("缴款通知书", None, None)],
    ids=["paid back", "to be paid"],
)
def test_money_is_paid_back_to_who_paid_it_in(title, payee, account):
    pages = [page(HEAD[0], title, HEAD[2], "缴款人：张三", "收款账号：6222021234567890128")]

    fields = (notice.payee_name(pages), notice.payee_account(pages))

    assert tuple(field and field.value for field in fields) == (payee, account)


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        (("于2023年1月2日立案。", "二〇二三年六月十五日", "联系电话：12345678"), "2023-06-15"),
        (("2023年6月15日",), "2023-06-15"),
        (("落款：二〇二三年六月十五日印",), "2023-06-15"),
        (("特此通知。",), None),
    ],
    ids=["hanzi", "figures", "in a line", "none"],
)
def test_the_day_of_a_notice(lines, value):
    field = notice.day_of_notice([page(*HEAD, *lines)])

    assert (field and field.value) == value


@pytest.mark.parametrize("day", ["二〇二三年六月十士日", "二一八年八月六日"], ids=["another character", "〇 lost"])
def test_a_day_in_doubt_is_unreadable(day: str):
    assert notice.day_of_notice([page(*HEAD, day)]).state is FieldState.UNREADABLE


def test_the_sum_of_a_fee_is_read():
    assert notice.notice_sum([page(*HEAD, "预交案件受理费8862元。")]).value == "8862.00"


def test_a_sum_and_a_fee_beside_it_are_no_rivals():
    field = notice.notice_sum([page(*HEAD, "支付张三100元，负担执行费50元。")])

    assert (field.value, field.rivals) == ("100.00", ())
