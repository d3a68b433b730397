"""The one byte form of a request (RFC 8785), and the digest that finds payments made twice."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass

import rfc8785

from intake.release.request import ReleaseRequest


def canonical(request: ReleaseRequest) -> bytes:
    """Return the bytes that are hashed and signed; the same request gives the same bytes everywhere."""
    return rfc8785.dumps(request.model_dump(mode="json"))


@dataclass(frozen=True, slots=True)
class Payment:
    """What makes two payments the same; the account is not part of it, so that a second account hides nothing.

    `payee` is the number of the payee's identity document: it does not depend on how the name is written.
    """

    court: str
    case: str
    payee: str
    amount: str
    instalment: int

    def digest(self) -> str:
        """Return the SHA-256 of the payment's canonical JSON, in hex."""
        return hashlib.sha256(rfc8785.dumps(asdict(self))).hexdigest()
