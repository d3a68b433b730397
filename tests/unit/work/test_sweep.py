"""What stands still is moved on, by one process at a time."""

from __future__ import annotations

import random
import threading
from pathlib import Path

import pytest
from desk import COURT, context, filed, new_case
from release_cases import READY, paper
from sqlalchemy import select, update

from intake.domain.errors import Unavailable
from intake.domain.states import JobState
from intake.service.context import Context
from intake.store import duties, jobs, scans
from intake.store.jobs import Kind, Task
from intake.store.scans import NewScan
from intake.store.tables import happening, job
from intake.work.keeper import Chore, Keeper
from intake.work.sweep import forget_the_gone, quarantine, wake_for_stale

LONG = 60.0


@pytest.fixture
def service(tmp_path: Path) -> Context:
    return context(tmp_path)


def unheard(_event: str, **_facts: object) -> None:
    """Hear of nothing."""


def used_up(service: Context, task: Task) -> None:
    """Queue a task whose three attempts ended with their worker."""
    with service.database.write() as connection:
        jobs.enqueue(connection, task)
        connection.execute(update(job).values(state="running", attempts=3, lease_until=0.0))


def scan_of(service: Context) -> str:
    case = new_case(service)
    with service.database.write() as connection:
        return scans.add(connection, NewScan(case, COURT, "0" * 64, "1.jpg", 10, "clerk")).id


def happened(service: Context) -> list[str]:
    with service.database.read() as connection:
        return list(connection.execute(select(happening.c.kind)).scalars())


def test_a_scan_whose_attempts_are_used_up_is_quarantined_and_people_see_it(service: Context):
    scan_id = scan_of(service)
    used_up(service, Task(Kind.READ, scan_id, COURT))

    assert quarantine(service, unheard) == 1

    with service.database.read() as connection:
        scan = scans.get(connection, scan_id)
        state = connection.execute(select(job.c.state)).scalar_one()
    assert (scan.state, scan.error_code) == ("quarantined", "attempts_used_up")
    assert state == JobState.QUARANTINED
    assert "scan_quarantined" in happened(service)


def test_a_document_that_could_not_be_read_again_is_told(service: Context):
    (document, *_) = filed(service, new_case(service), [paper(next(iter(READY))).document])
    used_up(service, Task(Kind.EXTRACT, document.id, COURT))

    quarantine(service, unheard)

    assert "document_quarantined" in happened(service)


def test_a_job_whose_last_lease_still_holds_is_left_to_its_worker(service: Context):
    used_up(service, Task(Kind.READ, scan_of(service), COURT))
    with service.database.write() as connection:
        connection.execute(update(job).values(lease_until=1e12))

    assert quarantine(service, unheard) == 0


@pytest.mark.parametrize(("age_s", "wakes"), [(0.0, 0), (60.0, 1)])
def test_workers_are_woken_for_work_that_stands_still(service: Context, age_s: float, wakes: int):
    with service.database.write() as connection:
        jobs.enqueue(connection, Task(Kind.READ, "scan", COURT))
        connection.execute(update(job).values(run_at=job.c.run_at - age_s))

    assert wake_for_stale(service) == wakes


def test_one_at_a_time_has_a_duty(service: Context):
    with service.database.write() as connection:
        first, second = (duties.on_duty(connection, "sweep", owner, LONG) for owner in ("a", "b"))
        again = duties.on_duty(connection, "sweep", "a", LONG)

    assert (first, second, again) == (True, False, True)


def test_a_duty_goes_on_when_its_owner_is_gone_or_ends(service: Context):
    with service.database.write() as connection:
        duties.on_duty(connection, "sweep", "a", -1.0)
        after_death = duties.on_duty(connection, "sweep", "b", LONG)
        duties.relieved(connection, "sweep", "b")
        after_end = duties.on_duty(connection, "sweep", "c", LONG)

    assert after_death
    assert after_end


def test_who_was_not_heard_of_for_a_day_is_forgotten(service: Context):
    with service.database.write() as connection:
        duties.on_duty(connection, "reader:a", "a", -200_000.0)
        duties.on_duty(connection, "reader:b", "b", LONG)

    forget_the_gone(service)

    with service.database.read() as connection:
        assert duties.left_s(connection, "reader:a") is None
        assert duties.held(connection, "reader:") == 1


def keeper(service: Context, owner: str, *chores: Chore) -> Keeper:
    return Keeper(service, chores, owner, LONG, unheard, random.Random(1), lambda: 1.0)


def test_a_chore_that_fails_does_not_stop_the_others(service: Context):
    done = []

    def unavailable() -> None:
        raise Unavailable(part="core")

    def mistaken() -> None:
        raise ValueError

    chores = [Chore("a", 10, unavailable), Chore("b", 10, mistaken), Chore("c", 10, lambda: done.append(1))]
    keeper(service, "a", *chores).tick()

    assert done == [1]


def test_only_who_has_the_duty_does_chores(service: Context):
    done = []
    one, other = (keeper(service, name, Chore("c", 0, lambda name=name: done.append(name))) for name in "ab")

    for _ in range(3):
        one.tick()
        other.tick()

    assert done == ["a", "a", "a"]


def test_a_keeper_that_ends_lets_the_next_one_act_at_once(service: Context):
    done = []
    one, other = (keeper(service, name, Chore("c", 0, lambda name=name: done.append(name))) for name in "ab")
    thread = threading.Thread(target=one.run)
    thread.start()
    while not done:
        one.stop.wait(0.01)
    one.stop.set()
    thread.join()

    other.tick()

    assert done[-1] == "b"
