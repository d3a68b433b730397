"""Maps of the plane that keep straight lines straight: how a flat thing looks from another place."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from intake.domain.geometry import Point, Quad


@dataclass(frozen=True, slots=True)
class Homography:
    """A map in homogeneous coordinates: (x', y', w') = rows (x, y, 1), then divided by w'."""

    rows: tuple[tuple[float, float, float], tuple[float, float, float], tuple[float, float, float]]

    def point(self, p: Point) -> Point:
        x, y, w = (a * p.x + b * p.y + c for a, b, c in self.rows)
        return Point(x / w, y / w)

    def quad(self, q: Quad) -> Quad:
        return Quad(
            self.point(q.top_left), self.point(q.top_right), self.point(q.bottom_right), self.point(q.bottom_left)
        )

    @property
    def inverse(self) -> Homography:
        return _of(np.linalg.inv(np.array(self.rows)))


def between(here: Quad, there: Quad) -> Homography:
    """Return the map that takes the corners of one quad to those of another; both must be convex and have an area."""
    equations, results = [], []
    for p, q in zip(here.points, there.points, strict=True):
        equations += [[p.x, p.y, 1, 0, 0, 0, -q.x * p.x, -q.x * p.y], [0, 0, 0, p.x, p.y, 1, -q.y * p.x, -q.y * p.y]]
        results += [q.x, q.y]
    solved = np.linalg.solve(np.array(equations), np.array(results))
    return _of(np.append(solved, 1.0).reshape(3, 3))


def _of(matrix: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> Homography:
    a, b, c = ((float(x), float(y), float(z)) for x, y, z in matrix)
    return Homography((a, b, c))
