"""Features of a screen's grid: lone peaks in the spectrum of bright patches, in their lightness and in their colour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.domain.page import Pixels
from intake.pages.signs.view import View

SIDE = 256  # pixels of a patch
PATCHES = 3
SLOWEST = 0.07  # cycles a pixel: below are lines of text, shadows and the ornaments of cards
AXIS = 3  # bins beside the axes and the edge that are left out: rules and the ends of patches are there
ORNAMENT = 1.75  # a peak that the ornaments of cards hardly reach


def grid(view: View) -> Mapping[str, float]:
    """Return the features of a grid; zeros for a picture smaller than a patch.

    Only what all patches share counts: the ornaments of a card bend from one to the next, a screen's stripes hardly do.
    """
    spectra = [(_spectrum(light), _spectrum(colour)) for light, colour in _patches(view)]
    light, colour = (
        (float(np.mean(each, axis=0).max()) for each in zip(*spectra, strict=True)) if spectra else (0.0, 0.0)
    )
    return {
        "grid": light,
        "grid_colour": colour,
        "grid_lone": max(light - ORNAMENT, 0.0),
        "grid_colour_lone": max(colour - ORNAMENT, 0.0),
    }


def _patches(view: View) -> Iterator[tuple[NDArray[np.float32], NDArray[np.float32]]]:
    """Yield the lightness and the red less the blue of the brightest patches, spread over the page."""
    height, width = view.grey.shape
    if height < SIDE or width < SIDE:
        return
    rows, columns = (np.linspace(0, room - SIDE, 4).astype(int) for room in (height, width))
    places = [(y, x) for y in dict.fromkeys(rows[1:3]) for x in dict.fromkeys(columns)] + [
        (y, x) for y in (rows[0], rows[3]) for x in columns[1:3]
    ]
    bright = sorted(places, key=lambda at: -float(view.grey[at[0] : at[0] + SIDE : 8, at[1] : at[1] + SIDE : 8].mean()))
    for y, x in bright[:PATCHES]:
        yield _planes(view.pixels[y : y + SIDE, x : x + SIDE])


def _planes(patch: Pixels) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    colours = patch.astype(np.float32)
    return colours @ np.array([0.299, 0.587, 0.114], np.float32), colours[..., 0] - colours[..., 2]


def _spectrum(plane: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the decimal logarithm of the power of each frequency by the usual one at its distance, where it counts."""
    window, ring, mask, counts = _masks()
    waves = cv2.dft((plane - plane.mean()) * window, flags=cv2.DFT_COMPLEX_OUTPUT)[: SIDE // 2]
    power = waves[..., 0] ** 2 + waves[..., 1] ** 2
    usual = np.bincount(ring.ravel(), power.ravel(), counts.size) / counts
    spectrum: NDArray[np.float32] = np.log10(np.where(mask, power / (usual[ring] + SIDE), 0) + 1).astype(np.float32)
    return spectrum


@cache
def _masks() -> tuple[NDArray[np.float32], NDArray[np.int64], NDArray[np.bool_], NDArray[np.float64]]:
    """Return the window of a patch, the distance of each frequency in rings, which count, and how many a ring has.

    Those of the blocks of JPEG do not: of its colours they are 16 pixels wide.
    """
    hann = np.hanning(SIDE).astype(np.float32)
    y, x = np.arange(SIDE // 2)[:, None], np.minimum(np.arange(SIDE), SIDE - np.arange(SIDE))[None]
    far = np.hypot(y, x)
    ring = (far / 6).astype(np.int64)
    blocks = (np.abs((y + 8) % 16 - 8) <= 1) & (np.abs((x + 8) % 16 - 8) <= 1)
    inner = (np.minimum(y, x) > AXIS) & (np.maximum(y, x) < SIDE // 2 - AXIS)
    mask = (far > SLOWEST * SIDE) & inner & ~blocks
    return np.outer(hann, hann), ring, mask, np.maximum(np.bincount(ring.ravel()), 1).astype(np.float64)
