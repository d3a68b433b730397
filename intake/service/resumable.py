"""Takes in a file that comes in parts: each part is a blob at once, so that nothing that came is sent again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from intake.domain.blob import Stored
from intake.domain.errors import Conflict, IntakeError, Invalid
from intake.service.access import Principal, Right, Role
from intake.service.context import Context
from intake.service.uploads import Arrived, room, take_in
from intake.store import cases, resumable
from intake.store.resumable import NewResumable, Resumable
from intake.store.rows import Scope


def begin(context: Context, asks: Principal, case_id: str, name: str, size: int) -> Resumable:
    """Announce a file of `size` bytes. Raises NotFound, Forbidden, Invalid `bad_length`, TooMuch `case_is_full`.

    What is on its way counts as if it were here, or parts could fill the disk beyond what a case may have.
    """
    asks.needs(Right.UPLOAD)
    if not 0 < size <= context.limits.file_bytes:
        raise Invalid("bad_length", limit=str(context.limits.file_bytes))
    with context.database.write() as connection:
        case = cases.get(connection, case_id, asks.scope)
        count, coming = resumable.under_way(connection, case_id)
        room(context, connection, case_id, (count + 1, coming + size))
        upload_id = resumable.add(connection, NewResumable(case.id, case.court, name, size, asks.person))
        return resumable.get(connection, upload_id, asks.scope, asks.person)


def how_far(context: Context, asks: Principal, upload_id: str) -> Resumable:
    """Return how far a file has come; one that is whole is a scan then. Raises NotFound, and what `take_in` raises."""
    return finish(context, asks, look_at(context, asks, upload_id))


def look_at(context: Context, asks: Principal, upload_id: str) -> Resumable:
    """Return how far a file has come; only who began it may ask. Raises NotFound."""
    asks.needs(Right.UPLOAD)
    with context.database.read() as connection:
        return resumable.get(connection, upload_id, asks.scope, asks.person)


def add(context: Context, asks: Principal, held: Resumable, part: Stored) -> Resumable:
    """Add a part whose bytes are in the blobs; the last one makes a scan of the file.

    Raises Conflict `wrong_offset` where another part came to this place, and what `take_in` raises.
    """
    with context.database.write() as connection:
        if not resumable.grow(connection, held, part.sha256, part.size):
            raise Conflict("wrong_offset", offset=str(held.offset_))
    grown = replace(held, offset_=held.offset_ + part.size, parts=(*held.parts, part.sha256))
    return finish(context, asks, grown)


def finish(context: Context, asks: Principal, held: Resumable) -> Resumable:
    """Make a scan of a file that is here as a whole, once: also where the process died between the steps."""
    if held.offset_ < held.size or held.scan_id is not None:
        return held
    arrived = _joined(context, held)
    (taken,) = take_in(context, asks, held.case_id, [arrived], f"resumable:{held.id}")
    with context.database.write() as connection:
        resumable.complete(connection, held.id, taken.scan.id)
    return replace(held, scan_id=taken.scan.id, parts=())


def end(context: Context, asks: Principal, upload_id: str) -> None:
    """Forget a file that is not to be sent any more; its parts go with the next collection. Raises NotFound."""
    held = look_at(context, asks, upload_id)
    with context.database.write() as connection:
        resumable.forget(connection, held.id)


def finish_whole(context: Context, told: Callable[..., None]) -> int:
    """Make scans of files that are here as a whole, where the process died before it did; returns how many.

    What cannot be taken in now (the case is full) stays for the next time, and does not keep others from it.
    """
    done, after = 0, ""
    while found := _whole(context, after):
        for held in found:
            try:
                done += finish(context, _sender(held), held).scan_id is not None
            except IntakeError as error:
                told("upload_unfinished", upload=held.id, code=error.code)
        after = found[-1].id
    return done


def forget_stale(context: Context, older_than_s: float) -> int:
    """Forget files that nobody went on sending, never one that is whole and no scan yet; returns how many."""
    with context.database.write() as connection:
        old = resumable.stale(connection, older_than_s)
        for each in old:
            resumable.forget(connection, each.id)
    return len(old)


def _whole(context: Context, after: str) -> tuple[Resumable, ...]:
    with context.database.read() as connection:
        return resumable.whole(connection, after)


def _sender(held: Resumable) -> Principal:
    """Return who began a file, with no more rights than to add it to its case."""
    return Principal(held.created_by, Role.PARTY, Scope(held.court, frozenset({held.case_id})))


def _joined(context: Context, held: Resumable) -> Arrived:
    with context.blobs.writer(held.size) as writer:
        for part in held.parts:
            writer.write(context.blobs.read(part))
        stored = writer.finish()
    return Arrived(held.name, stored.sha256, stored.size)
