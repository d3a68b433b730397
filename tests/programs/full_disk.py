"""Fills a small disk of its own with blobs and says what came of it: run in a mount namespace of its own."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

from intake.domain.errors import StoreFull
from intake.store.blobs import LocalBlobs
from intake.store.spool import Spool

BLOB = 1 << 20


class Littering(Spool):
    """Forgets to tidy up."""

    def __exit__(self, *_error):
        self._file.close()


class Littered(LocalBlobs):
    def writer(self, limit: int) -> Spool:
        return Littering(self._making, limit, self._keep)


def put(blobs: LocalBlobs, data: bytes) -> str:
    with blobs.writer(BLOB) as writer:
        for i in range(0, BLOB, 65_536):
            writer.write(data[i : i + 65_536])
        return writer.finish().sha256


def main(root: Path, options: str, kind: str) -> None:
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", root], check=True)  # noqa: S607
    blobs = {"whole": LocalBlobs, "littered": Littered}[kind](root)
    chance = random.Random(1)
    stored, full = [], ""
    for _ in range(100):
        try:
            stored.append(put(blobs, chance.randbytes(BLOB)))
        except StoreFull as error:
            full = error.code
            break
    whole = sum(len(blobs.read(b.sha256)) == BLOB for b in blobs.listed())
    left = len(list(blobs._making.iterdir()))
    blobs.delete(stored[0])
    blobs.delete(stored[1])
    os.removedirs(blobs._path(stored[0]).parent)  # where names run out, not room
    again = put(blobs, chance.randbytes(BLOB)) if kind == "whole" else ""
    seen = sorted(b.sha256 for b in blobs.listed()) == sorted([*stored[2:], again])
    json.dump({"stored": len(stored), "full": full, "whole": whole, "left": left, "seen": seen}, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
