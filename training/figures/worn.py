"""What time, machines and telephones do to a line of print: a copier's threshold, lost strokes, blur, noise, JPEG."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.ocr.figures import HEIGHT

Grey = NDArray[np.float32]
"""(h, w): 0 is black, 1 is white."""

LEFT = 0.35  # of the ink of a line that loses its thin strokes
PLAIN = 24  # levels between paper and ink: what shows less says nothing


def shows(strip: NDArray[np.uint8]) -> bool:
    """Say whether anything can be seen on a strip."""
    low, high = np.percentile(strip, (3, 97))
    return bool(high - low >= PLAIN)


def seen(ink: Grey, rng: Random) -> NDArray[np.uint8]:
    """Return a line (HEIGHT, w) uint8 as it comes to the reader: printed, worn or not, captured, cut out, shrunk."""
    chance = np.random.default_rng(rng.getrandbits(63))
    grey = _page_scale(_ruled(_sloped(1 - ink, rng), rng), rng)
    for step in rng.choice(_FATES):
        grey = step(grey, rng, chance)
    grey = np.clip(grey, 0, 1)
    wide = max(round(grey.shape[1] * HEIGHT / grey.shape[0] * rng.uniform(0.9, 1.1)), 8)
    mode = cv2.INTER_AREA if grey.shape[0] > HEIGHT else cv2.INTER_CUBIC
    strip = np.clip(cv2.resize(grey, (wide, HEIGHT), interpolation=mode), 0, 1)
    strip = 1 - strip if rng.random() < 0.06 else strip
    return np.asarray(np.rint(strip * 255), np.uint8)


def _sloped(grey: Grey, rng: Random) -> Grey:
    height, width = grey.shape
    lean, slope = rng.gauss(0, 0.03), rng.gauss(0, 0.006)
    move = np.array([[1, lean, -lean * height / 2], [slope, 1, -slope * width / 2]], np.float32)
    return np.asarray(cv2.warpAffine(grey, move, (width, height), borderValue=1.0), np.float32)


def _ruled(grey: Grey, rng: Random) -> Grey:
    """Draw what may stand beside print: the rule of a table, an underline, the rim of a seal that was lifted."""
    height, width = grey.shape
    if rng.random() < 0.12:
        y = rng.choice((rng.uniform(0, 0.08), rng.uniform(0.9, 1.0))) * height
        cv2.line(
            grey, (0, round(y)), (width, round(y + rng.uniform(-2, 2))), rng.uniform(0, 0.5), rng.choice((1, 2, 3))
        )
    if rng.random() < 0.08:
        x = rng.choice((rng.uniform(0, 0.03), rng.uniform(0.97, 1.0))) * width
        cv2.line(grey, (round(x), 0), (round(x), height), rng.uniform(0, 0.5), rng.choice((1, 2, 3)))
    if rng.random() < 0.12:
        veil = np.ones_like(grey)
        centre = (round(rng.uniform(0, width)), round(rng.uniform(-2, 3) * height))
        cv2.circle(veil, centre, round(rng.uniform(0.8, 3) * height), rng.uniform(0.55, 0.95), rng.randint(3, 16))
        grey = np.minimum(grey, veil) if rng.random() < 0.5 else grey * veil
    return grey


def _page_scale(grey: Grey, rng: Random) -> Grey:
    """Shrink the line to the size that it has on a page of 100 to 250 dots per inch."""
    scale = rng.uniform(0.28, 0.75)
    size = (max(round(grey.shape[1] * scale), 8), max(round(grey.shape[0] * scale), 8))
    return np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), np.float32)


def _copied(grey: Grey, rng: Random, chance: np.random.Generator) -> Grey:
    """Print what a copier sees: soft, dark or white at a level that trembles; thin strokes go, or gaps fill."""
    for _ in range(rng.choice((1, 1, 2, 3))):
        fine = rng.uniform(0.7, 1.3)
        size = (max(round(grey.shape[1] * fine), 8), max(round(grey.shape[0] * fine), 8))
        soft = cv2.resize(grey, size, interpolation=cv2.INTER_AREA if fine < 1 else cv2.INTER_CUBIC)
        soft = cv2.GaussianBlur(soft, (0, 0), rng.uniform(0.35, 1.1))
        grain = cv2.GaussianBlur(chance.standard_normal(soft.shape, dtype=np.float32), (0, 0), rng.uniform(0.5, 1.6))
        grain *= np.float32(rng.uniform(0.0, 0.13) / max(float(grain.std()), 1e-3) * 0.5)
        level, steep = rng.uniform(0.3, 0.82), rng.uniform(0.03, 0.14)
        drift = np.linspace(rng.uniform(-0.08, 0.08), rng.uniform(-0.08, 0.08), soft.shape[1], dtype=np.float32)
        raised = (soft + grain - level - drift) / np.float32(steep)
        grey = (1 / (1 + np.exp(-np.clip(raised, -30, 30)))).astype(np.float32)
    return grey


def _eaten(grey: Grey, rng: Random, _chance: np.random.Generator) -> Grey:
    """Lose ink along one direction, or in all: strokes that are thin become broken or vanish."""
    kernel = rng.choice((np.ones((2, 1)), np.ones((1, 2)), np.ones((2, 2)), np.ones((3, 1)), np.ones((1, 3))))
    worn = cv2.dilate(grey, kernel.astype(np.uint8))
    share = np.float32(rng.uniform(0.3, 1.0))
    return np.asarray(grey * (1 - share) + worn * share, np.float32)


def thinned(grey: Grey, rng: Random, chance: np.random.Generator) -> Grey:
    """Lose the strokes of one direction that are thinner than the others, here more and there less.

    Of a 4 set in an old typeface a vertical stroke is left, with a speck of the others at most.
    """
    reach = max(round(rng.uniform(0.05, 0.13) * grey.shape[0]), 2)
    kernel = np.ones(rng.choice(((reach, 1), (reach, 1), (1, reach))), np.uint8)
    left = cv2.morphologyEx(grey, cv2.MORPH_CLOSE, kernel)  # ink is dark: closing the paper opens the ink
    if (1 - left).sum() < LEFT * (1 - grey).sum():
        return grey
    cloud = cv2.GaussianBlur(chance.standard_normal(grey.shape, dtype=np.float32), (0, 0), rng.uniform(0.8, 4))
    share = np.clip(rng.uniform(0.5, 1.1) + cloud / max(float(cloud.std()), 1e-3) * rng.uniform(0, 0.25), 0, 1)
    return np.asarray(grey * (1 - share) + left * share, np.float32)


def _swollen(grey: Grey, rng: Random, _chance: np.random.Generator) -> Grey:
    kernel = np.ones((rng.choice((1, 2)), rng.choice((1, 2))), np.uint8)
    return np.asarray(cv2.erode(grey, kernel), np.float32)


def _specked(grey: Grey, rng: Random, chance: np.random.Generator) -> Grey:
    """Strew toner, and leave holes in strokes."""
    side = rng.choice((1, 2, 2, 3))
    toner = (chance.random(grey.shape) < rng.uniform(0, 0.002)).astype(np.uint8)
    holes = (chance.random(grey.shape) < rng.uniform(0, 0.012)).astype(np.uint8)
    marked = np.where(cv2.dilate(toner, np.ones((side, side), np.uint8)) > 0, np.float32(rng.uniform(0, 0.5)), grey)
    return np.where(cv2.dilate(holes, np.ones((2, 2), np.uint8)) > 0, np.float32(1), marked).astype(np.float32)


def _soft(grey: Grey, rng: Random, _chance: np.random.Generator) -> Grey:
    return np.asarray(cv2.GaussianBlur(grey, (0, 0), rng.uniform(0.4, 1.9)), np.float32)


def _shaken(grey: Grey, rng: Random, _chance: np.random.Generator) -> Grey:
    """Move the camera: a straight trace, up to a third of the height of the line."""
    reach = max(rng.uniform(0.06, 0.34) * grey.shape[0], 2.0)
    angle, side = rng.uniform(0, np.pi), int(reach) | 1
    trace = np.zeros((side + 2, side + 2), np.float32)
    middle = (side + 1) / 2
    dx, dy = np.cos(angle) * reach / 2, np.sin(angle) * reach / 2
    ends = [(round((middle + s * dx) * 16), round((middle + s * dy) * 16)) for s in (-1, 1)]
    cv2.line(trace, ends[0], ends[1], 1.0, 1, cv2.LINE_AA, 4)
    return np.asarray(cv2.filter2D(grey, -1, trace / max(float(trace.sum()), 1e-6), borderType=cv2.BORDER_REPLICATE))


def _small(grey: Grey, rng: Random, _chance: np.random.Generator) -> Grey:
    scale = rng.uniform(0.5, 0.9)
    size = (max(round(grey.shape[1] * scale), 8), max(round(grey.shape[0] * scale), 8))
    return np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), np.float32)


def _shaded(grey: Grey, rng: Random, _chance: np.random.Generator) -> Grey:
    """Take contrast away, and let light fall from one side."""
    low, high = rng.uniform(0, 0.35), rng.uniform(0.6, 1.0)
    light = np.linspace(rng.uniform(0.8, 1), rng.uniform(0.8, 1), grey.shape[1], dtype=np.float32)
    return ((low + np.clip(grey, 0, 1) ** np.float32(rng.uniform(0.7, 1.5)) * (high - low)) * light).astype(np.float32)


def _dim(grey: Grey, rng: Random, chance: np.random.Generator) -> Grey:
    noise = chance.standard_normal(grey.shape, dtype=np.float32) * np.float32(rng.uniform(0.01, 0.06))
    dark = grey * np.float32(rng.uniform(0.3, 0.8)) + noise
    if rng.random() < 0.4:
        dark = cv2.medianBlur(np.clip(dark * 255, 0, 255).astype(np.uint8), 3).astype(np.float32) / 255
    return np.asarray(dark, np.float32)


def _noisy(grey: Grey, rng: Random, chance: np.random.Generator) -> Grey:
    return grey + chance.standard_normal(grey.shape, dtype=np.float32) * np.float32(rng.uniform(0, 0.04))


def _packed(grey: Grey, rng: Random, _chance: np.random.Generator) -> Grey:
    data = np.rint(np.clip(grey, 0, 1) * 255).astype(np.uint8)
    _, packed = cv2.imencode(".jpg", data, [cv2.IMWRITE_JPEG_QUALITY, rng.randint(28, 92)])
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), np.float32) / np.float32(255)


_Step = Callable[[Grey, Random, np.random.Generator], Grey]
_FATES: tuple[tuple[_Step, ...], ...] = (
    (_soft, _shaded, _packed),
    (_shaded, _noisy, _packed),
    (_copied, _shaded, _noisy, _packed),
    (_copied, _specked, _shaded, _packed),
    (_copied, _specked, _shaded, _noisy, _packed),
    (_eaten, _copied, _shaded, _packed),
    (thinned, _soft, _shaded, _noisy, _packed),
    (thinned, _copied, _specked, _shaded, _packed),
    (thinned, _copied, _shaded, _noisy, _packed),
    (_copied, _eaten, _specked, _soft, _shaded, _packed),
    (_swollen, _copied, _specked, _shaded, _packed),
    (_soft, _copied, _specked, _shaded, _packed),
    (_shaken, _shaded, _noisy, _packed),
    (_soft, _shaken, _shaded, _packed),
    (_soft, _dim, _packed),
    (_soft, _small, _shaded, _packed),
    (_soft, _small, _packed),
)
"""One of these happens to each line."""
