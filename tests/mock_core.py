"""A core to test against: a real HTTP server with a ledger, which fails in the ways that real ones do."""

from __future__ import annotations

import contextlib
import hashlib
import json
import socket
import ssl
import struct
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

from intake.handoff.message import Payee
from intake.handoff.signature import KEY_ID, NONCE, SIGNATURE, TIMESTAMP, Call, MemoryNonces, Secret, Verdict, Verifier

PATH = "/core/releases"
SECRET = Secret("2026-07", b"a secret of the tests, 32 bytes!")


class Fault(StrEnum):
    """What goes wrong with one call; the payment is made or not, as the name says."""

    NONE = "none"
    BEFORE = "500_before"
    AFTER = "500_after_commit"
    LATE = "late_after_commit"
    RESET = "reset_after_commit"
    DRIP = "dripped_after_commit"
    BUSY = "409"
    OTHER = "422"
    WRONG_AMOUNT = "wrong_amount_after_commit"
    WRONG_PAYEE = "wrong_payee_after_commit"
    WRONG_KEY = "wrong_key_after_commit"
    NONSENSE = "nonsense_after_commit"
    HUGE = "huge_after_commit"
    REDIRECT = "redirect"
    REFUSED = "refused"


def healthy(number: int) -> Fault:
    return Fault.NONE


@dataclass
class Core:
    """The ledger, and what happens to the call with a number; the key of a payment is unique, as a core must have it.

    `paid` is what the bank did: a core that is set back forgets its answers, not the money that is gone.
    """

    fault: Callable[[int], Fault] = healthy
    late_s: float = 0.6
    answers: dict[str, dict[str, str]] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    paid: Counter[str] = field(default_factory=Counter)
    amounts: dict[str, str] = field(default_factory=dict)
    calls: int = 0
    seen: list[tuple[str, str]] = field(default_factory=list)
    verdicts: Counter[Verdict] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self):
        self.verify = Verifier({SECRET.id: SECRET}, MemoryNonces(time.time), time.time)

    def begin(self, method: str, key: str) -> Fault:
        with self.lock:
            self.calls += 1
            self.seen.append((method, key))
            return self.fault(self.calls)

    def commit(self, key: str, body: bytes) -> tuple[int, dict[str, str]]:
        """Pay and keep the answer, at once; or give the answer that was kept."""
        digest = hashlib.sha256(body).hexdigest()
        with self.lock:
            if key in self.answers:
                same = self.digests[key] == digest
                return (200, self.answers[key]) if same else (422, {"key": key, "state": "refused", "code": "other"})
            request = json.loads(body)
            account, payee = request["account"], request["payee"]
            who = Payee(account["name"], account["number"], payee["id_number"], payee["name"])
            amount = request["amount"]["value"]
            self.paid[request["request_id"]] += 1
            self.amounts[request["request_id"]] = amount
            self.digests[key] = digest
            self.answers[key] = {
                "key": key,
                "state": "accepted",
                "reference": f"P{len(self.answers) + 1}",
                "amount": amount,
                "payee_sha256": who.digest(),
            }
            return 201, self.answers[key]

    def forget(self, count: int):
        """Be set back to an older state: the last keys are gone, the money too."""
        with self.lock:
            for key in list(self.answers)[-count:]:
                del self.answers[key], self.digests[key]


class Handler(BaseHTTPRequestHandler):
    """Speaks HTTP for a core."""

    core: Core
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        """Say nothing."""

    def do_GET(self):
        key = unquote(self.path.removeprefix(f"{PATH}/"))
        fault = self.core.begin("GET", key)
        if not self.is_signed(b""):
            return self.answer(401, {})
        if fault in {Fault.BEFORE, Fault.AFTER}:
            return self.answer(500, {})
        with self.core.lock:
            found = self.core.answers.get(key)
        return self.answer(200, found) if found else self.answer(404, {"key": key, "state": "not_found"})

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        key = unquote(self.headers["Idempotency-Key"])
        fault = self.core.begin("POST", key)
        if not self.is_signed(body):
            return self.answer(401, {})
        if fault in BEFORE_COMMIT:
            status, answer = BEFORE_COMMIT[fault]
            return self.answer(status, {"key": key, **answer})
        return self.after(fault, *self.core.commit(key, body))

    def after(self, fault: Fault, status: int, answer: dict[str, str]):
        if fault is Fault.AFTER:
            return self.answer(500, {})
        if fault is Fault.LATE:
            time.sleep(self.core.late_s)
        if fault is Fault.RESET:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
            return None
        if fault is Fault.DRIP:
            return self.drip()
        if fault in RAW:
            return self.raw(200, RAW[fault])
        return self.answer(status, answer | CHANGED.get(fault, {}))

    def drip(self):
        with contextlib.suppress(OSError):
            for byte in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"y" * 200:
                self.connection.sendall(bytes([byte]))
                time.sleep(0.05)

    def is_signed(self, body: bytes) -> bool:
        head = self.headers
        digest = hashlib.sha256(body).hexdigest()
        call = Call(self.command, self.path, int(head[TIMESTAMP]), head[NONCE], digest)
        verdict = self.core.verify(call, head[KEY_ID], head[SIGNATURE])
        with self.core.lock:
            self.core.verdicts[verdict] += 1
        return verdict is Verdict.GOOD

    def answer(self, status: int, body: dict[str, str]):
        self.raw(status, json.dumps(body).encode())

    def raw(self, status: int, body: bytes):
        with contextlib.suppress(OSError):  # who asked is gone
            self.send_response(status)
            if status == 302:
                self.send_header("Location", f"http://{self.headers['Host']}{PATH}/elsewhere")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)


BEFORE_COMMIT = {
    Fault.BEFORE: (500, {}),
    Fault.BUSY: (409, {"state": "in_progress"}),
    Fault.OTHER: (422, {"state": "refused", "code": "other_bytes"}),
    Fault.REDIRECT: (302, {}),
    Fault.REFUSED: (403, {"state": "refused", "code": "account_closed"}),
}
CHANGED = {
    Fault.WRONG_AMOUNT: {"amount": "4863205.00"},
    Fault.WRONG_PAYEE: {"payee_sha256": "0" * 64},
    Fault.WRONG_KEY: {"key": "release:another:r9:v1"},
    Fault.HUGE: {"note": "x" * 1_000_000},  # a yes in all else
}
RAW = {Fault.NONSENSE: b"<html>OK</html>"}


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def handle_error(self, request, client_address):
        """Say nothing: callers go away in the middle."""


@contextlib.contextmanager
def serving(core: Core, port: int = 0, tls: ssl.SSLContext | None = None) -> Iterator[int]:
    """Run the core on a port of this machine for as long as the block lasts."""
    server = _Server(("127.0.0.1", port), type("Bound", (Handler,), {"core": core}))
    if tls:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
