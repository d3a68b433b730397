"""Reads drawn evaluation pages once, over all processors.

A run that is cut off goes on where it was, and a change of the classifier reads nothing again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from math import inf
from multiprocessing import get_context
from pathlib import Path
from time import monotonic
from typing import TypeVar

from benchmarks.kept import Kept, fingerprint, fresh, hash_of, remembered, version
from intake.domain.page import Pixels

KEPT = Path(__file__).parents[2] / "build/evaluation"
Task = TypeVar("Task")
Result = TypeVar("Result")


def over_all(work: Callable[[Task], Result], tasks: Sequence[Task], seconds: float = inf) -> Iterator[Result]:
    """Do the tasks in order over all processors; each draws and reads for itself, and hands back no picture.

    After so many seconds no other task is begun.
    """
    end = monotonic() + seconds
    with ProcessPoolExecutor(len(os.sched_getaffinity(0)), get_context("spawn")) as pool:
        waiting = [pool.submit(work, task) for task in tasks]
        for i, one in enumerate(waiting):
            if monotonic() >= end:
                begun = [one for one in waiting[i:] if not one.cancel()]
                yield from (one.result() for one in begun)
                return
            yield one.result()


def read(pixels: Pixels) -> Kept:
    """Read a page, or find what was read of it before."""
    return remembered(KEPT / f"{fingerprint(hash_of(pixels), version())}.pickle", partial(fresh, pixels))
