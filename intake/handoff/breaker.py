"""Keeps messages from a core that does not answer: a pure value that the relay holds and replaces."""

from __future__ import annotations

from dataclasses import dataclass, replace

from intake.handoff.outcome import Outcome

TRIPS_AT = 5  # sends in a row without an answer
OPEN_S = 5.0  # reliability.md F29


@dataclass(frozen=True, slots=True)
class Breaker:
    """How the last sends went; times are seconds of one monotonic clock.

    Ask `lets_through` before a claim, keep `begun` before the send and `ended` after it. When it was open, one message
    goes ahead to see; the others wait until that one ends or the time is over once more.
    """

    failures: int = 0
    waits_until: float = 0.0

    def lets_through(self, now: float) -> bool:
        return self.failures < TRIPS_AT or now >= self.waits_until

    def begun(self, now: float) -> Breaker:
        """Return the breaker while a message is on its way."""
        if self.failures < TRIPS_AT:
            return self
        return replace(self, waits_until=now + OPEN_S)

    def ended(self, outcome: Outcome, now: float) -> Breaker:
        """Return the breaker after a message: any answer shows that the core is there."""
        if outcome.is_answer:
            return Breaker()
        return Breaker(self.failures + 1, now + OPEN_S)
