"""Features of what a picture without text shows: whether it looks like paper at all."""

from __future__ import annotations

from collections.abc import Mapping

import cv2
import numpy as np

from intake.pages.signs.levels import level
from intake.pages.signs.view import View

FEW = 4  # characters: a picture with more is a paper of some kind


def scene(view: View) -> Mapping[str, float]:
    """Return the features of a scene."""
    grey = np.ascontiguousarray(view.coarse[..., 1])
    pale = (view.chroma < 40) & (grey > 0.7 * level(grey, 95))
    counts = np.bincount(grey.ravel() // 16, minlength=16) / grey.size
    return {
        "pale": float(pale.mean()),
        "vivid": float((view.chroma > 60).mean()),
        "rough": float(np.log1p(cv2.absdiff(grey, cv2.blur(grey, (5, 5))).mean())),
        "shades": float(-(counts[counts > 0] * np.log(counts[counts > 0])).sum()),
    }


def has_text(view: View) -> bool:
    """Say whether enough was read that the page is a paper, whatever it looks like."""
    return sum(len(line.text) for line in view.lines) >= FEW
