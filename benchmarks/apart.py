"""Runs RapidOCR in a process of its own: nothing that we set for ours (threads, memory) may change what it does.

A picture goes through a pipe, which costs it less than one hundredth of its time.
"""

from __future__ import annotations

import weakref
from multiprocessing import get_context
from multiprocessing.connection import Connection

import cv2
import numpy as np

from intake.domain.page import Pixels

END = None


class Apart:
    """Reads pictures as RapidOCR does with its defaults; its process ends with this object."""

    def __init__(self, threads: int) -> None:
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, threads), daemon=True)
        process.start()
        self._pipe.recv()  # it has started
        weakref.finalize(self, self._pipe.send, END)

    def __call__(self, pixels: Pixels) -> tuple[str, ...]:
        self._pipe.send(pixels.shape)
        self._pipe.send_bytes(np.ascontiguousarray(pixels).data.cast("B"))
        lines: tuple[str, ...] = self._pipe.recv()
        return lines


def _serve(pipe: Connection, threads: int) -> None:
    from benchmarks.peer import rapidocr_here  # noqa: PLC0415 takes seconds, and only here

    cv2.setNumThreads(threads)
    read = rapidocr_here(threads)
    pipe.send(True)
    while (shape := pipe.recv()) is not END:
        pixels = np.frombuffer(pipe.recv_bytes(), np.uint8).reshape(shape)
        pipe.send(read(pixels))
