"""Carries the outbox to the core: claims a parcel, sends or asks, and keeps what is known then, in that order."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from random import Random

from sqlalchemy import Connection

from intake.domain.errors import Fenced
from intake.domain.states import RequestState
from intake.handoff.breaker import Breaker
from intake.handoff.courier import Courier, carry
from intake.handoff.message import Altered, Message, of_stored
from intake.handoff.outcome import Kind, Outcome, mismatch
from intake.handoff.steps import Move, Step, Tried, next_step
from intake.service.context import Context
from intake.service.notices import NOTICE, moved
from intake.service.requests import RELEASE
from intake.store import requests
from intake.store.requests import Next, Parcel

RELAY = "relay"  # who did it, in the list of what happened
LEASE_S = 60.0  # longer than a courier may take
MOST_NOTICES = 100  # tries of a notice: who does not listen for two hours is not told of it any more
UNFORESEEN = "handoff_failed"  # a parcel that could not be built or sent, for a reason that nobody foresaw
CODE, REFERENCE = 64, 255  # characters that are kept

ENDS = {
    Move.DONE: ("sent", RequestState.HANDED_OVER),
    Move.REFUSED: ("dead", RequestState.REFUSED),
    Move.NEEDS_HUMAN: ("dead", RequestState.NEEDS_HUMAN),
}


@dataclass(frozen=True, slots=True)
class Relay:
    """`couriers` carry by topic; a topic that none carries waits in the outbox."""

    context: Context
    couriers: Mapping[str, Courier]
    told: Callable[..., None]
    chance: Random
    breakers: dict[str, Breaker] = field(default_factory=dict)

    def carry_all(self, most: int = 50) -> int:
        """Carry what is due, at most so many; returns how many were carried."""
        done = 0
        while done < most and self.carry_one():
            done += 1
        return done

    def carry_one(self) -> bool:
        """Carry the parcel that is due for longest; says whether there was one."""
        now = time.monotonic()
        topics = [topic for topic in self.couriers if self._breaker(topic).lets_through(now)]
        if not topics:
            return False
        with self.context.database.write() as connection:
            parcel = requests.take(connection, LEASE_S, topics)
        if parcel is None:
            return False
        courier = self.couriers[parcel.topic]
        self.breakers[parcel.topic] = self._breaker(parcel.topic).begun(now)
        outcome = self._carried(courier, parcel)
        self.breakers[parcel.topic] = self._breaker(parcel.topic).ended(outcome, time.monotonic())
        self._keep(parcel, outcome, courier.patience_s)
        return True

    def _carried(self, courier: Courier, parcel: Parcel) -> Outcome:
        """Send or ask; what nobody foresaw is for a person, and stops no other parcel."""
        try:
            return _carried(courier, parcel)
        except Exception as error:  # noqa: BLE001 the edge of one parcel: the others must go on
            self.told("parcel_failed", parcel=parcel.id, subject=parcel.subject, error=type(error).__name__)
            return mismatch(UNFORESEEN)

    def _breaker(self, topic: str) -> Breaker:
        return self.breakers.get(topic, Breaker())

    def _keep(self, parcel: Parcel, outcome: Outcome, patience_s: float) -> None:
        tried = Tried(Move(parcel.move), parcel.attempts, parcel.age_s)
        step = next_step(outcome, tried, jitter=self.chance.random(), patience_s=patience_s)
        if outcome.detail == UNFORESEEN and step.move is Move.NEEDS_HUMAN:
            step = replace(step, reason=UNFORESEEN)
        try:
            with self.context.database.write() as connection:
                requests.settle(connection, parcel, _next(parcel, outcome, step))
                if parcel.topic == RELEASE:
                    _move_request(self.context, connection, parcel, outcome, step)
        except Fenced:
            self.told("parcel_fenced", parcel=parcel.id, fence=parcel.fence)
        else:
            facts = {"topic": parcel.topic, "outcome": outcome.kind.value, "reason": step.reason}
            self.told("parcel_carried", parcel=parcel.id, subject=parcel.subject, attempts=parcel.attempts, **facts)


def _carried(courier: Courier, parcel: Parcel) -> Outcome:
    """Send or ask; bytes that are not those that were stored are for a person."""
    try:
        if parcel.topic == NOTICE:
            message = Message(parcel.key, parcel.body, parcel.body_sha256, echo=None)
        else:
            message = of_stored(parcel.key, parcel.body, parcel.body_sha256)
    except Altered:
        return mismatch("altered")
    return carry(courier, message, Move(parcel.move))


def _next(parcel: Parcel, outcome: Outcome, step: Step) -> Next:
    if step.move.is_last:
        state, _ = ENDS[step.move]
        return Next(state, step.reason, parcel.move, 0.0, outcome.reached)
    is_over = parcel.topic == NOTICE and parcel.attempts >= MOST_NOTICES
    return Next("dead" if is_over else "pending", step.reason, step.move.value, step.delay_s, outcome.reached)


def _move_request(context: Context, connection: Connection, parcel: Parcel, outcome: Outcome, step: Step) -> None:
    """Bring the request to where its parcel is, in the same transaction."""
    held = requests.get(connection, parcel.subject)
    if not step.move.is_last:
        if outcome.kind is Kind.UNKNOWN and outcome.reached and held.state != RequestState.UNKNOWN:
            moved(context, connection, held, RequestState.UNKNOWN, RELAY, reason=step.reason)
        return
    _, state = ENDS[step.move]
    if state is RequestState.HANDED_OVER:
        values = {"reference": outcome.detail[:REFERENCE], "reason": None}
    else:
        values = {"reason": (outcome.detail if state is RequestState.REFUSED else step.reason)[:CODE]}
    moved(context, connection, held, state, RELAY, **values)
    if state is RequestState.REFUSED and held.payment:
        requests.pay_not(connection, held.payment, held.id)
