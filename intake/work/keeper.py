"""Does the chores that somebody must see to and only one may: each at its own pace, none stopping the others."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

from intake.domain.errors import IntakeError
from intake.service.context import Context
from intake.service.health import SWEEP
from intake.store import duties

TICK_S = 1.0


@dataclass(slots=True)
class Chore:
    """What is done every so many seconds; `due_at` by the monotonic clock."""

    name: str
    every_s: float
    do: Callable[[], object]
    due_at: float = 0.0


@dataclass(frozen=True, slots=True)
class Keeper:
    """`owner` names it; while another keeper has the duty, this one waits to take over."""

    context: Context
    chores: Sequence[Chore]
    owner: str
    duty_s: float
    told: Callable[..., None]
    chance: Random
    clock: Callable[[], float]
    stop: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Do chores until `stop` is set."""
        while not self.stop.is_set():
            self.tick()
            self.stop.wait(TICK_S * (0.5 + self.chance.random() / 2))
        self._relieve()

    def tick(self) -> None:
        """Do what is due, if it is ours to do."""
        try:
            if not self._is_mine():
                return
        except IntakeError as error:
            self.told("duty_unavailable", error=error.code)
            return
        for chore in self.chores:
            if self.clock() >= chore.due_at and not self.stop.is_set():
                self._do(chore)

    def _is_mine(self) -> bool:
        with self.context.database.write() as connection:
            return duties.on_duty(connection, SWEEP, self.owner, self.duty_s)

    def _do(self, chore: Chore) -> None:
        chore.due_at = self.clock() + chore.every_s
        try:
            chore.do()
        except IntakeError as error:
            self.told("chore_failed", chore=chore.name, error=error.code)
        except Exception as error:  # noqa: BLE001 the edge of a task: one chore must not end the others
            self.told("chore_failed", chore=chore.name, error=type(error).__name__.lower())

    def _relieve(self) -> None:
        try:
            with self.context.database.write() as connection:
                duties.relieved(connection, SWEEP, self.owner)
        except IntakeError:
            self.told("duty_kept", owner=self.owner)  # it runs out by itself
