"""The S3 that compose.yaml comes with keeps what it acknowledged: SeaweedFS itself, run as it is run there."""

from __future__ import annotations

import random
import re
import shutil
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest
from servers.weed import Weed
from world import IS_SOAK

from intake.domain.errors import StoreUnavailable
from intake.store.s3 import S3Blobs

pytestmark = pytest.mark.integration

SCANS, KILLS = (60, 3) if IS_SOAK else (30, 1)
PATIENCE = 10  # reads of three seconds each
NAMES, BYTES = "names.db", re.compile(r"intake_\d+\.dat")


def blobs_of(server: Weed, folder: Path) -> S3Blobs:
    return S3Blobs(server.store(), folder, random.Random(1).random)


def put(blobs: S3Blobs, data: bytes) -> str:
    with blobs.writer(1 << 20) as writer:
        writer.write(data)
        return writer.finish().sha256


def read(blobs: S3Blobs, name: str) -> bytes:
    """Read as a worker does, again while the store says of itself that it cannot: it answers before its files do."""
    for _ in range(PATIENCE):
        with suppress(StoreUnavailable):
            return blobs.read(name)
    return blobs.read(name)


def test_the_bucket_is_made_once_and_may_be_made_again(weed: Weed, tmp_path: Path):
    made = [weed.make_bucket() for _ in range(2)]

    blobs = blobs_of(weed, tmp_path)
    assert [each.returncode for each in made] == [0, 0], made
    assert not list(blobs.listed())
    assert blobs.read(put(blobs, b"scan")) == b"scan"


def test_the_bucket_is_made_though_who_makes_it_is_there_before_the_store(tmp_path: Path):
    server = Weed()

    def try_again() -> None:
        """Do as compose does: one that waits for the store ends by itself, one that failed is started again."""
        while server.make_bucket().returncode:
            time.sleep(0.5)

    maker = threading.Thread(target=try_again)
    maker.start()
    server.process.start()
    maker.join()

    blobs = blobs_of(server, tmp_path)
    assert blobs.read(put(blobs, b"scan")) == b"scan"
    server.process.kill()


def test_what_was_acknowledged_is_there_after_kills(weed: Weed, tmp_path: Path):
    weed.make_bucket()
    blobs, kept, done = blobs_of(weed, tmp_path), {}, threading.Event()

    def send() -> None:
        for number in range(SCANS):
            data = random.Random(number).randbytes(50_000)
            try:
                kept[put(blobs, data)] = data
            except StoreUnavailable:
                continue
        done.set()

    sender = threading.Thread(target=send)
    sender.start()
    for _ in range(KILLS):
        done.wait(0.5)
        weed.process.kill()
        weed.process.start()
    sender.join()

    assert len(kept) > SCANS // 2
    assert all(read(blobs, name) == data for name, data in kept.items())


def synced(tmp_path: Path, *, is_asked: bool, **settings: str) -> set[str]:
    """Return the files that were synced while one scan was stored."""
    if not shutil.which("strace"):
        pytest.fail("This test watches system calls. Run: sudo apt-get install -y strace")
    trace = tmp_path / "trace"
    server = Weed(("strace", "-f", "-y", "-e", "trace=fsync,fdatasync", "-o", str(trace)), **settings)
    server.process.start()
    if is_asked:
        assert server.make_bucket().returncode == 0
    blobs = blobs_of(server, tmp_path)
    put(blobs, b"the first one, for which files are made")
    before = trace.stat().st_size
    put(blobs, b"scan")
    seen = trace.read_bytes()[before:].decode()
    server.process.kill()
    return {Path(name).name for name in re.findall(r"sync\(\d+<([^>]+)>", seen)}


def test_a_scan_is_on_the_disk_before_it_is_acknowledged(tmp_path: Path):
    names = synced(tmp_path, is_asked=True)

    assert NAMES in names
    assert any(BYTES.fullmatch(name) for name in names)


def test_without_being_asked_it_syncs_neither_bytes_nor_names(tmp_path: Path):
    names = synced(tmp_path, is_asked=False, WEED_SQLITE_ENABLED="false", WEED_LEVELDB2_ENABLED="true")

    assert NAMES not in names
    assert not any(BYTES.fullmatch(name) for name in names)
