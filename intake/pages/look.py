"""Judges what a page is by its look alone: a small network sees the upright page, pressed into a square."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from intake.domain.page import Pixels
from intake.inference.session import Session
from intake.pages.shrink import pressed

SIDE = 224  # pixels of the square


@dataclass(frozen=True, slots=True)
class Look:
    """Says (labels,) float32 of an upright page: the logarithm of the belief in each label."""

    session: Session

    def __call__(self, pixels: Pixels) -> NDArray[np.float32]:
        values = self.session.run(tensor(pixels)[None])[0][0].astype(np.float32)
        shifted = values - values.max()
        result: NDArray[np.float32] = shifted - np.log(np.exp(shifted).sum())
        return result


def tensor(pixels: Pixels) -> NDArray[np.float32]:
    """Return (3, SIDE, SIDE) float32 in -1..1: the sides of the page are pressed to the same length."""
    small = pressed(pixels, SIDE)
    return np.ascontiguousarray(small.transpose(2, 0, 1), np.float32) / np.float32(127.5) - np.float32(1)
