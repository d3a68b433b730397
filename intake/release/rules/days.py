"""Days as papers state them."""

from __future__ import annotations

from datetime import date


def day_of(text: str) -> date | None:
    """Return the day of an ISO 8601 date; None for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
