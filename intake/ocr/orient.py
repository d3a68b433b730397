"""Decides for each line which way it reads: along its longer side, and which end is the start."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.domain.page import Pixels
from intake.inference.session import Session
from intake.ocr.crop import HEIGHT, size
from intake.ocr.recognise import padded

WIDTH = 192  # pixels: what the orientation model was trained on
LONG = 1.5  # a box this much longer than broad says how its text runs


def along(corners: NDArray[np.float32]) -> NDArray[np.float32]:
    """Start boxes (n, 4, 2) with the side that the text runs along; boxes near square follow the page."""
    shapes = [size(c) for c in corners]
    tall = [h >= LONG * w for w, h in shapes]
    wide = [w >= LONG * h for w, h in shapes]
    page_is_tall = sum(h for (_, h), t in zip(shapes, tall, strict=True) if t) > sum(
        w for (w, _), t in zip(shapes, wide, strict=True) if t
    )
    turned = [t or (page_is_tall and not w) for t, w in zip(tall, wide, strict=True)]
    return np.stack([np.roll(c, -1, axis=0) if t else c for c, t in zip(corners, turned, strict=True)])


def heads(session: Session, strips: Sequence[Pixels]) -> NDArray[np.float32]:
    """Return for each strip (HEIGHT, w, 3) the probability that it stands on its head."""
    said = [session.run(padded([_window(s)]))[0][0, 1] for s in strips]
    return np.array(said, np.float32)


def _window(strip: Pixels) -> Pixels:
    if strip.shape[1] >= WIDTH:
        return np.asarray(cv2.resize(strip, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA), np.uint8)
    return strip
