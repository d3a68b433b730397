"""What is known after a message was sent or asked for: one of five kinds, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

NOT_FOUND = "not_found"
"""The core says that it does not know the key."""


class Kind(StrEnum):
    """Accepted and refused are the core's word; mismatch is for a person; busy and unknown will be known later."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    BUSY = "busy"
    MISMATCH = "mismatch"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is known now.

    `detail` is the core's reference (accepted), its code (refused), or our code for what happened. `reached` is false
    only where it is certain that nothing left this machine.
    """

    kind: Kind
    detail: str
    reached: bool = True

    @property
    def is_answer(self) -> bool:
        """Say whether the core was there and spoke."""
        return self.kind is not Kind.UNKNOWN or self.detail == NOT_FOUND


def accepted(reference: str) -> Outcome:
    return Outcome(Kind.ACCEPTED, reference)


def refused(code: str) -> Outcome:
    return Outcome(Kind.REFUSED, code)


def busy(detail: str) -> Outcome:
    return Outcome(Kind.BUSY, detail)


def mismatch(detail: str) -> Outcome:
    return Outcome(Kind.MISMATCH, detail)


def unknown(detail: str, *, reached: bool = True) -> Outcome:
    return Outcome(Kind.UNKNOWN, detail, reached)
