"""Files that come in parts: how far each has come, and the blobs of what is here already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from intake.store.clock import NOW
from intake.store.rows import Scope, one, picked, several, within
from intake.store.tables import upload

BATCH = 200


@dataclass(frozen=True, slots=True)
class Resumable:
    """A file of `size` bytes of which `offset_` are here, as the blobs `parts` in order."""

    id: str
    case_id: str
    court: str
    name: str
    size: int
    offset_: int
    parts: Sequence[str]
    scan_id: str | None
    created_by: str
    created_at: float


@dataclass(frozen=True, slots=True)
class NewResumable:
    case_id: str
    court: str
    name: str
    size: int
    created_by: str


def add(connection: Connection, new: NewResumable) -> str:
    row = {name: getattr(new, name) for name in NewResumable.__slots__}
    return str(connection.execute(insert(upload).values(**row).returning(upload.c.id)).scalar_one())


def get(connection: Connection, upload_id: str, scope: Scope, who: str) -> Resumable:
    """Return what `who` began to send. Raises NotFound, also for what another person began."""
    mine = (upload.c.id == upload_id, upload.c.created_by == who, within(scope, upload))
    return one(connection, Resumable, picked(upload, Resumable).where(*mine))


def grow(connection: Connection, held: Resumable, sha256: str, size: int) -> bool:
    """Add a part; False where another one came to the same place meanwhile."""
    mine = update(upload).where(upload.c.id == held.id, upload.c.offset_ == held.offset_)
    grown = mine.values(offset_=held.offset_ + size, parts=[*held.parts, sha256])
    return connection.execute(grown).rowcount == 1


def complete(connection: Connection, upload_id: str, scan_id: str) -> None:
    """Note what became of a file, and that its parts are no longer needed."""
    connection.execute(update(upload).where(upload.c.id == upload_id).values(scan_id=scan_id, parts=[]))


def under_way(connection: Connection, case_id: str) -> tuple[int, int]:
    """Return how many files of a case are on their way, and the bytes that they will have together."""
    mine = select(func.count(), func.coalesce(func.sum(upload.c.size), 0))
    row = connection.execute(mine.where(upload.c.case_id == case_id, upload.c.scan_id.is_(None))).one()
    return row[0], int(row[1])


def forget(connection: Connection, upload_id: str) -> None:
    connection.execute(delete(upload).where(upload.c.id == upload_id))


def stale(connection: Connection, older_than_s: float) -> tuple[Resumable, ...]:
    """Return what was begun longer ago than that, but for what is whole and has yet to become a scan."""
    old = (
        upload.c.created_at < NOW - older_than_s,
        or_(upload.c.offset_ < upload.c.size, upload.c.scan_id.is_not(None)),
    )
    return several(
        connection,
        Resumable,
        picked(upload, Resumable).where(*old).order_by(upload.c.id).limit(BATCH).with_for_update(),
    )


def whole(connection: Connection, after: str = "") -> tuple[Resumable, ...]:
    """Return what is here as a whole and has yet to become a scan, a batch of it, in the order of the ids."""
    mine = (upload.c.offset_ >= upload.c.size, upload.c.scan_id.is_(None), upload.c.id > after)
    return several(connection, Resumable, picked(upload, Resumable).where(*mine).order_by(upload.c.id).limit(BATCH))
