"""A decision is dated within a few years of its case: what else its day may be is weighed with that."""

from __future__ import annotations

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
