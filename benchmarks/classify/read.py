"""Reads drawn evaluation pages once and keeps what was read by the page's hash and the version of all that reads.

A run that is cut off goes on where it was, and a change of the classifier reads nothing again.
"""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.bootstrap import Engine, engine
from intake.domain.page import PageImage, Pixels
from intake.domain.text import Lattice, PageText
from intake.pages.look import SIDE
from intake.pipeline import READING, read_page
from intake.ports import OcrEngine

KEPT = Path(__file__).parents[2] / "build/evaluation"
Task = TypeVar("Task")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, eq=False)
class ReadPage:
    """One page as it was read: its text, how it was turned, its picture (SIDE, SIDE, 3) uint8, seconds of reading."""

    text: PageText
    rotation: int
    small: NDArray[np.uint8]
    seconds: float


def over_all(work: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
    """Do the tasks in order over all processors; each draws and reads for itself, and hands back no picture."""
    with ProcessPoolExecutor(len(os.sched_getaffinity(0)), get_context("spawn"), initializer=_start) as pool:
        yield from pool.map(work, tasks)


def read(pixels: Pixels) -> ReadPage:
    """Read a page, or find what was read of it before."""
    name = hashlib.sha256(pixels.tobytes() + f"{pixels.shape} {_engine().version} {READING}".encode()).hexdigest()
    path = KEPT / f"{name[:32]}.pickle"
    if path.exists():
        found: ReadPage = pickle.loads(path.read_bytes())  # noqa: S301 our own file
        return found
    fresh = _fresh(pixels)
    part = path.with_suffix(f".{os.getpid()}")
    part.write_bytes(pickle.dumps(fresh))
    part.replace(path)
    return fresh


def _start() -> None:
    cv2.setNumThreads(1)
    KEPT.mkdir(parents=True, exist_ok=True)


@cache
def _engine() -> OcrEngine:
    return engine(Engine.PPOCR, threads=1)


def _fresh(pixels: Pixels) -> ReadPage:
    started = cv2.getTickCount()
    upright, reading = read_page(_engine(), PageImage(1, pixels))
    seconds = (cv2.getTickCount() - started) / cv2.getTickFrequency()
    small = np.asarray(cv2.resize(upright.pixels, (SIDE, SIDE), interpolation=cv2.INTER_AREA), np.uint8)
    return ReadPage(_without_alphabet(reading.text), reading.rotation, small, seconds)


def _without_alphabet(text: PageText) -> PageText:
    """Leave out the 18,710 characters that every lattice names, which would be kept for each line."""
    lines = (
        replace(line, lattice=replace(line.lattice, alphabet=())) if isinstance(line.lattice, Lattice) else line
        for line in text.lines
    )
    return replace(text, lines=tuple(lines))
