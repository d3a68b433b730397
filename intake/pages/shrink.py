"""Makes a picture small enough to judge as a whole."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray


def shrunk(picture: NDArray[np.uint8], side: int) -> tuple[NDArray[np.uint8], float]:
    """Return the picture with its longer side at most `side` pixels, and the scale that did it (1.0 where it fits)."""
    height, width = picture.shape[:2]
    scale = min(side / max(height, width), 1.0)
    if scale == 1.0:
        return picture, scale
    size = (max(round(width * scale), 1), max(round(height * scale), 1))
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8), scale
