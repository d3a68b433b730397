"""Cases: whose money it is, and which court holds it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, insert, select, update

from intake.store.rows import Scope, Slice, changed, of_id, one, picked, several, sliced, within
from intake.store.tables import case


@dataclass(frozen=True, slots=True)
class Case:
    """A case; `links` are documents that a person says meet a requirement: document id -> its name.

    `set_aside` are scans that a person says do not count: id -> why.
    `instalment` is the part of the grant that a person says is paid next: number, amount, why, who, confirmed_by.
    """

    id: str
    court: str
    number: str | None
    kind: str
    subject_amount: str | None
    parties: Sequence[Mapping[str, str]]
    sensitivity: Sequence[str]
    links: Mapping[str, str]
    instalment: Mapping[str, object] | None
    set_aside: Mapping[str, str]
    papers: int
    created_by: str
    created_at: float
    version: int


@dataclass(frozen=True, slots=True)
class NewCase:
    """What a person says of a case."""

    court: str
    kind: str
    number: str | None = None
    subject_amount: str | None = None
    parties: Sequence[Mapping[str, str]] = ()
    sensitivity: Sequence[str] = ()


_MINE = case.c.id == bindparam("case_id")
_HELD = picked(case, Case).where(_MINE).with_for_update()
_TOUCHED = update(case).where(_MINE).values(papers=case.c.papers + 1)


def add(connection: Connection, new: NewCase, who: str) -> str:
    row = {
        "court": new.court,
        "kind": new.kind,
        "number": new.number,
        "subject_amount": new.subject_amount,
        "parties": list(new.parties),
        "sensitivity": list(new.sensitivity),
        "created_by": who,
    }
    return str(connection.execute(insert(case).values(**row).returning(case.c.id)).scalar_one())


def get(connection: Connection, case_id: str, scope: Scope) -> Case:
    """Return a case. Raises NotFound, also for one outside the scope."""
    found = of_id(connection, case, Case, case_id)
    scope.check(found.court, found.id)
    return found


def hold(connection: Connection, case_id: str, scope: Scope) -> Case:
    """Return a case that nobody else counts on or holds until the transaction ends. Raises NotFound, as `get`."""
    held = one(connection, Case, _HELD, {"case_id": case_id})
    scope.check(held.court, held.id)
    return held


def found(connection: Connection, scope: Scope, part: Slice, number: str | None = None) -> tuple[Case, ...]:
    query = picked(case, Case).where(within(scope, case, "id"))
    return several(
        connection, Case, sliced(query if number is None else query.where(case.c.number == number), case, part)
    )


def of_number(connection: Connection, wanted: NewCase) -> str | None:
    """Return the id of the case that has the court, number and kind of `wanted`."""
    mine = (case.c.court == wanted.court, case.c.number == wanted.number, case.c.kind == wanted.kind)
    return connection.execute(select(case.c.id).where(*mine)).scalar()


def change(connection: Connection, case_id: str, version: int, values: Mapping[str, object]) -> None:
    """Change columns of a case. Raises Changed where it is no longer `version`."""
    changed(connection, case, case_id, version, values)
    touched(connection, case_id)


def touched(connection: Connection, case_id: str) -> None:
    """Count a change of what a request would be made of: one that was made before is stale from here on."""
    connection.execute(_TOUCHED, {"case_id": case_id})
