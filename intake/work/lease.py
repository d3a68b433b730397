"""Holds a lease while work is done: renewed by a thread, and given up as soon as it is somebody else's."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from intake.domain.errors import Fenced, Unavailable
from intake.store import jobs
from intake.store.database import Database
from intake.store.jobs import Lease

BEATS = 4  # renewals within the time of a lease


@dataclass(frozen=True, slots=True)
class Held:
    """A lease that is kept up; `lost` is set when another worker has the job."""

    lease: Lease
    lost: threading.Event = field(default_factory=threading.Event)

    def check(self) -> None:
        """Raise Fenced where the job is somebody else's by now."""
        if self.lost.is_set():
            raise Fenced


@contextmanager
def kept_up(database: Database, lease: Lease, lease_s: float) -> Iterator[Held]:
    """Renew the lease until the block ends; a database that is away for a moment is asked again."""
    held, over = Held(lease), threading.Event()

    def beat() -> None:
        while not over.wait(lease_s / BEATS):
            try:
                with database.once() as connection:
                    jobs.renew(connection, lease, lease_s)
            except Unavailable:
                continue
            except Fenced:
                held.lost.set()
                return

    thread = threading.Thread(target=beat, name="lease", daemon=True)
    thread.start()
    try:
        yield held
    finally:
        over.set()
        thread.join()
