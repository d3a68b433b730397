"""Changes of a request's state: noted, and told to who asked to be told, in the transaction of the change."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection

from intake.domain.states import RequestState
from intake.handoff.webhook import StateChange, notice
from intake.service.context import Context
from intake.store import happenings, requests
from intake.store.clock import now
from intake.store.happenings import Happened
from intake.store.ids import new_id
from intake.store.requests import Letter, Request

NOTICE = "notice"  # topic of the outbox


def moved(
    context: Context, connection: Connection, held: Request, state: RequestState, who: str, **values: object
) -> None:
    """Change the state of a request and say so. Raises WrongState, Changed."""
    requests.move(connection, held, state, **values)
    facts = {"from": held.state, "to": state.value}
    happenings.note(connection, Happened(state.value, who, held.court, held.case_id, held.id, facts))
    if context.tells_changes and held.state != state:
        at = datetime.fromtimestamp(now(connection), tz=UTC)
        message = notice(StateChange(new_id(), held.case_id, held.id, held.state, state.value, at))
        requests.post(connection, Letter(NOTICE, held.id, message.key, message.body))
