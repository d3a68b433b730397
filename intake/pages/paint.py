"""Paints over parts of a picture with the colours around them, so that nothing stands there and no edge is made."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.domain.geometry import Quad, Rect
from intake.domain.page import Pixels
from intake.pages.shrink import shrunk

COARSE = 160  # pixels of the longer side at which colours are spread
MARGIN = 2  # pixels there around a quad that go with it: blurred edges and shadows
STEPS = 7  # halvings: from 160 pixels to one

Mask = NDArray[np.uint8]
Floats = NDArray[np.float32]


def painted(pixels: Pixels, quads: Sequence[Quad], part: Rect) -> Pixels:
    """Return a copy of a part of the picture without what lies in the quads."""
    small, scale = shrunk(pixels, COARSE)
    spread = _spread(small, hidden_by(small.shape[:2], quads, scale, MARGIN + 1))
    margin = round(MARGIN / scale)
    rows, columns = slice(int(part.top), int(part.bottom) + 1), slice(int(part.left), int(part.right) + 1)
    result = pixels[rows, columns].copy()
    for quad in quads:
        box = quad.bounds.grown(margin)
        left, top = max(int(box.left), columns.start), max(int(box.top), rows.start)
        hidden = result[
            top - rows.start : max(int(box.bottom) + 1 - rows.start, 0),
            left - columns.start : max(int(box.right) + 1 - columns.start, 0),
        ]
        if not hidden.size:
            continue
        move = np.array([[scale, 0, left * scale], [0, scale, top * scale]])
        how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        colours = cv2.warpAffine(spread, move, hidden.shape[1::-1], flags=how, borderMode=cv2.BORDER_REPLICATE)
        moved = Quad.of([(p.x - left, p.y - top) for p in quad.points])
        cv2.copyTo(colours, hidden_by(hidden.shape[:2], [moved], 1.0, margin), hidden)
    return result


def hidden_by(shape: tuple[int, ...], quads: Sequence[Quad], scale: float, margin: int) -> Mask:
    """Return 255 in a picture of a shape (h, w), scaled so, where the quads lie, with a margin in its pixels."""
    hidden = np.zeros(shape, np.uint8)
    for quad in quads:
        corners = np.rint(np.array(quad.points) * scale).astype(np.int32)
        cv2.fillConvexPoly(hidden, corners, 255)
        if margin:
            cv2.polylines(hidden, [corners], isClosed=True, color=255, thickness=2 * margin)
    return hidden


def _spread(small: Pixels, hidden: Mask) -> Pixels:
    """Fill what is hidden from what is around it: near its rim from close by, in its middle from far away."""
    known = (hidden == 0).astype(np.float32)
    colours = small * known[..., None]
    filled, weight = colours, known
    for _ in range(STEPS):
        colours, known = _halved(colours), _halved(known)
        lacks = 1 - np.clip(weight, 0, 1)
        filled = filled + _back(colours, small) * lacks[..., None]
        weight = weight + _back(known, small) * lacks
    return np.asarray(np.clip(filled / np.maximum(weight, 1e-3)[..., None], 0, 255), np.uint8)


def _halved(picture: Floats) -> Floats:
    size = (max(picture.shape[1] // 2, 1), max(picture.shape[0] // 2, 1))
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.float32)


def _back(picture: Floats, small: Pixels) -> Floats:
    return np.asarray(cv2.resize(picture, small.shape[1::-1], interpolation=cv2.INTER_LINEAR), np.float32)
