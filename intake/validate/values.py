"""What rules see of fields: values that were read, and nothing of those that were not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from intake.domain.document import Field, FieldState


def text(fields: Mapping[str, Field], name: str) -> str | None:
    """Return the value of a field that was read as text; None for every other."""
    field = fields.get(name)
    if field is None or field.state is not FieldState.READ:
        return None
    return field.value if isinstance(field.value, str) else None


def pair(fields: Mapping[str, Field], first: str, second: str) -> tuple[str, str] | None:
    """Return the values of two fields; None unless both were read as text."""
    a, b = text(fields, first), text(fields, second)
    return None if a is None or b is None else (a, b)


def day(value: str) -> date | None:
    """Return the day of an ISO 8601 date; None for anything else, as 长期."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
