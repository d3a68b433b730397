"""联行号: shape, parts and check digit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.domain.cnaps import parse

GOOD = ["102100099996", "103100000026", "104100000004", "105100000017", "102331005059"]


@pytest.mark.parametrize("code", GOOD)
def test_real_codes_pass(code: str):
    read = parse(code)

    assert read is not None
    assert read.checks


def test_a_wrong_code_fails():
    read = parse("105100000071")

    assert read is not None
    assert not read.checks


def test_parts_of_a_code():
    read = parse("1023 3100 5059")

    assert read is not None
    assert (read.text, read.head, read.area) == ("102331005059", "102", "3310")


@pytest.mark.parametrize("raw", ["", "10233100505", "1023310050599", "10233100505X"])
def test_what_is_no_code(raw: str):
    assert parse(raw) is None


@given(st.sampled_from(GOOD), st.integers(0, 11), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(code: str, at: int, by: int):
    read = parse(code[:at] + str((int(code[at]) + by) % 10) + code[at + 1 :])

    assert read is not None
    assert not read.checks
