"""Finds the lines of a page that its fields stand in, for courts that want the values and not the text."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from intake.classifier.part import Part
from intake.classifier.split import documents
from intake.domain.doctype import DocType
from intake.domain.geometry import Affine, Rect
from intake.domain.text import Line, PageText
from intake.extract.fields import extract
from intake.ocr.order import order
from intake.pages.upright import moved, turn_of

SHARED = 0.2  # of a line that lies under the box of a value
_NUMBER = re.compile(r"\d{4}|\d[\d,]*\.\d\d")


@dataclass(frozen=True, slots=True)
class FieldLines:
    """Finds worth a second look what the fields of a page's documents were taken from, and every number (see Worth).

    A document that lacks one of its fields is read as a whole: what is missing may stand where the first look erred.
    """

    types: Mapping[str, DocType]

    def __call__(self, lines: Sequence[Line]) -> Sequence[bool]:
        if not lines:
            return ()
        placed = upright(lines)
        bounds = [line.box.bounds for line in placed]
        width, height = max(b.right for b in bounds), max(b.bottom for b in bounds)
        ordered = tuple(placed[i] for i in order([line.box for line in placed]))
        page = PageText(1, math.ceil(width), math.ceil(height), ordered)
        boxes = [box for part in documents([page], self.types) for box in self._wanted(part)]
        return [is_number(line) or any(shared(line.box.bounds, box) > SHARED for box in boxes) for line in placed]

    def _wanted(self, part: Part) -> Iterator[Rect]:
        """Yield the boxes of a document's values, or all of its lines where one is missing or nobody can tell."""
        fields = extract(self.types[part.type], part.pages)[0] if part.type else {}
        if part.klass is None or (part.type and self.types[part.type].fields.keys() - fields.keys()):
            yield from (line.box.bounds for page in part.pages for line in page.lines)
        else:
            yield from (field.box.bounds for field in fields.values())


def upright(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines as they stand when the page is turned upright, its edges being those of the text."""
    turn = turn_of(lines)
    degrees = math.radians(turn.rotation + turn.skew)
    cos, sin = math.cos(degrees), math.sin(degrees)
    bounds = [line.box.bounds for line in moved(lines, Affine(cos, -sin, 0, sin, cos, 0))]
    left, top = min(b.left for b in bounds), min(b.top for b in bounds)
    return moved(lines, Affine(cos, -sin, -left, sin, cos, -top))


def is_number(line: Line) -> bool:
    """Say whether a line carries a number that may matter: four digits, or an amount."""
    return bool(_NUMBER.search(line.text))


def shared(line: Rect, box: Rect) -> float:
    """Return how much of a line lies under a box."""
    return line.overlap(box) / line.area if line.area else 0.0
