"""Looks for values in the columns of a table: under their label in its head, in every row that follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from intake.domain.clean import packed
from intake.domain.slips import any_of
from intake.domain.text import Line, PageText
from intake.extract.labels import Place, Search
from intake.extract.layout import UNDER, same_row
from intake.extract.running import joined, of_line

COLUMNS = 2  # filled ones make a row of a table; a line alone is a note under it
_NOTE = re.compile("[，。；：;:]|,(?![0-9])|特此|此[致复]")
"""Stands in notes and endings of letters, never in a cell of such a table."""


def under_label(*labels: str, among: Sequence[str]) -> Search:
    """Return a search for what stands under one of `labels` in the head of a table; `among` are all labels of heads.

    Every row has a place of its own: a second row puts the first in doubt.
    """
    mine, known = (re.compile(any_of(words)) for words in (labels, (*labels, *among)))

    def search(pages: Sequence[PageText]) -> tuple[Place, ...]:
        return tuple(place for page in pages for place in _places(page, mine, known))

    return search


def _places(page: PageText, mine: re.Pattern[str], known: re.Pattern[str]) -> Iterator[Place]:
    labels = [line for line in page.lines if known.fullmatch(packed(line.text))]
    for label in labels:
        head = [other for other in labels if same_row(label, other)]
        if mine.fullmatch(packed(label.text)) and len(head) >= COLUMNS:
            for row in _rows(head, page.lines):
                cell = [of_line(line, page.number) for line in row if _nearest(line, head) is label]
                yield Place(of_line(label, page.number), joined(cell))


def _rows(head: Sequence[Line], lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the rows under the head, up to what is no row; a wide gap or a note ends one."""
    end = max(line.box.bounds.bottom for line in head)
    below = sorted((o for o in lines if o.box.bounds.top >= end - o.box.height / 2), key=lambda o: o.box.bounds.top)
    cells = list(takewhile(lambda line: not _NOTE.search(line.text), below))
    starts = [i for i, line in enumerate(cells) if i == 0 or _is_apart(cells[:i], line)]
    rows = [cells[a:b] for a, b in pairwise((*starts, len(cells)))]
    yield from takewhile(lambda row: len({id(_nearest(line, head)) for line in row}) >= COLUMNS, rows)


def _is_apart(above: Sequence[Line], line: Line) -> bool:
    return line.box.bounds.top - max(o.box.bounds.bottom for o in above) > UNDER * line.box.height


def _nearest(line: Line, head: Sequence[Line]) -> Line:
    """Return the label of the column that a line stands in."""
    return min(head, key=lambda label: abs(label.box.bounds.centre.x - line.box.bounds.centre.x))
