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
from sqlalchemy import make_url, select
from world import IS_SOAK, World, running

from intake.store.database import WAIT_S
from intake.store.tables import scan

pytestmark = pytest.mark.integration

RESTARTS = 3
BACK_S = 10.0
CLIENTS, LOCKED_S = 20, 20.0 if IS_SOAK else 7.0
SLACK_S = 4.0  # for a busy machine, on top of what a client may have to wait
POOLED, BESIDES = 40, 20  # threads that answer, and what reliability.md allows besides
FEW = 5  # connections of a server that is nearly full


def through_restarts(world: World, front: Front, server: Postgres) -> tuple[list[Said], list[float]]:
    """Let a client upload while the database is killed; returns what it was told, and how long it had to wait then."""
    said, waited, over = [], [], threading.Event()

    def upload() -> None:
        while not over.is_set():
            said.append(front.upload(len(said), ms=20))
            time.sleep(0.02)

    uploading = threading.Thread(target=upload)
    uploading.start()
    for _ in range(RESTARTS):
        time.sleep(1.5)
        server.stop()
        time.sleep(0.5)
        server.start()
        started, before = time.monotonic(), len(said)
        world.wait(lambda so_far=before: 201 in {each.status for each in said[so_far + 1 :]}, BACK_S)
        waited.append(time.monotonic() - started)
    over.set()
    uploading.join()
    return said, waited


def lost(world: World, said: list[Said]) -> set[str]:
    """Return the scans that were acknowledged and are not there."""
    taken = {each.body["scans"][0]["id"] for each in said if each.status == 201}
    with world.context.database.read() as connection:
        return taken - set(connection.execute(select(scan.c.id)).scalars())


def test_what_was_acknowledged_is_read_though_the_database_is_killed(distributed: World, postgres: Postgres):
    """F13."""
    with Front(distributed) as front, running(distributed.worker("nursery"), distributed.sweep()):
        said, waited = through_restarts(distributed, front, postgres)
        distributed.wait(distributed.is_done, 60)

    assert {each.status for each in said} == {201, 503}
    assert all(each.retry and each.code == "unavailable" for each in said if each.status == 503)
    assert max(waited) <= BACK_S
    assert not lost(distributed, said)
    assert set(distributed.states()) == {"read"}
    distributed.holds()


def test_without_waiting_for_the_commit_what_was_acknowledged_is_lost(lazy: tuple[World, Postgres]):
    world, server = lazy
    with Front(world, "promise") as front:
        said, _waited = through_restarts(world, front, server)

    assert lost(world, said)


@pytest.fixture
def lazy(tmp_path: Path) -> Iterator[tuple[World, Postgres]]:
    """Return a service whose database writes commits only when somebody waits for them, or after a while."""
    server = Postgres("wal_writer_delay=10s")
    server.start()
    made = World(tmp_path, INTAKE_DATABASE=server.url(server.database()))
    yield made, server
    made.close()
    server.process.kill()


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
