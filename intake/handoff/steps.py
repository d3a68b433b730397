"""What is done next with a message, by what is known of it: pure, so that a table can test all of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from intake.handoff.outcome import NOT_FOUND, Kind, Outcome

FIRST_S = 1.0
LONGEST_S = 60.0
MAX_ATTEMPTS = 10  # reliability.md 5.5: then the core is asked
MAX_AGE_S = 900.0  # the same, by time


class Move(StrEnum):
    """What can be done with a message; after the last three nothing is done by a machine, ever."""

    SEND = "send"
    ASK = "ask"
    DONE = "done"
    REFUSED = "refused"
    NEEDS_HUMAN = "needs_human"

    @property
    def is_last(self) -> bool:
        return self not in {Move.SEND, Move.ASK}


@dataclass(frozen=True, slots=True)
class Tried:
    """What was done so far, the last time included.

    `attempts` counts sends and asks, from the claim on, so that one that died counts too. `age_s` is the time since
    the first send that may have reached the core (0 while none has), by the clock of the database.
    """

    move: Move
    attempts: int
    age_s: float


@dataclass(frozen=True, slots=True)
class Step:
    """What is done next, how long from now, and the code of its reason."""

    move: Move
    delay_s: float
    reason: str


def next_step(outcome: Outcome, tried: Tried, *, jitter: float, patience_s: float = MAX_AGE_S) -> Step:
    """Decide what is done next; `jitter` is a chance from 0 to 1, `patience_s` how long the core may be busy."""
    if outcome.kind is Kind.ACCEPTED:
        return Step(Move.DONE, 0.0, "handoff_accepted")
    if outcome.kind is Kind.REFUSED:
        return Step(Move.REFUSED, 0.0, "handoff_refused")
    if outcome.kind is Kind.MISMATCH:
        return Step(Move.NEEDS_HUMAN, 0.0, "handoff_mismatch")
    delay_s = backoff(tried.attempts, jitter)
    if outcome.kind is Kind.BUSY:
        return _wait(tried, delay_s, patience_s)
    return _find_out(outcome, tried, delay_s)


def backoff(attempts: int, jitter: float) -> float:
    """Return the seconds to wait after so many attempts: from 1 doubling to 60, the last half of it by chance."""
    whole = min(LONGEST_S, FIRST_S * 2.0 ** min(max(attempts, 1) - 1, 16))
    return whole * (1 + jitter) / 2


def _wait(tried: Tried, delay_s: float, patience_s: float) -> Step:
    """Ask later what became of a message that the core has in hand; a core that never ends is for a person."""
    if tried.age_s >= patience_s:
        return Step(Move.NEEDS_HUMAN, 0.0, "handoff_stuck")
    return Step(Move.ASK, delay_s, "handoff_busy")


def _find_out(outcome: Outcome, tried: Tried, delay_s: float) -> Step:
    """Send the same again, then ask.

    What never left this machine is sent for as long as it takes: no core can have it, and nobody need look.
    """
    if tried.move is Move.ASK:
        return _asked(outcome, tried, delay_s)
    if tried.age_s >= MAX_AGE_S or (outcome.reached and tried.attempts >= MAX_ATTEMPTS):
        return Step(Move.ASK, delay_s, "handoff_unknown")
    return Step(Move.SEND, delay_s, "handoff_unknown" if outcome.reached else "handoff_queued")


def _asked(outcome: Outcome, tried: Tried, delay_s: float) -> Step:
    """Ask again while there is time; a core that does not know the key gets it again only before the limits."""
    is_late = tried.age_s >= MAX_AGE_S
    if outcome.detail == NOT_FOUND:
        if is_late or tried.attempts >= MAX_ATTEMPTS:
            return Step(Move.NEEDS_HUMAN, 0.0, "handoff_not_known")
        return Step(Move.SEND, delay_s, "handoff_unknown")
    if is_late:
        return Step(Move.NEEDS_HUMAN, 0.0, "handoff_unresolved")
    return Step(Move.ASK, delay_s, "handoff_unknown")
