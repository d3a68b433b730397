"""A decision is dated within a few years of its case: what else its day may be is weighed with that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from intake.domain.document import Field, FieldState
from intake.domain.geometry import Quad, Rect
from intake.extract.years import DAY, NUMBER, of_its_years

PLACE = (1, Quad.of_rect(Rect(0, 0, 10, 10)))


def _field(value: str | None, suggestion: str | None = None) -> Field:
    state = FieldState.READ if value else FieldState.UNREADABLE
    return Field(value, value or "", 0.9, state, *PLACE, suggestion=suggestion)


@pytest.mark.parametrize(
    ("day", "suggestion", "number", "kept"),
    [
        ("2022-08-22", "2032-08-22", "（2022）桂0103民初4590号", None),
        ("2022-08-22", "2012-08-22", "（2022）桂0103民初4590号", None),
        ("2022-08-22", "2022-08-12", "（2022）桂0103民初4590号", "2022-08-12"),
        ("2023-08-22", "2022-08-22", "（2022）桂0103民初4590号", "2022-08-22"),
        ("2032-08-22", "2022-08-22", "（2022）桂0103民初4590号", "2022-08-22"),
        ("2022-08-22", "2032-08-22", None, "2032-08-22"),
        (None, "2022-08-22", "（2022）桂0103民初4590号", "2022-08-22"),
        (None, "2032-08-22", "（2022）桂0103民初4590号", "2032-08-22"),
    ],
    ids=[
        "ten years later", "before its case", "another day", "the year before", "rather the other", "no case",
        "unreadable, suggested", "unreadable, nothing left but what may not be",
    ],
)  # fmt: skip
def test_a_day_that_no_decision_of_the_case_has_is_not_suggested(
    day: str | None, suggestion: str, number: str | None, kept: str | None
):
    fields = of_its_years({DAY: _field(day, suggestion), **({NUMBER: _field(number)} if number else {})})

    assert (fields[DAY].value, fields[DAY].suggestion) == (day, kept)


CASE = "（2017）桂0103民初4590号"


@pytest.mark.parametrize(
    ("raw", "day", "number", "margin", "is_read"),
    [
        ("二一七年八月十九日", "2017-08-19", CASE, 9.0, True),
        ("二二〇年 八月十九日", "2020-08-19", "（2019）桂0103民初4590号", 9.0, True),
        ("二一七年八月十九日", "2017-08-19", CASE, 0.2, False),
        ("二一七年八月十九日", "2017-08-19", "（2018）桂0103民初4590号", 9.0, False),
        ("二一七年八月十几日", "2017-08-19", CASE, 9.0, False),
        ("二〇一年八月十九日", "2011-08-19", "（2011）桂0103民初4590号", 9.0, False),
        ("二一七年八月十九日", "2017-08-19", None, 9.0, False),
    ],
    ids=["lost", "one of two lost", "another day is near", "before its case", "more was mended", "another was lost",
         "no case"],
)  # fmt: skip
def test_a_year_that_lost_its_zero_is_known_in_its_case(
    raw: str, day: str, number: str | None, margin: float, *, is_read: bool
):
    unread = replace(_field(None, day), raw=raw, margin=margin)

    found = of_its_years({DAY: unread, **({NUMBER: _field(number)} if number else {})})[DAY]

    assert (found.value, found.suggestion, found.repaired) == ((day, None, True) if is_read else (None, day, False))


def test_the_day_of_an_unread_case_keeps_what_else_it_may_be():
    unread = replace(_field(None, "（2022）桂0103民初4590号"), raw="（2022）0103民初4590号")

    fields = of_its_years({DAY: _field("2022-08-22", "2032-08-22"), NUMBER: unread})

    assert fields[DAY].suggestion == "2032-08-22"
