"""A wake-up that could not be sent is told by the name that the operations page gives it."""

from __future__ import annotations

import time
from collections.abc import Sequence

from structlog.testing import capture_logs

from workers.wake import Wake


def refused() -> None:
    raise OSError


def first(told: Sequence[dict[str, object]]) -> dict[str, object]:
    """Wait for what another thread tells, five seconds at most."""
    for _ in range(500):
        if told:
            break
        time.sleep(0.01)
    return told[0]


def test_a_broker_that_is_away_is_told_by_name():
    with capture_logs() as told:
        Wake(refused, pause_s=0)()

        assert first(told)["event"] == "wake_up_not_sent"
