"""Time and errors of whole pages, ours and others': the same decoded pages, in turns, in one process, one thread.

Ours is everything from the decoded page to its lines in order: seals, text layer, detection, reading, turning.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import cv2

from benchmarks.cer import Errors, errors
from benchmarks.pages import Subject
from benchmarks.peer import RAPIDOCR, Peer, peers
from benchmarks.timing import quartiles
from intake.domain.page import PageImage
from intake.inference.backend import Backend
from intake.ocr.ppocr import ppocr
from intake.pipeline import read_page
from intake.ports import OcrEngine

TWICE, ONCE = 2, 1  # readings of a page, of which the quicker counts; the slow ones get one


@dataclass(frozen=True, slots=True)
class Reader:
    """What reads a page to its lines, and how often it reads each."""

    name: str
    read: Callable[[PageImage], tuple[str, ...]]
    runs: int


@dataclass(frozen=True, slots=True)
class Timing:
    """What one reader made of one page, in how many seconds."""

    reader: str
    kind: str
    page: int
    seconds: float
    errors: Errors


def readers(backends: Sequence[Backend], threads: int) -> list[Reader]:
    """Start ours with every backend, and the others that are installed."""
    cv2.setNumThreads(threads)
    ours = [Reader(str(b), partial(_ours, ppocr(threads, b)), TWICE) for b in backends]
    others = [
        Reader(name, partial(_theirs, peer), TWICE if name == RAPIDOCR else ONCE)
        for name, peer in peers(threads).items()
    ]
    return ours + others


def speed(subjects: Sequence[Subject], readers: Sequence[Reader]) -> Iterator[Timing]:
    """Read all pages by all readers, in turns; the first page is read once before, to load what loads late."""
    for reader in readers:
        reader.read(subjects[0].page)
    for number, subject in enumerate(subjects):
        yield from _page(number, subject, readers)


def ratios(timings: Sequence[Timing], reader: str, is_meant: Callable[[str], bool]) -> list[float]:
    """Return the time of a reader by that of RapidOCR, for each page of the kinds that are meant."""
    times = {(t.reader, t.page): t.seconds for t in timings if is_meant(t.kind)}
    pages = sorted(page for name, page in times if name == reader)
    return [times[reader, page] / times[RAPIDOCR, page] for page in pages]


def best(timings: Sequence[Timing], ours: Sequence[str], is_meant: Callable[[str], bool]) -> str:
    """Return the quickest of our backends on the pages that are meant."""
    return min(ours, key=lambda name: quartiles(ratios(timings, name, is_meant))[1])


def wrong(timings: Sequence[Timing], reader: str) -> Errors:
    """Sum up the errors of a reader."""
    return sum((t.errors for t in timings if t.reader == reader), Errors())


def _page(number: int, subject: Subject, readers: Sequence[Reader]) -> Iterator[Timing]:
    quickest: dict[str, float] = {}
    read: dict[str, tuple[str, ...]] = {}
    for run in range(TWICE):
        for reader in readers:
            if run < reader.runs:
                started = time.perf_counter()
                read[reader.name] = reader.read(subject.page)
                seconds = time.perf_counter() - started
                quickest[reader.name] = min(seconds, quickest.get(reader.name, seconds))
    for name, lines in read.items():
        found = errors(subject.truth.lines, lines, subject.truth.seal_text)
        yield Timing(name, subject.kind, number, quickest[name], found)


def _ours(engine: OcrEngine, page: PageImage) -> tuple[str, ...]:
    _, reading = read_page(engine, page)
    return tuple(line.text for line in reading.text.lines)


def _theirs(peer: Peer, page: PageImage) -> tuple[str, ...]:
    return peer(page.pixels)
