"""Asks a core again for what it acknowledged: one that was set back to an old backup has forgotten it.

Asking moves no money, and nothing is sent: what the core does not know any more, or tells otherwise, is for a person.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from intake.domain.states import RequestState
from intake.handoff.courier import Courier
from intake.handoff.message import Altered, of_stored
from intake.handoff.outcome import NOT_FOUND, Kind, Outcome, mismatch
from intake.service.context import Context
from intake.service.notices import moved
from intake.service.requests import RELEASE
from intake.store import requests
from intake.store.requests import Taken
from intake.work.relay import REFERENCE

RECKONING = "reckoning"  # who did it, in the list of what happened
EACH = 50  # asked at a time: the relay waits meanwhile
DAY_S, MONTH_S = 86400.0, 30 * 86400.0
FORGOTTEN, OTHERWISE = "handoff_forgotten", "handoff_mismatch"


@dataclass(slots=True)
class Reckoning:
    """Goes through what was acknowledged within a month, and a day after the last one through all of it again."""

    context: Context
    courier: Courier
    told: Callable[..., None]
    clock: Callable[[], float]
    after: str = ""
    again_at: float = 0.0

    def ask_some(self) -> int:
        """Ask for the next few; returns how many went to a person. A core that is away is asked the same next time."""
        if self.clock() < self.again_at:
            return 0
        with self.context.database.read() as connection:
            taken = requests.acknowledged(connection, RELEASE, self.after, MONTH_S, EACH)
        doubted = 0
        for each in taken:
            outcome = self._asked(each)
            if not outcome.is_answer:
                return doubted
            reason = _doubt(outcome, each)
            doubted += reason is not None and self._give_to_a_person(each, reason)
            self.after = each.id
        if len(taken) < EACH:
            self.after, self.again_at = "", self.clock() + DAY_S
        return doubted

    def _asked(self, taken: Taken) -> Outcome:
        try:
            return self.courier.ask(of_stored(taken.key, taken.body, taken.body_sha256))
        except Altered:
            return mismatch("altered")

    def _give_to_a_person(self, taken: Taken, reason: str) -> bool:
        with self.context.database.write() as connection:
            held = requests.get(connection, taken.subject)
            is_mine = held.state == RequestState.HANDED_OVER
            if is_mine:
                moved(self.context, connection, held, RequestState.NEEDS_HUMAN, RECKONING, reason=reason)
        if is_mine:
            self.told("request_doubted", subject=taken.subject, reason=reason)
        return is_mine


def _doubt(outcome: Outcome, taken: Taken) -> str | None:
    """Return why a person must look, None where the core has what it said that it has, or has it in hand."""
    if outcome.kind is Kind.BUSY:
        return None
    if outcome.kind is Kind.ACCEPTED:
        return None if outcome.detail[:REFERENCE] == taken.reference else OTHERWISE
    return FORGOTTEN if outcome.detail == NOT_FOUND else OTHERWISE
