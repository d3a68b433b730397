"""Reads the figures of a line with a small network that knows nothing else, and was taught worn and blurred print.

The reader of lines was taught clean print and knows 18,708 characters: of a 4 that lost its thin strokes it sees a 1,
and says so surely. This one knows how figures fade (`training/figures`).
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.domain.page import Pixels
from intake.domain.text import Figure
from intake.inference.session import Session
from intake.ocr import recognise
from intake.ocr.recognise import Steps

HEIGHT = 32  # pixels of a strip
STEP = 4  # pixels of a strip that one step stands for
ALPHABET = "0123456789X"
OTHER = len(ALPHABET) + 1  # behind the blank and the figures; a run of anything that is no figure is one symbol
CLASSES = OTHER + 1
LEAST = 0.001  # probability that is worth telling


@dataclass(frozen=True, slots=True)
class FigureReader:
    """Reads strips one by one, so that what is read of one never hangs on the others."""

    session: Session

    def __call__(self, strip: Pixels) -> tuple[Figure, ...]:
        """Read the figures of a strip (h, w, 3) of text, left to right."""
        (odds,) = self.session.run(prepared(strip))
        return decoded(odds[0].astype(np.float32, copy=False))


def prepared(strip: Pixels) -> NDArray[np.float32]:
    """Return a strip as (1, 1, HEIGHT, w) float32 in -1..1, w a multiple of STEP."""
    grey = cv2.cvtColor(strip, cv2.COLOR_RGB2GRAY)
    wide = max(round(strip.shape[1] * HEIGHT / strip.shape[0]), STEP)
    small = cv2.resize(grey, (wide, HEIGHT), interpolation=cv2.INTER_AREA).astype(np.float32) / 127.5 - 1
    batch = np.zeros((1, 1, HEIGHT, -(-wide // STEP) * STEP), np.float32)
    batch[0, 0, :, :wide] = small
    return batch


def decoded(odds: NDArray[np.float32]) -> tuple[Figure, ...]:
    """Return the best path through probabilities (steps, CLASSES): repeats are one, blanks part figures."""
    best = odds.argmax(axis=1)[:, None]
    edges = np.linspace(0, 1, len(odds) + 1, dtype=np.float32)
    steps = Steps(best.astype(np.uint16), np.take_along_axis(odds, best, axis=1), edges)
    found: list[Figure] = []
    for symbol in recognise.decoded(steps, ("", *ALPHABET, "")):
        if symbol.text or not found or found[-1].text:
            found.append(Figure(symbol.text, _beliefs(odds[symbol.step])))
    return tuple(found)


def _beliefs(odds: NDArray[np.float32]) -> dict[str, float]:
    """Return the likely ones by their character, "" for what is no figure."""
    return {char: float(p) for char, p in zip((*ALPHABET, ""), odds[1:], strict=True) if p >= LEAST}
