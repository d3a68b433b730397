"""Signs what goes out, and checks what came in: HMAC-SHA256 over method, path, time, nonce and the body's digest."""

from __future__ import annotations

import hmac
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

SCHEME = "intake-hmac-sha256-v1"
WINDOW_S = 300  # a call is good for five minutes before and after its time
MIN_SECRET = 32  # bytes

KEY_ID = "Intake-Key-Id"
TIMESTAMP = "Intake-Timestamp"
NONCE = "Intake-Nonce"
SIGNATURE = "Intake-Signature"


@dataclass(frozen=True, slots=True)
class Secret:
    """A secret shared with one core, and the name by which both sides know it while they change it."""

    id: str
    value: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.value) < MIN_SECRET:
            raise ValueError(f"a secret has at least {MIN_SECRET} bytes; make one with: openssl rand -hex 32")


@dataclass(frozen=True, slots=True)
class Call:
    """What is signed of a call; the path as it is sent, with its percent signs."""

    method: str
    path: str
    timestamp: int
    nonce: str
    body_sha256: str

    def text(self) -> bytes:
        """Return the exact bytes that are signed: six lines, no line end after the last."""
        lines = (SCHEME, self.method, self.path, str(self.timestamp), self.nonce, self.body_sha256)
        return "\n".join(lines).encode()


def signature(secret: Secret, text: bytes) -> str:
    """Return the signature of a text, in hex."""
    return hmac.digest(secret.value, text, "sha256").hex()


@dataclass(frozen=True, slots=True)
class Signer:
    """Makes the headers that sign a call; the clock gives seconds since 1970, the nonce 128 bits of chance in hex."""

    secret: Secret
    clock: Callable[[], float]
    nonce: Callable[[], str]

    def __call__(self, method: str, path: str, body_sha256: str) -> Mapping[str, str]:
        call = Call(method, path, int(self.clock()), self.nonce(), body_sha256)
        return {
            KEY_ID: self.secret.id,
            TIMESTAMP: str(call.timestamp),
            NONCE: call.nonce,
            SIGNATURE: signature(self.secret, call.text()),
        }


class Nonces(Protocol):
    """Remembers nonces.

    Callers may rely on: of any number of calls with one nonce at once, exactly one gets True, until `until` is over.
    """

    def is_new(self, nonce: str, until: float) -> bool:
        """Remember the nonce; say whether it was not there yet."""
        ...


class Verdict(StrEnum):
    """What a signature is worth; only `good` lets a call in."""

    GOOD = "good"
    UNKNOWN_KEY = "unknown_key"
    STALE = "stale"
    FORGED = "forged"
    REPLAYED = "replayed"


@dataclass(frozen=True, slots=True)
class Verifier:
    """Checks signatures on the receiving side; a nonce is remembered only of calls that are signed well."""

    secrets: Mapping[str, Secret]
    nonces: Nonces
    clock: Callable[[], float]

    def __call__(self, call: Call, key_id: str, signed: str) -> Verdict:
        secret = self.secrets.get(key_id)
        if secret is None:
            return Verdict.UNKNOWN_KEY
        if not hmac.compare_digest(signature(secret, call.text()).encode(), signed.encode()):
            return Verdict.FORGED
        if abs(self.clock() - call.timestamp) > WINDOW_S:
            return Verdict.STALE
        is_new = self.nonces.is_new(call.nonce, call.timestamp + WINDOW_S)
        return Verdict.GOOD if is_new else Verdict.REPLAYED


@dataclass(frozen=True, slots=True)
class MemoryNonces:
    """Remembers nonces in this process; several processes need a table with a unique column."""

    clock: Callable[[], float]
    _until: dict[str, float] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def is_new(self, nonce: str, until: float) -> bool:
        with self._lock:
            now = self.clock()
            for old in [name for name, end in self._until.items() if end < now]:
                del self._until[old]
            is_new = nonce not in self._until
            self._until[nonce] = until
            return is_new
