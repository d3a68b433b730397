"""Uploads whose process dies on the way: nothing is acknowledged that is not safe, and the same key brings the same."""

from __future__ import annotations

import json
import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import suppress

import pytest
from front import Front, Said, form, form_headers
from sqlalchemy import func, select
from world import CLERK, IS_SOAK, ROOT, World

from intake.service.uploads import Arrived, take_in
from intake.store.tables import scan
from intake.work.check import check
from intake.work.garbage import collect

pytestmark = pytest.mark.integration

PROGRAM = ROOT / "tests" / "programs" / "upload.py"
NOW = -1.0  # seconds: even what was stored just now is old enough
KILLS, EACH, LARGE = 10 if IS_SOAK else 1, 5, 20 << 20  # uploads under way when the API is killed, and their bytes
FLOOD, HUGE = 50, (50 if IS_SOAK else 10) * 1_000_000
A_REQUEST_MB, ALL_MB = 2, 300


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


def cut(front: Front, number: int, size: int, end: threading.Event) -> None:
    """Send an upload up to a byte by chance, the last one included, and stay until the end."""
    headers = {"Host": "x", **front.headers, **form_headers(number, size)}
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    left = random.Random(number).choice([size + 1000, random.Random(number).randrange(size)])
    with suppress(OSError), socket.create_connection(("127.0.0.1", front.port), 10) as connection:
        connection.sendall(f"POST {front.scans} HTTP/1.1\r\n{head}\r\n".encode())
        for piece in form(number, size):
            connection.sendall(piece[:left])
            left -= len(piece[:left])
        end.wait()


def cut_off(front: Front, size: int, kills: int = KILLS) -> list[Said]:
    """Kill the API again and again while uploads are under way; then send all again, twice."""
    numbers = range(1, kills * EACH + 1)
    for kill in range(kills):
        end = threading.Event()
        with front:
            given = [(front, number, size, end) for number in numbers[kill * EACH :][:EACH]]
            clients = [threading.Thread(target=cut, args=each) for each in given]
            for client in clients:
                client.start()
            time.sleep(random.Random(kill).uniform(0.1, 0.6))
        end.set()
        for client in clients:
            client.join()
    with front:
        return [front.stream(number, size) for number in (*numbers, *numbers)]


def test_uploads_whose_api_was_killed_are_taken_in_once_when_they_come_again(world: World):
    """F4, over HTTP: at any byte, and with its answer under way."""
    said = cut_off(Front(world), LARGE)

    ids = [each.body["scans"][0]["id"] for each in said]
    assert {each.status for each in said} <= {200, 201}
    assert ids[: len(ids) // 2] == ids[len(ids) // 2 :]
    assert scans(world) == len(set(ids)) == KILLS * EACH
    collect(world.context, NOW)
    assert not list((world.settings.data / "making").iterdir())
    report = check(world.context, deep=True)
    assert (report.is_wrong, report.unnamed) == (False, 0)


def test_without_keys_they_are_taken_in_more_than_once(embedded: World):
    assert {each.status for each in cut_off(Front(embedded, "keys"), 1 << 16, 1)} == {201}
    assert scans(embedded) > EACH


def flooded(front: Front) -> tuple[list[Said], int, int]:
    """Upload all at once; returns what was told, the most memory of the API in MB, and by how much it grew."""
    with front:
        front.stream(0, 1 << 20)
        before = front.peak_mb
        said = front.at_once(FLOOD, lambda number: front.stream(number + 1, HUGE))
        return said, front.peak_mb, front.peak_mb - before


def test_a_flood_of_uploads_takes_little_memory_and_who_finds_no_place_is_told_to_come_again(distributed: World):
    """F28."""
    said, peak_mb, grown_mb = flooded(Front(distributed))

    told = Counter(each.status for each in said)
    sys.stdout.write(f"F28  API at most {peak_mb} MB, {grown_mb} more than before; {told}\n")
    assert set(told) == {201, 429}
    assert all(each.retry and each.code == "too_many_uploads" for each in said if each.status == 429)
    assert grown_mb <= A_REQUEST_MB * FLOOD
    assert peak_mb <= ALL_MB + A_REQUEST_MB * FLOOD
    assert scans(distributed) == told[201] + 1
    assert not check(distributed.context, deep=True).is_wrong


def test_without_streaming_a_flood_of_uploads_fills_the_memory(distributed: World):
    *_rest, grown_mb = flooded(Front(distributed, "stream"))

    assert grown_mb > A_REQUEST_MB * FLOOD
