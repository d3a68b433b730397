"""Places for what takes a process of its own: only a few at once, whoever asks."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from intake.domain.errors import Unavailable
from intake.release.notice import Notice

AT_ONCE = 2
WAIT_S = 10.0


@dataclass(frozen=True, slots=True)
class Places:
    """Holds the places of one process that answers."""

    free: threading.BoundedSemaphore = field(default_factory=lambda: threading.BoundedSemaphore(AT_ONCE))

    @contextmanager
    def one(self, part: str) -> Iterator[None]:
        """Hold a place for a part of ours. Raises Unavailable where too many wait."""
        if not self.free.acquire(timeout=WAIT_S):
            raise Unavailable(part=part)
        try:
            yield
        finally:
            self.free.release()


@dataclass(frozen=True, slots=True)
class Press:
    """Prints notices; `printed` takes a process for each."""

    printed: Callable[[Notice], bytes]
    places: Places

    def __call__(self, notice: Notice) -> bytes:
        """Return the PDF of a notice. Raises Unavailable."""
        with self.places.one("press"):
            return self.printed(notice)
