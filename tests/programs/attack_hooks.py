"""What the attacker of the interface must be told: bytes of a resumable upload are bytes."""

from __future__ import annotations

import schemathesis

schemathesis.serializer.alias("application/offset+octet-stream", "application/octet-stream")
