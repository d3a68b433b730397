"""Features of sharpness: how steep the edges of text are, and how much fine detail there is beside coarser one."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import median

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.pages.signs.levels import level, levels
from intake.pages.signs.view import View

MOST = 8  # lines that are looked at, the longest first
PATCH = 320  # pixels of a patch's side where no line tells where to look


def sharp(view: View) -> Mapping[str, float]:
    """Return the features of sharpness."""
    parts = list(_parts(view))
    return {
        "steep": float(np.log(median([_steep(part) for part in parts]) + 0.01)) if parts else 0.0,
        "fine": median([_fine(part) for part in parts]) if parts else 0.0,
    }


def _parts(view: View) -> list[NDArray[np.uint8]]:
    """Return the longest lines as pieces of the page; where there is none, patches with something in them."""
    found = []
    for line in sorted(view.lines, key=lambda each: -len(each.text))[:MOST]:
        box = line.box.bounds
        found.append(view.grey[max(int(box.top), 0) : int(box.bottom) + 1, max(int(box.left), 0) : int(box.right) + 1])
    if not found:
        height, width = view.grey.shape
        corners = [(y, x) for y in range(0, height, PATCH) for x in range(0, width, PATCH)]
        patches = [view.grey[y : y + PATCH, x : x + PATCH] for y, x in corners[:: max(len(corners) // MOST, 1)]]
        found = [patch for patch in patches if int(patch.max()) - int(patch.min()) > 30]
    return [part for part in found if min(part.shape) >= 4]


def _steep(part: NDArray[np.uint8]) -> float:
    """Return the 99th percentile of the step between neighbours, as a share of the contrast.

    Sharp print reaches 0.5, a blur of a tenth of the text height about 0.15.
    """
    low, high = levels(part, 2, 98)
    return level(cv2.absdiff(part[:, 1:], part[:, :-1]), 99) / max(high - low, 1.0)


def _fine(part: NDArray[np.uint8]) -> float:
    """Return the logarithm of the energy of fine detail by that of coarser detail."""
    picture = part.astype(np.float32)
    soft = cv2.blur(picture, (3, 3))
    softer = cv2.blur(soft, (9, 9))
    finer, coarser = (cv2.norm(a, b, cv2.NORM_L2) ** 2 / part.size for a, b in ((picture, soft), (soft, softer)))
    return float(np.log((finer + 0.05) / (coarser + 0.5)))
