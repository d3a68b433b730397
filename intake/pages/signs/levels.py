"""Percentiles of greys by counting them, which for eight bits is many times quicker than sorting."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray


def level(picture: NDArray[np.uint8], share: float) -> float:
    """Return the least grey that at least `share` per cent of the picture do not exceed."""
    return levels(picture, share)[0]


def levels(picture: NDArray[np.uint8], *shares: float) -> tuple[float, ...]:
    """Return the same for several shares."""
    counts = cv2.calcHist([np.ascontiguousarray(picture)], [0], None, [256], [0, 256]).ravel()
    return tuple(float(at) for at in np.searchsorted(np.cumsum(counts), np.array(shares) / 100 * picture.size))
