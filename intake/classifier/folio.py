"""Reads the page number that a page prints in its margin: 第2页 共3页, 2/3, - 2 -."""

from __future__ import annotations

import re
from dataclasses import dataclass

from intake.domain.clean import packed
from intake.domain.text import PageText

MARGIN = 0.12  # of the height of the text, above and below, where page numbers stand
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"第(?P<number>\d{1,3})页[,，/]?(?:\(?共(?P<total>\d{1,3})页\)?)?",
        r"共(?P<total>\d{1,3})页[,，/]?第(?P<number>\d{1,3})页",
        r"(?:页码:?)?(?P<number>\d{1,2})/(?P<total>\d{1,2})页?",
        r"-+(?P<number>\d{1,3})-+",
    )
)


@dataclass(frozen=True, slots=True)
class Folio:
    """A page number, and of how many where the page says so."""

    number: int
    total: int | None = None


def folio(page: PageText) -> Folio | None:
    """Return the page number of a page; None where it prints none."""
    if not page.lines:
        return None
    top = min(line.box.bounds.top for line in page.lines)
    bottom = max(line.box.bounds.bottom for line in page.lines)
    edge = MARGIN * (bottom - top)
    inside = (top + edge, bottom - edge)
    for line in page.lines:
        if inside[0] < line.box.bounds.centre.y < inside[1]:
            continue
        if found := _read(packed(line.text)):
            return found
    return None


def _read(text: str) -> Folio | None:
    match = next((m for form in _FORMS if (m := form.fullmatch(text))), None)
    if match is None:
        return None
    number, total = int(match["number"]), match.groupdict().get("total")
    return Folio(number, int(total) if total else None) if number else None
