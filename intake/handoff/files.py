"""Files that are there whole or not at all, and still there after the power was gone."""

from __future__ import annotations

import fcntl
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MODE = 0o640  # the program that reads them is in our group


def write(path: Path, data: bytes) -> None:
    """Write a file under a name that nobody reads, make it last, and give it its name."""
    unnamed = path.with_name(f".{path.name}.part")
    opened = os.open(unnamed, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, MODE)
    with os.fdopen(opened, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    move(unnamed, path)


def move(source: Path, target: Path) -> None:
    """Give a file another name in one step that lasts."""
    source.replace(target)
    sync(target.parent)
    if source.parent != target.parent:
        sync(source.parent)


def sync(folder: Path) -> None:
    """Make the names in a folder last."""
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def read(path: Path, limit: int) -> bytes | None:
    """Read up to `limit` bytes of a plain file; None where there is none. No link is followed, no pipe waited for."""
    try:
        opened = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except FileNotFoundError:
        return None
    with os.fdopen(opened, "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(f"{path.name} is no plain file")
        return file.read(limit)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock until the end of the block or of this process; OSError at once where another holds it."""
    with path.open("wb") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
