"""Carries messages to an old program through a folder: it takes a table away, and leaves a slip that says what it did.

    kept/     ours: every message that was ever dropped, and tables that wait
    outbox/   for the other program: NAME.json, NAME.sig and, last of the three, NAME.csv
    answers/  from the other program: NAME.ack or NAME.err

A table is moved out of `kept`, never copied: where it has left, it was dropped, and is not dropped again, no matter
when either side died or what the other program did with it.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from intake.handoff import files, slip
from intake.handoff.columns import Encoding, Unfit, table
from intake.handoff.message import Message
from intake.handoff.outcome import NOT_FOUND, Outcome, busy, mismatch, unknown
from intake.handoff.signature import Secret, signature

SCHEME = "intake-file-hmac-sha256-v1"
MAX_SLIP = 64 * 1024  # bytes


@dataclass(frozen=True, slots=True)
class DropCourier:
    """Drops messages into a folder of one file system; `patience_s` is the time within which slips must come back."""

    folder: Path
    secret: Secret
    encoding: Encoding
    patience_s: float

    def send(self, message: Message) -> Outcome:
        is_kept = False
        try:
            with files.locked(self._path("kept", message, "lock")):
                if not self._keep(message):
                    return mismatch("other_bytes")
                is_kept = True
                self._put_out(message)
        except Unfit:
            return mismatch("unfit_for_table")
        except OSError:
            return unknown("folder_unavailable", reached=is_kept)
        return self.ask(message)

    def ask(self, message: Message) -> Outcome:
        name = file_name(message)
        try:
            accepted, refused = (
                files.read(self._within("answers") / f"{name}.{end}", MAX_SLIP) for end in ("ack", "err")
            )
            is_kept, waits = (self._path("kept", message, end).exists() for end in ("json", "csv"))
        except OSError:
            return busy("folder_unavailable")  # as long as there is patience
        if accepted is not None and refused is not None:
            return mismatch("ack_and_err")
        if accepted is not None:
            return slip.accepted_by(accepted, self.encoding, message)
        if refused is not None:
            return slip.refused_by(refused, self.encoding, message)
        if not is_kept:
            return mismatch("not_kept")  # what was dropped is always kept: somebody took it away, or it never was
        return unknown(NOT_FOUND) if waits else busy("dropped")

    def _keep(self, message: Message) -> bool:
        """Lay the three files ready, the message itself last; say whether what is kept is this message."""
        kept = self._path("kept", message, "json")
        before = files.read(kept, len(message.body) + 1)
        if before is not None:
            return before == message.body
        rows = table(message, self.encoding)
        files.write(self._path("kept", message, "csv"), rows)
        files.write(self._path("kept", message, "sig"), seal(message, rows, self.secret))
        files.write(kept, message.body)
        return True

    def _put_out(self, message: Message) -> None:
        """Move the table out, after what belongs to it; do nothing where it has left."""
        waiting = self._path("kept", message, "csv")
        if not waiting.exists():
            return
        sealed = self._path("kept", message, "sig").read_bytes()
        files.write(self._path("outbox", message, "json"), message.body)
        files.write(self._path("outbox", message, "sig"), sealed)
        files.move(waiting, self._path("outbox", message, "csv"))

    def _within(self, name: str) -> Path:
        return self.folder / name

    def _path(self, folder: str, message: Message, end: str) -> Path:
        return self._within(folder) / f"{file_name(message)}.{end}"


def prepare(folder: Path) -> None:
    """Make the three folders; others may not look into ours."""
    for name, mode in (("kept", 0o700), ("outbox", 0o770), ("answers", 0o770)):
        (folder / name).mkdir(mode=mode, parents=True, exist_ok=True)


def file_name(message: Message) -> str:
    """Return the name of a message's files: 32 hex digits of its key's SHA-256, nothing that anybody chose."""
    return hashlib.sha256(message.key.encode()).hexdigest()[:32]


def seal(message: Message, rows: bytes, secret: Secret) -> bytes:
    """Sign a message and its table together; the same again gives the same bytes, so there is no time in it."""
    rows_sha256 = hashlib.sha256(rows).hexdigest()
    text = f"{SCHEME}\n{message.wire_key}\n{message.sha256}\n{rows_sha256}".encode()
    sealed = {
        "scheme": SCHEME,
        "key_id": secret.id,
        "key": message.wire_key,
        "json_sha256": message.sha256,
        "csv_sha256": rows_sha256,
        "signature": signature(secret, text),
    }
    return json.dumps(sealed, indent=1).encode()
