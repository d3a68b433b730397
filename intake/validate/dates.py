"""Rules about time, by the dates on the papers alone: no rule here asks what day it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from intake.domain.doctype import Rule
from intake.domain.document import Field
from intake.domain.finding import Finding, Severity
from intake.validate.fields import dated

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


def _is_anniversary(first: date, last: date) -> bool:
    """Say whether a card that began on `first` may end on `last`; 29 February has neighbours instead of a birthday."""
    ends = {(2, 28), (2, 29), (3, 1)} if (first.month, first.day) == (2, 29) else {(first.month, first.day)}
    return last.year - first.year in CARD_YEARS and (last.month, last.day) in ends
