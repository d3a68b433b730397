"""Money may be received only where the powers say so, nothing denies it, and nothing makes it doubtful."""

from __future__ import annotations

import pytest
from builders import line, page

from intake.domain.document import FieldState
from intake.extract.mandate import may_receive_funds, powers


def _of(*lines):
    field = may_receive_funds([page("授权委托书", *lines)])
    return field.value, field.doubt


@pytest.mark.parametrize(
    "text",
    [
        "特别授权，代为收取执行款项",
        "代为领取执行款",
        "代领案款",
        "代为签收法律文书，收取、领取执行案款",
        "代为接收执行标的款、物",
        "代为办理收款手续",
        "代为办理执行款领取手续",
        "代为收取赔偿款，代理人无转委托权",
        "包括但不限于代为领取执行款",
    ],
)
def test_money_is_granted(text):
    assert _of(f"代理权限：{text}。", "委托人：张三") == (True, None)


@pytest.mark.parametrize(
    "text",
    [
        "一般代理",
        "特别授权：代为承认、放弃、变更诉讼请求，进行和解",
        "代为签收法律文书，代为支付诉讼费",
        "代为接受和解条款",
        "但不得代为收取执行款项",
        "无权领取案款",
        "代为和解，不包括收取执行款",
    ],
)
def test_money_is_not_granted(text):
    assert _of(f"代理权限：{text}。", "委托人：张三") == (False, None)


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("代为和解，代为收取执行款须另行授权", "另行"),
        ("以下除外：代为签收，代为收取执行款", "除"),
        ("□代为收取执行款", "□"),
        ("√代为收取执行款", "√"),
        ("代为收取执行歉项", "收取执行"),
        ("收到对方还款", "收到对方还款"),
        ("代为收取执行款；不得收取案款", "收取案款"),
    ],
)
def test_what_may_be_denied_is_for_a_person(text, doubt):
    assert _of(f"代理权限：{text}。", "委托人：张三") == (False, doubt)


def test_money_named_outside_the_powers_is_for_a_person():
    found = _of("代理权限：一般代理。", "委托期限：一年。", "注：代为收取执行款的须特别授权。")

    assert found == (False, "收取执行款")


def test_money_named_without_powers_is_unreadable():
    field = may_receive_funds([page("授权委托书", "本人同意其代为收取执行款")])

    assert (field.state, field.raw) == (FieldState.UNREADABLE, "收取执行款")


def test_a_paper_without_powers_says_nothing_of_money():
    assert may_receive_funds([page("授权委托书")]) is None
    assert powers([page("授权委托书")]) is None


def test_powers_end_with_the_page_where_nothing_follows():
    assert powers([page("授权范围：一般代理，代为立案")]).value == "一般代理，代为立案"


def test_words_about_the_powers_are_no_heading():
    text = "代理人在代理权限内的行为由本人承担。"

    assert powers([page(text, "代理权限：一般代理。")]).value == "一般代理"


def test_a_sentence_may_name_the_powers():
    assert powers([page("现委托李四为代理人，代理权限为一般代理。")]).value == "一般代理"


def test_a_row_of_the_table_below_is_no_part_of_the_powers():
    found = powers(
        [
            page(
                line("委托权限", 100, 120),
                line("一般代理，代为立案、", 400, 100),
                line("代为提交材料", 400, 138),
                line("关系", 100, 195),
                line("亲属", 400, 195),
            )
        ]
    )

    assert found.value == "一般代理，代为立案、代为提交材料"
