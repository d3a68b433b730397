"""Draws one line of text as ink on paper, in one of many typefaces, set evenly or by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from intake.drawing.fonts import Face

Ink = NDArray[np.float32]
"""(h, w): how much of each pixel is covered with ink, 0..1."""

SIZE = 56  # pixels of a character's body
_FONTS = Path("/usr/share/fonts")
_TEX = Path("/usr/share/texmf/fonts/opentype/public")
_GROUPS = (
    (_FONTS / "truetype/liberation", "LiberationSerif"), (_FONTS / "truetype/liberation", "LiberationSans"),
    (_FONTS / "truetype/liberation", "LiberationMono"), (_FONTS / "truetype/freefont", "Free"),
    (_FONTS / "truetype/dejavu", "DejaVuS"), (_FONTS / "truetype/crosextra", "C"), (_FONTS / "opentype/ocr-b", "OCRB"),
    (_FONTS / "truetype/lato", "Lato-"), (_FONTS / "truetype/inconsolata", "I"), (_TEX / "tex-gyre", "texgyre"),
    (_FONTS / "opentype/courier-prime", "C"), (_FONTS / "truetype/fonts-oldstandard", "O"),
    (_FONTS / "opentype/didot", "GFS"), (_TEX / "lm", "lmroman"), (_TEX / "lm", "lmmono"),
)  # fmt: skip
"""Typefaces by their kind, each as often as the others: those of word processors, cards and old printing."""
_UNUSUAL = ("Hairline", "Thin", "Black", "chorus", "OCRBX", "OCRBE", "OCRBF", "Light", "caps", "dunh", "unsl", "slant")
_SLANTED = ("Italic", "italic", "Oblique", "oblique")
_OWN = 0.55  # of the numbers are set in the typeface of the Hanzi, as word processors do

Faces = Sequence[Sequence[tuple[str, int]]]
"""Files and indices of typefaces, by their kind."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a line is set: both typefaces, the room between figures in bodies, and whether it is written by hand."""

    words: tuple[str, int]
    numbers: tuple[str, int]
    apart: float
    by_hand: bool
    bold: int


def latin_faces() -> Faces:
    """Return the typefaces that numbers are set in beside those of the Hanzi, without slanted and unusual ones."""
    return [
        [
            (str(path), 0)
            for path in sorted(folder.glob(f"{start}*.?tf"))
            if not any(word in path.name for word in (*_UNUSUAL, *_SLANTED))
        ]
        for folder, start in _GROUPS
    ]


def setting(rng: Random, latin: Faces) -> Setting:
    """Draw how a line is set."""
    words = rng.choice(list(Face)).value
    numbers = words if rng.random() < _OWN else rng.choice(rng.choice(latin))
    apart = rng.choice((0.0, 0.0, 0.0, rng.uniform(-0.02, 0.05), rng.uniform(0.05, 0.3)))
    return Setting(words, numbers, apart, rng.random() < 0.08, rng.choice((0, 0, 0, 0, 1, 2)))


def drawn(text: str, how: Setting, rng: Random) -> Ink:
    """Return a line of text (h, w) with little room around it: 1 is ink."""
    faces = [_face(how.numbers if char.isascii() else how.words) for char in text]
    widths = [max(face.getlength(char), 1.0) for face, char in zip(faces, text, strict=True)]
    gaps = [how.apart * SIZE if char.isascii() else 0.0 for char in text]
    height, width = round(SIZE * 1.9), round(sum(widths) + sum(gaps) + SIZE)
    image = Image.new("L", (width, height))
    pen = ImageDraw.Draw(image)
    x = SIZE / 2
    for char, face, step, gap in zip(text, faces, widths, gaps, strict=True):
        dy, stretch = (rng.uniform(-0.06, 0.06), rng.uniform(0.88, 1.04)) if how.by_hand else (0.0, 1.0)
        pen.text((x, SIZE * (1.35 + dy)), char, 255, face, anchor="ls", stroke_width=how.bold)
        x += step * stretch + gap
    ink = (np.asarray(image, np.float32) / 255).astype(np.float32)
    return _cropped(ink, rng)


def _cropped(ink: Ink, rng: Random) -> Ink:
    """Leave as much around the text as detection does: it may even cut a little of it."""
    rows, columns = np.flatnonzero(ink.max(axis=1) > 0), np.flatnonzero(ink.max(axis=0) > 0)
    if not len(rows):
        return ink
    tall = rows[-1] + 1 - rows[0]
    top = int(rows[0] - tall * rng.uniform(0.02, 0.4))
    bottom = int(rows[-1] + 1 + tall * rng.uniform(0.02, 0.4))
    left = int(columns[0] - tall * rng.uniform(0.0, 0.5))
    right = int(columns[-1] + 1 + tall * rng.uniform(0.0, 0.5))
    return np.ascontiguousarray(ink[max(top, 0) : bottom, max(left, 0) : right])


@lru_cache(maxsize=512)
def _face(file: tuple[str, int]) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(file[0], SIZE, index=file[1], layout_engine=ImageFont.Layout.BASIC)
