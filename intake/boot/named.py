"""Names a process, so that leases and duties say whose they are."""

from __future__ import annotations

import os
import secrets
import socket


def owner() -> str:
    """Return host, process and a chance: a process that is started again with the same number is another."""
    return f"{socket.gethostname()[:32]}:{os.getpid()}:{secrets.token_hex(4)}"
