"""案号 on a paper: its form, its court, its year."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judged import judged

from intake.validate.court import court_agrees, valid_case_number, year_agrees


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("（2023）浙0106执1234号", []),
        ("（2016）浙0106执1234号", []),
        (None, []),
        ("（2015）浙0106执1234号", [("case_number_year", "review", "case_number")]),
        ("(2015)杭下执民字第2741号", [("case_number_legacy", "review", "case_number")]),
        ("（2023）奥0106执1234号", [("case_number_form", "review", "case_number")]),
        ("' OR 1=1 --", [("case_number_form", "review", "case_number")]),
    ],
)
def test_case_numbers(number: str | None, expected: list[tuple[str, str, str]]):
    assert judged(valid_case_number("case_number"), case_number=number) == expected


@pytest.mark.parametrize(
    ("court", "number", "differs"),
    [
        ("浙江省杭州市西湖区人民法院", "（2023）浙0106执1234号", False),
        ("江苏省南京市玄武区人民法院", "（2023）浙0106执1234号", True),
        ("杭州市西湖区人民法院", "（2023）浙0106执1234号", False),
        ("浙江省杭州市拱墅区人民法院", "（2023）浙0106执1234号", True),
        ("江苏省南京市玄武区人民法院", "(2015)杭下执民字第2741号", False),
        ("江苏省南京市玄武区人民法院", "案号", False),
        (None, "（2023）浙0106执1234号", False),
        ("江苏省南京市玄武区人民法院", None, False),
    ],
    ids=["same", "other", "no-province", "another-district", "legacy", "no-number", "no-court", "number-not-read"],
)
def test_the_court_is_the_one_of_the_number(court: str | None, number: str | None, *, differs: bool):
    expected = [("case_number_court", "review", "case_number")] if differs else []

    assert judged(court_agrees("court_name", "case_number"), court_name=court, case_number=number) == expected


@pytest.mark.parametrize(
    ("number", "day", "after"),
    [
        ("（2023）浙0106执1234号", "2023-05-06", False),
        ("（2023）浙0106执1234号", "2024-05-06", False),
        ("（2023）浙0106执1234号", "2022-12-31", True),
        ("（2023）浙0106执1234号", None, False),
        (None, "2022-12-31", False),
        ("案号", "2022-12-31", False),
    ],
)
def test_a_case_is_not_younger_than_its_paper(number: str | None, day: str | None, *, after: bool):
    expected = [("case_number_after_date", "review", "case_number")] if after else []

    assert judged(year_agrees("case_number", "decision_date"), case_number=number, decision_date=day) == expected


@given(st.text(), st.text())
def test_no_text_makes_a_rule_crash(number: str, other: str):
    judged(valid_case_number("n"), n=number)
    judged(court_agrees("c", "n"), n=number, c=other)
    judged(year_agrees("n", "d"), n=number, d=other)
