"""Looks for values by their place on a paper where their labels were not read: on copies these wear off first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.domain.clean import packed
from intake.domain.text import Line, PageText
from intake.extract.labels import Place, Search, is_level
from intake.extract.running import of_line
from intake.extract.sure import DOUBTED

ASIDE = 1.0  # heights by which a value may begin left or right of the one below
APART = 3.0  # heights that may be between them


def over(number: str) -> Search:
    """Look for what stands right over a line that is nothing but `number`, a regular expression, from the same x on.

    It is never surely the value: a person is asked.
    """
    alone = re.compile(number)

    def search(pages: Sequence[PageText]) -> tuple[Place, ...]:
        found = ((page.number, above) for page in pages for above in _above(page, alone))
        return tuple(Place(None, of_line(line, number).doubted(DOUBTED)) for number, line in found)

    return search


def _above(page: PageText, alone: re.Pattern[str]) -> list[Line]:
    level = [line for line in page.lines if is_level(line)]
    below = [line for line in level if alone.fullmatch(packed(line.text))]
    nearest = (max(_over(line, level), key=lambda o: o.box.bounds.bottom, default=None) for line in below)
    return [line for line in nearest if line]


def _over(line: Line, others: Sequence[Line]) -> list[Line]:
    box, height = line.box.bounds, line.box.height
    return [
        other
        for other in others
        if abs(other.box.bounds.left - box.left) <= ASIDE * height
        and 0 <= box.centre.y - other.box.bounds.bottom <= APART * height
    ]
