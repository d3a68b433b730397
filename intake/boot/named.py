"""Names a process, so that leases and duties say whose they are."""

from __future__ import annotations

import secrets


def owner() -> str:
    """Return a name that no other process has, nor had: 32 hex digits."""
    return secrets.token_hex(16)
