"""Times what the service does around the reading of a scan: from the claim to the commit, with a reader that knows all.

The scans are claimed and ended by one worker in this process, on a database that syncs; the reader gives back the same
page and the same document at once.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from benchmarks.load.seed import open_one
from benchmarks.load.service import COURT, KEY
from intake.doctypes.registry import registry
from intake.domain.document import Document
from intake.domain.geometry import Quad
from intake.domain.page import PageImage
from intake.domain.reading import FileReading, PageReading
from intake.pages.keep import look, picture
from intake.pipeline import ReadFile
from intake.service.context import Context
from intake.store import jobs, scans, schema
from intake.store.blobs import LocalBlobs
from intake.store.database import open_database
from intake.store.jobs import Kind, Task
from intake.store.scans import NewScan
from intake.work.loop import Worker
from intake.work.read import KeepPage, Reader

LEASE_S = 120.0


@dataclass(frozen=True, slots=True)
class Known:
    """Reads nothing: gives back what was read of a file before, with its pages to keep or without."""

    reading: FileReading
    image: PageImage
    alphabet: Sequence[str]
    keeps: bool
    version: str = "known"

    def __call__(
        self,
        name: str,  # noqa: ARG002 as the protocol names it
        data: bytes,  # noqa: ARG002 the same
        keep: KeepPage,
        known: Mapping[int, PageReading],  # noqa: ARG002 the same
        turns: Mapping[int, int],  # noqa: ARG002 the same
    ) -> FileReading:
        if self.keeps:
            for page in self.reading.pages:
                keep(self.image, page)
        return self.reading

    def as_type(self, pages: Sequence[PageReading], name: str | None, region: Quad | None) -> Document:
        raise NotImplementedError  # nobody corrects anything here


@dataclass(frozen=True, slots=True)
class Overhead:
    """Milliseconds a scan from its claim to its commit, and how many of them the worker's processor was at it."""

    what: str
    documents: int
    milliseconds: float
    processor_ms: float


def overhead(database: str, scan: bytes, read: ReadFile, count: int) -> Iterator[Overhead]:
    """Read a scan once, then let a worker end `count` scans of it, without its page and with it."""
    images: list[PageImage] = []
    reading = read("scan", scan, lambda image, _reading: images.append(image))
    schema.migrate(open_database(database))
    with TemporaryDirectory(prefix="intake-load-") as name:
        context = Context(open_database(database), LocalBlobs(Path(name)), registry(), KEY.encode())
        for keeps, what in ((False, "claim to commit"), (True, "and its page and picture kept")):
            known = Known(reading, images[0], read.alphabet, keeps)
            worker = Worker(context, Reader(known, known, picture, look), "load", LEASE_S, _told, Random(1))  # noqa: S311 no secret
            _fill(context, scan, count + 10)
            for _ in range(10):
                worker.one()
            started, began = time.perf_counter(), time.process_time()
            worker.drain(threading.Event())
            seconds, spent = time.perf_counter() - started, time.process_time() - began
            yield Overhead(what, count, seconds / count * 1000, spent / count * 1000)


def _told(event: str, **facts: object) -> None:
    if event != "job_done":
        raise RuntimeError(event, facts)


def _fill(context: Context, scan: bytes, count: int) -> None:
    with context.blobs.writer(len(scan)) as writer:
        writer.write(scan)
        sha256 = writer.finish().sha256
    case = open_one(context.database, COURT)
    for number in range(count):
        with context.database.write() as connection:
            new = NewScan(case, COURT, sha256, f"{number}.jpg", len(scan), "load")
            jobs.enqueue(connection, Task(Kind.READ, scans.add(connection, new).id, COURT))
