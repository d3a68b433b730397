"""Pictures of no paper at all: what ends up among the scans when a telephone sends the wrong photograph."""

from __future__ import annotations

from random import Random

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from intake.domain.page import Pixels

SIZE = (1200, 900)
_Colour = tuple[int, int, int]


def scene(seed: int) -> Pixels:
    """Return a view, a still life, a face, a wall or a table top; which one follows the seed."""
    rng = Random(f"scene {seed}")
    image = _KINDS[seed % len(_KINDS)](rng)
    grain = _noise(rng, (image.height, image.width, 1)) * rng.uniform(2, 6)
    return np.clip(np.asarray(image, np.float32) + grain, 0, 255).astype(np.uint8)


def _view(rng: Random) -> Image.Image:
    image = _slope(_colour(rng, 120, 240), _colour(rng, 180, 250))
    pen = ImageDraw.Draw(image)
    for layer in range(rng.randint(2, 4)):
        foot = SIZE[1] * (0.4 + 0.17 * layer)
        ridge = [(x, foot - rng.uniform(0, 160)) for x in range(-100, SIZE[0] + 200, rng.randint(60, 160))]
        pen.polygon([(-100, SIZE[1]), *ridge, (SIZE[0] + 200, SIZE[1])], fill=_colour(rng, 30, 150 - 20 * layer))
    return image.filter(ImageFilter.GaussianBlur(rng.uniform(1, 3)))


def _still(rng: Random) -> Image.Image:
    image = _slope(_colour(rng, 60, 200), _colour(rng, 60, 200))
    pen = ImageDraw.Draw(image)
    for _ in range(rng.randint(4, 12)):
        x, y, r = rng.uniform(0, SIZE[0]), rng.uniform(SIZE[1] * 0.3, SIZE[1]), rng.uniform(50, 220)
        shape = pen.ellipse if rng.random() < 0.6 else pen.rectangle
        shape((x - r, y - r * 0.8, x + r, y + r * 0.8), fill=_colour(rng, 20, 240))
    return image.filter(ImageFilter.GaussianBlur(rng.uniform(1, 4)))


def _face(rng: Random) -> Image.Image:
    image = _slope(_colour(rng, 40, 220), _colour(rng, 40, 220))
    pen, x, y = ImageDraw.Draw(image), rng.uniform(400, 800), rng.uniform(330, 480)
    skin = rng.choice(((224, 180, 152), (196, 146, 116), (240, 204, 184)))
    pen.ellipse((x - 330, y + 200, x + 330, y + 900), fill=_colour(rng, 20, 200))
    pen.ellipse((x - 175, y - 250, x + 175, y + 160), fill=(34, 28, 26))
    pen.ellipse((x - 150, y - 190, x + 150, y + 210), fill=skin)
    for side in (-60, 60):
        pen.ellipse((x + side - 18, y - 30, x + side + 18, y - 12), fill=(40, 30, 28))
    pen.line((x - 45, y + 110, x + 45, y + 110), fill=(150, 80, 76), width=9)
    return image.filter(ImageFilter.GaussianBlur(rng.uniform(1.5, 3)))


def _wall(rng: Random) -> Image.Image:
    image = Image.new("RGB", SIZE, _colour(rng, 120, 200))
    pen, tall, wide = ImageDraw.Draw(image), rng.randint(40, 110), rng.randint(100, 240)
    for row, y in enumerate(range(0, SIZE[1], tall)):
        for x in range(-wide * (row % 2) // 2, SIZE[0], wide):
            pen.rectangle((x + 4, y + 4, x + wide - 4, y + tall - 4), fill=_colour(rng, 90, 190))
    return image.filter(ImageFilter.GaussianBlur(rng.uniform(1, 2.5)))


def _table(rng: Random) -> Image.Image:
    coarse = np.clip(128 + _noise(rng, (SIZE[1] // 3, SIZE[0] // 60)) * rng.uniform(20, 60), 0, 255)
    grain = Image.fromarray(coarse.astype(np.uint8)).resize(SIZE, Image.Resampling.BICUBIC)
    plain = Image.new("RGB", SIZE, _colour(rng, 60, 170))
    return Image.blend(plain, grain.convert("RGB"), rng.uniform(0.1, 0.35))


_KINDS = (_view, _still, _face, _wall, _table)


def _slope(top: _Colour, foot: _Colour) -> Image.Image:
    share = np.linspace(0, 1, SIZE[1])[:, None, None]
    rows = np.array(top) * (1 - share) + np.array(foot) * share
    return Image.fromarray(np.broadcast_to(rows, (SIZE[1], SIZE[0], 3)).astype(np.uint8))


def _noise(rng: Random, shape: tuple[int, ...]) -> NDArray[np.float64]:
    return np.random.default_rng(rng.randrange(1 << 30)).standard_normal(shape)


def _colour(rng: Random, low: int, high: int) -> _Colour:
    return rng.randint(low, high), rng.randint(low, high), rng.randint(low, high)
