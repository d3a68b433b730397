"""Turns drawn pages into what the classifier sees of them, over all processors, and keeps it beside the build."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.classifier.classify import BLANK, OTHER, by_cues
from intake.classifier.defined import fitting
from intake.classifier.learned import defined
from intake.classifier.ngrams import by_line
from intake.doctypes.registry import registry
from intake.domain.document import DocumentClass
from intake.domain.page import Pixels
from intake.domain.text import PageText
from intake.pages.look import SIDE
from intake.pages.shrink import pressed
from training.corpus.pages import Example, examples

CHUNK = 20  # drawings that a process makes at once


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """One page as the classifier sees it.

    `places` (n,) int32 and `values` (n,) float32: what it says (ngrams.by_line, summed); `picture` (SIDE, SIDE, 3)
    uint8, None for a mere reading; `cues` (labels,) float32: beliefs by its cues, none where no word is; `defined`
    (labels,) float32: what it adds to each that the page has, or lacks, what defines it. `label` counts the labels;
    `family` of a stranger. `layout` tells the layouts of a type apart; a page that a person corrected has none.
    `is_first` says that it is not a later page of a paper, which has not what defines its type.
    """

    label: int
    family: str
    layout: int | None
    places: NDArray[np.int32]
    values: NDArray[np.float32]
    picture: NDArray[np.uint8] | None
    cues: NDArray[np.float32]
    defined: NDArray[np.float32]
    is_first: bool = True

    @property
    def is_mute(self) -> bool:
        """Say whether no word is read on it."""
        return not len(self.places)


def labels() -> tuple[str, ...]:
    """Return what is told apart: every type that can be drawn."""
    return tuple(name for name, doctype in registry().items() if doctype.draw)


def _small(upright: Pixels) -> NDArray[np.uint8]:
    return pressed(upright, SIDE)


Views = Callable[[int, int], Iterator[Example]]
"""Draw the views of one paper of a corpus: its seed, the index of the paper."""


def gathered(seed: int, drawings: int, views: Views = examples) -> list[Seen]:
    """Draw so many papers of the corpus `seed`, several views each, and see them; the order follows the seed."""
    starts = range(0, drawings, CHUNK)
    with ProcessPoolExecutor(len(os.sched_getaffinity(0)), get_context("spawn")) as pool:
        chunks = pool.map(partial(_chunk, views, seed, drawings), starts)
        return [seen for chunk in chunks for seen in chunk]


def seen_of(example: Example, names: Sequence[str]) -> Seen | None:
    """Return what is seen of a page; None for a sheet with papers of two types, which is cut before it is judged."""
    if example.type is None and example.klass is not DocumentClass.OTHER:
        return None
    name = example.type or OTHER
    upright = np.ascontiguousarray(np.rot90(example.picture, example.rotation // 90)) if example.picture.size else None
    text = replace(example.text, is_blank=name == BLANK and not example.text.lines)
    found = seen(name, example.family, upright, text, names)
    return replace(found, layout=example.layout, is_first=example.page == 1)


def seen(name: str, family: str, upright: Pixels | None, text: PageText, names: Sequence[str]) -> Seen:
    """Return what the classifier sees of an upright page that is of the type `name`."""
    said = by_line(text).sum(axis=0) if text.lines else np.zeros(0, np.float32)
    places = np.flatnonzero(said).astype(np.int32)
    small = None if upright is None else _small(upright)
    cued = by_cues(text, registry()).candidates if text.lines else ()
    beliefs = {candidate.type: candidate.confidence for candidate in cued}
    cues = np.array([beliefs.get(label, 0.0) for label in names], np.float32)
    fits = defined(fitting(text, registry()), names)
    return Seen(names.index(name), family, None, places, said[places], small, cues, fits)


def _chunk(views: Views, seed: int, drawings: int, start: int) -> list[Seen]:
    cv2.setNumThreads(1)
    return list(_seen(views, seed, range(start, min(start + CHUNK, drawings))))


def _seen(views: Views, seed: int, indices: Sequence[int]) -> Iterator[Seen]:
    names = labels()
    for index in indices:
        for example in views(seed, index):
            if (found := seen_of(example, names)) is not None:
                yield found
