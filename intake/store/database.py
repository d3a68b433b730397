"""Opens the database, SQLite or PostgreSQL, and begins units of work on it."""

from __future__ import annotations

import select
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from sqlite3 import Connection as SqliteConnection
from typing import Protocol

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError, DisconnectionError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlalchemy.pool import ConnectionPoolEntry

from intake.domain.errors import Unavailable

WAIT_S = 5  # for a lock or a statement: longer, and people wait in vain
POOL = 10
WAL_RESET_FIXED = (3, 51, 3)  # earlier ones may lose commits in WAL mode (reliability.md, finding 5)
BUSY = ("database is locked", "database is busy", "unable to open database", "disk is full", "disk I/O error")
UNDONE = ("no such savepoint", "no transaction is active")  # SQLite took all back by itself: it had no room


@dataclass(frozen=True, slots=True)
class Database:
    """Units of work: `write` commits as a whole or not at all, `once` is a single statement, `read` changes nothing.

    With SQLite a `read` sees one state; with PostgreSQL each statement sees what was committed before it, in `write`
    too. Raises `Unavailable` where the database cannot answer now; the same may be asked again later.
    """

    engine: Engine
    reading: Engine
    single: Engine

    @contextmanager
    def write(self) -> Iterator[Connection]:
        with _told_apart(), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def once(self) -> Iterator[Connection]:
        """Begin a unit of one statement: PostgreSQL commits it by itself, without two more round trips."""
        with _told_apart(), self.single.begin() as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        with _told_apart(), self.reading.connect() as connection, connection.begin():
            yield connection


class _Line(Protocol):
    def fileno(self) -> int: ...


def write_aside(connection: Connection) -> None:
    """Let PostgreSQL put some 200 kB into a file that it forgets: on a full disk a row may still find a place.

    SQLite needs room for whatever is written. Raises within the unit what a full disk raises.
    """
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL work_mem = '64kB'")
        connection.exec_driver_sql("SELECT count(*) FROM generate_series(1, 10000)")


@contextmanager
def opened(url: str) -> Iterator[Database]:
    """Open a database for the length of a block."""
    database = open_database(url)
    try:
        yield database
    finally:
        database.engine.dispose()


def open_database(url: str) -> Database:
    """Open `sqlite:///path` or `postgresql+psycopg://...`; nothing is created but an empty SQLite file."""
    if make_url(url).get_backend_name() == "sqlite":
        engine = _sqlite(url)
        return Database(engine, engine.execution_options(is_read=True), engine)
    return _postgresql(url)


def _postgresql(url: str) -> Database:
    """Open PostgreSQL; units that only read send no BEGIN and COMMIT, which would change nothing that they see."""
    options = f"-c statement_timeout={WAIT_S}s -c lock_timeout={WAIT_S - 2}s -c synchronous_commit=on"
    engine = _engine(url, {"options": options, "connect_timeout": WAIT_S})
    event.listen(engine, "checkout", _is_live)
    alone = engine.execution_options(isolation_level="AUTOCOMMIT")
    return Database(engine, alone, alone)


def _is_live(connection: _Line, _entry: ConnectionPoolEntry, _taken: object) -> None:
    """Let go of a connection on which there is something to read: a server that nobody asked says only that it ends.

    It costs no round trip, as asking the server would; a connection that dies later is told apart when it is used.
    """
    look = select.poll()
    look.register(connection.fileno(), select.POLLIN)
    if look.poll(0):
        raise DisconnectionError


def _engine(url: str, arguments: dict[str, object]) -> Engine:
    return create_engine(url, pool_size=POOL, max_overflow=POOL, pool_timeout=WAIT_S, connect_args=arguments)


def _sqlite(url: str) -> Engine:
    engine = _engine(url, {"timeout": WAIT_S, "check_same_thread": False})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: SqliteConnection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    journal = "WAL" if sqlite3.sqlite_version_info >= WAL_RESET_FIXED else "TRUNCATE"
    for pragma in (f"journal_mode={journal}", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Take the one lock of writers at once: a reader that turns writer half-way could only fail."""
    is_read = connection.get_execution_options().get("is_read", False)
    connection.exec_driver_sql("BEGIN" if is_read else "BEGIN IMMEDIATE")


@contextmanager
def _told_apart() -> Iterator[None]:
    """Tell a database that is away, full or locked from a mistake of ours."""
    try:
        yield
    except NoConnection as error:
        raise Unavailable(part="database") from error
    except DBAPIError as error:
        if error.connection_invalidated or _passes(error):
            raise Unavailable(part="database") from error
        raise


def _passes(error: DBAPIError) -> bool:
    state = getattr(error.orig, "sqlstate", None) or ""
    if not state and isinstance(error, InterfaceError | OperationalError) and not isinstance(error.orig, sqlite3.Error):
        return True  # the server never got to say anything
    # 08 connection, 53 resources, 55P03 lock, 57 shut down or cancelled, 40 serialisation
    if state.startswith(("08", "53", "55P03", "57", "40")):
        return True
    return any(word in str(error.orig) for word in (*BUSY, *UNDONE))
