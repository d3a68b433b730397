"""Blobs in a folder of this machine: safe before they are acknowledged, and checked whenever they are read."""

from __future__ import annotations

import fcntl
import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from intake.domain.blob import Listed, Stored, place
from intake.domain.errors import DamagedBlob, MissingBlob
from intake.store import spool

_PRIVATE = 0o700


class LocalBlobs:
    """Keeps blobs under `root`; see Blobs for what it promises. Only one machine may use a root."""

    def __init__(self, root: Path) -> None:
        self._root = root / "blobs"
        self._making = root / "making"  # in the same file system, so that a rename is all or nothing
        self._lock = root / "lock"
        for folder in (self._root, self._making):
            folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
        self._lock.touch(mode=0o600)

    def writer(self, limit: int) -> spool.Spool:
        return spool.Spool(self._making, limit, self._keep)

    def read(self, sha256: str) -> bytes:
        try:
            data = self._path(sha256).read_bytes()
        except FileNotFoundError as error:
            raise MissingBlob(sha256=sha256) from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise DamagedBlob(sha256=sha256)
        return data

    def has(self, sha256: str) -> bool:
        path = self._path(sha256)
        with self._locked(), suppress(FileNotFoundError):
            os.utime(path)
            return True
        return False

    def delete(self, sha256: str, *, older_than_s: float = 0.0) -> bool:
        path = self._path(sha256)
        with self._locked(), suppress(FileNotFoundError):
            if path.stat().st_mtime <= time.time() - older_than_s:
                path.unlink()
                return True
        return False

    def listed(self) -> Iterator[Listed]:
        for path in self._root.glob("??/??/*"):
            with suppress(FileNotFoundError):
                stat = path.stat()
                yield Listed(path.name, stat.st_size, stat.st_mtime)

    def sweep(self, older_than_s: float) -> int:
        return spool.sweep(self._making, older_than_s)

    def _path(self, sha256: str) -> Path:
        return self._root / place(sha256)

    def _keep(self, made: Path, stored: Stored) -> None:
        """Move a synced file to its name: over what is there, which is the same, or was damaged and is healed so."""
        path = self._path(stored.sha256)
        path.parent.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
        with self._locked():
            os.utime(made)  # its age counts from now, not from when its last byte came
            made.replace(path)
        for folder in (path.parent, path.parent.parent, self._root):
            _sync(folder)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """Keep a blob that is stored again from being deleted for its old age in the same moment."""
        with self._lock.open("rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def _sync(folder: Path) -> None:
    """Make the names in a folder survive the loss of power, whoever made them: a clean folder costs nothing."""
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
