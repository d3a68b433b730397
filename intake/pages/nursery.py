"""Starts decode children: forks of a process that has the decoders ready and never sees a byte of any file.

To start an interpreter and import a decoder takes 65 ms of processor time for each file, 85 for a PDF; the fork of one
that has done so hardly any. The process ends when our end of its socket is closed, with this process, however that
ends. A process that was forked from this one gets a nursery of its own.
"""

from __future__ import annotations

import atexit
import os
import socket
import subprocess
from contextlib import suppress
from threading import Lock

from intake.isolated import command
from intake.pages.limits import Limits
from intake.pages.sniff import Format

START_SECONDS = 20.0  # for an interpreter, on a busy machine


class Nursery:
    """The process, and our end of the socket that it listens to; may be used by several threads."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.settimeout(START_SECONDS)
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 our own interpreter and module, a number as argument
                command("intake.pages.nurse", ("PIL", "pypdfium2", "pillow_heif"), (theirs.fileno(),)),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
                start_new_session=True,
                env={},
            )
        self._socket = ours
        self._lock = Lock()

    @property
    def pid(self) -> int:
        return self._process.pid

    def start(self, kind: Format, limits: Limits, content: int, output: int) -> int:
        """Start a child that decodes the file `content` and writes to `output`; returns its process id. OSError."""
        return self._ask(" ".join(map(str, ("start", kind, *limits))), (content, output))

    def end(self, child: int, *, kill: bool) -> int:
        """Bury a child, which is killed if it has to be; returns how it ended, as Popen.returncode does. OSError."""
        return self._ask(f"{'kill' if kill else 'wait'} {child}")

    def close(self) -> None:
        """End the process, and with it every child."""
        self._socket.close()
        self._process.kill()
        self._process.wait()

    def leave(self) -> None:
        """Let go of what belongs to the process that this one was forked from."""
        self._socket.close()
        self._process.returncode = 0  # not ours to wait for

    def _ask(self, question: str, files: tuple[int, ...] = ()) -> int:
        with self._lock:
            socket.send_fds(self._socket, [question.encode()], files)
            answer = self._socket.recv(32)
        if not answer:
            raise ConnectionResetError("the nursery has ended")
        return int(answer)


_ours: list[Nursery] = []
_opening = Lock()


def nursery() -> Nursery:
    """Return the nursery of this process."""
    with _opening:
        if not _ours:
            _ours.append(Nursery())
        return _ours[0]


def renewed(broken: Nursery) -> Nursery:
    """Return another nursery than one that does not answer."""
    with _opening, suppress(ValueError):
        _ours.remove(broken)
        broken.close()
    return nursery()


def _forked() -> None:
    """Start over in a process that was forked: neither the socket nor a lock of the other is ours."""
    global _opening  # noqa: PLW0603
    _opening = Lock()
    for other in _ours:
        other.leave()
    _ours.clear()


def _ended() -> None:
    """End with this process, and not only soon after it."""
    for each in _ours:
        each.close()
    _ours.clear()


os.register_at_fork(after_in_child=_forked)
atexit.register(_ended)
