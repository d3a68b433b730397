"""Builds the shift of a worker around whatever reads: the queue, the lease, the wake-ups."""

from __future__ import annotations

from collections.abc import Callable
from random import SystemRandom

from intake.boot.named import owner
from intake.boot.service import service_context
from intake.settings import NO_BROKER, Settings
from intake.work.bell import Bell
from intake.work.loop import Worker
from intake.work.read import Reader
from intake.work.shift import Shift

LONGEST_S = 500.0  # that a wake-up is kept while its worker looks: below what a broker waits


def started(settings: Settings, reads: Reader, told: Callable[..., None]) -> Shift:
    """Build the shift of a worker that reads with `reads`, and let it listen for wake-ups."""
    worker = Worker(service_context(settings), reads, owner(), settings.lease_s, told, SystemRandom())
    made = Shift(worker, Bell(), settings.look_every_s, settings.grace_s)
    if settings.broker != NO_BROKER:
        from workers.listen import listen  # noqa: PLC0415 without a broker nothing of it is needed

        listen(settings, lambda: made.bell.ring(LONGEST_S), made.stop)
    return made
