"""Which blobs the rows name: what nothing names may go, and what is named and not there is a loss."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from intake.store.tables import page, scan

NAMES = (scan.c.sha256, page.c.text, page.c.image)


def named(connection: Connection, digests: Sequence[str]) -> frozenset[str]:
    """Return those of these blobs that a row names."""
    found: set[str] = set()
    for column in NAMES:
        found.update(connection.execute(select(column).where(column.in_(digests))).scalars())
    return frozenset(found)


def all_named(connection: Connection) -> Iterator[str]:
    """Yield every blob that a row names; some more than once."""
    for column in NAMES:
        yield from connection.execution_options(yield_per=1000).execute(select(column)).scalars()
