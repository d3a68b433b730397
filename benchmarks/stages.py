"""Where the time of an A4 page goes: sessions that keep a stopwatch, put into our own engine."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks import flop
from benchmarks.timing import wall_s
from intake.domain.geometry import Quad
from intake.domain.page import PageImage, Pixels
from intake.domain.text import Figure, Line
from intake.inference.backend import Backend
from intake.inference.session import Array, Session
from intake.ocr.cascade import Cascade
from intake.ocr.figured import is_confirmed
from intake.ocr.ppocr import PpOcr, ppocr
from intake.ocr.recognise import Steps
from intake.pages.decode import decode
from intake.pages.seals import find_seals, without_seals
from intake.pipeline import read_page
from intake.ports import Worth, every_line

DECODE, SEALS, REST = "decode", "seals", "everything else"
DETECTION, ORIENTATION = "detection", "orientation"
FIRST, SECOND = "recognition, first look", "recognition, second look"
VIEWS = "recognition of boxes that are known"  # second views of doubtful lines, seals' legends, checks of text layers
FIGURES = "figures"
ENGINE = "boxes, strips and characters"
MODELS = (DETECTION, ORIENTATION, FIRST, SECOND, VIEWS, FIGURES)
STAGES = (DECODE, SEALS, *MODELS, ENGINE, REST)


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Seconds of all pages by stage, and what went into the models."""

    backend: str
    pages: int
    spent: Mapping[str, float]
    pixels: flop.Pixels

    @property
    def total_s(self) -> float:
        return sum(self.spent.values())

    @property
    def models_s(self) -> float:
        return sum(self.spent[stage] for stage in MODELS)


@dataclass(slots=True)
class Ledger:
    """Seconds and pixels by stage; `look` is the stage that a recogniser works for just now."""

    look: str = FIRST
    seconds: dict[str, float] = field(default_factory=lambda: dict.fromkeys(STAGES, 0.0))
    pixels: dict[str, int] = field(default_factory=lambda: dict.fromkeys(STAGES, 0))

    def add(self, stage: str, seconds: float, pixels: int = 0) -> None:
        self.seconds[stage] += seconds
        self.pixels[stage] += pixels


@dataclass(frozen=True, slots=True)
class TimedSession:
    """A session that writes down what its runs take; the recogniser's (no stage) for the look of the moment."""

    session: Session
    ledger: Ledger
    stage: str | None = None

    @property
    def metadata(self) -> Mapping[str, str]:
        return self.session.metadata

    def run(self, batch: NDArray[np.float32]) -> tuple[Array, ...]:
        started = time.perf_counter()
        found = self.session.run(batch)
        pixels = batch.shape[0] * batch.shape[2] * batch.shape[3]
        self.ledger.add(self.stage or self.ledger.look, time.perf_counter() - started, pixels)
        return found


@dataclass(frozen=True, slots=True)
class TimedCascade(Cascade):
    """A cascade that says when its second look begins."""

    ledger: Ledger

    def again(self, strips: Sequence[Pixels], first: Sequence[Steps]) -> tuple[Steps, ...]:
        if self.ledger.look == FIRST:
            self.ledger.look = SECOND
        return Cascade.again(self, strips, first)


@dataclass(frozen=True, slots=True)
class TimedEngine:
    """See OcrEngine; times what is no model, and says what the recogniser works for."""

    engine: PpOcr
    ledger: Ledger

    @property
    def name(self) -> str:
        return self.engine.name

    @property
    def version(self) -> str:
        return self.engine.version

    @property
    def alphabet(self) -> Sequence[str]:
        return self.engine.alphabet

    def read(self, page: PageImage, worth: Worth = every_line) -> tuple[Line, ...]:
        with self._timed(FIRST):
            return self.engine.read(page, worth)

    def read_boxes(self, page: PageImage, boxes: Sequence[Quad]) -> tuple[Line | None, ...]:
        with self._timed(VIEWS):
            return self.engine.read_boxes(page, boxes)

    def read_figures(self, page: PageImage, boxes: Sequence[Quad]) -> tuple[tuple[Figure, ...] | None, ...]:
        with self._timed(VIEWS):
            return self.engine.read_figures(page, boxes)

    @contextmanager
    def _timed(self, look: str) -> Iterator[None]:
        """Add what a call takes beside its models."""
        self.ledger.look = look
        started, models_s = time.perf_counter(), self._models_s()
        yield
        self.ledger.add(ENGINE, time.perf_counter() - started - (self._models_s() - models_s))

    def _models_s(self) -> float:
        return sum(self.ledger.seconds[stage] for stage in MODELS)


def breakdown(files: Sequence[bytes], backend: Backend) -> Breakdown:
    """Read files of one page each, with one thread; the first is read once before."""
    cv2.setNumThreads(1)
    plain = ppocr(1, backend)
    read_page(plain, next(decode(files[0])))
    ledger = Ledger()
    engine = timed(plain, ledger)
    for data in files:
        _measure(data, engine, ledger)
    pixels = ledger.pixels
    read = pixels[FIRST] + pixels[SECOND] + pixels[VIEWS]
    went_in = flop.Pixels(pixels[DETECTION], pixels[ORIENTATION], read, pixels[FIGURES])
    return Breakdown(str(backend), len(files), ledger.seconds, went_in)


def timed(engine: PpOcr, ledger: Ledger) -> TimedEngine:
    """Return the engine with stopwatches in it."""
    quick, careful = (
        replace(look, session=TimedSession(look.session, ledger))
        for look in (engine.recogniser.quick, engine.recogniser.careful)
    )
    figures = replace(engine.figures, session=TimedSession(engine.figures.session, ledger, FIGURES))
    confirm = partial(is_confirmed, figures, engine.alphabet)
    watched = replace(
        engine,
        detection=TimedSession(engine.detection, ledger, DETECTION),
        orientation=TimedSession(engine.orientation, ledger, ORIENTATION),
        recogniser=TimedCascade(quick, careful, confirm, engine.recogniser.squeeze, ledger),
        figures=figures,
    )
    return TimedEngine(watched, ledger)


def _measure(data: bytes, engine: TimedEngine, ledger: Ledger) -> None:
    """Decode and read one page; seals are looked for once more by themselves, and taken off the rest."""
    started = time.perf_counter()
    page = next(decode(data))
    ledger.add(DECODE, time.perf_counter() - started)
    seals_s = wall_s(lambda: without_seals(page.pixels, find_seals(page.pixels)))
    ledger.add(SEALS, seals_s)
    inside = (*MODELS, ENGINE)
    before = sum(ledger.seconds[stage] for stage in inside)
    whole_s = wall_s(lambda: read_page(engine, page))
    engine_s = sum(ledger.seconds[stage] for stage in inside) - before
    ledger.add(REST, whole_s - engine_s - seals_s)
