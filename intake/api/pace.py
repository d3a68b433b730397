"""How often somebody may ask: a window of a minute that moves, kept in this process for each token."""

from __future__ import annotations

import math
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

from intake.domain.errors import TooMuch

WINDOW_S = 60.0
STREAM_WAIT_S = 5  # after which it is worth to ask for a stream again
KEYS = 10_000  # windows kept; beyond them those that nobody used for longest go


@dataclass(frozen=True, slots=True)
class Rates:
    """Requests of one token in a minute, by kind, and uploads and streams that may be under way at once."""

    asks: int = 1200
    uploads: int = 60
    searches: int = 20
    unmasks: int = 60
    uploads_at_once: int = 32
    uploads_at_once_each: int = 4
    streams_at_once: int = 200
    streams_at_once_each: int = 8


@dataclass(slots=True)
class Pace:
    """Counts what each token asked in the last minute. `clock` gives seconds from any fixed point."""

    rates: Rates
    clock: Callable[[], float]
    _asked: dict[tuple[str, str], deque[float]] = field(default_factory=dict)
    _under_way: dict[str, int] = field(default_factory=dict)
    _streams: dict[str, int] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def count(self, who: str, kind: str, most: int) -> None:
        """Count one request. Raises TooMuch `too_many_requests` where the minute is full."""
        now = self.clock()
        with self._lock:
            times = self._asked.pop((who, kind), None) or deque()
            self._asked[who, kind] = times  # the last one used stands last
            while times and times[0] <= now - WINDOW_S:
                times.popleft()
            if len(times) >= most:
                raise TooMuch("too_many_requests", seconds=str(math.ceil(times[0] + WINDOW_S - now)))
            times.append(now)
            if len(self._asked) > KEYS:
                del self._asked[next(iter(self._asked))]

    @contextmanager
    def upload(self, who: str) -> Iterator[None]:
        """Hold a place for an upload. Raises TooMuch `too_many_uploads` where all are taken."""
        with self._lock:
            mine, all_of_them = self._under_way.get(who, 0), sum(self._under_way.values())
            if mine >= self.rates.uploads_at_once_each or all_of_them >= self.rates.uploads_at_once:
                raise TooMuch("too_many_uploads")
            self._under_way[who] = mine + 1
        try:
            yield
        finally:
            with self._lock:
                self._under_way[who] -= 1
                if not self._under_way[who]:
                    del self._under_way[who]

    def stream(self, who: str) -> Callable[[], None]:
        """Take a place for a stream; returns what gives it back. Raises TooMuch `too_many_streams` where none is."""
        with self._lock:
            mine, all_of_them = self._streams.get(who, 0), sum(self._streams.values())
            if mine >= self.rates.streams_at_once_each or all_of_them >= self.rates.streams_at_once:
                raise TooMuch("too_many_streams", seconds=str(STREAM_WAIT_S))
            self._streams[who] = mine + 1
        return partial(self._ended, who)

    def _ended(self, who: str) -> None:
        with self._lock:
            self._streams[who] -= 1
            if not self._streams[who]:
                del self._streams[who]
