"""A bell between who hears that there is work and who does it, so that one thread alone holds the models."""

from __future__ import annotations

import threading


class Bell:
    """Rung by any thread; one worker waits for it."""

    def __init__(self) -> None:
        self._rung = threading.Event()
        self._is_done = threading.Event()

    def ring(self, wait_s: float = 0.0) -> None:
        """Say that there is work, and stay until the worker has looked: who stays takes no other wake-up meanwhile."""
        self._is_done.clear()
        self._rung.set()
        if wait_s:
            self._is_done.wait(wait_s)

    def wait(self, timeout_s: float) -> None:
        """Return when the bell was rung, or after `timeout_s` seconds."""
        self._rung.wait(timeout_s)
        self._rung.clear()

    def done(self) -> None:
        """Say that there is nothing left to do."""
        self._is_done.set()
