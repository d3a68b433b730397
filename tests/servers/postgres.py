"""A PostgreSQL of a test's own, with a fresh database for every test."""

from __future__ import annotations

import itertools
import os
import shutil
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
from servers.process import Process, free_port, own_folder

MISSING = "The tests start a PostgreSQL of their own. Run: sudo apt-get install -y postgresql (or: make servers)"
QUICK = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")
SETTINGS = ("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=200")


class Postgres:
    """A server on a free port. With `is_durable` it syncs like a real one; `settings` are more `-c name=value`.

    `process` freezes, thaws and kills it (as the loss of power would); `stop` and `start` are the orderly ways.
    """

    def __init__(self, *settings: str, is_durable: bool = False):
        self.port = free_port()
        user = "postgres" if os.getuid() == 0 else None  # it refuses to run as root
        folder = own_folder("postgres", user)
        make = (program("initdb"), "-D", str(folder / "data"), "-U", "intake", "-A", "trust", "-E", "UTF8", "--no-sync")
        subprocess.run(
            [*make, "--locale=C.UTF-8"], cwd=folder, user=user, extra_groups=[] if user else None,
            check=True, capture_output=True,
        )  # fmt: skip
        more = itertools.chain.from_iterable(("-c", each) for each in settings)
        command = (program("postgres"), "-D", str(folder / "data"), "-p", str(self.port), *SETTINGS)
        self.process = Process((*command, *(() if is_durable else QUICK), *more), folder, self.is_up, user)
        self._count = itertools.count(1)
        self._templates: set[str] = set()

    def start(self) -> None:
        """Start it, or wake it; does nothing to one that runs."""
        self.process.thaw()
        self.process.start()

    def stop(self) -> None:
        """Stop it at once, as `pg_ctl stop -m immediate` does: it recovers when it starts again."""
        self.process.stop(signal.SIGQUIT)

    def url(self, database: str = "postgres") -> str:
        return f"postgresql+psycopg://intake@127.0.0.1:{self.port}/{database}"

    def connect(self, database: str = "postgres") -> psycopg.Connection:
        return psycopg.connect(
            host="127.0.0.1", port=self.port, user="intake", dbname=database, autocommit=True, connect_timeout=2
        )

    def database(self, template: str = "template1") -> str:
        """Make a fresh database, a copy of `template`, and return its name."""
        name = f"test_{next(self._count)}"
        self._run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def template(self, name: str, fill: Callable[[str], None]) -> str:
        """Return the name of a template that `fill` (given its URL) filled once: tables are copied, not made."""
        if name not in self._templates:
            self._run(f"CREATE DATABASE {name}")
            fill(self.url(name))
            self._templates.add(name)
        return name

    def drop(self, name: str) -> None:
        self._run(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def is_up(self) -> bool:
        try:
            self.connect().close()
        except psycopg.OperationalError:
            return False
        return True

    def _run(self, statement: str) -> None:
        with self.connect() as connection:
            connection.execute(statement)


def program(name: str) -> str:
    """Return the path of a program of PostgreSQL: Debian keeps them off the PATH."""
    debian = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda p: float(p.parts[4]))
    found = str(debian[-1]) if debian else shutil.which(name)
    if not found:
        pytest.fail(MISSING)
    return found
