"""Stores blobs and acknowledges each on standard output, for a test that watches its system calls."""

from __future__ import annotations

import os
import random
import stat
import sys
from pathlib import Path

from intake.store import blobs


def main(root: Path, count: int, without: str) -> None:
    if without == "file":
        sync = os.fsync
        os.fsync = lambda fd: None if stat.S_ISREG(os.fstat(fd).st_mode) else sync(fd)
    if without == "folder":
        blobs._sync = lambda _folder: None
    store = blobs.LocalBlobs(root)
    chance = random.Random(1)
    for _ in range(count):
        with store.writer(1 << 20) as writer:
            for _ in range(3):
                writer.write(chance.randbytes(30_000))
            stored = writer.finish()
        os.write(1, f"stored {stored.sha256}\n".encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
