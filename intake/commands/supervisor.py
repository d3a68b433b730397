"""Keeps processes running: starts again what ends, more slowly each time, and ends all of them when it is asked to."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

LOOK_S = 0.2
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.5, 60.0
SETTLED_S = 60.0  # a process that ran for so long is started again at once
KILL_AFTER_S = 5.0  # more than a process says it needs
_SET_PARENT_DEATH_SIGNAL = 1  # prctl(2)


@dataclass(slots=True)
class Child:
    """One process that is to run, `nice` by so much to the others; `pause_s` is waited before the next start."""

    name: str
    command: Sequence[str]
    nice: int = 0
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    pause_s: float = FIRST_PAUSE_S
    start_at: float = 0.0


@dataclass(frozen=True, slots=True)
class Supervisor:
    """`children` run with `environment`; `told` hears of every one that ends."""

    children: Sequence[Child]
    environment: Mapping[str, str]
    grace_s: float
    told: Callable[..., None]
    stopping: list[bool] = field(default_factory=list)

    def end(self) -> None:
        """Let `run` end soon; may be called from a signal."""
        self.stopping.append(True)

    def run(self) -> None:
        """Keep all running until `end`."""
        while not self.stopping:
            for child in self.children:
                self._look_after(child)
            time.sleep(LOOK_S)
        self._end_all()

    def _look_after(self, child: Child) -> None:
        now = time.monotonic()
        if child.process is None:
            if now >= child.start_at:
                self._start(child, now)
            return
        code = child.process.poll()
        if code is None:
            return
        if now - child.started_at > SETTLED_S:
            child.pause_s = FIRST_PAUSE_S
        child.process, child.start_at = None, now + child.pause_s
        self.told("process_ended", process=child.name, code=code, again_in_s=child.pause_s)
        child.pause_s = min(child.pause_s * 2, LONGEST_PAUSE_S)

    def _start(self, child: Child, now: float) -> None:
        child.process = subprocess.Popen(  # noqa: S603 our own program
            child.command,
            env=dict(self.environment),
            stdin=subprocess.DEVNULL,
            process_group=0,  # Ctrl-C is for us: we tell them; `nice` counts within one session only
            preexec_fn=partial(_begin, child.nice),  # noqa: PLW1509 we have no threads
        )
        child.started_at = now
        self.told("process_started", process=child.name, pid=child.process.pid)

    def _end_all(self) -> None:
        running = [child.process for child in self.children if child.process is not None]
        for process in running:
            process.terminate()
        until = time.monotonic() + self.grace_s + KILL_AFTER_S
        for process in running:
            try:
                process.wait(max(until - time.monotonic(), 0.0))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _begin(nice: int) -> None:
    """Let the kernel end this process when the one that looks after it is gone, and let others go first."""
    os.nice(nice)
    ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGTERM)
