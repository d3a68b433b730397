"""Whole-page time beside RapidOCR: the same decoded pages, the same threads, in turns, one ratio a page.

Ours is everything from the decoded page to its lines in order: seals, text layer, detection, reading, turning.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import cv2

from benchmarks.peer import rapidocr
from intake.domain.page import PageImage
from intake.ocr.ppocr import ppocr
from intake.pipeline import read_page


@dataclass(frozen=True, slots=True)
class Speed:
    """Median seconds a page of both, the median of the pages' ratios (below 1 we are quicker), and its quartiles."""

    threads: int
    ours_s: float
    peer_s: float
    ratio: float
    quartiles: tuple[float, float]
    pages: int


def speed(pages: Sequence[PageImage], threads: int) -> Speed:
    """Measure at least two pages; every page is read twice by both, in turns, and the quicker time of each counts."""
    cv2.setNumThreads(threads)
    engine, peer = ppocr(threads), rapidocr(threads)
    read_page(engine, pages[0])
    peer(pages[0].pixels)
    times = [_quicker_s(partial(read_page, engine, page), partial(peer, page.pixels)) for page in pages]
    ratios = [ours / other for ours, other in times]
    low, middle, high = statistics.quantiles(ratios, n=4, method="inclusive")
    ours_s, peer_s = (statistics.median(side) for side in zip(*times, strict=True))
    return Speed(threads, ours_s, peer_s, middle, (low, high), len(pages))


def _quicker_s(ours: Callable[[], object], peer: Callable[[], object]) -> tuple[float, float]:
    runs = [(_wall_s(ours), _wall_s(peer)) for _ in range(2)]
    return min(a for a, _ in runs), min(b for _, b in runs)


def _wall_s(call: Callable[[], object]) -> float:
    started = time.perf_counter()
    call()
    return time.perf_counter() - started
