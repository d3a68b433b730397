"""What all tests share: one processor for each worker, and no network for those that are quick."""

from __future__ import annotations

import os

import pytest
import pytest_socket
from servers.fixtures import *  # noqa: F403 fixtures are known by their names here


def pytest_configure():
    """Pin a parallel worker, and the programs that it starts, to one processor: threads of two models would fight."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    if worker.startswith("gw"):
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {cores[int(worker[2:]) % len(cores)]})


def pytest_runtest_setup(item: pytest.Item):
    if item.get_closest_marker("integration"):
        pytest_socket.enable_socket()
    else:
        pytest_socket.disable_socket(allow_unix_socket=True)
