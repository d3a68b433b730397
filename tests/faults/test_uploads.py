"""Uploads whose process dies on the way: nothing is acknowledged that is not safe, and the same key brings the same."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys

import pytest
from sqlalchemy import func, select
from world import CLERK, ROOT, World

from intake.service.uploads import Arrived, take_in
from intake.store.tables import scan
from intake.work.check import check
from intake.work.garbage import collect

pytestmark = pytest.mark.integration

PROGRAM = ROOT / "tests" / "programs" / "upload.py"
NOW = -1.0  # seconds: even what was stored just now is old enough


def upload(world: World, key: str, point: str) -> str:
    """Upload in a process of its own, which dies at `point`; returns the id it was told, if it lived to tell."""
    env = {**os.environ, **world.env, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, str(PROGRAM), world.case, key, point]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr
    return done.stdout


def again(world: World, key: str) -> str:
    """Upload the same with the same key, as the client does that got no answer."""
    with world.context.blobs.writer(1 << 20) as writer:
        writer.write(json.dumps({"key": key}).encode())
        kept = writer.finish()
    return take_in(world.context, CLERK, world.case, [Arrived("scan.json", kept.sha256, kept.size)], key)[0].scan.id


def scans(world: World) -> int:
    with world.context.database.read() as connection:
        return connection.execute(select(func.count()).select_from(scan)).scalar_one()


@pytest.mark.parametrize("point", ["mid_blob", "after_blob", "after_commit"])
def test_an_upload_that_died_is_made_again_with_the_same_key_and_counts_once(world: World, point: str):
    """F4 and F5."""
    died = upload(world, "key", point)

    first, second = again(world, "key"), again(world, "key")

    assert died == ""
    assert first == second
    assert scans(world) == 1
    assert not check(world.context, deep=True).is_wrong


def test_bytes_without_a_row_are_collected_and_those_with_one_stay(world: World):
    """F5."""
    upload(world, "orphan", "after_blob")
    kept = world.upload().scan.sha256
    assert check(world.context).unnamed == 1

    collect(world.context, NOW)

    assert [blob.sha256 for blob in world.context.blobs.listed()] == [kept]


def test_files_of_writers_that_died_are_removed(world: World):
    """F4."""
    upload(world, "half", "mid_blob")
    making = world.settings.data / "making"
    assert list(making.iterdir())

    collect(world.context, NOW)

    assert not list(making.iterdir())
