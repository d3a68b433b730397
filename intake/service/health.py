"""Whether the service can work now."""

from __future__ import annotations

from intake.service.context import Context
from intake.store import jobs


def check(context: Context) -> None:
    """Ask the database something that every worker asks. Raises Unavailable."""
    with context.database.read() as connection:
        jobs.waiting(connection)
