"""Secrets that this machine makes for itself at its first start, each in a file that only its owner can read."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

KEY_BYTES = 32


def kept_key(folder: Path, name: str) -> bytes:
    """Return the key of this name; made when it is not there, and the same for all processes ever after."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / name
    if not path.exists():
        fresh = path.with_name(f".{name}.{os.getpid()}")
        write_private(fresh, secrets.token_bytes(KEY_BYTES))
        try:
            os.link(fresh, path)  # the first one wins
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_bytes()


def write_private(path: Path, data: bytes) -> None:
    """Write a file that only its owner can read, and have it on the disk before returning."""
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(number, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
