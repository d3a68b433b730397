"""Keeps what was read of drawn pages, by the hash of their pixels and the version of all that reads them."""

from __future__ import annotations

import gzip
import hashlib
import os
import pickle
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from time import perf_counter
from typing import TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray

from intake.bootstrap import quickest_backend
from intake.domain.page import PageImage, Pixels
from intake.domain.reading import PageReading
from intake.domain.text import Line
from intake.ocr.ppocr import PpOcr, ppocr
from intake.pages.look import SIDE
from intake.pages.shrink import pressed
from intake.pipeline import READING, read_page

LEVEL = 6  # of compression: beyond, time goes and little is won
T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """One page as it was read, its upright picture (SIDE, SIDE, 3) uint8, and the seconds that reading took."""

    reading: PageReading
    small: NDArray[np.uint8]
    seconds: float


def fingerprint(*parts: bytes | str) -> str:
    """Return a short name for what the parts say."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()[:32]


def hash_of(pixels: Pixels) -> str:
    return fingerprint(np.ascontiguousarray(pixels).tobytes(), repr(pixels.shape))


def remembered(path: Path, make: Callable[[], T]) -> T:
    """Return what is kept at `path`, or make it and keep it; whoever reads it meanwhile sees all of it or nothing."""
    if path.exists():
        found: T = pickle.loads(_packed(path))  # noqa: S301 our own file
        return found
    made = make()
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}")
    part.write_bytes(gzip.compress(pickle.dumps(made), LEVEL, mtime=0))
    part.replace(path)
    return made


def recalled(path: Path, kind: type[T]) -> T:
    """Return what is kept at `path`; LookupError where nothing of that kind is."""
    found = pickle.loads(_packed(path)) if path.exists() else None  # noqa: S301 our own file
    if isinstance(found, kind):
        return found
    raise LookupError(f"{path.name} was not read yet")


def _packed(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes())


def version() -> str:
    """Return what changes with all that can change what is read of a page."""
    return fingerprint(engine().version, str(READING))[:12]


@cache
def engine() -> PpOcr:
    """Start our engine once in a process, on one thread."""
    cv2.setNumThreads(1)
    return ppocr(1, quickest_backend(1))


def fresh(pixels: Pixels) -> Kept:
    """Read a page with all that a document is read with, without the alphabet that every lattice names."""
    started = perf_counter()
    upright, reading = read_page(engine(), PageImage(1, pixels))
    seconds = perf_counter() - started
    return Kept(_spelled(reading, ()), small_of(upright.pixels), seconds)


def whole(kept: Kept) -> PageReading:
    """Return the reading with the alphabet again in its lattices."""
    return _spelled(kept.reading, engine().recogniser.quick.alphabet)


def small_of(upright: Pixels) -> NDArray[np.uint8]:
    """Return what the look of a page is judged by."""
    return pressed(upright, SIDE)


def _spelled(reading: PageReading, alphabet: tuple[str, ...] | list[str]) -> PageReading:
    lines = tuple(_with(line, alphabet) for line in reading.text.lines)
    return replace(reading, text=replace(reading.text, lines=lines))


def _with(line: Line, alphabet: tuple[str, ...] | list[str]) -> Line:
    if line.lattice is None:
        return line
    return replace(line, lattice=replace(line.lattice, alphabet=alphabet))
