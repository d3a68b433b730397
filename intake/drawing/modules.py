"""Squares of black and white modules as QR codes look; nothing is encoded in them."""

from __future__ import annotations

from random import Random

from PIL import Image, ImageDraw

_SIDE = 29  # modules along each side, as version 3 has
_EYE = 7  # modules along the side of each of the three eyes


def modules(image: Image.Image, rng: Random, at: tuple[int, int], size: int) -> None:
    """Paint a square with its top left corner `at`, at most `size` pixels wide."""
    pen, step = ImageDraw.Draw(image), size // _SIDE
    for row in range(_SIDE):
        for column in range(_SIDE):
            if rng.random() < 0.5 and not _in_eye(row, column):
                _fill(pen, at, step, (column, row, 1), 0)
    for column, row in ((0, 0), (_SIDE - _EYE, 0), (0, _SIDE - _EYE)):
        for inset, shade in ((0, 0), (1, 255), (2, 0)):
            _fill(pen, at, step, (column + inset, row + inset, _EYE - 2 * inset), shade)


def _in_eye(row: int, column: int) -> bool:
    near, far = _EYE + 1, _SIDE - _EYE - 1
    return (row < near and (column < near or column >= far)) or (row >= far and column < near)


def _fill(pen: ImageDraw.ImageDraw, at: tuple[int, int], step: int, square: tuple[int, int, int], shade: int) -> None:
    column, row, side = square
    left, top = at[0] + column * step, at[1] + row * step
    pen.rectangle((left, top, left + side * step - 1, top + side * step - 1), fill=(shade, shade, shade))
