"""Draws pictures without a word: hills, cloth and wood, a street at night, a plate of food, a crowd of blobs, noise."""

from __future__ import annotations

import math
from random import Random

import numpy as np
from PIL import Image, ImageFilter

from intake.domain.drawing import Drawing, Facts
from intake.drawing.canvas import Canvas, Colour
from intake.drawing.card import gradient
from training.corpus.kit import drawn, speckle


def draw(facts: Facts, seed: int) -> Drawing:
    return drawn("scenery", _LAYOUTS, facts, seed)


def _size(rng: Random) -> tuple[int, int]:
    return rng.choice(((1280, 960), (960, 1280), (1200, 1200), (1400, 790)))


def _colour(rng: Random, low: int = 20, high: int = 236) -> Colour:
    return rng.randint(low, high), rng.randint(low, high), rng.randint(low, high)


def _finished(image: Image.Image, rng: Random) -> Canvas:
    page = Canvas(speckle(image, rng, rng.uniform(2, 9)))
    page.mark(24, image.height - 20, 24, (250, 250, 250))
    return page


def _hills(_facts: Facts, rng: Random) -> Canvas:
    image = Image.new("RGB", _size(rng))
    gradient(image, _colour(rng, 100), _colour(rng, 140), angle=math.pi / 2)
    pen = Canvas(image).pen
    for depth in range(rng.randint(2, 5)):
        base, phase, shade = image.height * (0.4 + depth * 0.14), rng.uniform(0, 6), _colour(rng, 20, 150 - 20 * depth)
        ridge = [
            (x, base + 60 * math.sin(x / (110 + 50 * depth) + phase) + rng.uniform(-14, 14))
            for x in range(0, image.width + 12, 12)
        ]
        pen.polygon([(0, image.height), *ridge, (image.width, image.height)], fill=shade)
    return _finished(image.filter(ImageFilter.GaussianBlur(rng.uniform(0.5, 3))), rng)


def _texture(_facts: Facts, rng: Random) -> Canvas:
    size, chance = _size(rng), np.random.default_rng(rng.getrandbits(32))
    coarse = (rng.choice((6, 40, 200)), rng.choice((6, 40, 200)), 3)
    grain = Image.fromarray(chance.integers(0, 255, coarse, dtype=np.uint8)).resize(size, Image.Resampling.BICUBIC)
    return _finished(Image.blend(Image.new("RGB", size, _colour(rng)), grain, rng.uniform(0.15, 0.5)), rng)


def _night(_facts: Facts, rng: Random) -> Canvas:
    image = Image.new("RGB", _size(rng), _colour(rng, 4, 40))
    pen = Canvas(image).pen
    for x in range(0, image.width, 110):
        top = rng.randint(image.height // 5, image.height * 3 // 4)
        pen.rectangle((x, top, x + 96, image.height), fill=_colour(rng, 16, 60))
        for y in range(top + 14, image.height - 20, 34):
            for column in range(3):
                if rng.random() < 0.5:
                    pen.rectangle((x + 12 + column * 28, y, x + 28 + column * 28, y + 18), fill=(236, 206, 120))
    for _ in range(12):
        x, y, r = rng.randrange(image.width), rng.randrange(image.height), rng.randint(8, 50)
        pen.ellipse((x - r, y - r, x + r, y + r), fill=_colour(rng, 120))
    return _finished(image.filter(ImageFilter.GaussianBlur(rng.uniform(0.6, 6))), rng)


def _plate(_facts: Facts, rng: Random) -> Canvas:
    image = Image.new("RGB", (1200, 1200), _colour(rng, 60, 190))
    pen = Canvas(image).pen
    pen.ellipse((150, 150, 1050, 1050), fill=(240, 240, 236), outline=(200, 200, 200), width=8)
    pen.ellipse((260, 260, 940, 940), fill=(226, 224, 216))
    for _ in range(rng.randint(30, 90)):
        angle, reach, r = rng.uniform(0, 7), rng.uniform(0, 280), rng.randint(14, 70)
        x, y = 600 + reach * math.cos(angle), 600 + reach * math.sin(angle)
        pen.ellipse(
            (x - r, y - r * 0.7, x + r, y + r * 0.7),
            fill=rng.choice(((150, 60, 30), (210, 150, 60), (70, 120, 50), (190, 40, 36))),
        )
    return _finished(image.filter(ImageFilter.GaussianBlur(2)), rng)


def _figures(_facts: Facts, rng: Random) -> Canvas:
    image = Image.new("RGB", _size(rng))
    gradient(image, _colour(rng, 80), _colour(rng, 80))
    pen = Canvas(image).pen
    for _ in range(rng.randint(1, 6)):
        x, r, base = rng.randint(100, image.width - 100), rng.randint(40, 120), image.height * rng.uniform(0.35, 0.6)
        pen.pieslice((x - r * 2, base + r, x + r * 2, base + r * 8), 180, 360, fill=_colour(rng, 20, 160))
        pen.ellipse((x - r, base - r, x + r, base + r * 1.5), fill=rng.choice(((226, 190, 164), (190, 150, 120))))
        pen.pieslice((x - r, base - r * 1.3, x + r, base + r * 0.8), 180, 360, fill=(34, 30, 30))
    return _finished(image.filter(ImageFilter.GaussianBlur(rng.uniform(2, 6))), rng)


def _noise(_facts: Facts, rng: Random) -> Canvas:
    size, chance = _size(rng), np.random.default_rng(rng.getrandbits(32))
    kind = rng.randrange(3)
    if kind == 0:
        return _finished(Image.new("RGB", size, _colour(rng, 0, 255)), rng)
    shape = (size[1], size[0], 3) if kind == 1 else (size[1], size[0], 1)
    grain = np.repeat(chance.integers(0, 255, shape, dtype=np.uint8), 4 - shape[2] if shape[2] == 1 else 1, axis=2)
    return _finished(Image.fromarray(np.ascontiguousarray(grain)), rng)


_LAYOUTS = (_hills, _texture, _night, _plate, _figures, _noise)
