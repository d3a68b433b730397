"""Reads a message: which case its subject names, and the papers attached to it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

PAPERS = ("image/", "application/pdf", "application/octet-stream")


@dataclass(frozen=True, slots=True)
class Attached:
    """A paper as it was attached."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """`key` is the same whenever the same message is read."""

    key: str
    subject: str
    papers: tuple[Attached, ...]


def letter_of(raw: bytes) -> Letter:
    """Read the bytes of a message; what is broken in it is left out."""
    message = message_from_bytes(raw, EmailMessage, policy=default)
    papers = tuple(_attached(part) for part in message.walk() if _is_paper(part))
    return Letter(hashlib.sha256(raw).hexdigest(), _subject(message), papers)


def _subject(message: EmailMessage) -> str:
    try:
        return str(message["subject"] or "")
    except (LookupError, UnicodeError, ValueError):
        return ""


def _is_paper(part: EmailMessage) -> bool:
    return not part.is_multipart() and part.get_content_type().startswith(PAPERS)


def _attached(part: EmailMessage) -> Attached:
    data = part.get_payload(decode=True)
    return Attached(_name(part), data if isinstance(data, bytes) else b"")


def _name(part: EmailMessage) -> str:
    try:
        return part.get_filename() or ""
    except (LookupError, UnicodeError, ValueError):
        return ""
