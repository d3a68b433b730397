"""A session with a stopwatch answers as the one inside."""

from __future__ import annotations

import numpy as np

from benchmarks.stages import DETECTION, SECOND, Ledger, TimedSession


class Zeros:
    """A model that answers with nothing but noughts."""

    metadata = {"character": "甲"}  # noqa: RUF012 read only

    def run(self, batch):
        return (np.zeros(batch.shape, np.float32),)


def test_a_timed_session_answers_and_counts_pixels():
    ledger = Ledger()
    session = TimedSession(Zeros(), ledger, DETECTION)

    (found,) = session.run(np.zeros((2, 3, 32, 64), np.float32))

    assert found.shape == (2, 3, 32, 64)
    assert session.metadata == {"character": "甲"}
    assert ledger.pixels[DETECTION] == 2 * 32 * 64


def test_a_recogniser_writes_for_the_look_of_the_moment():
    ledger = Ledger(look=SECOND)

    TimedSession(Zeros(), ledger).run(np.zeros((1, 3, 48, 80), np.float32))

    assert ledger.pixels[SECOND] == 48 * 80
