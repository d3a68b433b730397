"""What rules look at: the text or the day that was read for a field."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from intake.domain.document import Field


def written(fields: Mapping[str, Field], name: str) -> str | None:
    """Return what was read for a field; None where the paper has none, or it was empty, unreadable or no text."""
    found = fields.get(name)
    return found.value if found and isinstance(found.value, str) else None


def dated(fields: Mapping[str, Field], name: str) -> date | None:
    """Return the day that was read for a field; None where there is none, or an open end."""
    try:
        return date.fromisoformat(written(fields, name) or "")
    except ValueError:
        return None
