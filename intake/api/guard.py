"""Closes connections that take a place and give nothing: silent ones, dripping ones, and those that never read.

uvicorn waits for ever for the rest of a request. `uvicorn.Config(http=Guard)` does not.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

SEND_BUFFER = 128 * 1024  # bytes of an answer that the kernel takes ahead: 4 MB else, for every client that never reads


@dataclass(frozen=True, slots=True)
class Patience:
    """What a client may take: seconds, and the bytes that must have moved within them."""

    head_s: float = 10.0  # from the connection or the first byte of a request to the end of its headers
    head_bytes: int = 32 * 1024
    body_s: float = 15.0
    body_bytes: int = 15 * 8 * 1024  # 8 kB a second: a telephone on a bad line has more
    taken_s: float = 30.0
    taken_bytes: int = 30 * 1024  # of an answer, beyond what the kernel holds; it takes more in steps of some 80 kB


class Guard(HttpToolsProtocol):
    """A protocol that has patience with slow clients, and an end of it.

    While we do not read (the disk is slow, an earlier request is not answered yet), time does not count against the
    client. Between requests of a connection uvicorn's own `timeout_keep_alive` holds until the first byte comes.
    """

    patience: ClassVar[Patience] = Patience()

    _coming: asyncio.TimerHandle | None = None  # a deadline for what the client sends
    _going: asyncio.TimerHandle | None = None  # one for what it takes
    _is_head = False  # whether the end of a request's headers is awaited
    _begun = 0  # requests so far
    _raw = 0  # bytes of headers that came in pieces
    _fields = 0  # bytes of headers that were understood
    _body = 0  # bytes of the body since the last look
    _was_held = False  # whether we stopped reading since then

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in the base
        super().connection_made(transport)
        transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
        self._expect_head()

    def connection_lost(self, exc: Exception | None) -> None:
        _cancel(self._coming)
        _cancel(self._going)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        begun = self._begun
        if not self._is_head and self._coming is None and self._is_idle():
            self._expect_head()  # a blank line begins no request, but it ends the wait for one
        super().data_received(data)
        if self._is_head and begun == self._begun:
            self._raw += len(data)
            if self._raw > self.patience.head_bytes and not self.transport.is_closing():
                self.send_400_response("Request headers too large.")

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._begun += 1
        self._fields = 0
        if not self._is_head:
            self._expect_head()

    def on_header(self, name: bytes, value: bytes) -> None:
        super().on_header(name, value)
        self._fields += len(name) + len(value)
        if self._fields > self.patience.head_bytes:
            raise ValueError("headers too large")  # the parser ends with it, and the base answers 400

    def on_headers_complete(self) -> None:
        super().on_headers_complete()
        self._is_head = False
        self._body = 0
        self._was_held = False
        self._await(self.patience.body_s, self._look)

    def on_body(self, body: bytes) -> None:
        super().on_body(body)
        self._body += len(body)
        self._was_held |= self.flow.read_paused

    def on_message_complete(self) -> None:
        super().on_message_complete()
        _cancel(self._coming)
        self._coming = None

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if self._is_head:
            self._await(self.patience.head_s, self._give_up_head)
        if self.transport.get_write_buffer_size():
            self._watch_taking()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._watch_taking()

    def resume_writing(self) -> None:
        super().resume_writing()
        _cancel(self._going)
        self._going = None

    def _expect_head(self) -> None:
        self._is_head = True
        self._raw = 0
        self._await(self.patience.head_s, self._give_up_head)

    def _await(self, seconds: float, then: Callable[[], None]) -> None:
        _cancel(self._coming)
        self._coming = self.loop.call_later(seconds, then)

    def _give_up_head(self) -> None:
        if self.flow.read_paused or not self._is_idle():
            self._await(self.patience.head_s, self._give_up_head)
        else:
            self.transport.abort()

    def _look(self) -> None:
        """End a body of which too little came, unless it was us who did not read or did not ask."""
        is_excused = self._was_held or self.flow.read_paused or self.cycle.waiting_for_100_continue
        if self._body < self.patience.body_bytes and not is_excused:
            self.transport.abort()
            return
        self._body = 0
        self._was_held = self.flow.read_paused
        self._await(self.patience.body_s, self._look)

    def _watch_taking(self) -> None:
        if self._going is None:
            waiting = self.transport.get_write_buffer_size()
            self._going = self.loop.call_later(self.patience.taken_s, self._look_taken, waiting)

    def _look_taken(self, before: int) -> None:
        """End an answer of which too little was taken; while one is told to wait, nothing is added to it."""
        self._going = None
        waiting = self.transport.get_write_buffer_size()
        if max(before - self.patience.taken_bytes, 0) < waiting <= before:
            self.transport.abort()
        elif waiting:
            self._watch_taking()

    def _is_idle(self) -> bool:
        """Say whether no request is being answered."""
        return self.cycle is None or self.cycle.response_complete


def _cancel(timer: asyncio.TimerHandle | None) -> None:
    if timer is not None:
        timer.cancel()
