"""What scanners, copiers and telephones do to a drawing; the truth follows through the homography they return."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from intake.domain.geometry import Quad
from intake.domain.page import Pixels

Homography = NDArray[np.float64]
"""(3, 3): pixels of the drawing to pixels of the picture."""
_Picture = NDArray[np.float32]
"""(height, width, 3) float32, 0 to 255: between two steps nothing is rounded."""


_COPIER = np.array([0.55, 0.33, 0.12], np.float32)  # red ink comes out grey, so that print below a seal stays darker


class Variant(StrEnum):
    """How a paper came to be a file."""

    CLEAN = "clean"
    PHOTOCOPY = "photocopy"
    PHOTO = "photo"
    BORN_DIGITAL = "born_digital"


@dataclass(frozen=True, slots=True, eq=False)
class Degraded:
    """A picture of a drawing."""

    pixels: Pixels
    homography: Homography

    def quad(self, box: Quad) -> Quad:
        """Return where a box of the drawing lies in the picture."""
        corners = np.array([[[p.x, p.y] for p in box.points]], dtype=np.float64)
        return Quad.of(cv2.perspectiveTransform(corners, self.homography)[0])


def degrade(pixels: Pixels, variant: Variant, seed: int) -> Degraded:
    """Return what `variant` makes of a drawing; the same seed gives the same picture."""
    chance = np.random.default_rng(seed)
    return _STEPS[variant](pixels, chance)


def turned(picture: Degraded, degrees: int) -> Degraded:
    """Turn a picture clockwise by a multiple of 90 degrees, as a telephone held sideways does."""
    height, width = picture.pixels.shape[:2]
    moves = {
        0: np.eye(3),
        90: np.array([[0, -1, height], [1, 0, 0], [0, 0, 1]]),
        180: np.array([[-1, 0, width], [0, -1, height], [0, 0, 1]]),
        270: np.array([[0, 1, 0], [-1, 0, width], [0, 0, 1]]),
    }
    pixels = np.ascontiguousarray(np.rot90(picture.pixels, -degrees // 90))
    return Degraded(pixels, moves[degrees] @ picture.homography)


def clean_scan(pixels: Pixels, chance: np.random.Generator) -> Degraded:
    """Scan on a good machine: paper not quite white, a breath of blur and noise, not quite straight."""
    height, width = pixels.shape[:2]
    move = _rotation((width, height), chance.uniform(-0.4, 0.4))
    picture = _warp(pixels, move, (width, height), 252.0)
    picture = cv2.GaussianBlur(picture, (0, 0), 0.55)
    picture = 12 + picture * (238 / 255) + _noise((height, width, 1), chance, 2.2)
    return Degraded(_rounded(picture), move)


def photocopy(pixels: Pixels, chance: np.random.Generator) -> Degraded:
    """Copy and scan the copy: tilted, grey, strokes eaten or swollen, toner specks, a dark edge."""
    height, width = pixels.shape[:2]
    angle = chance.uniform(1.2, 4.0) * chance.choice((-1, 1))
    move = _rotation((width, height), angle)
    colour = _warp(pixels, move, (width, height), 250.0)
    grey = cv2.GaussianBlur(colour @ _COPIER, (0, 0), chance.uniform(0.9, 1.25))
    grey = grey + cv2.GaussianBlur(_noise(grey.shape, chance, 46), (0, 0), 0.9)
    grey = 255 / (1 + np.exp(-(grey - chance.uniform(152, 170)) / 26))
    grey = chance.uniform(44, 74) + grey * (184 / 255)
    grey -= _edge_shadow(height, width, chance)
    _specks(grey, chance)
    grey += _noise(grey.shape, chance, 4)
    return Degraded(_rounded(np.repeat(grey[..., None], 3, axis=2)), move)


def phone_photo(pixels: Pixels, chance: np.random.Generator) -> Degraded:
    """Photograph the paper on a table: perspective, uneven light, glare, a hand that was not still."""
    height, width = pixels.shape[:2]
    size = (1180, 1600) if height > width else (1500, 1125)
    move = _perspective((width, height), size, chance)
    sheet = _warp(pixels, move, size, 0.0)
    mask = _warp(_outline(height, width), move, size, 0.0) / 255
    shade = np.roll(cv2.GaussianBlur(mask, (0, 0), 14), (10, 8), axis=(0, 1))
    picture = _table(size, chance) * (1 - 0.45 * shade) * (1 - mask) + sheet * mask
    picture = _light(picture, chance)
    picture = cv2.filter2D(picture, -1, _shake(chance))
    picture = cv2.GaussianBlur(picture, (0, 0), chance.uniform(0.6, 0.9))
    picture += cv2.GaussianBlur(_noise(picture.shape[:2], chance, 11), (0, 0), 0.7)[..., None]
    return Degraded(_rounded(picture), move)


def born_digital(pixels: Pixels, _chance: np.random.Generator) -> Degraded:
    """Leave everything as it is: the file was never paper."""
    return Degraded(pixels, np.eye(3))


def bilevel(pixels: Pixels) -> NDArray[np.bool_]:
    """Return where a fax or a G4 scanner puts white; what is as grey as the weakest print stays black."""
    grey = cv2.GaussianBlur(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), (0, 0), 0.8)
    white: NDArray[np.bool_] = grey > cv2.GaussianBlur(grey, (0, 0), 25).astype(np.float32) * 0.86
    return white


_STEPS: dict[Variant, Callable[[Pixels, np.random.Generator], Degraded]] = {
    Variant.CLEAN: clean_scan,
    Variant.PHOTOCOPY: photocopy,
    Variant.PHOTO: phone_photo,
    Variant.BORN_DIGITAL: born_digital,
}


def _rotation(size: tuple[int, int], degrees: float) -> Homography:
    move: Homography = np.eye(3)
    move[:2] = cv2.getRotationMatrix2D((size[0] / 2, size[1] / 2), degrees, 1.0)
    return move


def _perspective(size: tuple[int, int], into: tuple[int, int], chance: np.random.Generator) -> Homography:
    """Return the view of a hand-held camera: the paper tilted, the far end narrower, a card not filling the picture."""
    width, height = size
    fills = chance.uniform(0.82, 0.89) if height > width else chance.uniform(0.5, 0.72)
    half = np.array((width, height)) * min(into[0] / width, into[1] / height) * fills / 2
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * half
    bend = chance.uniform(-0.07, 0.07, 2)
    corners *= 1 + np.array([[1], [-1], [1], [-1]]) * bend
    corners *= 1 + np.sign(corners[:, ::-1]) * chance.uniform(-0.05, 0.05, 2)
    angle = math.radians(chance.uniform(-5, 5))
    spin = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    target = corners @ spin.T + np.array(into) * (0.5 + chance.uniform(-0.02, 0.02, 2))
    source = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    move: Homography = cv2.getPerspectiveTransform(source, target.astype(np.float32))
    return move


def _outline(height: int, width: int) -> Pixels:
    """Return white where the paper is: a sheet to its corners, a card with its corners cut."""
    outline = np.full((height, width, 3), 255, np.uint8)
    if abs(width / height - 85.6 / 54) < 0.02:  # ISO 7810 ID-1
        sheet = Image.new("RGB", (width, height))
        ImageDraw.Draw(sheet).rounded_rectangle(
            (0, 0, width - 1, height - 1), width * 3.18 / 85.6, fill=(255, 255, 255)
        )
        outline = np.asarray(sheet, np.uint8)
    return outline


def _warp(pixels: Pixels, move: Homography, size: tuple[int, int], fill: float) -> _Picture:
    mode = cv2.INTER_AREA if abs(np.linalg.det(move[:2, :2])) < 0.7 else cv2.INTER_LINEAR
    warped: _Picture = cv2.warpPerspective(
        pixels, move, size, flags=mode, borderMode=cv2.BORDER_CONSTANT, borderValue=(fill, fill, fill)
    ).astype(np.float32)
    return warped


def _table(size: tuple[int, int], chance: np.random.Generator) -> _Picture:
    """Return a table top: a colour with the long soft grain of wood or the weave of cloth."""
    width, height = size
    colour = np.array(((118, 84, 58), (74, 78, 84), (150, 132, 110), (60, 70, 62))[chance.integers(4)], np.float32)
    coarse = chance.normal(0, 1, (height // 6 + 1, width // 90 + 2)).astype(np.float32)
    grain = cv2.resize(coarse, size, interpolation=cv2.INTER_CUBIC)
    table: _Picture = colour + grain[..., None] * np.array([11, 10, 9], np.float32)
    return table


def _light(picture: _Picture, chance: np.random.Generator) -> _Picture:
    """Let the light fall from one side, a hand throw a soft shadow, a lamp leave a spot, and tint it all."""
    height, width = picture.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    x, y = x / width - 0.5, y / height - 0.5
    angle = chance.uniform(0, 2 * math.pi)
    along = x * math.cos(angle) + y * math.sin(angle)
    shade = 1 - chance.uniform(0.32, 0.5) * (along + 0.5) * 0.8
    edge = x * math.sin(angle) + y * math.cos(angle) - chance.uniform(-0.2, 0.25)
    shade *= 1 - chance.uniform(0.22, 0.36) / (1 + np.exp(-edge / 0.02))
    cx, cy = chance.uniform(-0.3, 0.3, 2)
    glare = chance.uniform(50, 90) * np.exp(-(((x - cx) / 0.13) ** 2 + ((y - cy) / 0.09) ** 2))
    tint = np.array([1.0, chance.uniform(0.95, 1.0), chance.uniform(0.84, 0.97)], np.float32)
    lit: _Picture = (picture * shade[..., None] * tint + glare[..., None]).astype(np.float32)
    return lit


def _shake(chance: np.random.Generator) -> NDArray[np.float32]:
    """Return the blur of a hand: a short stroke in some direction."""
    kernel: NDArray[np.float32] = np.zeros((9, 9), np.float32)
    angle, reach = chance.uniform(0, math.pi), chance.uniform(1.0, 2.1)
    dx, dy = reach * math.cos(angle), reach * math.sin(angle)
    for at in np.linspace(-1, 1, 41):
        kernel[round(4 + at * dy), round(4 + at * dx)] += 1
    kernel /= kernel.sum()
    return kernel


def _noise(shape: tuple[int, ...], chance: np.random.Generator, strength: float) -> NDArray[np.float32]:
    """Return noise; the same for all colours, as sensors nearly have it, and so that files stay small."""
    return chance.standard_normal(shape, dtype=np.float32) * np.float32(strength)


def _edge_shadow(height: int, width: int, chance: np.random.Generator) -> NDArray[np.float32]:
    x = np.arange(width, dtype=np.float32)
    side = x if chance.random() < 0.5 else width - x
    shadow: NDArray[np.float32] = np.tile(120 * np.exp(-side / chance.uniform(12, 30)), (height, 1)).astype(np.float32)
    return shadow


def _specks(grey: NDArray[np.float32], chance: np.random.Generator) -> None:
    """Drop toner on a copy, in place: more or fewer specks of one to three pixels."""
    height, width = grey.shape
    for _ in range(height * width // int(chance.integers(7_000, 14_000))):
        x, y = int(chance.integers(width)), int(chance.integers(height))
        cv2.circle(grey, (x, y), int(chance.integers(1, 3)), float(chance.uniform(20, 120)), -1)


def _rounded(picture: _Picture) -> Pixels:
    return np.clip(np.rint(picture), 0, 255).astype(np.uint8)
