"""What every unit of work needs: the database, the bytes, the document types, the key of digests, and limits."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from intake.domain.doctype import DocType
from intake.ports import Blobs
from intake.release.policy.load import default_policy
from intake.release.policy.policy import Policy
from intake.store.database import Database

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may come in: of one file, of one request, and of one case."""

    file_bytes: int = 50 * MEBIBYTE
    request_bytes: int = 200 * MEBIBYTE
    request_files: int = 20
    case_files: int = 2000
    case_bytes: int = 4096 * MEBIBYTE


def nobody() -> None:
    """Wake nobody: workers look by themselves."""


def usual(_court: str) -> Policy:
    """Return the policy of a court that has none of its own."""
    return default_policy()


@dataclass(frozen=True, slots=True)
class Context:
    """`wake` is called after a commit that gives workers something to do; it must not raise and not wait long.

    `tells_changes`: somebody listens to changes of the states of requests. `policy` gives a court's own rules.
    """

    database: Database
    blobs: Blobs
    types: Mapping[str, DocType]
    digest_key: bytes = field(repr=False)
    limits: Limits = Limits()
    wake: Callable[[], None] = nobody
    tells_changes: bool = False
    policy: Callable[[str], Policy] = usual

    def digest(self, court: str, number: str) -> str:
        """Return the keyed digest of a number: equal within a court, meaningless without the key."""
        message = f"{court}\0{number.upper()}".encode()
        return hmac.new(self.digest_key, message, hashlib.sha256).hexdigest()
