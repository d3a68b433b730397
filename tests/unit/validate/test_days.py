"""The order of dates, and how long a card is valid."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judged import judged

from intake.validate.dates import date_order, period_order, valid_for_months, valid_period

LATE = ("date_order", "review")


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        pytest.param(("2023-01-01", "2023-02-01", "2023-02-01"), [], id="in-order"),
        pytest.param(("2023-03-01", "2023-02-01", "2023-04-01"), [(*LATE, "b")], id="second-too-early"),
        pytest.param(("2023-03-01", None, "2023-02-01"), [(*LATE, "c")], id="over-a-gap"),
        pytest.param(("2023-03-01", "长期", "2023-03-02"), [], id="open-end-is-no-day"),
        pytest.param((None, None, None), [], id="nothing-read"),
    ],
)
def test_dates_follow_each_other(days: tuple[str | None, ...], expected: list[tuple[str, str, str]]):
    assert judged(date_order("a", "b", "c"), **dict(zip("abc", days, strict=True))) == expected


@pytest.mark.parametrize(
    ("start", "end", "good"),
    [
        ("2016-03-15", "2021-03-15", True),
        ("2016-03-15", "2026-03-15", True),
        ("2016-03-15", "2036-03-15", True),
        ("2016-03-15", "长期", True),
        ("2016-02-29", "2026-02-28", True),
        ("2016-02-29", "2026-03-01", True),
        ("2016-02-29", "2036-02-29", True),
        ("2016-03-15", None, True),
        (None, "2036-03-15", True),
        ("2016-03-15", "2036-03-16", False),
        ("2016-03-15", "2030-03-15", False),
        ("2016-03-15", "2006-03-15", False),
    ],
)
def test_a_card_is_valid_for_some_years(start: str | None, end: str | None, *, good: bool):
    expected = [] if good else [("period_length", "review", "valid_to")]

    assert judged(valid_period("valid_from", "valid_to"), valid_from=start, valid_to=end) == expected


@given(st.dates(), st.dates())
def test_of_two_days_one_order_is_right(a: date, b: date):
    first, last = sorted((a, b))

    assert judged(date_order("a", "b"), a=first.isoformat(), b=last.isoformat()) == []
    assert bool(judged(date_order("a", "b"), a=last.isoformat(), b=first.isoformat())) == (a != b)


@given(st.dates() | st.text(), st.dates() | st.text())
def test_nothing_makes_a_rule_crash(a: date | str, b: date | str):
    judged(valid_period("a", "b"), a=str(a), b=str(b))
    judged(date_order("a", "b"), a=str(a), b=str(b))


@pytest.mark.parametrize(
    ("start", "end", "good"),
    [
        ("2023-05-06", "2023-08-06", True),
        ("2023-05-06", "2023-08-05", True),
        ("2023-11-30", "2024-02-29", True),
        ("2023-10-06", "2024-01-06", True),
        ("2023-05-06", "2023-08-04", True),
        ("2023-05-06", "2023-08-03", False),
        ("2023-05-06", "2023-08-07", False),
        ("2023-05-06", "2033-05-06", False),
        ("2023-05-06", None, True),
        (None, "2023-08-06", True),
        ("2023-05-06", "长期", True),
    ],
)
def test_a_temporary_card_is_valid_for_three_months(start: str | None, end: str | None, *, good: bool):
    expected = [] if good else [("months_valid", "review", "valid_to")]

    assert judged(valid_for_months("valid_from", "valid_to", 3), valid_from=start, valid_to=end) == expected


@pytest.mark.parametrize(
    ("term", "good"),
    [("2012-04-24/2042-04-23", True), ("2012-04-24/长期", True), (None, True), ("2012-04-24/2002-04-23", False)],
)
def test_a_term_ends_after_it_begins(term: str | None, *, good: bool):
    expected = [] if good else [("date_order", "review", "term")]

    assert judged(period_order("term"), term=term) == expected
