"""The processes that decode for this one, what they cost, and whether a process is still there."""

from __future__ import annotations

import os
import time
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


def is_running(pid: str) -> bool:
    """Say whether a process is there; its death may take the kernel a moment."""
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except FileNotFoundError:
            return False
        if state == "Z":
            return False
        time.sleep(0.05)
    return True
