"""Takes one job after the other from the queue until there is none, or the worker is asked to stop."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from intake.domain.errors import Fenced, IntakeError, StoreFull, StoreUnavailable, Unavailable
from intake.service.context import Context
from intake.store import jobs
from intake.store.jobs import Kind, Lease
from intake.work.lease import Held, kept_up
from intake.work.read import Reader, extract_again, read_scan

Work = Callable[[Context, Reader, Held], None]
WORK: dict[Kind, Work] = {Kind.READ: read_scan, Kind.EXTRACT: extract_again}
AWAY_S = 5.0  # until a job is tried again whose bytes or database were away


@dataclass(slots=True)
class Hand:
    """What a worker has in hand now; it may be taken out of it by who ends the worker."""

    held: Held | None = None


@dataclass(frozen=True, slots=True)
class Worker:
    """`owner` names it in the queue; `told` is called with an event and its facts (ids and codes)."""

    context: Context
    reader: Reader
    owner: str
    lease_s: float
    told: Callable[..., None]
    chance: Random
    hand: Hand = field(default_factory=Hand)

    def drain(self, stop: threading.Event) -> int:
        """Do jobs until none can be claimed; returns how many were claimed."""
        done = 0
        while not stop.is_set() and self.one():
            done += 1
        return done

    def one(self) -> bool:
        """Do the next job; says whether there was one."""
        with self.context.database.once() as connection:
            lease = jobs.claim(connection, self.owner, self.lease_s)
        if lease is None:
            return False
        self._do(lease)
        return True

    def _do(self, lease: Lease) -> None:
        """Do a job; what it cannot do is tried again later, and after the last attempt left to the sweep."""
        try:
            with kept_up(self.context.database, lease, self.lease_s) as held:
                self.hand.held = held
                WORK[lease.kind](self.context, self.reader, held)
        except Fenced:
            self.told("job_fenced", job=lease.id, fence=lease.fence)
        except Exception as error:  # noqa: BLE001 the edge of a task: one document must not end the worker
            self._later(lease, error)
        else:
            self.told("job_done", job=lease.id, kind=lease.kind.value)
        finally:
            self.hand.held = None

    def _later(self, lease: Lease, error: Exception) -> None:
        code = error.code if isinstance(error, IntakeError) else type(error).__name__.lower()
        told = {} if isinstance(error, IntakeError) else {"exc_info": error}  # a mistake of ours: where it was made
        self.told("job_failed", job=lease.id, error=code, attempts=lease.attempts, **told)
        until = time.monotonic() + self.lease_s
        while time.monotonic() < until:
            try:
                self._give_back(lease, error, code)
            except Unavailable:
                time.sleep(1)
            except Fenced:
                break
            else:
                return
        self.told("job_not_given_back", job=lease.id)

    def _give_back(self, lease: Lease, error: Exception, code: str) -> None:
        """Count the attempt where the paper may be to blame; what is away for a while costs none."""
        with self.context.database.write() as connection:
            if isinstance(error, Unavailable | StoreUnavailable | StoreFull):
                jobs.let_go(connection, lease, AWAY_S)
            else:
                jobs.give_back(connection, lease, code, self.chance.random())
