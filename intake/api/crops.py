"""Keeps the crops that were cut last."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from intake.api.places import Places
from intake.domain.geometry import Quad
from intake.ports import Blobs
from intake.service.scans import Cut

KEPT_BYTES = 16 << 20

CutOut = Callable[[bytes, int, int, Quad], bytes]
"""Cut a box, in pixels of a page of this width and height, out of a picture."""


@dataclass(slots=True)
class Crops:
    """Cuts in a child process; raises Unavailable where too many wait."""

    cut_out: CutOut
    places: Places
    _kept: OrderedDict[Cut, bytes] = field(default_factory=OrderedDict)
    _size: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def of(self, blobs: Blobs, cut: Cut) -> bytes:
        """Return a crop as PNG."""
        kept = self._known(cut)
        if kept is not None:
            return kept
        with self.places.one("crop"):
            made = self.cut_out(blobs.read(cut.image), cut.width, cut.height, cut.box)
        self._keep(cut, made)
        return made

    def _known(self, cut: Cut) -> bytes | None:
        with self._lock:
            if cut not in self._kept:
                return None
            self._kept.move_to_end(cut)
            return self._kept[cut]

    def _keep(self, cut: Cut, made: bytes) -> None:
        with self._lock:
            self._size += len(made) - len(self._kept.pop(cut, b""))
            self._kept[cut] = made
            while self._size > KEPT_BYTES:
                _, old = self._kept.popitem(last=False)
                self._size -= len(old)
