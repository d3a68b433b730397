"""Says whether anything stands on a page at all, so that nobody looks for text on an empty one."""

from __future__ import annotations

import cv2
import numpy as np

from intake.domain.page import Pixels
from intake.pages.shrink import shrunk

SIDE = 1000  # pixels of the longer side: a hair line is still a shade there
AROUND = 31  # pixels over which light changes
SHADE = 10  # grey levels that ink differs from the paper around it; noise of scanners and of JPEG stays below
LEAST = 12  # pixels: less is a speck
CELLS = 16  # a side, over which the colour of a page is compared
TINT = 24  # levels of one colour difference: lamps and paper change a sheet's tint by less, a picture's by more


def has_ink(pixels: Pixels) -> bool:
    """Say whether a page has marks on it: text, lines, dirt or a picture, were it a soft one of colours alone."""
    small, _ = shrunk(pixels, SIDE, cv2.INTER_LINEAR)
    grey = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY)
    apart = cv2.absdiff(grey, cv2.blur(grey, (AROUND, AROUND)))
    return int(np.count_nonzero(apart > SHADE)) >= LEAST or changes_tint(small)


def changes_tint(pixels: Pixels) -> bool:
    """Say whether the colour of a page changes from one part to another, as light does not change it."""
    cells = cv2.resize(pixels, (CELLS, CELLS), interpolation=cv2.INTER_AREA)
    tints = cv2.cvtColor(cells, cv2.COLOR_RGB2YCrCb)[..., 1:].reshape(-1, 2)  # (CELLS * CELLS, 2) uint8
    return bool(np.ptp(tints, axis=0).max() > TINT)
