"""Features of light: how dark a page is, and how much of it is burnt out."""

from __future__ import annotations

from collections.abc import Mapping

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.pages.signs.levels import level
from intake.pages.signs.view import View

GLARE_WHITE, GLARE_DARK_PAPER = 250, 235  # grey of a reflection; paper as bright as this cannot show one
NO_GLARE = -5.0  # logarithm of the share that is burnt out, where nothing is
DARK_SCREEN = (180, 25)  # brightest grey and spread of a screen with bright letters, which is no dark photograph
BRIGHT = 255.0


def light(view: View) -> Mapping[str, float]:
    """Return the features of light."""
    return {"light": BRIGHT if _is_dark_screen(view) else level(view.small, 90), "burnt": _burnt(view.small)}


def _is_dark_screen(view: View) -> bool:
    brightest, spread = DARK_SCREEN
    return bool(view.lines and level(view.small, 99.5) > brightest and cv2.meanStdDev(view.small)[1][0, 0] > spread)


def _burnt(small: NDArray[np.uint8]) -> float:
    """Return the decimal logarithm of the share of compact spots burnt out on paper that is otherwise darker."""
    paper = level(small, 75)
    if paper >= GLARE_DARK_PAPER:
        return NO_GLARE
    burnt = (small >= max(GLARE_WHITE, paper + 12)).astype(np.uint8)
    burnt = cv2.morphologyEx(burnt, cv2.MORPH_OPEN, np.ones((7, 7), np.uint8))
    return float(np.log10(burnt.mean() + 10**NO_GLARE))
