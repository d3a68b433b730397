"""Which blobs the rows name: what nothing names may go, and what is named and not there is a loss."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from intake.domain.states import RequestState, ScanState
from intake.store.jobs import OPEN
from intake.store.tables import job, outbox, page, request, scan, upload

NAMES = (scan.c.sha256, page.c.text, page.c.image)


def named(connection: Connection, digests: Sequence[str]) -> frozenset[str]:
    """Return those of these blobs that a row names."""
    found: set[str] = set()
    for column in NAMES:
        found.update(connection.execute(select(column).where(column.in_(digests))).scalars())
    return frozenset(found | set(_parts(connection)).intersection(digests))


def all_named(connection: Connection) -> Iterator[str]:
    """Yield every blob that a row names; some more than once."""
    for column in NAMES:
        yield from connection.execute(select(column).where(column.is_not(None))).yield_per(1000).scalars()
    yield from _parts(connection)


def _parts(connection: Connection) -> Iterator[str]:
    """Yield the parts of files that are still on their way."""
    for parts in connection.execute(select(upload.c.parts)).scalars():
        yield from parts


def scans_without_job(connection: Connection) -> tuple[str, ...]:
    """Return scans that wait to be read, and no job will read them."""
    theirs = select(job.c.id).where(job.c.subject == scan.c.id, job.c.state.in_(OPEN))
    return tuple(
        connection.execute(select(scan.c.id).where(scan.c.state == ScanState.QUEUED, ~theirs.exists())).scalars()
    )


def requests_without_letter(connection: Connection) -> tuple[str, ...]:
    """Return requests that are being handed over, and nothing in the outbox carries them."""
    theirs = select(outbox.c.id).where(outbox.c.key == request.c.key, outbox.c.state == "pending")
    going = request.c.state.in_([RequestState.HANDING_OVER.value, RequestState.UNKNOWN.value])
    return tuple(connection.execute(select(request.c.id).where(going, ~theirs.exists())).scalars())
