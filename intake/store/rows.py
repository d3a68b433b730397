"""Rows of the database as frozen values, what of them somebody may see, and lists that go on where they ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, and_, false, select, true

from intake.domain.errors import Changed, NotFound

MOST = 200  # rows of a list at once

Value = TypeVar("Value")
Query = Select[*tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Scope:
    """What somebody may see: of one court (None: of all), and of these cases only (None: of all of the court)."""

    court: str | None = None
    cases: frozenset[str] | None = None


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


def value_of(kind: type[Value], row: Row[*tuple[object, ...]]) -> Value:
    """Build a value from the columns of its names."""
    return kind(**{field.name: getattr(row, field.name) for field in fields(kind)})  # type: ignore[arg-type]  # a dataclass


def one(connection: Connection, kind: type[Value], query: Query) -> Value:
    """Return the one row of `query`. Raises NotFound."""
    row = connection.execute(query).one_or_none()
    if row is None:
        raise NotFound
    return value_of(kind, row)


def several(connection: Connection, kind: type[Value], query: Query) -> tuple[Value, ...]:
    return tuple(value_of(kind, row) for row in connection.execute(query))


def sliced(query: Query, table: Table, part: Slice) -> Query:
    """Return the rows of `part`; ids grow with time, so that nothing is shown twice when rows are added."""
    after = query if part.after is None else query.where(table.c.id < part.after)
    return after.order_by(table.c.id.desc()).limit(min(part.limit, MOST))


def changed(connection: Connection, table: Table, row_id: str, version: int, values: Mapping[str, object]) -> None:
    """Change a row and count its version up, if it still is `version`. Raises Changed."""
    mine = table.update().where(table.c.id == row_id, table.c.version == version)
    if connection.execute(mine.values(**values, version=table.c.version + 1)).rowcount != 1:
        raise Changed


def picked(table: Table, kind: type[object]) -> Query:
    """Return the query for rows of `table` with the columns that make a `kind`."""
    return select(table).with_only_columns(*columns(table, kind))


def columns(table: Table, kind: type[object]) -> Sequence[ColumnElement[object]]:
    """Return the columns that make a `kind`."""
    return [table.c[field.name] for field in fields(kind)]  # type: ignore[arg-type]  # a dataclass
