"""What the decode child may say to its parent: frames of fixed shape, whose every number is bounded."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

MAX_CHARS = 100_000  # of one page's text layer
MAX_SIDE = 32_767  # pixels: what OpenCV can address in a warp
MAX_SOFTWARE = 256  # bytes of the name of a program

CHAR = struct.Struct("<II8f")
"""A character of a text layer: its line, its code point, and x and y of its four corners in pixels."""
HEAD = struct.Struct("<4sBBIIIH")
STEPS = struct.Struct("<64H")
"""The steps by which a JPEG rounded its lightness, row by row of a block, as the page lies; zeros where it has none."""
_MAGIC = b"PAGE"

CharRecord = tuple[int, int, float, float, float, float, float, float, float, float]
"""The fields of CHAR."""


class Kind(IntEnum):
    """What follows a head: after the end nothing.

    After a page height x width x 3 bytes of RGB, its `chars` records of CHAR, one of STEPS, and `software` bytes of
    UTF-8: the program that wrote the picture.
    """

    PAGE = 1
    END = 2


class Refusal(IntEnum):
    """Why a file is not decoded, or not further."""

    NONE = 0
    DAMAGED = 1
    ENCRYPTED = 2
    TOO_MANY_PAGES = 3
    PAGE_TOO_LARGE = 4
    OUT_OF_MEMORY = 5
    LOOPING = 6


class Refused(Exception):
    """The file is not decoded, or not further."""

    def __init__(self, why: Refusal) -> None:
        self.why = why
        super().__init__(why)


class Head(NamedTuple):
    """The head of a frame; `detail` is 1 for a page whose text layer is suspect, and the Refusal at the end."""

    kind: Kind
    detail: int = 0
    width: int = 0
    height: int = 0
    chars: int = 0
    software: int = 0

    def packed(self) -> bytes:
        return HEAD.pack(_MAGIC, self.kind, self.detail, self.width, self.height, self.chars, self.software)


class Page(NamedTuple):
    """A page on its way to the parent: its pixels as RGB, some rows at a time, its text layer, and where it is from."""

    width: int
    height: int
    rows: Iterator[bytes | memoryview]
    chars: Sequence[CharRecord] = ()
    is_suspect: bool = False
    steps: Sequence[int] = ()
    software: str = ""

    @property
    def origin(self) -> tuple[bytes, bytes]:
        """Return the steps as a record, and the program as bytes within their bound."""
        steps = self.steps if len(self.steps) == STEPS.size // 2 else (0,) * (STEPS.size // 2)
        return STEPS.pack(*steps), self.software.encode("utf-8", "replace")[:MAX_SOFTWARE]


def unpacked(data: bytes | bytearray) -> Head:
    """Read a head; ValueError for what no honest child says."""
    magic, kind, detail, width, height, chars, software = HEAD.unpack(data)
    if magic != _MAGIC or chars > MAX_CHARS or software > MAX_SOFTWARE:
        raise ValueError("not a frame")
    return Head(Kind(kind), detail, width, height, chars, software)
