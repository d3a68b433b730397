"""What goes wrong with a picture: a screen instead of paper, a finger, a cut edge, glare, blur, darkness, an edit.

Each fault takes a picture and returns a worse one, with the homography from the drawing carried on. `strength` runs
from 0 (just to be seen) to 1 (beyond hope).
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from intake.domain.page import Pixels
from samples.degrade import Degraded, Homography

_Picture = NDArray[np.float32]
_Points = NDArray[np.float64]
"""(2,) or (n, 2): x and y."""

_CELL = 3  # stripes of a screen's pixel: red, green, blue
_GAP = 0.55  # light that the dark gap below each pixel takes from its row
_GAMMA = 2.2  # of screens and cameras


class Fault(StrEnum):
    """What is wrong with a picture; the value is the label that it deserves."""

    SCREEN = "screen"
    COVERED = "covered"
    CUT = "cut_off"
    GLARE = "glare"
    BLUR = "blurred"
    DARK = "too_dark"
    EDITED = "edited"


@dataclass(frozen=True, slots=True, eq=False)
class Shot:
    """A picture of a paper, and the size of the drawing in it: width and height in the drawing's pixels."""

    picture: Degraded
    size: tuple[int, int]

    @property
    def pixels(self) -> Pixels:
        return self.picture.pixels

    @property
    def corners(self) -> _Points:
        """Return where the corners of the paper are, (4, 2), clockwise from its top left; some may be outside."""
        width, height = self.size
        square = np.array([[[0, 0], [width, 0], [width, height], [0, height]]], np.float64)
        return np.asarray(cv2.perspectiveTransform(square, self.picture.homography)[0], np.float64)

    def redrawn(self, pixels: Pixels, move: Homography | None = None) -> Shot:
        """Return the shot with other pixels, moved by `move` if they were."""
        before = self.picture.homography
        return Shot(Degraded(pixels, before if move is None else move @ before), self.size)


def spoil(shot: Shot, fault: Fault, seed: int, *, strength: float = 0.5) -> Shot:
    """Return the shot with a fault; the same seed and strength give the same picture."""
    return _FAULTS[fault](shot, np.random.default_rng(seed), strength)


def jpeg(pixels: Pixels, quality: int, *, software: str = "") -> bytes:
    """Return a page as a JPEG, signed by the program that wrote it if one is named."""
    exif = Image.Exif()
    if software:
        exif[0x0131] = software
    memory = io.BytesIO()
    Image.fromarray(pixels).save(memory, "JPEG", quality=quality, exif=exif)
    return memory.getvalue()


def screen(shot: Shot, chance: np.random.Generator, strength: float) -> Shot:
    """Show the picture on a screen and photograph that: coloured stripes under the sensor's grid, cold bright light."""
    height, width = shot.pixels.shape[:2]
    size = (1180, 1600) if height > width else (1500, 1125)
    shown, place = _displayed(shot.pixels, chance)
    lit = _stripes(shown)
    rows, columns = lit.shape[:2]
    view = _camera((columns, rows), size, chance)
    reach = math.sqrt(abs(np.linalg.det(view[:2, :2]))) if view[2, 2] else 1.0
    lens = (0.62 - 0.26 * strength) / max(reach, 0.05)  # what is left of the stripes makes the moire
    soft = cv2.GaussianBlur(lit, (0, 0), max(lens, 0.3))
    seen: _Picture = cv2.warpPerspective(soft, view, size, flags=cv2.INTER_LINEAR, borderValue=(0.002,) * 3)
    cold = np.array([chance.uniform(0.74, 1.0), 0.95, 1.05], np.float32)
    seen = _vignette(seen * cold * chance.uniform(0.75, 1.05), chance)
    seen = cv2.GaussianBlur(255 * np.clip(seen, 0.002, 1) ** (1 / _GAMMA), (0, 0), 0.45)
    seen = seen + _noise(seen.shape[:2], chance, 3.5)[..., None]
    return shot.redrawn(_rounded(seen), view @ np.diag((_CELL, _CELL, 1)) @ place)


def covered(shot: Shot, chance: np.random.Generator, strength: float) -> Shot:
    """Lay a finger, now and then a slip of paper or a pen, over a corner or an edge of the paper, and over text."""
    pixels = shot.pixels.astype(np.float32)
    corners = shot.corners
    middle = corners.mean(axis=0)
    edge = int(chance.integers(4))
    share = chance.uniform(0.0, 1.0) if chance.random() < 0.5 else float(chance.integers(2))
    foot = corners[edge] * (1 - share) + corners[(edge + 1) % 4] * share
    foot = np.clip(foot, 0, np.array((pixels.shape[1], pixels.shape[0])) - 1.0)
    short = min(np.linalg.norm(corners[1] - corners[0]), np.linalg.norm(corners[3] - corners[0]))
    inward = (middle - foot) / max(float(np.linalg.norm(middle - foot)), 1.0)
    reach = float(short) * (0.13 + 0.28 * strength) * chance.uniform(0.9, 1.2)
    paint = _finger if chance.random() < 0.75 else _slip
    return shot.redrawn(_rounded(paint(pixels, (foot, inward), reach, chance)))


def cut_off(shot: Shot, chance: np.random.Generator, strength: float) -> Shot:
    """Take the picture too near: one edge of the paper, and what stood there, is outside."""
    corners = shot.corners
    height, width = shot.pixels.shape[:2]
    low, high = np.clip(corners.min(axis=0), 0, None), np.minimum(corners.max(axis=0), (width, height))
    lost = (high - low) * (0.06 + 0.2 * strength) * chance.uniform(0.9, 1.1)
    side = int(chance.integers(4))
    left, top = (round(low[i] + lost[i]) if side == i else 0 for i in (0, 1))
    right, bottom = (round(high[i] - lost[i]) if side == i + 2 else (width, height)[i] for i in (0, 1))
    move = np.array([[1.0, 0, -left], [0, 1, -top], [0, 0, 1]])
    return shot.redrawn(np.ascontiguousarray(shot.pixels[top:bottom, left:right]), move)


def glare(shot: Shot, chance: np.random.Generator, strength: float) -> Shot:
    """Let a lamp shine back from the paper: a patch burnt out, with a halo."""
    height, width = shot.pixels.shape[:2]
    centre = shot.corners.mean(axis=0) + chance.uniform(-0.22, 0.22, 2) * (width, height)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    angle = chance.uniform(0, math.pi)
    along = (x - centre[0]) * math.cos(angle) + (y - centre[1]) * math.sin(angle)
    across = (y - centre[1]) * math.cos(angle) - (x - centre[0]) * math.sin(angle)
    size = max(height, width) * (0.035 + 0.07 * strength)
    far = (along / (size * chance.uniform(1.0, 2.2))) ** 2 + (across / size) ** 2
    light = 320 / (1 + np.exp(np.minimum((far - 1.2) * 3, 60))) + 60 * np.exp(-far / 6)
    return shot.redrawn(_rounded(shot.pixels + light[..., None].astype(np.float32)))


def blurred(shot: Shot, chance: np.random.Generator, strength: float) -> Shot:
    """Miss the focus, or move."""
    reach = max(shot.pixels.shape[:2]) / 1600 * (2.6 + 4.5 * strength)
    if chance.random() < 0.5:
        return shot.redrawn(np.asarray(cv2.GaussianBlur(shot.pixels, (0, 0), reach), np.uint8))
    kernel = _stroke(reach * 2.6, chance.uniform(0, math.pi))
    return shot.redrawn(np.asarray(cv2.filter2D(shot.pixels, -1, kernel), np.uint8))


def too_dark(shot: Shot, chance: np.random.Generator, strength: float) -> Shot:
    """Take the picture without a lamp: hardly any light, and much noise for it."""
    light = 0.28 - 0.2 * strength
    seen = shot.pixels.astype(np.float32) * light * chance.uniform(0.9, 1.0)
    seen += cv2.GaussianBlur(_noise(seen.shape[:2], chance, 7), (0, 0), 0.7)[..., None]
    return shot.redrawn(_rounded(seen))


def edited(shot: Shot, chance: np.random.Generator, strength: float) -> Shot:
    """Put a strip of the page, compressed another way, over another one, in a picture that was a JPEG before.

    The stronger, the larger the strip and the more coarsely the first JPEG was written; save it finely to keep that.
    """
    before = _through_jpeg(shot.pixels, round(88 - 26 * strength + chance.uniform(-3, 3)))
    source = cv2.GaussianBlur(shot.pixels, (0, 0), 0.5) if chance.random() < 0.5 else shot.pixels
    other = _through_jpeg(np.asarray(source, np.uint8), int(chance.integers(90, 97)))
    height, width = before.shape[:2]
    tall, wide = round(height * (0.035 + 0.06 * strength)), round(width * (0.14 + 0.22 * strength))
    corners = shot.corners
    low, high = (
        corners.min(axis=0) * 0.88 + corners.max(axis=0) * 0.12,
        corners.min(axis=0) * 0.12 + corners.max(axis=0) * 0.88,
    )
    x, u = (int(chance.integers(int(low[0]), max(int(high[0]) - wide, int(low[0]) + 1))) for _ in range(2))
    y, v = (int(chance.integers(int(low[1]), max(int(high[1]) - tall, int(low[1]) + 1))) for _ in range(2))
    after = before.copy()
    patch = other[v : v + tall, u : u + wide]
    after[y : y + patch.shape[0], x : x + patch.shape[1]] = patch[: height - y, : width - x]
    return shot.redrawn(after)


_FAULTS: dict[Fault, Callable[[Shot, np.random.Generator, float], Shot]] = {
    Fault.SCREEN: screen,
    Fault.COVERED: covered,
    Fault.CUT: cut_off,
    Fault.GLARE: glare,
    Fault.BLUR: blurred,
    Fault.DARK: too_dark,
    Fault.EDITED: edited,
}


def _displayed(pixels: Pixels, chance: np.random.Generator) -> tuple[Pixels, Homography]:
    """Return a window of a screen with the picture in it, in the screen's pixels, and where the picture went."""
    height, width = pixels.shape[:2]
    tall = int(chance.integers(820, 1120)) if height > width else int(chance.integers(560, 760))
    scale = tall / height
    wide = round(width * scale)
    small = np.asarray(cv2.resize(pixels, (wide, tall), interpolation=cv2.INTER_AREA), np.uint8)
    bar, side, foot = (int(n) for n in chance.integers((0, 4, 4), (70, 120, 60)))
    shade = int(chance.choice((34, 58, 205, 236)))
    window = np.full((tall + bar + foot, wide + 2 * side, 3), shade, np.uint8)
    window[bar : bar + tall, side : side + wide] = small
    if bar > 24:
        window[: bar // 2] = (shade + 24) % 256
    place = np.array([[scale, 0, side], [0, scale, bar], [0, 0, 1]])
    if chance.random() < 0.5:  # the rim of the screen is in the picture
        rim = int(chance.integers(14, 60))
        window = cv2.copyMakeBorder(window, rim, rim, rim, rim, cv2.BORDER_CONSTANT, value=(9, 9, 11))
        place = np.array([[1.0, 0, rim], [0, 1, rim], [0, 0, 1]]) @ place
    return window, place


def _stripes(shown: Pixels) -> _Picture:
    """Return the light of a screen: three stripes and a dark gap below for each pixel; 1 is white on the whole."""
    light = (shown.astype(np.float32) / 255) ** _GAMMA
    height, width = light.shape[:2]
    lit: _Picture = np.zeros((height * _CELL, width * _CELL, 3), np.float32)
    for colour in range(3):
        lit[:, colour::_CELL, colour] = np.repeat(light[..., colour], _CELL, axis=0) * _CELL
    lit[_CELL - 1 :: _CELL] *= 1 - _GAP
    lit *= _CELL / (_CELL - _GAP)
    return lit


def _camera(size: tuple[int, int], into: tuple[int, int], chance: np.random.Generator) -> Homography:
    """Return the view of a telephone held before a screen: near enough to fill the picture, a little askew."""
    width, height = size
    fills = chance.uniform(0.96, 1.12)
    half = np.array((width, height)) * min(into[0] / width, into[1] / height) * fills / 2
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * half
    corners *= 1 + np.array([[1], [-1], [1], [-1]]) * chance.uniform(-0.03, 0.03, 2)
    angle = math.radians(chance.uniform(-3, 3))
    spin = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    target = corners @ spin.T + np.array(into) * 0.5
    source = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    move: Homography = cv2.getPerspectiveTransform(source, target.astype(np.float32))
    return move


def _finger(pixels: _Picture, where: tuple[_Points, _Points], reach: float, chance: np.random.Generator) -> _Picture:
    """Paint a finger that comes in from beyond `foot` and ends `reach` pixels inside, round and shaded."""
    (foot, inward), thick = where, reach * chance.uniform(0.42, 0.6)
    angle = chance.uniform(-0.5, 0.5)
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    inward = turn @ inward
    tip = foot + inward * (reach - thick / 2)
    y, x = np.mgrid[0 : pixels.shape[0], 0 : pixels.shape[1]].astype(np.float32)
    along = (x - tip[0]) * inward[0] + (y - tip[1]) * inward[1]
    across = (y - tip[1]) * inward[0] - (x - tip[0]) * inward[1]
    far = np.where(along > 0, np.hypot(along, across), np.abs(across)) / (thick / 2)
    shade = np.sqrt(np.clip(1 - far**2 * 0.8, 0.1, 1))
    skin = np.array(((214, 166, 138), (196, 146, 116), (232, 190, 166), (150, 104, 80))[chance.integers(4)], np.float32)
    nail = np.exp(-(((along + thick * 0.1) / (thick * 0.3)) ** 2 + (across / (thick * 0.26)) ** 2)) * 26
    light = float(np.percentile(pixels, 80)) / 235
    body = (skin * shade[..., None] + nail[..., None]) * light + _noise(far.shape, chance, 3)[..., None]
    mask = np.clip((1 - far) * thick / 3, 0, 1)[..., None].astype(np.float32)
    shadow = 1 - 0.3 * np.exp(-np.clip(far - 1, 0, None) * 5)[..., None]
    painted: _Picture = pixels * np.where(mask < 1, shadow, 1) * (1 - mask) + body * mask
    return painted


def _slip(pixels: _Picture, where: tuple[_Points, _Points], reach: float, chance: np.random.Generator) -> _Picture:
    """Lay a coloured slip, a pen or a clip over the paper, from its edge inwards."""
    foot, inward = where
    centre = foot + inward * reach * chance.uniform(0.4, 0.6)
    half = np.array((reach * 0.62, reach * chance.choice((0.14, 0.5))))
    angle = math.atan2(inward[1], inward[0]) + chance.uniform(-0.4, 0.4)
    spin = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * half @ spin.T + centre
    colours = ((246, 224, 92), (240, 140, 170), (40, 44, 52), (52, 84, 150), (120, 190, 110))
    mask = np.zeros(pixels.shape[:2], np.float32)
    cv2.fillConvexPoly(mask, corners.round().astype(np.int32), 1.0, cv2.LINE_AA)
    shadow = cv2.GaussianBlur(np.roll(mask, (5, 5), (0, 1)), (0, 0), 5)[..., None]
    light = float(np.percentile(pixels, 80)) / 240
    body = np.array(colours[chance.integers(5)], np.float32) * light + _noise(mask.shape, chance, 3)[..., None]
    painted: _Picture = pixels * (1 - 0.35 * shadow) * (1 - mask[..., None]) + body * mask[..., None]
    return painted


def _vignette(picture: _Picture, chance: np.random.Generator) -> _Picture:
    height, width = picture.shape[:2]
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j].astype(np.float32)
    dim: _Picture = picture * (1 - chance.uniform(0.05, 0.16) * (x**2 + y**2))[..., None]
    return dim


def _stroke(length: float, angle: float) -> NDArray[np.float32]:
    side = int(length) // 2 * 2 + 3
    kernel: NDArray[np.float32] = np.zeros((side, side), np.float32)
    half = side // 2
    for at in np.linspace(-1, 1, side * 8):
        kernel[round(half + at * length / 2 * math.sin(angle)), round(half + at * length / 2 * math.cos(angle))] += 1
    kernel /= kernel.sum()
    return kernel


def _through_jpeg(pixels: Pixels, quality: int) -> Pixels:
    with Image.open(io.BytesIO(jpeg(pixels, quality))) as image:
        return np.asarray(image, np.uint8).copy()


def _noise(shape: tuple[int, ...], chance: np.random.Generator, strength: float) -> NDArray[np.float32]:
    return chance.standard_normal(shape, dtype=np.float32) * np.float32(strength)


def _rounded(picture: _Picture) -> Pixels:
    return np.clip(np.rint(picture), 0, 255).astype(np.uint8)
