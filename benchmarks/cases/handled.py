"""What becomes of photographs in people's hands: a hand that shakes, a dim room, a chat that makes pictures small."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.domain.page import Pixels

SPARED = 0.3  # of the photographs nothing happens to
AS_TAKEN = "as taken"
_LONG = 1400  # pixels of the longer side of a photographed sheet; of a card's photograph everything is as much less


def handled(pixels: Pixels, chance: np.random.Generator) -> tuple[Pixels, str]:
    """Let one of three things happen to a photograph, or none; returns the picture, and which it was."""
    if chance.random() < SPARED:
        return pixels, AS_TAKEN
    what = tuple(_HARDSHIPS)[int(chance.integers(len(_HARDSHIPS)))]
    return _HARDSHIPS[what](pixels, chance), what


def shaken(pixels: Pixels, chance: np.random.Generator) -> Pixels:
    """Move the telephone while it takes the picture: 4 to 7 pixels of a sheet's 1,400."""
    reach = max(round(chance.uniform(4, 7) * max(pixels.shape[:2]) / _LONG), 2)
    trace = np.zeros((reach, reach), np.float32)
    trace[reach // 2] = 1
    middle = ((reach - 1) / 2, (reach - 1) / 2)
    turned = cv2.warpAffine(trace, cv2.getRotationMatrix2D(middle, chance.uniform(0, 180), 1), (reach, reach))
    return _compressed(cv2.filter2D(pixels, -1, turned / turned.sum()), int(chance.integers(60, 85)))


def dimmed(pixels: Pixels, chance: np.random.Generator) -> Pixels:
    """Take the picture in a dim room: a long exposure blurs it, the sensor makes noise, the telephone smooths it."""
    soft = cv2.GaussianBlur(pixels, (0, 0), chance.uniform(0.8, 1.3)).astype(np.float32)
    noise = chance.standard_normal(soft.shape, dtype=np.float32) * np.float32(chance.uniform(5, 10))
    dark = np.clip(soft * np.float32(chance.uniform(0.35, 0.6)) + noise, 0, 255).astype(np.uint8)
    return _compressed(cv2.medianBlur(dark, 3) if chance.random() < 0.5 else dark, int(chance.integers(40, 70)))


def sent(pixels: Pixels, chance: np.random.Generator) -> Pixels:
    """Send a picture that is not quite sharp by chat: 900 to 1,200 pixels of a sheet's longer side are left."""
    scale = chance.uniform(900, 1200) / _LONG
    soft = cv2.GaussianBlur(pixels, (0, 0), chance.uniform(0.7, 1.3))
    small = cv2.resize(soft, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return _compressed(small, int(chance.integers(30, 50)))


_HARDSHIPS: Mapping[str, Callable[[Pixels, np.random.Generator], Pixels]] = {
    "shaken": shaken,
    "taken in a dim room": dimmed,
    "sent by chat": sent,
}


def _compressed(pixels: NDArray[np.uint8], quality: int) -> Pixels:
    _, data = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_COLOR), np.uint8)
