"""The least that a relay does, in memory and with a clock of its own: claim, carry, do as the step says."""

from __future__ import annotations

import heapq
import random
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from intake.handoff.courier import Courier, carry
from intake.handoff.message import Message
from intake.handoff.outcome import Outcome
from intake.handoff.steps import Move, Tried, next_step


@dataclass
class Row:
    """A row of an outbox."""

    message: Message
    move: Move = Move.SEND
    reason: str = ""
    at: float = 0.0
    attempts: int = 0
    since: float | None = None
    outcomes: list[Outcome] = field(default_factory=list)


def act(row: Row, courier: Courier, now: float, jitter: float) -> None:
    """Do what is next with a row, at a time."""
    row.attempts += 1
    outcome = carry(courier, row.message, row.move)
    if outcome.reached and row.since is None:
        row.since = now
    age_s = 0.0 if row.since is None else now - row.since
    step = next_step(outcome, Tried(row.move, row.attempts, age_s), jitter=jitter, patience_s=courier.patience_s)
    row.move, row.reason, row.at = step.move, step.reason, now + step.delay_s
    row.outcomes.append(outcome)


def deliver(rows: Sequence[Row], courier: Courier, *, threads: int = 8, seed: int = 1) -> None:
    """Carry all rows to their ends; waiting costs no time, each row has its own clock."""
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(lambda row: _finish(row, courier, random.Random(f"{seed}/{row.message.key}")), rows))


def _finish(row: Row, courier: Courier, chance: random.Random) -> None:
    while not row.move.is_last:
        act(row, courier, row.at, chance.random())


def run(rows: Sequence[Row], courier: Courier, until: float, start: float = 0.0) -> None:
    """Carry rows in the order of their times until a time is reached, in one thread."""
    chance = random.Random(7)
    queue = [(max(row.at, start), n) for n, row in enumerate(rows) if not row.move.is_last]
    heapq.heapify(queue)
    while queue and queue[0][0] <= until:
        at, n = heapq.heappop(queue)
        act(rows[n], courier, at, chance.random())
        if not rows[n].move.is_last:
            heapq.heappush(queue, (rows[n].at, n))
