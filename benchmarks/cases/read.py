"""Reads the cases, each page once by each reader: a run that is stopped goes on where it was."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path

import cv2

from benchmarks.cases.draw import Truth, drawing_version, drawn
from benchmarks.cases.plan import Plan
from benchmarks.cases.rapid import RapidOcr, rapid_version
from benchmarks.kept import Kept, fingerprint, fresh, recalled, remembered, version

KEPT = Path(__file__).parents[2] / "build/cases"
_AHEAD = 2  # tasks that a process may have waiting


@dataclass(frozen=True, slots=True)
class Task:
    """A case that is to be read, by RapidOCR too or by us alone."""

    plan: Plan
    with_peer: bool


def gather(tasks: Sequence[Task], seconds: float, tell: Callable[[Task], None]) -> None:
    """Read what is not kept yet, over all processors, until all is or the seconds are over."""
    left, until = [task for task in tasks if not is_kept(task)], time.monotonic() + seconds
    if not left:
        return
    count = len(os.sched_getaffinity(0))
    with ProcessPoolExecutor(min(count, len(left)), get_context("spawn"), initializer=_start) as pool:
        waiting: dict[Future[None], Task] = {}
        with suppress(KeyboardInterrupt):
            while (left or waiting) and time.monotonic() < until:
                submit(pool, left, waiting, count * _AHEAD)
                done, _ = wait(waiting, timeout=until - time.monotonic(), return_when=FIRST_COMPLETED)
                for future in done:
                    future.result()
                    tell(waiting.pop(future))
        pool.shutdown(wait=True, cancel_futures=True)


def submit(pool: Executor, left: list[Task], waiting: dict[Future[None], Task], most: int) -> None:
    """Move tasks from those that are left to those that wait for their turn, of which there are `most`."""
    while left and len(waiting) < most:
        task = left.pop(0)
        waiting[pool.submit(_read, task)] = task


def is_kept(task: Task) -> bool:
    """Say whether a case is there with all that was to be read of it."""
    if not _truth_path(task.plan).exists():
        return False
    names = [name for paper in truth_of(task.plan).papers for name in paper.pages]
    return all(_page_path(name, reader).exists() for name in names for reader in _readers(task))


def truth_of(plan: Plan) -> Truth:
    """Return what is true of a case that is kept."""
    return recalled(_truth_path(plan), Truth)


def ours(name: str) -> Kept:
    """Return what we read of a page that is kept."""
    return recalled(_page_path(name, version()), Kept)


def peers(name: str) -> Kept:
    """Return what RapidOCR read of a page that is kept."""
    return recalled(_page_path(name, rapid_version()), Kept)


def _read(task: Task) -> None:
    """Draw a case and read its pages; a page that is kept is not read again."""
    truth, pictures = drawn(task.plan)
    for name, pixels in pictures.items():
        remembered(_page_path(name, version()), partial(fresh, pixels))
        if task.with_peer:
            remembered(_page_path(name, rapid_version()), partial(_rapid(), pixels))
    remembered(_truth_path(task.plan), lambda: truth)


def _readers(task: Task) -> tuple[str, ...]:
    return (version(), rapid_version()) if task.with_peer else (version(),)


def _truth_path(plan: Plan) -> Path:
    return KEPT / f"case-{fingerprint(plan.name, str(plan.seed), drawing_version())}.pickle"


def _page_path(name: str, reader: str) -> Path:
    return KEPT / f"{name}-{reader}.pickle"


@cache
def _rapid() -> RapidOcr:
    return RapidOcr()


def _start() -> None:
    """Let only the first process be interrupted: it lets the others finish what they have begun."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    cv2.setNumThreads(1)
