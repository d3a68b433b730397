"""Puts lines into the order in which a person reads them: columns from left to right, lines from top to bottom.

What stands in one row of a form or table is read across, so two columns are only seen where both are filled with
running text: several lines each, most of them nearly as wide as their column.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from intake.domain.geometry import Point, Quad, Rect

SAME_ROW = 0.5  # centres closer than this part of a line's height stand in one row
FULL = 0.7  # lines of running text fill this part of their column
MOST = 3  # lines a column has at least
SLIM = 8.0  # line heights a column of running text measures at least

Indices = list[int]


def order(quads: Sequence[Quad]) -> Indices:
    """Return the indices of lines in reading order; lines that read another way are read in their own frame."""
    groups: dict[int, Indices] = {}
    for i, quad in enumerate(quads):
        groups.setdefault(round(quad.angle / 90) % 4, []).append(i)
    result: Indices = []
    for quarter, members in sorted(groups.items(), key=lambda g: (-len(g[1]), g[0])):
        boxes = [turned(quads[i], quarter) for i in members]
        result.extend(members[i] for i in columns(boxes, range(len(boxes))))
    return result


def turned(quad: Quad, quarter: int) -> Rect:
    """Return the bounds of a quad after turning the page so that text of this quarter (clockwise) reads rightward."""
    points = list(quad.points)
    for _ in range(quarter % 4):
        points = [Point(p.y, -p.x) for p in points]
    return Quad.of(points).bounds


def columns(boxes: Sequence[Rect], members: Sequence[int]) -> Indices:
    """Return members in reading order: bands between lines that cross the gutter, in each left column, then right."""
    x = gutter(boxes, members)
    if x is None:
        return rows(boxes, members)
    result: Indices = []
    band: Indices = []
    for i in sorted(members, key=lambda i: boxes[i].centre.y):
        if boxes[i].left < x < boxes[i].right:
            result += _band(boxes, band, x)
            result.append(i)
            band = []
        else:
            band.append(i)
    return result + _band(boxes, band, x)


def gutter(boxes: Sequence[Rect], members: Sequence[int]) -> float | None:
    """Return the x between two columns of running text, None where the page has one."""
    if len(members) < 2 * MOST:
        return None
    low, high = min(boxes[i].left for i in members), max(boxes[i].right for i in members)
    narrow = sorted((boxes[i] for i in members if boxes[i].width < 0.55 * (high - low)), key=lambda b: b.left)
    reach = low
    for box in narrow:
        middle = (reach + box.left) / 2
        if box.left > reach and low + 0.3 * (high - low) < middle < high - 0.3 * (high - low):
            left = [b for b in narrow if b.right <= middle]
            right = [b for b in narrow if b.left >= middle]
            return middle if is_running(left) and is_running(right) else None
        reach = max(reach, box.right)
    return None


def is_running(column: Sequence[Rect]) -> bool:
    """Say whether boxes look like lines of running text in one column."""
    if len(column) < MOST:
        return False
    width = max(b.right for b in column) - min(b.left for b in column)
    return median(b.width for b in column) >= FULL * width and width >= SLIM * median(b.height for b in column)


def rows(boxes: Sequence[Rect], members: Sequence[int]) -> Indices:
    """Return members top to bottom, those of one row from left to right."""
    result: list[Indices] = []
    for i in sorted(members, key=lambda i: boxes[i].centre.y):
        if result and _same_row(boxes[result[-1][0]], boxes[i]):
            result[-1].append(i)
        else:
            result.append([i])
    return [i for row in result for i in sorted(row, key=lambda i: boxes[i].left)]


def _same_row(a: Rect, b: Rect) -> bool:
    return b.centre.y - a.centre.y <= SAME_ROW * min(a.height, b.height)


def _band(boxes: Sequence[Rect], members: Indices, x: float) -> Indices:
    left = [i for i in members if boxes[i].centre.x < x]
    right = [i for i in members if boxes[i].centre.x >= x]
    return rows(boxes, left) + rows(boxes, right)
