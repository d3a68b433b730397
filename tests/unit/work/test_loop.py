"""A worker lives on whatever a job does to it, and what is away costs a paper no attempt."""

from __future__ import annotations

import random
import threading
from pathlib import Path

import pytest
from desk import COURT, context
from sqlalchemy import select, update

from intake.domain.errors import StoreUnavailable, Unavailable, UnknownCoding
from intake.store import jobs
from intake.store.jobs import Kind, Task
from intake.store.tables import job
from intake.work import loop
from intake.work.bell import Bell
from intake.work.loop import Worker


class Failing:
    """A worker whose every job raises `error`."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, error: Exception):
        self.service = context(folder)
        self.said = []

        def fail(*_given: object) -> None:
            raise error

        monkeypatch.setitem(loop.WORK, Kind.READ, fail)
        told = lambda event, **facts: self.said.append((event, facts.get("error")))  # noqa: E731
        self.worker = Worker(self.service, None, "w", 60.0, told, random.Random(1))
        with self.service.database.write() as connection:
            jobs.enqueue(connection, Task(Kind.READ, "scan", COURT))

    def row(self):
        with self.service.database.read() as connection:
            return connection.execute(select(job.c.state, job.c.attempts, job.c.last_error)).one()


@pytest.mark.parametrize("error", [MemoryError(), OSError(5, "no"), ValueError("ours"), UnknownCoding()])
def test_a_job_that_fails_is_tried_later_and_the_worker_lives(tmp_path, monkeypatch, error):
    failing = Failing(tmp_path, monkeypatch, error)

    failing.worker.drain(threading.Event())

    assert tuple(failing.row())[:2] == ("ready", 1)
    assert failing.said[0][0] == "job_failed"


@pytest.mark.parametrize("error", [Unavailable(part="database"), StoreUnavailable()])
def test_what_is_away_costs_a_paper_no_attempt(tmp_path, monkeypatch, error):
    failing = Failing(tmp_path, monkeypatch, error)

    failing.worker.drain(threading.Event())

    assert tuple(failing.row())[:2] == ("ready", 0)


def test_a_worker_that_is_to_stop_claims_nothing(tmp_path, monkeypatch):
    failing, stop = Failing(tmp_path, monkeypatch, ValueError()), threading.Event()
    stop.set()

    assert failing.worker.drain(stop) == 0
    assert failing.row().attempts == 0


def test_a_job_that_went_to_another_meanwhile_is_left_to_it(tmp_path, monkeypatch):
    failing = Failing(tmp_path, monkeypatch, ValueError())

    def stolen(service, _reader, held):
        with service.database.write() as connection:
            connection.execute(update(job).values(fence=job.c.fence + 1))
            jobs.still_mine(connection, held.lease)

    monkeypatch.setitem(loop.WORK, Kind.READ, stolen)
    failing.worker.one()

    assert [event for event, _ in failing.said] == ["job_fenced"]


def test_who_rings_the_bell_stays_until_the_worker_has_looked():
    bell, order = Bell(), []

    def ring() -> None:
        bell.ring(5)
        order.append("rung")

    thread = threading.Thread(target=ring)
    thread.start()
    bell.wait(5)
    order.append("looked")
    bell.done()
    thread.join()

    assert order == ["looked", "rung"]
