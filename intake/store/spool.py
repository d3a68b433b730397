"""A blob in the making: a file of its own that is hashed and counted while it is written."""

from __future__ import annotations

import errno
import hashlib
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from intake.domain.blob import Stored
from intake.domain.errors import StoreFull, TooLarge

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_MEGABYTE = 1 << 20

Keep = Callable[[Path, Stored], None]
"""Put a written and synced file where it belongs; the file may be moved away."""


class Spool:
    """Writes one blob into a file of `folder`, and hands it to `keep` when it is finished; see BlobWriter."""

    def __init__(self, folder: Path, limit: int, keep: Keep) -> None:
        self._limit = limit
        self._keep = keep
        self._hash = hashlib.sha256()
        self._size = 0
        with room():
            number, name = tempfile.mkstemp(dir=folder)  # mode 0600
        self._path = Path(name)
        self._file = os.fdopen(number, "wb", buffering=0)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
        self._path.unlink(missing_ok=True)

    def write(self, chunk: bytes) -> None:
        self._size += len(chunk)
        if self._size > self._limit:
            raise TooLarge(limit=f"{self._limit / _MEGABYTE:g}")
        rest = memoryview(chunk)
        with room():
            while rest:
                rest = rest[self._file.write(rest) :]
        self._hash.update(chunk)

    def finish(self) -> Stored:
        stored = Stored(self._hash.hexdigest(), self._size)
        with room():
            os.fsync(self._file.fileno())
            self._keep(self._path, stored)
        return stored


def sweep(folder: Path, older_than_s: float) -> int:
    """Remove the files of writers that ended without a word; see Blobs.sweep."""
    before = time.time() - older_than_s
    gone = 0
    for path in folder.iterdir():
        with suppress(FileNotFoundError):  # another sweep, or its own writer, was quicker
            if path.stat().st_mtime <= before:
                path.unlink()
                gone += 1
    return gone


@contextmanager
def room() -> Iterator[None]:
    """Say StoreFull where the file system says that there is no room."""
    try:
        yield
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise StoreFull from error
        raise
