"""Lets a drawn page be worn, captured and made small, and says where its lines are then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import cv2
import numpy as np

from intake.domain.drawing import DrawnPage
from intake.domain.page import Pixels
from intake.pages.seals import find_seals
from samples.degrade import Degraded, Variant, degrade
from samples.wear import worn
from training.corpus.balance import Treatment, marks, treatment
from training.corpus.draw import is_card
from training.corpus.misread import Said

_SEEN = 0.15  # of its length: a line of which less is left is gone


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """A drawn page, made smaller once for all that is done to it."""

    pixels: Pixels
    lines: tuple[Said, ...]
    seals: tuple[Said, ...]


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """What became of a page: the picture, its lines and seals in pixels of it, what was done to it."""

    pixels: Pixels
    lines: tuple[Said, ...]
    seals: tuple[Said, ...]
    treatment: Treatment
    name: str


def leaf_of(page: DrawnPage, longest: int) -> Leaf:
    """Make a page small enough for quick work, and find its seals."""
    small = shrunk(Degraded(page.pixels, np.eye(3)), longest)
    lines = tuple(Said(line.text, small.quad(line.box)) for line in page.lines)
    if page.seal_text is None:
        return Leaf(small.pixels, lines, ())
    return Leaf(small.pixels, lines, tuple(Said(page.seal_text, s.box) for s in find_seals(small.pixels)))


def view_of(leaf: Leaf, rng: Random) -> View:
    """Draw what happens to a page, and do it."""
    way = treatment(rng)
    is_paper = way.capture is not Variant.BORN_DIGITAL
    done = marks(rng, is_card=is_card(leaf.pixels)) if is_paper else ()
    longest = max(leaf.pixels.shape)
    picture = shrunk(worn(Degraded(leaf.pixels, np.eye(3)), done, rng.getrandbits(32)), longest)
    if way.capture is not None:
        taken = degrade(picture.pixels, way.capture, rng.getrandbits(32))
        picture = Degraded(taken.pixels, taken.homography @ picture.homography)
    picture = worn(picture, way.after, rng.getrandbits(32))
    seals = tuple(_visible(picture, leaf.seals))
    return View(picture.pixels, tuple(_visible(picture, leaf.lines)), seals, way, "+".join((way.name, *done)))


def shrunk(picture: Degraded, longest: int) -> Degraded:
    """Average a picture down to `longest` pixels of its longer side; a smaller one stays as it is."""
    height, width = picture.pixels.shape[:2]
    scale = longest / max(height, width)
    return picture if scale >= 1 else resized(picture, longest)


def resized(picture: Degraded, longest: int) -> Degraded:
    """Bring the longer side of a picture to `longest` pixels."""
    height, width = picture.pixels.shape[:2]
    scale = longest / max(height, width)
    size = (max(round(width * scale), 1), max(round(height * scale), 1))
    mode = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
    pixels = np.asarray(cv2.resize(picture.pixels, size, interpolation=mode), np.uint8)
    return Degraded(pixels, np.diag([size[0] / width, size[1] / height, 1.0]) @ picture.homography)


def _visible(picture: Degraded, lines: Sequence[Said]) -> Iterator[Said]:
    """Yield the lines that are still on the picture, without the characters beyond its left and right edge."""
    height, width = picture.pixels.shape[:2]
    for line in lines:
        box = picture.quad(line.box)
        left, span = box.top_left.x, max(box.top_right.x - box.top_left.x, 1.0)
        start, end = max(-left / span, 0.0), min((width - left) / span, 1.0)
        count = len(line.text)
        text = line.text[round(start * count) : round(end * count)].strip() if start < end else ""
        if text and end - start > _SEEN and 0 <= box.bounds.centre.y < height:
            yield Said(text, box.slice(start, end) if end - start < 1 else box)
