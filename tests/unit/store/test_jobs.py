"""The queue: leases, fences, turns and attempts."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from intake.domain.errors import Fenced
from intake.domain.states import JobState
from intake.store import jobs
from intake.store.database import Database, open_database
from intake.store.jobs import Kind, Lease, Priority, Task
from intake.store.tables import metadata

LONG, OVER = 60.0, -1.0  # seconds of a lease that holds, and of one that is over as soon as it is given


@pytest.fixture
def database(tmp_path: Path) -> Database:
    opened = open_database(f"sqlite:///{tmp_path}/intake.db")
    metadata.create_all(opened.engine)
    return opened


def queued(database: Database, *tasks: Task) -> None:
    with database.write() as connection:
        for task in tasks:
            jobs.enqueue(connection, task)


def claimed(database: Database, lease_s: float = LONG) -> Lease | None:
    with database.write() as connection:
        return jobs.claim(connection, "worker", lease_s)


def order(database: Database, count: int) -> list[str]:
    leases = [claimed(database) for _ in range(count)]
    return [lease.subject for lease in leases if lease]


def task(subject: str, court: str = "A", priority: Priority = Priority.INTERACTIVE) -> Task:
    return Task(Kind.READ, subject, court, priority=priority)


def test_claim_of_an_empty_queue_is_nothing(database: Database):
    assert claimed(database) is None


def test_a_claimed_job_is_not_claimed_again_while_its_lease_holds(database: Database):
    queued(database, task("a"))

    assert order(database, 2) == ["a"]


def test_a_court_with_one_scan_does_not_wait_for_the_batch_of_another(database: Database):
    queued(database, *(task(f"a{n}") for n in range(20)), task("b0", "B"))

    assert "b0" in order(database, 3)


def test_what_somebody_waits_for_comes_before_batches(database: Database):
    queued(database, task("batch", priority=Priority.BATCH), task("screen"))

    assert order(database, 2) == ["screen", "batch"]


def test_the_same_task_is_queued_once(database: Database):
    queued(database, task("a"))

    with pytest.raises(IntegrityError):
        queued(database, task("a"))


def test_a_job_whose_lease_is_over_goes_to_the_next_who_asks(database: Database):
    queued(database, task("a"))
    first = claimed(database, OVER)

    second = claimed(database)

    assert first
    assert second
    assert (second.subject, second.fence, second.attempts) == ("a", first.fence + 1, 2)


def test_who_lost_the_lease_can_neither_finish_nor_renew_nor_give_back(database: Database):
    queued(database, task("a"))
    lost = claimed(database, OVER)
    claimed(database)
    assert lost

    for attempt in (
        lambda c: jobs.finish(c, lost, JobState.DONE),
        lambda c: jobs.renew(c, lost, LONG),
        lambda c: jobs.give_back(c, lost, "error", 0.5),
        lambda c: jobs.still_mine(c, lost),
        lambda c: jobs.let_go(c, lost),
    ):
        with pytest.raises(Fenced), database.write() as connection:
            attempt(connection)


def test_a_job_is_claimed_three_times_and_then_quarantined(database: Database):
    queued(database, task("a"))
    leases = [claimed(database, OVER) for _ in range(4)]

    with database.write() as connection:
        lost = jobs.overdue(connection)
        jobs.bury(connection, lost[0])

    assert [lease and lease.attempts for lease in leases] == [1, 2, 3, None]
    assert claimed(database) is None


def test_a_job_given_back_is_not_tried_again_at_once(database: Database):
    queued(database, task("a"))
    lease = claimed(database)
    assert lease
    with database.write() as connection:
        jobs.give_back(connection, lease, "database_away", 0.0)

    assert claimed(database) is None
    time.sleep(1.1)  # 2 ** 1 attempts * 0.5
    assert claimed(database)


def test_a_job_let_go_costs_no_attempt(database: Database):
    queued(database, task("a"))
    lease = claimed(database)
    assert lease
    with database.write() as connection:
        jobs.let_go(connection, lease)

    again = claimed(database)

    assert again
    assert again.attempts == 1


def test_waiting_counts_what_can_be_claimed(database: Database):
    queued(database, task("a"), task("b"))
    claimed(database)

    with database.read() as connection:
        count, age = jobs.waiting(connection)

    assert count == 1
    assert age >= 0
