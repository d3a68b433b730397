"""Builds a worker: the only kind of process that opens pictures and loads models."""

from __future__ import annotations

from collections.abc import Callable
from random import SystemRandom

from intake.boot.named import owner
from intake.boot.service import service_context
from intake.bootstrap import Engine, reader
from intake.pages.keep import look, picture
from intake.settings import NO_BROKER, Settings
from intake.work.bell import Bell
from intake.work.loop import Worker
from intake.work.read import Reader
from intake.work.shift import Shift
from workers.listen import listen

LONGEST_S = 500.0  # that a wake-up is kept while its worker looks: below what a broker waits


def reading(settings: Settings) -> Reader:
    """Load what reads. Raises BadWeights where a model is missing or another than the one that is pinned."""
    return Reader(reader(Engine.PPOCR, threads=settings.threads), picture, look)


def shift(settings: Settings, reads: Reader, told: Callable[..., None]) -> Shift:
    """Build the shift of a worker that reads with `reads`, and let it listen for wake-ups."""
    worker = Worker(service_context(settings), reads, owner(), settings.lease_s, told, SystemRandom())
    made = Shift(worker, Bell(), settings.look_every_s, settings.grace_s)
    if settings.broker != NO_BROKER:
        listen(settings, lambda: made.bell.ring(LONGEST_S), made.stop)
    return made
