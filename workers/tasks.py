"""The one task: look whether there is work."""

from __future__ import annotations

from collections.abc import Callable

import structlog
from celery import Celery

from workers.app import DRAIN

log = structlog.get_logger()


def add_drain(app: Celery, look: Callable[[], None]) -> None:
    """Let a wake-up call `look`; while it looks, this process takes no other wake-up."""

    @app.task(name=DRAIN, shared=False)  # type: ignore[untyped-decorator]  # Celery has no types
    def drain() -> None:
        try:
            look()
        except MemoryError:  # would end the whole process: reliability.md, finding 1
            log.warning("drain_out_of_memory")
