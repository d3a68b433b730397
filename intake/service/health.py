"""How the service is: what answers, who reads, and what waits."""

from __future__ import annotations

from dataclasses import dataclass

from intake.domain.errors import Unavailable
from intake.service.context import Context
from intake.service.requests import RELEASE
from intake.store import duties, jobs, requests, schema
from intake.store.database import write_aside

READER = "reader:"  # beginning of the names of duties by which workers are known
SWEEP = "sweep"  # the duty of who sweeps
PROBE = "probe"  # a duty of nobody, written to see whether the database takes anything


@dataclass(frozen=True, slots=True)
class Health:
    """`readers` were heard of within a minute; ages are of the oldest thing that waits, in seconds."""

    is_current: bool
    is_writable: bool
    readers: int
    sweeps: bool
    waiting: int
    waiting_s: float
    handoff_s: float

    @property
    def problems(self) -> tuple[str, ...]:
        """Return the codes of what somebody must mend; what was taken in waits and is not lost meanwhile."""
        found = {
            "schema_is_old": not self.is_current,
            "takes_no_writing": not self.is_writable,
            "nobody_reads": self.readers == 0,
            "nobody_sweeps": not self.sweeps,
        }
        return tuple(code for code, is_so in found.items() if is_so)


def health(context: Context) -> Health:
    """Say how the service is. Raises Unavailable where the database does not answer."""
    is_current = schema.is_new_enough(context.database)
    if not is_current:
        return Health(
            is_current=False, is_writable=False, readers=0, sweeps=False, waiting=0, waiting_s=0.0, handoff_s=0.0
        )
    is_writable = _takes_writing(context)
    with context.database.read() as connection:
        waiting, waiting_s = jobs.waiting(connection)
        left_s = duties.left_s(connection, SWEEP)
        return Health(
            is_current=True,
            is_writable=is_writable,
            readers=duties.held(connection, READER),
            sweeps=left_s is not None and left_s > 0,
            waiting=waiting,
            waiting_s=waiting_s,
            handoff_s=requests.outbox_age_s(connection, RELEASE),
        )


def _takes_writing(context: Context) -> bool:
    """Say whether the database takes anything now: one without room still shows what it has."""
    try:
        with context.database.write() as connection:
            duties.on_duty(connection, PROBE, PROBE, 0.0)
            write_aside(connection)
    except Unavailable:
        return False
    return True
