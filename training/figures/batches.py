"""Draws what the reader of figures learns from, in a process of its own: no line is seen twice."""

from __future__ import annotations

import itertools
import multiprocessing
from collections.abc import Iterator
from random import Random

import numpy as np
from numpy.typing import NDArray

from intake.ocr.figures import ALPHABET, OTHER
from training.figures.drawn import Faces, drawn, latin_faces, setting
from training.figures.worn import seen, shows
from training.figures.written import line

BATCH, POOL = 48, 16  # lines in a batch, and batches whose lines are sorted by width together
WIDEST = 620  # pixels: a strip that is wider is left out

Symbols = tuple[int, ...]
"""Classes of the network, without the blank."""
Example = tuple[NDArray[np.uint8], Symbols]
"""A strip (HEIGHT, w), and what it says."""


def batches(seed: int) -> Iterator[list[Example]]:
    """Yield batches without end; those of one are of nearly one width."""
    with multiprocessing.Pool(1) as worker:
        for pool in worker.imap(_pool, ((seed, number) for number in itertools.count(1))):
            yield from pool


def _pool(which: tuple[int, int]) -> list[list[Example]]:
    seed, number = which
    rng, latin = Random(f"figures {seed} {number}"), latin_faces()
    found = sorted((example(rng, latin) for _ in range(BATCH * POOL)), key=lambda each: each[0].shape[1])
    ready = [found[i : i + BATCH] for i in range(0, len(found), BATCH)]
    rng.shuffle(ready)
    return ready


def example(rng: Random, latin: Faces) -> Example:
    """Draw one line."""
    while True:
        text = line(rng)
        strip = seen(drawn(text, setting(rng, latin), rng), rng)
        if strip.shape[1] <= WIDEST and shows(strip) and (said := symbols_of(text)):
            return strip, said


def symbols_of(text: str) -> Symbols:
    """Return a text as the network shall say it: figures are 1 to 11, what stands between them is one OTHER."""
    found: list[int] = []
    for char in text:
        if char.isspace():
            continue
        at = ALPHABET.find(char.upper()) + 1
        if at or not found or found[-1] != OTHER:
            found.append(at or OTHER)
    return tuple(found)
