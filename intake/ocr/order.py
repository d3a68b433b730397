"""Puts lines into the order in which a person reads them: columns from left to right, lines from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from intake.domain.geometry import Rect

SAME_ROW = 0.5  # centres closer than this part of a line's height stand in one row


def order(boxes: Sequence[Rect]) -> list[int]:
    """Return the indices of upright boxes in reading order."""
    return rows(boxes, range(len(boxes)))


def rows(boxes: Sequence[Rect], members: Sequence[int]) -> list[int]:
    """Return members top to bottom, those of one row from left to right."""
    if not members:
        return []
    close = SAME_ROW * median(boxes[i].height for i in members)
    ordered = sorted(members, key=lambda i: boxes[i].centre.y)
    result: list[list[int]] = []
    for i in ordered:
        if result and boxes[i].centre.y - boxes[result[-1][-1]].centre.y <= close:
            result[-1].append(i)
        else:
            result.append([i])
    return [i for row in result for i in sorted(row, key=lambda i: boxes[i].left)]
