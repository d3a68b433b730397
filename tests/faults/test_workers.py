"""Workers that are killed, frozen, poisoned or asked to stop: every scan is read once, and none stands still for ever.

Each test is followed by the same one with its protection switched off, which must see the fault.
"""

from __future__ import annotations

import os
import random
import signal
import time

import pytest
from servers.process import children
from world import IS_SOAK, LEASE_S, SWEEP_S, TIMES, World, running

pytestmark = pytest.mark.integration

SCANS, KILLS = 100, 30
PAGE_MS, LEAST_S, MOST_S = (500, 0.5, 2.0) if IS_SOAK else (100, 0.2, 0.4)  # of a page; between two kills


def test_every_scan_is_read_once_though_workers_are_killed_all_the_time(world: World):
    """F1, and F2: what is killed are children; their parent starts others."""
    chance = random.Random(1)
    workers = world.worker("nursery")
    for _ in range(SCANS):
        world.upload(pages=2, ms=PAGE_MS)

    with running(workers, world.sweep()):
        world.wait(lambda: max(world.attempts()) > 0, 30)
        for _ in range(KILLS):
            time.sleep(chance.uniform(LEAST_S, MOST_S))
            os.kill(chance.choice(children(workers.pid)), signal.SIGKILL)
        world.wait(world.is_done, 120)
        attempts = sum(world.attempts())
        world.read_quarantined_again()  # a scan whose worker was killed three times by chance
        world.wait(world.is_done, 60)

    assert world.states() == {"read": SCANS}
    assert SCANS < attempts <= SCANS + KILLS
    world.holds()


def test_without_an_end_of_leases_the_work_of_a_killed_worker_stays_undone(embedded: World):
    workers = embedded.worker("nursery", "leases")
    embedded.upload(ms=2000)
    with running(workers, embedded.sweep()):
        embedded.wait(lambda: embedded.attempts() == [1], 30)
        for child in children(workers.pid):
            os.kill(child, signal.SIGKILL)
        time.sleep(LEASE_S + 3 * SWEEP_S)

    assert (embedded.states(), embedded.attempts()) == ({"queued": 1}, [1])


@pytest.mark.parametrize("_time", range(TIMES))
def test_the_work_of_a_killed_worker_is_taken_up_soon(world: World, _time: int):
    """F1, the time: a lease and a look later another worker has it."""
    first, second = world.worker().ready(), world.worker().ready()
    with running(world.sweep()):
        world.upload(pages=100, ms=100)
        world.wait(lambda: bool(world.attempts()) and world.attempts()[0] == 1, 5)
        time.sleep(0.5)
        first.kill() if _works(world, first) else second.kill()
        taken_after = world.wait(lambda: world.attempts()[0] == 2, 20)
        first.kill()
        second.kill()

    assert taken_after <= LEASE_S + SWEEP_S + 1


def test_a_worker_that_was_frozen_past_its_lease_cannot_keep_what_it_did(world: World):
    """F3."""
    frozen = world.worker().ready()
    world.upload(pages=4, ms=300)
    world.wait(lambda: world.attempts() == [1], 5)
    world.freeze(frozen)

    with running(world.worker()):
        world.wait(world.is_done, 20)
        frozen.thaw()
        world.wait(lambda: bool(frozen.events("job_fenced")), 10)
    frozen.kill()

    world.holds()


def test_without_the_fence_a_frozen_worker_keeps_its_work_too(embedded: World):
    frozen = embedded.worker("fence").ready()
    embedded.upload(pages=4, ms=300)
    embedded.wait(lambda: embedded.attempts() == [1], 5)
    embedded.freeze(frozen)

    with running(embedded.worker("fence")):
        embedded.wait(embedded.is_done, 20)
        frozen.thaw()
        embedded.wait(lambda: bool(frozen.events("job_done") or frozen.events("job_failed")), 10)
    frozen.kill()

    with pytest.raises(AssertionError):
        embedded.holds()


def test_a_scan_that_kills_its_worker_is_quarantined_after_three_attempts(world: World):
    """F24, and F2: the parent of those that die starts others."""
    world.upload(kill=True)
    good = world.upload().scan.id

    with running(world.worker("nursery"), world.sweep()):
        world.wait(world.is_done, 60)

    assert world.states() == {"quarantined": 1, "read": 1}
    assert world.attempts() == [1, 3]
    assert good in world.reads_per_scan()
    world.holds()


def test_without_the_sweep_such_a_scan_waits_for_ever(embedded: World):
    embedded.upload(kill=True)

    with running(embedded.worker("nursery")):
        embedded.wait(lambda: embedded.attempts() == [3], 60)
        time.sleep(LEASE_S + 3 * SWEEP_S)

    assert embedded.states() == {"queued": 1}


def test_without_counting_attempts_such_a_scan_kills_workers_for_ever(embedded: World):
    worker = embedded.worker("nursery", "attempts")
    embedded.upload(kill=True)

    with running(worker, embedded.sweep()):
        embedded.wait(lambda: len(worker.events("worker_ready")) >= 3 + 5, 60)

    assert embedded.states() == {"queued": 1}


def test_a_worker_that_is_asked_to_stop_finishes_what_it_has_in_hand(world: World):
    """F39: the work is shorter than the grace."""
    worker = world.worker().ready()
    world.upload(pages=4, ms=300)
    world.upload()
    world.wait(lambda: world.attempts() == [0, 1], 5)

    worker.stop()

    assert world.states() == {"read": 1, "queued": 1}
    assert world.attempts() == [0, 1]


def test_a_worker_that_is_asked_to_stop_gives_long_work_back_at_once(world: World):
    """F39: one page takes longer than the grace; the attempt does not count, and nobody waits for the lease."""
    worker = world.worker(INTAKE_LEASE_S=60).ready()
    world.upload(pages=1, ms=60_000)
    world.wait(lambda: world.attempts() == [1], 5)

    started = time.monotonic()
    worker.stop()

    assert time.monotonic() - started < 2 + 3 + 5
    assert world.attempts() == [0]


def test_without_giving_it_back_long_work_waits_for_its_lease(embedded: World):
    worker = embedded.worker("release", INTAKE_LEASE_S=60).ready()
    embedded.upload(pages=1, ms=60_000)
    embedded.wait(lambda: embedded.attempts() == [1], 5)
    worker.stop()

    assert embedded.attempts() == [1]


def _works(world: World, worker) -> bool:
    """Say whether it is this worker that has the job."""
    return worker.events("worker_ready")[-1]["worker"] == world.owner()
