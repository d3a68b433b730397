"""What happens in a case, as people may watch it."""

from __future__ import annotations

from intake.service.access import Principal, Right
from intake.service.context import Context
from intake.store import cases, happenings
from intake.store.happenings import Happening

PRIVATE = frozenset({"unmasked", "picture_seen", "searched_by_number"})
"""Who looked at what: kept for those who answer for it, and nobody's progress."""


def since(context: Context, asks: Principal, case_id: str, seq: int) -> tuple[tuple[Happening, ...], int]:
    """Return what happened in a case after number `seq`, and the number to go on from. Raises NotFound."""
    asks.needs(Right.SEE)
    with context.database.read() as connection:
        cases.get(connection, case_id, asks.scope)
        found = happenings.since(connection, case_id, seq)
    last = found[-1].seq if found else seq
    return tuple(each for each in found if each.kind not in PRIVATE), last
