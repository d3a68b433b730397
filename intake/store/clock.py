"""The clock of the database: leases are compared by it alone, whatever the clocks of API and workers say."""

from __future__ import annotations

from sqlalchemy import Connection, Double, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.expression import ColumnElement


class Now(ColumnElement[float]):
    """Seconds since 1970 by the clock of the database, at the moment of the statement."""

    type = Double()
    inherit_cache = True
    _traverse_internals = ()  # type: ignore[assignment]  # no parts; unsaid, no statement with it in would be cached


@compiles(Now, "postgresql")
def _postgresql(_element: Now, _compiler: SQLCompiler, **_options: object) -> str:
    return "extract(epoch from clock_timestamp())::double precision"


@compiles(Now, "sqlite")
def _sqlite(_element: Now, _compiler: SQLCompiler, **_options: object) -> str:
    return "((julianday('now') - 2440587.5) * 86400.0)"  # 2440587.5 is the Julian day of 1970-01-01


NOW = Now()


def now(connection: Connection) -> float:
    """Return the time by the clock of the database, in seconds since 1970."""
    return connection.execute(select(NOW)).scalar_one()
