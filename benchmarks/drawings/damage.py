"""What a scanner, a copier twice, a telephone, a fax and a photographed screen make of a page; the evaluation's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.domain.drawing import DrawnLine, DrawnPage
from intake.domain.geometry import Quad
from intake.domain.page import Pixels
from intake.drawing.canvas import CARD

Homography = NDArray[np.float64]
"""(3, 3): pixels of the drawing to pixels of the picture."""
_Grey = NDArray[np.float32]
_FAX_WIDTH = 1728  # pixels of a line, ITU-T T.4
_SMALL = 1_700_000  # a page of fewer pixels is a card or a slip: it lies on the glass with room around it


class Damage(StrEnum):
    """How a page came to be a picture."""

    SCAN = "scan"
    COPY = "copy"
    PHONE = "phone"
    FAX = "fax"
    SCREEN = "screen"


@dataclass(frozen=True, slots=True, eq=False)
class Damaged:
    """A picture of a page, and where the page's pixels went."""

    pixels: Pixels
    homography: Homography

    def quad(self, box: Quad) -> Quad:
        """Return where a box of the page lies in the picture."""
        corners = np.array([[[p.x, p.y] for p in box.points]], dtype=np.float64)
        return Quad.of(cv2.perspectiveTransform(corners, self.homography)[0])

    def page(self, drawn: DrawnPage) -> DrawnPage:
        """Return the truth of `drawn` as it stands in the picture."""
        lines = tuple(DrawnLine(line.text, self.quad(line.box)) for line in drawn.lines)
        return DrawnPage(self.pixels, lines, drawn.seal_text)


def damaged(pixels: Pixels, kind: Damage, seed: int) -> Damaged:
    """Return what `kind` makes of a page; the same seed gives the same picture."""
    return _KINDS[kind](pixels, np.random.default_rng((seed, *kind.encode())))


def turned(picture: Damaged, degrees: int) -> Damaged:
    """Turn a picture clockwise by a multiple of 90 degrees."""
    height, width = picture.pixels.shape[:2]
    moves: dict[int, Homography] = {
        0: np.eye(3),
        90: np.array([[0, -1, height - 1], [1, 0, 0], [0, 0, 1]], np.float64),
        180: np.array([[-1, 0, width - 1], [0, -1, height - 1], [0, 0, 1]], np.float64),
        270: np.array([[0, 1, 0], [-1, 0, width - 1], [0, 0, 1]], np.float64),
    }
    pixels = np.ascontiguousarray(np.rot90(picture.pixels, -degrees // 90))
    return Damaged(pixels, moves[degrees] @ picture.homography)


def _scan(pixels: Pixels, chance: np.random.Generator) -> Damaged:
    """Scan at 150 to 220 dots per inch: a small slant, a tone, a line of dust, JPEG."""
    bed, move = _on_glass(pixels, chance, (250, 250, 249))
    scale = chance.uniform(0.78, 1.08)
    picture, more = _slanted(bed, chance.uniform(-0.8, 0.8), scale, 251.0)
    gain = chance.uniform(0.93, 1.0, 3).astype(np.float32)
    picture = (255 * np.power(picture / 255, np.float32(chance.uniform(0.9, 1.25))) * gain).astype(np.float32)
    if chance.random() < 0.3:
        column = int(chance.integers(20, picture.shape[1] - 20))
        picture[:, column : column + 1] = picture[:, column : column + 1] * 0.85 + 20
    picture += chance.standard_normal(picture.shape, dtype=np.float32) * 1.6
    return Damaged(_jpeg(picture, int(chance.integers(72, 93))), more @ move)


def _copy(pixels: Pixels, chance: np.random.Generator) -> Damaged:
    """Copy the copy: grey, swollen or eaten strokes, streaks of the drum, toner in the white, a black margin."""
    bed, move = _on_glass(pixels, chance, (252, 252, 252))
    grey = _grey_of(bed, (0.5, 0.4, 0.1))
    for _ in range(2):
        angle, scale = chance.uniform(-0.9, 0.9), chance.uniform(0.97, 1.01)
        height, width = grey.shape
        more = _about_centre((width, height), angle, scale)
        grey = cv2.warpPerspective(
            grey, more, (width, height), flags=cv2.INTER_LINEAR, borderValue=(chance.uniform(20, 250),)
        )
        grey = cv2.GaussianBlur(grey, (0, 0), chance.uniform(0.6, 0.95)).astype(np.float32)
        grey += cv2.GaussianBlur(chance.standard_normal(grey.shape, dtype=np.float32) * 20, (0, 0), 0.8)
        grey = (255 / (1 + np.exp(-(grey - chance.uniform(148, 178)) / chance.uniform(20, 30)))).astype(np.float32)
        move = more @ move
    streaks = cv2.blur(chance.standard_normal((1, grey.shape[1]), dtype=np.float32), (9, 1)) * 3
    grey -= np.clip(streaks - 1.2, 0, 2).astype(np.float32) * np.float32(22)
    toner = chance.random(grey.shape) < chance.uniform(0.0001, 0.0006)
    grey[cv2.dilate(toner.astype(np.uint8), np.ones((2, 2), np.uint8)) > 0] *= 0.3
    picture = np.repeat(grey[..., None] * 0.9 + 18, 3, axis=2)
    return Damaged(_jpeg(picture, int(chance.integers(60, 85))), move)


def _phone(pixels: Pixels, chance: np.random.Generator) -> Damaged:
    """Photograph the page by hand: perspective, a warm lamp, the shadow of the hand, blur, sensor noise, JPEG."""
    size, move = _held(pixels, chance, float(chance.uniform(0.03, 0.1)))
    table = _backdrop(size, chance)
    picture = _laid(pixels, table, move, size)
    height, width = picture.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    cx, cy = chance.uniform(0.2, 0.8, 2)
    away = np.hypot((x / width - cx), (y / height - cy))
    picture *= (1.06 - chance.uniform(0.25, 0.55) * away**1.5)[..., None]
    picture *= _shadow((height, width), chance)[..., None]
    picture *= np.array([1.0, chance.uniform(0.94, 1.0), chance.uniform(0.8, 1.0)], np.float32)
    picture = cv2.GaussianBlur(picture, (0, 0), chance.uniform(0.65, 1.3)).astype(np.float32)
    picture = _smeared(picture, chance)
    picture += chance.standard_normal(picture.shape, dtype=np.float32) * np.sqrt(np.maximum(picture, 1)) * 0.42
    return Damaged(_jpeg(picture, int(chance.integers(45, 80))), move)


def _fax(pixels: Pixels, chance: np.random.Generator) -> Damaged:
    """Send the page by fax: 204 x 196 dots per inch, black or white only, lost lines, the header of the machine."""
    scale = _FAX_WIDTH / pixels.shape[1]
    slanted, move = _slanted(pixels, chance.uniform(-0.7, 0.7), scale, 255.0)
    grey = _grey_of(slanted, (0.35, 0.5, 0.15))
    local = cv2.GaussianBlur(grey, (0, 0), 18)
    noise = chance.standard_normal(grey.shape, dtype=np.float32) * 7
    white = (grey + noise) > np.minimum(local * chance.uniform(0.8, 0.88), 215)
    picture = np.where(white, 255, 0).astype(np.float32)
    for row in chance.integers(60, picture.shape[0], int(chance.integers(0, 5))):
        picture[row] = 255
    picture[:8] = 255
    return Damaged(np.repeat(picture.astype(np.uint8)[..., None], 3, axis=2), move)


def _screen(pixels: Pixels, chance: np.random.Generator) -> Damaged:
    """Photograph a screen that shows the page: columns of red, green and blue that beat with the sensor."""
    height, width = pixels.shape[:2]
    shown = pixels.astype(np.float32) * 0.92 + 14
    pitch = chance.uniform(2.2, 3.4)
    x = np.arange(width, dtype=np.float32)
    for channel in range(3):
        stripes = 1 + 0.09 * np.sin(2 * np.pi * (x / pitch + channel / 3))
        shown[..., channel] *= stripes[None, :]
    y = np.arange(height, dtype=np.float32)
    shown *= (1 + 0.05 * np.sin(2 * np.pi * y / pitch))[:, None, None]
    size, move = _held(pixels, chance, float(chance.uniform(0.02, 0.06)))
    dark = np.full((size[1], size[0], 3), chance.uniform(14, 40), np.float32)
    picture = _laid(np.clip(shown, 0, 255).astype(np.uint8), dark, move, size)
    yy, xx = np.mgrid[0 : size[1], 0 : size[0]].astype(np.float32)
    cx, cy = chance.uniform(0.1, 0.9, 2)
    lamp = np.exp(-(((xx / size[0] - cx) / 0.16) ** 2 + ((yy / size[1] - cy) / 0.1) ** 2))
    picture = picture * np.array([0.93, 0.99, 1.06], np.float32) + lamp[..., None] * chance.uniform(15, 45)
    picture = cv2.GaussianBlur(picture, (0, 0), chance.uniform(0.4, 0.7)).astype(np.float32)
    picture += chance.standard_normal(picture.shape, dtype=np.float32) * 4
    return Damaged(_jpeg(picture, int(chance.integers(65, 88))), move)


_KINDS: Mapping[Damage, Callable[[Pixels, np.random.Generator], Damaged]] = {
    Damage.SCAN: _scan,
    Damage.COPY: _copy,
    Damage.PHONE: _phone,
    Damage.FAX: _fax,
    Damage.SCREEN: _screen,
}


def _on_glass(pixels: Pixels, chance: np.random.Generator, colour: tuple[int, int, int]) -> tuple[Pixels, Homography]:
    """Lay a small paper somewhere on a larger glass; a sheet fills it."""
    height, width = pixels.shape[:2]
    if height * width > _SMALL:
        return pixels, np.eye(3)
    wide, high = round(width * chance.uniform(1.15, 1.6)), round(height * chance.uniform(1.2, 2.2))
    left, top = (int(chance.integers(10, room)) for room in (wide - width, high - height))
    glass = np.full((high, wide, 3), colour, np.uint8)
    glass[top : top + height, left : left + width] = pixels
    return glass, np.array([[1, 0, left], [0, 1, top], [0, 0, 1]], np.float64)


def _slanted(pixels: Pixels, angle: float, scale: float, fill: float) -> tuple[_Grey, Homography]:
    height, width = pixels.shape[:2]
    size = round(width * scale), round(height * scale)
    move = np.diag([scale, scale, 1.0]) @ _about_centre((width, height), angle, 1.0)
    mode = cv2.INTER_AREA if scale < 0.9 else cv2.INTER_LINEAR
    picture = cv2.warpPerspective(pixels, move, size, flags=mode, borderValue=(fill, fill, fill))
    return picture.astype(np.float32), move


def _about_centre(size: tuple[int, int], angle: float, scale: float) -> Homography:
    affine = cv2.getRotationMatrix2D((size[0] / 2, size[1] / 2), angle, scale)
    return np.vstack([affine, [0, 0, 1]]).astype(np.float64)


def _held(pixels: Pixels, chance: np.random.Generator, tilt: float) -> tuple[tuple[int, int], Homography]:
    """Return the size of a photograph and the way of the page's corners into it."""
    height, width = pixels.shape[:2]
    long = int(chance.integers(1600, 2200)) if height * width > _SMALL else int(chance.integers(1100, 1500))
    size = (long * 3 // 4, long) if height > width else (long, long * 3 // 4)
    fit = min(size[0] / width, size[1] / height) * chance.uniform(0.86, 0.95)
    half = np.array([width * fit / 2, height * fit / 2])
    middle = np.array(size) / 2 + chance.uniform(-0.02, 0.02, 2) * size
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * half
    corners += chance.uniform(-tilt, tilt, (4, 2)) * half * 0.6
    turn = np.deg2rad(chance.uniform(-4, 4))
    corners = corners @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]]) + middle
    page = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    return size, cv2.getPerspectiveTransform(page, corners.astype(np.float32)).astype(np.float64)


def _laid(pixels: Pixels, table: _Grey, move: Homography, size: tuple[int, int]) -> _Grey:
    """Lay the page on a table, with a soft shadow at its edges."""
    shrink = float(np.sqrt(abs(np.linalg.det(move[:2, :2]))))
    soft = cv2.GaussianBlur(pixels, (0, 0), 0.45 / shrink) if shrink < 0.8 else pixels
    sheet = cv2.warpPerspective(soft, move, size, flags=cv2.INTER_LINEAR).astype(np.float32)
    cover = _outline(pixels.shape[0], pixels.shape[1])
    mask = (cv2.warpPerspective(cover, move, size).astype(np.float32) / 255)[..., None]
    shade = cv2.GaussianBlur(mask, (0, 0), 12)[..., None]
    laid: _Grey = table * (1 - 0.35 * shade) * (1 - mask) + sheet * mask
    return laid


def _outline(height: int, width: int) -> NDArray[np.uint8]:
    """Return white where the paper is: a card's corners are round."""
    if {height, width} != set(CARD):
        return np.full((height, width), 255, np.uint8)
    cover, radius = np.zeros((height, width), np.uint8), round(max(height, width) * 3.18 / 85.6)
    for x in (radius, width - radius - 1):
        for y in (radius, height - radius - 1):
            cv2.circle(cover, (x, y), radius, 255, -1)
    cover[radius : height - radius] = 255
    cover[:, radius : width - radius] = 255
    return cover


def _backdrop(size: tuple[int, int], chance: np.random.Generator) -> _Grey:
    """Return a desk, a blanket or a stone top."""
    colours = ((176, 148, 120), (92, 96, 104), (206, 204, 198), (70, 90, 84), (140, 60, 56))
    colour = np.array(colours[int(chance.integers(len(colours)))], np.float32)
    grain = chance.standard_normal((size[1] // 3 + 1, size[0] // 3 + 1), dtype=np.float32)
    fine = cv2.resize(cv2.GaussianBlur(grain, (0, 0), chance.uniform(0.8, 6)), size)
    top: _Grey = colour + (fine / (fine.std() + 1e-6) * chance.uniform(4, 12))[..., None]
    return top.astype(np.float32)


def _shadow(shape: tuple[int, int], chance: np.random.Generator) -> _Grey:
    """Return the shade of a hand and a telephone: a soft-edged shape from one side."""
    height, width = shape
    shade = np.ones((height // 8, width // 8), np.float32)
    if chance.random() < 0.7:
        x0 = chance.uniform(-0.1, 0.9)
        shape_ = np.array(
            [[x0, 1.1], [x0 + 0.1, chance.uniform(0.3, 0.7)], [x0 + 0.45, chance.uniform(0.35, 0.8)], [x0 + 0.5, 1.1]]
        )
        points = (shape_ * (width // 8, height // 8)).astype(np.int32)
        cv2.fillPoly(shade, [points], chance.uniform(0.55, 0.8))
    soft = cv2.GaussianBlur(shade, (0, 0), float(chance.uniform(4, 14)))
    wide: _Grey = cv2.resize(soft, (width, height)).astype(np.float32)
    return wide


def _smeared(picture: _Grey, chance: np.random.Generator) -> _Grey:
    """Move the camera a little while the picture is taken."""
    reach = int(chance.integers(1, 4))
    kernel = np.zeros((reach * 2 + 1, reach * 2 + 1), np.float32)
    cv2.line(
        kernel, (0, int(chance.integers(0, reach * 2 + 1))), (reach * 2, int(chance.integers(0, reach * 2 + 1))), 1.0
    )
    smeared: _Grey = cv2.filter2D(picture, -1, kernel / kernel.sum()).astype(np.float32)
    mixed: _Grey = 0.5 * picture + 0.5 * smeared
    return mixed


def _grey_of(pixels: NDArray[np.uint8] | _Grey, weights: tuple[float, float, float]) -> _Grey:
    grey: _Grey = (pixels.astype(np.float32) @ np.array(weights, np.float32)).astype(np.float32)
    return grey


def _jpeg(picture: _Grey, quality: int) -> Pixels:
    rounded = np.clip(np.rint(picture), 0, 255).astype(np.uint8)
    _, data = cv2.imencode(".jpg", cv2.cvtColor(rounded, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, quality])
    read: Pixels = cv2.cvtColor(cv2.imdecode(data, cv2.IMREAD_COLOR), cv2.COLOR_BGR2RGB).astype(np.uint8)
    return read
