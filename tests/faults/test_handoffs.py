"""A hand-off that is killed at every step, from the judge's word to the core's: paid once, or not at all, and known."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter

import pytest
from mock_core import Core, Fault, serving
from world import IS_SOAK, ROOT, TIMES, World

from intake.work.check import check

pytestmark = pytest.mark.integration

PROGRAM = ROOT / "tests" / "programs" / "hand_over.py"
STORIES = {
    "lost": (Fault.RESET, "resend", "handed_over"),
    "doubtful": (Fault.OTHER, "resend", "handed_over"),
    "given_up": (Fault.OTHER, "settle", "refused"),
    "refused": (Fault.REFUSED, "resend", "refused"),
}
"""What the core does, what a person does where one is needed, and where it ends; a core that pays does so at once or
when it is asked again."""
LEAST = 12  # points
FEWER = 3  # every third point: with a protection off, and on SQLite but in `make soak`


def killed_everywhere(world: World, story: str, *without: str, every: int = 1) -> tuple[Core, dict[str, object]]:
    """Tell a story once for `every` how manieth step of it; returns the core, and what the processes say."""
    fault, person, end = STORIES[story]
    core = Core()
    core.fault = lambda _call: fault if end == "refused" or core.seen.count(core.seen[-1]) == 1 else Fault.NONE
    with serving(core) as port:
        env = {**os.environ, **world.env, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"}
        command = [sys.executable, str(PROGRAM), world.case, str(port), person, str(TIMES), str(every), *without]
        done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=600 * TIMES, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return core, json.loads(done.stdout)


@pytest.mark.parametrize("story", STORIES)
def test_a_hand_off_that_is_killed_at_any_step_ends_as_it_would_have(world: World, story: str):
    """F35, from the hand-off on."""
    every = FEWER if world.settings.is_embedded and not IS_SOAK else 1
    core, said = killed_everywhere(world, story, every=every)
    end, count = STORIES[story][2], len(said["states"])
    paid = set(said["states"]) if end == "handed_over" else set()

    assert said["points"] >= LEAST
    assert said["killed"] == len(range(0, said["points"], every)) * TIMES == count - 1
    assert Counter(said["states"].values()) == {end: count}
    assert set(core.paid.values()) <= {1}
    assert set(core.paid) == set(said["held"]) == paid
    assert not check(world.context).is_wrong


def test_without_its_key_a_hand_off_that_was_killed_is_paid_twice(distributed: World):
    core, _said = killed_everywhere(distributed, "lost", "key", every=FEWER)

    assert max(core.paid.values()) > 1


def test_without_one_transaction_a_hand_off_that_was_killed_stands_still(distributed: World):
    core, said = killed_everywhere(distributed, "lost", "whole", every=FEWER)

    assert check(distributed.context).stuck_requests
    assert len(core.paid) < len(said["states"])
