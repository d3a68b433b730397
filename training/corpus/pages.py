"""The examples that the classifier is trained on: pictures and texts of single pages, drawn as they are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count as numbers
from itertools import islice
from random import Random

import numpy as np

from intake.domain.document import DocumentClass
from intake.domain.geometry import Quad
from intake.domain.page import Pixels
from intake.domain.text import PageText, Seal
from intake.drawing.canvas import MARK
from intake.ocr.order import order
from samples.degrade import Degraded
from training.corpus.balance import TURNED, treatment
from training.corpus.draw import Drawn, drawn_at, hand_at, paper_at
from training.corpus.misread import Said, misread
from training.corpus.views import Leaf, View, leaf_of, resized, view_of

SIDE = 448  # pixels of the longer side
WORK = 1120  # pixels of the longer side while a page is worn and captured: what is finer is gone at the end
READINGS = 3  # of each paper made of material: its words teach, so no picture of it is worn and captured
VIEWS = 3  # of each drawing, each worn in another way: drawing costs more than wearing
MARKED = 0.5  # of pages keep the words that say that they are drawn: real papers have none


NOTHING: Pixels = np.zeros((0, 0, 3), np.uint8)


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """One page of the corpus.

    `type` is None for strangers, and for a sheet with papers of two types of one class; `family` says then what it is.
    `picture` is (h, w, 3) uint8 RGB, turned clockwise by `rotation` degrees, or NOTHING for a mere reading. `text` is
    what would be read of the upright page, in reading order, in pixels of the upright picture: OCR turns pages before
    anything is classified.
    """

    klass: DocumentClass
    type: str | None
    family: str
    page: int
    picture: Pixels
    text: PageText
    degradation: str
    rotation: int
    layout: int


def pages(seed: int, count: int) -> Iterator[Example]:
    """Yield the first `count` examples of the corpus `seed`; neighbours show the same drawing, so shuffle them."""
    return islice((example for index in numbers() for example in examples(seed, index)), count)


def examples(seed: int, index: int) -> Iterator[Example]:
    """Yield the views of the drawing `index`: several processes may share a corpus by its indices."""
    yield from _views(drawn_at(seed, index), Random(f"views {seed} {index}"))


def by_hands(seed: int, index: int) -> Iterator[Example]:
    """Yield the views of the paper `index` of those that other hands made of types of ours."""
    yield from _views(hand_at(seed, index), Random(f"hands {seed} {index}"))


def _views(drawn: Drawn, rng: Random) -> Iterator[Example]:
    leaves: dict[int, Leaf] = {}
    for at in _shown(drawn, rng, VIEWS):
        yield _example(drawn, at + 1, view_of(_kept(leaves, drawn, at, WORK), rng), rng)


def papers(seed: int, index: int) -> Iterator[Example]:
    """Yield readings, without a picture, of the paper `index` made of material: a stranger that costs little."""
    yield from _readings(paper_at(seed, index), Random(f"papers {seed} {index}"), SIDE)


def read_examples(seed: int, index: int) -> Iterator[Example]:
    """Yield readings, without a picture, of the drawing `index`: for teaching what pages say alone."""
    yield from _readings(drawn_at(seed, index), Random(f"views {seed} {index}"), WORK)


def read_by_hands(seed: int, index: int) -> Iterator[Example]:
    """Yield readings, without a picture, of the paper `index` of those that other hands made of types of ours."""
    yield from _readings(hand_at(seed, index), Random(f"hands {seed} {index}"), SIDE)


def _readings(drawn: Drawn, rng: Random, longest: int) -> Iterator[Example]:
    leaves: dict[int, Leaf] = {}
    for at in _shown(drawn, rng, READINGS):
        leaf = _kept(leaves, drawn, at, longest)
        read = View(leaf.pixels, leaf.lines, leaf.seals, treatment(rng), "reading")
        yield replace(_example(drawn, at + 1, read, rng), picture=NOTHING)


def _shown(drawn: Drawn, rng: Random, count: int) -> list[int]:
    """Return which page each of so many views shows: all pages in turn."""
    order = rng.sample(range(len(drawn.pages)), len(drawn.pages))
    return [order[i % len(order)] for i in range(count)]


def _kept(leaves: dict[int, Leaf], drawn: Drawn, at: int, longest: int) -> Leaf:
    if at not in leaves:
        leaves[at] = leaf_of(drawn.pages[at], longest)
    return leaves[at]


def _example(drawn: Drawn, number: int, view: View, rng: Random) -> Example:
    small = resized(Degraded(view.pixels, np.eye(3)), SIDE)
    rotation = rng.choice((90, 180, 270)) if rng.random() < TURNED else 0
    return Example(
        klass=drawn.klass,
        type=drawn.type,
        family=drawn.family,
        page=number,
        picture=np.ascontiguousarray(np.rot90(small.pixels, -rotation // 90)),
        text=_text(view, small, rng),
        degradation=view.name,
        rotation=rotation,
        layout=drawn.layout,
    )


def _text(view: View, small: Degraded, rng: Random) -> PageText:
    """Misread what is on the page, and put it into the order in which it is read."""
    strength = min(view.treatment.strength * rng.uniform(0.2, 1.6), 1.0)
    is_marked = rng.random() < MARKED
    truth = [_moved(said, small) for said in view.lines if is_marked or said.text != MARK]
    seals = [_moved(said, small) for said in view.seals]
    lost = next(iter(seals), None) if view.treatment.is_grey else None
    lines = misread(truth, strength, rng, lost)
    height, width = small.pixels.shape[:2]
    ordered = tuple(lines[i] for i in order([line.box for line in lines]))
    return PageText(1, width, height, ordered, () if view.treatment.is_grey else tuple(_read(s, rng) for s in seals))


def _read(seal: Said, rng: Random) -> Seal:
    """Read a seal as badly as rings of characters are read."""
    lines = misread([seal], rng.uniform(0.2, 1.0), rng)
    return Seal(lines[0].text, round(rng.uniform(0.4, 0.95), 3), seal.box)


def _moved(said: Said, small: Degraded) -> Said:
    box: Quad = small.quad(said.box)
    return replace(said, box=box)
