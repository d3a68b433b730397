"""Blobs in memory, for tests of what uses them."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator

from intake.domain.blob import Listed, Stored, place
from intake.domain.errors import DamagedBlob, MissingBlob, StoreFull, TooLarge


class MemoryBlobs:
    """Promises what Blobs does, but for the loss of power; `room` is how many bytes fit in all."""

    def __init__(self, room: int = 1 << 40):
        self.room = room
        self.kept: dict[str, tuple[bytes, float]] = {}
        self.making: list[MemoryWriter] = []

    def writer(self, limit: int) -> MemoryWriter:
        return MemoryWriter(self, limit)

    def read(self, sha256: str) -> bytes:
        place(sha256)
        if sha256 not in self.kept:
            raise MissingBlob(sha256=sha256)
        data, _ = self.kept[sha256]
        if hashlib.sha256(data).hexdigest() != sha256:
            raise DamagedBlob(sha256=sha256)
        return data

    def has(self, sha256: str) -> bool:
        place(sha256)
        if sha256 not in self.kept:
            return False
        self.kept[sha256] = (self.kept[sha256][0], time.time())
        return True

    def delete(self, sha256: str, *, older_than_s: float = 0.0) -> bool:
        place(sha256)
        if sha256 not in self.kept or time.time() - self.kept[sha256][1] < older_than_s:
            return False
        del self.kept[sha256]
        return True

    def listed(self) -> Iterator[Listed]:
        for sha256, (data, modified) in list(self.kept.items()):
            yield Listed(sha256, len(data), modified)

    def sweep(self, older_than_s: float) -> int:
        before = time.time() - older_than_s
        old = [w for w in self.making if w.touched <= before]
        self.making = [w for w in self.making if w.touched > before]
        return len(old)


class MemoryWriter:
    def __init__(self, blobs: MemoryBlobs, limit: int):
        self.blobs, self.limit = blobs, limit
        self.data = bytearray()
        self.touched = time.time()
        blobs.making.append(self)

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        if self in self.blobs.making:
            self.blobs.making.remove(self)

    def write(self, chunk: bytes) -> None:
        if len(self.data) + len(chunk) > self.limit:
            raise TooLarge(limit=f"{self.limit / (1 << 20):g}")
        if sum(len(data) for data, _ in self.blobs.kept.values()) + len(self.data) + len(chunk) > self.blobs.room:
            raise StoreFull
        self.data += chunk
        self.touched = time.time()

    def finish(self) -> Stored:
        stored = Stored(hashlib.sha256(self.data).hexdigest(), len(self.data))
        self.blobs.kept[stored.sha256] = (bytes(self.data), time.time())
        return stored
