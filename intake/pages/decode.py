"""Decodes a file to pages in a child process, one page at a time, within limits."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, cast

import numpy as np

from intake.domain.errors import UnreadableSource
from intake.domain.geometry import Quad, Rect, enclosing
from intake.domain.page import PageImage
from intake.domain.text import Char, Line, Source
from intake.pages import wire
from intake.pages.limits import LIMITS, Limits

START_SECONDS = 20.0  # for the interpreter of the child, on a busy machine
OUT_OF_TIME = (-signal.SIGXCPU, -signal.SIGKILL)


def decode(data: bytes, limits: Limits = LIMITS) -> Iterator[PageImage]:
    """Yield the pages of a file, RGB and upright as its format says, holding one at a time.

    The time limit counts a page and only while it is waited for.

    Raises:
        UnreadableSource: the file, or the page after those already yielded, cannot be read.

    """
    with _child(data, limits) as process:
        pipe = _Pipe(cast(BinaryIO, process.stdout).fileno(), time.monotonic() + START_SECONDS + limits.page_seconds)
        number = 0
        while (header := _next(process, pipe, limits)) is not None:
            number += 1
            pixels = np.empty((header.height, header.width, 3), np.uint8)
            _fill(process, pipe, pixels.data.cast("B"))
            yield PageImage(number, pixels, _layer(header), header.layer_is_suspect)
            pipe.deadline = time.monotonic() + limits.page_seconds


@dataclass(slots=True)
class _Pipe:
    """Reads the child's words, but not beyond a deadline (seconds of the monotonic clock)."""

    descriptor: int
    deadline: float

    def readinto(self, view: memoryview) -> int:
        if not select.select([self.descriptor], [], [], max(self.deadline - time.monotonic(), 0))[0]:
            raise TimeoutError
        return os.readv(self.descriptor, [view])


@contextmanager
def _child(data: bytes, limits: Limits) -> Iterator[subprocess.Popen[bytes]]:
    """Start the child with the data as its standard input; whatever happens, it is dead and reaped afterwards."""
    with os.fdopen(os.memfd_create("scan"), "wb+") as memory:
        memory.write(data)
        memory.seek(0)
        allowed = (limits.megapixels, limits.pages, limits.page_seconds, limits.page_cpu_seconds, limits.memory_mb)
        process = subprocess.Popen(  # noqa: S603 our own interpreter and module, numbers as arguments
            [sys.executable, "-I", "-m", "intake.pages.child", *map(str, allowed)],
            stdin=memory,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env={"MALLOC_ARENA_MAX": "2"},
        )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        cast(BinaryIO, process.stdout).close()


def _next(process: subprocess.Popen[bytes], pipe: _Pipe, limits: Limits) -> wire.PageHeader | None:
    try:
        message = wire.read(pipe)
    except (EOFError, TimeoutError) as error:
        raise _ended(process, error) from error
    except ValueError as error:
        raise UnreadableSource("decoder_crashed") from error
    if isinstance(message, wire.Refusal):
        raise UnreadableSource(message.code, **message.facts)
    if isinstance(message, wire.End):
        return None
    if message.width * message.height > limits.megapixels * 1_000_000 or min(message.width, message.height) < 1:
        raise UnreadableSource("page_too_large", limit=str(limits.megapixels))
    return message


def _fill(process: subprocess.Popen[bytes], pipe: _Pipe, view: memoryview) -> None:
    try:
        wire.fill(pipe, view)
    except (EOFError, TimeoutError) as error:
        raise _ended(process, error) from error


def _ended(process: subprocess.Popen[bytes], error: EOFError | TimeoutError) -> UnreadableSource:
    """Tell from how the child ended what was wrong."""
    if isinstance(error, TimeoutError):
        return UnreadableSource("decoder_timeout")
    return UnreadableSource("decoder_timeout" if process.wait() in OUT_OF_TIME else "decoder_crashed")


def _layer(header: wire.PageHeader) -> tuple[Line, ...]:
    return tuple(_line(chars) for chars in header.layer)


def _line(chars: tuple[wire.LayerChar, ...]) -> Line:
    boxed = tuple(Char(c.text, 1.0, Quad.of_rect(Rect(c.left, c.top, c.right, c.bottom))) for c in chars)
    box = enclosing(char.box for char in boxed)
    return Line("".join(c.text for c in chars), 1.0, box, boxed, source=Source.TEXT_LAYER)
