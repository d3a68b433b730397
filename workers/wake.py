"""Sends wake-ups from a thread of its own, so that nobody who took in a file ever waits for a broker."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import structlog

from intake.settings import NO_BROKER, Settings
from workers.app import DRAIN, celery_app

MOST_WAITING = 64  # wake-ups that have not been sent: more say nothing more
PAUSE_S = 5.0  # after a failure nothing is sent for so long: workers look by themselves

log = structlog.get_logger()


class Wake:
    """Call it to wake a worker; it returns at once and never fails. `send` may wait a little and may raise."""

    def __init__(self, send: Callable[[], None], pause_s: float = PAUSE_S) -> None:
        self._send = send
        self._pause_s = pause_s
        self._waiting = threading.BoundedSemaphore(MOST_WAITING)
        for _ in range(MOST_WAITING):
            self._waiting.acquire()
        threading.Thread(target=self._run, name="wake", daemon=True).start()

    def __call__(self) -> None:
        try:
            self._waiting.release()
        except ValueError:
            return  # enough are waiting

    def _run(self) -> None:
        while True:
            self._waiting.acquire()
            try:
                self._send()
            except Exception as error:  # whatever a broker does, workers look by themselves
                log.warning("wake_up_not_sent", exc_info=error)
                self._drop()

    def _drop(self) -> None:
        """Leave a broker alone that failed, and forget what was to be sent meanwhile."""
        time.sleep(self._pause_s)
        while self._waiting.acquire(blocking=False):
            pass


def waker(settings: Settings) -> Callable[[], None]:
    """Return what wakes workers, or nobody where there is no broker."""
    return _nobody if settings.broker == NO_BROKER else Wake(sender(settings))


def _nobody() -> None:
    """Wake nobody: workers look by themselves."""


def sender(settings: Settings) -> Callable[[], None]:
    """Return what sends one wake-up to the broker."""
    app = celery_app(settings, sends=True)

    def send() -> None:
        app.send_task(DRAIN, retry=False, ignore_result=True)

    return send
