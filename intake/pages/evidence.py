"""Pictures of pages with the boxes of their values drawn on them, and their numbers beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from intake.domain.geometry import Quad
from intake.domain.page import PageImage, Pixels

COLOUR = (60, 160, 60)  # BGR, as cv2 writes it
THICKNESS = 0.0012  # of the longer side


@dataclass(frozen=True, slots=True)
class Mark:
    """A box on a page, and the numbers that stand beside it."""

    numbers: tuple[int, ...]
    box: Quad


def save(page: PageImage, path: Path) -> None:
    """Write a page as PNG; the folder is made when it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _, encoded = cv2.imencode(".png", cv2.cvtColor(page.pixels, cv2.COLOR_RGB2BGR))
    path.write_bytes(encoded.tobytes())


def mark(path: Path, marks: Sequence[Mark]) -> None:
    """Draw marks onto a page that `save` wrote."""
    picture = _opened(path)
    width = max(round(max(picture.shape[:2]) * THICKNESS), 2)
    for each in marks:
        corners = np.array(each.box.points, np.float32).round().astype(np.int32)
        cv2.polylines(picture, [corners], isClosed=True, color=COLOUR, thickness=width)
        at = (int(each.box.bounds.left), max(int(each.box.bounds.top) - 2 * width, 20))
        cv2.putText(
            picture, ",".join(map(str, each.numbers)), at, cv2.FONT_HERSHEY_SIMPLEX, 0.35 * width, COLOUR, width
        )
    _, encoded = cv2.imencode(".png", picture)
    path.write_bytes(encoded.tobytes())


def _opened(path: Path) -> Pixels:
    """Read a picture that `save` wrote, BGR."""
    opened = cv2.imdecode(np.frombuffer(path.read_bytes(), np.uint8), cv2.IMREAD_COLOR)
    if opened is None:
        raise OSError(path)
    return np.asarray(opened, np.uint8)
