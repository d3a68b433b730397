"""A Redis of a test's own: nothing is saved, so that a kill loses all, as the worst of brokers would."""

from __future__ import annotations

import shutil
import socket

import pytest
from servers.process import Process, free_port, own_folder

MISSING = "The tests start a Redis of their own. Run: sudo apt-get install -y redis-server (or: make servers)"


class Redis:
    """A server on a free port; `process` freezes, thaws, kills and starts it."""

    def __init__(self):
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        settings = ("--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no")
        self.process = Process((_program(), *settings), own_folder("redis"), self.is_up)

    def start(self) -> None:
        """Start it, or wake it; does nothing to one that runs."""
        self.process.thaw()
        self.process.start()

    def clear(self) -> None:
        self.ask("FLUSHALL")

    def is_up(self) -> bool:
        try:
            return self.ask("PING") == "+PONG"
        except OSError:
            return False

    def is_waited_at(self) -> bool:
        """Say whether somebody waits for a message, and would be given the next one."""
        return "blocked_clients:0" not in self.answer("INFO clients", 10)

    def ask(self, command: str) -> str:
        """Send one command without blanks in its words and return the first line of the answer."""
        return self.answer(command, 1)[0]

    def answer(self, command: str, lines: int) -> list[str]:
        """Send a command and return so many lines of the answer; there must be as many."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=2) as s:
            s.sendall(f"{command}\r\n".encode())
            answer = s.makefile(newline="\r\n")
            return [answer.readline().rstrip() for _ in range(lines)]


def _program() -> str:
    found = shutil.which("redis-server")
    if not found:
        pytest.fail(MISSING)
    return found
