"""Cold start: `intake read` of one ID photo, beside the import of RapidOCR and one read, each in a new process."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

PEER = "import sys, rapidocr; rapidocr.RapidOCR()(sys.argv[1])"


@dataclass(frozen=True, slots=True)
class Start:
    """Wall seconds, median of the runs, and how often each was run."""

    ours_s: float
    peer_s: float
    ratio: float
    runs: int


def start(photo: Path, runs: int) -> Start:
    """Run both in turns; the first of each warms the disk and does not count."""
    ours, peer = [], []
    for _ in range(runs + 1):
        ours.append(_wall_s([str(Path(sys.executable).with_name("intake")), "read", str(photo)]))
        peer.append(_wall_s([sys.executable, "-c", PEER, str(photo)]))
    ratios = [a / b for a, b in zip(ours[1:], peer[1:], strict=True)]
    return Start(statistics.median(ours[1:]), statistics.median(peer[1:]), statistics.median(ratios), runs)


def _wall_s(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 ours
    return time.perf_counter() - started
