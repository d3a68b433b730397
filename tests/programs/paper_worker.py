"""A worker with the real decoder and the real stages behind it, whose engine sees nothing and needs no weights.

A "scan" that is JSON says itself what stands on its one page, as `lines`. Arguments: `name=number` sets a limit of the
decoder, `dying` lets it end by a signal in files that begin with DIES. Protections switched off: `inside` (what ends
the decoder ends the worker), `orphans` (a decoder goes on without its worker).
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from dataclasses import dataclass

import builders
import numpy as np
from hostile import DIES
from quick_worker import say

from intake.boot.given import given
from intake.boot.shift import started
from intake.commands.signals import on_end
from intake.doctypes.registry import registry
from intake.domain.page import PageImage, Quality
from intake.domain.reading import FileReading, PageReading
from intake.ocr.null import NullOcr
from intake.pages import decode, nursery
from intake.pages.keep import look, picture
from intake.pages.limits import Limits
from intake.pipeline import ReadFile
from intake.work.read import Reader

LIMITS = Limits(page_seconds=300.0, page_cpu_seconds=2)  # the processors are shared: the clock says little
_ENDS = f"os.pread(0, {len(DIES)}, 0) == {DIES!r} and os.kill(os.getpid(), signal.SIGSEGV)"
_NURSE = "from intake.pages.nurse import main"
_STARTERS = {
    "dying": "import os, signal; from intake.pages import child; whole = child.main; "
    f"child.main = lambda *how: {_ENDS} or whole(*how); ",
    "orphans": "from intake.pages import sandbox; sandbox.die_with = lambda _parent: None; ",
}
"""What the nursery of decoders does before it begins."""


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


def changed(argument: str, limits: Limits) -> Limits:
    """Do as an argument says; returns the limits that hold then."""
    name, _, number = argument.partition("=")
    if number:
        return limits._replace(**{name: int(number)})
    if name == "inside":
        sniff = decode.sniff
        decode.sniff = lambda data: os.kill(os.getpid(), signal.SIGSEGV) if data.startswith(DIES) else sniff(data)
    else:
        command = nursery.command
        nursery.command = lambda *given: [part.replace(_NURSE, _STARTERS[name] + _NURSE) for part in command(*given)]
    return limits


def main() -> None:
    limits = LIMITS
    for argument in sys.argv[1:]:
        limits = changed(argument, limits)
    reads = Quoting(ReadFile(NullOcr(), registry(), time.perf_counter, limits=limits))
    shift = started(given(), Reader(reads, reads, picture, look), say)
    on_end(shift.end)
    say("worker_ready", worker=shift.worker.owner)
    shift.run()


if __name__ == "__main__":
    main()
