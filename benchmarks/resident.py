"""Resident memory of processes, as Linux counts it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import psutil

KB = 1024 / 1_000_000  # megabytes


@dataclass(frozen=True, slots=True)
class Resident:
    """Megabytes of a process: now, and the most that it ever had."""

    now: float = 0.0
    most: float = 0.0

    def __add__(self, other: Resident) -> Resident:
        return Resident(self.now + other.now, self.most + other.most)


def own() -> Resident:
    return _of(psutil.Process().pid)


def children() -> Resident:
    """Return the sum over the processes that this one started, and that still live."""
    return sum((_of(process.pid) for process in psutil.Process().children(recursive=True)), Resident())


def _of(pid: int) -> Resident:
    try:
        status = Path(f"/proc/{pid}/status").read_text("ascii")
    except FileNotFoundError:  # it ended just now
        return Resident()
    kilobytes = {name: value.split()[0] for name, value in re.findall(r"^(\w+):\s*(.+)$", status, re.MULTILINE)}
    return Resident(int(kilobytes.get("VmRSS", 0)) * KB, int(kilobytes.get("VmHWM", 0)) * KB)
