"""The processes that decode for this one, and what they cost."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from servers.process import children

from intake.pages.nursery import nursery

TICKS = os.sysconf("SC_CLK_TCK")
CHILDREN = slice(13, 15)  # fields of /proc/PID/stat behind the name: cutime and cstime, in ticks


def born() -> Callable[[], set[int]]:
    """Return what tells the decode children that were started after this call and still run."""
    others = set(children(nursery().pid))
    return lambda: set(children(nursery().pid)) - others


def decoding_s() -> float:
    """Return the seconds of processor time of all decode children that have ended."""
    stat = Path(f"/proc/{nursery().pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, stat[CHILDREN])) / TICKS
