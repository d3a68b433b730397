"""What becomes of photocopies in people's hands: they are copied again, worn machines lose strokes and strew toner."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.domain.page import Pixels

SPARED = 0.5  # of the copies that are not copied again
_LONG = 2200  # pixels of the longer side of a copied sheet; of a card's copy everything is as much less
_WHITE = 250.0
_FADED = 0.5  # of the copies come from a machine that is short of toner, the others from one that gives too much


ONCE, AGAIN = "copied once", "copied again and again"


def recopied(pixels: Pixels, chance: np.random.Generator) -> tuple[Pixels, str]:
    """Copy a copy once more, or not: coarse and slanted, at a threshold that loses thin strokes or fills gaps.

    Returns the picture, and which of the two it is.
    """
    if chance.random() < SPARED:
        return pixels, ONCE
    grey = _coarse(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY).astype(np.float32), chance)
    grey = _printed(_slanted(grey, chance), chance)
    grey = _edged(_speckled(grey, chance), chance)
    low, high = chance.uniform(25, 60), chance.uniform(215, 245)
    contrast = low + grey * np.float32((high - low) / 255)
    contrast += chance.standard_normal(grey.shape, dtype=np.float32) * 3
    data = np.clip(np.rint(contrast), 0, 255).astype(np.uint8)
    _, packed = cv2.imencode(".jpg", data, [cv2.IMWRITE_JPEG_QUALITY, int(chance.integers(50, 75))])
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), np.uint8), AGAIN


def _coarse(grey: NDArray[np.float32], chance: np.random.Generator) -> NDArray[np.float32]:
    """See the page with 125 to 170 dots per inch, and blur it: what is finer is lost."""
    height, width = grey.shape
    scale = chance.uniform(0.64, 0.85)
    small = cv2.resize(grey, (round(width * scale), round(height * scale)), interpolation=cv2.INTER_AREA)
    soft = cv2.GaussianBlur(small, (0, 0), chance.uniform(0.5, 0.8))
    return np.asarray(cv2.resize(soft, (width, height), interpolation=cv2.INTER_CUBIC), np.float32)


def _slanted(grey: NDArray[np.float32], chance: np.random.Generator) -> NDArray[np.float32]:
    height, width = grey.shape
    move = cv2.getRotationMatrix2D((width / 2, height / 2), chance.uniform(-1.2, 1.2), chance.uniform(0.97, 1.0))
    return np.asarray(cv2.warpAffine(grey, move, (width, height), borderValue=_WHITE), np.float32)


def _printed(grey: NDArray[np.float32], chance: np.random.Generator) -> NDArray[np.float32]:
    """Print dark or white at a threshold that trembles from grain to grain, and drifts over the page."""
    faded = chance.random() < _FADED
    level = chance.uniform(112, 138) if faded else chance.uniform(162, 182)
    grain = cv2.GaussianBlur(chance.standard_normal(grey.shape, dtype=np.float32), (0, 0), 0.9) * np.float32(26)
    drift = cv2.resize(
        chance.standard_normal((5, 4)).astype(np.float32), grey.shape[::-1], interpolation=cv2.INTER_CUBIC
    )
    steep = chance.uniform(10, 18)
    raised = (grey + grain - (level + drift * 8)) / steep
    return np.asarray(255 / (1 + np.exp(-np.clip(raised, -30, 30))), np.float32)


def _speckled(grey: NDArray[np.float32], chance: np.random.Generator) -> NDArray[np.float32]:
    """Strew specks of toner of one to four pixels, and leave holes in what is printed."""
    reach = max(round(max(grey.shape) / _LONG * 3), 2)
    specks = (chance.random(grey.shape) < chance.uniform(0.0002, 0.0008)).astype(np.uint8)
    holes = (chance.random(grey.shape) < chance.uniform(0.001, 0.005)).astype(np.uint8)
    strewn = np.where(cv2.dilate(specks, np.ones((reach, 2), np.uint8)) > 0, grey * np.float32(0.25), grey)
    holed = cv2.dilate(holes, np.ones((2, 2), np.uint8)) > 0
    return np.where(holed, np.maximum(strewn, np.float32(_WHITE * 0.85)), strewn).astype(np.float32)


def _edged(grey: NDArray[np.float32], chance: np.random.Generator) -> NDArray[np.float32]:
    """Leave the dark edge of a lid that was not closed: along one side, or two."""
    height, width = grey.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    sides = (x, width - 1 - x, y, height - 1 - y)
    result = grey
    for side in chance.choice(len(sides), int(chance.integers(1, 3)), replace=False):
        wide = chance.uniform(0.004, 0.02) * max(height, width)
        result = result * (1 - np.float32(0.85) / (1 + np.exp(np.clip((sides[side] - wide) / 3, -30, 30))))
    return result.astype(np.float32)
