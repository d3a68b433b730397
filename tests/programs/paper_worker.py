"""A worker with the real decoder and the real stages behind it, whose engine sees nothing and needs no weights.

A "scan" that is JSON says itself what stands on its one page, as `lines`.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass

import builders
import numpy as np
from quick_worker import say

from intake.boot.given import given
from intake.boot.shift import started
from intake.commands.signals import on_end
from intake.doctypes.registry import registry
from intake.domain.page import PageImage, Quality
from intake.domain.reading import FileReading, PageReading
from intake.ocr.null import NullOcr
from intake.pages.keep import look, picture
from intake.pages.limits import Limits
from intake.pipeline import ReadFile
from intake.work.read import Reader

LIMITS = Limits(page_seconds=300.0, page_cpu_seconds=2)  # the processors are shared: the clock says little


@dataclass(frozen=True)
class Quoting:
    read: ReadFile
    version: str = "quoting-1"
    alphabet: tuple[str, ...] = ()

    def __call__(self, name, data, keep, known, turns):
        if not data.startswith(b'{"lines"'):
            return self.read(name, data, keep, known, turns)
        page = PageReading(builders.page(*json.loads(data)["lines"]), 0, Quality(1.0))
        keep(PageImage(1, np.zeros((1400, 1000, 3), np.uint8)), page)
        return FileReading(name, "", (page,), (self.read.as_type((page,), "account_confirmation"),))

    def as_type(self, pages, name, region=None):
        return self.read.as_type(pages, name, region)


def main() -> None:
    reads = Quoting(ReadFile(NullOcr(), registry(), time.perf_counter, limits=LIMITS))
    shift = started(given(), Reader(reads, reads, picture, look), say)
    on_end(shift.end)
    say("worker_ready", worker=shift.worker.owner)
    shift.run()


if __name__ == "__main__":
    main()
