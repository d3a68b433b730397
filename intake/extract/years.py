"""Weighs what else the day of a decision may be with the year of its case: nobody decided a case of 2022 in 2032."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from intake.domain.case_number import normalise
from intake.domain.document import Field

DAY, NUMBER = "decision_date", "case_number"
LATEST = 5  # years after its case was taken in: decisions that come later are rarer than a misread year


def of_its_years(fields: Mapping[str, Field]) -> Mapping[str, Field]:
    """Return the fields without a suggested day that no decision of the case has, where that which was read may be."""
    day, number = fields.get(DAY), fields.get(NUMBER)
    case = normalise(str(number.value)) if number and number.value else None
    if day is None or case is None or day.suggestion is None or not isinstance(day.value, str):
        return fields
    if _may_be(day.value, case.year) and not _may_be(day.suggestion, case.year):
        return {**fields, DAY: replace(day, suggestion=None)}
    return fields


def _may_be(day: str, year: int) -> bool:
    """Say whether a case of a year may have been decided on a day (ISO 8601)."""
    return day[:4].isdecimal() and 0 <= int(day[:4]) - year <= LATEST
