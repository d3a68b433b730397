"""The process that decode children are forked from: it imports decoders, and looks at no file.

It says nothing to anybody but the process that started it, by the socket it was given, one answer to a question:
`start FORMAT LIMITS...` with the file and the pipe, `wait PID`, `kill PID`.
"""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Sequence

from intake.pages import child
from intake.pages.limits import Limits
from intake.pages.sniff import Format

_PATIENCE_S = 1.0  # for a child that has closed its pipe to end
_STEP_S = 0.005


def main(arguments: Sequence[str]) -> None:
    """Answer until the other end of the socket whose number is given is closed."""
    with socket.socket(fileno=int(arguments[0])) as asked:
        while True:
            said, files, _, _ = socket.recv_fds(asked, 256, 2)
            if not said:
                return
            what, *rest = said.decode().split()
            answer = _started(rest, files, asked) if what == "start" else _ended(int(rest[0]), kill=what == "kill")
            asked.send(str(answer).encode())


def _started(arguments: Sequence[str], files: Sequence[int], asked: socket.socket) -> int:
    """Fork a child for a file and a pipe; in the child this never returns."""
    name, megapixels, pages, seconds, cpu_seconds, memory = arguments
    kind, limits = Format(name), Limits(int(megapixels), int(pages), float(seconds), int(cpu_seconds), int(memory))
    child.prepare(kind)
    nurse = os.getpid()
    pid = os.fork()
    if not pid:
        status = 1
        try:
            asked.close()
            os.setsid()
            for place, file in enumerate(files):
                os.dup2(file, place)
                os.close(file)
            child.main(nurse, kind, limits)
            status = 0
        finally:
            os._exit(status)
    for file in files:
        os.close(file)
    return pid


def _ended(pid: int, *, kill: bool) -> int:
    """Return how a child ended; one that has to be killed, or does not end by itself, is killed with all it started."""
    deadline = time.monotonic() + (0 if kill else _PATIENCE_S)
    while time.monotonic() < deadline:
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(_STEP_S)
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:  # it has not come as far as its own group
        os.kill(pid, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
