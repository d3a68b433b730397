"""注册号 and its check digit."""

from __future__ import annotations

import pytest

from intake.domain.licence import find, parse


@pytest.mark.parametrize(
    ("text", "checks"), [("110108000000016", True), ("440301103097413", True), ("110108000000017", False)]
)
def test_the_last_digit_checks_all_others(text: str, *, checks: bool):
    number = parse(text)

    assert number is not None
    assert number.checks is checks


@pytest.mark.parametrize("text", ["11010800000001", "1101080000000166", "11010800000001X"])
def test_another_shape_is_no_number(text: str):
    assert parse(text) is None


def test_numbers_are_found_in_running_text():
    assert [(f.value.text, f.start) for f in find("注册号 110108000000016，编号1101080000000166")] == [
        ("110108000000016", 4)
    ]
