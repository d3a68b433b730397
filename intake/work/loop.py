"""Takes one job after the other from the queue until there is none, or the worker is asked to stop."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from intake.domain.errors import Fenced, IntakeError
from intake.service.context import Context
from intake.store import jobs
from intake.store.jobs import Kind, Lease
from intake.work.lease import Held, kept_up
from intake.work.read import Reader, extract_again, read_scan

Work = Callable[[Context, Reader, Held], None]
WORK: dict[Kind, Work] = {Kind.READ: read_scan, Kind.EXTRACT: extract_again}


@dataclass(frozen=True, slots=True)
class Worker:
    """`owner` names it in the queue; `told` is called with an event and its facts (ids and codes)."""

    context: Context
    reader: Reader
    owner: str
    lease_s: float
    told: Callable[..., None]
    chance: Random

    def drain(self, stop: threading.Event) -> int:
        """Do jobs until none can be claimed; returns how many were claimed."""
        done = 0
        while not stop.is_set() and self.one():
            done += 1
        return done

    def one(self) -> bool:
        """Do the next job; says whether there was one."""
        with self.context.database.write() as connection:
            lease = jobs.claim(connection, self.owner, self.lease_s)
        if lease is None:
            return False
        self._do(lease)
        return True

    def _do(self, lease: Lease) -> None:
        """Do a job; what it cannot do is tried again later, and after the last attempt left to the sweep."""
        try:
            with kept_up(self.context.database, lease, self.lease_s) as held:
                WORK[lease.kind](self.context, self.reader, held)
        except Fenced:
            self.told("job_fenced", job=lease.id, fence=lease.fence)
        except (IntakeError, MemoryError, OSError) as error:
            self._later(lease, error)
        else:
            self.told("job_done", job=lease.id, kind=lease.kind.value)

    def _later(self, lease: Lease, error: Exception) -> None:
        code = error.code if isinstance(error, IntakeError) else type(error).__name__
        self.told("job_failed", job=lease.id, error=code, attempts=lease.attempts)
        try:
            with self.context.database.write() as connection:
                jobs.give_back(connection, lease, code, self.chance.random())
        except (Fenced, IntakeError):
            self.told("job_not_given_back", job=lease.id)
