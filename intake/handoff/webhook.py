"""Tells other programs that a request changed its state (S26): which and how, and nothing about anybody."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime

import rfc8785

from intake.handoff.message import Message

SCHEMA_ID = "intake/state-change/v1"
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_NUMBER = re.compile(r"[0-9]{11,}[0-9Xx]?")  # of a telephone, a person or an account, not of ours
_STATE = re.compile(r"[a-z][a-z0-9_]{0,31}")


@dataclass(frozen=True, slots=True)
class StateChange:
    """A change of a request's state; all ids are ours and say nothing, as a case number or a name would."""

    event_id: str
    case_id: str
    request_id: str
    old: str
    new: str
    at: datetime

    def __post_init__(self) -> None:
        ids = (self.event_id, self.case_id, self.request_id)
        if not all(_ID.fullmatch(name) and not _NUMBER.fullmatch(name) for name in ids):
            raise ValueError(
                "an id of a notice is one of ours: up to 64 letters, digits, - and _, no number of anybody"
            )
        if not all(_STATE.fullmatch(name) for name in (self.old, self.new)):
            raise ValueError("a state of a notice is a code such as needs_human")
        if self.at.tzinfo is None:
            raise ValueError("the time of a notice says its zone")


def notice(change: StateChange) -> Message:
    """Make the message of a change: once, with the change itself, under a key of the event's own."""
    said = {
        "schema_id": SCHEMA_ID,
        "event_id": change.event_id,
        "case_id": change.case_id,
        "request_id": change.request_id,
        "old": change.old,
        "new": change.new,
        "at": change.at.isoformat(timespec="seconds"),
    }
    body = rfc8785.dumps(said)
    return Message(f"event:{change.event_id}", body, hashlib.sha256(body).hexdigest(), echo=None)
