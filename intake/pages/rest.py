"""Says whether anything stands beside what was found on a picture: a table top is the same everywhere, print is not.

Grain and weave are as strong as faint print, so that no level of contrast parts them. But they go on over the whole
table: where one tile is much busier, or much calmer, than most, something may lie there.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.domain.geometry import Quad, Rect
from intake.domain.page import Pixels
from intake.pages.paint import hidden_by
from intake.pages.shrink import shrunk

SIDE = 800  # pixels of the longer side at which contrast is measured
TILE = 40  # pixels there
AROUND = 21  # pixels over which light changes
DIM = 30  # levels of grey added to the light around: noise in the dark is no contrast
BUSY = 98  # percentile of a tile's contrast: a word of faint print covers one part in fifty
CALM = 0.065  # contrast of paper, of noise and of soft grain; the faintest print has 0.15
BUSIER, CALMER = 2.0, 2.5  # times as much contrast as most tiles have, and as little
SEEN = 0.5  # of a tile that must not be hidden
LEAST, ROOM = 600.0, 20.0  # pixels of the page: sides of what is read, and what is added around it
MARGIN = 12  # pixels around what is hidden that belong to it: blurred edges and their shadows


def rest_of(pixels: Pixels, quads: Sequence[Quad]) -> Rect | None:
    """Return the part of a picture, beside the quads, in which something may stand; None where nothing does."""
    small, scale = shrunk(pixels, SIDE, cv2.INTER_LINEAR)
    contrast = _tiled(_contrast(small), hidden_by(small.shape[:2], quads, scale, MARGIN))
    if np.isnan(contrast).all():
        return None
    usual = max(float(np.nanmedian(contrast)), CALM)
    unlike = (contrast > usual * BUSIER) | (np.maximum(contrast, CALM) * CALMER < usual)
    if not unlike.any():
        return None
    rows, columns = np.flatnonzero(unlike.any(axis=1)), np.flatnonzero(unlike.any(axis=0))
    left, right = _roomy(columns[0] * TILE / scale, (columns[-1] + 1) * TILE / scale, pixels.shape[1])
    top, bottom = _roomy(rows[0] * TILE / scale, (rows[-1] + 1) * TILE / scale, pixels.shape[0])
    return Rect(left, top, right, bottom)


def _roomy(start: float, end: float, length: float) -> tuple[float, float]:
    """Give a part of a side of the picture the room that a reader wants around print, inside the picture."""
    room = min(max(end - start + 2 * ROOM, LEAST), length)
    start = min(max((start + end - room) / 2, 0.0), length - room)
    return start, start + room


def _contrast(small: Pixels) -> NDArray[np.float32]:
    """Return by which share every pixel differs from the light around it (h, w)."""
    grey = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), (0, 0), 1.0).astype(np.float32)
    around = cv2.blur(grey, (AROUND, AROUND))
    return np.asarray(np.abs(grey - around) / (around + DIM), np.float32)


def _tiled(contrast: NDArray[np.float32], hidden: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return the contrast of every tile, NaN where it is mostly hidden."""
    rows, columns = -(-contrast.shape[0] // TILE), -(-contrast.shape[1] // TILE)
    result = np.full((rows, columns), np.nan, np.float32)
    for row in range(rows):
        for column in range(columns):
            part = np.s_[row * TILE : (row + 1) * TILE, column * TILE : (column + 1) * TILE]
            seen = contrast[part][hidden[part] == 0]
            if seen.size > SEEN * contrast[part].size:
                result[row, column] = np.partition(seen, seen.size * BUSY // 100)[seen.size * BUSY // 100]
    return result
