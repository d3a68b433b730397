"""The sweep: quarantines what no worker could end, and wakes workers for work that stands still."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from intake.domain.states import ScanState
from intake.service.context import Context
from intake.store import documents, duties, happenings, jobs, scans
from intake.store.happenings import Happened
from intake.store.jobs import Kind, Lease

SWEEP = "sweep"  # who did it, in the list of what happened
STALE_S = 5.0  # work that waits for longer was not heard of
MOST_WAKES = 8  # one wakes one worker, which then goes on by itself
FORGOTTEN_S = 86400.0
ATTEMPTS_USED_UP = "attempts_used_up"


def quarantine(context: Context, told: Callable[..., None]) -> int:
    """Take jobs out of the queue whose attempts are used up, and say so on their scans; returns how many."""
    with context.database.write() as connection:
        lost = jobs.overdue(connection)
        for each in lost:
            jobs.bury(connection, each)
            _say(connection, each)
    for each in lost:
        told("job_quarantined", job=each.id, kind=each.kind.value, subject=each.subject, attempts=each.attempts)
    return len(lost)


def wake_for_stale(context: Context) -> int:
    """Wake workers where work has waited for longer than a wake-up takes; returns how many were woken."""
    with context.database.read() as connection:
        count, age_s = jobs.waiting(connection)
    if not count or age_s < STALE_S:
        return 0
    wakes = min(count, MOST_WAKES)
    for _ in range(wakes):
        context.wake()
    return wakes


def forget_the_gone(context: Context) -> None:
    """Forget processes that ended long ago."""
    with context.database.write() as connection:
        duties.forget(connection, FORGOTTEN_S)


def _say(connection: Connection, lost: Lease) -> None:
    """Let people see that a scan, or a document that was to be read again, waits for them."""
    facts = {"kind": lost.kind.value, "attempts": str(lost.attempts)}
    if lost.kind is Kind.READ:
        scan = scans.get(connection, lost.subject)
        if scan.state == ScanState.QUEUED:
            scans.move(connection, scan, ScanState.QUARANTINED, error_code=ATTEMPTS_USED_UP)
        noted = Happened("scan_quarantined", SWEEP, scan.court, scan.case_id, scan.id, facts)
    else:
        document = documents.get(connection, lost.subject)
        noted = Happened("document_quarantined", SWEEP, document.court, document.case_id, document.id, facts)
    happenings.note(connection, noted)
