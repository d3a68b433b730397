"""What Blobs promises, asked of every store."""

from __future__ import annotations

import hashlib
import os
import random
import threading
import time

import obstore
import pytest
from blobs import MemoryBlobs
from servers.bucket import store_at

from intake.domain.blob import Stored, place
from intake.domain.errors import DamagedBlob, MissingBlob, TooLarge
from intake.ports import Blobs
from intake.store.blobs import LocalBlobs
from intake.store.s3 import S3Blobs

pytestmark = pytest.mark.integration

LIMIT = 1 << 20
SCAN = random.Random(1).randbytes(200_000)


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def put(blobs: Blobs, data: bytes = SCAN, chunk: int = 65_536) -> Stored:
    with blobs.writer(LIMIT) as writer:
        for i in range(0, len(data), chunk):
            writer.write(data[i : i + chunk])
        return writer.finish()


class Local(LocalBlobs):
    def bend(self, name: str, data: bytes) -> None:
        self._path(name).write_bytes(data)

    def age(self, name: str, seconds: float) -> None:
        then = time.time() - seconds
        os.utime(self._path(name), (then, then))

    def leave(self) -> None:
        """Begin a writer and lose it."""
        (self._making / "left").write_bytes(b"half")
        os.utime(self._making / "left", (0, 0))


class Memory(MemoryBlobs):
    def bend(self, name: str, data: bytes) -> None:
        self.kept[name] = (data, time.time())

    def age(self, name: str, seconds: float) -> None:
        self.kept[name] = (self.kept[name][0], time.time() - seconds)

    def leave(self) -> None:
        self.writer(LIMIT).touched = 0


class S3(S3Blobs):
    def bend(self, name: str, data: bytes) -> None:
        obstore.put(self.store, place(name), data)

    def leave(self) -> None:
        (self.staging / "left").write_bytes(b"half")
        os.utime(self.staging / "left", (0, 0))


@pytest.fixture(params=["local", "moto", "weed", "memory"])
def blobs(request, tmp_path) -> Blobs:
    if request.param == "local":
        return Local(tmp_path)
    if request.param == "memory":
        return Memory()
    if request.param == "weed":
        return S3(request.getfixturevalue("weed").store(), tmp_path, lambda: 0.5, sleep=lambda _s: None)
    server = request.getfixturevalue("s3_server")
    return S3(store_at(server.port), tmp_path, lambda: 0.5, sleep=lambda _s: None)


@pytest.fixture(params=["local", "memory"])
def aging(request, tmp_path) -> Blobs:
    """Return a store whose blobs can be made older."""
    return Local(tmp_path) if request.param == "local" else Memory()


def test_what_was_stored_is_read(blobs):
    stored = put(blobs)

    assert stored == Stored(sha256(SCAN), len(SCAN))
    assert blobs.read(stored.sha256) == SCAN


def test_nothing_is_a_blob_too(blobs):
    assert blobs.read(put(blobs, b"").sha256) == b""


def test_a_blob_is_listed_with_its_size_and_age(blobs):
    put(blobs)

    (listed,) = blobs.listed()

    assert (listed.sha256, listed.size) == (sha256(SCAN), len(SCAN))
    assert abs(time.time() - listed.modified) < 10


def test_storing_twice_keeps_one(blobs):
    assert put(blobs) == put(blobs, chunk=1000)
    assert len(list(blobs.listed())) == 1


def test_one_byte_more_than_the_limit_is_refused(blobs):
    with blobs.writer(10) as writer:
        writer.write(bytes(10))
        with pytest.raises(TooLarge):
            writer.write(b"x")

    assert not list(blobs.listed())
    assert blobs.sweep(0) == 0


def test_the_limit_itself_is_allowed(blobs):
    with blobs.writer(10) as writer:
        writer.write(bytes(10))
        assert writer.finish().size == 10


def test_a_writer_that_is_left_leaves_nothing(blobs):
    with blobs.writer(LIMIT) as writer:
        writer.write(SCAN)

    assert not list(blobs.listed())
    assert blobs.sweep(0) == 0


def test_a_missing_blob_is_said_to_be_missing(blobs):
    with pytest.raises(MissingBlob):
        blobs.read(sha256(SCAN))


@pytest.mark.parametrize("bent", [bytes([SCAN[0] ^ 1]) + SCAN[1:], SCAN[:-1], b"", SCAN + b"x"])
def test_damage_is_never_served(blobs, bent):
    blobs.bend(put(blobs).sha256, bent)

    with pytest.raises(DamagedBlob):
        blobs.read(sha256(SCAN))


def test_storing_again_heals_damage(blobs):
    blobs.bend(put(blobs).sha256, b"damage")

    put(blobs)

    assert blobs.read(sha256(SCAN)) == SCAN


def test_a_deleted_blob_is_gone(blobs):
    name = put(blobs).sha256

    assert blobs.delete(name)
    assert not blobs.delete(name)
    assert not list(blobs.listed())


def test_a_young_blob_is_not_deleted(blobs):
    name = put(blobs).sha256

    assert not blobs.delete(name, older_than_s=60)
    assert blobs.read(name) == SCAN


def test_an_old_blob_is_deleted(aging):
    aging.age(put(aging).sha256, 100)

    assert aging.delete(sha256(SCAN), older_than_s=60)


def test_storing_again_makes_its_age_zero(aging):
    aging.age(put(aging).sha256, 100)

    put(aging)

    assert not aging.delete(sha256(SCAN), older_than_s=60)


def test_a_blob_is_there_or_not(blobs):
    assert not blobs.has(sha256(SCAN))

    assert blobs.has(put(blobs).sha256)
    assert blobs.read(sha256(SCAN)) == SCAN


def test_asking_for_a_blob_makes_its_age_zero(aging):
    aging.age(put(aging).sha256, 100)

    assert aging.has(sha256(SCAN))
    assert not aging.delete(sha256(SCAN), older_than_s=60)


def test_asking_for_an_old_blob_in_a_bucket_writes_it_again(s3_server, tmp_path):
    blobs = S3(store_at(s3_server.port), tmp_path, lambda: 0.5, young_s=0.0)
    put(blobs)
    first = next(blobs.listed())
    time.sleep(1.1)  # the store counts whole seconds

    assert blobs.has(sha256(SCAN))

    assert next(blobs.listed()).modified > first.modified


def test_an_old_blob_in_a_bucket_is_written_again(s3_server, tmp_path):
    blobs = S3(store_at(s3_server.port), tmp_path, lambda: 0.5, young_s=0.0)
    put(blobs)
    first = next(blobs.listed())
    time.sleep(1.1)  # the store counts whole seconds

    put(blobs)

    assert next(blobs.listed()).modified > first.modified


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "a" * 63, "A" * 64, "g" * 64, "a" * 64 + "\n", "a" * 65])
def test_only_a_digest_names_a_blob(blobs, name):
    with pytest.raises(ValueError, match="64"):
        blobs.read(name)
    with pytest.raises(ValueError, match="64"):
        blobs.has(name)
    with pytest.raises(ValueError, match="64"):
        blobs.delete(name)


def test_what_lost_writers_left_is_swept(blobs):
    blobs.leave()
    with blobs.writer(LIMIT) as writer:
        writer.write(SCAN)

        assert blobs.sweep(60) == 1
        assert blobs.read(writer.finish().sha256) == SCAN


def test_many_writers_of_the_same_and_other_blobs(blobs):
    scans = [random.Random(i % 4).randbytes(50_000) for i in range(16)]
    threads = [threading.Thread(target=put, args=(blobs, scan)) for scan in scans]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert {b.sha256 for b in blobs.listed()} == {sha256(scan) for scan in scans}
    assert all(blobs.read(sha256(scan)) == scan for scan in scans)
