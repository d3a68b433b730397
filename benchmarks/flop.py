"""What the models must compute at least, by the pixels that go into them.

Counted once over the published graphs (before 8 bits): two for each multiplication with its addition in Conv,
ConvTranspose and MatMul, from the shapes that a run in ONNX Runtime gives every tensor. All grow with the area of their
input. Detection at 640 x 448: 6.066 GFLOP. Recognition of one strip 640 wide: 4.370 GFLOP, of 320: 2.184.
Orientation of one strip 192 wide: 0.0326 GFLOP. Figures of one strip 320 wide: 0.1422 GFLOP.
"""

from __future__ import annotations

from dataclasses import dataclass

DETECTION = 21_158.0  # FLOP a pixel
RECOGNITION = 6_828_000.0 / 48  # FLOP a pixel of a strip 48 high
ORIENTATION = 170_000.0 / 48  # the same
FIGURES = 444_500.0 / 32  # FLOP a pixel of a strip 32 high


@dataclass(frozen=True, slots=True)
class Pixels:
    """Pixels that went into each model, padding included."""

    detection: int = 0
    orientation: int = 0
    recognition: int = 0
    figures: int = 0


def flop(pixels: Pixels) -> float:
    """Return the multiplications and additions that these pixels cost."""
    lines = pixels.orientation * ORIENTATION + pixels.recognition * RECOGNITION + pixels.figures * FIGURES
    return pixels.detection * DETECTION + lines


def share(pixels: Pixels, flops: float, seconds: float) -> float:
    """Return the part of `seconds` that the arithmetic would take at `flops` a second."""
    return flop(pixels) / flops / seconds
