"""Reads many files in order, in this process or over several, holding only a few files at a time."""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from intake.bootstrap import Engine, quickest_backend, reader
from intake.domain.errors import UnreadableSource
from intake.domain.page import PageImage
from intake.domain.reading import FileReading, PageReading
from intake.inference.backend import Backend
from intake.pages.evidence import save
from intake.pages.sandbox import die_with
from intake.pages.source import read_source, sources
from intake.pipeline import KeepPage, ReadFile, drop_page

AHEAD = 2  # files a process may have waiting: enough to never stand still, few enough to bound memory


@dataclass(frozen=True, slots=True)
class How:
    """What reads files: the engine, what runs its models (None: the quickest here), and whether only fields count."""

    engine: Engine = Engine.PPOCR
    backend: Backend | None = None
    fields_only: bool = False

    def settled(self, threads: int) -> How:
        """Return the same with its backend chosen, so that not every process measures the machine by itself."""
        is_open = self.backend is None and self.engine is Engine.PPOCR
        return replace(self, backend=quickest_backend(threads)) if is_open else self

    def reader(self, threads: int) -> ReadFile:
        return reader(self.engine, threads=threads, backend=self.backend, fields_only=self.fields_only)


@dataclass(frozen=True, slots=True)
class Batch:
    """How files are read, over how many processes, and where upright page images are kept (or not)."""

    how: How
    processes: int
    images: Path | None = None

    def __call__(self, paths: Sequence[Path]) -> Iterator[FileReading]:
        """Yield one reading for each file under `paths`, in order."""
        return self._here(paths) if self.processes == 1 else self._over_processes(paths)

    def _here(self, paths: Sequence[Path]) -> Iterator[FileReading]:
        read = self.how.reader(cores())
        for path in sources(paths):
            yield read_path(read, path, self.images)

    def _over_processes(self, paths: Sequence[Path]) -> Iterator[FileReading]:
        threads = max(cores() // self.processes, 1)
        context = get_context("spawn")  # a fork would share the locks of onnxruntime's threads
        with ProcessPoolExecutor(
            self.processes, context, _start, (self.how.settled(threads), threads, os.getpid())
        ) as pool:
            waiting: deque[Future[FileReading]] = deque()
            for path in sources(paths):
                waiting.append(pool.submit(_read, path, self.images))
                if len(waiting) > self.processes * AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()


def read_path(read: ReadFile, path: Path, images: Path | None = None) -> FileReading:
    """Read the file at `path`; what is wrong with it is in the answer. `images` keeps its upright pages."""
    name = str(path).encode("utf-8", "backslashreplace").decode()  # names are bytes, and not always text
    try:
        data = read_source(path)
    except UnreadableSource as error:
        return FileReading(name, "", error=error)
    return read(name, data, _keep(images, hashlib.sha256(data).hexdigest()) if images else drop_page)


def image_of(images: Path, sha256: str, page: int) -> Path:
    """Return where the upright picture of a page is kept."""
    return images / f"{sha256[:16]}-p{page:03d}.png"


def cores() -> int:
    """Return the processors this process may use."""
    return len(os.sched_getaffinity(0))


def _keep(images: Path, sha256: str) -> KeepPage:
    def keep(page: PageImage, _reading: PageReading) -> None:
        save(page, image_of(images, sha256, page.number))

    return keep


_worker: list[ReadFile] = []  # the reader of a worker process: made once by _start, never shared


def _start(how: How, threads: int, parent: int) -> None:
    die_with(parent)  # they would wait for work for ever: each holds the pipe of the others open
    _worker.append(how.reader(threads))


def _read(path: Path, images: Path | None) -> FileReading:
    return read_path(_worker[0], path, images)
