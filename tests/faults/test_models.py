"""A model that is missing or another than the one that is pinned: nothing is read with it, and uploads wait (F41)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from world import ROOT, World, running

from intake.commands.running import CANNOT_START
from intake.service.health import health

pytestmark = pytest.mark.integration

PROGRAM = ROOT / "tests" / "programs" / "bad_model.py"


@pytest.mark.parametrize("fault", ["missing", "cut", "other"])
def test_a_worker_with_a_bad_model_says_so_and_reads_nothing(tmp_path: Path, fault: str):
    world = World(tmp_path)
    world.upload()
    env = {**os.environ, **world.env, "PYTHONPATH": str(ROOT)}

    command = [sys.executable, str(PROGRAM), str(tmp_path), fault, "worker"]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60, check=False)

    assert done.returncode == CANNOT_START
    assert "模型文件" in done.stderr
    assert world.states() == {"queued": 1}
    world.close()


def test_without_the_comparison_another_model_would_read(embedded: World):
    embedded.upload()
    command = (sys.executable, str(PROGRAM), str(embedded.folder), "unchecked", "worker")

    with running(embedded.process(command, {})):
        embedded.wait(embedded.is_done, 120)


def test_health_tells_that_nobody_reads_until_somebody_does(tmp_path: Path):
    world = World(tmp_path)
    world.upload()
    before = health(world.context).problems

    worker = world.worker()
    with running(worker):
        world.wait(world.is_done, 20)
        during = health(world.context)
    world.close()

    assert before == ("nobody_reads", "nobody_sweeps")
    assert during.readers == 1
