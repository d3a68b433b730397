"""Starts the processes of the service for a measurement: the API, workers that give way to it, and tokens."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from benchmarks.load.postgres import free_port
from intake.store import schema, tokens
from intake.store.database import open_database
from intake.store.tokens import NewToken

COURT = "浙0106"
KEY = "a key of digests for measurements only"
PATIENCE_S = 120.0
NICE = ("nice", "-n", "10")
MUCH = 1_000_000
RATES = ("ASKS_A_MINUTE", "UPLOADS_A_MINUTE", "SEARCHES_A_MINUTE", "CASE_FILES")


@dataclass(frozen=True, slots=True)
class Service:
    """Where the API answers, its process, and what the processes of the service are started with."""

    url: str
    pid: int
    environment: Mapping[str, str]

    def peak_mb(self) -> float:
        """Return the most memory that the API had resident so far."""
        lines = Path(f"/proc/{self.pid}/status").read_text("utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


@contextmanager
def service(database: str, folder: Path) -> Iterator[Service]:
    """Run the API over a database, whose tables are made, and a folder; ends with the block."""
    schema.migrate(open_database(database))
    environment = environment_of(database, folder)
    with (folder / "api.log").open("wb") as log:
        api = subprocess.Popen([sys.executable, "-m", "intake", "api"], env=environment, stderr=log)
    url = f"http://127.0.0.1:{environment['INTAKE_PORT']}"
    try:
        _await(url)
        yield Service(url, api.pid, environment)
    finally:
        _end([api])


def environment_of(database: str, folder: Path) -> dict[str, str]:
    given = {"DATA": str(folder), "DATABASE": database, "PORT": str(free_port()), "DIGEST_KEY": KEY, "POLL_S": "1"}
    raised = dict.fromkeys(RATES, str(MUCH))
    ours = {f"INTAKE_{name}": value for name, value in (given | raised).items()}
    return {**os.environ, **ours, "INTAKE_CASE_BYTES": str(MUCH * MUCH)}


@contextmanager
def workers(environment: Mapping[str, str], count: int, log: Path) -> Iterator[None]:
    """Run workers at a low priority; the block begins when all have loaded their models, and ends them."""
    with log.open("wb") as out:
        command = [*NICE, sys.executable, "-m", "intake", "worker"]
        started = [subprocess.Popen(command, env=environment, stderr=out) for _ in range(count)]  # noqa: S603 ours
    try:
        until = time.monotonic() + PATIENCE_S
        while log.read_bytes().count(b"worker_ready") < count:
            if time.monotonic() > until or any(each.poll() is not None for each in started):
                raise RuntimeError(log.read_text("utf-8")[-2000:])
            time.sleep(0.05)
        yield
    finally:
        _end(started)


def token(database: str, role: str, court: str | None = COURT, person: str = "load") -> str:
    """Issue a token and return its secret."""
    with open_database(database).write() as connection:
        return tokens.issue(connection, NewToken(person, role, court))[1]


def client(url: str, secret: str) -> httpx.Client:
    return httpx.Client(base_url=f"{url}/api/v1", headers={"Authorization": f"Bearer {secret}"}, timeout=60)


def _end(processes: Sequence[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        process.terminate()
    for process in processes:
        process.wait(PATIENCE_S)


def _await(url: str) -> None:
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            httpx.get(f"{url}/healthz")
        except httpx.TransportError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return
