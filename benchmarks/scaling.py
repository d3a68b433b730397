"""Pages a second of one and of two processes with one thread each, by kind, beside what raw sgemm gains by it.

Every process loads, waits for the others, and reads the same list of decoded pages; the clock runs from there to the
end of the last.
"""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing.synchronize import Barrier

import cv2
import numpy as np

from benchmarks.peer import PEERS
from intake.domain.page import PageImage
from intake.inference.backend import Backend
from intake.ocr.ppocr import ppocr
from intake.pipeline import read_page

PROCESSES = (1, 2)
ROUNDS = 2  # of which the quickest counts
SGEMM, PRODUCT = "sgemm", "product"
SIDE = 1024  # of the matrices, float32
PRODUCTS = 40
PATIENCE_S = 300.0  # that one process waits for the other: it may have failed
BLAS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")

Job = Callable[[], object]
"""Do all the work of one process once."""
Load = Callable[[], Job]
"""Load what the work needs, and do a little of it; run in the process that works."""


@dataclass(frozen=True, slots=True)
class Scaling:
    """Units (pages of a kind, products) a second by one process and by two together."""

    name: str
    kind: str
    one: float
    two: float

    @property
    def gain(self) -> float:
        return self.two / self.one


def scaling(
    pages: Mapping[str, Sequence[PageImage]], backends: Sequence[Backend], others: Sequence[str]
) -> Iterator[Scaling]:
    """Measure ours with each backend and the others by their names on the pages of each kind, and sgemm."""
    for kind, some in pages.items():
        for backend in backends:
            yield _scaled(str(backend), kind, partial(_ours, backend, some), len(some))
        for name in others:
            yield _scaled(name, kind, partial(_theirs, name, some), len(some))
    yield _scaled(SGEMM, PRODUCT, _sgemm, PRODUCTS)


def sgemm_flops() -> float:
    """Return the multiplications and additions a second of one thread that multiplies matrices in numpy."""
    return 2.0 * PRODUCTS * SIDE * SIDE * SIDE / _quickest_s(_sgemm, 1)


def _scaled(name: str, kind: str, load: Load, units: int) -> Scaling:
    one, two = (count * units / _quickest_s(load, count) for count in PROCESSES)
    return Scaling(name, kind, one, two)


def _quickest_s(load: Load, processes: int) -> float:
    """Return the seconds from the moment that all processes are ready to the end of the last, in the best round."""
    context = multiprocessing.get_context("spawn")
    barrier = context.Barrier(processes)
    with _one_thread(), ProcessPoolExecutor(processes, context, _meet, (barrier,)) as pool:
        workers = [pool.submit(_work, load) for _ in range(processes)]
        rounds: list[tuple[Span, ...]] = list(zip(*(worker.result() for worker in workers), strict=True))
        return min(max(span.end for span in spans) - min(span.start for span in spans) for spans in rounds)


@dataclass(frozen=True, slots=True)
class Span:
    """Seconds of the clock that all processes share."""

    start: float
    end: float


_barriers: list[Barrier] = []  # of a process that works: set once when it starts


def _meet(barrier: Barrier) -> None:
    _barriers.append(barrier)


def _work(load: Load) -> list[Span]:
    """Do the job some times, each time together with the other processes; one that failed breaks the barrier."""
    cv2.setNumThreads(1)
    job = load()
    spans = []
    for _ in range(ROUNDS):
        _barriers[0].wait(PATIENCE_S)
        start = time.monotonic()
        job()
        spans.append(Span(start, time.monotonic()))
    return spans


@contextmanager
def _one_thread() -> Iterator[None]:
    """Let processes that start now import a BLAS of one thread."""
    before = {name: os.environ.get(name) for name in BLAS}
    os.environ.update(dict.fromkeys(BLAS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _ours(backend: Backend, pages: Sequence[PageImage]) -> Job:
    engine = ppocr(1, backend)
    read_page(engine, pages[0])
    return lambda: [read_page(engine, page) for page in pages]


def _theirs(name: str, pages: Sequence[PageImage]) -> Job:
    read = PEERS[name](1)
    if read is None:
        raise RuntimeError(f"{name} is not installed")
    read(pages[0].pixels)
    return lambda: [read(page.pixels) for page in pages]


def _sgemm() -> Job:
    a = np.random.default_rng(1).random((SIDE, SIDE), np.float32)
    out = a @ a
    return lambda: [np.matmul(a, a, out=out) for _ in range(PRODUCTS)]
