"""Features of an edit: a region whose JPEG steps do not repeat those of an earlier JPEG, as all others do.

A picture that was a JPEG before it was changed and saved again carries two sets of steps; what was pasted into it
carries the last set only (its own old blocks lie elsewhere). That shows where the first set was coarser than the last,
so in a file that was saved finely after the change; where it was not, nothing is to be seen, and nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.pages.signs.view import View

BLOCK = 8  # pixels of a JPEG's block
FREQUENCIES = ((0, 1), (1, 0), (1, 1), (0, 2), (2, 0), (1, 2), (2, 1), (2, 2), (0, 3), (3, 0))
"""The waves down and across a block that are looked at: the slower ones, which every quality keeps."""
LEAST_CONTRAST = 24  # grey levels within a block: below it all waves are rounded away
MOST_BLOCKS = 10_000
CLIPPED = 2  # levels from the least and greatest of a colour within which it was cut off
REACH = 256  # greatest amplitude looked at
COARSEST = 72  # greatest step of an earlier JPEG
COARSER = 1.4  # ratio of the earlier step to the last from which on it shows
ENOUGH = 150  # waves that must be there before anything is said of a frequency
REPEATS = 0.4  # mean agreement with a step from which on an earlier JPEG is believed
WINDOW = (5, 12)  # blocks down and across over which agreement is averaged
CROWD = 30  # waves in a window that make it count
NOTHING: Mapping[str, float] = {"twice": 0.0, "strange": 0.0, "strangest": 0.0}


@dataclass(frozen=True, slots=True, eq=False)
class _Waves:
    """The amplitudes of blocks, (n, len(FREQUENCIES)), where the blocks are, and how many lie down and across."""

    amplitudes: NDArray[np.float32]
    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    shape: tuple[int, int]


def traces(view: View) -> Mapping[str, float]:
    """Return the features of an edit; all zero for what is no JPEG, and for one that was saved once."""
    if not view.origin.steps or min(view.grey.shape) < BLOCK * WINDOW[1]:
        return NOTHING
    waves = _waves(view)
    found = [
        (i, step, held)
        for i in range(len(FREQUENCIES))
        for step, held in _earlier(waves.amplitudes[:, i], _last(view.origin.steps, i))
    ]
    if len(found) < 2:
        return NOTHING
    agreed = np.zeros(waves.shape, np.float32)
    counted = np.zeros(waves.shape, np.float32)
    for i, step, _ in found:
        wave = waves.amplitudes[:, i]
        large = np.abs(wave) > step / 2
        at = waves.rows[large], waves.columns[large]
        np.add.at(agreed, at, np.cos(2 * np.pi / step * wave[large]).astype(np.float32))
        np.add.at(counted, at, np.float32(1))
    return {"twice": float(np.mean([held for *_, held in found])), **_strangest(agreed, counted)}


def _waves(view: View) -> _Waves:
    """Return the amplitudes of the blocks that have contrast, and no colour that was cut off and repeats nothing."""
    height, width = (side // BLOCK * BLOCK for side in view.grey.shape)
    shape = (height // BLOCK, width // BLOCK)
    whole = view.grey[:height, :width]
    probes = [whole[y::BLOCK, x::BLOCK] for y, x in ((0, 2), (1, 6), (3, 4), (4, 1), (5, 7), (6, 3), (7, 0), (2, 5))]
    contrast = np.max(probes, axis=0).astype(np.int16) - np.min(probes, axis=0)
    rows, columns = np.nonzero(contrast >= LEAST_CONTRAST)
    stride = len(rows) // MOST_BLOCKS + 1
    rows, columns = rows[::stride], columns[::stride]
    blocks = whole.reshape(shape[0], BLOCK, shape[1], BLOCK)[rows, :, columns, :].reshape(-1, BLOCK * BLOCK)
    colours = view.pixels[:height, :width].reshape(shape[0], BLOCK, shape[1], -1)[rows, :, columns, :]
    colours = colours.reshape(len(rows), 3 * BLOCK * BLOCK)
    kept = (colours.min(axis=1) > CLIPPED) & (colours.max(axis=1) < 255 - CLIPPED)
    return _Waves(blocks[kept].astype(np.float32) @ _basis(), rows[kept], columns[kept], shape)


@cache
def _basis() -> NDArray[np.float32]:
    """Return the cosines of FREQUENCIES over a block, (64, n), scaled as JPEG does."""
    at = (2 * np.arange(BLOCK) + 1) * np.pi / (2 * BLOCK)
    scale = [np.sqrt(1 / BLOCK)] + [np.sqrt(2 / BLOCK)] * (BLOCK - 1)
    waves = [np.outer(np.cos(v * at) * scale[v], np.cos(u * at) * scale[u]).ravel() for v, u in FREQUENCIES]
    return np.stack(waves, axis=1).astype(np.float32)


def _last(steps: Sequence[int], index: int) -> int:
    v, u = FREQUENCIES[index]
    return steps[v * BLOCK + u]


def _earlier(wave: NDArray[np.float32], last: int) -> list[tuple[int, float]]:
    """Return the coarser step that the amplitudes of a frequency repeat best, and how well; [] where none is repeated.

    What was rounded once only has more small amplitudes than large ones, and agrees with no coarser step.
    """
    first = int(np.ceil(last * COARSER))
    if first > COARSEST:
        return []
    counts = np.bincount(np.clip(np.rint(np.abs(wave)), 0, REACH).astype(np.int64), minlength=REACH + 1).astype(
        np.float64
    )
    counts[REACH] = 0
    cosines, large = _agreement()
    many = large[first:] @ counts
    held = np.where(many >= ENOUGH, (cosines[first:] @ counts) / np.maximum(many, 1), -1)
    best = int(held.argmax())
    return [(first + best, float(held[best]))] if held[best] >= REPEATS else []


@cache
def _agreement() -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return, by step and amplitude, the agreement and whether the amplitude is large enough to count."""
    steps, sizes = np.arange(COARSEST + 1)[:, None], np.arange(REACH + 1)[None]
    large = (sizes > steps / 2).astype(np.float64)
    return np.cos(2 * np.pi * sizes / np.maximum(steps, 1)) * large, large


def _strangest(agreed: NDArray[np.float32], counted: NDArray[np.float32]) -> Mapping[str, float]:
    """Return how far the window that agrees least is from the page, by what chance would do, and as it is."""
    size = (WINDOW[1], WINDOW[0])
    sums, many = (
        cv2.boxFilter(plane, -1, size, normalize=False, borderType=cv2.BORDER_CONSTANT) for plane in (agreed, counted)
    )
    crowded = many >= CROWD
    if not crowded.any():
        return {"strange": 0.0, "strangest": 0.0}
    mean = float(agreed.sum() / counted.sum())
    short = np.where(crowded, mean - sums / np.maximum(many, 1), 0)
    return {
        "strange": float(np.log1p(max((short * np.sqrt(many)).max(), 0.0))),
        "strangest": float(max(short.max(), 0.0)),
    }
