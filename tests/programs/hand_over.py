"""Hands requests over in processes that are killed at every step, each followed by one that is not; says how it went.

A step is a statement, a commit, or an end of a call to the core. Protections switched off by arguments: `key` (every
call has a new one), `whole` (every statement is kept for itself).
"""

from __future__ import annotations

import json
import os
import secrets
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from random import Random

from handoffs import courier, message
from release_cases import TODAY
from sqlalchemy import Connection, event, update

from intake.boot.given import given
from intake.boot.service import service_context
from intake.domain.states import RequestState
from intake.handoff.courier import Courier
from intake.handoff.message import Message
from intake.handoff.outcome import Outcome
from intake.service import requests as unit
from intake.service.access import Principal, Role
from intake.service.context import Context
from intake.service.requests import RELEASE, Found
from intake.store import requests
from intake.store.database import Database
from intake.store.requests import NewRequest
from intake.store.rows import Scope
from intake.store.tables import outbox, payment, request
from intake.work.relay import Relay

COURT = "浙0106"
JUDGE = Principal("judge", Role.JUDGE, Scope(COURT))
ROUNDS = 12  # of carrying: more than any story has
NEVER = 1 << 30
ENDS = {RequestState.HANDED_OVER, RequestState.REFUSED}


@dataclass
class Steps:
    """Counts steps, and dies at the one it is told; those of the test itself do not count."""

    fatal: int = NEVER
    taken: int = 0
    is_ours: bool = False

    def take(self, *_where: object) -> None:
        self.taken += not self.is_ours
        if self.taken == self.fatal:
            os.kill(os.getpid(), signal.SIGKILL)


@dataclass(frozen=True)
class Watched:
    """Carries, with a step before and after each call."""

    inner: Courier
    steps: Steps
    is_forgetful: bool
    patience_s: float = 900.0

    def send(self, sent: Message) -> Outcome:
        return self._called(lambda: self.inner.send(self._keyed(sent)))

    def ask(self, sent: Message) -> Outcome:
        return self._called(lambda: self.inner.ask(sent))

    def _called(self, call: Callable[[], Outcome]) -> Outcome:
        self.steps.take()
        outcome = call()
        self.steps.take()
        return outcome

    def _keyed(self, sent: Message) -> Message:
        return replace(sent, key=f"{sent.key}:{secrets.token_hex(4)}") if self.is_forgetful else sent


@dataclass(frozen=True)
class Story:
    """What happens to a request from its hand-off to its end; `person` is what is done where one is needed."""

    context: Context
    case: str
    person: str
    carrier: Watched
    steps: Steps

    def tell(self, number: int, fatal: int = NEVER) -> int:
        """Bring a request as far as it goes, or die on the way; returns how many steps it took."""
        self._ours(lambda: self._draft(number))
        self.steps.fatal, self.steps.taken = fatal, 0
        relay = Relay(self.context, {RELEASE: self.carrier}, lambda *_event, **_facts: None, Random(1))
        for _ in range(ROUNDS):
            if self._moved_on(f"r{number}") in ENDS:
                break
            relay.breakers.clear()
            relay.carry_all()
            self._ours(self._wait)
        return self.steps.taken

    def _ours(self, act: Callable[[], None]) -> None:
        self.steps.is_ours = True
        act()
        self.steps.is_ours = False

    def _draft(self, number: int) -> None:
        sent = message(number)
        new = NewRequest(f"r{number}", self.case, COURT, number, "ready", sent.body, sent.sha256, f"{number:064d}", 0,
                         None, TODAY.isoformat(), sent.key, "judge")  # fmt: skip
        with self.context.database.write() as connection:
            if not connection.execute(request.select().where(request.c.id == new.id)).first():
                requests.add(connection, new)

    def _moved_on(self, name: str) -> str:
        """Do what a person does with a request that waits for one; returns its state."""
        context = self.context
        held = unit.look_at(context, JUDGE, name)
        if held.state == RequestState.DRAFT:
            held = unit.hand_over(context, JUDGE, name, held.version, TODAY)
        if held.state == RequestState.NEEDS_HUMAN and self.person == "settle":
            held = unit.settle(context, JUDGE, name, held.version, Found("asked the core"))
        elif held.state == RequestState.NEEDS_HUMAN:
            held = unit.resend(context, JUDGE, name, held.version)
        return held.state

    def _wait(self) -> None:
        """Let leases run out and waits be over."""
        with self.context.database.write() as connection:
            connection.execute(update(outbox).where(outbox.c.state == "pending").values(next_at=0.0, lease_until=None))


def story(case: str, port: int, person: str, without: Sequence[str]) -> Story:
    steps, context = Steps(), service_context(given())
    for name in ("before_cursor_execute", "commit"):
        event.listen(context.database.engine, name, steps.take)
    if "whole" in without:
        Connection.begin_nested = lambda _self: nullcontext()
        alone = context.database.engine.execution_options(isolation_level="AUTOCOMMIT")
        context = replace(context, database=Database(alone, alone, alone))
    carrier = Watched(courier(port, timeout_s=2.0), steps, "key" in without)
    return Story(context, case, person, carrier, steps)


def killed(act: Callable[[], object]) -> bool:
    """Act in a process of its own; says whether it was killed."""
    child = os.fork()
    if child == 0:
        act()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise RuntimeError("a process ended by a fault of its own")
    return os.WIFSIGNALED(status)


def main(case: str, port: str, person: str, times: str, every: str, *without: str) -> None:
    told = story(case, int(port), person, without)
    points, number, deaths = told.tell(1), 1, 0
    for fatal in [*range(1, points + 1, int(every))] * int(times):
        number += 1
        told.context.database.engine.dispose()  # connections must not be shared with those who die
        deaths += killed(lambda: told.tell(number, fatal))  # noqa: B023 called at once
        told.tell(number)
    with told.context.database.read() as connection:
        states = dict(connection.execute(request.select().with_only_columns(request.c.id, request.c.state)).all())
        held = sorted(connection.execute(payment.select().with_only_columns(payment.c.request_id)).scalars())
    json.dump({"points": points, "killed": deaths, "states": states, "held": held}, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
