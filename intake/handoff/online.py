"""Carries messages over HTTP: stored bytes, signed, to one address, no redirects, no proxies, no cookies."""

from __future__ import annotations

import hashlib
import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass

import httpcore

from intake.handoff.address import Address
from intake.handoff.answer import Reply, judge
from intake.handoff.line import Forbidden, Limit, Line
from intake.handoff.message import Message
from intake.handoff.outcome import Outcome, unknown
from intake.handoff.signature import Signer
from intake.handoff.steps import MAX_AGE_S, Move

TIMEOUT_S = 5.0  # of a whole call, from the name lookup to the last byte
MAX_ANSWER = 64 * 1024  # bytes; an answer has some 400
NO_BODY = hashlib.sha256(b"").hexdigest()


@dataclass(frozen=True, slots=True)
class OnlineCourier:
    """Posts messages to a core, and asks it for them by their keys; `tls` holds whose certificates are believed."""

    address: Address
    sign: Signer
    tls: ssl.SSLContext
    timeout_s: float = TIMEOUT_S

    def __post_init__(self) -> None:
        if self.tls.verify_mode is not ssl.CERT_REQUIRED or not self.tls.check_hostname:
            raise ValueError("certificates must be verified; give the court's own authority as a file instead")

    @property
    def patience_s(self) -> float:
        return MAX_AGE_S

    def send(self, message: Message) -> Outcome:
        path = self.address.path
        headers = {
            "Content-Type": "application/json",
            "Idempotency-Key": message.wire_key,
            **self.sign("POST", path, message.sha256),
        }
        return self._call("POST", path, headers, message, Move.SEND)

    def ask(self, message: Message) -> Outcome:
        if message.echo is None:
            return self.send(message)  # nobody keeps notices; the same one again does no harm
        path = f"{self.address.path.rstrip('/')}/{message.wire_key}"
        return self._call("GET", path, self.sign("GET", path, NO_BODY), message, Move.ASK)

    def _call(self, method: str, path: str, headers: Mapping[str, str], message: Message, move: Move) -> Outcome:
        try:
            reply = self._exchange(method, path, headers, message.body if move is Move.SEND else None)
        except Forbidden:
            return unknown("forbidden_address", reached=False)
        except (httpcore.ConnectError, httpcore.ConnectTimeout):
            return unknown("unreachable", reached=False)
        except httpcore.TimeoutException:
            return unknown("timeout")
        except (httpcore.NetworkError, httpcore.RemoteProtocolError):
            return unknown("cut_off")
        return judge(reply, message, move)

    def _exchange(self, method: str, path: str, headers: Mapping[str, str], body: bytes | None) -> Reply:
        """Make one call over a connection of its own: a kept one may be dead, and nobody could tell it from a core."""
        limit = Limit(time.monotonic() + self.timeout_s, time.monotonic)
        to = self.address
        url = httpcore.URL(scheme=to.scheme, host=to.host, port=to.port, target=path)
        fixed = {"Host": to.netloc, "Accept": "application/json", "Accept-Encoding": "identity", "Connection": "close"}
        with (
            httpcore.ConnectionPool(ssl_context=self.tls, network_backend=Line(to, limit)) as pool,
            pool.stream(method, url, headers=[*fixed.items(), *headers.items()], content=body) as response,
        ):
            return Reply(response.status, _bounded(response))


def _bounded(response: httpcore.Response) -> bytes | None:
    """Read a body of up to MAX_ANSWER bytes; None for a longer one."""
    read = bytearray()
    for chunk in response.iter_stream():
        read += chunk
        if len(read) > MAX_ANSWER:
            return None
    return bytes(read)
