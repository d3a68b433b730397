"""Decides for each line which way it reads: along which side, and from which end.

A page mostly reads one way, but two cards on one sheet may not: every line is judged with its neighbours, and the page
only tips the balance. Axes come from the shapes of boxes, ends from the line-orientation model.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.domain.page import Pixels
from intake.inference.session import Session
from intake.ocr.crop import HEIGHT, size
from intake.ocr.detect import Corners
from intake.ocr.recognise import padded

WIDTH = 192  # pixels: what the orientation model was trained on
LONG = 1.5  # a box this much longer than broad says how its text runs
REACH = 4.0  # line heights over which a neighbour's word fades
PAGE = 0.1  # weight of the mean of the page against that of a line
SUREST = 4.0  # log odds: one line may not outvote all of its neighbours
DOUBT = 1.0  # log odds below which a line is read both ways
AMONG = 3  # strips of which the longest is asked first
CLEAR = 2 * SUREST  # log odds in all, from which lines that were not asked follow
BATCH = 8  # strips the orientation model sees at once

Floats = NDArray[np.float32]


def along(corners: Corners) -> Corners:
    """Start boxes (n, 4, 2) with the side that the text runs along; boxes near square follow their neighbours."""
    tall = votes(corners, shapes(corners), np.zeros(len(corners), np.int_)) > 0
    return np.stack([np.roll(c, -1, axis=0) if t else c for c, t in zip(corners, tall, strict=True)])


def shapes(corners: Corners) -> Floats:
    """Return what the shape of each box says: positive is tall, negative is wide, 0 cannot tell."""
    ratios = [h / w for w, h in map(size, corners)]
    return np.array([0.0 if 1 / LONG < r < LONG else np.clip(np.log(r), -2, 2) for r in ratios], np.float32)


def votes(corners: Corners, said: Floats, groups: NDArray[np.int_]) -> Floats:
    """Return what each box says (n,) together with the neighbours of its own group, and a little of the page."""
    weights = np.exp(-((gaps(corners) / REACH) ** 2)) + PAGE / max(len(said), 1)
    weights *= groups[:, None] == groups[None, :]
    return np.asarray(said + weights @ said, np.float32)


def gaps(corners: Corners) -> Floats:
    """Return (n, n): how far two boxes are apart, in heights of the smaller one; 0 where they touch."""
    low, high = corners.min(axis=1), corners.max(axis=1)
    apart = np.maximum(low[:, None] - high[None, :], low[None, :] - high[:, None]).clip(0)
    heights = np.array([min(size(c)) for c in corners], np.float32)
    return np.asarray(
        np.hypot(apart[..., 0], apart[..., 1]) / np.minimum(heights[:, None], heights[None, :]), np.float32
    )


def ends(session: Session, strips: Sequence[Pixels], corners: Corners) -> Floats:
    """Return for each strip (HEIGHT, w, 3) the log odds that it stands on its head, as it and its neighbours say.

    Of lines that run the same way the longest of every AMONG is asked. The others follow where those are clearly of one
    mind and near enough to tell.
    """
    groups = quarters(corners)
    said = np.zeros(len(strips), np.float32)
    first = [max(some, key=lambda i: strips[i].shape[1]) for some in _among(groups)]
    said[first] = _asked(session, [strips[i] for i in first])
    odds = votes(corners, said, groups)
    agreed = [group for group in np.unique(groups) if is_of_one_mind(said[groups == group])]
    is_open = ~np.isin(groups, agreed) | (np.abs(odds) < DOUBT)
    rest = [i for i in np.flatnonzero(is_open).tolist() if i not in first]
    if not rest:
        return odds
    said[rest] = _asked(session, [strips[i] for i in rest])
    return votes(corners, said, groups)


def is_of_one_mind(said: Floats) -> bool:
    """Say whether log odds tell one end clearly, and none of them tells the other."""
    is_split = bool((said <= -DOUBT).any() and (said >= DOUBT).any())
    return not is_split and abs(float(said.sum())) >= CLEAR


def _among(groups: NDArray[np.int_]) -> Iterator[list[int]]:
    """Yield AMONG indices of a group after the other."""
    for group in np.unique(groups):
        of_it = np.flatnonzero(groups == group).tolist()
        yield from (of_it[start : start + AMONG] for start in range(0, len(of_it), AMONG))


def _asked(session: Session, strips: Sequence[Pixels]) -> Floats:
    """Return what the model says of each strip; short ones say little."""
    odds: list[float] = []
    for start in range(0, len(strips), BATCH):
        part = strips[start : start + BATCH]
        head = session.run(padded([_window(s) for s in part], WIDTH))[0][:, 1].astype(np.float64)
        odds.extend(np.clip(np.log((head + 1e-6) / (1 - head + 1e-6)), -SUREST, SUREST).tolist())
    long = np.array([min(s.shape[1] / WIDTH, 1.0) for s in strips], np.float32)
    return np.array(odds, np.float32) * long


def quarters(corners: Corners) -> NDArray[np.int_]:
    """Return for each box in which of the four directions it reads: 0 right, 1 down, 2 left, 3 up."""
    along_it = corners[:, 1] - corners[:, 0]
    degrees = np.degrees(np.arctan2(along_it[:, 1], along_it[:, 0]))
    return np.asarray(np.rint(degrees / 90) % 4, np.int_)


def _window(strip: Pixels) -> Pixels:
    """Fit a strip into the model's width: what is longer is squeezed, what is shorter stands on grey."""
    if strip.shape[1] > WIDTH:
        return np.asarray(cv2.resize(strip, (WIDTH, HEIGHT), interpolation=cv2.INTER_AREA), np.uint8)
    return strip
