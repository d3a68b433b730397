"""A PostgreSQL of a measurement's own: it syncs as a real one does, and is gone when the measurement is over."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

MISSING = "Measuring needs PostgreSQL. Run: sudo apt-get install -y postgresql (or: make servers)"
PATIENCE_S = 60.0
SETTINGS = ("listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200", "shared_buffers=512MB")


@contextmanager
def postgres() -> Iterator[str]:
    """Run a server for the length of a block; gives the SQLAlchemy URL of an empty database."""
    user = "postgres" if os.getuid() == 0 else None  # it refuses to run as root
    with tempfile.TemporaryDirectory(prefix="intake-load-postgres-") as name:
        folder, port = Path(name), free_port()
        if user:
            shutil.chown(folder, user)
        _run(folder, user, program("initdb"), "-D", name + "/data", "-U", "intake", "-A", "trust", "-E", "UTF8")
        given = [word for setting in SETTINGS for word in ("-c", setting)]
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen(  # noqa: S603 the program of the distribution
                [program("postgres"), "-D", name + "/data", "-p", str(port), *given],
                cwd=folder, user=user, extra_groups=[] if user else None, stdout=log, stderr=log,
            )  # fmt: skip
        try:
            _await(port)
            yield f"postgresql+psycopg://intake@127.0.0.1:{port}/postgres"
        finally:
            server.send_signal(signal.SIGINT)  # the quick end, which waits for no client
            server.wait(PATIENCE_S)


def program(name: str) -> str:
    """Return the path of a program of PostgreSQL: Debian keeps them off the PATH."""
    debian = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda p: float(p.parts[4]))
    found = str(debian[-1]) if debian else shutil.which(name)
    if not found:
        raise SystemExit(MISSING)
    return found


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


def _run(folder: Path, user: str | None, *command: str) -> None:
    subprocess.run(  # noqa: S603 the same
        command, cwd=folder, user=user, extra_groups=[] if user else None, check=True, stdout=subprocess.DEVNULL
    )


def _await(port: int) -> None:
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            psycopg.connect(host="127.0.0.1", port=port, user="intake", dbname="postgres", connect_timeout=2).close()
        except psycopg.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return
