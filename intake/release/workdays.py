"""Working days with holidays and 调休: a court's own table first, then the built-in calendar, else weekdays, unsure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import chinese_calendar  # type: ignore[import-untyped]  # has no types; the one call below returns a bool

from intake.release.policy.policy import Year

FRIDAY = 4
FIXED = frozenset({(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)})
"""Holidays of every year by law (全国年节及纪念日放假办法, 2024); the others follow the moon or are announced."""
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Due:
    """A day something is due; `unsure` are the years whose holidays nobody knows yet: then it may be another day."""

    day: date
    unsure: tuple[int, ...] = ()


def due(start: date, working_days: int, calendar: Mapping[str, Year]) -> Due:
    """Return the day that ends so many working days, counted from the day after `start`."""
    day, left, unsure = start, working_days, set[int]()
    while left:
        day += DAY
        known = is_working(day, calendar)
        if known is None:
            unsure.add(day.year)
        left -= _is_plain(day) if known is None else known
    return Due(day, tuple(sorted(unsure)))


def _is_plain(day: date) -> bool:
    """Say whether a day is a weekday and no fixed holiday: the best guess for a year that nobody announced yet."""
    return day.weekday() <= FRIDAY and (day.month, day.day) not in FIXED


def is_working(day: date, calendar: Mapping[str, Year]) -> bool | None:
    """Say whether people work on a day; None in a year that no calendar knows."""
    year = calendar.get(str(day.year))
    if year is not None:
        return day in year.working_days or (day.weekday() <= FRIDAY and day not in year.holidays)
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return None
