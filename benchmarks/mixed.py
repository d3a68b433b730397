"""The mixed case, from files to its release request: photos of a ruling of two pages, both sides of an ID, a card."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import count, groupby, islice
from pathlib import Path

import cv2

from benchmarks.race import THREADS, Entrant, Race, entrant, race
from benchmarks.timing import wall_s
from benchmarks.truth import TRUTH, Sample, samples_in
from intake.assembly import Said, request_of
from intake.batch import Batch, How, cores
from intake.bootstrap import Engine, reader
from intake.doctypes.registry import registry
from intake.drawing.facts import facts_of
from intake.inference.backend import Backend
from intake.pipeline import ReadFile
from intake.release.parts.case import Kind
from samples.__main__ import draw_case
from samples.cases import BACK, CARD, FACE, RULING, Case, Scan
from samples.degrade import Variant

FIRST_SEED = 500_001  # neither the samples nor the held-out cases come here
PAGES = 2  # of the ruling
TODAY = date(2026, 1, 2)
PROCESSES = 2
MINUTES = 10
FILES = {"ruling.pdf": RULING, "id-front.jpg": FACE, "id-back.jpg": BACK, "card.jpg": CARD}


@dataclass(frozen=True, slots=True)
class Stream:
    """Many cases one after the other: seconds to the first request, starts of processes included, and to the last."""

    cases: int
    processes: int
    first_s: float
    last_s: float

    @property
    def case_s(self) -> float:
        """Seconds a case once the processes run."""
        return (self.last_s - self.first_s) / (self.cases - 1)

    def minutes(self, cases: int) -> float:
        """Return how long so many cases would take, start included."""
        return (self.first_s + (cases - 1) * self.case_s) / 60

    def cases_in(self, minutes: float) -> int:
        """Return how many cases so many minutes are enough for, start included."""
        return int((minutes * 60 - self.first_s) / self.case_s) + 1


@dataclass(frozen=True, slots=True)
class Mixed:
    races: tuple[Race, ...]
    alone_s: float
    """Median seconds of one case in one process that has all cores."""
    stream: Stream


def mixed(backends: Sequence[Backend], raced: int, streamed: int) -> Mixed:
    """Race `raced` cases one by one with each backend, then read `streamed` cases in two processes."""
    with tempfile.TemporaryDirectory() as folder:
        cases = list(drawn(Path(folder), max(raced, streamed)))
        entrants = [entrant(files) for files in cases[:raced]]
        ours = {str(b): partial(_request, reader(Engine.PPOCR, threads=THREADS, backend=b)) for b in backends}
        races = race(ours, entrants)
        return Mixed(races, _alone_s(entrants), _stream(Path(folder), streamed))


def drawn(folder: Path, count: int) -> Iterator[list[Sample]]:
    """Draw cases into folders of their own, and yield the files of each."""
    for seed in islice(two_pages(), count):
        case = Case(f"mixed-{seed}", seed, tuple(Scan(file, (paper,), Variant.PHOTO) for file, paper in FILES.items()))
        draw_case(case, folder / case.name)
    files = list(samples_in(folder))
    for truth in folder.glob(f"*/{TRUTH}"):
        truth.unlink()
    for _, group in groupby(files, key=lambda file: Path(file.name).parent):
        yield list(group)


def two_pages() -> Iterator[int]:
    """Yield the seeds whose ruling has two pages."""
    draw = registry()["enforcement_ruling"].draw
    for seed in count(FIRST_SEED):
        if draw and len(draw(facts_of(seed), seed).pages) == PAGES:
            yield seed


def _request(read: ReadFile, case: Entrant) -> None:
    request_of([read(name, data) for name, data in case.files], Said(Kind.ENFORCEMENT), TODAY)


def _alone_s(entrants: Sequence[Entrant]) -> float:
    """Return the seconds of a case in one process with all cores, the models loaded before."""
    cv2.setNumThreads(cores())
    read = reader(Engine.PPOCR, threads=cores())
    _request(read, entrants[0])
    return statistics.median(wall_s(partial(_request, read, each)) for each in entrants)


def _stream(folder: Path, cases: int) -> Stream:
    """Read the first cases of a folder as `intake read -j` does, and make the request of each when it is complete."""
    started = time.perf_counter()
    ends = []
    readings = Batch(How(), PROCESSES)(sorted(folder.iterdir())[:cases])
    for _, group in groupby(readings, key=lambda reading: Path(reading.file).parent):
        request_of(tuple(group), Said(Kind.ENFORCEMENT), TODAY)
        ends.append(time.perf_counter() - started)
    return Stream(cases, PROCESSES, ends[0], ends[-1])
