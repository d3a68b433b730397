"""Takes in scans whose bytes are already safe: a row and a job each, once for every idempotency key."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from intake.domain.errors import TooMuch, UploadLost, WrongState
from intake.domain.states import ScanState
from intake.service.access import Principal, Right, Role
from intake.service.context import MEBIBYTE, Context
from intake.store import cases, happenings, jobs, scans
from intake.store.happenings import Happened
from intake.store.idempotency import Question, answer, answered
from intake.store.jobs import Kind, Priority, Task
from intake.store.scans import NewScan, Scan


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file whose bytes are in the blobs: its name as the person has it, the SHA-256 and the number of bytes."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Taken:
    """A scan that was taken in; `same_as` are other scans of the court, as far as one may see them, of the same bytes.

    `is_repeat` says that this very request was answered before, and nothing was done again.
    """

    scan: Scan
    same_as: tuple[str, ...]
    is_repeat: bool = False


def may_upload(context: Context, asks: Principal, case_id: str) -> None:
    """Raise NotFound or Forbidden before any byte of a file is taken."""
    asks.needs(Right.UPLOAD)
    with context.database.read() as connection:
        cases.get(connection, case_id, asks.scope)


def take_in(
    context: Context, asks: Principal, case_id: str, arrived: Sequence[Arrived], key: str | None
) -> tuple[Taken, ...]:
    """Add files to a case and let them be read. With the same `key` and the same files, returns what is there already.

    Raises NotFound, Forbidden, TooMuch (`case_is_full`), Conflict (`key_reused`), UploadLost.
    """
    asks.needs(Right.UPLOAD)
    _still_there(context, arrived)
    with context.database.write() as connection:
        case = cases.hold(connection, case_id, asks.scope)  # one after the other: each counts what the one before added
        question = _question(asks, case_id, key, arrived)
        given = answered(connection, question) if question else None
        if given is not None:
            return tuple(_again(connection, asks, str(scan_id)) for scan_id in _ids(given))
        room(context, connection, case_id, (len(arrived), sum(file.size for file in arrived)))
        taken = tuple(_add(connection, asks, case, file) for file in arrived)
        if question:
            answer(connection, question, {"scans": [each.scan.id for each in taken]})
    context.wake()
    return taken


def room(context: Context, connection: Connection, case_id: str, more: tuple[int, int]) -> None:
    """See that a case has room for more: so many files, of so many bytes together. Raises TooMuch `case_is_full`."""
    count, size = scans.bytes_of_case(connection, case_id)
    limits = context.limits
    if count + more[0] > limits.case_files or size + more[1] > limits.case_bytes:
        raise TooMuch("case_is_full", files=str(limits.case_files), size=str(limits.case_bytes // MEBIBYTE))


def read_again(context: Context, asks: Principal, scan_id: str, version: int) -> Scan:
    """Let a scan be read once more, from its bytes; what people corrected stays. Raises WrongState, Changed."""
    asks.needs(Right.CORRECT)
    with context.database.write() as connection:
        scan = scans.get(connection, scan_id, asks.scope)
        again = queue_again(connection, scan, asks.person, version)
    context.wake()
    return again


def queue_again(connection: Connection, scan: Scan, who: str, version: int, **values: object) -> Scan:
    """Put a scan back into the queue, in the transaction of the caller. Raises WrongState if it is there, Changed."""
    if scan.state == ScanState.QUEUED:
        raise WrongState(kind="ScanState", state=scan.state, wanted=ScanState.QUEUED)
    reading = scan.reading + 1
    held = replace(scan, version=version)
    scans.move(connection, held, ScanState.QUEUED, reading=reading, error_code=None, error_facts={}, **values)
    jobs.enqueue(connection, Task(Kind.READ, scan.id, scan.court, reading))
    happenings.note(connection, Happened("scan_queued", who, scan.court, scan.case_id, scan.id))
    return scans.get(connection, scan.id)


def _add(connection: Connection, asks: Principal, case: cases.Case, file: Arrived) -> Taken:
    new = NewScan(case.id, case.court, file.sha256, file.name, file.size, asks.person)
    scan = scans.add(connection, new)
    priority = Priority.BATCH if asks.role is Role.SYSTEM else Priority.INTERACTIVE
    jobs.enqueue(connection, Task(Kind.READ, scan.id, case.court, priority=priority))
    happenings.note(connection, Happened("scan_queued", asks.person, case.court, case.id, scan.id))
    return Taken(scan, scans.same(connection, scan, asks.scope))


def _again(connection: Connection, asks: Principal, scan_id: str) -> Taken:
    scan = scans.get(connection, scan_id)
    return Taken(scan, scans.same(connection, scan, asks.scope), is_repeat=True)


def _still_there(context: Context, arrived: Sequence[Arrived]) -> None:
    """Refuse files whose bytes were collected meanwhile; those that are there are as if they came just now."""
    if not all(context.blobs.has(file.sha256) for file in arrived):
        raise UploadLost


def _question(asks: Principal, case_id: str, key: str | None, arrived: Sequence[Arrived]) -> Question | None:
    if key is None:
        return None
    asked = hashlib.sha256("\n".join(f"{file.sha256} {file.name}" for file in arrived).encode()).hexdigest()
    return Question(f"upload:{asks.person}:{case_id}", key, asked)


def _ids(given: Mapping[str, object]) -> Sequence[object]:
    found = given["scans"]
    return found if isinstance(found, list) else ()
