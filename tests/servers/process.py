"""A server of a test's own: a child process on a free port that can be frozen, killed and started again."""

from __future__ import annotations

import atexit
import contextlib
import os
import random
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

PATIENCE_S = 30.0  # two cores are shared by many tests
TICK_S = 0.02
OURS = (20_000, 32_000)  # ports, below those of connections (net.ipv4.ip_local_port_range)


class Process:
    """Runs one command; `is_up` says whether it answers. Ends only what it started, at the latest with the tests."""

    def __init__(self, command: Sequence[str], folder: Path, is_up: Callable[[], bool], user: str | None = None):
        self.command = command
        self.folder = folder
        self.log = folder / "log"
        self._is_up = is_up
        self._user = user
        self._child: subprocess.Popen[bytes] | None = None
        atexit.register(self.kill)

    @property
    def pid(self) -> int:
        assert self._child is not None
        return self._child.pid

    @property
    def is_running(self) -> bool:
        return self._child is not None and self._child.poll() is None

    def start(self) -> None:
        """Start it and return when it answers; does nothing to one that runs."""
        if self.is_running:
            return
        with self.log.open("ab") as log:
            self._child = subprocess.Popen(
                self.command,
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                user=self._user,
                group=self._user,  # of the same name
                extra_groups=[] if self._user else None,
            )
        self._await()

    def stop(self, with_signal: signal.Signals = signal.SIGTERM) -> None:
        """Ask it to end and wait until it has."""
        if self.is_running:
            os.kill(self.pid, with_signal)
            self._child.wait(PATIENCE_S)

    def kill(self) -> None:
        """End it and its children as the loss of power would."""
        self._each(signal.SIGKILL)
        if self._child is not None:
            self._child.wait(PATIENCE_S)

    def freeze(self) -> None:
        """Stop it in its tracks: its sockets stay open, nobody answers."""
        self._each(signal.SIGSTOP)

    def thaw(self) -> None:
        self._each(signal.SIGCONT)

    def _each(self, what: signal.Signals) -> None:
        if self.is_running:
            for pid in (self.pid, *children(self.pid)):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, what)

    def _await(self) -> None:
        until = time.monotonic() + PATIENCE_S
        while not self._is_up():
            if not self.is_running or time.monotonic() > until:
                self.kill()
                pytest.fail(f"{self.command[0]} does not start:\n{self.log.read_text('utf-8', 'replace')[-2000:]}")
            time.sleep(TICK_S)


def free_port() -> int:
    """Return a port that nobody listens at, and that no connection is given: the kernel takes theirs from 32768 on.

    One that the kernel offers may be the near end of somebody's connection by the time a server wants it.
    """
    while True:
        port = random.SystemRandom().randrange(*OURS)
        with socket.socket() as s, contextlib.suppress(OSError):
            s.bind(("127.0.0.1", port))
            return port


def answers(port: int) -> bool:
    """Say whether somebody listens."""
    with socket.socket() as s:
        s.settimeout(1)
        return s.connect_ex(("127.0.0.1", port)) == 0


def children(pid: int) -> list[int]:
    with contextlib.suppress(FileNotFoundError):
        return [int(p) for p in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return []


def own_folder(name: str, user: str | None = None) -> Path:
    """Make a folder that `user` can reach (those of pytest are closed to others); it is removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix=f"intake-{name}-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    if user:
        shutil.chown(folder, user)
    return folder
