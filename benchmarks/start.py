"""Cold start: a new process until the first ID photo is read, ours and the others', imports and weights included."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peer import LANGUAGE, PADDLEOCR, RAPIDOCR, TESSERACT

OURS = "intake read"
SCRIPTS = {
    RAPIDOCR: "import sys, rapidocr; rapidocr.RapidOCR()(sys.argv[1])",
    PADDLEOCR: (
        "import sys, numpy, PIL.Image; from benchmarks.peer import paddleocr; "
        "paddleocr(1)(numpy.asarray(PIL.Image.open(sys.argv[1]).convert('RGB')))"
    ),
}


@dataclass(frozen=True, slots=True)
class Start:
    """Wall seconds, median of the runs."""

    name: str
    seconds: float
    runs: int


def start(photo: Path, runs: int, others: Sequence[str]) -> tuple[Start, ...]:
    """Run ours and the others that are installed in turns; the first run of each warms the disk and does not count."""
    commands = {OURS: [str(Path(sys.executable).with_name("intake")), "read", str(photo)], **_commands(photo, others)}
    times = [{name: _wall_s(command) for name, command in commands.items()} for _ in range(runs + 1)]
    return tuple(Start(name, statistics.median(run[name] for run in times[1:]), runs) for name in commands)


def _commands(photo: Path, others: Sequence[str]) -> Mapping[str, list[str]]:
    commands = {name: [sys.executable, "-c", script, str(photo)] for name, script in SCRIPTS.items()}
    program = shutil.which("tesseract")
    if program:
        commands[TESSERACT] = [program, str(photo), "stdout", "-l", LANGUAGE]
    return {name: command for name, command in commands.items() if name in others}


def _wall_s(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 ours
    return time.perf_counter() - started
