"""Reads drawn evaluation pages once, over all processors.

A run that is cut off goes on where it was, and a change of the classifier reads nothing again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from benchmarks.kept import Kept, fingerprint, fresh, hash_of, remembered, version
from intake.domain.page import Pixels

KEPT = Path(__file__).parents[2] / "build/evaluation"
Task = TypeVar("Task")
Result = TypeVar("Result")


def over_all(work: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result]:
    """Do the tasks in order over all processors; each draws and reads for itself, and hands back no picture."""
    with ProcessPoolExecutor(len(os.sched_getaffinity(0)), get_context("spawn")) as pool:
        yield from pool.map(work, tasks)


def read(pixels: Pixels) -> Kept:
    """Read a page, or find what was read of it before."""
    return remembered(KEPT / f"{fingerprint(hash_of(pixels), version())}.pickle", partial(fresh, pixels))
