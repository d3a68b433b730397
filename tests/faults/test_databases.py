"""A database that is killed under load: nobody is told "taken" of what is lost, and the work goes on by itself."""

from __future__ import annotations

import threading
import time

import pytest
from servers.postgres import Postgres
from world import World, running

from intake.domain.errors import Unavailable

pytestmark = pytest.mark.integration

RESTARTS = 3


def test_what_was_acknowledged_is_read_though_the_database_is_killed(distributed: World, postgres: Postgres):
    """F13."""
    taken, refused, over = [], [], threading.Event()

    def upload() -> None:
        while not over.is_set():
            try:
                taken.append(distributed.upload(ms=20).scan.id)
            except Unavailable:
                refused.append(time.monotonic())
            time.sleep(0.05)

    with running(distributed.worker("nursery"), distributed.sweep()):
        uploading = threading.Thread(target=upload)
        uploading.start()
        for _ in range(RESTARTS):
            time.sleep(1.5)
            postgres.stop()
            time.sleep(0.5)
            postgres.start()
        time.sleep(1)
        over.set()
        uploading.join()
        distributed.wait(distributed.is_done, 60)

    assert refused
    assert set(taken) <= set(distributed.reads_per_scan())
    distributed.holds()
