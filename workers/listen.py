"""Listens for wake-ups in a thread: when it fails, or no broker is there, the worker goes on by looking by itself."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import structlog
from celery import Celery

from intake.settings import Settings
from workers.app import celery_app
from workers.tasks import add_drain

AGAIN_S = 5.0
ALONE = {"without_heartbeat": True, "without_mingle": True, "without_gossip": True}

log = structlog.get_logger()


def listen(settings: Settings, look: Callable[[], None], stop: threading.Event) -> threading.Thread:
    """Start to listen; `look` is called for every wake-up, in the thread that is returned."""
    app = celery_app(settings)
    add_drain(app, look)
    thread = threading.Thread(target=_listen, args=(app, stop), name="wake-ups", daemon=True)
    thread.start()
    return thread


def _listen(app: Celery, stop: threading.Event) -> None:
    app.set_current()  # Celery finds the tasks of a message by what is current in the thread
    while not stop.is_set():
        try:
            app.WorkController(app=app, pool="solo", concurrency=1, loglevel="WARNING", **ALONE).start()
        except (Exception, SystemExit, MemoryError) as error:  # wake-ups are a help, never a condition
            log.warning("listening_failed", exc_info=error)
        if not stop.is_set():
            time.sleep(AGAIN_S)
