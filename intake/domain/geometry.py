"""Points, quads and rectangles in pixels of a page: x to the right, y down, origin top left."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol


class Point(NamedTuple):
    """A place on a page, in pixels."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Rect:
    """An upright rectangle: left <= right, top <= bottom, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def area(self) -> float:
        return self.width * self.height

    @property
    def centre(self) -> Point:
        return Point((self.left + self.right) / 2, (self.top + self.bottom) / 2)

    def contains(self, point: Point) -> bool:
        return self.left <= point.x <= self.right and self.top <= point.y <= self.bottom

    def overlap(self, other: Rect) -> float:
        """Return the shared area in square pixels."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(width, 0.0) * max(height, 0.0)

    def grown(self, by: float) -> Rect:
        """Return the rectangle with `by` pixels added on every side."""
        return Rect(self.left - by, self.top - by, self.right + by, self.bottom + by)


@dataclass(frozen=True, slots=True)
class Quad:
    """Four corners, clockwise as the text reads: top left, top right, bottom right, bottom left.

    The first corner is the top left of the *text*: a line on its head has it at the bottom right of the page.
    """

    top_left: Point
    top_right: Point
    bottom_right: Point
    bottom_left: Point

    @staticmethod
    def of(points: Sequence[Sequence[float]]) -> Quad:
        """Build a quad of four (x, y) pairs."""
        a, b, c, d = (Point(float(p[0]), float(p[1])) for p in points)
        return Quad(a, b, c, d)

    @staticmethod
    def of_rect(rect: Rect) -> Quad:
        return Quad(
            Point(rect.left, rect.top),
            Point(rect.right, rect.top),
            Point(rect.right, rect.bottom),
            Point(rect.left, rect.bottom),
        )

    @property
    def points(self) -> tuple[Point, Point, Point, Point]:
        return self.top_left, self.top_right, self.bottom_right, self.bottom_left

    @property
    def bounds(self) -> Rect:
        xs, ys = [p.x for p in self.points], [p.y for p in self.points]
        return Rect(min(xs), min(ys), max(xs), max(ys))

    @property
    def width(self) -> float:
        """Length along the reading direction."""
        return (math.dist(self.top_left, self.top_right) + math.dist(self.bottom_left, self.bottom_right)) / 2

    @property
    def height(self) -> float:
        """Length across the reading direction."""
        return (math.dist(self.top_left, self.bottom_left) + math.dist(self.top_right, self.bottom_right)) / 2

    @property
    def angle(self) -> float:
        """Reading direction in degrees: 0 is rightward, 90 downward, within (-180, 180]."""
        dx = self.top_right.x - self.top_left.x + self.bottom_right.x - self.bottom_left.x
        dy = self.top_right.y - self.top_left.y + self.bottom_right.y - self.bottom_left.y
        return math.degrees(math.atan2(dy, dx))

    def holds(self, point: Point) -> bool:
        """Say whether a point lies inside; the quad must be convex."""
        corners = self.points
        sides = zip(corners, (*corners[1:], corners[0]), strict=True)
        return all((b.x - a.x) * (point.y - a.y) >= (b.y - a.y) * (point.x - a.x) for a, b in sides)

    def rolled(self, quarters: int) -> Quad:
        """Return the same outline, its first corner moved on clockwise by so many corners."""
        return Quad.of([self.points[(i + quarters) % 4] for i in range(4)])

    def slice(self, start: float, end: float) -> Quad:
        """Return the part between two fractions (0..1) of the reading direction."""
        return Quad(
            _between(self.top_left, self.top_right, start),
            _between(self.top_left, self.top_right, end),
            _between(self.bottom_left, self.bottom_right, end),
            _between(self.bottom_left, self.bottom_right, start),
        )


class Move(Protocol):
    """A map of the plane that takes quads to quads, corner by corner."""

    def quad(self, q: Quad) -> Quad:
        """Return where a quad comes to lie; its first corner stays its first."""
        ...


@dataclass(frozen=True, slots=True)
class Affine:
    """A map of the plane: x' = a x + b y + c, y' = d x + e y + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def point(self, p: Point) -> Point:
        return Point(self.a * p.x + self.b * p.y + self.c, self.d * p.x + self.e * p.y + self.f)

    def quad(self, q: Quad) -> Quad:
        return Quad(
            self.point(q.top_left), self.point(q.top_right), self.point(q.bottom_right), self.point(q.bottom_left)
        )


IDENTITY = Affine(1, 0, 0, 0, 1, 0)


def enclosing(quads: Iterable[Quad]) -> Quad:
    """Return the upright quad around all `quads`; raises ValueError for none."""
    bounds = [q.bounds for q in quads]
    return Quad.of_rect(
        Rect(
            min(b.left for b in bounds),
            min(b.top for b in bounds),
            max(b.right for b in bounds),
            max(b.bottom for b in bounds),
        )
    )


def _between(a: Point, b: Point, at: float) -> Point:
    return Point(a.x + (b.x - a.x) * at, a.y + (b.y - a.y) * at)
