"""Full disks, failing networks and lost power: no blob that was acknowledged is lost, none is served damaged."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import obstore
import pytest
from servers.bucket import store_at

from intake.domain.blob import place
from intake.domain.errors import DamagedBlob, MissingBlob, StoreUnavailable
from intake.store.s3 import FIRST_WAIT_S, RETRIES, S3Blobs

pytestmark = pytest.mark.integration

ROOT = Path(__file__).parent.parent.parent
PROGRAMS = ROOT / "tests" / "programs"
FAULTS = ("503", "500", "slow", "reset", "404", "half", "flip")
SCAN = random.Random(2).randbytes(40_000)
UPLOADS = 50


def run(*command: str | Path) -> str:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([str(c) for c in command], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def fill(folder: Path, options: str, kind: str = "whole") -> dict[str, object]:
    apart = ["unshare", "--mount", *([] if os.getuid() == 0 else ["--user", "--map-root-user"])]
    return json.loads(run(*apart, sys.executable, PROGRAMS / "full_disk.py", folder, options, kind))


@pytest.mark.parametrize("options", ["size=8m", "size=64m,nr_inodes=30"], ids=["no room", "no names"])
def test_a_full_disk_refuses_and_goes_on_when_there_is_room(tmp_path, options):
    came = fill(tmp_path, options)

    assert came["full"] == "store_full"
    assert came["stored"] == came["whole"] > 3
    assert came["left"] == 0
    assert came["seen"]


def test_a_store_that_does_not_tidy_up_is_caught(tmp_path):
    assert fill(tmp_path, "size=8m", "littered")["left"] > 0


def put(blobs: S3Blobs, data: bytes) -> str:
    with blobs.writer(1 << 20) as writer:
        writer.write(data)
        return writer.finish().sha256


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def blobs(s3_proxy, tmp_path, waits) -> S3Blobs:
    return S3Blobs(store_at(s3_proxy.port), tmp_path, random.Random(3).random, sleep=waits.append)


def test_three_in_ten_requests_fail_and_nothing_is_lost_or_wrong(s3_server, s3_proxy, blobs, tmp_path):
    chance = random.Random(4)
    scans = [random.Random(i).randbytes(20_000) for i in range(30)]
    s3_proxy.plan_all(chance.choice(FAULTS) if chance.random() < 0.3 else None for _ in range(1000))

    names = [put(blobs, scan) for scan in scans]
    read = [blobs.read(name) for name in names]

    behind = S3Blobs(store_at(s3_server.port), tmp_path, chance.random)
    assert read == scans
    assert [behind.read(name) for name in names] == scans
    assert set(FAULTS) <= {fault for _, fault in s3_proxy.seen}


def test_bytes_that_stay_bent_are_never_served(s3_proxy, blobs):
    name = put(blobs, SCAN)
    s3_proxy.plan(*["flip"] * 20)

    with pytest.raises(DamagedBlob):
        blobs.read(name)
    assert s3_proxy.seen == [("GET", "flip")] * (1 + RETRIES)


class Trusting(S3Blobs):
    """Believes what comes."""

    def _read(self, sha256):
        return bytes(obstore.get(self.store, place(sha256)).bytes())


def test_without_the_check_bent_bytes_would_be_served(s3_proxy, blobs, tmp_path):
    name = put(blobs, SCAN)
    s3_proxy.plan("flip")

    assert Trusting(store_at(s3_proxy.port), tmp_path, lambda: 0.5).read(name) != SCAN


@pytest.mark.parametrize("fault", ["503", "500", "reset", "half"])
def test_a_store_that_stays_away_is_asked_five_times(s3_proxy, blobs, waits, fault):
    name = put(blobs, SCAN)
    s3_proxy.plan(*[fault] * 20)

    with pytest.raises(StoreUnavailable):
        blobs.read(name)
    assert len(s3_proxy.seen) == 1 + RETRIES
    assert all(FIRST_WAIT_S * 2**n / 2 <= w <= FIRST_WAIT_S * 2**n for n, w in enumerate(waits))
    assert len(set(waits)) == RETRIES


def test_what_is_missing_only_now_is_found(s3_proxy, blobs):
    name = put(blobs, SCAN)
    s3_proxy.plan("404", "404", None)

    assert blobs.read(name) == SCAN


def test_what_stays_missing_is_said_to_be_missing(s3_proxy, blobs):
    name = put(blobs, SCAN)
    s3_proxy.plan(*["404"] * 20)

    with pytest.raises(MissingBlob):
        blobs.read(name)


def test_a_put_whose_answer_was_lost_is_stored_once_and_checked(s3_proxy, blobs):
    s3_proxy.plan("reset")

    name = put(blobs, SCAN)

    assert Counter(method for method, _ in s3_proxy.seen)["PUT"] == 2  # the second one is refused: it is there
    assert blobs.read(name) == SCAN


@pytest.mark.parametrize("fault", ["503", "404"])
def test_a_store_that_is_away_at_a_put_leaves_no_staged_file(s3_proxy, blobs, tmp_path, fault):
    s3_proxy.plan(*[fault] * 20)

    with pytest.raises(StoreUnavailable):
        put(blobs, SCAN)
    assert not list(tmp_path.iterdir())


CALL = re.compile(r"^(?:\[pid +)?\d*\]? *(\w+)\((.*)\) = (-?\d+)")
FD = re.compile(r"^\d+<([^>]+)>")


def calls(trace: str) -> list[tuple[str, str]]:
    """Return name and arguments of the calls that succeeded."""
    found = (CALL.match(line) for line in trace.splitlines())
    return [(m[1], m[2]) for m in found if m and int(m[3]) >= 0]


def violations(trace: str, root: Path) -> list[str]:
    """Check of every acknowledged blob: written, then synced, then renamed, then its folders synced, then told."""
    at: dict[tuple[str, str], int] = {}
    renamed: dict[str, str] = {}
    wrong, told = [], 0
    for i, (name, arguments) in enumerate(calls(trace)):
        if name in {"write", "fsync"} and (file := FD.match(arguments)):
            at[name, file[1]] = i
        if name == "rename":
            old, new = re.findall(r'"([^"]+)"', arguments)
            renamed[Path(new).name] = old
            at["rename", new] = i
        if name == "write" and "stored " in arguments:
            told += 1
            digest = re.search(r"stored ([0-9a-f]{64})", arguments)[1]
            made, final = renamed[digest], root / "blobs" / digest[:2] / digest[2:4] / digest
            order = [at.get(("write", made), -1), at.get(("fsync", made), -1), at.get(("rename", str(final)), -1)]
            folders = [at.get(("fsync", str(folder)), -1) for folder in list(final.parents)[:3]]
            if -1 in order or order != sorted(order) or min(folders) < order[-1]:
                wrong.append(digest)
    assert told == UPLOADS
    return wrong


def traced(tmp_path: Path, without: str = "nothing") -> list[str]:
    if not shutil.which("strace"):
        pytest.fail("This test watches system calls. Run: sudo apt-get install -y strace")
    trace = tmp_path / "trace"
    root = tmp_path / "root"
    program = [sys.executable, PROGRAMS / "store_blobs.py", root, str(UPLOADS), without]
    run("strace", "-f", "-y", "-s", "200", "-e", "trace=write,fsync,rename", "-o", trace, *program)
    return violations(trace.read_text(), root)


def test_a_blob_is_on_the_disk_before_it_is_acknowledged(tmp_path):
    assert traced(tmp_path) == []


@pytest.mark.parametrize("without", ["file", "folder"])
def test_a_store_that_does_not_sync_is_caught(tmp_path, without):
    assert len(traced(tmp_path, without)) == UPLOADS
