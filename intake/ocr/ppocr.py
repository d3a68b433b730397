"""The engine of the house: PP-OCRv6 small, with our own detection scale, cropping, turning and decoding."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from intake.domain.geometry import Quad
from intake.domain.page import PageImage, Pixels
from intake.domain.text import Line
from intake.inference.session import Session, ranking_session, session
from intake.inference.weights import manifest
from intake.ocr import crop, detect, orient, recognise
from intake.ocr.order import order

SETTINGS = 1  # counted up with every change of code or constants that can change what is read
FAINTEST = 0.5  # mean confidence below which a line is taken for a pattern that is no text


@dataclass(frozen=True, slots=True)
class PpOcr:
    """Reads pages with the PP-OCR models; see OcrEngine for what callers may rely on."""

    detection: Session
    orientation: Session
    recogniser: recognise.Recogniser
    version: str
    name: str = "ppocr"

    def read(self, page: PageImage) -> tuple[Line, ...]:
        found = detect.detect(self.detection, page.pixels, 1280)
        if not len(found.corners):
            return ()
        corners = orient.along(found.corners)
        strips = [crop.cut(page.pixels, c) for c in corners]
        heads = orient.heads(self.orientation, strips)
        if np.median(heads) > 0.5:
            corners = np.roll(corners, -2, axis=1)
            strips = [np.ascontiguousarray(s[::-1, ::-1]) for s in strips]
        lines = [line for line in self._lines(corners, strips) if line and line.confidence >= FAINTEST]
        return tuple(lines[i] for i in order([line.box.bounds for line in lines]))

    def read_boxes(self, page: PageImage, boxes: Sequence[Quad]) -> tuple[Line | None, ...]:
        if not boxes:
            return ()
        corners = np.array([q.points for q in boxes], np.float32)
        return self._lines(corners, [crop.cut(page.pixels, c) for c in corners])

    def _lines(self, corners: NDArray[np.float32], strips: Sequence[Pixels]) -> tuple[Line | None, ...]:
        read = self.recogniser(strips)
        return tuple(
            recognise.line_of(steps, self.recogniser.alphabet, Quad.of(c.tolist()), strip.shape[1])
            for steps, c, strip in zip(read, corners, strips, strict=True)
        )


def ppocr(threads: int) -> PpOcr:
    """Return the engine; its sessions are shared by everybody in the process."""
    recognition = ranking_session("recognition", threads, recognise.BEST)
    return PpOcr(
        detection=session("detection", threads),
        orientation=session("orientation", threads),
        recogniser=recognise.Recogniser(recognition, recognise.alphabet(recognition.metadata["character"])),
        version=_version(),
    )


def _version() -> str:
    weights = hashlib.sha256("".join(m.sha256 for m in manifest().values()).encode()).hexdigest()[:8]
    return f"ppocr-{SETTINGS}-{weights}"
