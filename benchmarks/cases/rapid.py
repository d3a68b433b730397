"""RapidOCR's text as a page of ours: what its defaults read of the picture as it came, in our reading order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import version as version_of
from time import perf_counter

from benchmarks.kept import Kept, fingerprint, small_of
from benchmarks.peer import rapidocr_lines
from intake.domain.page import PageImage, Pixels, Quality
from intake.domain.reading import PageReading
from intake.domain.text import Line, PageText
from intake.ocr.order import order
from intake.pages.upright import moved, turn_of, turned

_READING = 1  # counted up with every change of this module


def rapid_version() -> str:
    """Return what changes with all that can change what RapidOCR reads of a page."""
    return fingerprint("rapidocr", version_of("rapidocr"), str(_READING))[:12]


@dataclass(frozen=True, slots=True)
class RapidOcr:
    """Reads a page with RapidOCR. Only the order of its lines and the way up are ours."""

    read: Callable[[Pixels], tuple[Line, ...]] = field(default_factory=lambda: rapidocr_lines(1))

    def __call__(self, pixels: Pixels) -> Kept:
        started = perf_counter()
        lines = self.read(pixels)
        seconds = perf_counter() - started
        upright, affine = turned(PageImage(1, pixels), turn_of(lines))
        placed = moved(lines, affine)
        ordered = tuple(placed[i] for i in order([line.box for line in placed]))
        text = PageText(1, upright.width, upright.height, ordered, is_blank=not lines)
        return Kept(PageReading(text, turn_of(lines).rotation, Quality(1.0)), small_of(upright.pixels), seconds)
