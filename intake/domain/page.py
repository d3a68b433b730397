"""A decoded page: its pixels, what a PDF says stands on it, and what is wrong with the picture."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from intake.domain.finding import Finding
from intake.domain.text import Line

Pixels = NDArray[np.uint8]
"""(height, width, 3) uint8, RGB."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a picture file says of its own making, as far as it says it.

    `software` is the program that it names (somebody's text: compare it, never show it). `steps` are those of the
    lightness of a JPEG, row by row of a block of 8 x 8 pixels, where the blocks begin at the first pixel of the page.
    """

    software: str = ""
    steps: tuple[int, ...] = ()


NOWHERE = Origin()


@dataclass(frozen=True, slots=True, eq=False)
class PageImage:
    """One page as a picture.

    `number` counts from 1 within its file. `layer` holds the lines of a PDF's text layer (boxes in these pixels,
    source `text_layer`), empty where there is none. `layer_is_suspect` says that a picture covers the page, so that the
    layer is somebody's OCR and not what is seen. `is_unsealed` says that red seals were lifted from the pixels: what is
    left of their letters may stand between the lines.
    """

    number: int
    pixels: Pixels
    layer: tuple[Line, ...] = ()
    layer_is_suspect: bool = False
    origin: Origin = NOWHERE
    is_unsealed: bool = False

    @property
    def width(self) -> int:
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        return int(self.pixels.shape[0])


@dataclass(frozen=True, slots=True)
class Quality:
    """How well a page can be read: 1.0 is perfect, 0.0 hopeless; findings say what the person can do about it.

    `labels` gives for each fault that a picture can show the probability that it has it.
    """

    score: float
    findings: tuple[Finding, ...] = ()
    labels: Mapping[str, float] = dataclasses.field(default_factory=dict, hash=False)

    @property
    def is_blank(self) -> bool:
        """Whether nothing is on the page."""
        return any(finding.code == "blank_page" for finding in self.findings)
