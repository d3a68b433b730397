"""How the service is: what answers, who reads, and what waits."""

from __future__ import annotations

from dataclasses import dataclass

from intake.service.context import Context
from intake.service.requests import RELEASE
from intake.store import duties, jobs, requests, schema

READER = "reader:"  # beginning of the names of duties by which workers are known
SWEEP = "sweep"  # the duty of who sweeps


@dataclass(frozen=True, slots=True)
class Health:
    """`readers` were heard of within a minute; ages are of the oldest thing that waits, in seconds."""

    is_current: bool
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
            "nobody_reads": self.readers == 0,
            "nobody_sweeps": not self.sweeps,
        }
        return tuple(code for code, is_so in found.items() if is_so)


def health(context: Context) -> Health:
    """Say how the service is. Raises Unavailable where the database does not answer."""
    is_current = schema.version(context.database) == schema.newest()
    if not is_current:
        return Health(is_current=False, readers=0, sweeps=False, waiting=0, waiting_s=0.0, handoff_s=0.0)
    with context.database.read() as connection:
        waiting, waiting_s = jobs.waiting(connection)
        left_s = duties.left_s(connection, SWEEP)
        return Health(
            is_current=True,
            readers=duties.held(connection, READER),
            sweeps=left_s is not None and left_s > 0,
            waiting=waiting,
            waiting_s=waiting_s,
            handoff_s=requests.outbox_age_s(connection, RELEASE),
        )
