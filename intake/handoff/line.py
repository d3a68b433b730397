"""A connection to the one address with one end of all waiting: limits of single reads let bytes drip for ever."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import httpcore

from intake.handoff.address import Address


class Forbidden(httpcore.ConnectError):
    """The name of the core leads to a machine that may not be one."""


@dataclass(frozen=True, slots=True)
class Limit:
    """The end of a call, by the monotonic clock."""

    ends: float
    clock: Callable[[], float]

    def left(self, error: type[httpcore.TimeoutException]) -> float:
        """Return the seconds that are left, or raise `error`."""
        seconds = self.ends - self.clock()
        if seconds <= 0:
            raise error
        return seconds


class Line(httpcore.NetworkBackend):
    """Opens connections to machines that the address admits, for as long as the limit lets them."""

    def __init__(self, address: Address, limit: Limit) -> None:
        self._address = address
        self._limit = limit
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 the limit of the whole call is shorter
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        left = self._limit.left(httpcore.ConnectTimeout)
        stream = self._inner.connect_tcp(host, port, left, local_address, socket_options)
        if not self._address.admits(stream.get_extra_info("server_addr")[0]):
            stream.close()
            raise Forbidden
        return _Timed(stream, self._limit)


class _Timed(httpcore.NetworkStream):
    """A connection whose every wait ends with the call."""

    def __init__(self, inner: httpcore.NetworkStream, limit: Limit) -> None:
        self._inner = inner
        self._limit = limit

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 as above
        return self._inner.read(max_bytes, self._limit.left(httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002 as above
        self._inner.write(buffer, self._limit.left(httpcore.WriteTimeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002 as above
    ) -> httpcore.NetworkStream:
        left = self._limit.left(httpcore.ConnectTimeout)
        return _Timed(self._inner.start_tls(ssl_context, server_hostname, left), self._limit)

    def get_extra_info(self, info: str) -> object:
        return self._inner.get_extra_info(info)
