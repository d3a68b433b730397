"""Rows and neighbours: which lines of a page stand right of, or under, a line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from intake.domain.geometry import Rect
from intake.domain.text import Line

SHARED = 0.5  # of the smaller height: lines that overlap by this much stand on one row
ALIKE = 0.2  # of the greater height: what is so much taller than its row is a picture, or a watermark, read as text
NEXT = 2.5  # heights: a wider gap ends a value that the reader cut in pieces
UNDER = 1.2  # heights between a line and the one under it, at most
BENEATH = 3.0  # heights between the head of a column and what stands in it, at most
MIDDLE = 1.2  # heights: a cell of an even number of lines has none at the middle of its label
CLOSE = 0.8  # heights between the lines of one cell, at most
ASIDE = 2.0  # heights by which the lines of one wrapped value may start apart


def same_row(a: Line, b: Line) -> bool:
    """Say whether two lines share their row."""
    return level(a.box.bounds, b.box.bounds)


def level(a: Rect, b: Rect) -> bool:
    """Say whether two boxes stand on one row."""
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    low, high = sorted((a.height, b.height))
    return shared >= SHARED * low and low >= ALIKE * high


def right_of(line: Line, lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines right of `line` on its row, from left to right, those of an upper line first."""
    end, slack = line.box.bounds.right, line.box.height  # the boxes that readers report may overlap
    aside = (o for o in lines if o.box.bounds.left >= end - slack and o.box.bounds.centre.x > end)
    found = (o for o in aside if o is not line and same_row(line, o))
    return _as_written(tuple(found))


def _as_written(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Order what stands beside a label: a cell may hold several lines, the upper one goes first."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda o: o.box.bounds.left):
        own = next((row for row in rows if any(same_row(line, other) for other in row)), None)
        if own is None:
            rows.append([line])
        else:
            own.append(line)
    rows.sort(key=lambda row: row[0].box.bounds.centre.y)
    return tuple(line for row in rows for line in row)


def left_of(line: Line, lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines left of `line` on its row, the nearest first."""
    nearest = sorted(lines, key=lambda o: o.box.bounds.left, reverse=True)
    return tuple(o for o in nearest if line in right_of(o, lines))


def apart(before: Rect, after: Rect) -> bool:
    """Say whether what goes on at `after` may be no part of what ends at `before`: another row, or a wide gap."""
    wide = after.left - before.right > NEXT * max(before.height, after.height)
    return wide or not level(before, after)


def touching(line: Line, following: Sequence[Line]) -> tuple[Line, ...]:
    """Return the first of `following` lines on a row as long as no wide gap parts them."""
    taken = []
    for before, after in pairwise((line, *following)):
        if after.box.bounds.left - before.box.bounds.right > NEXT * max(before.box.height, after.box.height):
            break
        taken.append(after)
    return tuple(taken)


def under(line: Line, lines: Sequence[Line], left: float) -> Line | None:
    """Return the nearest line under `line` that starts near the x `left`."""
    height = line.box.height
    near = [
        o
        for o in lines
        if o.box.bounds.centre.y - line.box.bounds.centre.y > 0
        and not same_row(line, o)
        and o.box.bounds.top - line.box.bounds.bottom <= UNDER * height
        and abs(o.box.bounds.left - left) <= ASIDE * height
    ]
    return min(near, key=lambda o: o.box.bounds.top, default=None)


def beneath(head: Line, lines: Sequence[Line]) -> Line | None:
    """Return the nearest line under the head of a column that starts, or is centred, as the head is."""
    height, here = head.box.height, head.box.bounds
    near = [
        o
        for o in lines
        if o.box.bounds.top - here.top > 0
        and not same_row(head, o)
        and o.box.bounds.top - here.bottom <= BENEATH * height
        and min(abs(o.box.bounds.left - here.left), abs(o.box.bounds.centre.x - here.centre.x)) <= height
    ]
    return min(near, key=lambda o: o.box.bounds.top, default=None)


def cell_beside(label: Line, lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines of the cell beside a label: what stands close around its middle and starts at one x."""
    height, here = label.box.height, label.box.bounds
    right = [o for o in lines if o is not label and o.box.bounds.left >= here.right - height / 2]
    near = [o for o in right if abs(o.box.bounds.centre.y - here.centre.y) <= MIDDLE * height]
    if not near:
        return ()
    left = min(o.box.bounds.left for o in near)
    labels = [o for o in lines if o is not label and o.box.bounds.right <= left]
    column = [o for o in right if abs(o.box.bounds.left - left) <= height]
    own = [o for o in column if not any(same_row(o, other) for other in labels)]
    return _close(sorted(own, key=lambda o: o.box.bounds.top), near)


def _close(column: Sequence[Line], near: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines of a column that no wide gap parts from those `near` the label."""
    groups: list[list[Line]] = []
    for o in column:
        if groups and o.box.bounds.top - groups[-1][-1].box.bounds.bottom <= CLOSE * o.box.height:
            groups[-1].append(o)
        else:
            groups.append([o])
    return next((tuple(group) for group in groups if any(o in near for o in group)), ())
