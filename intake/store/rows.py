"""Rows of the database as frozen values, what of them somebody may see, and lists that go on where they ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Executable,
    Select,
    Table,
    Update,
    and_,
    bindparam,
    false,
    select,
    true,
)

from intake.domain.errors import Changed, NotFound

MOST = 200  # rows of a list at once

Value = TypeVar("Value")
Query = Select[*tuple[object, ...]]
Given = Mapping[str, object]
NOTHING: Given = {}


@dataclass(frozen=True, slots=True)
class Scope:
    """What somebody may see: of one court (None: of all), and of these cases only (None: of all of the court)."""

    court: str | None = None
    cases: frozenset[str] | None = None

    def check(self, court: str, case_id: str) -> None:
        """Raise NotFound for what belongs to a case of a court that is outside."""
        if self.court not in {None, court} or (self.cases is not None and case_id not in self.cases):
            raise NotFound


@dataclass(frozen=True, slots=True)
class Slice:
    """A piece of a list: at most `limit` rows that come after the one of id `after`, the newest first."""

    limit: int = 50
    after: str | None = None


EVERYTHING = Scope()


def within(scope: Scope, table: Table, case_id: str = "case_id") -> ColumnElement[bool]:
    """Return the condition that a row of `table` is inside the scope."""
    court = true() if scope.court is None else table.c.court == scope.court
    if scope.cases is None:
        return court
    return and_(court, table.c[case_id].in_(sorted(scope.cases)) if scope.cases else false())


def value_of(kind: type[Value], row: Sequence[object]) -> Value:
    """Build a value from columns that stand in the order of its fields."""
    return kind(*row)


def one(connection: Connection, kind: type[Value], query: Executable, given: Given = NOTHING) -> Value:
    """Return the one row of `query`. Raises NotFound."""
    row = connection.execute(query, given).one_or_none()
    if row is None:
        raise NotFound
    return value_of(kind, row)


def of_id(connection: Connection, table: Table, kind: type[Value], row_id: str) -> Value:
    """Return the row of an id. Raises NotFound."""
    return one(connection, kind, _of_id(table, kind), {"row_id": row_id})  # type: ignore[arg-type]  # classes are hashable


def several(connection: Connection, kind: type[Value], query: Executable, given: Given = NOTHING) -> tuple[Value, ...]:
    return tuple(value_of(kind, row) for row in connection.execute(query, given))


def sliced(query: Query, table: Table, part: Slice) -> Query:
    """Return the rows of `part`; ids grow with time, so that nothing is shown twice when rows are added."""
    after = query if part.after is None else query.where(table.c.id < part.after)
    return after.order_by(table.c.id.desc()).limit(min(part.limit, MOST))


def changed(connection: Connection, table: Table, row_id: str, version: int, values: Mapping[str, object]) -> None:
    """Change a row and count its version up, if it still is `version`. Raises Changed."""
    given = {**values, "row_id": row_id, "seen": version}
    if connection.execute(_changing(table), given).rowcount != 1:
        raise Changed


@cache
def _changing(table: Table) -> Update:
    mine = table.update().where(table.c.id == bindparam("row_id"), table.c.version == bindparam("seen"))
    return mine.values(version=table.c.version + 1)


@cache
def _of_id(table: Table, kind: type[object]) -> Query:
    query: Query = picked(table, kind)  # type: ignore[arg-type]  # the same
    return query.where(table.c.id == bindparam("row_id"))


@cache
def picked(table: Table, kind: type[object]) -> Query:
    """Return the query for rows of `table` with the columns that make a `kind`."""
    return select(table).with_only_columns(*columns(table, kind))


def columns(table: Table, kind: type[object]) -> Sequence[ColumnElement[object]]:
    """Return the columns that make a `kind`."""
    return [table.c[field.name] for field in fields(kind)]  # type: ignore[arg-type]  # a dataclass
