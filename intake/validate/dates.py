"""Rules about time, by the dates on the papers alone: no rule here asks what day it is."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from intake.domain.dates import FOREVER
from intake.domain.doctype import Rule
from intake.domain.document import Field
from intake.domain.finding import Finding, Severity
from intake.validate.fields import dated, written

PLAIN_MONTH = 30  # days, where months are counted and no calendar is asked
CARD_YEARS = (5, 10, 20)  # what a resident identity card is valid for, or 长期


def date_order(*names: str) -> Rule:
    """Check that the dates in these fields follow each other; those that were not read are passed over."""

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        read = [(name, day) for name in names if (day := dated(fields, name))]
        for (_, earlier), (name, later) in pairwise(read):
            if later < earlier:
                facts = {"earlier": earlier.isoformat(), "later": later.isoformat()}
                yield Finding("date_order", Severity.REVIEW, name, facts)

    return rule


def valid_period(start: str, end: str) -> Rule:
    """Check that a card is valid for five, ten or twenty years; one without end is."""

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        first, last = dated(fields, start), dated(fields, end)
        if first and last and not _is_anniversary(first, last):
            facts = {"start": first.isoformat(), "end": last.isoformat()}
            yield Finding("period_length", Severity.REVIEW, end, facts)

    return rule


def valid_for_months(start: str, end: str, months: int) -> Rule:
    """Check that a paper is valid for so many months: to the day or the day before it, or for months of 30 days."""

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        first, last = dated(fields, start), dated(fields, end)
        if not first or not last:
            return
        is_plain = (last - first).days == months * PLAIN_MONTH
        if not is_plain and not 0 <= (_months_after(first, months) - last).days <= 1:
            facts = {"start": first.isoformat(), "end": last.isoformat(), "n": str(months)}
            yield Finding("months_valid", Severity.REVIEW, end, facts)

    return rule


def period_order(field: str) -> Rule:
    """Check that a period, as 2012-04-24/2042-04-23, ends after it has begun."""

    def rule(fields: Mapping[str, Field]) -> Iterator[Finding]:
        first, _, last = (written(fields, field) or "").partition("/")
        if last and last != FOREVER and last < first:
            yield Finding("date_order", Severity.REVIEW, field, {"earlier": first, "later": last})

    return rule


def _months_after(day: date, months: int) -> date:
    """Return the day so many months on; the last day of its month where that month has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _is_anniversary(first: date, last: date) -> bool:
    """Say whether a card that began on `first` may end on `last`; 29 February has neighbours instead of a birthday."""
    ends = {(2, 28), (2, 29), (3, 1)} if (first.month, first.day) == (2, 29) else {(first.month, first.day)}
    return last.year - first.year in CARD_YEARS and (last.month, last.day) in ends
