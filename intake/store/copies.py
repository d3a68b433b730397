"""Copies of all that is kept: the database by its own means while it is in use, then every blob that it names.

The database comes first: what it names is there already, and a blob that came later is in the copy for nothing.
"""

from __future__ import annotations

import sqlite3
import subprocess
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import URL, make_url

from intake.domain.blob import place
from intake.domain.errors import Conflict, MissingBlob
from intake.ports import Blobs
from intake.store import kept
from intake.store.database import opened

SQLITE, POSTGRES = "intake.db", "intake.dump"
BLOBS = "blobs"
MOST_BYTES = 1 << 40  # of one blob: it was taken in once already


def backup(url: str, blobs: Blobs, folder: Path) -> int:
    """Copy into a new folder; returns how many blobs were copied. Raises FileExistsError, Conflict, MissingBlob."""
    folder.mkdir(mode=0o700, parents=True)
    named = sorted(_copied(url, folder))
    for digest in named:
        path = folder / BLOBS / place(digest)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_bytes(blobs.read(digest))
    return len(named)


def restore(url: str, blobs: Blobs, folder: Path) -> int:
    """Put a copy where nothing is yet; returns how many blobs there are. Raises Conflict `not_empty`, MissingBlob.

    Blobs come first: where it is killed there is no database yet, and it may be run again.
    """
    address = make_url(url)
    is_sqlite = address.get_backend_name() == "sqlite"
    target = Path(address.database or "")
    if target.exists() if is_sqlite else _has_tables(url):
        raise Conflict("not_empty", place=str(target))
    source = folder / (SQLITE if is_sqlite else POSTGRES)
    if not source.exists():
        raise Conflict("no_backup", place=str(folder))
    count = sum(_stored(blobs, path) for path in (folder / BLOBS).glob("??/??/*"))
    if is_sqlite:
        _copy_sqlite(source, target)
    else:
        _run("pg_restore", address, "--no-owner", "--exit-on-error", "--single-transaction", str(source))
    with opened(url) as database, database.read() as connection:
        for digest in frozenset(kept.all_named(connection)):
            if not (folder / BLOBS / place(digest)).exists():
                raise MissingBlob(sha256=digest)
    return count


def _copied(url: str, folder: Path) -> frozenset[str]:
    """Copy the database; returns the blobs that the copy names: what it names may be named no more a moment later."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        _copy_sqlite(Path(address.database or ""), folder / SQLITE)
        copy = address.set(database=str(folder / SQLITE)).render_as_string()
        with opened(copy) as database, database.read() as connection:
            return frozenset(kept.all_named(connection))
    with opened(url) as database, database.write() as connection:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        seen = connection.exec_driver_sql("SELECT pg_export_snapshot()").scalar_one()
        _run("pg_dump", address, "--format=custom", f"--snapshot={seen}", f"--file={folder / POSTGRES}")
        return frozenset(kept.all_named(connection))


def _copy_sqlite(source: Path, target: Path) -> None:
    """Copy a database that may be in use: a state that was committed, never half of one."""
    with sqlite3.connect(f"file:{source}?mode=ro", uri=True) as old, sqlite3.connect(target) as new:
        old.backup(new)
    old.close()
    new.close()


def _stored(blobs: Blobs, path: Path) -> int:
    with blobs.writer(MOST_BYTES) as writer:
        writer.write(path.read_bytes())
        if writer.finish().sha256 != path.name:
            raise MissingBlob(sha256=path.name)
    return 1


def _has_tables(url: str) -> bool:
    with opened(url) as database, database.read() as connection:
        return bool(connection.dialect.get_table_names(connection))


def _run(program: str, address: URL, *arguments: str) -> None:
    """Run a program of PostgreSQL's; the password goes by environment, where no list of processes shows it."""
    where = {"host": address.host, "port": address.port, "username": address.username, "dbname": address.database}
    options = [f"--{name}={value}" for name, value in where.items() if value]
    environment: Mapping[str, str] = {"PGPASSWORD": str(address.password or ""), "PATH": PATH}
    try:
        subprocess.run([program, *options, *arguments], env=environment, check=True)  # noqa: S603 by name, on that path
    except (FileNotFoundError, subprocess.CalledProcessError) as error:
        raise Conflict("copy_failed", program=program) from error


PATH = ":".join(("/usr/local/bin", "/usr/bin", "/bin", *map(str, sorted(Path("/usr/lib/postgresql").glob("*/bin")))))
