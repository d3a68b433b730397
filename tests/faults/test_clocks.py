"""Machines whose clocks are wrong, or jump: leases, tokens and the list of what happened go by the database's alone."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from front import Front
from sqlalchemy import select
from world import World, running

from intake.store.tables import happening

pytestmark = pytest.mark.integration

SKEWS = ("+10m", "-10m", "-1y")
MISSING = "These tests bend the clocks of processes. Run: sudo apt-get install -y faketime (or: make servers)"
LEASE_S = 8.0  # less runs out on a busy machine before a heartbeat comes
SCANS, PAGES, PAGE_MS = 8, 20, 500  # a scan takes longer than a lease
NEAR_S = 300.0  # nearer than the skew
JUMP = "+1h"


def bent(clock: str, **more: object) -> dict[str, object]:
    """Return the variables of a process with another clock; what measures spans goes on as it is."""
    found = sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))
    if not found:
        pytest.fail(MISSING)
    return {"LD_PRELOAD": found[0], "FAKETIME": clock, "FAKETIME_DONT_FAKE_MONOTONIC": 1, **more}


def read_by_skewed(world: World, *without: str) -> tuple[list[int], list[float]]:
    """Let workers with right and wrong clocks read; returns the attempts, and when things happened, by whose clock."""
    given = [{}, *map(bent, SKEWS)]
    with running(*(world.worker(*without, INTAKE_LEASE_S=LEASE_S, **each) for each in given)):
        for _ in range(SCANS):
            world.upload(pages=PAGES, ms=PAGE_MS)
        world.wait(world.is_done, 120)
    with world.context.database.read() as connection:
        return world.attempts(), list(connection.execute(select(happening.c.at)).scalars())


def test_workers_whose_clocks_are_wrong_take_nothing_from_each_other(distributed: World):
    """F20."""
    before = time.time()
    attempts, at = read_by_skewed(distributed)

    assert attempts == [1] * SCANS
    assert before - 1 < min(at) <= max(at) < time.time() + 1
    distributed.holds()


def test_by_clocks_of_their_own_they_would(distributed: World):
    attempts, _at = read_by_skewed(distributed, "clock")

    assert sum(attempts) > SCANS


def answers(world: World, clock: str, expires_in_s: float, *without: str) -> int:
    """Return what the API of a machine with a wrong clock says to a token."""
    with Front(world, *without, **bent(clock)) as front:
        token = front.token(time.time() + expires_in_s)
        return front.ask("/api/v1/cases", headers={"Authorization": f"Bearer {token}"}).status


@pytest.mark.parametrize(("clock", "expires_in_s", "status"), [("+10m", NEAR_S, 200), ("-10m", -NEAR_S, 401)])
def test_a_token_ends_by_the_clock_of_the_database(distributed: World, clock: str, expires_in_s: float, status: int):
    """F20, without second factors and sessions, which there are none of yet."""
    assert answers(distributed, clock, expires_in_s) == status
    assert answers(distributed, clock, expires_in_s, "clock") != status


def test_a_clock_that_jumps_lets_nothing_be_kept_twice(embedded: World):
    """F20: with SQLite the clock of the machine is that of the database; a lease may end early, and its fence holds."""
    clock = embedded.folder / "clock"
    clock.write_text("+0")
    given = bent("", FAKETIME_TIMESTAMP_FILE=clock, FAKETIME_NO_CACHE=1)
    del given["FAKETIME"]
    holder, other = (embedded.worker(INTAKE_LEASE_S=LEASE_S, **given) for _ in range(2))
    holder.ready()
    embedded.upload(pages=PAGES, ms=PAGE_MS)
    embedded.wait(lambda: embedded.attempts() == [1], 30)
    with running(other):
        embedded.freeze(holder)
        clock.write_text(JUMP)
        embedded.wait(lambda: embedded.attempts() == [2], 30)
        holder.thaw()
        embedded.wait(embedded.is_done, 60)
        embedded.wait(lambda: bool(holder.events("job_fenced")), 30)
    holder.kill()

    embedded.holds()
