"""The same pages by the pipeline alone and by the service, and by the service with one worker and with two."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import func, select

from benchmarks.load.seed import open_one
from benchmarks.load.service import COURT, client, service, token, workers
from intake.bootstrap import Engine, quickest_backend, reader
from intake.inference.backend import Backend
from intake.pipeline import ReadFile
from intake.store.database import Database, open_database
from intake.store.tables import job, page

_READ: list[ReadFile] = []


@dataclass(frozen=True, slots=True)
class Reading:
    """Pages a second of who read, with so many processes."""

    who: str
    processes: int
    pages: int
    seconds: float

    @property
    def rate(self) -> float:
        return self.pages / self.seconds


def bare(files: Sequence[bytes], processes: int) -> Reading:
    """Read files as `intake read -j` does, from when all processes have loaded until the last page."""
    backend = quickest_backend(1)
    with ProcessPoolExecutor(processes, get_context("spawn"), _load, (backend,)) as pool:
        list(pool.map(_read, [files[0]] * processes * 2))
        started = time.perf_counter()
        pages = sum(pool.map(_read, files))
        return Reading("pipeline", processes, pages, time.perf_counter() - started)


def served(database: str, files: Sequence[bytes], processes: int) -> Reading:
    """Upload the same files while nobody reads; the clock runs from when the workers are there to the last commit."""
    opened = open_database(database)
    with TemporaryDirectory(prefix="intake-load-") as name, service(database, Path(name)) as running:
        case = open_one(opened, COURT)
        with client(running.url, token(database, "clerk")) as asks:
            _upload(asks.post, case, [files[0]] * processes * 2)
            with workers(running.environment, processes, Path(name) / "workers.log"):
                _until_done(opened)
                before = _pages(opened)
                started = time.perf_counter()
                _upload(asks.post, case, files)
                _until_done(opened)
                seconds = time.perf_counter() - started
        return Reading("service", processes, _pages(opened) - before, seconds)


def _upload(post: Callable[..., object], case: str, files: Sequence[bytes]) -> None:
    for number, content in enumerate(files):
        post(f"/cases/{case}/scans", files={"file": (f"{number}.jpg", content)})


def _until_done(database: Database) -> None:
    """Wait until nothing is left to be done."""
    while True:
        with database.read() as connection:
            left = connection.execute(select(func.count()).where(job.c.done_at.is_(None))).scalar_one()
        if not left:
            return
        time.sleep(0.1)


def _pages(database: Database) -> int:
    with database.read() as connection:
        return connection.execute(select(func.count()).select_from(page)).scalar_one()


def _load(backend: Backend) -> None:
    _READ.append(reader(Engine.PPOCR, threads=1, backend=backend))


def _read(data: bytes) -> int:
    return len(_READ[0]("page", data).pages)
