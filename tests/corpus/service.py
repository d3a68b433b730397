"""A running service for the corpus: the API, and a worker with the real decoder, each a process of its own."""

from __future__ import annotations

import json
import re
import socket
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
from servers.process import answers, free_port
from sqlalchemy import select
from world import Background, World

from intake.store import tokens
from intake.store.tables import happening, scan
from intake.store.tokens import NewToken

BATCH = 20  # files of one upload
LEAKS = re.compile(r"Traceback|File \"|\.py\b|/work/|/home/|/usr/|/tmp/|site-packages|sqlalchemy", re.IGNORECASE)
"""What no answer may say: where we are, and how we are made."""


@dataclass(frozen=True, slots=True)
class Service:
    world: World
    port: int
    api: Background
    worker: Background

    def token(self, role: str = "reviewer") -> str:
        """Issue a token; each may only ask so often."""
        with self.world.context.database.write() as connection:
            return tokens.issue(connection, NewToken("somebody", role, "浙0106"))[1]

    def client(self) -> httpx.Client:
        headers = {"Authorization": f"Bearer {self.token()}"}
        return httpx.Client(base_url=self.address, headers=headers, timeout=120, trust_env=False)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/api/v1"

    @property
    def path(self) -> str:
        return f"/api/v1/cases/{self.world.case}/scans"

    def send(self, files: Sequence[tuple[str, bytes]]) -> list[str]:
        """Upload files, and return the ids of their scans."""
        sent: list[str] = []
        with self.client() as client:
            for start in range(0, len(files), BATCH):
                form = [("file", file) for file in files[start : start + BATCH]]
                answer = client.post(f"/cases/{self.world.case}/scans", files=form)
                assert answer.status_code == 201, answer.text
                sent += [each["id"] for each in answer.json()["scans"]]
        return sent

    def settled(self, within_s: float = 600) -> None:
        """Wait until nothing is in the queue."""
        self.world.wait(self.world.is_done, within_s)

    def seen(self, ids: Sequence[str]) -> list[Mapping[str, object]]:
        """Ask for scans as a person does; no answer may say too much."""
        shown: list[Mapping[str, object]] = []
        with self.client() as client:
            for each in ids:
                answer = client.get(f"/scans/{each}")
                assert answer.status_code == 200
                assert not LEAKS.search(answer.text), answer.text
                shown.append(answer.json())
        return shown

    def noted(self) -> Mapping[str, str]:
        """Return how scans ended as it was noted: `read`, or the code of a rejection."""
        with self.world.context.database.read() as connection:
            rows = connection.execute(select(happening.c.subject, happening.c.kind, happening.c.facts)).all()
        ended = {"scan_read": "read", "scan_rejected": ""}
        return {subject: ended[kind] or facts["code"] for subject, kind, facts in rows if kind in ended}

    def quiet(self) -> None:
        """Assert that both processes are those that were started, and that none of them said too much."""
        assert self.api.is_running
        assert self.worker.is_running
        for process in (self.api, self.worker):
            for line in process.log.read_text("utf-8").splitlines():
                assert isinstance(json.loads(line), dict)
        assert not self.worker.events("job_failed")
        assert not self.worker.events("job_fenced")
        with self.world.context.database.read() as connection:
            assert set(connection.execute(select(scan.c.state)).scalars()) <= {"read", "rejected"}

    def resident_mb(self) -> float:
        """Return what the API holds."""
        return int(Path(f"/proc/{self.api.pid}/statm").read_text().split()[1]) * 4096 / (1 << 20)

    def said(self, raw: bytes, within_s: float) -> tuple[int, float]:
        """Send bytes as they are; returns the status (0: closed without an answer) and the seconds that it took."""
        started, said = time.monotonic(), b""
        with socket.create_connection(("127.0.0.1", self.port), timeout=within_s) as connection:
            try:
                connection.sendall(raw)
                while b"\r\n\r\n" not in said and (got := connection.recv(65536)):
                    said += got
            except (ConnectionError, BrokenPipeError):
                pass
        assert not LEAKS.search(said.decode("latin-1"))
        status = re.match(rb"HTTP/1\.1 (\d{3})", said)
        return (int(status[1]) if status else 0), time.monotonic() - started


@contextmanager
def service(folder: Path) -> Iterator[Service]:
    """Start a service; all of it is gone afterwards."""
    port = free_port()
    world = World(folder, INTAKE_LEASE_S=120, INTAKE_PORT=port)
    api = world.process((sys.executable, "-m", "intake", "api"), {})
    worker = world.reader()
    try:
        api.start()
        worker.ready(120)
        world.wait(lambda: answers(port), 120)
        yield Service(world, port, api, worker)
    finally:
        worker.kill()
        api.kill()
        world.close()
