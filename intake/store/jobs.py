"""The queue: work waits in the database; who claims it holds a lease, and a fence that outdated work cannot pass."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cache

from sqlalchemy import (
    ColumnElement,
    Connection,
    Double,
    Row,
    and_,
    bindparam,
    case,
    func,
    insert,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.sql.dml import ReturningInsert, ReturningUpdate

from intake.domain.errors import Fenced
from intake.domain.states import JobState
from intake.store.clock import NOW
from intake.store.tables import IS_OPEN, job

OPEN = (JobState.READY, JobState.RUNNING)
SLOWEST_RETRY_S = 300
_IS_OPEN = text(IS_OPEN)
_IS_MINE = and_(
    job.c.id == bindparam("lease_id"), job.c.fence == bindparam("lease_fence"), job.c.state == JobState.RUNNING
)
_FREE: Mapping[str, None] = {"lease_owner": None, "lease_until": None}
_UPDATE = update(job).where(_IS_MINE)
_RENEW = _UPDATE.values(lease_until=NOW + bindparam("lease_s", type_=Double()))
_HOLD = select(job.c.id).where(_IS_MINE).with_for_update()
_FINISH = _UPDATE.values(**_FREE, done_at=NOW)


class Kind(StrEnum):
    """`read` a scan, or `extract` a document again as what a person said it is."""

    READ = "read"
    EXTRACT = "extract"


class Priority(IntEnum):
    """Somebody waits at the screen, or nobody does."""

    INTERACTIVE = 0
    BATCH = 10


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done: the same task of the same `input_version` is asked for once, however often it is asked."""

    kind: Kind
    subject: str
    court: str
    input_version: int = 1
    priority: Priority = Priority.INTERACTIVE


@dataclass(frozen=True, slots=True)
class Lease:
    """A claimed job; `fence` grows with every claim, so that only the last one may finish it."""

    id: str
    kind: Kind
    subject: str
    fence: int
    attempts: int
    max_attempts: int


def enqueue(connection: Connection, task: Task) -> str:
    """Put a task into the queue and return its id. Raises IntegrityError where it is there already.

    Between jobs of one priority the lowest `turn` is next. A court's next job gets one more than its last one, or than
    the head of the queue: so a court that brings one scan is served after one scan of each other court, however many
    the others have waiting (start-time fair queueing).
    """
    row = {
        "kind": task.kind.value,
        "subject": task.subject,
        "input_version": task.input_version,
        "court": task.court,
        "of_court": task.court,
        "priority": int(task.priority),
    }
    return str(connection.execute(_enqueuing(), row).scalar_one())


def claim(connection: Connection, owner: str, lease_s: float, kinds: Sequence[Kind] = tuple(Kind)) -> Lease | None:
    """Take the next job, or None. A job whose lease is over is taken again, and its attempts are counted here."""
    given = {"owner": owner, "lease_s": lease_s, "kinds": [kind.value for kind in kinds]}
    row = connection.execute(_claiming(), given).one_or_none()
    return None if row is None else _lease(row)


def renew(connection: Connection, lease: Lease, lease_s: float) -> None:
    """Hold the job for another `lease_s` seconds from now. Raises Fenced when it is somebody else's."""
    _only(connection.execute(_RENEW, {**_mine(lease), "lease_s": lease_s}).rowcount)


def still_mine(connection: Connection, lease: Lease) -> None:
    """Hold the row of a job until the transaction ends. Raises Fenced when the job is somebody else's."""
    _only(len(connection.execute(_HOLD, _mine(lease)).all()))


def finish(connection: Connection, lease: Lease, state: JobState, error: str | None = None) -> None:
    """End the job; in the same transaction as all that came of it. Raises Fenced: then nothing may be kept."""
    ended = {**_mine(lease), "state": state.value, "last_error": error}
    _only(connection.execute(_FINISH, ended).rowcount)


def give_back(connection: Connection, lease: Lease, error: str, chance: float) -> None:
    """Let the job be tried again, later with every attempt; `chance` (0..1) spreads those who failed together."""
    wait = min(SLOWEST_RETRY_S, 2.0**lease.attempts) * (0.5 + chance / 2)
    back = _UPDATE.values(**_FREE, state=JobState.READY.value, last_error=error, run_at=NOW + wait)
    _only(connection.execute(back, _mine(lease)).rowcount)


def let_go(connection: Connection, lease: Lease, wait_s: float = 0.0) -> None:
    """Give an unfinished job back as if it had not been claimed: the worker stops, or what we need is away."""
    back = _UPDATE.values(**_FREE, state=JobState.READY.value, attempts=job.c.attempts - 1, run_at=NOW + wait_s)
    _only(connection.execute(back, _mine(lease)).rowcount)


def overdue(connection: Connection, limit: int = 100) -> tuple[Lease, ...]:
    """Return jobs that used up their attempts and whose last lease is over: nobody will claim them any more."""
    lost = (
        select(job.c.id, job.c.kind, job.c.subject, job.c.fence, job.c.attempts, job.c.max_attempts)
        .where(_claimable(), job.c.attempts >= job.c.max_attempts)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return tuple(_lease(row) for row in connection.execute(lost))


def bury(connection: Connection, lost: Lease) -> None:
    """Quarantine a job of `overdue`."""
    buried = (
        update(job)
        .where(job.c.id == lost.id, job.c.fence == lost.fence, job.c.state.in_(OPEN))
        .values(state=JobState.QUARANTINED.value, lease_owner=None, lease_until=None, done_at=NOW)
    )
    _only(connection.execute(buried).rowcount)


def is_open(connection: Connection, subjects: Sequence[str]) -> bool:
    """Say whether work on one of these waits or is under way."""
    theirs = select(job.c.id).where(job.c.subject.in_(subjects), job.c.state.in_(OPEN)).limit(1)
    return connection.execute(theirs).first() is not None


def waiting(connection: Connection, kind: Kind | None = None) -> tuple[int, float]:
    """Return how many jobs (of a kind) can be claimed now, and for how many seconds the oldest of them could."""
    query = select(func.count(), func.min(job.c.run_at), NOW).where(_claimable())
    row = connection.execute(query if kind is None else query.where(job.c.kind == kind)).one()
    return row[0], max(row[2] - row[1], 0.0) if row[0] else 0.0


@cache
def _enqueuing() -> ReturningInsert[str]:
    waiting = and_(_IS_OPEN, job.c.state == JobState.READY)
    mine = select(func.max(job.c.turn)).where(waiting, job.c.court == bindparam("of_court")).scalar_subquery()
    head = select(func.min(job.c.turn)).where(waiting).scalar_subquery()
    highest = case((func.coalesce(mine, 0) > func.coalesce(head, 0), mine), else_=func.coalesce(head, 0))
    return insert(job).values(turn=highest + 1).returning(job.c.id)


@cache
def _claiming() -> ReturningUpdate[str, str, str, int, int, int]:
    """Return the statement of every claim: it is asked every second by everyone, and building it takes longer."""
    next_id = (
        select(job.c.id)
        .where(_claimable(), job.c.attempts < job.c.max_attempts, job.c.kind.in_(bindparam("kinds", expanding=True)))
        .order_by(job.c.priority, job.c.turn, job.c.id)
        .limit(1)
        .with_for_update(skip_locked=True)
        .scalar_subquery()
    )
    return (
        update(job)
        .where(job.c.id == next_id)
        .values(
            state=JobState.RUNNING.value,
            lease_owner=bindparam("owner"),
            lease_until=NOW + bindparam("lease_s", type_=Double()),
            fence=job.c.fence + 1,
            attempts=job.c.attempts + 1,
        )
        .returning(job.c.id, job.c.kind, job.c.subject, job.c.fence, job.c.attempts, job.c.max_attempts)
    )


def _lease(row: Row[str, str, str, int, int, int]) -> Lease:
    return Lease(row.id, Kind(row.kind), row.subject, row.fence, row.attempts, row.max_attempts)


def _claimable() -> ColumnElement[bool]:
    is_ready = and_(job.c.state == JobState.READY, job.c.run_at <= NOW)
    is_lost = and_(job.c.state == JobState.RUNNING, job.c.lease_until < NOW)
    return and_(_IS_OPEN, or_(is_ready, is_lost))


def _mine(lease: Lease) -> dict[str, object]:
    return {"lease_id": lease.id, "lease_fence": lease.fence}


def _only(rows: int) -> None:
    if rows != 1:
        raise Fenced
