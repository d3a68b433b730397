"""What requests cost: processor time of the API, which holds on a machine that is busy with other work too.

One request after the other, in bursts; the cheapest quarter is given, because what else runs takes caches away and only
adds. Time of threads comes from the scheduler's own count, in nanoseconds.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from benchmarks.load.seed import open_one
from benchmarks.load.service import COURT, client, service, token
from benchmarks.timing import quantile
from intake.store.database import opened

MEGABYTE = 1_000_000
SIZE = 2 * MEGABYTE
BURST, WARM = 10, 3  # requests of a burst, and bursts that do not count


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds of the API's processor time that one request of a kind takes."""

    what: str
    requests: int
    milliseconds: float


def costs(url: str, scan: bytes, bursts: int) -> Iterator[Cost]:
    """Upload and poll over PostgreSQL while nobody reads."""
    padded = scan.ljust(SIZE, b"\0")
    with TemporaryDirectory(prefix="intake-load-") as name, service(url, Path(name)) as running:
        with opened(url) as database:
            case = open_one(database, COURT)
        sent: list[str] = []
        with client(running.url, token(url, "clerk")) as asks:

            def upload() -> None:
                content = padded[:-32] + os.urandom(32)
                answer = asks.post(f"/cases/{case}/scans", files={"file": ("scan.jpg", content)}).raise_for_status()
                sent.extend(each["id"] for each in answer.json()["scans"])

            yield _cost("upload of 2 MB", running.pid, upload, bursts)
            turns = cycle(sent)
            yield _cost("poll", running.pid, lambda: _poll(asks, next(turns)), bursts)


def _poll(asks: httpx.Client, scan: str) -> None:
    asks.get(f"/scans/{scan}").raise_for_status()


def _cost(what: str, pid: int, ask: Callable[[], None], bursts: int) -> Cost:
    spent = []
    for _ in range(WARM + bursts):
        before = _ran_ns(pid)
        for _ in range(BURST):
            ask()
        spent.append((_ran_ns(pid) - before) / BURST / 1e6)
    return Cost(what, BURST * bursts, quantile(spent[WARM:], 0.25))


def _ran_ns(pid: int) -> int:
    """Return the nanoseconds that the threads of a process ran so far."""
    files = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(file.read_text("utf-8").split()[0]) for file in files)
