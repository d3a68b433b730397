"""Duties: what only one process at a time may see to, whichever it is; one that dies is relieved after a while."""

from __future__ import annotations

from sqlalchemy import Connection, delete, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from intake.store.clock import NOW
from intake.store.tables import duty

ENDED_S = 1.0  # ago: the clocks of databases stand still for a millisecond


def on_duty(connection: Connection, name: str, owner: str, for_s: float) -> bool:
    """Take or keep a duty for the next `for_s` seconds; False while another has it."""
    is_free = or_(duty.c.owner == owner, duty.c.until < NOW)
    taken = update(duty).where(duty.c.name == name, is_free).values(owner=owner, until=NOW + for_s)
    if connection.execute(taken).rowcount:
        return True
    try:
        with connection.begin_nested():
            connection.execute(insert(duty).values(name=name, owner=owner, until=NOW + for_s))
    except IntegrityError:
        return False
    return True


def relieved(connection: Connection, name: str, owner: str) -> None:
    """Let a duty go at once: its owner ends."""
    connection.execute(update(duty).where(duty.c.name == name, duty.c.owner == owner).values(until=NOW - ENDED_S))


def left_s(connection: Connection, name: str) -> float | None:
    """Return for how many seconds a duty is still taken (below 0: for how long it is not); None where it never was."""
    return connection.execute(select(duty.c.until - NOW).where(duty.c.name == name)).scalar_one_or_none()


def forget(connection: Connection, after_s: float) -> None:
    """Forget duties that nobody has had for so long."""
    connection.execute(delete(duty).where(duty.c.until < NOW - after_s))


def held(connection: Connection, prefix: str) -> int:
    """Return how many duties whose names begin so are taken now."""
    wanted = duty.c.name.startswith(prefix, autoescape=True)
    return connection.execute(select(func.count()).where(wanted, duty.c.until >= NOW)).scalar_one()
