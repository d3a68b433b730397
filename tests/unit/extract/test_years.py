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


@pytest.mark.parametrize(
    ("raw", "day", "number", "is_believed"),
    [
        ("二一七年八月十九日", "2017-08-19", "（2017）桂0103民初4590号", True),
        ("二二〇年 八月十九日", "2020-08-19", "（2019）桂0103民初4590号", True),
        ("二一七年八月十九日", "2017-08-19", "（2018）桂0103民初4590号", False),
        ("二一七年八月十几日", "2017-08-19", "（2017）桂0103民初4590号", False),
        ("二〇一年八月十九日", "2011-08-19", "（2011）桂0103民初4590号", False),
        ("二一七年八月十九日", "2017-08-19", None, False),
    ],
    ids=["lost", "one of two lost", "before its case", "more was mended", "another was lost", "no case"],
)
def test_a_year_that_lost_its_zero_is_believed_in_its_case(
    raw: str, day: str, number: str | None, *, is_believed: bool
):
    read = replace(_field(day), raw=raw, repaired=True)

    fields = of_its_years({DAY: read, **({NUMBER: _field(number)} if number else {})})

    assert fields[DAY].value == day
    assert (fields[DAY].margin is not None) is is_believed
