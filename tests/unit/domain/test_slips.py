"""Words are recognised with one slip of the reader when they are long."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.slips import any_of, fold

WORD = st.text(alphabet="公民身份号码开户银行执裁定书", min_size=4, max_size=8)


@given(WORD, st.data())
def test_a_long_word_is_found_with_one_character_wrong(word, data):
    i = data.draw(st.integers(0, len(word) - 1))

    assert re.search(any_of([word]), f"{word[:i]}甲{word[i + 1 :]}")


@given(WORD, st.data())
def test_a_long_word_is_found_with_one_character_lost(word, data):
    i = data.draw(st.integers(0, len(word) - 1))

    assert re.search(any_of([word]), f"{word[:i]}{word[i + 1 :]}")


def test_a_short_word_must_be_exact():
    assert not re.search(any_of(["户名"]), "尸名")


def test_an_exact_word_goes_before_a_slip_of_a_longer_one():
    assert re.match(any_of(["账户名称", "账户名"]), "账户名张三")[0] == "账户名"


def test_a_colon_is_no_part_of_a_word():
    assert re.match(any_of(["开户银行"]), "开户银:")[0] == "开户银"


@pytest.mark.parametrize(("char", "folded"), [("（", "("), ("粵", "粤"), ("㎡", "㎡"), ("张", "张")])
def test_folding_keeps_one_character_one_character(char, folded):
    assert fold(char) == folded
