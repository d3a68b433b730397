"""A database that is killed, locked or crowded: nobody is told "taken" of what is lost, and work goes on by itself."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from front import Front, Said
from servers.postgres import Postgres
from sqlalchemy import make_url
from world import World, running

from intake.domain.errors import Unavailable
from intake.store.database import WAIT_S

pytestmark = pytest.mark.integration

RESTARTS = 3
CLIENTS, LOCKED_S = 20, 7.0
SLACK_S = 4.0  # for a busy machine, on top of what a client may have to wait
POOLED, BESIDES = 40, 20  # threads that answer, and what reliability.md allows besides
FEW = 5  # connections of a server that is nearly full


def test_what_was_acknowledged_is_read_though_the_database_is_killed(distributed: World, postgres: Postgres):
    """F13."""
    taken, refused, over = [], [], threading.Event()

    def upload() -> None:
        while not over.is_set():
            try:
                taken.append(distributed.upload(ms=20).scan.id)
            except Unavailable:
                refused.append(time.monotonic())
            time.sleep(0.05)

    with running(distributed.worker("nursery"), distributed.sweep()):
        uploading = threading.Thread(target=upload)
        uploading.start()
        for _ in range(RESTARTS):
            time.sleep(1.5)
            postgres.stop()
            time.sleep(0.5)
            postgres.start()
        time.sleep(1)
        over.set()
        uploading.join()
        distributed.wait(distributed.is_done, 60)

    assert refused
    assert set(taken) <= set(distributed.reads_per_scan())
    distributed.holds()


@contextmanager
def locked(world: World) -> Iterator[None]:
    """Hold what everybody who puts something into the queue needs."""
    url = make_url(world.settings.database_url)
    if url.get_backend_name() == "sqlite":
        held = sqlite3.connect(str(url.database), isolation_level=None)
        held.execute("BEGIN EXCLUSIVE")
    else:
        held = psycopg.connect(world.settings.database_url.replace("+psycopg", ""))
        held.execute("LOCK TABLE job")
    try:
        yield
    finally:
        held.rollback()
        held.close()


def under_lock(world: World, front: Front) -> tuple[list[Said], int]:
    """Let clients upload while the queue is locked; returns what they were told, and the most threads that answered."""
    threads, said, over = [front.threads], [], threading.Event()

    def upload(client: int) -> None:
        number = 0
        while not over.is_set():
            number += 1
            said.append(front.upload(1000 * client + number))
            threads.append(front.threads)

    with locked(world):
        clients = [threading.Thread(target=upload, args=(n,)) for n in range(1, CLIENTS + 1)]
        for client in clients:
            client.start()
        time.sleep(LOCKED_S)
        over.set()
    for client in clients:
        client.join()
    return said, max(threads)


def test_nobody_waits_for_ever_while_the_queue_is_locked(world: World):
    """F14."""
    with Front(world) as front, running(world.worker()):
        front.upload(1)
        world.wait(world.is_done, 30)
        said, threads = under_lock(world, front)
        started = time.monotonic()
        after = front.upload(2)
        spent_s = time.monotonic() - started
        world.wait(world.is_done, 30)

    told = Counter(each.status for each in said)
    assert set(told) <= {201, 503}
    assert told[503] >= CLIENTS
    assert all(each.retry and each.code == "unavailable" for each in said if each.status == 503)
    assert max(each.seconds for each in said) < WAIT_S + SLACK_S
    assert threads <= POOLED + BESIDES
    assert (after.status, spent_s < SLACK_S) == (201, True)
    assert sum(world.states().values()) == 2 + told[201]
    world.holds()


def test_without_limits_clients_wait_as_long_as_the_lock_is_held(distributed: World):
    with Front(distributed, "limits") as front:
        said, _threads = under_lock(distributed, front)

    assert {each.status for each in said} == {201}
    assert min(each.seconds for each in said) > LOCKED_S - 1


@pytest.fixture(scope="module")
def nearly_full() -> Iterator[Postgres]:
    """Return a server that lets hardly anybody in."""
    server = Postgres(f"max_connections={FEW}", "superuser_reserved_connections=0", "max_wal_senders=0")
    server.start()
    yield server
    server.process.kill()


def crowd(world: World, *without: str) -> tuple[list[Said], list[Said]]:
    """Ask for more connections at once than there are; returns what was told then, and what one by one afterwards."""
    front = Front(world, *without)
    world.close()  # what the test itself held
    with front:
        world.close()
        said = front.at_once(CLIENTS, lambda n: front.upload(n) if n % 2 else front.ask("/api/v1/cases"))
        return said, [front.upload(CLIENTS + n) for n in range(2 * FEW)]


@pytest.fixture
def small(nearly_full: Postgres, tmp_path: Path) -> Iterator[World]:
    """Return a service whose database lets hardly anybody in."""
    made = World(tmp_path, INTAKE_DATABASE=nearly_full.url(nearly_full.database()))
    yield made
    made.close()


def test_who_finds_no_connection_is_told_to_come_again(small: World):
    """F15."""
    said, later = crowd(small)
    with running(small.worker()):
        small.wait(small.is_done, 60)

    told = Counter(each.status for each in said)
    assert set(told) <= {200, 201, 503}
    assert told[503] > 0
    assert all(each.retry for each in said if each.status == 503)
    assert {each.status for each in later} == {201}
    assert small.states() == {"read": told[201] + len(later)}
    small.holds()


def test_without_telling_it_apart_a_full_server_is_a_fault_of_ours(small: World):
    said, _later = crowd(small, "apart")

    assert 500 in {each.status for each in said}
