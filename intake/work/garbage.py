"""Collects bytes that no row names: what an upload left that broke off before its row was written."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from intake.service.context import Context
from intake.store import kept

DAY_S = 86400.0
SLOWEST = 8000  # bytes a second: who sends more slowly for long is cut off
SPARE = 3  # a request of 200 MiB takes up to 7.3 hours, so that a day is three times what it needs
BATCH = 500


def age(request_bytes: int) -> float:
    """Return the seconds after which a blob without a row is of no upload that is still under way.

    The first file of a form is a blob when its last byte came, and has a row only when the last file came.
    """
    return max(DAY_S, SPARE * request_bytes / SLOWEST)


def collect(context: Context, older_than_s: float | None = None) -> int:
    """Delete blobs without a row, and files of broken-off writers; returns how many blobs went.

    None is the age that the limits of the context give.
    A blob that is stored again has age zero, so that it stays however old its bytes are.
    """
    if older_than_s is None:
        older_than_s = age(context.limits.request_bytes)
    context.blobs.sweep(older_than_s)
    before = time.time() - older_than_s
    old = (blob.sha256 for blob in context.blobs.listed() if blob.modified <= before)
    gone = 0
    for digests in _batches(old):
        with context.database.read() as connection:
            wanted = kept.named(connection, digests)
        gone += sum(
            context.blobs.delete(digest, older_than_s=older_than_s) for digest in digests if digest not in wanted
        )
    return gone


def _batches(digests: Iterable[str]) -> Iterator[Sequence[str]]:
    rest = iter(digests)
    while batch := tuple(islice(rest, BATCH)):
        yield batch
