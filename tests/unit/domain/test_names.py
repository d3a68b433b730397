"""Names are the same or not; likeness counts for nothing."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from intake.domain.names import normal_name, same_name


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("张三", " 张 三\u3000", id="blanks"),
        pytest.param("買買提·艾力", "买买提艾力", id="dot"),
        pytest.param("阿依古丽•买买提", "阿依古丽·买买提", id="bullet"),
        pytest.param("阿依古丽‧买买提", "阿依古丽.买买提", id="hyphenation-point-and-full-stop"),
        pytest.param("杭州某某（中国）有限公司", "杭州某某(中国)有限公司", id="brackets"),
        pytest.param("張偉", "张伟", id="traditional"),
        pytest.param("ＡＢＣ有限公司", "ABC有限公司", id="full-width"),
        pytest.param("张\u200b三\u202e", "张三", id="invisible"),
    ],
)
def test_one_name_written_in_two_ways(a: str, b: str):
    assert same_name(a, b)
    assert same_name(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("张三", "张三丰"),
        ("张伟", "张玮"),
        ("萧明", "肖明"),
        ("王昇", "王升"),
        ("於洋", "于洋"),
        ("甯浩", "宁浩"),
        ("杭州某某有限公司", "杭州某某有限责任公司"),
        ("J.Li", "JLi"),
        ("", ""),
        ("·", " "),
    ],
)
def test_two_names_however_alike(a: str, b: str):
    assert not same_name(a, b)


def test_injection_is_just_text():
    assert normal_name("＇ OR 1=1 --") == "'OR1=1--"


@given(st.text())
@example("C¸")
def test_normal_form_is_stable(name: str):
    assert normal_name(normal_name(name)) == normal_name(name)
