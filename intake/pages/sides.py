"""Fits the four sides of proposed quads to the steps of colour that are there, and says how well they hold."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.domain.page import Pixels

Floats = NDArray[np.float32]
Quads = NDArray[np.float32]
"""(n, 4, 2) float32, clockwise."""

SAMPLES = 24  # places along a side at which its step is looked for
ENDS = 0.08  # share of a side at each end that is left out: corners may be round
REACHES = (9, 4)  # pixels to both sides of the proposal that are searched, first widely and then closely
PEAKS = 3  # steps kept at a place: print and grain may be stronger than the edge
NEAR = 1.2  # pixels by which a step may miss the line
FAINTEST = 2.5  # levels of colour: less is noise
STRONG = 12.0  # levels from which a step counts no more
BESIDE = ((2, 5), (6, 9))  # pixels beside the line that are compared: a printed frame is the same on both sides
PARALLEL = 1e-3  # of the sides' lengths: below, two sides do not meet


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """Quads on their steps (n, 4, 2).

    `support` is the share of each side (n, 4) where a step was found on its line, `step` by how many levels its inner
    strips differ from its outer ones (n, 4); support is 0 where the sides do not meet.
    """

    corners: Quads
    support: Floats
    step: Floats


def fitted(smooth: Pixels, quads: Quads) -> Fitted:
    """Move the sides of quads onto the steps near them."""
    support = np.ones(quads.shape[:2], np.float32)
    for reach in REACHES:
        along, normals = _frame(quads)
        offsets, held = _fit(_profiles(smooth, quads, reach), reach)
        ends = quads[:, :, None] + along[:, :, None] * _ENDS[:, None] + normals[:, :, None] * offsets[..., None]
        quads, met = _met(ends, quads)
        support = np.minimum(support, held) * met[:, None]
    return Fitted(quads, support, _steps(smooth, quads))


_ENDS = np.array([ENDS, 1 - ENDS], np.float32)
_AT = np.linspace(ENDS, 1 - ENDS, SAMPLES, dtype=np.float32)
_THIRD = SAMPLES // 3
_FIRST = np.repeat(np.arange(_THIRD), _THIRD)  # lines are tried through a place near one end
_SECOND = np.tile(np.arange(SAMPLES - _THIRD, SAMPLES), _THIRD)  # and one near the other


def _frame(quads: Quads) -> tuple[Floats, Floats]:
    """Return for each side the way along it, and its unit normal outwards, (n, 4, 2) each."""
    along = np.roll(quads, -1, axis=1) - quads
    unit = along / np.maximum(np.linalg.norm(along, axis=2, keepdims=True), 1e-6)
    return along, np.stack([unit[..., 1], -unit[..., 0]], axis=-1)


def _profiles(smooth: Pixels, quads: Quads, reach: int) -> Floats:
    """Return the colours across each side: (n, 4, SAMPLES, 2 * reach + 1, 3) float32, from the inside out."""
    along, normals = _frame(quads)
    across = np.arange(-reach, reach + 1, dtype=np.float32)
    on_side = quads[:, :, None] + along[:, :, None] * _AT[:, None]
    places = on_side[:, :, :, None] + normals[:, :, None, None] * across[:, None]
    flat = np.ascontiguousarray(places.reshape(-1, len(across), 2), np.float32)
    colours = cv2.remap(smooth, flat, None, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(colours.reshape(*quads.shape[:2], SAMPLES, len(across), 3), np.float32)


def _fit(profiles: Floats, reach: int) -> tuple[Floats, Floats]:
    """Return how far both ends of each side move outwards (n, 4, 2), and the share of each side that agrees (n, 4)."""
    steps = np.abs(profiles[..., 3:, :] + profiles[..., 2:-1, :] - profiles[..., 1:-2, :] - profiles[..., :-3, :])
    strength = steps.max(axis=-1) / 2
    order = np.argsort(-strength, axis=-1)[..., :PEAKS]
    weights = np.take_along_axis(strength, order, axis=-1)
    weights = np.where(weights < FAINTEST, 0, np.minimum(weights, STRONG)).astype(np.float32)
    places = (order - reach + 1.5).astype(np.float32)
    shape = places.shape[:2]
    moves, support = _lines(places.reshape(-1, SAMPLES, PEAKS), weights.reshape(-1, SAMPLES, PEAKS))
    return moves.reshape(*shape, 2), support.reshape(shape)


def _lines(places: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """Find for each side the line on which most of its peaks (m, SAMPLES, PEAKS) lie; the heaviest wins."""
    strongest = places[..., 0]
    slopes = (strongest[:, _SECOND] - strongest[:, _FIRST]) / (_AT[_SECOND] - _AT[_FIRST])
    tried = strongest[:, _FIRST, None] + slopes[..., None] * (_AT - _AT[_FIRST, None])  # (m, lines, SAMPLES)
    held = np.zeros_like(tried)
    for peak in range(PEAKS):
        near = np.abs(tried - places[:, None, :, peak]) <= NEAR
        np.maximum(held, near * weights[:, None, :, peak], out=held)
    best = tried[np.arange(len(tried)), held.sum(axis=2).argmax(axis=1)]
    on = np.where(np.abs(best[..., None] - places) <= NEAR, weights, 0)
    chosen = on.argmax(axis=2)[..., None]
    weight = np.take_along_axis(on, chosen, axis=2)[..., 0]
    place = np.take_along_axis(places, chosen, axis=2)[..., 0]
    return _regression(place, weight), np.asarray((weight > 0).mean(axis=1), np.float32)


def _regression(values: Floats, weights: Floats) -> Floats:
    """Return the weighted regressions of values (m, SAMPLES) at _AT, at both ends (m, 2)."""
    total = np.maximum(weights.sum(axis=1, keepdims=True), 1e-6)
    x, y = (weights * _AT).sum(axis=1, keepdims=True) / total, (weights * values).sum(axis=1, keepdims=True) / total
    spread = np.maximum((weights * (_AT - x) ** 2).sum(axis=1, keepdims=True), 1e-6)
    slope = (weights * (_AT - x) * (values - y)).sum(axis=1, keepdims=True) / spread
    return np.asarray(y + slope * (_ENDS - x), np.float32)


def _met(ends: Floats, before: Quads) -> tuple[Quads, NDArray[np.bool_]]:
    """Return where the sides, given by two points each (n, 4, 2, 2), meet; the quads as before where they do not."""
    previous = np.roll(ends, 1, axis=1)
    p, r = previous[:, :, 0], previous[:, :, 1] - previous[:, :, 0]
    q, s = ends[:, :, 0], ends[:, :, 1] - ends[:, :, 0]
    cross = _cross(r, s)
    lengths = np.linalg.norm(r, axis=2) * np.linalg.norm(s, axis=2)
    is_apart = np.abs(cross) > PARALLEL * np.maximum(lengths, 1e-6)
    corners = np.asarray(p + r * (_cross(q - p, s) / np.where(is_apart, cross, 1))[..., None], np.float32)
    along = np.roll(corners, -1, axis=1) - corners
    is_convex = _cross(along, np.roll(along, -1, axis=1)) > 0
    fits = (is_apart & is_convex).all(axis=1)
    return np.asarray(np.where(fits[:, None, None], corners, before), np.float32), fits


def _cross(a: Floats, b: Floats) -> Floats:
    return np.asarray(a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0])


def _steps(smooth: Pixels, quads: Quads) -> Floats:
    """Return by how many levels the strips on both sides of each side differ, near to it and farther away."""
    middle = max(far for _, far in BESIDE)
    profiles = _profiles(smooth, quads, middle)
    found = [
        np.abs(
            profiles[..., middle - far : middle - near + 1, :].mean(axis=3)
            - profiles[..., middle + near : middle + far + 1, :].mean(axis=3)
        ).max(axis=3)
        for near, far in BESIDE
    ]
    return np.asarray(np.min([np.median(each, axis=2) for each in found], axis=0), np.float32)
