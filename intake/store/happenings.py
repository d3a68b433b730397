"""What happened, in order: for progress that people watch, for webhooks, and to answer who did what."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select

from intake.store.clock import NOW
from intake.store.rows import Query, picked, several
from intake.store.tables import happening

_NOTE = insert(happening)
SETTLED_S = 1.0  # what units of work take that note something: they are a few statements


@dataclass(frozen=True, slots=True)
class Happening:
    """`facts` are codes, ids and numbers, never what papers say."""

    seq: int
    at: float
    court: str | None
    case_id: str | None
    kind: str
    subject: str | None
    who: str
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Happened:
    """What is to be noted."""

    kind: str
    who: str
    court: str | None = None
    case_id: str | None = None
    subject: str | None = None
    facts: Mapping[str, str] | None = None


def note(connection: Connection, happened: Happened) -> None:
    row = {name: getattr(happened, name) for name in Happened.__slots__} | {"facts": dict(happened.facts or {})}
    connection.execute(_NOTE, row)


def last(connection: Connection) -> int:
    """Return the number of what happened last; 0 where nothing did."""
    return connection.execute(select(func.max(happening.c.seq))).scalar() or 0


def after(connection: Connection, seq: int, kinds: Collection[str], limit: int = 1000) -> tuple[Happening, ...]:
    """Return what happened of these kinds in all courts after number `seq`; what is very new waits as in `since`."""
    query = picked(happening, Happening).where(happening.c.seq > seq, happening.c.kind.in_(kinds))
    return several(connection, Happening, _settled(connection, query).order_by(happening.c.seq).limit(limit))


def since(connection: Connection, case_id: str, seq: int, limit: int = 200) -> tuple[Happening, ...]:
    """Return what happened in a case after number `seq`.

    PostgreSQL gives numbers before it commits, and a later number may be seen first: so what is very new waits there.
    """
    query = picked(happening, Happening).where(happening.c.case_id == case_id, happening.c.seq > seq)
    return several(connection, Happening, _settled(connection, query).order_by(happening.c.seq).limit(limit))


def _settled(connection: Connection, query: Query) -> Query:
    return query.where(happening.c.at < NOW - SETTLED_S) if connection.dialect.name == "postgresql" else query
