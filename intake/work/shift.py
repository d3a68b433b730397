"""A worker's shift: looks for work when the bell rings and every few seconds, and ends without dropping any."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from intake.domain.errors import Fenced, IntakeError, Unavailable
from intake.service.health import READER
from intake.store import duties, jobs
from intake.work.bell import Bell
from intake.work.loop import Worker

SEEN_S = 60.0  # a worker that was not heard of for so long counts as gone
LAST_S = 3.0  # after its lease was let go, before the process ends whatever it is in


@dataclass(frozen=True, slots=True)
class Shift:
    """`leave` ends the process at once: what it is in cannot be told to stop."""

    worker: Worker
    bell: Bell
    look_every_s: float
    grace_s: float
    leave: Callable[[int], None] = os._exit
    stop: threading.Event = field(default_factory=threading.Event)

    def end(self) -> None:
        """Claim nothing more, and come home soon."""
        self.stop.set()
        self.bell.ring()

    def run(self) -> None:
        """Work until `end`; a database that is away is asked again."""
        for task, name in ((self._let_go, "let-go"), (self._be_seen, "be-seen")):
            threading.Thread(target=task, name=name, daemon=True).start()
        while not self.stop.is_set():
            try:
                self.worker.drain(self.stop)
            except Unavailable as error:
                self.worker.told("queue_unavailable", part=error.facts.get("part", ""))
            self.bell.done()
            if not self.stop.is_set():
                self.bell.wait(self.look_every_s)

    def _let_go(self) -> None:
        """Give unfinished work to the others when the grace is over; the lease would only keep them from it."""
        self.stop.wait()
        time.sleep(self.grace_s)
        held = self.worker.hand.held
        if held is None:
            return
        held.lost.set()
        try:
            with self.worker.context.database.write() as connection:
                jobs.let_go(connection, held.lease)
        except (Fenced, IntakeError):
            self.worker.told("job_not_let_go", job=held.lease.id)
        time.sleep(LAST_S)
        self.worker.told("worker_left", job=held.lease.id)
        self.leave(0)

    def _be_seen(self) -> None:
        """Let the health of the service know that somebody reads."""
        name = f"{READER}{self.worker.owner}"
        while not self.stop.is_set():
            try:
                with self.worker.context.database.write() as connection:
                    duties.on_duty(connection, name, self.worker.owner, SEEN_S)
            except IntakeError:
                self.worker.told("not_seen", worker=self.worker.owner)
            self.stop.wait(SEEN_S / 3)
