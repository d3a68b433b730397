"""Checks that what is kept is whole: every named blob is there, and everything that waits has somebody who moves it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from intake.domain.errors import DamagedBlob, MissingBlob
from intake.service import review
from intake.service.context import Context
from intake.store import documents, kept
from intake.store.rows import EVERYTHING


@dataclass(frozen=True, slots=True)
class Report:
    """What is wrong, by ids, and how many blobs there are; unnamed ones are collected when they are a day old.

    `is_other_key`: numbers that were kept are not found any more, nor earlier payments to an account.
    """

    missing: tuple[str, ...]
    damaged: tuple[str, ...]
    stuck_scans: tuple[str, ...]
    stuck_requests: tuple[str, ...]
    blobs: int
    named: int
    is_other_key: bool

    @property
    def unnamed(self) -> int:
        return self.blobs - self.named + len(self.missing)

    @property
    def is_wrong(self) -> bool:
        return bool(self.missing or self.damaged or self.stuck_scans or self.stuck_requests or self.is_other_key)


def check(context: Context, *, deep: bool = False) -> Report:
    """Compare rows with blobs and queues; with `deep` every blob is read. A service that runs may go on meanwhile.

    Rows are read first: a blob is there before its row, so that one taken in meanwhile is not called missing.
    """
    with context.database.read() as connection:
        named = frozenset(kept.all_named(connection))
        stuck_scans = kept.scans_without_job(connection)
        stuck_requests = kept.requests_without_letter(connection)
        is_other_key = _is_other_key(context, connection)
    there = {blob.sha256 for blob in context.blobs.listed()}
    missing = sorted(named - there)
    damaged = sorted(digest for digest in named & there if deep and _is_damaged(context, digest))
    return Report(tuple(missing), tuple(damaged), stuck_scans, stuck_requests, len(there), len(named), is_other_key)


def _is_other_key(context: Context, connection: Connection) -> bool:
    """Say whether the digests of the newest document with numbers are not those that our key gives."""
    found = documents.kept_digests(connection)
    if found is None:
        return False
    paper = review.held(context, connection, found[0], EVERYTHING)
    ours = review.digests(context, paper.stored.court, paper.document)
    return any(ours.get(name, kept_one) != kept_one for name, kept_one in found[1].items())


def _is_damaged(context: Context, digest: str) -> bool:
    try:
        context.blobs.read(digest)
    except DamagedBlob:
        return True
    except MissingBlob:
        return False  # collected meanwhile: its rows are gone too
    return False
