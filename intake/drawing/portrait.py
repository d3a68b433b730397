"""Portraits of people who do not exist, as cards and passports carry them."""

from __future__ import annotations

import math
from random import Random

from PIL import Image, ImageFilter

from intake.drawing.canvas import Canvas

SIZE = (292, 366)  # of the portrait on a resident identity card at 300 dots per inch
_FINE = 2  # drawn this much larger, then reduced


def portrait(card: Canvas, rng: Random, sex: str, at: tuple[int, int], size: tuple[int, int] = SIZE) -> None:
    """Paint a person who does not exist: head, hair, neck, shoulders; drawn large and reduced so that edges are soft.

    `at` is the top left corner of the picture, `size` its width and height.
    """
    width, height = size
    size = (SIZE[0] * _FINE, SIZE[1] * _FINE)
    photo = Image.new("RGB", size, (240, 244, 246))
    pen = Canvas(photo).pen
    skin, hair = rng.choice((((226, 190, 164), (38, 32, 30)), ((214, 176, 148), (60, 48, 42))))
    coat = rng.choice(((46, 56, 84), (92, 92, 96), (120, 44, 48), (36, 80, 70)))
    x, y = size[0] / 2, size[1] * 0.40
    w, h = size[0] * 0.19, size[1] * 0.20
    long_hair = 1.9 if sex == "女" and rng.random() < 0.7 else 0.7
    pen.ellipse((x - w * 1.22, y - h * 1.28, x + w * 1.22, y + h * long_hair), fill=hair)
    pen.rectangle((x - w * 0.45, y + h * 0.6, x + w * 0.45, y + h * 1.6), fill=skin)
    pen.ellipse((x - w * 2.3, y + h * 1.35, x + w * 2.3, y + h * 5), fill=coat)
    pen.polygon([(x - w * 0.5, y + h * 1.35), (x + w * 0.5, y + h * 1.35), (x, y + h * 2.0)], fill=(246, 246, 246))
    pen.ellipse((x - w, y - h, x + w, y + h), fill=skin)
    pen.pieslice((x - w, y - h * 1.05, x + w, y + h * 0.2), 180, 360, fill=hair)
    _features(photo, (x, y), (w, h))
    soft = photo.filter(ImageFilter.GaussianBlur(2)).resize((width, height), Image.Resampling.LANCZOS)
    card.image.paste(soft, at)


def _features(photo: Image.Image, middle: tuple[float, float], half: tuple[float, float]) -> None:
    pen, (x, y), (w, h) = Canvas(photo).pen, middle, half
    for side in (-1, 1):
        eye = x + side * w * 0.42
        pen.ellipse((eye - w * 0.13, y - h * 0.02, eye + w * 0.13, y + h * 0.10), fill=(52, 44, 42))
        pen.line((eye - w * 0.2, y - h * 0.14, eye + w * 0.2, y - h * 0.16), fill=(60, 50, 48), width=5)
    nose = [(x + w * 0.06 * math.sin(i), y + h * (0.1 + i * 0.1)) for i in range(4)]
    pen.line(nose, fill=(190, 150, 130), width=4)
    pen.arc((x - w * 0.32, y + h * 0.35, x + w * 0.32, y + h * 0.62), 25, 155, fill=(168, 96, 92), width=6)
