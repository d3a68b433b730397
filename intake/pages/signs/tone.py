"""Features of tone, by which a copier gives itself away: no colour, toner specks, mottled paper, hard ink."""

from __future__ import annotations

from collections.abc import Mapping

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.pages.signs.levels import level, levels
from intake.pages.signs.view import View

SPECK = 12  # pixels of area, at View.small: more is a dot of print or a piece of a character
AROUND = 17  # pixels across, within which nothing else stands around a speck
SHADE = 40  # grey levels by which a speck is darker than the paper


def tone(view: View) -> Mapping[str, float]:
    """Return the features of tone."""
    chroma = view.chroma
    dark, middle, bright = levels(view.small, 1, 60, 95)
    return {
        "chroma": float(np.log1p(level(chroma, 99))),
        "colour": float(np.log1p(chroma.mean())),
        "specks": _specks(view.small),
        "mottle": _mottle(view.small, middle),
        "ink": dark / max(bright, 1.0),
        "paper": middle / max(bright, 1.0),
        "halves": float(cv2.inRange(view.coarse[..., 1], 90, 0.8 * bright).mean()) / 255,
    }


def _specks(small: NDArray[np.uint8]) -> float:
    """Return the logarithm of how many pixels belong to lone dark specks."""
    marks = (cv2.morphologyEx(small, cv2.MORPH_BLACKHAT, np.ones((7, 7), np.uint8)) > SHADE).astype(np.uint8)
    around = cv2.boxFilter(marks, cv2.CV_16U, (AROUND, AROUND), normalize=False)
    return float(np.log1p(np.count_nonzero((marks > 0) & (around <= SPECK))))


def _mottle(small: NDArray[np.uint8], paper: float) -> float:
    """Return the logarithm of how uneven the paper is where nothing stands: its mean deviation from what is around."""
    bare = cv2.inRange(small, paper - 30, paper + 30)
    return float(np.log1p(cv2.mean(cv2.absdiff(small, cv2.blur(small, (15, 15))), bare)[0]))
