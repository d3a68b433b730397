"""Identifiers that grow with time, so that the newest come last and a page of a list starts after the last one seen."""

from __future__ import annotations

import secrets
import time
from uuid import UUID

RANDOM_BITS = 74
VERSION, VARIANT = 0x7, 0b10


def new_id() -> str:
    """Return a UUID version 7 (RFC 9562): milliseconds since 1970 in front, random after it."""
    milliseconds = time.time_ns() // 1_000_000
    chance = secrets.randbits(RANDOM_BITS)
    high, low = chance >> 62, chance & ((1 << 62) - 1)
    return str(UUID(int=(milliseconds << 80) | (VERSION << 76) | (high << 64) | (VARIANT << 62) | low))
