"""A worker whose reader needs no weights: what a "scan" says is what happens while it is read.

Its settings come from the environment like a real worker's. The arguments switch protections off, for tests that must
go red without them: `fence` (an outdated worker may finish), `attempts` (a claim is not counted), `claims` (what
another has may be claimed too), `clock` (leases are compared by its own clock), `leases` (a lease never ends),
`release` (a stopping worker keeps its lease), `listening` (a broker that went is not listened to again), `uncounted`
(a wake-up in hand is counted), `impatient` (what cannot be logged is an error). `logs`: it logs as workers do.
`visible` lets a broker give a message again after 2 s. `nursery` keeps three workers, children of one process that has
loaded all they need: one that is killed is followed by another at once.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from dataclasses import dataclass
from threading import Event

import numpy as np
import own_clock
from sqlalchemy import bindparam, update

from intake import logs
from intake.boot.given import given
from intake.boot.shift import started
from intake.commands.running import told
from intake.commands.signals import on_end
from intake.domain.document import Document
from intake.domain.page import PageImage, Quality
from intake.domain.reading import FileReading, PageReading
from intake.domain.text import PageText
from intake.store import jobs
from intake.store.clock import NOW
from intake.store.tables import job
from intake.work.lease import Held
from intake.work.read import Reader


@dataclass(frozen=True)
class Quick:
    """Takes `ms` for each of `pages`; `kill`: its process dies of it."""

    version: str = "quick-1"
    alphabet: tuple[str, ...] = ()

    def __call__(self, name, data, keep, known, _turns):
        order = json.loads(data)
        if order.get("kill"):
            os.kill(os.getpid(), signal.SIGKILL)
        read = []
        for number in range(1, order.get("pages", 1) + 1):
            if number in known:
                read.append(known[number])
                continue
            Event().wait(order.get("ms", 50) / 1000)  # faketime breaks sleep
            page = PageReading(PageText(number, 8, 8, (), is_blank=True), 0, Quality(1.0))
            keep(PageImage(number, np.zeros((8, 8, 3), np.uint8)), page)
            read.append(page)
        whole = Document(None, None, 0.0, tuple(page.text.number for page in read))
        return FileReading(name, "", tuple(read), (whole,))

    def as_type(self, pages, _name, region=None):
        return Document(None, None, 0.0, tuple(page.text.number for page in pages), region)


def no_fence() -> None:
    jobs._mine = lambda lease: {"lease_id": lease.id}
    jobs._UPDATE = update(job).where(job.c.id == bindparam("lease_id"))
    jobs._RENEW = jobs._UPDATE.values(lease_until=NOW + bindparam("lease_s"))
    jobs._FINISH = jobs._UPDATE.values(**jobs._FREE, done_at=NOW)
    jobs.still_mine = lambda _connection, _lease: None
    Held.check = lambda _self: None


def no_attempts() -> None:
    claim = jobs.claim

    def uncounted(connection, *given):
        lease = claim(connection, *given)
        if lease:
            connection.execute(update(job).where(job.c.id == lease.id).values(attempts=0))
        return lease

    jobs.claim = uncounted


def no_claims() -> None:
    jobs._claimable = lambda: job.c.state.in_(jobs.OPEN)


def no_patience() -> None:
    logs.Patient = lambda stream: stream


def no_listening() -> None:
    from workers import listen  # noqa: PLC0415 without a broker nothing of it is needed

    made = listen.celery_app

    def once(settings):
        listening = made(settings)
        listening.conf.broker_connection_retry = False
        return listening

    listen.celery_app, listen.AGAIN_S = once, 3600


def counted() -> None:
    from workers import listen  # noqa: PLC0415 the same

    made = listen.celery_app

    def counting(settings):
        listening = made(settings)
        listening.conf.worker_prefetch_multiplier = 1
        return listening

    listen.celery_app = counting


def no_end() -> None:
    jobs._claimable = lambda: job.c.state == "ready"


def no_release() -> None:
    jobs.let_go = lambda *_given: None


def soon_visible() -> None:
    from workers import app  # noqa: PLC0415 the same

    app.REDIS["visibility_timeout"] = 2


ARGUMENTS = {
    "fence": no_fence,
    "attempts": no_attempts,
    "claims": no_claims,
    "clock": own_clock.use,
    "impatient": no_patience,
    "listening": no_listening,
    "uncounted": counted,
    "leases": no_end,
    "release": no_release,
    "visible": soon_visible,
}


def say(event: str, **facts: object) -> None:
    sys.stdout.write(json.dumps({"event": event, "at": time.time(), **facts}, default=repr) + "\n")
    sys.stdout.flush()


def nurse(children: int = 3) -> None:
    """Return in each child; the parent stays here and replaces those that die."""
    alive = 0
    while True:
        if alive < children:
            if os.fork() == 0:
                return
            alive += 1
        else:
            os.wait()
            alive -= 1


def main() -> None:
    for argument in sys.argv[1:]:
        if argument in ARGUMENTS:
            ARGUMENTS[argument]()
    if "nursery" in sys.argv:
        nurse()
    reader = Reader(Quick(), Quick(), lambda page: page.pixels.tobytes(), lambda _page: "0" * 16)
    tell = told() if "logs" in sys.argv else say
    shift = started(given(), reader, tell)
    on_end(shift.end)
    tell("worker_ready", worker=shift.worker.owner)
    shift.run()
    tell("worker_ended")


if __name__ == "__main__":
    main()
