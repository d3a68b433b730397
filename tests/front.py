"""The API of a service as a process of its own, and clients that ask it, many at once."""

from __future__ import annotations

import itertools
import json
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import httpx
from servers.process import answers, free_port
from world import COURT, ROOT, World

from intake.store import tokens
from intake.store.tokens import NewToken

API = ROOT / "tests" / "programs" / "quick_api.py"
MANY = {"INTAKE_ASKS_A_MINUTE": 100_000, "INTAKE_UPLOADS_A_MINUTE": 100_000, "INTAKE_UPLOADS_AT_ONCE_EACH": 32}
PATIENCE_S = 120.0
PIECE = 1 << 16  # bytes


@dataclass(frozen=True, slots=True)
class Said:
    """An answer: `code` is that of a problem, `retry` whether it says when to come again."""

    status: int
    code: str
    retry: bool
    seconds: float
    body: dict[str, object]


def form(number: int, size: int) -> Iterator[bytes]:
    """Yield the pieces of an upload of one "scan" of `size` bytes and some."""
    yield b'--b0undary\r\nContent-Disposition: form-data; name="file"; filename="%d.json"\r\n\r\n' % number
    yield json.dumps({"n": number}).encode()
    yield from itertools.repeat(b" " * PIECE, size // PIECE)
    yield b"\r\n--b0undary--\r\n"


def form_headers(number: int, size: int) -> dict[str, str]:
    return {
        "Content-Type": "multipart/form-data; boundary=b0undary",
        "Content-Length": str(sum(map(len, form(number, size)))),
        "Idempotency-Key": str(number),
    }


class Front:
    """`without` are protections to be switched off, `given` variables besides; within its context it runs."""

    def __init__(self, world: World, *without: str, prefix: Sequence[str] = (), **given: object):
        self.world = world
        self.port = free_port()
        command = (*prefix, sys.executable, str(API), *without)
        self.process = world.process(command, {**MANY, "INTAKE_PORT": self.port, **given})
        self.headers = {"Authorization": f"Bearer {self.token()}"}

    def __enter__(self) -> Self:
        self.process.start()
        self.world.wait(lambda: answers(self.port), 60)
        self._client = httpx.Client(
            base_url=f"http://127.0.0.1:{self.port}",
            timeout=PATIENCE_S,
            trust_env=False,
            limits=httpx.Limits(max_keepalive_connections=0),  # one that was closed after a fault is not used again
        )
        return self

    def __exit__(self, *_error: object) -> None:
        self._client.close()
        self.process.kill()

    def token(self, expires_at: float | None = None) -> str:
        with self.world.context.database.write() as connection:
            return tokens.issue(connection, NewToken("somebody", "clerk", COURT, expires_at=expires_at))[1]

    def ask(self, path: str, method: str = "GET", **sent: object) -> Said:
        started = time.monotonic()
        answer = self._client.request(method, path, **{"headers": self.headers, **sent})
        spent = time.monotonic() - started
        body = answer.json() if "json" in answer.headers.get("content-type", "") else {}
        code = body.get("code", "") if isinstance(body, dict) else ""
        return Said(answer.status_code, code, "retry-after" in answer.headers, spent, body)

    @property
    def scans(self) -> str:
        return f"/api/v1/cases/{self.world.case}/scans"

    def upload(self, number: int, size: int = 0, **order: object) -> Said:
        """Upload a "scan" for the quick worker, of `size` bytes or more."""
        data = json.dumps({"n": number, **order}).encode() + b" " * size
        return self.ask(self.scans, "POST", files={"file": (f"{number}.json", data)})

    def stream(self, number: int, size: int) -> Said:
        """Upload a "scan" piece by piece, with its number as its key."""
        headers = {**self.headers, **form_headers(number, size)}
        return self.ask(self.scans, "POST", content=form(number, size), headers=headers)

    def at_once(self, many: int, act: Callable[[int], Said]) -> list[Said]:
        with ThreadPoolExecutor(many) as pool:
            return list(pool.map(act, range(many)))

    @property
    def threads(self) -> int:
        return self._status("Threads")

    @property
    def peak_mb(self) -> int:
        """Return the most memory that the API ever held."""
        return self._status("VmHWM") >> 10

    def _status(self, name: str) -> int:
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"{name}:\s+(\d+)", status)[1])
