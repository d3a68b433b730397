"""Finds files under paths and reads their bytes; what cannot be read is an UnreadableSource with a stable code."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from intake.domain.errors import UnreadableSource

LARGEST_MB = 50  # a file; documented in README


def sources(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the files under `paths`, folders walked and sorted, hidden files left out.

    What cannot be walked or does not exist is yielded itself, so that reading it says what is wrong.
    """
    for path in paths:
        yield from _walk(path)


def read_source(path: Path) -> bytes:
    """Return the bytes of a regular file of at most 50 MB; raises UnreadableSource for everything else.

    Never waits for a device or a pipe, and never opens one.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnreadableSource("no_permission" if path.is_dir() else "not_a_file")
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except OSError as error:
        raise _unreadable(path, error) from error
    with os.fdopen(descriptor, "rb") as file:
        return _checked(file.read(LARGEST_MB * 1024 * 1024 + 1))


def _walk(path: Path) -> Iterator[Path]:
    if not path.is_dir() or path.is_symlink():
        yield path
        return
    try:
        inside = sorted(path.iterdir())
    except OSError:
        yield path
        return
    for entry in inside:
        if not entry.name.startswith("."):
            yield from _walk(entry)


def _unreadable(path: Path, error: OSError) -> UnreadableSource:
    if isinstance(error, PermissionError):
        return UnreadableSource("no_permission")
    if path.is_symlink():
        return UnreadableSource("broken_link")
    return UnreadableSource("not_found")


def _checked(data: bytes) -> bytes:
    if not data:
        raise UnreadableSource("empty_file")
    if len(data) > LARGEST_MB * 1024 * 1024:
        raise UnreadableSource("file_too_large", limit=str(LARGEST_MB))
    return data
