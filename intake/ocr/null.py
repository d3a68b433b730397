"""An engine that reads nothing, for tests of what stands around an engine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from intake.domain.geometry import Quad
from intake.domain.page import PageImage
from intake.domain.text import Figure, Line
from intake.ports import Worth, every_line


@dataclass(frozen=True, slots=True)
class NullOcr:
    """See OcrEngine; every page is blank to it."""

    name: str = "null"
    version: str = "null-1"
    alphabet: tuple[str, ...] = ()

    def read(self, _page: PageImage, _worth: Worth = every_line) -> tuple[Line, ...]:
        return ()

    def read_boxes(self, _page: PageImage, boxes: Sequence[Quad]) -> tuple[Line | None, ...]:
        return (None,) * len(boxes)

    def read_figures(self, _page: PageImage, boxes: Sequence[Quad]) -> tuple[tuple[Figure, ...] | None, ...]:
        return (None,) * len(boxes)
