"""Samples of finished documents that were drawn by lot, and what each checker said of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, insert, select, update

from intake.domain.states import DocumentState
from intake.store.rows import picked, several
from intake.store.tables import document, quality_check


@dataclass(frozen=True, slots=True)
class Lot:
    """Which sample: of a court, of documents of a month (`2026-07`), drawn with a seed."""

    court: str
    month: str
    seed: int


@dataclass(frozen=True, slots=True)
class Check:
    """What a checker said of the fields of a document of a sample."""

    document_id: str
    who: str
    verdicts: Mapping[str, str]


def drawn(connection: Connection, lot: Lot) -> tuple[str, ...]:
    """Return the documents of a sample that was drawn, in the order in which they came up."""
    mine = select(quality_check.c.document_id).where(_of(lot), quality_check.c.who.is_(None))
    rows = connection.execute(mine.order_by(quality_check.c.id))
    return tuple(dict.fromkeys(row.document_id for row in rows))


def finished(connection: Connection, court: str, since: float, before: float) -> tuple[str, ...]:
    """Return the documents of a court that nobody has to look at any more, of scans that came between two times."""
    query = select(document.c.id).where(
        document.c.court == court,
        document.c.state == DocumentState.ACCEPTED,
        document.c.created_at >= since,
        document.c.created_at < before,
    )
    return tuple(row.id for row in connection.execute(query.order_by(document.c.id)))


def keep(connection: Connection, lot: Lot, document_ids: Sequence[str]) -> None:
    rows = [
        {"court": lot.court, "month": lot.month, "seed": lot.seed, "document_id": each, "who": None, "verdicts": None}
        for each in document_ids
    ]
    if rows:
        connection.execute(insert(quality_check), rows)


def say(connection: Connection, lot: Lot, check: Check) -> None:
    """Keep what a checker says; said again, the last word counts."""
    mine = update(quality_check).where(
        _of(lot), quality_check.c.document_id == check.document_id, quality_check.c.who == check.who
    )
    if connection.execute(mine.values(verdicts=dict(check.verdicts))).rowcount:
        return
    row = {"court": lot.court, "month": lot.month, "seed": lot.seed, "document_id": check.document_id}
    connection.execute(insert(quality_check).values(**row, who=check.who, verdicts=dict(check.verdicts)))


def checks(connection: Connection, lot: Lot) -> tuple[Check, ...]:
    """Return what all checkers said of a sample."""
    query = picked(quality_check, Check).where(_of(lot), quality_check.c.who.is_not(None))
    return several(connection, Check, query.order_by(quality_check.c.id))


def _of(lot: Lot) -> ColumnElement[bool]:
    table = quality_check.c
    return (table.court == lot.court) & (table.month == lot.month) & (table.seed == lot.seed)
