"""What defines a type is asked of the lines of a page: all of it, enough of it, none of what must not be there."""

from __future__ import annotations

import pytest
from builders import page

from intake.classifier.defined import fits, fitting, proven
from intake.doctypes.registry import registry
from intake.domain.definition import ANYTHING, Definition

FORM = ("送达地址：文三路1号", "户名：张三", "开户银行：中国工商银行", "账号：6222021234567890128")


@pytest.mark.parametrize(
    ("definition", "is_met"),
    [
        pytest.param(ANYTHING, True, id="nothing is asked"),
        pytest.param(Definition(all_of=("甲", "丙$")), True, id="all of it"),
        pytest.param(Definition(all_of=("甲", "丁")), False, id="not all of it"),
        pytest.param(Definition(some_of=("甲", "丁", "乙"), least=2), True, id="enough"),
        pytest.param(Definition(some_of=("甲", "丁"), least=2), False, id="not enough"),
        pytest.param(Definition(none_of=("丁",)), True, id="nothing that must not be there"),
        pytest.param(Definition(none_of=("乙",)), False, id="something that must not be there"),
        pytest.param(Definition(most_lines=2), True, id="as many lines as may be"),
        pytest.param(Definition(most_lines=1), False, id="a line too many"),
    ],
)
def test_a_page_fits(definition, is_met):
    assert fits("甲乙\n乙丙", definition) is is_met


@pytest.mark.parametrize("title", ["收款账户确认书", "送达地址及收款账户确认书"])
def test_a_form_for_payment_may_name_the_address_for_service_too(title: str):
    assert fitting(page(title, *FORM), registry())["account_confirmation"]


def test_a_form_for_service_alone_is_none_for_payment():
    assert not fitting(page("送达地址确认书", *FORM), registry())["account_confirmation"]


def test_only_types_that_declare_something_are_asked():
    found = fitting(page("甲"), registry())

    assert "enforcement_ruling" in found
    assert "other" not in found


def test_a_title_that_was_misread_as_a_traditional_one_is_the_title():
    said = ("委托单位：郑州德宏食品有限公司", "受托人：姚锦绣", "委托权限：代为申请执行，代为领取案款及法律文书")

    assert fitting(page("授權委托書", *said), registry())["power_of_attorney"]


def test_a_side_with_nothing_but_its_title_is_a_temporary_card():
    assert fitting(page("中华人民共和国", "临时居民身份证"), registry())["temporary_id"]
    assert not fitting(page("临时居民身份证"), registry())["temporary_id"]


WORN = ("2001年10月2日", "甘肃省兰州市城关区八一大", "道340号公寓17号楼", "620102200110027782")


def test_the_first_line_of_an_address_is_enough():
    assert fitting(page(*WORN[:2], WORN[3]), registry())["resident_id_front"]


@pytest.mark.parametrize("mark", ["原告证据3", "此件仅供原告张三诉李四"])
def test_a_mark_of_a_court_on_a_copy_changes_nothing(mark: str):
    assert fitting(page(mark, *WORN), registry())["resident_id_front"]


def test_a_worn_copy_of_an_identity_card_shows_it_by_the_number_the_birthday_and_an_address_over_two_lines():
    fits_them = fitting(page(*WORN), registry())

    assert fits_them["resident_id_front"]
    assert proven(page(*WORN), registry(), fits_them) == {"resident_id_front"}


@pytest.mark.parametrize(
    "word",
    [
        *("被告：张三，男", "被执行人（张三）", "上列当事人因承揽合同纠纷", "民事调解书", "上诉人张三", "第三人张三"),
        *("声明书", "承诺书", "借条", "今借到李四人民币壹万元", "本人自愿放弃继承", "甘肃省居住证No.123"),
        "810000199204160319",
        "我与李四是夫妻，家住兰州市城关区，特此说明。",
    ],
)
def test_a_paper_that_says_who_somebody_is_is_no_identity_card(word: str):
    assert not fitting(page(word, *WORN), registry())["resident_id_front"]
