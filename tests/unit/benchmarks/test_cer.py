"""Character errors of a page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.cer import Errors, errors

LINES = ["杭州市西湖区人民法院", "执行裁定书", "申请执行人：张三，男"]
TEXTS = st.lists(st.text("甲乙丙丁0123456789", min_size=1, max_size=12), max_size=8)


@pytest.mark.parametrize(
    ("truth", "read", "wrong"),
    [
        pytest.param(LINES, LINES, 0, id="equal"),
        pytest.param(LINES, LINES[::-1], 0, id="another-order"),
        pytest.param(LINES, ["杭州市西湖区人民法院", "执行栽定书", "申请执行人：张三，男"], 1, id="one-changed"),
        pytest.param(LINES, ["杭州市西湖区", "人民法院", "执行裁定书", "申请执行人:张三,男"], 0, id="line-cut"),
        pytest.param(["户名", "张三", "账号", "622202"], ["户名张三", "账号622202"], 0, id="lines-joined"),
        pytest.param(["（2023）浙０１"], ["(2023) 浙01"], 0, id="width-and-blanks"),
        pytest.param(LINES, LINES[:2], 10, id="line-missing"),
        pytest.param(LINES, [*LINES, "ABCDE"], 5, id="line-too-many"),
        pytest.param(["男", "男"], ["男"], 1, id="double-missing"),
        pytest.param(["性别男"], ["性别男", "男"], 1, id="double-too-many"),
        pytest.param([], ["甲乙"], 2, id="nothing-was-there"),
        pytest.param(LINES, [], 25, id="nothing-read"),
    ],
)
def test_errors_counts_characters(truth, read, wrong):
    assert errors(truth, read).wrong == wrong


def test_errors_leaves_the_text_of_a_seal_out():
    assert errors(LINES, [*LINES, "西湖区人民法院"], seal="杭州市西湖区人民法院").wrong == 0
    assert errors(LINES, [*LINES, "身份证"], seal="杭州市西湖区人民法院").wrong == 3


def test_rate_is_by_the_characters_of_the_truth():
    assert (Errors(1, 50) + Errors(2, 50)).rate == 0.03
    assert Errors().rate == 0.0


@given(TEXTS)
def test_errors_of_the_truth_itself_is_none(lines):
    assert errors(lines, lines).wrong == 0


@given(TEXTS, TEXTS)
def test_errors_never_exceeds_all_characters_of_both_sides(truth, read):
    result = errors(truth, read)

    assert 0 <= result.wrong <= sum(map(len, truth)) + sum(map(len, read))
    assert result.length == sum(map(len, truth))
