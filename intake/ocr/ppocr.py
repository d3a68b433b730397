"""The engine of the house: PP-OCRv6 small, with our own detection scale, cropping, turning and decoding."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from intake.domain.geometry import Quad
from intake.domain.page import PageImage, Pixels
from intake.domain.text import Figure, Line
from intake.inference.backend import EXACT, Backend, careful_of
from intake.inference.choice import machine, usual
from intake.inference.session import Session, ranking_session, session
from intake.inference.weights import manifest
from intake.ocr import crop, orient, recognise
from intake.ocr.cascade import Cascade
from intake.ocr.detect import Corners, look
from intake.ocr.doubt import doubted
from intake.ocr.figured import is_confirmed
from intake.ocr.figures import FigureReader
from intake.ocr.order import order
from intake.ocr.part import parted
from intake.ports import Worth, every_line

SQUEEZE = 0.85  # of its width that the quick reader gets of a strip
SETTINGS = 16  # counted up with every change of code or constants that can change what is read
POOR = 0.7  # mean confidence below which a line is read from the other end too
GOOD = 0.95  # mean confidence from which nothing else is tried
CLEARLY = 0.05  # by which the reading from the other end must be surer
FAINTEST = 0.5  # mean confidence below which a line is taken for a pattern that is no text
GLIMPSED = 0.7  # the same, of a line that only a closer look found: it may be none, and nobody believes its characters


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """Boxes of lines, and the strips (HEIGHT, w, 3) that were cut out of them."""

    corners: Corners
    strips: Sequence[Pixels]


@dataclass(frozen=True, slots=True)
class PpOcr:
    """Reads pages with the PP-OCR models; see OcrEngine for what callers may rely on."""

    detection: Session
    orientation: Session
    recogniser: Cascade
    figures: FigureReader
    version: str
    name: str = "ppocr"

    @property
    def alphabet(self) -> Sequence[str]:
        return self.recogniser.quick.alphabet

    def read(self, page: PageImage, worth: Worth = every_line) -> tuple[Line, ...]:
        seen, glimpsed = look(self.detection, page.pixels, is_unsealed=page.is_unsealed)
        found = np.concatenate([seen, glimpsed])
        if not len(found):
            return ()
        read = self._faced(page.pixels, orient.along(found), worth)
        lines = [line for line in read[: len(seen)] if line and is_text(line, FAINTEST)]
        lines += [doubted(line) for line in read[len(seen) :] if line and is_text(line, GLIMPSED)]
        parts = [part for line in lines for part in parted(line)]
        return tuple(parts[i] for i in order([part.box for part in parts]))

    def read_boxes(self, page: PageImage, boxes: Sequence[Quad]) -> tuple[Line | None, ...]:
        if not boxes:
            return ()
        corners = np.array([q.points for q in boxes], np.float32)
        strips = [crop.cut(page.pixels, c) for c in corners]
        return self._lines(Cut(corners, strips), self.recogniser.first(strips), every_line)

    def read_figures(self, page: PageImage, boxes: Sequence[Quad]) -> tuple[tuple[Figure, ...], ...]:
        return tuple(self.figures(crop.cut(page.pixels, np.array(box.points, np.float32))) for box in boxes)

    def _faced(self, pixels: Pixels, corners: Corners, worth: Worth) -> tuple[Line | None, ...]:
        """Read boxes whose axis is known from the end they start at; from both ends where that is not clear."""
        strips = [crop.cut(pixels, c) for c in corners]
        odds = orient.ends(self.orientation, strips, corners)
        strips = [turned(s) if o > 0 else s for s, o in zip(strips, odds, strict=True)]
        corners = np.stack([np.roll(c, -2, axis=0) if o > 0 else c for c, o in zip(corners, odds, strict=True)])
        read = list(self.recogniser.first(strips))
        sure = [self._confidence(steps) for steps in read]
        unsure = [i for i, o in enumerate(odds) if is_doubtful(sure[i], float(o))]
        others = self.recogniser.first([turned(strips[i]) for i in unsure])
        for i, other in zip(unsure, others, strict=True):
            if self._confidence(other) > sure[i] + CLEARLY:
                read[i], strips[i], corners[i] = other, turned(strips[i]), np.roll(corners[i], -2, axis=0)
        return self._lines(Cut(corners, strips), read, worth)

    def _confidence(self, steps: recognise.Steps) -> float:
        return recognise.confidence(recognise.trimmed(recognise.decoded(steps, self.recogniser.quick.alphabet)))

    def _lines(self, cut: Cut, first: Sequence[recognise.Steps], worth: Worth) -> tuple[Line | None, ...]:
        """Look again at what the first reading leaves in doubt, where it is worth it, and say what each strip reads."""
        if worth is every_line:
            return self._read(cut, self.recogniser.again(cut.strips, first))
        seen = self._read(cut, first)
        places = [i for i, line in enumerate(seen) if line]
        again = [i for i, is_worth in zip(places, worth([line for line in seen if line]), strict=True) if is_worth]
        part = Cut(cut.corners[again], [cut.strips[i] for i in again])
        read = self._read(part, self.recogniser.again(part.strips, [first[i] for i in again]))
        better = dict(zip(again, read, strict=True))
        return tuple(better.get(i, line) for i, line in enumerate(seen))

    def _read(self, cut: Cut, steps: Sequence[recognise.Steps]) -> tuple[Line | None, ...]:
        return tuple(
            recognise.line_of(read, self.recogniser.quick.alphabet, Quad.of(corners.tolist()), strip.shape[1])
            for read, corners, strip in zip(steps, cut.corners, cut.strips, strict=True)
        )


def turned(strip: Pixels) -> Pixels:
    """Turn a strip by half a turn."""
    return np.ascontiguousarray(strip[::-1, ::-1])


def is_text(line: Line, least: float) -> bool:
    """Say whether a line is more than a pattern: at `least` so surely read, and surely without a letter or digit."""
    has_letters = any(c.isalnum() for c in line.text)
    return line.confidence >= (least if has_letters else GOOD)


def is_doubtful(confidence: float, odds: float) -> bool:
    """Say whether a strip may have been read on its head: hardly read, or read well enough by nobody's advice."""
    return confidence < POOR or (abs(odds) < orient.DOUBT and confidence < GOOD)


def ppocr(threads: int, backend: Backend | None = None) -> PpOcr:
    """Return the engine; its sessions are shared by everybody in the process."""
    quick = backend or usual()
    careful = careful_of(quick, machine())
    narrow, wide = (ranking_session("recognition", recognise.BEST, b, threads) for b in (quick, careful))
    alphabet = recognise.alphabet(wide.metadata["character"])
    figures = FigureReader(session("figures", EXACT, threads))
    first, careful_one = (recognise.Recogniser(s, alphabet) for s in (narrow, wide))
    return PpOcr(
        detection=session("detection", careful, threads),
        orientation=session("orientation", EXACT, threads),
        recogniser=Cascade(first, careful_one, partial(is_confirmed, figures, alphabet), SQUEEZE),
        figures=figures,
        version=_version(quick, careful),
    )


def _version(quick: Backend, careful: Backend) -> str:
    used = ("detection", "orientation", "recognition", "recognition-int8", "figures")
    weights = hashlib.sha256("".join(manifest()[name].sha256 for name in used).encode()).hexdigest()[:8]
    return f"ppocr-{SETTINGS}-{weights}-{quick}-{careful.precision.value}"
