"""The engine of the house: PP-OCRv6 small, with our own detection scale, cropping, turning and decoding."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from intake.domain.geometry import Quad
from intake.domain.page import PageImage, Pixels
from intake.domain.text import Line
from intake.inference.session import Session, ranking_session, session
from intake.inference.weights import manifest
from intake.ocr import crop, orient, recognise
from intake.ocr.detect import Corners, look
from intake.ocr.order import order
from intake.ocr.part import parted

SETTINGS = 5  # counted up with every change of code or constants that can change what is read
POOR = 0.7  # mean confidence below which a line is read from the other end too
GOOD = 0.95  # mean confidence from which nothing else is tried
CLEARLY = 0.05  # by which the other reading must be surer
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
        found = look(self.detection, page.pixels)
        if not len(found):
            return ()
        boxes = self._faced(page.pixels, orient.along(found))
        lines = [line for line in boxes if line and is_text(line)]
        parts = [part for line in lines for part in parted(line)]
        return tuple(parts[i] for i in order([part.box for part in parts]))

    def read_boxes(self, page: PageImage, boxes: Sequence[Quad]) -> tuple[Line | None, ...]:
        if not boxes:
            return ()
        corners = np.array([q.points for q in boxes], np.float32)
        return self._lines(corners, [crop.cut(page.pixels, c) for c in corners])

    def _faced(self, pixels: Pixels, corners: Corners) -> list[Line | None]:
        """Read boxes whose axis is known from the end they start at; from both ends where that is not clear."""
        strips = [crop.cut(pixels, c) for c in corners]
        odds = orient.votes(corners, orient.ends(self.orientation, strips), orient.quarters(corners))
        strips = [turned(s) if o > 0 else s for s, o in zip(strips, odds, strict=True)]
        corners = np.stack([np.roll(c, -2, axis=0) if o > 0 else c for c, o in zip(corners, odds, strict=True)])
        lines = list(self._lines(corners, strips))
        unsure = [i for i, o in enumerate(odds) if is_doubtful(lines[i], float(o))]
        others = self._lines(np.roll(corners[unsure], -2, axis=1), [turned(strips[i]) for i in unsure])
        for i, other in zip(unsure, others, strict=True):
            lines[i] = better(lines[i], other)
        return lines

    def _lines(self, corners: Corners, strips: Sequence[Pixels]) -> tuple[Line | None, ...]:
        read = self.recogniser(strips)
        return tuple(
            recognise.line_of(steps, self.recogniser.alphabet, Quad.of(c.tolist()), strip.shape[1])
            for steps, c, strip in zip(read, corners, strips, strict=True)
        )


def turned(strip: Pixels) -> Pixels:
    """Turn a strip by half a turn."""
    return np.ascontiguousarray(strip[::-1, ::-1])


def is_text(line: Line) -> bool:
    """Say whether a line is more than a pattern: marks without a letter or digit must be read surely."""
    has_letters = any(c.isalnum() for c in line.text)
    return line.confidence >= (FAINTEST if has_letters else GOOD)


def is_doubtful(line: Line | None, odds: float) -> bool:
    """Say whether a line may have been read on its head: hardly read, or read well enough by nobody's advice."""
    confidence = line.confidence if line else 0.0
    return confidence < POOR or (abs(odds) < orient.DOUBT and confidence < GOOD)


def better(line: Line | None, other: Line | None) -> Line | None:
    """Return the reading that is clearly surer, the first where neither is."""
    if line is None or other is None:
        return line or other
    return other if other.confidence > line.confidence + CLEARLY else line


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
