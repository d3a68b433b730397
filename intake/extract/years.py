"""Weighs what else the day of a decision may be with the year of its case: nobody decided a case of 2022 in 2032."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from intake.domain import dates
from intake.domain.case_number import normalise
from intake.domain.clean import packed
from intake.domain.document import Field, FieldState
from intake.extract.rules import DATE_LEAD

DAY, NUMBER = "decision_date", "case_number"
_LOST = re.compile("^二([一二三][〇○零Oo0一二三四五六七八九]年)")
LATEST = 5  # years after its case was taken in: decisions that come later are rarer than a misread year


def of_its_years(fields: Mapping[str, Field]) -> Mapping[str, Field]:
    """Return the fields with the day of the decision as the year of its case makes it.

    A suggested day that no decision of the case has is dropped, where that which was read may be. A day whose year lost
    its 〇 (二一七年) is read where nothing else was mended and no other day is near: no other year of our century is
    written so.
    """
    day, number = fields.get(DAY), fields.get(NUMBER)
    case = normalise(str(number.value)) if number and number.value else None
    if day is None or case is None or day.suggestion is None:
        return fields
    if day.value is None:
        is_known = day.suggestion == _with_its_zero(day.raw) and (day.margin or 0.0) >= DATE_LEAD
        if is_known and _may_be(day.suggestion, case.year):
            read = replace(day, value=day.suggestion, state=FieldState.READ, suggestion=None, repaired=True)
            return {**fields, DAY: read}
    elif isinstance(day.value, str) and _may_be(day.value, case.year) and not _may_be(day.suggestion, case.year):
        return {**fields, DAY: replace(day, suggestion=None)}
    return fields


def _with_its_zero(raw: str) -> str | None:
    """Return the day of a text whose year has three figures, with the 〇 that readers overlook; None of any other."""
    written, lost = _LOST.subn(r"二〇\1", packed(raw))
    return dates.iso(written) if lost else None


def _may_be(day: str, year: int) -> bool:
    """Say whether a case of a year may have been decided on a day (ISO 8601)."""
    return day[:4].isdecimal() and 0 <= int(day[:4]) - year <= LATEST
