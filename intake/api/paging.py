"""Lists that go on where they ended: the cursor is the last identifier that was seen."""

from __future__ import annotations

from collections.abc import Sequence

from intake.store.rows import Slice


def next_of(ids: Sequence[str], part: Slice) -> str | None:
    """Return the cursor of the next piece of a list, None where this one was not full."""
    return ids[-1] if len(ids) == part.limit else None
