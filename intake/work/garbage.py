"""Collects bytes that no row names: what an upload left that broke off before its row was written."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from intake.service.context import Context
from intake.store import kept

HOUR_S = 3600.0  # an upload that is still under way is younger
BATCH = 500


def collect(context: Context, older_than_s: float = HOUR_S) -> int:
    """Delete blobs without a row, and files of broken-off writers; returns how many blobs went.

    A blob that is stored again has age zero, so that it stays however old its bytes are.
    """
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
