"""Documents: what was read, what people changed of it, and the digests by which numbers are found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from intake.domain.errors import NotFound
from intake.domain.states import DocumentState, moved
from intake.store import cases
from intake.store.clock import NOW
from intake.store.rows import EVERYTHING, Scope, Slice, changed, columns, of_id, one, picked, several, sliced, within
from intake.store.tables import correction, digest, document

Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Stored:
    """A document; `machine` is what was read, in the form of intake.store.codec."""

    id: str
    scan_id: str
    case_id: str
    court: str
    place: int
    klass: str | None
    type: str | None
    machine: Json
    state: str
    forced: bool
    replaced_by: Sequence[str]
    created_at: float
    version: int


@dataclass(frozen=True, slots=True)
class NewDocument:
    scan_id: str
    case_id: str
    court: str
    place: int
    klass: str | None
    type: str | None
    machine: Json
    state: str
    forced: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person changed of a document, when and why; `confirmed_by` is a second person."""

    id: str
    document_id: str
    what: str
    field: str | None
    before: object
    after: object
    why: str
    who: str
    seconds: float | None
    confirmed_by: str | None
    confirmed_at: float | None
    undone: bool
    created_at: float


@dataclass(frozen=True, slots=True)
class NewCorrection:
    document_id: str
    what: str
    field: str | None
    before: object
    after: object
    why: str
    who: str
    seconds: float | None = None


_IS_CURRENT = document.c.state != DocumentState.REPLACED
_ADD = insert(document).returning(*columns(document, Stored))
_OF_SCAN = (
    picked(document, Stored)
    .where(document.c.scan_id == bindparam("of_scan"), _IS_CURRENT)
    .order_by(document.c.place, document.c.id)
)
_IDS_OF_SCAN = _OF_SCAN.with_only_columns(document.c.id)
_CORRECTIONS = (
    picked(correction, Correction)
    .where(correction.c.document_id.in_(bindparam("of_documents", expanding=True)))
    .order_by(correction.c.id)
)

_KEEP_DIGESTS = insert(digest)
_FORGET_DIGESTS = delete(digest).where(digest.c.document_id == bindparam("of_document"))


def add(connection: Connection, new: NewDocument) -> Stored:
    cases.touched(connection, new.case_id)
    row = {name: getattr(new, name) for name in NewDocument.__slots__}
    return one(connection, Stored, _ADD, row)


def get(connection: Connection, document_id: str, scope: Scope = EVERYTHING) -> Stored:
    """Return a document. Raises NotFound, also for one outside the scope."""
    found = of_id(connection, document, Stored, document_id)
    scope.check(found.court, found.case_id)
    return found


def named(connection: Connection, document_ids: Sequence[str], scope: Scope) -> tuple[Stored, ...]:
    """Return documents in the order of their ids. Raises NotFound where one is not there or outside the scope."""
    query = picked(document, Stored).where(document.c.id.in_(document_ids), within(scope, document))
    there = {each.id: each for each in several(connection, Stored, query)}
    if there.keys() != set(document_ids):
        raise NotFound
    return tuple(there[each] for each in document_ids)


def of_scan(connection: Connection, scan_id: str) -> tuple[Stored, ...]:
    """Return the documents of a scan that were not replaced, in order."""
    return several(connection, Stored, _OF_SCAN, {"of_scan": scan_id})


def ids_of_scan(connection: Connection, scan_id: str) -> tuple[str, ...]:
    """Return the ids of these, in order."""
    return tuple(connection.execute(_IDS_OF_SCAN, {"of_scan": scan_id}).scalars())


def of_case(connection: Connection, case_id: str) -> tuple[Stored, ...]:
    """Return the documents of a case that were not replaced, in the order in which they came."""
    query = picked(document, Stored).where(document.c.case_id == case_id, _IS_CURRENT)
    return several(connection, Stored, query.order_by(document.c.scan_id, document.c.place, document.c.id))


def found(connection: Connection, scope: Scope, part: Slice, **equal: str | None) -> tuple[Stored, ...]:
    """Return documents whose columns `equal` what is given (None: whatever), the newest first."""
    wanted = [document.c[name] == value for name, value in equal.items() if value is not None]
    query = picked(document, Stored).where(within(scope, document), *wanted)
    return several(connection, Stored, sliced(query, document, part))


def move(connection: Connection, held: Stored, state: DocumentState, **values: object) -> None:
    """Change the state of a document, and what goes with it. Raises WrongState, Changed."""
    moved(DocumentState(held.state), state)
    changed(connection, document, held.id, held.version, {"state": state.value, **values})
    cases.touched(connection, held.case_id)


def correct(connection: Connection, new: NewCorrection) -> str:
    row = {name: getattr(new, name) for name in NewCorrection.__slots__}
    return str(connection.execute(insert(correction).values(**row).returning(correction.c.id)).scalar_one())


def corrections(connection: Connection, document_ids: Sequence[str]) -> tuple[Correction, ...]:
    """Return what people changed of these documents, in order; also what was undone."""
    return several(connection, Correction, _CORRECTIONS, {"of_documents": document_ids}) if document_ids else ()


def history(connection: Connection, document_id: str, part: Slice) -> tuple[Correction, ...]:
    """Return what people changed of a document, also what was undone, the newest first."""
    mine = picked(correction, Correction).where(correction.c.document_id == document_id)
    return several(connection, Correction, sliced(mine, correction, part))


def confirm(connection: Connection, correction_id: str, who: str, seconds: float | None = None) -> bool:
    """Note that a second person looked; False where it is one's own, confirmed already or undone.

    The `seconds` that it took are added to those of the first person.
    """
    mine = update(correction).where(
        correction.c.id == correction_id,
        correction.c.who != who,
        correction.c.confirmed_by.is_(None),
        correction.c.undone.is_(False),
    )
    spent = {} if seconds is None else {"seconds": func.coalesce(correction.c.seconds, 0.0) + seconds}
    return connection.execute(mine.values(confirmed_by=who, confirmed_at=NOW, **spent)).rowcount == 1


def undo(connection: Connection, correction_id: str) -> None:
    connection.execute(update(correction).where(correction.c.id == correction_id).values(undone=True))


def keep_digests(connection: Connection, held: Stored, digests: Mapping[str, str]) -> None:
    """Let the document be found by these digests too (field -> digest)."""
    rows = [
        {"document_id": held.id, "field": name, "court": held.court, "digest": value, "case_id": held.case_id}
        for name, value in digests.items()
    ]
    if rows:
        connection.execute(_KEEP_DIGESTS, rows)


def forget_digests(connection: Connection, document_id: str) -> None:
    connection.execute(_FORGET_DIGESTS, {"of_document": document_id})


def kept_digests(connection: Connection) -> tuple[str, Mapping[str, str]] | None:
    """Return the document that had its digests kept last, and these (field -> digest); None where none has any."""
    newest = select(func.max(digest.c.document_id)).scalar_subquery()
    rows = connection.execute(
        select(digest.c.document_id, digest.c.field, digest.c.digest).where(digest.c.document_id == newest)
    ).all()
    return (rows[0].document_id, {row.field: row.digest for row in rows}) if rows else None


def with_digest(connection: Connection, scope: Scope, wanted: Sequence[str], part: Slice) -> tuple[Stored, ...]:
    """Return the documents in which a number of one of these digests stands."""
    holders = select(digest.c.document_id).where(within(scope, digest), digest.c.digest.in_(wanted))
    query = picked(document, Stored).where(within(scope, document), document.c.id.in_(holders), _IS_CURRENT)
    return several(connection, Stored, sliced(query, document, part))


def seconds_spent(connection: Connection, within_s: float) -> tuple[int, float]:
    """Return how many corrections of the last `within_s` seconds were timed, and their seconds together."""
    timed = select(func.count(correction.c.seconds), func.coalesce(func.sum(correction.c.seconds), 0.0))
    row = connection.execute(timed.where(correction.c.created_at > NOW - within_s)).one()
    return int(row[0]), float(row[1])
