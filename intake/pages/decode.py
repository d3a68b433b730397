"""Decodes a file to pages in a child process, one page at a time, within limits."""

from __future__ import annotations

import fcntl
import os
import select
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from intake.domain.errors import UnreadableSource
from intake.domain.geometry import Point, Quad, enclosing
from intake.domain.page import Origin, PageImage, Pixels
from intake.domain.text import Char, Line, Source
from intake.pages import wire
from intake.pages.limits import LIMITS, Limits
from intake.pages.nursery import START_SECONDS, Nursery, nursery, renewed
from intake.pages.sniff import Format, sniff

# PDFium aborts or traps where memory is refused; the kernel, short of memory itself, kills.
_STARVED = frozenset({-signal.SIGABRT, -signal.SIGTRAP, -signal.SIGILL, -signal.SIGKILL})
_FAR = 1e6  # pixels: no page reaches so far, and NaN is not below it
_PIPE_BYTES = 1 << 20  # what the child may be ahead; the default of 64 KiB costs a switch of processes for each

_CODES: dict[int, str] = {
    wire.Refusal.DAMAGED: "damaged_file",
    wire.Refusal.ENCRYPTED: "encrypted_pdf",
    wire.Refusal.TOO_MANY_PAGES: "too_many_pages",
    wire.Refusal.PAGE_TOO_LARGE: "page_too_large",
    wire.Refusal.OUT_OF_MEMORY: "decoder_out_of_memory",
    wire.Refusal.LOOPING: "looping_pdf",
}


def decode(data: bytes, limits: Limits = LIMITS) -> Iterator[PageImage]:
    """Yield the pages of a file, RGB and upright as its format says, holding one at a time.

    The time limit counts a page, and only while it is waited for.

    Raises:
        UnreadableSource: the file, or the page after those already yielded, cannot be read.

    """
    if not data:
        raise UnreadableSource("empty_file")
    kind = sniff(data)
    if kind is None:
        raise UnreadableSource("unknown_format")
    with _child(data, kind, limits) as child:
        seconds = START_SECONDS + limits.page_seconds
        number = 0
        while (page := _next(child, number + 1, time.monotonic() + seconds, limits)) is not None:
            number += 1
            yield page
            del page  # else this page would still be held while the next one is received
            seconds = limits.page_seconds


@dataclass(slots=True)
class _Child:
    """The decoding process, the nursery that it is from, and the pipe that it writes to."""

    home: Nursery
    process: int
    pipe: int
    is_buried: bool = False

    def fill(self, view: memoryview, deadline: float) -> None:
        """Fill `view` with what the child says, until a deadline of the monotonic clock; UnreadableSource."""
        poll = select.poll()
        poll.register(self.pipe, select.POLLIN)
        while view:
            if not poll.poll(max(deadline - time.monotonic(), 0) * 1000):
                raise UnreadableSource("decoder_timeout")
            got = os.readv(self.pipe, [view])
            if not got:
                raise UnreadableSource(_end_of(self._buried(kill=False)))
            view = view[got:]

    def end(self) -> None:
        """Kill the process with all it may have started, and bury it."""
        os.close(self.pipe)
        if not self.is_buried:
            self._buried(kill=True)

    def _buried(self, *, kill: bool) -> int:
        """Return how the process ended; one that went with its nursery was killed."""
        self.is_buried = True
        try:
            return self.home.end(self.process, kill=kill)
        except OSError:
            renewed(self.home)
            return -signal.SIGKILL


@contextmanager
def _child(data: bytes, kind: Format, limits: Limits) -> Iterator[_Child]:
    """Start the child with the data as its standard input; whatever happens, it is dead and reaped afterwards."""
    ours, theirs = os.pipe2(os.O_CLOEXEC)
    fcntl.fcntl(ours, fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
    with os.fdopen(os.memfd_create("scan"), "wb+") as memory, os.fdopen(theirs, "wb") as output:
        memory.write(data)
        memory.seek(0)
        home, process = _started(kind, limits, memory.fileno(), output.fileno())
    child = _Child(home, process, ours)
    try:
        yield child
    finally:
        child.end()


def _started(kind: Format, limits: Limits, content: int, output: int) -> tuple[Nursery, int]:
    """Start a child, from another nursery where the one we had is gone."""
    home = nursery()
    try:
        return home, home.start(kind, limits, content, output)
    except OSError:
        home = renewed(home)
        return home, home.start(kind, limits, content, output)


def _next(child: _Child, number: int, deadline: float, limits: Limits) -> PageImage | None:
    """Receive the next page, None at the end of the file."""
    said = bytearray(wire.HEAD.size)
    child.fill(memoryview(said), deadline)
    try:
        head = wire.unpacked(said)
    except ValueError:
        raise UnreadableSource("decoder_crashed") from None
    if head.kind is wire.Kind.END:
        _raise_refusal(head.detail, limits)
        return None
    if not 0 < head.width * head.height <= limits.megapixels * 1_000_000:
        raise UnreadableSource("decoder_crashed")
    pixels: Pixels = np.empty((head.height, head.width, 3), np.uint8)
    child.fill(pixels.data.cast("B"), deadline)
    records = bytearray(head.chars * wire.CHAR.size)
    child.fill(memoryview(records), deadline)
    origin = bytearray(wire.STEPS.size + head.software)
    child.fill(memoryview(origin), deadline)
    return PageImage(number, pixels, tuple(_lines(records)), layer_is_suspect=bool(head.detail), origin=_origin(origin))


def _origin(said: bytearray) -> Origin:
    """Build the origin of a page; its text is somebody's, and only compared."""
    steps = wire.STEPS.unpack_from(said)
    return Origin(said[wire.STEPS.size :].decode("utf-8", "replace"), steps if all(steps) else ())


def _raise_refusal(why: int, limits: Limits) -> None:
    """Raise what the child refused, if anything."""
    if why == wire.Refusal.NONE:
        return
    code = _CODES.get(why, "decoder_crashed")
    bounds = {"too_many_pages": limits.pages, "page_too_large": limits.megapixels}
    raise UnreadableSource(code, **({"limit": str(bounds[code])} if code in bounds else {}))


def _end_of(status: int) -> str:
    """Tell from how the child ended, without a word, what was wrong."""
    if status == -signal.SIGXCPU:
        return "decoder_timeout"
    return "decoder_out_of_memory" if status in _STARVED else "decoder_crashed"


def _lines(records: bytearray) -> Iterator[Line]:
    """Build the lines of a text layer from records of wire.CHAR, trusting none of their numbers."""
    for _, group in groupby(wire.CHAR.iter_unpack(records), key=lambda record: record[0]):
        chars = tuple(_char(record[1], record[2:]) for record in group)
        yield Line("".join(char.text for char in chars), 1.0, _around(chars), chars, source=Source.TEXT_LAYER)


def _around(chars: Sequence[Char]) -> Quad:
    """Return the box of a line, its first corner where the first character has it."""
    points = enclosing(char.box for char in chars).points
    quarter = round(chars[0].box.angle / 90) % 4
    return Quad.of(points[quarter:] + points[:quarter])


def _char(code: int, at: tuple[float, ...]) -> Char:
    is_char = 0x20 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF
    x1, y1, x2, y2, x3, y3, x4, y4 = (value if abs(value) < _FAR else 0.0 for value in at)
    return Char(
        chr(code) if is_char else "\ufffd", 1.0, Quad(Point(x1, y1), Point(x2, y2), Point(x3, y3), Point(x4, y4))
    )
