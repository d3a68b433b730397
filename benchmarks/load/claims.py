"""Measures how many jobs a second can be claimed and ended on PostgreSQL while idle workers look for work.

The database must be empty; the bar of issue 6 is 300 claims a second with 50 idle workers that look every second.
"""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.synchronize import Event

from intake.domain.states import JobState
from intake.store import jobs, schema
from intake.store.database import open_database
from intake.store.ids import new_id
from intake.store.jobs import Kind, Task

JOBS, COURTS = 1500, 20
CLAIMERS, IDLE, IDLE_PROCESSES = 4, 50, 2
LOOK_S = 1.0


@dataclass(frozen=True, slots=True)
class Claims:
    """Jobs a second that processes took together."""

    what: str
    a_second: float


def claims(url: str) -> Iterator[Claims]:
    """Measure jobs claimed a second, and claimed and ended a second."""
    schema.migrate(open_database(url))
    context = multiprocessing.get_context("spawn")
    over = context.Event()
    idle = [context.Process(target=_look, args=(url, over, IDLE // IDLE_PROCESSES)) for _ in range(IDLE_PROCESSES)]
    for process in idle:
        process.start()
    for ends, what in ((False, "claim"), (True, "claim and end")):
        _fill(url)
        yield Claims(what, _rate(url, ends=ends))
    over.set()
    for process in idle:
        process.join()


def _fill(url: str) -> None:
    database = open_database(url)
    for start in range(0, JOBS, 500):
        with database.write() as connection:
            for number in range(start, start + 500):
                jobs.enqueue(connection, Task(Kind.READ, new_id(), f"court-{number % COURTS}"))


def _rate(url: str, *, ends: bool) -> float:
    """Return how many jobs a second some processes take together."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(CLAIMERS, _warm, (url,)) as pool:
        pool.map(_nothing, range(CLAIMERS * 4))
        started = time.perf_counter()
        done = sum(pool.starmap(_claim, [(url, ends)] * CLAIMERS, chunksize=1))
        return done / (time.perf_counter() - started)


def _warm(url: str) -> None:
    with open_database(url).read():
        return


def _nothing(_number: int) -> None:
    time.sleep(0.05)


def _claim(url: str, ends: bool) -> int:  # noqa: FBT001 as starmap gives it
    """Claim until nothing is left, each claim a unit of its own, as workers do."""
    database, done = open_database(url), 0
    while True:
        with database.once() as connection:
            lease = jobs.claim(connection, "claimer", 600)
        if lease is None:
            return done
        done += 1
        if ends:
            with database.write() as connection:
                jobs.finish(connection, lease, JobState.DONE)


def _look(url: str, over: Event, workers: int) -> None:
    """Look for work as so many idle workers do: of a kind that nobody brings."""
    database = open_database(url)
    while not over.wait(LOOK_S / workers):
        with database.once() as connection:
            jobs.claim(connection, "idle", 1, (Kind.EXTRACT,))
