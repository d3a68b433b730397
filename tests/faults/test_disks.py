"""A disk without room under database, scans, temporary files or logs: what cannot be kept is refused, all else goes on.

The store of scans alone on a full disk: tests/integration/test_blob_faults.py (F16).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from world import ROOT

pytestmark = pytest.mark.integration

PROGRAM = ROOT / "tests" / "programs" / "full_service.py"
TAKEN, REFUSED = [201, "", False], [503, "unavailable", True]
COUNT = 5  # uploads to a full disk


def filled(folder: Path, what: str, *without: str) -> dict[str, object]:
    """Fill a disk under a service, in a mount namespace that ends with it."""
    apart = ["unshare", "--mount", *([] if os.getuid() == 0 else ["--user", "--map-root-user"])]
    env = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"}
    command = [*apart, sys.executable, str(PROGRAM), str(folder), what, *without]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("what", ["database", "postgresql"])
def test_a_database_without_room_shows_what_it_has_and_takes_nothing_until_there_is_some(tmp_path: Path, what: str):
    """F17: nothing is acknowledged, health says it, and nothing needs a restart."""
    came = filled(tmp_path, what)

    taken = came["uploads"].count(TAKEN)  # a server has room in its own files for a while, and may find some again
    assert (taken > 0) == (what == "postgresql")
    assert came["uploads"][-COUNT:] == [REFUSED] * COUNT
    assert len(came["uploads"]) == taken + came["uploads"].count(REFUSED)
    assert came["seen"] == [200, "", False]
    assert came["ready"]["status"] == "degraded"
    assert "takes_no_writing" in came["ready"]["problems"]
    assert came["alive"] == [True, True, True]
    assert came["after"] == TAKEN
    assert came["states"] == {"read": 2 + taken}


def test_without_telling_it_apart_a_full_database_is_a_fault_of_ours(tmp_path: Path):
    assert [500, "internal_error", False] in filled(tmp_path, "database", "apart")["uploads"]


def test_scans_without_room_are_refused_until_there_is_some(tmp_path: Path):
    """F16: what is read stays, and nothing needs a restart."""
    came = filled(tmp_path, "blobs")

    assert came["uploads"] == [[507, "store_full", True]] * COUNT
    assert came["seen"] == [200, "", False]
    assert came["alive"] == [True, True, True]
    assert came["after"] == TAKEN
    assert came["states"] == {"read": 2}


@pytest.mark.parametrize("what", ["temporary", "log"])
def test_without_room_for_temporary_files_or_logs_all_goes_on(tmp_path: Path, what: str):
    """F17: uploads never lie in temporary files, and what cannot be logged is lost."""
    came = filled(tmp_path, what)

    assert came["uploads"] == [TAKEN] * len(came["uploads"])
    assert "takes_no_writing" not in came["ready"]["problems"]
    assert came["alive"] == [True, True, True]
    assert came["states"] == {"read": 2 + len(came["uploads"])}


def test_without_patience_a_worker_ends_by_its_full_log(tmp_path: Path):
    came = filled(tmp_path, "log", "impatient")

    assert came["alive"][1] is False
    assert came["states"]["queued"] > 0
