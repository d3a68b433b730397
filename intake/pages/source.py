"""Finds the files that a person named and reads their bytes, without ever waiting for a device or a pipe."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from intake.domain.errors import UnreadableSource

MAX_BYTES = 50 << 20  # the size people may send
OURS = ".json"  # requests and truths lie beside the scans; a path that names one itself is still read
_BLOCK = 1 << 20  # bytes asked for at once

_CODES = {
    errno.ENOENT: "not_found",
    errno.ENOTDIR: "not_found",
    errno.ENAMETOOLONG: "not_found",
    errno.ELOOP: "broken_link",
    errno.EACCES: "no_permission",
    errno.EPERM: "no_permission",
    errno.ENXIO: "not_a_file",  # a socket, or a device that is not there
    errno.ENODEV: "not_a_file",
}


def sources(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the files under `paths`, folders walked and sorted, hidden entries and our own JSON left out.

    What cannot be looked into is yielded as itself, so that reading it says why.
    """
    for path in paths:
        yield from _walk(path)


def read_source(path: Path) -> bytes:
    """Return the bytes of a file; UnreadableSource where there is none, where it is empty, or where it is no file."""
    _refuse_special(path)
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC), "rb") as file:
            return _bytes_of(file.fileno())
    except OSError as error:
        raise _unreadable(path, error) from None


def _walk(path: Path) -> Iterator[Path]:
    if not os.path.isdir(path):  # noqa: PTH112 Path.is_dir raises for a folder we may not enter
        yield path
        return
    try:
        entries = sorted(os.scandir(path), key=lambda e: e.name)
    except OSError:
        yield path
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name.endswith(OURS):
            continue
        # a linked folder is not followed: links can make a tree without end
        yield from _walk(Path(entry.path)) if _is_folder(entry) else (Path(entry.path),)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _refuse_special(path: Path) -> None:
    """Refuse devices before they are opened: opening alone rewinds a tape or wakes a modem."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 one call, one error to map
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None
    if stat.S_ISDIR(mode):
        raise UnreadableSource("no_permission" if not os.access(path, os.R_OK | os.X_OK) else "not_a_file")
    if not stat.S_ISREG(mode):
        raise UnreadableSource("not_a_file")


def _bytes_of(descriptor: int) -> bytes:
    """Read an open file up to the limit; looks again at what was opened, it may have been swapped since."""
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableSource("not_a_file")
    blocks: list[bytes] = []
    left = MAX_BYTES + 1
    while left and (block := os.read(descriptor, min(_BLOCK, left))):
        blocks.append(block)
        left -= len(block)
    if not left:
        raise UnreadableSource("file_too_large", limit=str(MAX_BYTES >> 20))
    if not blocks:
        raise UnreadableSource("empty_file")
    return b"".join(blocks)


def _unreadable(path: Path, error: OSError | ValueError) -> UnreadableSource:
    """Say what an error of the system means; a link that leads nowhere is not a file that was never there."""
    number = error.errno if isinstance(error, OSError) else errno.ENOENT
    code = _CODES.get(number or 0, "read_failed")
    is_link = code == "not_found" and b"\0" not in os.fsencode(path) and os.path.islink(path)  # noqa: PTH114
    return UnreadableSource("broken_link" if is_link else code)
