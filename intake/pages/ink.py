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


def has_ink(pixels: Pixels) -> bool:
    """Say whether a page has marks on it: text, lines, dirt or a picture."""
    small, _ = shrunk(pixels, SIDE)
    grey = cv2.cvtColor(small, cv2.COLOR_RGB2GRAY)
    apart = cv2.absdiff(grey, cv2.blur(grey, (AROUND, AROUND)))
    return int(np.count_nonzero(apart > SHADE)) >= LEAST
