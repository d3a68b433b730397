"""A blob: bytes that are kept under their own sha256."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DIGEST = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Stored:
    """What was written and is safe: the sha256 of the bytes (64 lower-case hex digits) and how many there are."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A blob as found in the store, unread; `modified` is when it was last written, in seconds since 1970."""

    sha256: str
    size: int
    modified: float


def place(sha256: str) -> str:
    """Return where a blob lies below its root: aa/bb/<sha256>; ValueError for anything but a sha256."""
    if not _DIGEST.fullmatch(sha256):
        raise ValueError("a blob is named by 64 lower-case hex digits")
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}"
